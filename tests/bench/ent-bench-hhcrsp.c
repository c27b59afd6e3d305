/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instances of the home health care routing and scheduling problem. A patient wants one service or
 * two, at once or a given time apart, from different caregivers; later than the window is possible
 * and counts: the objective is (distance + lateness of all services + the largest) / 3. A unit is
 * planned as a thousand seconds and a kilometre, so that three decimals stay exact; a point is a
 * thousandth of a unit. One thread.
 */
#include <math.h>

#include "ent-bench-homecare.h"

#define UNIT 1000
#define LATEST 10000000 /* nobody has to be back */
#define NEVER_LEFT_OUT 100000000

typedef struct
{
  int place; /* 0 is the office */
  const char *service; /* of the file */
  double duration, ready, due;
} Task;

typedef struct
{
  int first, second;
  double least, most;
} Pair;

typedef struct
{
  GArray *tasks, *pairs;
  int n_places;
  double *way;
  JsonArray *caregivers; /* of the file */
} Data;

static void
data_free (gpointer pointer)
{
  Data *data = pointer;

  g_array_unref (data->tasks);
  g_array_unref (data->pairs);
  g_free (data->way);
  g_free (data);
}

static int
whole (double units)
{
  return (int) lround (units * UNIT);
}

static gboolean
read_ways (EntBenchCare *self, Data *data, JsonObject *root, GError **error)
{
  JsonArray *rows = ent_bench_array (root, "distances");
  int n = data->n_places;
  g_autofree int *ways = g_new0 (int, n *n);

  if (json_array_get_length (rows) < (guint) n)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "distances: %d rows are needed", n);
      return FALSE;
    }
  data->way = g_new0 (double, n *n);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      {
        data->way[i * n + j] = ent_bench_number (json_array_get_array_element (rows, i), j);
        ways[i * n + j] = whole (data->way[i * n + j]);
      }
  self->problem = ent_plan_problem_new (n, 1);
  ent_plan_problem_set_matrix (self->problem, 0, ways, ways);
  return TRUE;
}

/* The bit of a service: its place in the file's list. */
static guint64
service_bit (JsonObject *root, const char *service)
{
  JsonArray *services = ent_bench_array (root, "services");

  for (guint i = 0; i < json_array_get_length (services) && i < 63; i++)
    if (g_strcmp0 (json_object_get_string_member_with_default (
                       json_array_get_object_element (services, i), "id", NULL),
                   service) == 0)
      return (guint64) 1 << i;
  return (guint64) 1 << 63;
}

static double
default_duration (JsonObject *root, guint64 bit)
{
  JsonArray *services = ent_bench_array (root, "services");

  if (bit >> json_array_get_length (services) != 0)
    return 0;
  return json_object_get_double_member_with_default (
      json_array_get_object_element (services, (guint) g_bit_nth_lsf (bit, -1)), "default_duration",
      0);
}

static void
add_task (EntBenchCare *self, JsonObject *root, JsonObject *patient, JsonObject *wanted, int place)
{
  Data *data = self->data;
  JsonArray *window = ent_bench_array (patient, "time_window");
  Task task = { .place = place,
                .service = json_object_get_string_member_with_default (wanted, "service", ""),
                .ready = ent_bench_number (window, 0),
                .due = ent_bench_number (window, 1) };
  guint64 bit = service_bit (root, task.service);
  const char *id = json_object_get_string_member_with_default (patient, "id", "");
  g_autofree char *name = g_strdup_printf ("%s:%s", id, task.service);
  EntPlanVisit visit = { .id = name,
                         .place = place,
                         .client = ENT_PLAN_NONE,
                         .priority = ENT_PLAN_VITAL,
                         .required_skills = bit,
                         .fixed_carer = ENT_PLAN_NONE,
                         .fixed_start = ENT_PLAN_NONE,
                         .reference_carer = ENT_PLAN_NONE,
                         .reference_start = ENT_PLAN_NONE };
  EntPlanWindow open = { whole (task.ready), LATEST, whole (task.ready), whole (task.due), 0, 0 };

  task.duration = json_object_get_double_member_with_default (wanted, "duration",
                                                              default_duration (root, bit));
  visit.duration = MAX (1, whole (task.duration));
  g_array_append_val (data->tasks, task);
  ent_plan_problem_add_visit (self->problem, &visit, &open, 1);
}

static void
add_pair (EntBenchCare *self, JsonObject *patient)
{
  Data *data = self->data;
  JsonObject *kind = json_object_has_member (patient, "synchronization")
                         ? json_object_get_object_member (patient, "synchronization")
                         : NULL;
  Pair pair = { (int) data->tasks->len - 2, (int) data->tasks->len - 1, 0, 0 };
  EntPlanLink link = { pair.first, pair.second, 0, 0, ENT_PLAN_DIFFERENT_CARERS };

  if (kind != NULL &&
      g_strcmp0 (json_object_get_string_member_with_default (kind, "type", ""), "sequential") == 0)
    {
      pair.least = ent_bench_number (ent_bench_array (kind, "distance"), 0);
      pair.most = ent_bench_number (ent_bench_array (kind, "distance"), 1);
    }
  link.least = whole (pair.least);
  link.most = whole (pair.most);
  g_array_append_val (data->pairs, pair);
  ent_plan_problem_add_link (self->problem, &link);
}

static void
add_caregiver (EntBenchCare *self, JsonObject *root, JsonObject *caregiver)
{
  JsonArray *abilities = ent_bench_array (caregiver, "abilities");
  EntPlanCarer carer = { .id = json_object_get_string_member_with_default (caregiver, "id", "") };
  EntPlanShift shift = { .to = LATEST, .regular_to = LATEST, .max_trips = 1 };

  for (guint i = 0; i < json_array_get_length (abilities); i++)
    carer.skills |= service_bit (root, json_array_get_string_element (abilities, i));
  for (int i = 0; i < ENT_PLAN_DIMENSIONS; i++)
    shift.capacity[i] = G_MAXINT;
  shift.carer = ent_plan_problem_add_carer (self->problem, &carer);
  ent_plan_problem_add_shift (self->problem, &shift);
}

static gboolean
may (const Data *data, int caregiver, const char *service)
{
  JsonArray *abilities = ent_bench_array (json_array_get_object_element (data->caregivers,
                                                                         (guint) caregiver),
                                          "abilities");

  for (guint i = 0; i < json_array_get_length (abilities); i++)
    if (g_strcmp0 (json_array_get_string_element (abilities, i), service) == 0)
      return TRUE;
  return FALSE;
}

/* Pushes the starts along one route; whether any grew. */
static gboolean
push_route (const Data *data, const int *order, double *start)
{
  gboolean grew = FALSE;
  double free_at = 0;
  int at = 0;

  for (int i = 0; order[i] != ENT_PLAN_NONE; i++)
    {
      const Task *task = &g_array_index (data->tasks, Task, order[i]);
      double least = free_at + data->way[at * data->n_places + task->place];

      if (start[order[i]] < least - 1e-9)
        {
          start[order[i]] = least;
          grew = TRUE;
        }
      free_at = start[order[i]] + task->duration;
      at = task->place;
    }
  return grew;
}

static gboolean
push_pairs (const Data *data, double *start)
{
  gboolean grew = FALSE;

  for (guint i = 0; i < data->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (data->pairs, Pair, i);

      if (start[pair->second] < start[pair->first] + pair->least - 1e-9)
        {
          start[pair->second] = start[pair->first] + pair->least;
          grew = TRUE;
        }
      if (start[pair->first] < start[pair->second] - pair->most - 1e-9)
        {
          start[pair->first] = start[pair->second] - pair->most;
          grew = TRUE;
        }
    }
  return grew;
}

/* Each service once, by somebody able, two of a patient by two: NULL when so. */
static char *
broken_rule (const Data *data, const int *const *orders, int *by)
{
  int n_caregivers = (int) json_array_get_length (data->caregivers);

  for (guint i = 0; i < data->tasks->len; i++)
    by[i] = ENT_PLAN_NONE;
  for (int i = 0; i < n_caregivers; i++)
    for (int j = 0; orders[i][j] != ENT_PLAN_NONE; j++)
      {
        int task = orders[i][j];

        if (by[task] != ENT_PLAN_NONE)
          return g_strdup_printf ("service %d is given twice", task);
        if (!may (data, i, g_array_index (data->tasks, Task, task).service))
          return g_strdup_printf ("caregiver %d cannot give service %d", i, task);
        by[task] = i;
      }
  for (guint i = 0; i < data->tasks->len; i++)
    if (by[i] == ENT_PLAN_NONE)
      return g_strdup_printf ("service %u is not given", i);
  for (guint i = 0; i < data->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (data->pairs, Pair, i);

      if (by[pair->first] == by[pair->second])
        return g_strdup_printf ("services %d and %d have one caregiver", pair->first, pair->second);
    }
  return NULL;
}

static double
distance_of (const Data *data, const int *order)
{
  double sum = 0;
  int at = 0;

  for (int i = 0; order[i] != ENT_PLAN_NONE; i++)
    {
      int place = g_array_index (data->tasks, Task, order[i]).place;

      sum += data->way[at * data->n_places + place];
      at = place;
    }
  return sum + data->way[at * data->n_places];
}

static void
judge (const EntBenchCare *self, const int *const *orders, EntBenchWorth *worth)
{
  const Data *data = self->data;
  g_autofree double *start = g_new0 (double, data->tasks->len);
  g_autofree int *by = g_new0 (int, data->tasks->len);
  gboolean grew = TRUE;
  guint rounds = 0;

  worth->broken = broken_rule (data, orders, by);
  for (guint i = 0; i < data->tasks->len; i++)
    start[i] = g_array_index (data->tasks, Task, i).ready;
  for (; grew && rounds <= 2 * data->tasks->len; rounds++)
    {
      grew = push_pairs (data, start);
      for (guint i = 0; i < json_array_get_length (data->caregivers); i++)
        grew = push_route (data, orders[i], start) || grew;
    }
  if (grew && worth->broken == NULL)
    worth->broken = g_strdup ("the routes wait for each other for ever");
  for (guint i = 0; i < json_array_get_length (data->caregivers); i++)
    worth->distance += distance_of (data, orders[i]);
  for (guint i = 0; i < data->tasks->len; i++)
    {
      double late = MAX (0, start[i] - g_array_index (data->tasks, Task, i).due);

      worth->lateness += late;
      worth->worst_lateness = MAX (worth->worst_lateness, late);
    }
  worth->value = (worth->distance + worth->lateness + worth->worst_lateness) / 3;
}

gboolean
ent_bench_hhcrsp_fill (EntBenchCare *self, JsonObject *root, GError **error)
{
  JsonArray *patients = ent_bench_array (root, "patients");
  Data *data = g_new0 (Data, 1);

  data->tasks = g_array_new (FALSE, FALSE, sizeof (Task));
  data->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  data->caregivers = ent_bench_array (root, "caregivers");
  data->n_places = (int) json_array_get_length (patients) + 1;
  self->data = data;
  self->free_data = data_free;
  self->judge = judge;
  if (!read_ways (self, data, root, error))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (patients); i++)
    {
      JsonObject *patient = json_array_get_object_element (patients, i);
      JsonArray *wanted = ent_bench_array (patient, "required_caregivers");

      for (guint j = 0; j < json_array_get_length (wanted); j++)
        add_task (self, root, patient, json_array_get_object_element (wanted, j), (int) i + 1);
      if (json_array_get_length (wanted) == 2)
        add_pair (self, patient);
    }
  for (guint i = 0; i < json_array_get_length (data->caregivers); i++)
    add_caregiver (self, root, json_array_get_object_element (data->caregivers, i));
  self->weights = (EntPlanWeights) { .unplaced = { NEVER_LEFT_OUT, NEVER_LEFT_OUT, NEVER_LEFT_OUT },
                                     .wish_late = 60,
                                     .worst_wish = 60,
                                     .travel_km = 1000 };
  return TRUE;
}
