/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps what a printed plan shows, and lays it on pages. One thread at a time. */

#include "ent-chart-sheet-private.h"

#include "ent-paper.h"

#include <string.h>

#define NAME_SHARE 0.12
#define FIRST_MINUTE (7 * 60) /* a single day shows these hours at least */
#define LAST_MINUTE (20 * 60)

static void
clear_item (gpointer data)
{
  EntChartItem *self = data;

  g_free (self->time);
  g_free (self->text);
}

static void
row_free (gpointer data)
{
  EntChartRow *self = data;

  for (int day = 0; day < self->n_days; day++)
    g_array_unref (self->cells[day]);
  g_array_unref (self->hours);
  g_free (self->cells);
  g_free (self->name);
  g_free (self->detail);
  g_free (self);
}

EntChartSheet *
ent_chart_sheet_new (gint32 first_day, int n_days, double size)
{
  EntChartSheet *self = g_new0 (EntChartSheet, 1);

  g_atomic_ref_count_init (&self->refs);
  self->first_day = first_day;
  self->n_days = n_days;
  self->size = size;
  self->first_minute = FIRST_MINUTE;
  self->last_minute = LAST_MINUTE;
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

EntChartSheet *
ent_chart_sheet_ref (EntChartSheet *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ent_chart_sheet_unref (EntChartSheet *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->rows);
  for (int kind = 0; kind < ENT_CHART_N_KINDS; kind++)
    g_free (self->legend[kind]);
  g_free (self->hours_legend);
  g_free (self->note);
  g_free (self);
}

guint
ent_chart_sheet_n_rows (const EntChartSheet *self)
{
  return self->rows->len;
}

void
ent_chart_sheet_add_row (EntChartSheet *self, const char *name, const char *detail)
{
  EntChartRow *row = g_new0 (EntChartRow, 1);

  row->name = g_strdup (name);
  row->detail = g_strdup (detail);
  row->n_days = self->n_days;
  row->hours = g_array_new (FALSE, FALSE, sizeof (EntChartHours));
  row->cells = g_new0 (GArray *, self->n_days);
  for (int day = 0; day < self->n_days; day++)
    {
      row->cells[day] = g_array_new (FALSE, FALSE, sizeof (EntChartItem));
      g_array_set_clear_func (row->cells[day], clear_item);
    }
  g_ptr_array_add (self->rows, row);
}

static EntChartRow *
last_row (EntChartSheet *self)
{
  g_assert (self->rows->len > 0);
  return g_ptr_array_index (self->rows, self->rows->len - 1);
}

/* Whole hours hold all that is done on a single day. */
static void
widen (EntChartSheet *self, const EntChartMark *mark)
{
  if (mark->kind == ENT_CHART_AWAY || mark->from == ENT_CHART_WHENEVER)
    return;
  self->first_minute = MIN (self->first_minute, mark->from / 60 * 60);
  self->last_minute = MAX (self->last_minute, (mark->to + 59) / 60 * 60);
}

void
ent_chart_sheet_add_mark (EntChartSheet *self, const EntChartMark *mark)
{
  EntChartItem item = { mark->kind, mark->from, mark->to, g_strdup (mark->time),
                        g_strdup (mark->text) };
  GArray *cell;
  guint at;

  g_return_if_fail (mark->day >= 0 && mark->day < self->n_days);

  cell = last_row (self)->cells[mark->day];
  for (at = cell->len; at > 0; at--)
    if (g_array_index (cell, EntChartItem, at - 1).from <= mark->from)
      break;
  g_array_insert_val (cell, at, item);
  widen (self, mark);
}

void
ent_chart_sheet_add_hours (EntChartSheet *self, int from, int to)
{
  EntChartHours hours = { from, to };

  g_array_append_val (last_row (self)->hours, hours);
}

void
ent_chart_sheet_set_legend (EntChartSheet *self,
                            const char *const words[ENT_CHART_N_KINDS],
                            const char *hours,
                            const char *note)
{
  for (int kind = 0; kind < ENT_CHART_N_KINDS; kind++)
    g_set_str (&self->legend[kind], words[kind]);
  g_set_str (&self->hours_legend, hours);
  g_set_str (&self->note, note);
}

/* Pages */

typedef struct
{
  EntChartSheet *sheet;
  guint first, end;
} Page;

static void
page_free (gpointer data)
{
  Page *self = data;

  ent_chart_sheet_unref (self->sheet);
  g_free (self);
}

static void
draw_page (gpointer data, cairo_t *cr, double width, double height)
{
  const Page *self = data;

  ent_chart_sheet_draw (self->sheet, cr, width, self->first, self->end);
}

/* What a page shows, for who cannot see it. */
static char *
describe (const EntChartSheet *self, guint first, guint end, const char *alt)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const char *hole = strstr (alt, "%s");

  for (guint i = first; i < end; i++)
    g_string_append_printf (names, "%s%s", i > first ? ", " : "",
                            ((EntChartRow *) g_ptr_array_index (self->rows, i))->name);
  if (hole == NULL)
    return g_strdup (alt);
  return g_strdup_printf ("%.*s%s%s", (int) (hole - alt), alt, names->str, hole + 2);
}

static EntBlock *
page_block (EntChartSheet *self, guint first, guint end)
{
  EntBlock *block = ent_block_new (ENT_BLOCK_DRAWING);
  Page *page = g_new0 (Page, 1);

  page->sheet = ent_chart_sheet_ref (self);
  page->first = first;
  page->end = end;
  block->drawing = (EntDrawing) { draw_page, page, page_free };
  return block;
}

void
ent_chart_sheet_add_blocks (EntChartSheet *self,
                            const EntChartPages *pages,
                            const char *alt,
                            GPtrArray *blocks)
{
  double around = ent_chart_sheet_head_height (self) + ent_chart_sheet_legend_height (self);
  guint end;

  self->name_width = NAME_SHARE * pages->width;
  for (guint first = 0; first < self->rows->len; first = end)
    {
      double room = pages->height - around - (first == 0 ? pages->title : 0);
      double used = ent_chart_sheet_row_height (self, first, pages->width);
      EntBlock *block;

      for (end = first + 1; end < self->rows->len; end++)
        {
          double height = ent_chart_sheet_row_height (self, end, pages->width);

          if (used + height > room)
            break;
          used += height;
        }
      if (first > 0)
        g_ptr_array_add (blocks, ent_block_new (ENT_BLOCK_PAGE_BREAK));
      block = page_block (self, first, end);
      block->width = (used + around) / ENT_MM_TO_PT;
      block->alt = describe (self, first, end, alt);
      g_ptr_array_add (blocks, block);
    }
}
