/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where times lie on a board, and which blocks lie beside each other. */

#include "ent-board-content.h"
#include "ent-board-scale.h"

static void
test_times_and_places_agree (void)
{
  const EntBoardScale scale = { .n_days = 7, .from = 360, .to = 1320, .day_width = 480 };

  g_assert_cmpfloat (ent_board_scale_x (&scale, 360), ==, 0);
  g_assert_cmpfloat (ent_board_scale_x (&scale, 840), ==, 240);
  g_assert_cmpfloat (ent_board_scale_x (&scale, ENT_BOARD_DAY + 360), ==, 480);
  for (int minute = 360; minute <= 1320; minute += 15)
    {
      int later = 3 * ENT_BOARD_DAY + minute;

      if (minute < 1320) /* the last minute of a day lies where the next day begins */
        g_assert_cmpint (ent_board_scale_minute (&scale, ent_board_scale_x (&scale, later), 15), ==,
                         later);
    }
}

static void
test_hidden_hours_lie_on_the_edge (void)
{
  const EntBoardScale scale = { .n_days = 2, .from = 420, .to = 1140, .day_width = 720 };

  g_assert_cmpfloat (ent_board_scale_x (&scale, 100), ==, 0);
  g_assert_cmpfloat (ent_board_scale_x (&scale, 1400), ==, 720);
  g_assert_cmpfloat (ent_board_scale_x (&scale, -60), ==, 0);
  g_assert_cmpfloat (ent_board_scale_x (&scale, 9 * ENT_BOARD_DAY), ==, 1440);
  g_assert_cmpint (ent_board_scale_minute (&scale, -50, 15), ==, 420);
  g_assert_cmpint (ent_board_scale_minute (&scale, 5000, 15), ==, ENT_BOARD_DAY + 1140);
  g_assert_cmpint (ent_board_scale_day (&scale, 5000), ==, 1);
}

static void
test_ruler_keeps_its_distance (void)
{
  EntBoardScale scale = { .n_days = 1, .from = 420, .to = 1140, .day_width = 12 * 96 };

  g_assert_cmpint (ent_board_scale_step (&scale, 24), ==, 15);
  g_assert_cmpint (ent_board_scale_step (&scale, 44), ==, 30);
  scale.day_width = 118;
  g_assert_cmpint (ent_board_scale_step (&scale, 44), ==, 360);
  scale.day_width = 30;
  g_assert_cmpint (ent_board_scale_step (&scale, 44), ==, 0);
}

static void
test_shown_hours_hold_every_visit (void)
{
  EntBoardScale scale = { 0 };

  ent_board_scale_hours (&scale, ENT_BOARD_DAY, 0);
  g_assert_cmpint (scale.from, ==, 420);
  g_assert_cmpint (scale.to, ==, 1140);
  ent_board_scale_hours (&scale, 375, 1290);
  g_assert_cmpint (scale.from, ==, 360);
  g_assert_cmpint (scale.to, ==, 1320);
}

static EntBoardContent *
make_content (void)
{
  EntBoardContent *content = ent_board_content_new (20000, 7);
  /* clang-format off */
  const EntBoardBlock blocks[] = {
    { .id = 5, .row = 1, .start = 600, .minutes = 60, .title = "e" },
    { .id = 1, .row = 0, .start = 480, .minutes = 60, .title = "a" },
    { .id = 3, .row = 0, .start = 510, .minutes = 60, .title = "c" },
    { .id = 2, .row = 0, .start = 540, .minutes = 30, .title = "b" },
    { .id = 4, .row = 0, .start = ENT_BOARD_DAY + 1380, .minutes = 480, .title = "d" },
  };
  /* clang-format on */

  ent_board_content_add_row (content, &(EntBoardRow) { .id = 10, .title = "first" });
  ent_board_content_add_row (content, &(EntBoardRow) { .id = 11, .title = "second" });
  ent_board_content_add_row (content, &(EntBoardRow) { .id = 12, .title = "empty" });
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    ent_board_content_add_block (content, &blocks[i]);
  ent_board_content_close (content);
  return content;
}

static void
test_overlaps_take_lanes (void)
{
  g_autoptr (EntBoardContent) content = make_content ();

  g_assert_cmpint (ent_board_content_get_n_lanes (content, 0), ==, 2);
  g_assert_cmpint (ent_board_content_get_n_lanes (content, 1), ==, 1);
  g_assert_cmpint (ent_board_content_get_n_lanes (content, 2), ==, 1);
  g_assert_cmpint (ent_board_content_find (content, 1)->lane, ==, 0);
  g_assert_cmpint (ent_board_content_find (content, 3)->lane, ==, 1);
  /* Begins where the first ends. */
  g_assert_cmpint (ent_board_content_find (content, 2)->lane, ==, 0);
}

static void
test_rows_hold_their_blocks (void)
{
  g_autoptr (EntBoardContent) content = make_content ();
  const EntBoardBlock *blocks;
  int n, earliest, latest;

  blocks = ent_board_content_get_row_blocks (content, 0, &n);
  g_assert_cmpint (n, ==, 4);
  g_assert_cmpint (blocks[0].id, ==, 1);
  g_assert_cmpint (blocks[3].id, ==, 4);
  blocks = ent_board_content_get_row_blocks (content, 1, &n);
  g_assert_cmpint (n, ==, 1);
  g_assert_cmpstr (blocks[0].title, ==, "e");
  ent_board_content_get_row_blocks (content, 2, &n);
  g_assert_cmpint (n, ==, 0);
  g_assert_null (ent_board_content_find (content, 99));
  g_assert_cmpint (ent_board_content_find_row (content, 11), ==, 1);
  g_assert_cmpint (ent_board_content_find_row (content, 99), ==, -1);

  /* A night that passes midnight takes the whole day. */
  ent_board_content_get_hours (content, &earliest, &latest);
  g_assert_cmpint (earliest, ==, 0);
  g_assert_cmpint (latest, ==, ENT_BOARD_DAY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board/times-and-places-agree", test_times_and_places_agree);
  g_test_add_func ("/board/hidden-hours-lie-on-the-edge", test_hidden_hours_lie_on_the_edge);
  g_test_add_func ("/board/ruler-keeps-its-distance", test_ruler_keeps_its_distance);
  g_test_add_func ("/board/shown-hours-hold-every-visit", test_shown_hours_hold_every_visit);
  g_test_add_func ("/board/overlaps-take-lanes", test_overlaps_take_lanes);
  g_test_add_func ("/board/rows-hold-their-blocks", test_rows_hold_their_blocks);
  return g_test_run ();
}
