/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Three short searches in one thread. */

#include "ent-map-ways.h"

#include "ent-clock.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  EntRoads *roads;
  EntPoint from, to;
} Search;

static void
search_free (Search *self)
{
  ent_roads_unref (self->roads);
  g_free (self);
}

void
ent_map_ways_free (EntMapWays *self)
{
  for (guint i = 0; i < ENT_ROAD_N_MODES; i++)
    g_clear_pointer (&self->routes[i], ent_route_free);
  g_free (self);
}

static gboolean
find_one (const Search *search, EntRoadMode mode, EntMapWays *ways, GError **error)
{
  const EntTravelQuery query = {
    .mode = mode,
    .from = &search->from,
    .n_from = 1,
    .to = &search->to,
    .n_to = 1,
    .slot = ENT_TRAVEL_DAY,
  };
  EntRoadPlace start, end;

  if (!ent_roads_snap (search->roads, mode, search->from, &start) ||
      !ent_roads_snap (search->roads, mode, search->to, &end))
    return TRUE;
  ways->off_road[mode] = MAX (start.metres, end.metres);
  ways->routes[mode] = ent_roads_route (search->roads, &query, error);
  return ways->routes[mode] != NULL;
}

static void
find_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (EntMapWays) ways = g_new0 (EntMapWays, 1);
  GError *error = NULL;

  for (EntRoadMode mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    if (g_cancellable_set_error_if_cancelled (cancellable, &error) ||
        !find_one (data, mode, ways, &error))
      {
        g_task_return_error (task, error);
        return;
      }
  g_task_return_pointer (task, g_steal_pointer (&ways), (GDestroyNotify) ent_map_ways_free);
}

void
ent_map_ways_find_async (EntRoads *roads,
                         EntPoint from,
                         EntPoint to,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Search *search = g_new0 (Search, 1);

  search->roads = ent_roads_ref (roads);
  search->from = from;
  search->to = to;
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, find_cb);
}

EntMapWays *
ent_map_ways_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
ent_map_ways_time_text (guint32 seconds)
{
  return ent_duration_format (MAX (1, (int) ((seconds + 30) / 60)));
}

char *
ent_map_ways_length_text (guint32 metres)
{
  if (metres < 1000)
    /* Translators: a distance in metres */
    return g_strdup_printf (_ ("%u m"), metres);

  /* Translators: a distance in kilometres */
  return g_strdup_printf (_ ("%.1f km"), metres / 1000.0);
}
