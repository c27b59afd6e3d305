/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a child takes from its parents, and what the local search then still looks at. */
#include "ent-plain-genetic.h"

#define N 13
#define WIDE 1000000

typedef struct
{
  int cost[N * N];
  EntPlainVisit visits[N];
  EntPlainProblem problem;
  EntPlainData *data;
  EntPlainChain *chain;
} Street;

/* Twelve visits along one street, all from place 0 at its beginning; four a vehicle. */
static Street *
street_new (void)
{
  Street *street = g_new0 (Street, 1);

  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      street->cost[i * N + j] = 10 * ABS (i - j);
  for (int v = 0; v < N; v++)
    street->visits[v] = (EntPlainVisit) { v > 0, 0, WIDE, 0 };
  street->problem = (EntPlainProblem) { N, 6, 4, street->cost, street->cost, street->visits };
  street->data = ent_plain_data_new (&street->problem);
  street->chain = ent_plain_chain_new (street->data, 7, 0);
  return street;
}

static void
street_free (Street *street)
{
  ent_plain_chain_free (street->chain);
  ent_plain_data_free (street->data);
  g_free (street);
}

/* Whether the route that @plan begins with is one of @parent's. */
static gboolean
is_route_of (const gint16 *plan, const gint16 *parent)
{
  for (int i = 0; parent[i] != 0; i++)
    {
      int k = 0;

      while (plan[k] != 0 && plan[k] == parent[i + k])
        k++;
      if (plan[k] == 0 && parent[i + k] == 0)
        return TRUE;
      while (parent[i] != 0)
        i++;
    }
  return FALSE;
}

/* Counts the routes of a child by origin and holds each against the parent that it names. */
static void
check_child (const gint16 *child, const gint8 *origins, const gint16 *const parents[2], int seen[3])
{
  gboolean is_in[N] = { FALSE };

  for (int i = 0, route = 0; child[i] != 0; i++, route++)
    {
      if (origins[route] > 0)
        g_assert_true (is_route_of (child + i, parents[origins[route] - 1]));
      else
        g_assert_false (is_route_of (child + i, parents[1]));
      seen[origins[route]]++;
      for (; child[i] != 0; i++)
        {
          g_assert_false (is_in[child[i]]);
          is_in[child[i]] = TRUE;
        }
    }
}

static void
test_whole_routes (void)
{
  const gint16 one[] = { 1, 2, 3, 4, 0, 5, 6, 7, 8, 0, 9, 10, 11, 12, 0, 0 };
  const gint16 other[] = { 1, 2, 0, 3, 4, 5, 6, 0, 7, 8, 0, 9, 10, 0, 11, 12, 0, 0 };
  const gint16 *const parents[2] = { one, other };
  Street *street = street_new ();
  gint16 child[2 * N + 2];
  gint8 origins[N];
  int seen[3] = { 0 };

  for (int i = 0; i < 200; i++)
    {
      ent_plain_cross (street->chain, parents, child, origins);
      check_child (child, origins, parents, seen);
    }
  for (int origin = 0; origin < 3; origin++)
    g_assert_cmpint (seen[origin], >, 0);
  street_free (street);
}

static gint64
improve (Street *street, const gint16 *plan, const gint8 *origins)
{
  EntPlainLocal *local = ent_plain_local_new (street->data, &street->chain->random);
  gint16 improved[2 * N + 2];
  EntPlainWorth worth;

  ent_plain_local_set_fines (local, 100 * ENT_PLAIN_FINE, 100 * ENT_PLAIN_FINE);
  ent_plain_local_set (local, plan, origins);
  ent_plain_local_run (local);
  worth = ent_plain_local_get (local, improved);
  ent_plain_local_free (local);
  return worth.cost;
}

/* The far and the near end of the street in every route: much to be had by an exchange. */
static void
test_nothing_left_to_give (void)
{
  const gint16 plan[] = { 1, 2, 11, 12, 0, 3, 4, 9, 10, 0, 5, 6, 7, 8, 0, 0 };
  const gint8 same[] = { 1, 1, 1 }, two[] = { 1, 2, 1 };
  Street *street = street_new ();
  gint64 as_it_is = 20 * (12 + 10 + 8), best = 20 * (4 + 8 + 12);

  g_assert_cmpint (improve (street, plan, same), ==, as_it_is);
  g_assert_cmpint (improve (street, plan, two), <, as_it_is);
  g_assert_cmpint (improve (street, plan, NULL), ==, best);
  street_free (street);
}

/* A visit that had to be put in makes a route worth looking at again. */
static void
test_changed_route (void)
{
  const gint16 plan[] = { 1, 2, 11, 12, 0, 3, 4, 9, 10, 0, 5, 6, 7, 0, 0 };
  const gint8 same[] = { 1, 1, 1 };
  Street *street = street_new ();

  g_assert_cmpint (improve (street, plan, same), <, 20 * (12 + 10 + 8));
  street_free (street);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plain-children/whole-routes", test_whole_routes);
  g_test_add_func ("/plain-children/nothing-left-to-give", test_nothing_left_to_give);
  g_test_add_func ("/plain-children/changed-route", test_changed_route);
  return g_test_run ();
}
