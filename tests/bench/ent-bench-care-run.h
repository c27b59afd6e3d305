/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans a home-care instance, has the plan judged, and prints a line. One thread; the planner has
 * its own.
 */
#pragma once

#include <gio/gio.h>
#include <stdio.h>

G_BEGIN_DECLS

typedef struct
{
  double seconds; /* of processor time of one thread */
  int threads;
  guint64 seed;
  FILE *out; /* gets the routes, a line for each carer, empty for who stays at home; or NULL */
} EntBenchCareOptions;

/* For the mean of a table. */
typedef struct
{
  int n, n_compared, n_broken;
  double gap; /* sum, in %, of those with a published value */
} EntBenchCareSums;

void ent_bench_care_print_head (void);

/* FALSE with error when the file cannot be read; a plan that breaks a rule is printed as broken and
 * counted. */
gboolean ent_bench_care_run (const char *path,
                             const EntBenchCareOptions *options,
                             EntBenchCareSums *sums,
                             GError **error);

G_END_DECLS
