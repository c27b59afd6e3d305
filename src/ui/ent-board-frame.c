/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around the blocks of a board: its ruler, its rows' titles, its lines. Main thread. */
#include "ent-board-pen.h"

#include <math.h>

#include "ent-clock.h"
#include "ent-date.h"
#include "ent-map-palette.h"

#define WIDE_DAY 190 /* pixels that the long name of a day needs */
#define NARROW_DAY 56
#define TITLE_ROOM 40 /* pixels of height for both lines of a title */

void
ent_board_draw_grid (EntBoardPen *pen)
{
  EntBoard *self = pen->board;
  GdkRGBA strong = ent_board_faded (pen->ink, 0.22f), weak = ent_board_faded (pen->ink, 0.07f);
  int step = ent_board_scale_step (&self->scale, ENT_BOARD_TICK / 2);
  int n_rows = ent_board_content_get_n_rows (self->content);
  int first = ent_board_scale_day (&self->scale, pen->left);
  int last = ent_board_scale_day (&self->scale, pen->right);

  for (int row = 0; row <= n_rows; row++)
    ent_board_fill (pen, &weak, pen->left, ent_board_row_top (self, row) - 1,
                    pen->right - pen->left, 1);
  for (int day = first; day <= last; day++)
    {
      for (int of_day = self->scale.from / 60 * 60 + step; step > 0 && of_day < self->scale.to;
           of_day += step)
        ent_board_fill (pen, &weak,
                        floor (ent_board_scale_x (&self->scale, day * ENT_BOARD_DAY + of_day)),
                        pen->top, 1, pen->bottom - pen->top);
      ent_board_fill (pen, &strong, floor (day * self->scale.day_width), pen->top, 1,
                      pen->bottom - pen->top);
    }
}

void
ent_board_draw_now (EntBoardPen *pen)
{
  EntBoard *self = pen->board;
  GdkRGBA red = { 0.88f, 0.11f, 0.14f, 1 };

  if (self->now < 0 || self->now >= self->scale.n_days * ENT_BOARD_DAY)
    return;
  ent_board_fill (pen, &red, ent_board_scale_x (&self->scale, self->now) - 1, pen->top, 2,
                  pen->bottom - pen->top);
}

static void
draw_title (EntBoardPen *pen, int row, double y)
{
  EntBoard *self = pen->board;
  const EntBoardRow *what = ent_board_content_get_row (self->content, row);
  EntMapStyle style = ent_map_palette_get (what->colour);
  GdkRGBA quiet = ent_board_faded (pen->ink, 0.65f), line = ent_board_faded (pen->ink, 0.07f);
  double height = ent_board_row_top (self, row + 1) - ent_board_row_top (self, row);
  g_autoptr (GskPath) mark = ent_map_palette_shape (style.shape, 6);
  double room = MIN (height - 8, TITLE_ROOM);
  graphene_rect_t area = GRAPHENE_RECT_INIT (30, (float) (y + (height - room) / 2),
                                             (float) self->title_width - 36, (float) room / 2);

  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT (16, (float) (y + height / 2)));
  gtk_snapshot_append_fill (pen->snapshot, mark, GSK_FILL_RULE_WINDING, &style.colour);
  gtk_snapshot_restore (pen->snapshot);
  if (what->subtitle == NULL)
    area.size.height = (float) room;
  ent_board_write (pen, ent_board_private (pen, what->title), &area, &pen->ink, 0.95);
  area.origin.y += area.size.height;
  if (what->subtitle != NULL)
    ent_board_write (pen, what->subtitle, &area, &quiet, 0.82);
  ent_board_fill (pen, &line, 0, y + height - 1, self->title_width, 1);
}

static char *
day_text (EntBoard *self, int day)
{
  gint32 date = ent_board_content_get_first_day (self->content) + day;
  const char *weekday = ent_weekday_name (ent_day_weekday (date));
  const char *end;
  int year, month, of_month;

  if (self->scale.day_width >= WIDE_DAY)
    return ent_day_format (date, ENT_DAY_LONG);
  ent_day_to_ymd (date, &year, &month, &of_month);
  if (self->scale.day_width < NARROW_DAY)
    return g_strdup_printf ("%d", of_month);
  end = g_utf8_offset_to_pointer (weekday, MIN (3, g_utf8_strlen (weekday, -1)));
  return g_strdup_printf ("%.*s %d", (int) (end - weekday), weekday, of_month);
}

void
ent_board_draw_head (EntBoardPen *pen)
{
  EntBoard *self = pen->board;
  GdkRGBA quiet = ent_board_faded (pen->ink, 0.65f);
  int step = ent_board_scale_step (&self->scale, ENT_BOARD_TICK);
  int last = ent_board_scale_day (&self->scale, pen->right);

  for (int day = ent_board_scale_day (&self->scale, pen->left); day <= last; day++)
    {
      double x = day * self->scale.day_width;
      double from = MAX (x, pen->left); /* the day's name stays while one scrolls within it */
      g_autofree char *text = day_text (self, day);
      graphene_rect_t area = GRAPHENE_RECT_INIT ((float) from + 6, 2,
                                                 (float) (x + self->scale.day_width - from) - 8,
                                                 step > 0 ? 24 : ENT_BOARD_HEAD - 4);

      ent_board_write (pen, text, &area, &pen->ink, 0.95);
      for (int of_day = self->scale.from; step > 0 && of_day + step <= self->scale.to;
           of_day += step)
        {
          g_autofree char *time = ent_clock_format (of_day);

          area = GRAPHENE_RECT_INIT ((float) ent_board_scale_x (&self->scale,
                                                                day * ENT_BOARD_DAY + of_day) +
                                         4,
                                     25, ENT_BOARD_TICK, 20);
          ent_board_write (pen, time, &area, &quiet, 0.8);
        }
    }
}

void
ent_board_draw_titles (EntBoardPen *pen)
{
  EntBoard *self = pen->board;
  int n_rows = ent_board_content_get_n_rows (self->content);

  for (int row = 0; row < n_rows; row++)
    if (ent_board_row_top (self, row + 1) >= pen->top &&
        ent_board_row_top (self, row) <= pen->bottom)
      draw_title (pen, row, ent_board_row_top (self, row));
}
