/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Day plans of an invented centre. What counts first is the points of the visits that nobody makes,
 * then the seconds on the way. One thread.
 */
#include "ent-bench-homecare.h"

#define BESIDE_WISH 1800 /* seconds that a soft start may lie beside its window */
#define SECONDS_A_POINT \
  100 /* of travel that a point of a visit left out is worth in the search \
       */
#define STRANGER 300 /* points when another than the regular carer comes, in soft instances */

typedef struct
{
  JsonArray *carers, *visits, *rows;
  gboolean soft;
  GHashTable *skills; /* name to bit + 1 */
} Data;

static void
data_free (gpointer pointer)
{
  Data *data = pointer;

  g_hash_table_unref (data->skills);
  g_free (data);
}

static guint64
skills_of (Data *data, JsonObject *object)
{
  JsonArray *names = ent_bench_array (object, "skills");
  guint64 bits = 0;

  for (guint i = 0; i < json_array_get_length (names); i++)
    {
      gpointer name = (gpointer) json_array_get_string_element (names, i);

      if (!g_hash_table_contains (data->skills, name))
        g_hash_table_insert (data->skills, name,
                             GINT_TO_POINTER (g_hash_table_size (data->skills)));
      bits |= (guint64) 1 << GPOINTER_TO_INT (g_hash_table_lookup (data->skills, name));
    }
  return bits;
}

/* 0 when the member is missing or null. */
static int
number_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? (int) json_node_get_int (node) : 0;
}

static JsonObject *
item (JsonArray *array, int i)
{
  return json_array_get_object_element (array, (guint) i);
}

static int
way (const Data *data, int from, int to)
{
  JsonArray *row = json_array_get_array_element (data->rows, (guint) from);

  return (int) json_array_get_int_element (row, (guint) to);
}

/* The limit on board that all drivers share, 0: none. */
static int
max_ride (const Data *data)
{
  int most = 0;

  for (guint i = 0; i < json_array_get_length (data->carers); i++)
    most = MAX (most, number_of (item (data->carers, (int) i), "max_ride"));
  return most;
}

static void
read_ways (EntBenchCare *self, const Data *data)
{
  int n = (int) json_array_get_length (data->rows);
  g_autofree int *ways = g_new0 (int, n *n);

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      ways[i * n + j] = way (data, i, j);
  self->problem = ent_plan_problem_new (n, 1);
  ent_plan_problem_set_matrix (self->problem, 0, ways, ways);
}

static void
add_visit (EntBenchCare *self, Data *data, JsonObject *object)
{
  g_autofree char *id = g_strdup_printf ("%d", number_of (object, "id"));
  EntPlanVisit visit = { .id = id,
                         .place = number_of (object, "loc"),
                         .client = ENT_PLAN_NONE,
                         .duration = number_of (object, "duration"),
                         .priority = ENT_PLAN_IMPORTANT,
                         .required_skills = skills_of (data, object),
                         .fixed_carer = ENT_PLAN_NONE,
                         .fixed_start = ENT_PLAN_NONE,
                         .load = { number_of (object, "amount") },
                         .max_on_board = max_ride (data),
                         .reference_carer = ENT_PLAN_NONE,
                         .reference_start = ENT_PLAN_NONE,
                         .unplaced_points = SECONDS_A_POINT * number_of (object, "priority") };
  JsonArray *rows = ent_bench_array (object, "windows");
  g_autofree EntPlanWindow *windows = g_new0 (EntPlanWindow, json_array_get_length (rows));
  int beside = data->soft ? BESIDE_WISH : 0;

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonArray *row = json_array_get_array_element (rows, i);
      int from = (int) ent_bench_number (row, 0), to = (int) ent_bench_number (row, 1);

      windows[i] = (EntPlanWindow) { MAX (0, from - beside), to + beside, from, to, 0, 0 };
    }
  ent_plan_problem_add_visit (self->problem, &visit, windows, (int) json_array_get_length (rows));
}

static void
add_affinities (EntBenchCare *self, Data *data, int index, const char *member)
{
  JsonArray *numbers = ent_bench_array (item (data->visits, index), member);

  for (guint i = 0; i < json_array_get_length (numbers); i++)
    for (int j = 0; j < (int) json_array_get_length (data->carers); j++)
      if (number_of (item (data->carers, j), "id") == json_array_get_int_element (numbers, i))
        ent_plan_problem_add_affinity (self->problem,
                                       &(EntPlanAffinity) { ENT_PLAN_NONE, index, j,
                                                            g_str_equal (member, "excluded")
                                                                ? ENT_PLAN_FORBIDDEN
                                                                : ENT_PLAN_PREFERRED });
}

static void
add_pair (EntBenchCare *self, Data *data, int index)
{
  int other = number_of (item (data->visits, index), "pair");

  for (int i = index + 1; other != 0 && i < (int) json_array_get_length (data->visits); i++)
    if (number_of (item (data->visits, i), "id") == other)
      ent_plan_problem_add_link (self->problem,
                                 &(EntPlanLink) { index, i, 0, 0, ENT_PLAN_DIFFERENT_CARERS });
}

static void
add_carer (EntBenchCare *self, Data *data, JsonObject *object)
{
  g_autofree char *id = g_strdup_printf ("%d", number_of (object, "id"));
  EntPlanCarer carer = { .id = id, .skills = skills_of (data, object) };
  JsonArray *span = ent_bench_array (object, "shift");
  int to = (int) ent_bench_number (span, 1);
  EntPlanShift shift = { .from = (int) ent_bench_number (span, 0),
                         .to = to,
                         .regular_to = to,
                         .start_place = number_of (object, "start"),
                         .end_place = number_of (object, "end"),
                         .max_trips = 1 };
  JsonNode *pause = json_object_get_member (object, "break");

  for (int i = 0; i < ENT_PLAN_DIMENSIONS; i++)
    shift.capacity[i] = G_MAXINT;
  if (number_of (object, "capacity") > 0)
    shift.capacity[0] = number_of (object, "capacity");
  if (pause != NULL && JSON_NODE_HOLDS_OBJECT (pause))
    {
      JsonArray *window = ent_bench_array (json_node_get_object (pause), "window");

      shift.break_from = (int) ent_bench_number (window, 0);
      shift.break_to = (int) ent_bench_number (window, 1);
      shift.break_length = number_of (json_node_get_object (pause), "duration");
    }
  shift.carer = ent_plan_problem_add_carer (self->problem, &carer);
  ent_plan_problem_add_shift (self->problem, &shift);
}

/* The verifier of the tests judges the rules of these plans; here only what they are worth. */
static void
judge (const EntBenchCare *self, const int *const *orders, EntBenchWorth *worth)
{
  const Data *data = self->data;
  g_autofree gboolean *made = g_new0 (gboolean, json_array_get_length (data->visits));

  for (int i = 0; i < (int) json_array_get_length (data->carers); i++)
    {
      int at = number_of (item (data->carers, i), "start");

      for (int j = 0; orders[i][j] != ENT_PLAN_NONE; j++)
        {
          int next = number_of (item (data->visits, orders[i][j]), "loc");

          made[orders[i][j]] = TRUE;
          worth->distance += way (data, at, next);
          at = next;
        }
      if (orders[i][0] != ENT_PLAN_NONE)
        worth->distance += way (data, at, number_of (item (data->carers, i), "end"));
    }
  for (int i = 0; i < (int) json_array_get_length (data->visits); i++)
    if (!made[i])
      worth->lost += number_of (item (data->visits, i), "priority");
  worth->value = worth->distance;
}

gboolean
ent_bench_centre_fill (EntBenchCare *self, JsonObject *root, GError **error)
{
  Data *data = g_new0 (Data, 1);

  data->carers = ent_bench_array (root, "carers");
  data->visits = ent_bench_array (root, "visits");
  data->rows = ent_bench_array (root, "matrix");
  data->soft = json_object_get_boolean_member_with_default (root, "soft", FALSE);
  data->skills = g_hash_table_new (g_str_hash, g_str_equal);
  self->data = data;
  self->free_data = data_free;
  self->judge = judge;
  read_ways (self, data);
  for (int i = 0; i < (int) json_array_get_length (data->visits); i++)
    add_visit (self, data, item (data->visits, i));
  for (int i = 0; i < (int) json_array_get_length (data->carers); i++)
    add_carer (self, data, item (data->carers, i));
  for (int i = 0; i < (int) json_array_get_length (data->visits); i++)
    {
      add_affinities (self, data, i, "excluded");
      add_affinities (self, data, i, "regular");
      add_pair (self, data, i);
    }
  self->weights = (EntPlanWeights) { .unplaced = { 1, 1, 1 },
                                     .travel_minute = 60,
                                     .wish_early = data->soft ? 60 : 0,
                                     .wish_late = data->soft ? 60 : 0,
                                     .not_preferred = data->soft ? STRANGER : 0 };
  return TRUE;
}
