/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The board in a real window: what keys do, what the judge is asked, what is let go and what not.
 */

#include <adwaita.h>

#include "ent-board-private.h"
#include "window-fixture.h"

#define ROWS 30
#define BLOCKS_A_DAY 3
#define DAYS 7

typedef struct
{
  GtkWidget *window;
  EntBoard *board;
  gint64 moved; /* told by the board */
  int row, start;
  gint64 activated;
} Fixture;

static EntBoardContent *
make_content (void)
{
  EntBoardContent *content = ent_board_content_new (20780, DAYS);
  gint64 id = 0;

  for (int row = 0; row < ROWS; row++)
    {
      g_autofree char *title = g_strdup_printf ("Carer %d", row + 1);

      ent_board_content_add_row (content, &(EntBoardRow) { .id = row + 1,
                                                           .title = title,
                                                           .subtitle = "21 h / 25 h",
                                                           .colour = (guint) row });
      for (int day = 0; day < DAYS; day++)
        {
          int midnight = day * ENT_BOARD_DAY;

          ent_board_content_add_span (content,
                                      &(EntBoardSpan) { .row = row,
                                                        .from = midnight + 450,
                                                        .to = midnight + 990,
                                                        .kind = row % 7 == 6 ? ENT_BOARD_AWAY
                                                                             : ENT_BOARD_WORK,
                                                        .text = row % 7 == 6 ? "Sick" : NULL });
          for (int i = 0; i < BLOCKS_A_DAY; i++, id++)
            ent_board_content_add_block (
                content,
                &(EntBoardBlock) { .id = id + 1,
                                   .row = row,
                                   .start = midnight + 480 + i * 120,
                                   .minutes = 90,
                                   .travel = 12,
                                   .flags = (EntBoardFlags) (id % 5 == 0 ? ENT_BOARD_VITAL : 0),
                                   .title = "Somebody" });
        }
    }
  ent_board_content_close (content);
  return content;
}

/* Odd rows say no. */
static void
judge (gint64 block, int row, int start, EntBoardVerdict *verdict, gpointer data)
{
  verdict->fits = row % 2 == 0;
  verdict->text = g_strdup (verdict->fits ? "4 min more" : "Away that day");
}

static void
moved_cb (Fixture *self, gint64 block, int row, int start)
{
  self->moved = block;
  self->row = row;
  self->start = start;
}

static void
activated_cb (Fixture *self, gint64 block)
{
  self->activated = block;
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr (EntBoardContent) content = make_content ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->window = gtk_window_new ();
  self->board = ENT_BOARD (ent_board_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->board));
  gtk_window_set_child (GTK_WINDOW (self->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1280, 700);
  ent_board_set_judge (self->board, judge, NULL, NULL);
  ent_board_set_content (self->board, content);
  g_signal_connect_swapped (self->board, "block-moved", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (self->board, "block-activated", G_CALLBACK (activated_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
  settle (100);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  settle (20);
}

/* As the key controller of the board hears it. */
static gboolean
press (Fixture *self, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->board));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  return handled;
}

static void
test_arrows_go_from_block_to_block (Fixture *self, gconstpointer unused)
{
  g_assert_true (press (self, GDK_KEY_Right, 0));
  g_assert_cmpint (ent_board_get_selected (self->board), ==, 1);
  g_assert_true (press (self, GDK_KEY_Right, 0));
  g_assert_cmpint (ent_board_get_selected (self->board), ==, 2);
  g_assert_true (press (self, GDK_KEY_Down, 0));
  g_assert_cmpint (ent_board_get_selected (self->board), ==, BLOCKS_A_DAY * DAYS + 2);
  g_assert_true (press (self, GDK_KEY_Up, 0));
  g_assert_true (press (self, GDK_KEY_Left, 0));
  g_assert_cmpint (ent_board_get_selected (self->board), ==, 1);
  g_assert_true (press (self, GDK_KEY_Left, 0));
  g_assert_true (press (self, GDK_KEY_Up, 0));
  g_assert_cmpint (ent_board_get_selected (self->board), ==, 1);
  g_assert_true (press (self, GDK_KEY_Return, 0));
  g_assert_cmpint (self->activated, ==, 1);
}

static void
test_keys_move_where_the_judge_says_yes (Fixture *self, gconstpointer unused)
{
  ent_board_select (self->board, 1);
  press (self, GDK_KEY_m, 0);
  press (self, GDK_KEY_Down, 0);
  g_assert_false (self->board->move.verdict.fits);
  g_assert_cmpstr (self->board->move.verdict.text, ==, "Away that day");
  press (self, GDK_KEY_Return, 0);
  g_assert_cmpint (self->moved, ==, 0);
  g_assert_cmpint (self->board->move.block, ==, 1);

  press (self, GDK_KEY_Down, 0);
  press (self, GDK_KEY_Right, 0);
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  g_assert_cmpstr (self->board->move.verdict.text, ==, "4 min more");
  press (self, GDK_KEY_Return, 0);
  g_assert_cmpint (self->moved, ==, 1);
  g_assert_cmpint (self->row, ==, 2);
  g_assert_cmpint (self->start, ==, ENT_BOARD_DAY + 495);
  g_assert_cmpint (self->board->move.block, ==, 0);
}

static void
test_escape_puts_back (Fixture *self, gconstpointer unused)
{
  ent_board_select (self->board, 1);
  press (self, GDK_KEY_m, 0);
  press (self, GDK_KEY_Down, 0);
  press (self, GDK_KEY_Down, 0);
  press (self, GDK_KEY_Escape, 0);
  g_assert_cmpint (self->board->move.block, ==, 0);
  g_assert_cmpint (self->moved, ==, 0);
  g_assert_cmpint (ent_board_get_selected (self->board), ==, 1);
}

static void
test_what_is_locked_stays (Fixture *self, gconstpointer unused)
{
  g_autoptr (EntBoardContent) content = ent_board_content_new (20780, 1);

  ent_board_content_add_row (content, &(EntBoardRow) { .id = 1, .title = "Carer" });
  ent_board_content_add_block (content, &(EntBoardBlock) { .id = 7,
                                                           .start = 500,
                                                           .minutes = 30,
                                                           .flags = ENT_BOARD_LOCKED,
                                                           .title = "Locked" });
  ent_board_content_close (content);
  ent_board_set_content (self->board, content);
  ent_board_select (self->board, 7);
  press (self, GDK_KEY_m, 0);
  g_assert_cmpint (self->board->move.block, ==, 0);
}

static void
test_selection_is_brought_in_sight (Fixture *self, gconstpointer unused)
{
  gint64 last = ROWS * DAYS * BLOCKS_A_DAY;
  graphene_rect_t rect;
  const EntBoardBlock *block;
  double x, y;

  ent_board_set_zoom (self->board, ENT_BOARD_QUARTERS);
  settle (50);
  ent_board_select (self->board, last);
  block = ent_board_content_find (ent_board_get_content (self->board), last);
  ent_board_origin (self->board, &x, &y);
  ent_board_rect (self->board, block->row, 0, block->start, block->minutes, &rect);
  g_assert_cmpfloat (x + rect.origin.x, >=, self->board->title_width - 1);
  g_assert_cmpfloat (x + rect.origin.x + rect.size.width, <=, 1281);
  g_assert_cmpfloat (y + rect.origin.y + rect.size.height, <=, 701);
  g_assert_true (ent_board_block_at (self->board, x + rect.origin.x + 5, y + rect.origin.y + 5) ==
                 block);
}

static void
test_new_content_keeps_the_place (Fixture *self, gconstpointer unused)
{
  g_autoptr (EntBoardContent) content = make_content ();
  double before;

  ent_board_set_zoom (self->board, ENT_BOARD_ONE_DAY);
  settle (50);
  ent_board_select (self->board, 300);
  settle (50);
  before = gtk_adjustment_get_value (self->board->vadjustment);
  g_assert_cmpfloat (before, >, 0);
  ent_board_set_content (self->board, content);
  settle (50);
  g_assert_cmpint (ent_board_get_selected (self->board), ==, 300);
  g_assert_cmpfloat (gtk_adjustment_get_value (self->board->vadjustment), ==, before);
}

static void
test_every_zoom_draws (Fixture *self, gconstpointer unused)
{
  for (int zoom = 0; zoom < ENT_BOARD_N_ZOOMS; zoom++)
    {
      g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
      GskRenderNode *node;

      ent_board_set_zoom (self->board, (EntBoardZoom) zoom);
      settle (50);
      ent_board_select (self->board, 1);
      ent_board_move_begin (self->board, ent_board_content_find (self->board->content, 1));
      ent_board_move_to (self->board, 1, 600);
      ent_board_snapshot (GTK_WIDGET (self->board), snapshot);
      node = gtk_snapshot_to_node (snapshot);
      g_assert_nonnull (node);
      gsk_render_node_unref (node);
      ent_board_move_cancel (self->board);
    }
}

/* What would be painted of a board on which these names stand. Transfer full. */
static GBytes *
paint (Fixture *self, const char *carer, const char *person, const char *reason)
{
  EntBoardContent *content = ent_board_content_new (20780, DAYS);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self->board));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GBytes *bytes;

  ent_board_content_add_row (content, &(EntBoardRow) { .id = 1, .title = carer });
  ent_board_content_add_span (
      content, &(EntBoardSpan) {
                   .row = 0, .from = 480, .to = 1080, .kind = ENT_BOARD_AWAY, .text = reason });
  ent_board_content_add_block (content, &(EntBoardBlock) { .id = 1,
                                                           .row = 0,
                                                           .start = ENT_BOARD_DAY + 480,
                                                           .minutes = 600,
                                                           .title = person });
  ent_board_content_close (content);
  ent_board_set_content (self->board, content);
  ent_board_content_unref (content);
  settle (100);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (self->board)),
                          gtk_widget_get_height (GTK_WIDGET (self->board)));
  node = gtk_snapshot_to_node (snapshot);
  bytes = gsk_render_node_serialize (node);
  gsk_render_node_unref (node);
  return bytes;
}

/* Blurred, a board looks the same whoever stands on it. */
static void
test_blurred_names (Fixture *self, gconstpointer unused)
{
  static const char *const names[][3] = { { "Luce Leroy", "Dupont Anne", "Sick" },
                                          { "Marc Maes", "Dupont Anne", "Sick" },
                                          { "Luce Leroy", "Modèle Carl", "Sick" },
                                          { "Luce Leroy", "Dupont Anne", "Training" } };

  for (int blurred = 0; blurred < 2; blurred++)
    {
      g_autoptr (GBytes) first = NULL;

      if (blurred)
        gtk_widget_add_css_class (self->window, "blurred");
      first = paint (self, names[0][0], names[0][1], names[0][2]);
      for (guint i = 1; i < G_N_ELEMENTS (names); i++)
        {
          g_autoptr (GBytes) other = paint (self, names[i][0], names[i][1], names[i][2]);

          g_assert_true (g_bytes_equal (first, other) == blurred);
        }
    }
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  TEST ("/board/arrows-go-from-block-to-block", test_arrows_go_from_block_to_block);
  TEST ("/board/keys-move-where-the-judge-says-yes", test_keys_move_where_the_judge_says_yes);
  TEST ("/board/escape-puts-back", test_escape_puts_back);
  TEST ("/board/what-is-locked-stays", test_what_is_locked_stays);
  TEST ("/board/selection-is-brought-in-sight", test_selection_is_brought_in_sight);
  TEST ("/board/new-content-keeps-the-place", test_new_content_keeps_the_place);
  TEST ("/board/every-zoom-draws", test_every_zoom_draws);
  TEST ("/board/blurred-names", test_blurred_names);
  return g_test_run ();
}
