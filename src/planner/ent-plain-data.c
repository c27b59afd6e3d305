/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prepares a plain problem: matrices both ways, the order of nearness. Read-only afterwards. */
#include "ent-plain-private.h"

#include <string.h>

typedef struct
{
  gint64 distance;
  int visit;
} Neighbour;

static int *
transpose (const int *matrix, int n)
{
  int *turned = g_new (int, (gsize) n *n);

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      turned[(gsize) j * n + i] = matrix[(gsize) i * n + j];
  return turned;
}

static int
compare_neighbours (gconstpointer a, gconstpointer b, gpointer data)
{
  const Neighbour *one = a, *other = b;

  if (one->distance != other->distance)
    return one->distance < other->distance ? -1 : 1;
  return one->visit - other->visit;
}

/* Cost there or back, whichever is less, and a tenth of the time that lies between the windows. */
static gint64
nearness (const EntPlainData *data, int a, int b)
{
  const EntPlainVisit *one = &data->visits[a], *other = &data->visits[b];
  int there = ent_plain_row (data, data->cost_to, a)[b];
  int back = ent_plain_row (data, data->cost_from, a)[b];
  gint64 gap = MAX (one->ready - (gint64) other->due, other->ready - (gint64) one->due);

  return MIN (there, back) + MAX (gap, 0) / 10;
}

static void
sort_near (EntPlainData *data)
{
  g_autofree Neighbour *row = g_new (Neighbour, MAX (data->n_visits, 1));

  data->near = g_new (gint16, (gsize) data->n_visits * data->n_visits);
  for (int v = 1; v <= data->n_visits; v++)
    {
      for (int w = 1; w <= data->n_visits; w++)
        row[w - 1] = (Neighbour) { w == v ? -1 : nearness (data, v, w), w };
      g_sort_array (row, data->n_visits, sizeof *row, compare_neighbours, NULL);
      for (int i = 0; i < data->n_visits; i++)
        data->near[(gsize) (v - 1) * data->n_visits + i] = (gint16) row[i].visit;
    }
}

static int
compare_demand (gconstpointer a, gconstpointer b, gpointer data)
{
  return *(const int *) a - *(const int *) b;
}

/* The most visits that the capacity lets into one route. */
static int
longest_route (const EntPlainData *data)
{
  g_autofree int *demands = g_new (int, data->n_places);
  gint64 load = 0;
  int count = 0;

  for (int v = 1; v <= data->n_visits; v++)
    demands[v - 1] = data->visits[v].demand;
  g_sort_array (demands, data->n_visits, sizeof *demands, compare_demand, NULL);
  while (count < data->n_visits && load + demands[count] <= data->capacity)
    load += demands[count++];
  return count;
}

/* Leaving a visit out must cost more than any way of placing it, or nearly so. */
static gint64
weigh (const EntPlainData *data)
{
  int longest = 1, least = G_MAXINT;

  for (int v = 1; v <= data->n_visits; v++)
    {
      longest = MAX (longest, data->cost_to[v] + data->cost_from[v]);
      least = MIN (least, data->penalties[v]);
    }
  return 1 + 2 * (gint64) longest / least;
}

static int
round_trip (const EntPlainData *data, int visit)
{
  const EntPlainVisit *v = &data->visits[visit], *depot = &data->visits[0];
  gint64 begin = MAX (depot->ready + data->time_to[visit], v->ready);

  if (v->demand > data->capacity || begin > v->due ||
      begin + v->service + data->time_from[visit] > depot->due)
    return ENT_PLAIN_NEVER;
  return data->cost_to[visit] + data->cost_from[visit];
}

EntPlainData *
ent_plain_data_new (const EntPlainProblem *problem)
{
  EntPlainData *data = g_new0 (EntPlainData, 1);
  int n = problem->n_places;
  gsize size = (gsize) n * n * sizeof (int);
  gint64 legs = 0;

  data->n_places = n;
  data->n_visits = n - 1;
  data->n_slots = MIN (problem->n_vehicles, n - 1);
  data->capacity = problem->capacity;
  data->visits = g_memdup2 (problem->visits, sizeof (EntPlainVisit) * n);
  data->visits[0].demand = data->visits[0].service = 0;
  data->penalties = g_new (int, n);
  for (int v = 0; v < n; v++)
    data->penalties[v] = problem->penalties != NULL ? problem->penalties[v] : 1;
  data->cost_to = g_memdup2 (problem->cost, size);
  data->cost_to[0] = 0; /* a vehicle that stays costs nothing */
  data->cost_from = transpose (data->cost_to, n);
  if (memcmp (data->cost_to, data->cost_from, size) == 0)
    {
      g_free (data->cost_from);
      data->cost_from = data->cost_to;
    }
  data->time_to = data->cost_to;
  data->time_from = data->cost_from;
  if (problem->time != problem->cost)
    {
      data->time_to = g_memdup2 (problem->time, size);
      data->time_from = transpose (problem->time, n);
    }
  data->round_trip = g_new (int, n);
  for (int v = 1; v < n; v++)
    data->round_trip[v] = round_trip (data, v);
  sort_near (data);
  for (int v = 1; v < n; v++)
    for (int i = 1; i < MIN (n - 1, 11); i++)
      legs += ent_plain_row (data, data->cost_to, v)[data->near[(gsize) (v - 1) * (n - 1) + i]];
  data->mean_leg = (int) (legs / MAX (1, (n - 1) * MIN (n - 2, 10)));
  data->row = longest_route (data) + 2;
  data->weight = weigh (data);
  return data;
}

void
ent_plain_data_free (EntPlainData *data)
{
  if (data->time_to != data->cost_to)
    {
      g_free (data->time_from);
      g_free (data->time_to);
    }
  if (data->cost_from != data->cost_to)
    g_free (data->cost_from);
  g_free (data->cost_to);
  g_free (data->visits);
  g_free (data->penalties);
  g_free (data->round_trip);
  g_free (data->near);
  g_free (data);
}
