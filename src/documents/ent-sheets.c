/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills pages with bands, keeping together what belongs together. One thread. */

#include "ent-sheets.h"

#define FRAME_LINE 0.7

typedef struct
{
  GPtrArray *bands;
  const EntPageArea *area;
  GPtrArray *pages;
  EntPage *page;
  double y;
  gboolean fresh; /* nothing stands on the page but repeated heads */
} Filler;

static void
page_free (gpointer data)
{
  EntPage *self = data;

  g_array_unref (self->places);
  g_free (self);
}

static void
add_page (Filler *self, double top)
{
  self->page = g_new0 (EntPage, 1);
  self->page->places = g_array_new (FALSE, FALSE, sizeof (EntSpot));
  self->page->top = self->y = top;
  g_ptr_array_add (self->pages, self->page);
}

static const EntBand *
band_at (const Filler *self, guint i)
{
  return g_ptr_array_index (self->bands, i);
}

/* Room that the heads of a table take when the page begins in its midst. */
static double
heads_above (const Filler *self, guint i)
{
  const EntBand *band = band_at (self, i);

  if (band->table == NULL || i == 0 || band_at (self, i - 1)->table != band->table)
    return 0;
  if (band->row != NULL && band->row->head)
    return 0;
  return band->table->heads_height;
}

static void
turn_page (Filler *self, guint next)
{
  double heads = heads_above (self, next);

  add_page (self, self->area->top);
  self->fresh = TRUE;
  if (heads > 0)
    {
      self->page->repeat = band_at (self, next)->table;
      self->y += heads;
    }
}

/* Last band of what must stay with band @i, at a strength. */
static guint
end_of_chunk (const Filler *self, guint i, EntKeep strength)
{
  while (i + 1 < self->bands->len && band_at (self, i)->keep >= strength &&
         !band_at (self, i + 1)->new_page)
    i++;
  return i;
}

static double
height_of (const Filler *self, guint first, guint last, gboolean at_top)
{
  double height = 0;

  for (guint i = first; i <= last; i++)
    {
      const EntBand *band = band_at (self, i);

      height += band->height + (i == first && at_top ? 0 : band->gap);
    }
  return height;
}

static void
put (Filler *self, guint first, guint last)
{
  for (guint i = first; i <= last; i++)
    {
      EntSpot place = { i, self->y };

      if (!self->fresh)
        place.y += band_at (self, i)->gap;
      self->y = place.y + band_at (self, i)->height;
      self->fresh = FALSE;
      g_array_append_val (self->page->places, place);
    }
}

/* What a page holds together goes on this page or, when there is no room, on the next; what no page
 * holds is tried again with weaker ties. */
static guint
place (Filler *self, guint first)
{
  for (EntKeep strength = ENT_KEEP_IF_ROOM; strength <= ENT_KEEP + 1; strength++)
    {
      guint last = end_of_chunk (self, first, strength);
      double body = self->area->bottom - self->area->top - heads_above (self, first);

      if (self->y + height_of (self, first, last, self->fresh) <= self->area->bottom)
        {
          put (self, first, last);
          return last + 1;
        }
      if (strength > ENT_KEEP || height_of (self, first, last, TRUE) <= body)
        {
          if (!self->fresh)
            turn_page (self, first);
          put (self, first, last);
          return last + 1;
        }
    }
  g_return_val_if_reached (first + 1);
}

GPtrArray *
ent_pages_new (GPtrArray *bands, const EntPageArea *area)
{
  Filler filler = { .bands = bands, .area = area };

  filler.pages = g_ptr_array_new_with_free_func (page_free);
  add_page (&filler, area->first_top);
  filler.fresh = area->first_top <= area->top;
  for (guint i = 0; i < bands->len;)
    {
      if (band_at (&filler, i)->new_page && i > 0)
        turn_page (&filler, i);
      i = place (&filler, i);
    }
  return filler.pages;
}

static void
draw_repeated (const EntPage *self, EntPen *pen, double x)
{
  double y = self->top;

  ent_pen_begin_artifact (pen);
  for (guint i = 0; i < self->repeat->heads->len; i++)
    {
      const EntRow *row = g_ptr_array_index (self->repeat->heads, i);

      ent_row_draw (row, pen, x, y);
      y += row->height;
    }
  ent_pen_end_artifact (pen);
}

static gboolean
is_inside (const EntBand *band, const EntFrame *frame)
{
  for (const EntFrame *f = band->frame; f != NULL; f = f->outer)
    if (f == frame)
      return TRUE;
  return FALSE;
}

/* The part of a frame on this page, from its first band here to its last. */
static void
draw_frame (const EntPage *self, GPtrArray *bands, EntPen *pen, const EntFrame *frame, double x)
{
  double top = 0;
  double bottom = -1;

  for (guint i = 0; i < self->places->len; i++)
    {
      const EntSpot *at = &g_array_index (self->places, EntSpot, i);
      const EntBand *band = g_ptr_array_index (bands, at->band);

      if (!is_inside (band, frame))
        continue;
      if (bottom < 0)
        top = at->y;
      bottom = at->y + band->height;
    }
  cairo_set_source_rgb (pen->cr, 0.45, 0.45, 0.45);
  cairo_set_line_width (pen->cr, FRAME_LINE);
  cairo_rectangle (pen->cr, x + frame->x, top, frame->width, bottom - top);
  cairo_stroke (pen->cr);
}

static void
draw_frames (const EntPage *self, GPtrArray *bands, EntPen *pen, double x)
{
  g_autoptr (GPtrArray) done = g_ptr_array_new ();

  for (guint i = 0; i < self->places->len; i++)
    {
      guint at = g_array_index (self->places, EntSpot, i).band;
      EntFrame *frame = ((EntBand *) g_ptr_array_index (bands, at))->frame;

      for (; frame != NULL; frame = frame->outer)
        if (!g_ptr_array_find (done, frame, NULL))
          {
            g_ptr_array_add (done, frame);
            draw_frame (self, bands, pen, frame, x);
          }
    }
}

/* Draws all slices of one row that stand here one after the other; returns how many. */
static guint
draw_slices (const EntPage *self, GPtrArray *bands, EntPen *pen, guint from, double x)
{
  const EntSpot *first = &g_array_index (self->places, EntSpot, from);
  const EntBand *slice = g_ptr_array_index (bands, first->band);
  g_autoptr (GArray) tops = g_array_new (FALSE, FALSE, sizeof (double));
  double bottom = first->y;

  for (guint i = from; i < self->places->len; i++)
    {
      const EntSpot *at = &g_array_index (self->places, EntSpot, i);
      const EntBand *band = g_ptr_array_index (bands, at->band);

      if (band->kind != ENT_BAND_SLICE || band->row != slice->row)
        break;
      g_array_append_val (tops, at->y);
      bottom = at->y + band->height;
    }
  for (guint i = 0; slice->opens != NULL && i < slice->opens->len; i++)
    ent_pen_open (pen, g_array_index (slice->opens, EntTag, i));
  ent_row_draw_slices (slice->row, pen, x, tops, slice->line);
  ent_pen_fill (pen, 0.7,
                &(cairo_rectangle_t) { x + slice->row->x, bottom + 1, slice->row->width, 0.4 });
  return tops->len;
}

void
ent_page_draw (const EntPage *self, GPtrArray *bands, EntPen *pen, double x)
{
  draw_frames (self, bands, pen, x);
  if (self->repeat != NULL)
    draw_repeated (self, pen, x);
  for (guint i = 0; i < self->places->len;)
    {
      const EntSpot *at = &g_array_index (self->places, EntSpot, i);
      const EntBand *band = g_ptr_array_index (bands, at->band);

      if (band->kind == ENT_BAND_SLICE)
        {
          i += draw_slices (self, bands, pen, i, x);
          continue;
        }
      ent_band_draw (band, pen, x, at->y);
      i++;
    }
}
