/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The routes of a printed map, their stops, the legend, the scale and the north. One thread at a
 * time. */

#include "ent-map-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define EQUATOR 40075016.686 /* metres */
#define MARK 5.4 /* radius of a stop */
#define LINE 1.9
#define BESIDE 1.5
#define GOLDEN_ANGLE 2.39996
#define LEGEND_SIZE 7.5
#define LEGEND_STEP 14.0
#define N_COLOURS 8

/* Told apart by who sees colours otherwise (after Okabe and Ito, darkened for white letters). From
 * the ninth route on the line is dashed. */
static const double colours[N_COLOURS][3] = {
  { 0.00, 0.40, 0.65 }, { 0.78, 0.33, 0.00 }, { 0.00, 0.50, 0.36 }, { 0.66, 0.33, 0.54 },
  { 0.20, 0.20, 0.20 }, { 0.60, 0.45, 0.00 }, { 0.10, 0.55, 0.75 }, { 0.70, 0.10, 0.15 },
};

static void
set_colour (EntMapDrawing *self, guint route)
{
  const double *colour = colours[route % N_COLOURS];

  cairo_set_source_rgb (self->cr, colour[0], colour[1], colour[2]);
}

static void
set_dash (EntMapDrawing *self, guint route)
{
  double dash[] = { 4.0 / (route / N_COLOURS + 1) + 2, 3.5 };

  cairo_set_dash (self->cr, dash, route < N_COLOURS ? 0 : 2, 0);
}

/* Each route lies a little beside the others, in a direction of its own, so that two in one street
 * are both seen. */
static void
draw_way (EntMapDrawing *self, guint index, const GArray *way)
{
  cairo_save (self->cr);
  cairo_translate (self->cr, BESIDE * cos (index * GOLDEN_ANGLE),
                   BESIDE * sin (index * GOLDEN_ANGLE));
  cairo_new_path (self->cr);
  ent_map_drawing_trace (self, (const EntMapSpot *) (gconstpointer) way->data, way->len);
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_set_line_width (self->cr, LINE + 1.2);
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_stroke_preserve (self->cr);
  set_colour (self, index);
  set_dash (self, index);
  cairo_set_line_width (self->cr, LINE);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

/* A disc, or a square for routes whose colour another has already. */
static void
trace_mark (EntMapDrawing *self, guint route, double x, double y)
{
  cairo_new_path (self->cr);
  if (route < N_COLOURS)
    cairo_arc (self->cr, x, y, MARK, 0, 2 * G_PI);
  else
    cairo_rectangle (self->cr, x - MARK, y - MARK, 2 * MARK, 2 * MARK);
}

static void
draw_mark (EntMapDrawing *self, guint route, const char *number, const double at[2])
{
  EntTypeStyle style = { .size = 6.5, .width = -1, .bold = TRUE, .grey = 1 };
  g_autoptr (EntTypeset) text = ent_typeset_new_plain (self->context, number, &style);

  trace_mark (self, route, at[0], at[1]);
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_set_line_width (self->cr, 1.6);
  cairo_stroke_preserve (self->cr);
  set_colour (self, route);
  cairo_fill (self->cr);
  ent_map_drawing_write (self, text, at[0] - text->width / 2, at[1] - text->height / 2, FALSE);
}

/* Where a stop can stand so that no other is covered: on its spot, else beside it. */
static void
find_room (EntMapDrawing *self, double at[2])
{
  double x = at[0], y = at[1];

  for (int ring = 0; ring < 5; ring++)
    for (int i = 0; i < MAX (1, 6 * ring); i++)
      {
        double angle = ring > 0 ? i * G_PI / (3 * ring) : 0;
        double px = x + ring * 2 * MARK * cos (angle), py = y + ring * 2 * MARK * sin (angle);

        if (ent_map_drawing_take (self, &(cairo_rectangle_t) { px - MARK, py - MARK, 2 * MARK,
                                                               2 * MARK }))
          {
            at[0] = px;
            at[1] = py;
            return;
          }
      }
}

static void
draw_stop (EntMapDrawing *self, const EntSheetStop *stop)
{
  double x, y, at[2];

  ent_map_drawing_place (self, stop->spot, &x, &y);
  at[0] = x;
  at[1] = y;
  find_room (self, at);
  if (hypot (at[0] - x, at[1] - y) > MARK)
    {
      cairo_new_path (self->cr);
      cairo_move_to (self->cr, x, y);
      cairo_line_to (self->cr, at[0], at[1]);
      set_colour (self, stop->route);
      cairo_set_line_width (self->cr, 0.7);
      cairo_stroke (self->cr);
    }
  draw_mark (self, stop->route, stop->text, at);
}

static void
draw_base (EntMapDrawing *self, EntMapSpot spot)
{
  double x, y;

  ent_map_drawing_place (self, spot, &x, &y);
  ent_map_drawing_take (self, &(cairo_rectangle_t) { x - 6, y - 7, 12, 13 });
  cairo_new_path (self->cr);
  cairo_move_to (self->cr, x - 5, y + 5);
  cairo_line_to (self->cr, x - 5, y - 1);
  cairo_line_to (self->cr, x, y - 6);
  cairo_line_to (self->cr, x + 5, y - 1);
  cairo_line_to (self->cr, x + 5, y + 5);
  cairo_close_path (self->cr);
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_set_line_width (self->cr, 2);
  cairo_stroke_preserve (self->cr);
  cairo_set_source_rgb (self->cr, 0.1, 0.1, 0.1);
  cairo_fill (self->cr);
}

void
ent_map_drawing_routes (EntMapDrawing *self)
{
  const EntMapSheet *sheet = self->sheet;

  for (guint i = 0; i < sheet->routes->len; i++)
    {
      const EntSheetRoute *route = g_ptr_array_index (sheet->routes, i);

      for (guint j = 0; j < route->ways->len; j++)
        draw_way (self, i, g_ptr_array_index (route->ways, j));
    }
  for (guint i = 0; i < sheet->bases->len; i++)
    draw_base (self, g_array_index (sheet->bases, EntMapSpot, i));
  for (guint i = 0; i < sheet->stops->len; i++)
    draw_stop (self, g_ptr_array_index (sheet->stops, i));
}

void
ent_map_drawing_legend (EntMapDrawing *self, double x, double width)
{
  EntTypeStyle style = { .size = LEGEND_SIZE, .width = width - 26, .grey = 0.1 };
  double y = LEGEND_STEP / 2;

  for (guint i = 0; i < self->sheet->routes->len; i++)
    {
      const EntSheetRoute *route = g_ptr_array_index (self->sheet->routes, i);
      g_autoptr (EntTypeset) text = ent_typeset_new_plain (self->context, route->name, &style);

      if (y + text->height > self->height)
        break;
      cairo_new_path (self->cr);
      cairo_move_to (self->cr, x, y);
      cairo_line_to (self->cr, x + 20, y);
      set_colour (self, i);
      set_dash (self, i);
      cairo_set_line_width (self->cr, LINE);
      cairo_stroke (self->cr);
      cairo_set_dash (self->cr, NULL, 0, 0);
      trace_mark (self, i, x + 10, y);
      cairo_fill (self->cr);
      ent_map_drawing_write (self, text, x + 26, y - LEGEND_SIZE * ENT_TYPE_LEADING / 2, FALSE);
      y += MAX (LEGEND_STEP, text->height + 4);
    }
}

/* A round length that fits in so many points. */
static double
round_length (double metres)
{
  double power = pow (10, floor (log10 (metres)));

  return power * (metres / power >= 5 ? 5 : metres / power >= 2 ? 2 : 1);
}

static void
draw_north (EntMapDrawing *self, double x, double y)
{
  cairo_new_path (self->cr);
  cairo_move_to (self->cr, x, y - 9);
  cairo_line_to (self->cr, x + 4, y + 3);
  cairo_line_to (self->cr, x, y);
  cairo_line_to (self->cr, x - 4, y + 3);
  cairo_close_path (self->cr);
  cairo_fill (self->cr);
}

void
ent_map_drawing_scale (EntMapDrawing *self)
{
  double south = self->corner.y + self->height / self->scale;
  double cosine = 1 / cosh (G_PI * (1 - 2 * south)); /* of the latitude */
  double metres = round_length (100 / self->scale * EQUATOR * cosine);
  double length = metres * self->scale / EQUATOR / cosine;
  EntTypeStyle style = { .size = 7, .width = -1, .grey = 0.1 };
  g_autofree char *words = metres < 1000 ? g_strdup_printf (_ ("%d m"), (int) metres)
                                         : g_strdup_printf (_ ("%d km"), (int) metres / 1000);
  g_autoptr (EntTypeset) text = ent_typeset_new_plain (self->context, words, &style);
  cairo_rectangle_t area = { 6, self->height - 24, length + 30, 18 };

  ent_map_drawing_take (self, &area);
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_rectangle (self->cr, area.x, area.y, area.width, area.height);
  cairo_fill (self->cr);
  cairo_set_source_rgb (self->cr, 0.1, 0.1, 0.1);
  draw_north (self, area.x + 9, area.y + 11);
  cairo_set_line_width (self->cr, 0.8);
  cairo_move_to (self->cr, area.x + 20, area.y + 11);
  cairo_rel_line_to (self->cr, 0, 3);
  cairo_rel_line_to (self->cr, length, 0);
  cairo_rel_line_to (self->cr, 0, -3);
  cairo_stroke (self->cr);
  ent_map_drawing_write (self, text, area.x + 24, area.y + 3, FALSE);
}
