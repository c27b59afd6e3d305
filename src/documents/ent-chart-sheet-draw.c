/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws rows of a printed plan, in black on white: shape and words tell everything. Any thread. */

#include "ent-chart-sheet-private.h"
#include "ent-clock.h"
#include "ent-date.h"
#include "ent-typeset.h"

#define PAD 2.0
#define GREY 0.55
#define HATCH 4.0
#define HATCH_GREY 0.72 /* words are read through it */
#define LEAST_HEIGHT 2.6 /* lines in a row */
#define HOURS_LINE 1.6
#define LEGEND_GAP 16.0
#define TO_PLACE_WIDTH 18.0 /* sizes of the type */

typedef struct
{
  const EntChartSheet *sheet;
  cairo_t *cr;
  PangoContext *context;
  double width;
} Drawing;

static double
line_height (const EntChartSheet *self)
{
  return self->size * ENT_TYPE_LEADING;
}

double
ent_chart_sheet_head_height (const EntChartSheet *self)
{
  return line_height (self) + 2 * PAD;
}

double
ent_chart_sheet_legend_height (const EntChartSheet *self)
{
  return line_height (self) + 3 * PAD;
}

guint
ent_chart_sheet_most_marks (const EntChartSheet *self, double height)
{
  double room = height - ent_chart_sheet_head_height (self) - ent_chart_sheet_legend_height (self) -
                2 * PAD;

  return (guint) MAX (1, room / (line_height (self) + PAD));
}

static gboolean
is_day (const EntChartSheet *self)
{
  return self->n_days == 1;
}

/* Two lines to a visit that stands at its hour. */
static double
mark_height (const EntChartSheet *self)
{
  return line_height (self) * (is_day (self) ? 2 : 1) + PAD / 2;
}

static double
x_of (const EntChartSheet *self, double width, int minute)
{
  double span = self->last_minute - self->first_minute;

  return self->name_width + (width - self->name_width) * (minute - self->first_minute) / span;
}

/* Where a mark of a single day stands, from left to right. */
static void
span_of (const EntChartSheet *self,
         double width,
         const EntChartItem *mark,
         guint n_before,
         double span[2])
{
  double room = self->size * TO_PLACE_WIDTH;
  guint most = (guint) MAX (1, (width - self->name_width) / room);

  if (mark->from == ENT_CHART_WHENEVER)
    {
      span[0] = self->name_width + n_before % most * room;
      span[1] = span[0] + room - PAD;
      return;
    }
  span[0] = x_of (self, width, MAX (mark->from, self->first_minute));
  span[1] = x_of (self, width, MIN (mark->to, self->last_minute));
}

/* The lane of each mark of a single day, so that none hides another; returns how many lanes. */
static guint
find_lanes (const EntChartSheet *self, const GArray *marks, double width, guint *lanes)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < marks->len; i++)
    {
      double span[2];
      guint lane = 0;

      span_of (self, width, &g_array_index (marks, EntChartItem, i), i, span);
      while (lane < ends->len && g_array_index (ends, double, lane) > span[0] + 0.01)
        lane++;
      if (lane == ends->len)
        g_array_append_val (ends, span[1]);
      else
        g_array_index (ends, double, lane) = span[1];
      lanes[i] = lane;
    }
  return ends->len;
}

static guint
n_lines (const EntChartSheet *self, const EntChartRow *row, double width)
{
  g_autofree guint *lanes = NULL;
  guint most = 0;

  if (is_day (self))
    {
      lanes = g_new0 (guint, row->cells[0]->len + 1);
      return find_lanes (self, row->cells[0], width, lanes);
    }
  for (int day = 0; day < row->n_days; day++)
    most = MAX (most, row->cells[day]->len);
  return most;
}

double
ent_chart_sheet_row_height (const EntChartSheet *self, guint row, double width)
{
  guint n = n_lines (self, g_ptr_array_index (self->rows, row), width);

  return MAX (n * (mark_height (self) + PAD / 2), LEAST_HEIGHT * line_height (self)) + 2 * PAD;
}

/* One line, with "…" where there is no room for all of it. */
static void
write_text (Drawing *self, const char *text, double x, double y, double room)
{
  EntTypeStyle style = { .size = self->sheet->size, .width = -1 };
  g_autoptr (EntTypeset) set = ent_typeset_new_plain (self->context, text, &style);
  EntPen pen = { .cr = self->cr, .artifact = 1 };

  for (glong n = g_utf8_strlen (text, -1) - 1; set->width > room && n > 0; n--)
    {
      g_autofree char *start = g_utf8_substring (text, 0, n);
      g_autofree char *cut = g_strconcat (start, "…", NULL);

      ent_typeset_unref (set);
      set = ent_typeset_new_plain (self->context, cut, &style);
    }
  if (set->width <= room)
    ent_typeset_draw (set, &pen, x, y);
}

static void
hatch (Drawing *self, const cairo_rectangle_t *area)
{
  cairo_save (self->cr);
  cairo_rectangle (self->cr, area->x, area->y, area->width, area->height);
  cairo_clip (self->cr);
  cairo_set_source_rgb (self->cr, HATCH_GREY, HATCH_GREY, HATCH_GREY);
  cairo_set_line_width (self->cr, 0.5);
  for (double x = area->x - area->height; x < area->x + area->width; x += HATCH)
    {
      cairo_move_to (self->cr, x, area->y + area->height);
      cairo_line_to (self->cr, x + area->height, area->y);
    }
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static void
frame (Drawing *self, EntChartKind kind, const cairo_rectangle_t *area)
{
  static const double dashes[] = { 2, 2 };

  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_rectangle (self->cr, area->x, area->y, area->width, area->height);
  cairo_fill (self->cr);
  if (kind == ENT_CHART_AWAY)
    hatch (self, area);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  cairo_set_line_width (self->cr, 0.6);
  if (kind == ENT_CHART_DROPPED)
    cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (self->cr, area->x, area->y, area->width, area->height);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

static void
draw_mark (Drawing *self, const EntChartItem *mark, const cairo_rectangle_t *area)
{
  double room = area->width - 2 * PAD;
  g_autofree char *line = NULL;

  frame (self, mark->kind, area);
  if (is_day (self->sheet))
    {
      write_text (self, mark->text, area->x + PAD, area->y, room);
      write_text (self, mark->time, area->x + PAD, area->y + line_height (self->sheet), room);
      return;
    }
  line = g_strdup_printf ("%s %s", mark->time, mark->text);
  write_text (self, line, area->x + PAD, area->y, room);
}

static void
draw_week_cells (Drawing *self, const EntChartRow *row, double top)
{
  const EntChartSheet *sheet = self->sheet;
  double column = (self->width - sheet->name_width) / sheet->n_days;

  for (int day = 0; day < row->n_days; day++)
    for (guint i = 0; i < row->cells[day]->len; i++)
      {
        cairo_rectangle_t area = { sheet->name_width + day * column + PAD / 2,
                                   top + PAD + i * (mark_height (sheet) + PAD / 2), column - PAD,
                                   mark_height (sheet) };

        draw_mark (self, &g_array_index (row->cells[day], EntChartItem, i), &area);
      }
}

/* A thick line below the hours of work. */
static void
draw_hours (Drawing *self, const EntChartRow *row, double bottom)
{
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  for (guint i = 0; i < row->hours->len; i++)
    {
      const EntChartHours *hours = &g_array_index (row->hours, EntChartHours, i);
      double x1 = x_of (self->sheet, self->width, MAX (hours->from, self->sheet->first_minute));
      double x2 = x_of (self->sheet, self->width, MIN (hours->to, self->sheet->last_minute));

      cairo_rectangle (self->cr, x1, bottom - HOURS_LINE, MAX (0, x2 - x1), HOURS_LINE);
      cairo_fill (self->cr);
    }
}

static void
draw_day_cells (Drawing *self, const EntChartRow *row, double top)
{
  const EntChartSheet *sheet = self->sheet;
  const GArray *marks = row->cells[0];
  g_autofree guint *lanes = g_new0 (guint, marks->len + 1);

  find_lanes (sheet, marks, self->width, lanes);
  for (guint i = 0; i < marks->len; i++)
    {
      const EntChartItem *mark = &g_array_index (marks, EntChartItem, i);
      cairo_rectangle_t area = { 0, top + PAD + lanes[i] * (mark_height (sheet) + PAD / 2), 0,
                                 mark_height (sheet) };
      double span[2];

      span_of (sheet, self->width, mark, i, span);
      area.x = span[0];
      area.width = span[1] - span[0];
      draw_mark (self, mark, &area);
    }
}

static void
rule (Drawing *self, double x1, double y1, double x2, double y2)
{
  cairo_set_source_rgb (self->cr, GREY, GREY, GREY);
  cairo_set_line_width (self->cr, 0.4);
  cairo_move_to (self->cr, x1, y1);
  cairo_line_to (self->cr, x2, y2);
  cairo_stroke (self->cr);
}

static void
draw_row (Drawing *self, guint position, double top)
{
  const EntChartRow *row = g_ptr_array_index (self->sheet->rows, position);
  double room = self->sheet->name_width - 2 * PAD;
  double bottom = top + ent_chart_sheet_row_height (self->sheet, position, self->width);

  write_text (self, row->name, 0, top + PAD, room);
  if (row->detail != NULL)
    write_text (self, row->detail, 0, top + PAD + line_height (self->sheet), room);
  if (is_day (self->sheet))
    {
      draw_hours (self, row, bottom);
      draw_day_cells (self, row, top);
    }
  else
    draw_week_cells (self, row, top);
  rule (self, 0, bottom, self->width, bottom);
}

/* "lundi 23/11", or the hour of a single day. Transfer full. */
static char *
head_text (const EntChartSheet *sheet, int column)
{
  int year, month, mday;

  if (is_day (sheet))
    return ent_clock_format ((sheet->first_minute / 60 + column) % 24 * 60);
  ent_day_to_ymd (sheet->first_day + column, &year, &month, &mday);
  return g_strdup_printf ("%s %d/%d",
                          ent_weekday_name (ent_day_weekday (sheet->first_day + column)), mday,
                          month);
}

/* Days or hours, and lines down the page. */
static void
draw_head (Drawing *self, double bottom)
{
  const EntChartSheet *sheet = self->sheet;
  double head = ent_chart_sheet_head_height (sheet);
  int n = is_day (sheet) ? (sheet->last_minute - sheet->first_minute) / 60 : sheet->n_days;
  double column = (self->width - sheet->name_width) / n;

  for (int i = 0; i < n; i++)
    {
      double x = sheet->name_width + i * column;
      g_autofree char *text = head_text (sheet, i);

      rule (self, x, 0, x, bottom);
      write_text (self, text, x + PAD, PAD, column - PAD);
    }
  rule (self, self->width, 0, self->width, bottom);
  rule (self, 0, head, self->width, head);
}

/* Returns where the next words of the legend begin. */
static double
write_words (Drawing *self, const char *words, double x, double y)
{
  EntTypeStyle style = { .size = self->sheet->size, .width = -1 };
  g_autoptr (EntTypeset) set = ent_typeset_new_plain (self->context, words, &style);

  write_text (self, words, x, y, self->width - x);
  return x + set->width + LEGEND_GAP;
}

static double
draw_sample (Drawing *self, EntChartKind kind, const char *words, double x, double y)
{
  cairo_rectangle_t box = { x, y + 1, 14, self->sheet->size };

  frame (self, kind, &box);
  return write_words (self, words, x + 18, y);
}

static void
draw_legend (Drawing *self, double top)
{
  const EntChartSheet *sheet = self->sheet;
  double y = top + 2 * PAD;
  double x = 0;

  for (int kind = 0; kind < ENT_CHART_N_KINDS; kind++)
    if (sheet->legend[kind] != NULL)
      x = draw_sample (self, (EntChartKind) kind, sheet->legend[kind], x, y);
  if (sheet->hours_legend != NULL && is_day (sheet))
    {
      cairo_set_source_rgb (self->cr, 0, 0, 0);
      cairo_rectangle (self->cr, x, y + sheet->size / 2, 14, HOURS_LINE);
      cairo_fill (self->cr);
      x = write_words (self, sheet->hours_legend, x + 18, y);
    }
  if (sheet->note != NULL)
    write_words (self, sheet->note, x, y);
}

void
ent_chart_sheet_draw (const EntChartSheet *self, cairo_t *cr, double width, guint first, guint end)
{
  PangoContext *context = ent_type_context_new ("fr");
  Drawing drawing = { self, cr, context, width };
  double bottom = ent_chart_sheet_head_height (self);

  for (guint i = first; i < end; i++)
    bottom += ent_chart_sheet_row_height (self, i, width);
  draw_head (&drawing, bottom);
  bottom = ent_chart_sheet_head_height (self);
  for (guint i = first; i < end; i++)
    {
      draw_row (&drawing, i, bottom);
      bottom += ent_chart_sheet_row_height (self, i, width);
    }
  draw_legend (&drawing, bottom);
  g_object_unref (context);
}
