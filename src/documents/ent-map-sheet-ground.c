/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ground of a printed map: land, waters, roads, and their names. One thread at a time. */

#include "ent-map-sheet-private.h"

#include <math.h>
#include <string.h>

#define STREET_SIZE 6.0
#define PLACE_SIZE 9.5
#define BENT 0.5 /* radians by which a named piece of street may turn */

/* Pale, so that the routes stand out; areas have no width. Roads lie on a darker edge. */
typedef struct
{
  double red, green, blue;
  double width;
  double edge; /* 0: none */
} Look;

static const Look looks[ENT_MAP_SHEET_N_KINDS] = {
  [ENT_MAP_SHEET_LAND] = { 0.955, 0.945, 0.925, 0, 0 },
  [ENT_MAP_SHEET_WOOD] = { 0.885, 0.93, 0.86, 0, 0 },
  [ENT_MAP_SHEET_WATER] = { 0.79, 0.88, 0.95, 0, 0 },
  [ENT_MAP_SHEET_HOUSES] = { 0.90, 0.885, 0.865, 0, 0 },
  [ENT_MAP_SHEET_STREAM] = { 0.72, 0.84, 0.93, 0.7, 0 },
  [ENT_MAP_SHEET_PATH] = { 0.87, 0.85, 0.82, 0.4, 0 },
  [ENT_MAP_SHEET_STREET] = { 1, 1, 1, 1.3, 0.4 },
  [ENT_MAP_SHEET_ROAD] = { 1, 0.97, 0.86, 2.2, 0.4 },
  [ENT_MAP_SHEET_HIGHWAY] = { 0.99, 0.89, 0.73, 3, 0.5 },
  [ENT_MAP_SHEET_RAIL] = { 0.65, 0.65, 0.67, 0.8, 0 },
};

static void
trace_piece (EntMapDrawing *self, const EntSheetPiece *piece, gboolean closed)
{
  guint first = 0;

  for (guint i = 0; i < piece->counts->len; i++)
    {
      guint n = g_array_index (piece->counts, guint, i);

      ent_map_drawing_trace (self, &g_array_index (piece->spots, EntMapSpot, first), n);
      if (closed)
        cairo_close_path (self->cr);
      first += n;
    }
}

static void
draw_kind (EntMapDrawing *self, EntMapSheetKind kind, gboolean as_edge)
{
  const Look *look = &looks[kind];

  if (as_edge && look->edge == 0)
    return;
  cairo_new_path (self->cr);
  for (guint i = 0; i < self->sheet->pieces->len; i++)
    {
      const EntSheetPiece *piece = g_ptr_array_index (self->sheet->pieces, i);

      if (piece->kind != kind)
        continue;
      trace_piece (self, piece, look->width == 0);
      /* Holes are told by the other way round, so areas that touch may be filled together; lines
       * are drawn in runs, for a path of a whole town is slow to print. */
      if (look->width == 0)
        {
          cairo_set_source_rgb (self->cr, look->red, look->green, look->blue);
          cairo_fill (self->cr);
        }
    }
  if (look->width == 0)
    return;
  if (as_edge)
    cairo_set_source_rgb (self->cr, 0.78, 0.76, 0.72);
  else
    cairo_set_source_rgb (self->cr, look->red, look->green, look->blue);
  cairo_set_line_width (self->cr, look->width + (as_edge ? 2 * look->edge : 0));
  cairo_stroke (self->cr);
}

void
ent_map_drawing_ground (EntMapDrawing *self)
{
  cairo_set_source_rgb (self->cr, 0.975, 0.97, 0.955);
  cairo_paint (self->cr);
  for (EntMapSheetKind kind = 0; kind < ENT_MAP_SHEET_STREET; kind++)
    draw_kind (self, kind, FALSE);
  for (EntMapSheetKind kind = ENT_MAP_SHEET_STREET; kind < ENT_MAP_SHEET_N_KINDS; kind++)
    draw_kind (self, kind, TRUE);
  for (EntMapSheetKind kind = ENT_MAP_SHEET_STREET; kind < ENT_MAP_SHEET_N_KINDS; kind++)
    draw_kind (self, kind, FALSE);
}

/* Letters, on a pale edge of their own where they stand on lines. */
void
ent_map_drawing_write (EntMapDrawing *self,
                       EntTypeset *text,
                       double x,
                       double y,
                       gboolean with_halo)
{
  EntPen pen = { .cr = self->cr, .artifact = 1 };

  if (with_halo)
    {
      cairo_save (self->cr);
      cairo_set_source_rgb (self->cr, 1, 1, 1);
      cairo_rectangle (self->cr, x - 0.5, y + text->height * 0.14, text->width + 1,
                       text->height * 0.72);
      cairo_fill (self->cr);
      cairo_restore (self->cr);
    }
  ent_typeset_draw (text, &pen, x, y);
}

/* The longest piece of a line that hardly turns: from where to where. */
static double
straightest (EntMapDrawing *self, GArray *spots, double from[2], double to[2])
{
  double best = 0;

  for (guint i = 0; i + 1 < spots->len; i++)
    {
      double x0, y0, x1, y1, first = 0;

      ent_map_drawing_place (self, g_array_index (spots, EntMapSpot, i), &x0, &y0);
      for (guint j = i + 1; j < spots->len; j++)
        {
          double px, py, angle;

          ent_map_drawing_place (self, g_array_index (spots, EntMapSpot, j - 1), &px, &py);
          ent_map_drawing_place (self, g_array_index (spots, EntMapSpot, j), &x1, &y1);
          angle = atan2 (y1 - py, x1 - px);
          if (j == i + 1)
            first = angle;
          if (fabs (remainder (angle - first, 2 * G_PI)) > BENT)
            break;
          if (hypot (x1 - x0, y1 - y0) <= best)
            continue;
          best = hypot (x1 - x0, y1 - y0);
          from[0] = x0;
          from[1] = y0;
          to[0] = x1;
          to[1] = y1;
        }
    }
  return best;
}

static void
write_street (EntMapDrawing *self, const EntSheetText *street, GHashTable *written)
{
  EntTypeStyle style = { .size = STREET_SIZE, .width = -1, .grey = 0.25 };
  g_autoptr (EntTypeset) text = NULL;
  double from[2] = { 0 }, to[2] = { 0 }, angle, x, y, length;
  cairo_rectangle_t area;

  if (g_hash_table_contains (written, street->text))
    return;
  length = straightest (self, street->spots, from, to);
  if (length < strlen (street->text) * STREET_SIZE * 0.35)
    return;
  text = ent_typeset_new_plain (self->context, street->text, &style);
  x = (from[0] + to[0]) / 2;
  y = (from[1] + to[1]) / 2;
  angle = atan2 (to[1] - from[1], to[0] - from[0]);
  if (fabs (angle) > G_PI / 2)
    angle += angle > 0 ? -G_PI : G_PI;
  area.width = fabs (cos (angle)) * text->width + fabs (sin (angle)) * text->height;
  area.height = fabs (sin (angle)) * text->width + fabs (cos (angle)) * text->height;
  area.x = x - area.width / 2;
  area.y = y - area.height / 2;
  if (length < text->width || !ent_map_drawing_take (self, &area))
    return;
  g_hash_table_add (written, street->text);
  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  cairo_rotate (self->cr, angle);
  ent_map_drawing_write (self, text, -text->width / 2, -text->height / 2, TRUE);
  cairo_restore (self->cr);
}

static void
write_place (EntMapDrawing *self, const EntSheetText *place, GHashTable *written)
{
  EntTypeStyle style = { .size = PLACE_SIZE, .width = -1, .bold = TRUE, .grey = 0.35 };
  g_autoptr (EntTypeset) text = NULL;
  cairo_rectangle_t area;
  double x, y;

  if (g_hash_table_contains (written, place->text))
    return;
  text = ent_typeset_new_plain (self->context, place->text, &style);
  ent_map_drawing_place (self, g_array_index (place->spots, EntMapSpot, 0), &x, &y);
  area = (cairo_rectangle_t) { x - text->width / 2, y - text->height / 2, text->width,
                               text->height };
  if (!ent_map_drawing_take (self, &area))
    return;
  g_hash_table_add (written, place->text);
  ent_map_drawing_write (self, text, area.x, area.y, TRUE);
}

void
ent_map_drawing_names (EntMapDrawing *self)
{
  g_autoptr (GHashTable) written = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->sheet->places->len; i++)
    write_place (self, g_ptr_array_index (self->sheet->places, i), written);
  for (guint i = 0; i < self->sheet->streets->len; i++)
    write_street (self, g_ptr_array_index (self->sheet->streets, i), written);
}
