/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places and ways of a planner's problem. Any thread. */

#include "ent-rounds-problem-private.h"

#define METRES_A_MINUTE 1000 /* where no time passes, see ent-rounds-problem-private.h */

static int
add_place (EntRoundsMap *map, int place)
{
  g_array_append_val (map->place_of, place);
  return (int) map->place_of->len - 1;
}

void
ent_rounds_map_init (EntRoundsMap *map, const EntRoundsWeek *week)
{
  int n_places = (int) week->places->len;

  map->week = week;
  map->place_of = g_array_new (FALSE, FALSE, sizeof (int));
  map->client_place = g_new (int, week->clients->len + 1);
  map->home = g_new (int, n_places + 1);
  for (int i = 0; i < n_places; i++)
    add_place (map, i);
  for (guint i = 0; i < week->clients->len; i++)
    {
      int place = g_array_index (week->clients, EntRoundsClient, i).place;

      map->client_place[i] = place != ENT_ROUNDS_NONE ? place : add_place (map, ENT_ROUNDS_NONE);
    }
  map->first_home = add_place (map, ENT_ROUNDS_NONE);
  for (int i = 0; i < n_places; i++)
    map->home[i] = ENT_ROUNDS_NONE;
  for (guint i = 0; i < week->carers->len; i++)
    {
      const EntRoundsCarer *carer = &g_array_index (week->carers, EntRoundsCarer, i);
      const int ends[] = { carer->start_place, carer->end_place };

      for (guint k = 0; k < G_N_ELEMENTS (ends); k++)
        if (ends[k] != ENT_ROUNDS_NONE && map->home[ends[k]] == ENT_ROUNDS_NONE)
          map->home[ends[k]] = add_place (map, ends[k]);
    }
}

void
ent_rounds_map_clear (EntRoundsMap *map)
{
  g_array_unref (map->place_of);
  g_free (map->client_place);
  g_free (map->home);
}

int
ent_rounds_map_home (const EntRoundsMap *map, int place)
{
  return place != ENT_ROUNDS_NONE ? map->home[place] : map->first_home;
}

static void
measure (const EntRoundsMap *map, EntRoadMode mode, int from, int to, int cell[2])
{
  int a = g_array_index (map->place_of, int, from);
  int b = g_array_index (map->place_of, int, to);
  gboolean at_home = from >= map->first_home || to >= map->first_home;
  int minutes = 0;

  if (from != to && from != map->first_home && to != map->first_home)
    minutes = ent_rounds_week_way (map->week, mode, a, b, NULL);
  cell[0] = at_home ? 0 : minutes * 60;
  cell[1] = at_home ? minutes * METRES_A_MINUTE : 0;
}

EntPlanProblem *
ent_rounds_map_new_problem (const EntRoundsMap *map)
{
  int n = (int) map->place_of->len;
  EntPlanProblem *problem = ent_plan_problem_new (n, ENT_ROAD_N_MODES);
  g_autofree int *seconds = g_new (int, (gsize) n *(gsize) n);
  g_autofree int *metres = g_new (int, (gsize) n *(gsize) n);

  for (int mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    {
      for (int from = 0; from < n; from++)
        for (int to = 0; to < n; to++)
          {
            int cell[2];

            measure (map, (EntRoadMode) mode, from, to, cell);
            seconds[from * n + to] = cell[0];
            metres[from * n + to] = cell[1];
          }
      ent_plan_problem_set_matrix (problem, mode, seconds, metres);
    }
  return problem;
}
