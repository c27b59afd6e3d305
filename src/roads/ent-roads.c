/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Travel times, distances and ways over the roads of a region. Any thread. */
#include "ent-roads.h"

#include <string.h>

#include "ent-dijkstra.h"
#include "ent-hierarchy.h"

typedef struct
{
  GMutex lock; /* while it is read from the file */
  int ready; /* atomic: once set, the rest never changes */
  EntModeGraph arcs;
  EntHierarchy hierarchy;
} Mode;

struct _EntRoads
{
  EntRegion *region;
  EntGraph graph;
  Mode modes[ENT_ROAD_N_MODES];
};

static void
clear_cb (gpointer data)
{
  EntRoads *self = data;

  for (guint i = 0; i < ENT_ROAD_N_MODES; i++)
    {
      ent_mode_graph_clear (&self->modes[i].arcs);
      ent_hierarchy_clear (&self->modes[i].hierarchy);
      g_mutex_clear (&self->modes[i].lock);
    }
  ent_graph_clear (&self->graph);
  g_clear_pointer (&self->region, ent_region_unref);
}

EntRoads *
ent_roads_open (EntRegion *region, GError **error)
{
  g_autoptr (EntRoads) self = g_atomic_rc_box_new0 (EntRoads);

  self->region = ent_region_ref (region);
  for (guint i = 0; i < ENT_ROAD_N_MODES; i++)
    g_mutex_init (&self->modes[i].lock);
  return ent_graph_load (&self->graph, region, error) ? g_steal_pointer (&self) : NULL;
}

EntRoads *
ent_roads_ref (EntRoads *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ent_roads_unref (EntRoads *self)
{
  g_atomic_rc_box_release_full (self, clear_cb);
}

static const Mode *
get_mode (EntRoads *self, EntRoadMode number, GError **error)
{
  Mode *mode = &self->modes[number];
  gboolean ready = g_atomic_int_get (&mode->ready);

  if (ready)
    return mode;
  g_mutex_lock (&mode->lock);
  ready = g_atomic_int_get (&mode->ready);
  if (!ready)
    {
      ent_mode_graph_init (&mode->arcs, &self->graph, number);
      ready = ent_hierarchy_load (&mode->hierarchy, self->region, &mode->arcs, error);
      if (ready)
        g_atomic_int_set (&mode->ready, TRUE);
      else
        ent_mode_graph_clear (&mode->arcs);
    }
  g_mutex_unlock (&mode->lock);
  return ready ? mode : NULL;
}

gboolean
ent_roads_snap (EntRoads *self, EntRoadMode mode, EntPoint point, EntRoadPlace *place)
{
  EntSnap snap;

  g_return_val_if_fail (mode < ENT_ROAD_N_MODES, FALSE);

  if (!ent_snap_find (&self->graph, mode, point, &snap))
    return FALSE;
  *place = (EntRoadPlace) { ent_e7_to_point (snap.place), snap.metres };
  return TRUE;
}

static EntSnap *
snap_all (EntRoads *self, EntRoadMode mode, const EntPoint *points, guint n)
{
  EntSnap *snaps = g_new (EntSnap, n + 1);

  for (guint i = 0; i < n; i++)
    ent_snap_find (&self->graph, mode, points[i], &snaps[i]);
  return snaps;
}

/* Two lists of places on the network; the same one twice when the query has no other. */
typedef struct
{
  EntModeView view;
  EntSnap *from, *to;
  guint n_from, n_to;
  EntSeeds leaving, arriving;
} Places;

static void
places_init (Places *self, EntRoads *roads, const Mode *mode, const EntTravelQuery *query)
{
  self->view = (EntModeView) { &roads->graph, &mode->arcs };
  self->n_from = query->n_from;
  self->from = snap_all (roads, query->mode, query->from, query->n_from);
  self->n_to = query->to != NULL ? query->n_to : query->n_from;
  self->to = query->to != NULL ? snap_all (roads, query->mode, query->to, query->n_to) : self->from;
  ent_seeds_init (&self->leaving, self->view, self->from, self->n_from, FALSE);
  ent_seeds_init (&self->arriving, self->view, self->to, self->n_to, TRUE);
}

static void
places_clear (Places *self)
{
  ent_seeds_clear (&self->leaving);
  ent_seeds_clear (&self->arriving);
  if (self->to != self->from)
    g_free (self->to);
  g_free (self->from);
}

static EntTravelTable *
make_table (const EntTravelQuery *query, const Places *places, const EntWeight *weights)
{
  EntTravelTable *table = g_new0 (EntTravelTable, 1);
  gsize n = (gsize) places->n_from * places->n_to;

  table->n_from = places->n_from;
  table->n_to = places->n_to;
  table->seconds = g_new (guint32, n + 1);
  table->metres = g_new (guint32, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      const EntSnap *from = &places->from[i / places->n_to];
      const EntSnap *to = &places->to[i % places->n_to];
      EntWeight weight = weights[i];

      if (from->edge == to->edge)
        weight = MIN (weight, ent_snap_direct (places->view, from, to));
      if (weight == ENT_WEIGHT_NEVER)
        table->seconds[i] = table->metres[i] = ENT_ROADS_NEVER;
      else
        {
          table->seconds[i] = ent_travel_factors_seconds (query->factors, query->mode, query->slot,
                                                          ENT_WEIGHT_MS (weight));
          table->metres[i] = (ENT_WEIGHT_DM (weight) + 5) / 10;
        }
    }
  return table;
}

EntTravelTable *
ent_roads_table (EntRoads *self,
                 const EntTravelQuery *query,
                 GCancellable *cancellable,
                 GError **error)
{
  const Mode *mode;
  g_autofree EntWeight *weights = NULL;
  EntTravelTable *table = NULL;
  Places places;
  gboolean fine;

  g_return_val_if_fail (query->mode < ENT_ROAD_N_MODES, NULL);

  mode = get_mode (self, query->mode, error);
  if (mode == NULL)
    return NULL;
  places_init (&places, self, mode, query);
  weights = g_new (EntWeight, (gsize) places.n_from * places.n_to + 1);
  if (query->plain)
    fine = ent_dijkstra_table (&mode->arcs, &places.leaving, &places.arriving, weights,
                               cancellable);
  else
    fine = ent_hierarchy_table (&mode->hierarchy, &places.leaving, &places.arriving, weights,
                                cancellable);
  if (fine)
    table = make_table (query, &places, weights);
  else
    g_cancellable_set_error_if_cancelled (cancellable, error);
  places_clear (&places);
  return table;
}

void
ent_travel_table_free (EntTravelTable *self)
{
  g_free (self->seconds);
  g_free (self->metres);
  g_free (self);
}

/* Adds the points of an edge, gone in the direction of the arc, from one distance along it to
 * another, in dm from its first end. */
static void
add_points (const EntGraph *graph, guint32 arc, double begin, double end, GArray *points)
{
  g_autoptr (GArray) shape = g_array_new (FALSE, FALSE, sizeof (EntE7));
  double low = MIN (begin, end), high = MAX (begin, end), at = 0.0;
  guint first = points->len;
  EntPoint last = { 0 };

  ent_graph_points (graph, arc / 2, shape);
  for (guint i = 0; i < shape->len; i++)
    {
      EntPoint point = ent_e7_to_point (g_array_index (shape, EntE7, i));

      at += i > 0 ? ent_geo_distance (last, point) * 10.0 : 0.0;
      if (at > low && at < high)
        g_array_append_val (points, point);
      last = point;
    }
  if ((arc & 1) == 0)
    return;
  for (guint i = first, j = points->len; i + 1 < j; i++, j--)
    {
      EntPoint swap = g_array_index (points, EntPoint, i);

      g_array_index (points, EntPoint, i) = g_array_index (points, EntPoint, j - 1);
      g_array_index (points, EntPoint, j - 1) = swap;
    }
}

static void
add_vertex (const EntGraph *graph, guint32 vertex, GArray *points)
{
  EntPoint point = ent_e7_to_point (graph->vertices[vertex]);

  g_array_append_val (points, point);
}

/* The arc of the first place's edge by which the network is entered at a vertex, or left from it.
 */
static guint32
arc_at (const EntSeeds *seeds, guint32 vertex)
{
  const EntSeed *best = NULL;

  for (guint32 i = seeds->first[0]; i < seeds->first[1]; i++)
    if (seeds->seeds[i].vertex == vertex && (best == NULL || seeds->seeds[i].weight < best->weight))
      best = &seeds->seeds[i];
  return best->arc;
}

static void
draw_over_network (const Places *places, const EntDijkstraRoute *found, GArray *points)
{
  const EntGraph *graph = places->view.graph;
  guint32 first = arc_at (&places->leaving, found->first);
  guint32 last = arc_at (&places->arriving, found->last);

  add_points (graph, first, places->from->along,
              (first & 1) == 0 ? graph->edges[first / 2].length : 0.0, points);
  add_vertex (graph, graph->edges[first / 2].ends[1 - (first & 1)], points);
  for (guint i = 0; i < found->arcs->len; i++)
    {
      guint32 arc = g_array_index (found->arcs, guint32, i);

      add_points (graph, arc, 0.0, graph->edges[arc / 2].length, points);
      add_vertex (graph, graph->edges[arc / 2].ends[1 - (arc & 1)], points);
    }
  add_points (graph, last, (last & 1) == 0 ? 0.0 : graph->edges[last / 2].length, places->to->along,
              points);
}

static void
draw (const Places *places, const EntDijkstraRoute *found, gboolean direct, GArray *points)
{
  EntPoint begin = ent_e7_to_point (places->from->place);
  EntPoint end = ent_e7_to_point (places->to->place);

  g_array_append_val (points, begin);
  if (direct)
    add_points (places->view.graph,
                2 * places->from->edge + (places->from->along > places->to->along ? 1 : 0),
                places->from->along, places->to->along, points);
  else
    draw_over_network (places, found, points);
  g_array_append_val (points, end);
}

EntRoute *
ent_roads_route (EntRoads *self, const EntTravelQuery *query, GError **error)
{
  EntTravelQuery pair = *query;
  const Mode *mode;
  g_autoptr (GArray) arcs = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (EntPoint));
  EntDijkstraRoute found = { .arcs = arcs };
  EntRoute *route = g_new0 (EntRoute, 1);
  Places places;
  EntWeight direct;

  g_return_val_if_fail (query->mode < ENT_ROAD_N_MODES && query->n_from > 0, NULL);
  g_return_val_if_fail (query->to != NULL ? query->n_to > 0 : query->n_from > 1, NULL);

  mode = get_mode (self, query->mode, error);
  if (mode == NULL)
    {
      ent_route_free (route);
      return NULL;
    }
  pair.n_from = pair.n_to = 1;
  pair.to = query->to != NULL ? query->to : query->from + 1;
  places_init (&places, self, mode, &pair);
  ent_dijkstra_route (&mode->arcs, &places.leaving, &places.arriving, &found);
  direct = ent_snap_direct (places.view, places.from, places.to);
  route->seconds = route->metres = ENT_ROADS_NEVER;
  if (MIN (direct, found.weight) != ENT_WEIGHT_NEVER)
    {
      EntWeight weight = MIN (direct, found.weight);

      route->seconds = ent_travel_factors_seconds (query->factors, query->mode, query->slot,
                                                   ENT_WEIGHT_MS (weight));
      route->metres = (ENT_WEIGHT_DM (weight) + 5) / 10;
      draw (&places, &found, direct <= found.weight, points);
      route->n_points = points->len;
      route->points = (EntPoint *) (gpointer) g_array_free (g_steal_pointer (&points), FALSE);
    }
  places_clear (&places);
  return route;
}

void
ent_route_free (EntRoute *self)
{
  g_free (self->points);
  g_free (self);
}
