/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps what a printed map shows, and lays it on the page. One thread at a time. */

#include "ent-map-sheet-private.h"

#include <math.h>

#define LEGEND_GAP 10.0
#define LEGEND_WIDTH (ENT_MAP_SHEET_SIDE - LEGEND_GAP)
#define ROOM 0.06 /* around the stops, of the larger side */
#define LEAST_SPAN 2e-5 /* of the world: some 500 m in Belgium */

static void
piece_free (gpointer pointer)
{
  EntSheetPiece *piece = pointer;

  g_array_unref (piece->spots);
  g_array_unref (piece->counts);
  g_free (piece);
}

static void
text_free (gpointer pointer)
{
  EntSheetText *text = pointer;

  g_array_unref (text->spots);
  g_free (text->text);
  g_free (text);
}

static void
stop_free (gpointer pointer)
{
  EntSheetStop *stop = pointer;

  g_free (stop->text);
  g_free (stop);
}

static void
route_free (gpointer pointer)
{
  EntSheetRoute *route = pointer;

  g_ptr_array_unref (route->ways);
  g_free (route->name);
  g_free (route);
}

EntMapSpot
ent_map_spot (EntPoint point)
{
  double sine = sin (CLAMP (point.latitude, -85, 85) * G_PI / 180);

  return (EntMapSpot) { 0.5 + point.longitude / 360,
                        0.5 - log ((1 + sine) / (1 - sine)) / (4 * G_PI) };
}

EntMapSheet *
ent_map_sheet_new (void)
{
  EntMapSheet *self = g_new0 (EntMapSheet, 1);

  self->pieces = g_ptr_array_new_with_free_func (piece_free);
  self->streets = g_ptr_array_new_with_free_func (text_free);
  self->places = g_ptr_array_new_with_free_func (text_free);
  self->routes = g_ptr_array_new_with_free_func (route_free);
  self->stops = g_ptr_array_new_with_free_func (stop_free);
  self->bases = g_array_new (FALSE, FALSE, sizeof (EntMapSpot));
  return self;
}

void
ent_map_sheet_free (EntMapSheet *self)
{
  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->streets);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->routes);
  g_ptr_array_unref (self->stops);
  g_array_unref (self->bases);
  g_free (self->attribution);
  g_free (self);
}

static GArray *
copy_spots (const EntMapSpot *spots, guint n)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (EntMapSpot), n);

  return g_array_append_vals (copy, spots, n);
}

void
ent_map_sheet_add_shape (EntMapSheet *self, EntMapSheetKind kind, const EntMapShapes *shapes)
{
  EntSheetPiece *piece = g_new0 (EntSheetPiece, 1);
  guint n = 0;

  for (guint i = 0; i < shapes->n_parts; i++)
    n += shapes->counts[i];
  piece->kind = kind;
  piece->spots = copy_spots (shapes->spots, n);
  piece->counts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (piece->counts, shapes->counts, shapes->n_parts);
  g_ptr_array_add (self->pieces, piece);
}

static void
add_text (GPtrArray *texts, const char *name, const EntMapSpot *spots, guint n_spots)
{
  EntSheetText *text = g_new0 (EntSheetText, 1);

  text->text = g_strdup (name);
  text->spots = copy_spots (spots, n_spots);
  g_ptr_array_add (texts, text);
}

void
ent_map_sheet_add_street_name (EntMapSheet *self,
                               const char *name,
                               const EntMapSpot *spots,
                               guint n_spots)
{
  add_text (self->streets, name, spots, n_spots);
}

void
ent_map_sheet_add_place_name (EntMapSheet *self, const char *name, EntMapSpot spot)
{
  add_text (self->places, name, &spot, 1);
}

guint
ent_map_sheet_add_route (EntMapSheet *self, const char *name)
{
  EntSheetRoute *route = g_new0 (EntSheetRoute, 1);

  route->name = g_strdup (name);
  route->ways = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_ptr_array_add (self->routes, route);
  return self->routes->len - 1;
}

void
ent_map_sheet_add_way (EntMapSheet *self, guint route, const EntMapSpot *spots, guint n)
{
  EntSheetRoute *owner = g_ptr_array_index (self->routes, route);

  g_ptr_array_add (owner->ways, copy_spots (spots, n));
}

void
ent_map_sheet_add_stop (EntMapSheet *self, guint route, const char *number, EntMapSpot spot)
{
  EntSheetRoute *owner = g_ptr_array_index (self->routes, route);
  EntSheetStop *stop = g_new0 (EntSheetStop, 1);

  stop->text = g_strdup (number);
  stop->spot = spot;
  stop->route = route;
  owner->n_stops++;
  g_ptr_array_add (self->stops, stop);
}

void
ent_map_sheet_add_base (EntMapSheet *self, EntMapSpot spot)
{
  g_array_append_val (self->bases, spot);
}

void
ent_map_sheet_set_attribution (EntMapSheet *self, const char *text)
{
  g_set_str (&self->attribution, text);
}

static void
widen (EntMapSpot corners[2], EntMapSpot spot, gboolean is_first)
{
  corners[0].x = is_first ? spot.x : MIN (corners[0].x, spot.x);
  corners[0].y = is_first ? spot.y : MIN (corners[0].y, spot.y);
  corners[1].x = is_first ? spot.x : MAX (corners[1].x, spot.x);
  corners[1].y = is_first ? spot.y : MAX (corners[1].y, spot.y);
}

static void
cover (const EntMapSheet *self, EntMapSpot corners[2])
{
  for (guint i = 0; i < self->stops->len; i++)
    widen (corners, ((EntSheetStop *) g_ptr_array_index (self->stops, i))->spot, i == 0);
  for (guint i = 0; i < self->bases->len; i++)
    widen (corners, g_array_index (self->bases, EntMapSpot, i), FALSE);
  for (guint i = 0; i < self->routes->len; i++)
    {
      EntSheetRoute *route = g_ptr_array_index (self->routes, i);

      for (guint j = 0; j < route->ways->len; j++)
        {
          GArray *way = g_ptr_array_index (route->ways, j);

          for (guint k = 0; k < way->len; k++)
            widen (corners, g_array_index (way, EntMapSpot, k), FALSE);
        }
    }
}

gboolean
ent_map_sheet_get_frame (EntMapSheet *self, double width, double height, EntMapSpot corners[2])
{
  EntMapSpot centre;
  double span_x, span_y, room;

  if (self->stops->len == 0)
    return FALSE;
  cover (self, corners);
  centre = (EntMapSpot) { (corners[0].x + corners[1].x) / 2, (corners[0].y + corners[1].y) / 2 };
  span_x = MAX (corners[1].x - corners[0].x, LEAST_SPAN);
  span_y = MAX (corners[1].y - corners[0].y, LEAST_SPAN);
  room = 1 + 2 * ROOM;
  span_x *= room;
  span_y *= room;
  if (span_x / width > span_y / height)
    span_y = span_x * height / width;
  else
    span_x = span_y * width / height;
  corners[0] = (EntMapSpot) { centre.x - span_x / 2, centre.y - span_y / 2 };
  corners[1] = (EntMapSpot) { centre.x + span_x / 2, centre.y + span_y / 2 };
  return TRUE;
}

void
ent_map_drawing_place (const EntMapDrawing *self, EntMapSpot spot, double *x, double *y)
{
  *x = (spot.x - self->corner.x) * self->scale;
  *y = (spot.y - self->corner.y) * self->scale;
}

void
ent_map_drawing_trace (const EntMapDrawing *self, const EntMapSpot *spots, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      double x, y;

      ent_map_drawing_place (self, spots[i], &x, &y);
      if (i == 0)
        cairo_move_to (self->cr, x, y);
      else
        cairo_line_to (self->cr, x, y);
    }
}

gboolean
ent_map_drawing_take (EntMapDrawing *self, const cairo_rectangle_t *area)
{
  if (area->x < 1 || area->y < 1 || area->x + area->width > self->width - 1 ||
      area->y + area->height > self->height - 1)
    return FALSE;
  for (guint i = 0; i < self->taken->len; i++)
    {
      const cairo_rectangle_t *other = &g_array_index (self->taken, cairo_rectangle_t, i);

      if (area->x < other->x + other->width && other->x < area->x + area->width &&
          area->y < other->y + other->height && other->y < area->y + area->height)
        return FALSE;
    }
  g_array_append_val (self->taken, *area);
  return TRUE;
}

static void
draw_foot (EntMapDrawing *self)
{
  EntTypeStyle style = { .size = 6.5, .width = self->width, .grey = 0.3 };
  g_autoptr (EntTypeset) text = NULL;

  if (self->sheet->attribution == NULL)
    return;
  text = ent_typeset_new_plain (self->context, self->sheet->attribution, &style);
  ent_map_drawing_write (self, text, 0, self->height + 2, FALSE);
}

static void
draw_map (EntMapDrawing *self)
{
  cairo_save (self->cr);
  cairo_rectangle (self->cr, 0, 0, self->width, self->height);
  cairo_clip (self->cr);
  ent_map_drawing_ground (self);
  ent_map_drawing_routes (self);
  ent_map_drawing_scale (self);
  ent_map_drawing_names (self);
  cairo_restore (self->cr);
  cairo_set_source_rgb (self->cr, 0.6, 0.6, 0.6);
  cairo_set_line_width (self->cr, 0.5);
  cairo_rectangle (self->cr, 0, 0, self->width, self->height);
  cairo_stroke (self->cr);
}

static void
draw (gpointer data, cairo_t *cr, double width, double height)
{
  EntMapSheet *sheet = data;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  PangoContext *context = ent_type_context_new (NULL);
  EntMapDrawing drawing = { .sheet = sheet, .cr = cr, .context = context, .taken = taken };
  EntMapSpot corners[2];

  drawing.width = width - ENT_MAP_SHEET_SIDE;
  drawing.height = height - ENT_MAP_SHEET_FOOT;
  if (ent_map_sheet_get_frame (sheet, drawing.width, drawing.height, corners))
    {
      drawing.corner = corners[0];
      drawing.scale = drawing.width / (corners[1].x - corners[0].x);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      draw_map (&drawing);
      draw_foot (&drawing);
      ent_map_drawing_legend (&drawing, width - LEGEND_WIDTH, LEGEND_WIDTH);
    }
  g_object_unref (context);
}

static void
free_sheet (gpointer data)
{
  ent_map_sheet_free (data);
}

EntBlock *
ent_map_sheet_to_block (EntMapSheet *self, double height, const char *alt)
{
  EntBlock *block = ent_block_new (ENT_BLOCK_DRAWING);

  block->width = height;
  block->alt = g_strdup (alt);
  block->drawing = (EntDrawing) { draw, self, free_sheet };
  return block;
}
