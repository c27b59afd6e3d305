/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bands of a document: making, freeing and drawing them. One thread. */

#include "ent-band.h"

#define HAIRLINE 0.4
#define STRONG_LINE 0.9

static void
cell_free (gpointer data)
{
  EntCell *self = data;

  g_ptr_array_unref (self->bands);
  g_free (self);
}

EntCell *
ent_cell_new (void)
{
  EntCell *self = g_new0 (EntCell, 1);

  self->bands = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_band_free);
  return self;
}

EntRow *
ent_row_new (void)
{
  EntRow *self = g_new0 (EntRow, 1);

  self->cells = g_ptr_array_new_with_free_func (cell_free);
  return self;
}

void
ent_row_free (EntRow *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
ent_signing_room_free (EntSigningRoom *self)
{
  g_clear_pointer (&self->role, ent_typeset_unref);
  g_clear_pointer (&self->name, ent_typeset_unref);
  g_clear_pointer (&self->picture, ent_picture_free);
  g_free (self->alt);
  g_free (self);
}

double
ent_signing_room_role_height (const EntSigningRoom *self)
{
  return self->role != NULL ? self->role->height : 0;
}

EntBand *
ent_band_new (EntBandKind kind)
{
  EntBand *self = g_new0 (EntBand, 1);

  self->kind = kind;
  return self;
}

void
ent_band_free (EntBand *self)
{
  g_clear_pointer (&self->opens, g_array_unref);
  g_clear_pointer (&self->closes, g_array_unref);
  g_clear_pointer (&self->text, ent_typeset_unref);
  g_clear_pointer (&self->picture, ent_picture_free);
  g_clear_pointer (&self->signatures, g_ptr_array_unref);
  g_free (self->alt);
  g_free (self);
}

double
ent_bands_height (GPtrArray *bands)
{
  double height = 0;

  for (guint i = 0; i < bands->len; i++)
    {
      const EntBand *band = g_ptr_array_index (bands, i);

      height += band->height + (i > 0 ? band->gap : 0);
    }
  return height;
}

static void
draw_signature (const EntSigningRoom *self, EntPen *pen, double x, double y, double room)
{
  ent_pen_open (pen, ENT_TAG_DIV);
  if (self->role != NULL)
    {
      ent_pen_open (pen, ENT_TAG_P);
      ent_typeset_draw (self->role, pen, x, y);
      ent_pen_close (pen, ENT_TAG_P);
    }
  y += ent_signing_room_role_height (self);
  if (self->picture != NULL)
    {
      double top = y + (room - self->picture->height) / 2;

      ent_pen_open_figure (pen, self->alt, x, top);
      ent_picture_draw (self->picture, pen->cr, x, top);
      ent_pen_close_figure (pen);
    }
  y += room;
  if (self->name != NULL)
    {
      ent_pen_open (pen, ENT_TAG_P);
      ent_typeset_draw (self->name, pen, x, y);
      ent_pen_close (pen, ENT_TAG_P);
    }
  ent_pen_close (pen, ENT_TAG_DIV);
}

/* Names stand on one height, whatever the number of lines above. */
static void
draw_signatures (const EntBand *self, EntPen *pen, double x, double y)
{
  double tallest = 0;

  for (guint i = 0; i < self->signatures->len; i++)
    {
      const EntSigningRoom *signature = g_ptr_array_index (self->signatures, i);

      tallest = MAX (tallest, ent_signing_room_role_height (signature));
    }
  for (guint i = 0; i < self->signatures->len; i++)
    {
      const EntSigningRoom *signature = g_ptr_array_index (self->signatures, i);

      draw_signature (signature, pen, x + signature->x, y,
                      self->signing_room + tallest - ent_signing_room_role_height (signature));
    }
}

static void
draw_picture (const EntBand *self, EntPen *pen, double x, double y)
{
  ent_pen_open_figure (pen, self->alt, x, y);
  ent_picture_draw (self->picture, pen->cr, x, y);
  ent_pen_close_figure (pen);
}

static void
draw_drawing (const EntBand *self, EntPen *pen, double x, double y)
{
  ent_pen_open_figure (pen, self->alt, x, y);
  cairo_save (pen->cr);
  cairo_translate (pen->cr, x, y);
  self->drawing->draw (self->drawing->data, pen->cr, self->width, self->height);
  cairo_restore (pen->cr);
  ent_pen_close_figure (pen);
}

static void
draw_line (const EntBand *self, EntPen *pen, double x, double y)
{
  if (self->outline > 0)
    {
      g_autofree char *title = ent_typeset_get_text (self->text);

      ent_pen_add_outline (pen, self->outline, title, y);
    }
  ent_typeset_draw_line (self->text, self->line, pen, x, y);
}

void
ent_band_draw (const EntBand *self, EntPen *pen, double x, double y)
{
  for (guint i = 0; self->opens != NULL && i < self->opens->len; i++)
    ent_pen_open (pen, g_array_index (self->opens, EntTag, i));
  switch (self->kind)
    {
    case ENT_BAND_LINE:
      draw_line (self, pen, x + self->x, y);
      break;
    case ENT_BAND_RULE:
      ent_pen_fill (pen, 0.4, &(cairo_rectangle_t) { x + self->x, y, self->width, HAIRLINE });
      break;
    case ENT_BAND_PICTURE:
      draw_picture (self, pen, x + self->x, y);
      break;
    case ENT_BAND_DRAWING:
      draw_drawing (self, pen, x + self->x, y);
      break;
    case ENT_BAND_ROW:
      ent_row_draw (self->row, pen, x, y);
      break;
    case ENT_BAND_SIGNATURES:
      draw_signatures (self, pen, x, y);
      break;
    case ENT_BAND_SLICE: /* drawn together, by ent_row_draw_slices () */
    case ENT_BAND_PAD:
    default:
      break;
    }
  for (guint i = 0; self->closes != NULL && i < self->closes->len; i++)
    ent_pen_close (pen, g_array_index (self->closes, EntTag, i));
}

static void
rule_below (const EntRow *self, EntPen *pen, double x, double y)
{
  cairo_rectangle_t line = { x + self->x, y, self->width,
                             self->last_head ? STRONG_LINE : HAIRLINE };

  line.y -= line.height;
  ent_pen_fill (pen, self->last_head ? 0.15 : 0.7, &line);
}

static void
draw_cell (const EntCell *cell, EntPen *pen, double x, double y)
{
  ent_pen_open (pen, cell->head ? ENT_TAG_TH : ENT_TAG_TD);
  for (guint i = 0; i < cell->bands->len; i++)
    {
      const EntBand *band = g_ptr_array_index (cell->bands, i);

      y += i > 0 ? band->gap : 0;
      ent_band_draw (band, pen, x + cell->x, y);
      y += band->height;
    }
  ent_pen_close (pen, cell->head ? ENT_TAG_TH : ENT_TAG_TD);
}

void
ent_row_draw (const EntRow *self, EntPen *pen, double x, double y)
{
  ent_pen_open (pen, ENT_TAG_TR);
  for (guint i = 0; i < self->cells->len; i++)
    draw_cell (g_ptr_array_index (self->cells, i), pen, x, y + self->pad);
  ent_pen_close (pen, ENT_TAG_TR);
  rule_below (self, pen, x, y + self->height);
}

/* What is still open in a cell where a page ends, innermost last. */
static void
follow (GArray *stack, const EntBand *band)
{
  if (band->opens != NULL)
    g_array_append_vals (stack, band->opens->data, band->opens->len);
  if (band->closes != NULL)
    g_array_set_size (stack, stack->len - band->closes->len);
}

static void
draw_cell_slices (const EntCell *cell, EntPen *pen, double x, GArray *tops, guint first)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (EntTag));

  ent_pen_open (pen, cell->head ? ENT_TAG_TH : ENT_TAG_TD);
  for (guint i = 0; i < MIN (first, cell->bands->len); i++)
    follow (stack, g_ptr_array_index (cell->bands, i));
  for (guint i = 0; i < stack->len; i++)
    ent_pen_open (pen, g_array_index (stack, EntTag, i));
  for (guint i = first; i < MIN (first + tops->len, cell->bands->len); i++)
    {
      const EntBand *band = g_ptr_array_index (cell->bands, i);

      ent_band_draw (band, pen, x + cell->x, g_array_index (tops, double, i - first));
      follow (stack, band);
    }
  for (guint i = stack->len; i > 0; i--)
    ent_pen_close (pen, g_array_index (stack, EntTag, i - 1));
  ent_pen_close (pen, cell->head ? ENT_TAG_TH : ENT_TAG_TD);
}

/* The part of a tall row on each page is a row of its own: a cell cannot be left half-told while
 * the next one is told. */
void
ent_row_draw_slices (const EntRow *self, EntPen *pen, double x, GArray *tops, guint first)
{
  ent_pen_open (pen, ENT_TAG_TR);
  for (guint i = 0; i < self->cells->len; i++)
    draw_cell_slices (g_ptr_array_index (self->cells, i), pen, x, tops, first);
  ent_pen_close (pen, ENT_TAG_TR);
}
