/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of “entraidectl plan” as a program: what it plans, what it writes, what it refuses. */
#include "ctl-refusal.h"
#include "plan-sample.h"
#include "schema-check.h"

#include <signal.h>

#define PLAN "plan p.json --iterations 2000 "

typedef struct
{
  const char *name;
  const char *old, *new; /* in the sample */
  const char *said;
} Fault;

static const Fault faults[] = {
  { "no-day", "'first_day': '2026-03-02',", "", "first_day: this is missing" },
  { "bad-day", "'2026-03-02'", "'2026-02-30'", "first_day: “2026-02-30” is not a day" },
  { "unknown", "'weights'", "'wieghts'", "wieghts: nothing of this name" },
  { "unknown-in-visit", "'priority': 'vital'", "'urgency': 'vital'",
    "visits[0].urgency: nothing of this name" },
  { "no-places", "'id': 'centre'", "'name': 'centre'", "places[0].id: this is missing" },
  { "place-twice", "'id': 'mill'", "'id': 'centre'",
    "places[1].id: “centre” is the id of another" },
  { "half-point", "{ 'id': 'mill' }", "{ 'id': 'mill', 'lat': 50 }",
    "places[1].lon: this is missing" },
  { "bad-point", "{ 'id': 'mill' }", "{ 'id': 'mill', 'lat': 95, 'lon': 4 }",
    "places[1].lat: 95 is not from -90 to 90" },
  { "matrix-rows", "[900, 300, 0, 500], ", "",
    "modes[0].seconds: a row is needed for each of the 4" },
  { "matrix-row", "[900, 300, 0, 500]", "[900, 300, 0]",
    "modes[0].seconds[2]: a row needs a number" },
  { "matrix-text", "[900, 300, 0, 500]", "[900, 'x', 0, 500]",
    "modes[0].seconds[2][1]: a number is needed" },
  { "matrix-negative", "[900, 300, 0, 500]", "[900, -300, 0, 500]",
    "modes[0].seconds[2][1]: -300 is not from" },
  { "no-ways", "{ 'id': 'car', 'seconds': " SAMPLE_WAYS ", 'metres': " SAMPLE_WAYS " }",
    "{ 'id': 'car' }", "does not tell the ways of the mode “car”" },
  { "shift-time", "'from': '08:00', 'to': '12:00', 'start_place': 'centre',\n",
    "'from': '8h', 'to': '12:00', 'start_place': 'centre',\n",
    "carers[0].shifts[0].from: “8h” is no time" },
  { "shift-order", "'from': '08:00', 'to': '12:00', 'start_place': 'centre',\n",
    "'from': '12:00', 'to': '08:00', 'start_place': 'centre',\n",
    "carers[0].shifts[0].to: this is not after" },
  { "shift-place", "'start_place': 'centre' } ] } ]", "'start_place': 'moon' } ] } ]",
    "carers[1].shifts[0].start_place: nothing in this file has the id “moon”" },
  { "break-length", "'length': 15", "'length': 0",
    "carers[0].shifts[0].break.length: 0 is not from" },
  { "no-duration", "'duration': 30, 'priority': 'vital'", "'priority': 'vital'",
    "visits[0].duration: this is missing" },
  { "text-duration", "'duration': 30, 'priority': 'vital'", "'duration': '30', 'priority': 'vital'",
    "visits[0].duration: a number is needed" },
  { "zero-duration", "'duration': 10", "'duration': 0", "visits[1].duration: 0 is not from" },
  { "priority", "'vital'", "'urgent'",
    "visits[0].priority: “urgent” is none of these: vital, important" },
  { "skills-text", "[ 'nurse' ]", "'nurse'", "visits[1].skills: a list is needed" },
  { "skill-number", "[ 'nurse' ]", "[ 7 ]", "visits[1].skills[0]: a text is needed" },
  { "window-end", "'to': '09:30'", "'to': '07:30'", "visits[1].windows[0].to: this is before" },
  { "window-missing", "'from': '08:00', 'to': '09:30'", "'from': '08:00'",
    "visits[1].windows[0].to: this is missing" },
  { "window-past", "'2026-03-03T09:00'", "'2026-03-01T09:00'",
    "visits[4].windows[0].from: “2026-03-01" },
  { "visit-twice", "'id': 'insulin'", "'id': 'wash'", "visits[1].id: “wash” is the id of another" },
  { "link-unknown", "'second': 'lift-2'", "'second': 'lift-3'",
    "links[0].second: nothing in this file" },
  { "link-itself", "'second': 'lift-2'", "'second': 'lift-1'", "links[0].second: a visit cannot" },
  { "link-most", "'least': 0", "'least': 5", "links[0].most: this is less than" },
  { "link-carers", "'different'", "'others'", "links[0].carers: “others” is none of these" },
  { "affinity-client", "'client': 'c1', 'carer'", "'client': 'c9', 'carer'",
    "affinities[0].client: nothing in this file has the id “c9”" },
  { "affinity-both", "'client': 'c1', 'carer'", "'client': 'c1', 'visit': 'wash', 'carer'",
    "affinities[0]: name either a client or a visit" },
  { "affinity-kind", "'kind': 'preferred'", "'kind': 'loved'",
    "affinities[0].kind: “loved” is none" },
  { "weight", "'not_preferred': 1000", "'not_preferred': 0.5",
    "weights.not_preferred: a whole number" },
  { "not-object", "{ 'not_preferred': 1000 }", "[]", "weights: an object is needed" },
  { "not-json", "'weights'", "weights", "is not JSON" },
};

static void
put_sample (Fixture *fixture, const char *old, const char *new)
{
  g_autofree char *text = plan_sample (old, new);

  write_file (fixture, "p.json", text);
}

static JsonObject *
read_json (const char *text, JsonNode **root)
{
  g_autoptr (GError) error = NULL;

  *root = json_from_string (text, &error);
  g_assert_no_error (error);
  return json_node_get_object (*root);
}

static void
test_fault (Fixture *fixture, gconstpointer data)
{
  const Fault *fault = data;

  put_sample (fixture, fault->old, fault->new);
  assert_refused (fixture, PLAN, fault->said);
}

/* How many stops of a kind, or of any when it is NULL, the routes of a carer have. */
static int
count_stops (JsonObject *answer, const char *carer, const char *kind)
{
  JsonArray *routes = json_object_get_array_member (answer, "routes");
  int n = 0;

  for (guint i = 0; i < json_array_get_length (routes); i++)
    {
      JsonObject *route = json_array_get_object_element (routes, i);
      JsonArray *stops = json_object_get_array_member (route, "stops");

      if (!g_str_equal (json_object_get_string_member (route, "carer"), carer))
        continue;
      for (guint j = 0; j < json_array_get_length (stops); j++)
        n += g_str_equal (json_object_get_string_member (json_array_get_object_element (stops, j),
                                                         "kind"),
                          kind);
    }
  return n;
}

static void
test_plans (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *answer;
  JsonArray *left_out;

  put_sample (fixture, NULL, NULL);
  g_assert_cmpint (run (fixture, PLAN), ==, 0);
  SAYS (err, "5 of 6 visits are planned.");
  answer = read_json (fixture->out, &root);
  g_assert_cmpint (count_stops (answer, "anna", "visit"), ==, 4);
  g_assert_cmpint (count_stops (answer, "anna", "break"), ==, 1);
  g_assert_cmpint (count_stops (answer, "ben", "visit"), ==, 1);
  left_out = json_object_get_array_member (answer, "unplaced");
  g_assert_cmpint (json_array_get_length (left_out), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (left_out, 0),
                                                  "visit"),
                   ==, "surgeon");
}

static void
test_tells_why (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *left_out;
  JsonArray *reasons;

  put_sample (fixture, NULL, NULL);
  g_assert_cmpint (run (fixture, PLAN), ==, 0);
  left_out = json_array_get_object_element (
      json_object_get_array_member (read_json (fixture->out, &root), "unplaced"), 0);
  reasons = json_object_get_array_member (left_out, "reasons");
  g_assert_cmpint (json_array_get_length (reasons), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      JsonObject *reason = json_array_get_object_element (reasons, i);

      g_assert_cmpstr (json_object_get_string_member (reason, "code"), ==, "skill");
      g_assert_cmpstr (json_object_get_string_member (reason, "text"), ==,
                       "This carer lacks the skill “surgery”.");
    }
}

static void
test_fits_schema (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "schema",
                                                 "plan.schema.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GString) where = g_string_new (NULL);
  g_autoptr (JsonNode) problem = NULL;
  g_autoptr (JsonNode) answer = NULL;
  g_autofree char *text = plan_sample (NULL, NULL);
  JsonObject *schema, *defs;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  schema = json_node_get_object (json_parser_get_root (parser));
  defs = json_object_get_object_member (schema, "$defs");
  put_sample (fixture, NULL, NULL);
  g_assert_cmpint (run (fixture, PLAN), ==, 0);
  read_json (text, &problem);
  read_json (fixture->out, &answer);
  if (!schema_fits (schema, json_object_get_object_member (defs, "problem"), problem, where) ||
      !schema_fits (schema, json_object_get_object_member (defs, "answer"), answer, where))
    g_error ("%s is not in the schema", where->str);
}

/* Every member that the schema names is known: names are looked at first, so whatever else is wrong
 * with members that are all “true”, none is complained of for its name. */
static void
test_reads_schema (Fixture *fixture, gconstpointer data)
{
  const char *const *what = data; /* definition, text to put the members before */
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "schema",
                                                 "plan.schema.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GString) members = g_string_new ("{ ");
  g_autofree char *old = g_strdup_printf ("{ %s", what[1]);
  g_autoptr (GList) names = NULL;
  JsonObject *defs;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  defs = json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)),
                                        "$defs");
  names = json_object_get_members (
      json_object_get_object_member (json_object_get_object_member (defs, what[0]), "properties"));
  g_assert_nonnull (names);
  for (GList *l = names; l != NULL; l = l->next)
    g_string_append_printf (members, "'%s': true, ", (char *) l->data);
  g_string_append (members, what[1]);
  put_sample (fixture, old, members->str);
  run (fixture, PLAN);
  g_assert_null (strstr (fixture->err, "nothing of this name"));
  g_string_insert (members, 2, "'unheard': 1, ");
  put_sample (fixture, old, members->str);
  g_assert_cmpint (run (fixture, PLAN), ==, 1);
  SAYS (err, "unheard: nothing of this name");
}

static const char *const schema_visit[] = { "visit", "'id': 'wash'" };
static const char *const schema_carer[] = { "carer", "'id': 'ben'" };
static const char *const schema_shift[] = { "shift",
                                            "'from': '2026-03-03T08:00', 'to': '2026-03-03T12" };
static const char *const schema_window[] = { "window", "'from': '08:00', 'to': '09:30'" };
static const char *const schema_link[] = { "link", "'first': 'lift-1'" };
static const char *const schema_weights[] = { "weights", "'not_preferred'" };
static const char *const schema_place[] = { "place", "'id': 'mill'" };

static void
test_seed (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *once = NULL;

  put_sample (fixture, NULL, NULL);
  g_assert_cmpint (run (fixture, PLAN "--seed 5 --threads 2"), ==, 0);
  once = g_steal_pointer (&fixture->out);
  g_assert_cmpint (run (fixture, PLAN "--seed 5 --threads 2"), ==, 0);
  g_assert_cmpstr (fixture->out, ==, once);
}

static void
test_out (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *written = NULL;

  put_sample (fixture, NULL, NULL);
  g_assert_cmpint (run (fixture, PLAN), ==, 0);
  written = g_steal_pointer (&fixture->out);
  g_assert_cmpint (run (fixture, PLAN "--out r.json"), ==, 0);
  g_assert_cmpstr (fixture->out, ==, "");
  g_clear_pointer (&fixture->out, g_free);
  fixture->out = read_file (fixture, "r.json");
  g_assert_cmpstr (fixture->out, ==, written);
}

/* What was planned is the start of the next plan, and nothing changes when nothing need. */
static void
test_round_trip (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *first = NULL;
  g_autoptr (JsonNode) one = NULL;
  g_autoptr (JsonNode) other = NULL;

  put_sample (fixture, NULL, NULL);
  g_assert_cmpint (run (fixture, PLAN "--out r.json"), ==, 0);
  first = read_file (fixture, "r.json");
  g_assert_cmpint (run (fixture, PLAN "--start r.json --few-changes"), ==, 0);
  g_assert_true (
      json_node_equal (json_object_get_member (read_json (first, &one), "routes"),
                       json_object_get_member (read_json (fixture->out, &other), "routes")));
}

/* When a carer falls ill, the start still serves for the others. */
static void
test_sick_carer (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *answer;

  put_sample (fixture, NULL, NULL);
  g_assert_cmpint (run (fixture, PLAN "--out r.json"), ==, 0);
  put_sample (fixture,
              "'id': 'ben', 'skills': [ 'care' ],\n      'shifts': [ { 'from': '08:00', 'to': "
              "'12:00', 'start_place': 'centre' } ]",
              "'id': 'ben'");
  g_assert_cmpint (run (fixture, PLAN "--start r.json --few-changes"), ==, 0);
  answer = read_json (fixture->out, &root);
  g_assert_cmpint (count_stops (answer, "anna", "visit"), ==, 3);
  g_assert_cmpint (count_stops (answer, "ben", "visit"), ==, 0);
  SAYS (out, "\"lift-1\"");
}

/* A narrower window than the start obeys: the rest of it serves still. */
static void
test_start_breaks_rule (Fixture *fixture, gconstpointer unused)
{
  put_sample (fixture, NULL, NULL);
  g_assert_cmpint (run (fixture, PLAN "--out r.json"), ==, 0);
  put_sample (fixture, "'skills': [ 'nurse', 'care' ]", "'skills': [ 'care' ]");
  g_assert_cmpint (run (fixture, PLAN "--start r.json"), ==, 0);
  SAYS (err, "4 of 6 visits are planned.");
}

static void
test_bad_start (Fixture *fixture, gconstpointer unused)
{
  put_sample (fixture, NULL, NULL);
  write_file (fixture, "r.json", "{ \"routes\": [ { \"carer\": \"anna\", \"stops\": 3 } ] }");
  g_assert_cmpint (run (fixture, PLAN "--start r.json"), ==, 1);
  SAYS (err, "r.json: routes[0].stops: a list is needed");
  g_assert_cmpint (run (fixture, PLAN "--start nothing.json"), ==, 1);
  SAYS (err, "nothing.json");
}

static void
test_usage (Fixture *fixture, gconstpointer unused)
{
  put_sample (fixture, NULL, NULL);
  g_assert_cmpint (run (fixture, "plan"), ==, 2);
  g_assert_cmpint (run (fixture, "plan p.json --threads 0"), ==, 2);
  g_assert_cmpint (run (fixture, "plan p.json --seconds -1"), ==, 2);
  g_assert_cmpint (run (fixture, "plan p.json --few-changes"), ==, 2);
  SAYS (err, "--start");
  g_assert_cmpint (run (fixture, "plan absent.json"), ==, 1);
  SAYS (err, "absent.json");
  g_assert_cmpint (run (fixture, "plan --help"), ==, 0);
  SAYS (out, "--few-changes");
}

static gboolean
interrupt_cb (gpointer process)
{
  g_subprocess_send_signal (process, SIGINT);
  return G_SOURCE_CONTINUE;
}

static void
ended_cb (GObject *process, GAsyncResult *result, gpointer loop)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_finish (G_SUBPROCESS (process), result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (loop);
}

/* Interrupted long before its time is over, it writes the best plan so far. */
static void
test_interrupt (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *in = g_build_filename (fixture->folder, "p.json", NULL);
  g_autofree char *out = g_build_filename (fixture->folder, "r.json", NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  gint64 begun = g_get_monotonic_time ();
  guint source;

  put_sample (fixture, NULL, NULL);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, g_getenv ("ENTRAIDECTL"),
                              "plan", in, "--out", out, "--seconds", "600", NULL);
  g_assert_no_error (error);
  source = g_timeout_add (500, interrupt_cb, process);
  g_subprocess_wait_async (process, NULL, ended_cb, loop);
  g_main_loop_run (loop);
  g_source_remove (source);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 60 * G_USEC_PER_SEC);
  g_assert_true (exists (fixture, "r.json"));
}

#define TEST(path, data, func) \
  g_test_add ("/ctl/plan/" path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  demo_folder = make_folder ();
  TEST ("plans", NULL, test_plans);
  TEST ("tells-why", NULL, test_tells_why);
  TEST ("fits-schema", NULL, test_fits_schema);
  TEST ("schema/visit", schema_visit, test_reads_schema);
  TEST ("schema/carer", schema_carer, test_reads_schema);
  TEST ("schema/shift", schema_shift, test_reads_schema);
  TEST ("schema/window", schema_window, test_reads_schema);
  TEST ("schema/link", schema_link, test_reads_schema);
  TEST ("schema/weights", schema_weights, test_reads_schema);
  TEST ("schema/place", schema_place, test_reads_schema);
  TEST ("seed", NULL, test_seed);
  TEST ("out", NULL, test_out);
  TEST ("round-trip", NULL, test_round_trip);
  TEST ("sick-carer", NULL, test_sick_carer);
  TEST ("start-breaks-rule", NULL, test_start_breaks_rule);
  TEST ("bad-start", NULL, test_bad_start);
  TEST ("usage", NULL, test_usage);
  TEST ("interrupt", NULL, test_interrupt);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ctl/plan/fault/%s", faults[i].name);

      g_test_add (path, Fixture, &faults[i], set_up, test_fault, tear_down);
    }
  failed = g_test_run ();
  remove_demo ();
  return failed;
}
