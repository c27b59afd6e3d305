/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways of rounds on the map. Main thread.
 *
 * The lines of a zoom are worked out once and moved with the map: their points are counted from the
 * first one of the way. */
#include "ent-map-routes.h"

#include <gtk/gtk.h>
#include <math.h>

#include "ent-map-lanes.h"
#include "ent-map-palette.h"
#include "ent-map-project.h"

#define LINE_WIDTH 5.0f
#define EDGE_WIDTH 8.0f
#define LANE_WIDTH 6.5
#define ARROW_SPACING 90.0
#define ARROW_SIZE 3.6

typedef struct
{
  EntMapRoute *route;
  EntMapSpot *spots;
  const float *lanes; /* of the stretches; owned by the layer */
  GskPath *line; /* at the zoom */
  GskPath *arrows;
} Way;

typedef struct
{
  double x, y;
} Pixel;

struct _EntMapRoutes
{
  ShumateLayer parent_instance;

  GArray *ways;
  GPtrArray *lanes;
  EntMapRoute *selected;
  double scale; /* for which the lines are */
  gboolean dark;
};

G_DEFINE_FINAL_TYPE (EntMapRoutes, ent_map_routes, SHUMATE_TYPE_LAYER)

static void
clear_way (gpointer data)
{
  Way *way = data;

  g_clear_object (&way->route);
  g_clear_pointer (&way->spots, g_free);
  g_clear_pointer (&way->line, gsk_path_unref);
  g_clear_pointer (&way->arrows, gsk_path_unref);
}

/* The points in pixels that are at least one apart, with the lane of what comes after each. */
static guint
thin_out (const Way *way, double scale, Pixel *pixels, float *lanes)
{
  guint n = 0;

  for (guint i = 0; i < way->route->n_points; i++)
    {
      Pixel pixel = { (way->spots[i].x - way->spots[0].x) * scale,
                      (way->spots[i].y - way->spots[0].y) * scale };

      if (n > 0 && i + 1 < way->route->n_points &&
          hypot (pixel.x - pixels[n - 1].x, pixel.y - pixels[n - 1].y) < 2.5)
        continue;
      lanes[n] = i + 1 < way->route->n_points ? way->lanes[i] : 0.0f;
      pixels[n++] = pixel;
    }
  return n;
}

/* The unit vector to the right of a stretch; y points down. */
static Pixel
right_of (Pixel from, Pixel to)
{
  double length = hypot (to.x - from.x, to.y - from.y);

  if (length < 1e-6)
    return (Pixel) { 0.0, 0.0 };
  return (Pixel) { -(to.y - from.y) / length, (to.x - from.x) / length };
}

static Pixel
aside (Pixel pixel, Pixel right, double by)
{
  return (Pixel) { pixel.x + right.x * by, pixel.y + right.y * by };
}

/* Moves the stretches to their lanes, @width pixels apart, into @moved, which has room for twice
 * the points. Where the lane changes, or the way turns sharply, a stretch ends and the next begins
 * beside it: one corner for both would lie far off the street. */
static guint
move_aside (const Pixel *pixels, const float *lanes, guint n, double width, Pixel *moved)
{
  guint n_moved = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_end = i == 0 || i + 1 == n;
      Pixel before = right_of (pixels[i > 0 ? i - 1 : 0], pixels[i > 0 ? i : MIN (1, n - 1)]);
      Pixel after = is_end && i > 0 ? before : right_of (pixels[i], pixels[i + 1]);
      double lane_before = lanes[i > 0 ? i - 1 : 0] * width;
      double lane_after = is_end && i > 0 ? lane_before : lanes[i] * width;
      double turn = before.x * after.x + before.y * after.y;

      if (lane_before == lane_after && turn > 0.5)
        {
          Pixel middle = { (before.x + after.x) / (1.0 + turn),
                           (before.y + after.y) / (1.0 + turn) };

          moved[n_moved++] = aside (pixels[i], middle, lane_before);
          continue;
        }
      moved[n_moved++] = aside (pixels[i], before, lane_before);
      moved[n_moved++] = aside (pixels[i], after, lane_after);
    }
  return n_moved;
}

static void
add_arrow (GskPathBuilder *builder, Pixel tip, Pixel right)
{
  /* Forward is a quarter turn to the left of right. */
  Pixel forward = { right.y, -right.x };
  Pixel back = { tip.x - forward.x * ARROW_SIZE, tip.y - forward.y * ARROW_SIZE };

  gsk_path_builder_move_to (builder, (float) (back.x + right.x * ARROW_SIZE * 0.7),
                            (float) (back.y + right.y * ARROW_SIZE * 0.7));
  gsk_path_builder_line_to (builder, (float) tip.x, (float) tip.y);
  gsk_path_builder_line_to (builder, (float) (back.x - right.x * ARROW_SIZE * 0.7),
                            (float) (back.y - right.y * ARROW_SIZE * 0.7));
}

static GskPath *
arrows_along (const Pixel *pixels, guint n)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  double until_next = ARROW_SPACING / 2.0;

  for (guint i = 0; i + 1 < n; i++)
    {
      double length = hypot (pixels[i + 1].x - pixels[i].x, pixels[i + 1].y - pixels[i].y);
      double at = until_next;

      for (; at < length; at += ARROW_SPACING)
        {
          Pixel tip = { pixels[i].x + (pixels[i + 1].x - pixels[i].x) * at / length,
                        pixels[i].y + (pixels[i + 1].y - pixels[i].y) * at / length };

          add_arrow (builder, tip, right_of (pixels[i], pixels[i + 1]));
        }
      until_next = at - length;
    }
  return gsk_path_builder_free_to_path (builder);
}

static void
trace_way (Way *way, double scale, double size)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autofree Pixel *pixels = g_new (Pixel, way->route->n_points);
  g_autofree Pixel *moved = g_new (Pixel, way->route->n_points * 2);
  g_autofree float *lanes = g_new (float, way->route->n_points);
  guint n = thin_out (way, scale, pixels, lanes);

  n = move_aside (pixels, lanes, n, LANE_WIDTH * size, moved);
  gsk_path_builder_move_to (builder, (float) moved[0].x, (float) moved[0].y);
  for (guint i = 1; i < n; i++)
    gsk_path_builder_line_to (builder, (float) moved[i].x, (float) moved[i].y);
  g_clear_pointer (&way->line, gsk_path_unref);
  g_clear_pointer (&way->arrows, gsk_path_unref);
  way->line = gsk_path_builder_free_to_path (builder);
  way->arrows = arrows_along (moved, n);
}

static GskStroke *
new_stroke (float width)
{
  GskStroke *stroke = gsk_stroke_new (width);

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  return stroke;
}

/* Lines are thinner where streets lie closer: 1 from zoom 15, 0.6 up to 12. */
static double
size_of_lines (double scale)
{
  double zoom = log2 (scale / 512.0);

  return CLAMP (0.6 + (zoom - 12.0) * 0.4 / 3.0, 0.6, 1.0);
}

static void
draw_way (EntMapRoutes *self, const Way *way, GtkSnapshot *snapshot)
{
  EntMapStyle style = ent_map_palette_get (way->route->look);
  gboolean stands_out = self->selected == NULL || self->selected == way->route;
  GdkRGBA edge = { 1, 1, 1, 0.9f };
  float size = (float) size_of_lines (self->scale);
  g_autoptr(GskStroke) wide = new_stroke (EDGE_WIDTH * size);
  g_autoptr(GskStroke) line = new_stroke (LINE_WIDTH * size);
  g_autoptr(GskStroke) thin = new_stroke (1.5f);
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  graphene_point_t start = ent_map_project_to_widget (viewport, GTK_WIDGET (self), way->spots[0]);

  if (self->dark)
    edge = (GdkRGBA) { 0.1f, 0.1f, 0.11f, 0.9f };
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &start);
  gtk_snapshot_push_opacity (snapshot, stands_out ? 1.0 : 0.45);
  gtk_snapshot_append_stroke (snapshot, way->line, wide, &edge);
  gtk_snapshot_append_stroke (snapshot, way->line, line, &style.colour);
  gtk_snapshot_append_stroke (snapshot, way->arrows, thin, &style.ink);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
ent_map_routes_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntMapRoutes *self = ENT_MAP_ROUTES (widget);
  double scale = ent_map_project_scale (shumate_layer_get_viewport (SHUMATE_LAYER (self)));
  gboolean moved = scale != self->scale;

  self->scale = scale;
  /* The selected one last, above the others. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->ways->len; i++)
      {
        Way *way = &g_array_index (self->ways, Way, i);

        if ((way->route == self->selected) != (pass == 1))
          continue;
        if (moved || way->line == NULL)
          trace_way (way, scale, size_of_lines (scale));
        draw_way (self, way, snapshot);
      }
}

static void
ent_map_routes_constructed (GObject *object)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));

  G_OBJECT_CLASS (ent_map_routes_parent_class)->constructed (object);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), object,
                           G_CONNECT_SWAPPED);
}

static void
ent_map_routes_dispose (GObject *object)
{
  EntMapRoutes *self = ENT_MAP_ROUTES (object);

  g_clear_object (&self->selected);
  g_clear_pointer (&self->ways, g_array_unref);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  G_OBJECT_CLASS (ent_map_routes_parent_class)->dispose (object);
}

static void
ent_map_routes_class_init (EntMapRoutesClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = ent_map_routes_constructed;
  G_OBJECT_CLASS (klass)->dispose = ent_map_routes_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = ent_map_routes_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "map-routes");
}

static void
ent_map_routes_init (EntMapRoutes *self)
{
  self->ways = g_array_new (FALSE, TRUE, sizeof (Way));
  g_array_set_clear_func (self->ways, clear_way);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

EntMapRoutes *
ent_map_routes_new (ShumateViewport *viewport)
{
  return g_object_new (ENT_TYPE_MAP_ROUTES, "viewport", viewport, NULL);
}

void
ent_map_routes_set (EntMapRoutes *self, GListModel *routes)
{
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (EntMapWay));

  g_array_set_size (self->ways, 0);
  for (guint i = 0; i < g_list_model_get_n_items (routes); i++)
    {
      g_autoptr(EntMapRoute) route = g_list_model_get_item (routes, i);
      EntMapWay line = { route->points, route->n_points };
      Way way = { .route = route };

      if (route->n_points < 2)
        continue;
      way.spots = g_new (EntMapSpot, route->n_points);
      for (guint j = 0; j < route->n_points; j++)
        way.spots[j] = ent_map_project (route->points[j]);
      g_object_ref (route);
      g_array_append_val (self->ways, way);
      g_array_append_val (lines, line);
    }
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  self->lanes = ent_map_lanes ((const EntMapWay *) (gconstpointer) lines->data, lines->len);
  for (guint i = 0; i < self->ways->len; i++)
    g_array_index (self->ways, Way, i).lanes = self->lanes->pdata[i];
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ent_map_routes_set_selected (EntMapRoutes *self, EntMapRoute *route)
{
  if (g_set_object (&self->selected, route))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ent_map_routes_set_dark (EntMapRoutes *self, gboolean dark)
{
  self->dark = dark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
