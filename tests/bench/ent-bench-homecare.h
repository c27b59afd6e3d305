/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Home-care instances in JSON as problems for the planner: HHCRSP (Mankowska, Meisel and Bierwirth;
 * Kummer; Italian towns) and the day plans of an invented centre. Each judges a plan in the
 * instance's own terms, from the file's data and the order of the visits alone. One thread.
 *
 * Soft instances of the centre: what the file calls a window is the wish, the start may lie half an
 * hour beside it, and a minute beside it weighs as much as a minute on the way.
 */
#pragma once

#include "ent-bench-json.h"
#include "ent-plan.h"

G_BEGIN_DECLS

typedef struct _EntBenchCare EntBenchCare;

/* What a plan is worth. */
typedef struct
{
  double value; /* the instance's own objective */
  double lost; /* points of visits that nobody makes */
  double distance, lateness, worst_lateness;
  char *broken; /* the first rule that is broken, NULL: none */
} EntBenchWorth;

struct _EntBenchCare
{
  EntPlanProblem *problem;
  EntPlanWeights weights;
  double best; /* published or 0 */
  /* orders: by shift, ENT_PLAN_NONE ends each */
  void (*judge) (const EntBenchCare *self, const int *const *orders, EntBenchWorth *worth);
  JsonNode *root;
  gpointer data; /* the reader's own */
  GDestroyNotify free_data;
};

/* Whether the content is such an instance. */
gboolean ent_bench_care_knows (GBytes *content);

/* path serves to find the published value. NULL with error. */
EntBenchCare *ent_bench_care_new (GBytes *content, const char *path, GError **error);
void ent_bench_care_free (EntBenchCare *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntBenchCare, ent_bench_care_free)

/* The readers fill problem, weights, judge and data from root. */
gboolean ent_bench_hhcrsp_fill (EntBenchCare *self, JsonObject *root, GError **error);
gboolean ent_bench_centre_fill (EntBenchCare *self, JsonObject *root, GError **error);

/* By shift, for judge (); NULL ends them. Free with ent_bench_orders_free (). */
int **ent_bench_orders_new (const EntPlan *plan);
void ent_bench_orders_free (int **orders);

G_END_DECLS
