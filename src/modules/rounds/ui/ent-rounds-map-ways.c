/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shapes of ways. Main thread; they are found on another. */

#include "ent-rounds-map-ways.h"

typedef struct
{
  EntRoads *roads;
  GPtrArray *trips;
} Job;

void
ent_rounds_trip_free (EntRoundsTrip *self)
{
  g_array_unref (self->places);
  g_array_unref (self->points);
  g_free (self);
}

static void
free_job (gpointer data)
{
  Job *job = data;

  ent_roads_unref (job->roads);
  g_clear_pointer (&job->trips, g_ptr_array_unref);
  g_free (job);
}

static void
add_leg (EntRoads *roads, EntRoundsTrip *trip, const EntPoint *places)
{
  EntTravelQuery query = { .mode = trip->mode, .from = places, .n_from = 2 };
  g_autoptr (GError) error = NULL;
  EntRoute *route = ent_roads_route (roads, &query, &error);

  g_array_append_vals (trip->points, places, 1);
  if (route != NULL && route->n_points > 0)
    g_array_append_vals (trip->points, route->points, route->n_points);
  if (route != NULL)
    ent_route_free (route);
  g_array_append_vals (trip->points, places + 1, 1);
}

static void
find_ways (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;

  for (guint i = 0; i < job->trips->len; i++)
    {
      EntRoundsTrip *trip = g_ptr_array_index (job->trips, i);

      for (guint k = 0; k + 1 < trip->places->len; k++)
        {
          if (g_task_return_error_if_cancelled (task))
            return;
          add_leg (job->roads, trip, &g_array_index (trip->places, EntPoint, k));
        }
    }
  g_task_return_pointer (task, g_steal_pointer (&job->trips), (GDestroyNotify) g_ptr_array_unref);
}

void
ent_rounds_map_ways_async (EntRoads *roads,
                           GPtrArray *trips,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->roads = ent_roads_ref (roads);
  job->trips = trips;
  g_task_set_source_tag (task, ent_rounds_map_ways_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, find_ways);
}

GPtrArray *
ent_rounds_map_ways_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
