/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routes for plain problems: one place of departure, alike vehicles with one capacity, hard
 * windows. All in whole numbers. Works on the calling thread and on as many more as asked for. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ENT_PLAIN_MAX_PLACES 4000
#define ENT_PLAIN_MAX_THREADS 8

/* One visit; of the place of departure only @ready and @due count: vehicles leave at @ready or
 * later and are back by @due. Times in the unit of the matrix, -10^8 to 10^8. */
typedef struct
{
  int demand; /* 0 to 10^8 */
  int ready; /* earliest start; who comes sooner waits */
  int due; /* latest start */
  int service; /* 0 to 10^8 */
} EntPlainVisit;

/* Borrowed for the time of the call. Place 0 is the place of departure, the others are visits.
 * Matrices are n_places x n_places, row by row, from row to column; entries from 0 to 10^7. */
typedef struct
{
  int n_places; /* 1 to ENT_PLAIN_MAX_PLACES */
  int n_vehicles;
  int capacity;
  const int *cost;
  const int *time; /* may be the same as @cost */
  const EntPlainVisit *visits;
  const int *penalties; /* for leaving a visit out, 1 to 10^6 each; NULL: all the same */
  const int *start; /* a plan to start from, as in EntPlainPlan; NULL: none */
  int n_start;
} EntPlainProblem;

/* Looked at from any thread while the work goes on; the numbers of one call belong together. */
typedef struct
{
  double fraction; /* of the budget, 0 to 1 */
  gint64 cost;
  int n_unplaced;
  gint64 iterations; /* of the calling thread */
} EntPlainProgress;

typedef void (*EntPlainProgressFunc) (const EntPlainProgress *progress, gpointer data);

typedef struct
{
  guint64 seed;
  double seconds; /* of processor time for one thread, of the wall for more; 0: none */
  gint64 iterations; /* per thread, what comes first of the two; 0: none. Seed, threads and
                        iterations fix the plan */
  int n_threads; /* 1 to ENT_PLAIN_MAX_THREADS; 0 is 1 */
  GCancellable *cancellable; /* looked at every few dozen iterations; the plan so far is valid */
  EntPlainProgressFunc progress; /* on the calling thread, some times a second at most; or NULL */
  gpointer progress_data;
} EntPlainOptions;

typedef struct
{
  int *stops; /* places in order; each route, the last too, is closed by a 0 */
  int n_stops;
  int n_routes;
  gint64 cost;
  gint64 penalty; /* of the visits left out: always weighs more than any cost */
  int n_unplaced;
  gint64 iterations; /* over all threads */
  double seconds; /* of processor time over all threads */
} EntPlainPlan;

void ent_plain_plan_free (EntPlainPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPlainPlan, ent_plain_plan_free)

/* The best plan found within the budget. NULL with G_IO_ERROR_INVALID_ARGUMENT when a number is out
 * of its range. A visit that no vehicle can reach is left out, and so are visits of @start that no
 * longer fit. */
EntPlainPlan *ent_plain_solve (const EntPlainProblem *problem,
                               const EntPlainOptions *options,
                               GError **error);

G_END_DECLS
