/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads an answer back, as a plan to start from. One thread. */
#include "ent-plan-answer.h"
#include "ent-json-walk.h"

#include <glib/gi18n-lib.h>

typedef void (*StopFunc) (EntJsonWalk *walk, const char *carer, int shift, gpointer data);

typedef struct
{
  const EntPlanFile *file;
  GPtrArray *orders; /* GArray of int, by shift */
  gboolean *placed; /* by visit */
} Reading;

/* Calls func at each stop of one route that is a visit. */
static void
each_stop (EntJsonWalk *walk, StopFunc func, gpointer data)
{
  static const char *const kinds[] = { "visit", "break", "reload", NULL };
  const double shifts[] = { 0, G_MAXINT };
  const char *carer = ent_json_walk_text (walk, "carer", TRUE);
  int shift = (int) ent_json_walk_number (walk, "shift", 0, shifts);
  guint n;

  if (!ent_json_walk_into (walk, "stops"))
    {
      ent_json_walk_fail (walk, "stops", _ ("this is missing."));
      return;
    }
  n = ent_json_walk_count (walk);
  for (guint i = 0; i < n && ent_json_walk_item (walk, i); i++)
    {
      if (ent_json_walk_choice (walk, "kind", kinds, 0) == 0 &&
          ent_json_walk_text (walk, "visit", TRUE) != NULL)
        func (walk, carer, shift, data);
      ent_json_walk_out (walk);
    }
  ent_json_walk_out (walk);
}

static gboolean
each_route (JsonNode *answer, StopFunc func, gpointer data, GError **error)
{
  g_autoptr (EntJsonWalk) walk = ent_json_walk_new (answer);
  guint n;

  ent_json_walk_expect_object (walk);
  if (ent_json_walk_into (walk, "routes"))
    {
      n = ent_json_walk_count (walk);
      for (guint i = 0; i < n && ent_json_walk_item (walk, i); i++)
        {
          each_stop (walk, func, data);
          ent_json_walk_out (walk);
        }
      ent_json_walk_out (walk);
    }
  else
    ent_json_walk_fail (walk, "routes", _ ("this is missing."));
  return ent_json_walk_check (walk, error);
}

static void
enter_former (EntJsonWalk *walk, const char *carer, int shift, gpointer data)
{
  EntPlanFormer *former = g_new0 (EntPlanFormer, 1);

  former->carer = carer;
  former->start = ent_json_walk_text (walk, "start", FALSE);
  g_hash_table_replace (data, (gpointer) ent_json_walk_text (walk, "visit", TRUE), former);
}

GHashTable *
ent_plan_answer_read_former (JsonNode *answer, GError **error)
{
  g_autoptr (GHashTable) former = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  return each_route (answer, enter_former, former, error) ? g_steal_pointer (&former) : NULL;
}

/* What this problem does not know, or has already, is passed over. */
static void
enter_order (EntJsonWalk *walk, const char *carer, int shift, gpointer data)
{
  Reading *self = data;
  int visit = ent_plan_file_visit (self->file, ent_json_walk_text (walk, "visit", TRUE));
  int who = carer != NULL ? ent_plan_file_carer (self->file, carer) : ENT_PLAN_NONE;
  int index = who != ENT_PLAN_NONE ? ent_plan_file_shift (self->file, who, shift) : ENT_PLAN_NONE;

  if (visit == ENT_PLAN_NONE || index == ENT_PLAN_NONE || self->placed[visit])
    return;
  self->placed[visit] = TRUE;
  g_array_append_val (g_ptr_array_index (self->orders, index), visit);
}

/* Without a rule that could refuse the orders: the planner itself takes out what does not fit into
 * the true problem. */
static EntPlanProblem *
relax (const EntPlanProblem *problem)
{
  int n = ent_plan_problem_get_n_places (problem);
  g_autofree int *nowhere = g_new0 (int, (gsize) n *n);
  EntPlanProblem *relaxed = ent_plan_problem_new (n, 1);
  EntPlanWindow open = { 0, G_MAXINT / 32, 0, G_MAXINT / 32, 0, 0 };

  ent_plan_problem_set_matrix (relaxed, 0, nowhere, nowhere);
  for (int i = 0; i < ent_plan_problem_get_n_visits (problem); i++)
    {
      const EntPlanVisit *visit = ent_plan_problem_get_visit (problem, i);
      EntPlanVisit easy = { .id = visit->id,
                            .place = visit->place,
                            .client = ENT_PLAN_NONE,
                            .duration = 1,
                            .priority = visit->priority,
                            .fixed_carer = ENT_PLAN_NONE,
                            .fixed_start = ENT_PLAN_NONE,
                            .reference_carer = ENT_PLAN_NONE,
                            .reference_start = ENT_PLAN_NONE };

      ent_plan_problem_add_visit (relaxed, &easy, &open, 1);
    }
  for (int i = 0; i < ent_plan_problem_get_n_carers (problem); i++)
    ent_plan_problem_add_carer (relaxed, &(EntPlanCarer) {
                                             .id = ent_plan_problem_get_carer (problem, i)->id });
  for (int i = 0; i < ent_plan_problem_get_n_shifts (problem); i++)
    {
      EntPlanShift shift = *ent_plan_problem_get_shift (problem, i);

      shift.break_length = 0;
      shift.max_trips = 1;
      for (int j = 0; j < ENT_PLAN_DIMENSIONS; j++)
        shift.capacity[j] = G_MAXINT;
      ent_plan_problem_add_shift (relaxed, &shift);
    }
  return relaxed;
}

static EntPlan *
make_plan (const EntPlanFile *file, GPtrArray *orders, GError **error)
{
  g_autofree const int **lists = g_new0 (const int *, orders->len + 1);
  g_autoptr (EntPlanProblem) relaxed = NULL;
  EntPlan *plan;
  int end = ENT_PLAN_NONE;

  for (guint i = 0; i < orders->len; i++)
    {
      GArray *order = g_ptr_array_index (orders, i);

      g_array_append_val (order, end);
      lists[i] = (const int *) (gpointer) order->data;
    }
  plan = ent_plan_new_from_orders (file->problem, &file->weights, lists, NULL);
  if (plan != NULL)
    return plan;
  relaxed = relax (file->problem);
  return ent_plan_new_from_orders (relaxed, &file->weights, lists, error);
}

EntPlan *
ent_plan_answer_read (const EntPlanFile *file, JsonNode *answer, GError **error)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree gboolean *placed = g_new0 (gboolean, g_hash_table_size (file->visits) + 1);
  Reading reading = { file, orders, placed };

  for (guint i = 0; i < file->shifts->len; i++)
    g_ptr_array_add (orders, g_array_new (FALSE, FALSE, sizeof (int)));
  if (!each_route (answer, enter_order, &reading, error))
    return NULL;
  return make_plan (file, orders, error);
}
