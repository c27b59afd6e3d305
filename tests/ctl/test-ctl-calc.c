/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of “entraidectl calc ris” as a program: what it computes, what it writes, what it refuses.
 */
#include "ctl-refusal.h"
#include "schema-check.h"

/* Quotes are single ones for reading. All that a case can say stands in it, but for month. */
#define SAMPLE \
  "{ 'id': '2025/118', 'regime': 'ris', 'day': '2025-02-10', 'from': '2025-02-10',\n" \
  "  'to': '2025-02-28', 'requested': '2025-02-10', 'revised': '2025-02-10', 'category': 1,\n" \
  "  'category_reason': 'shares a flat', 'homeless_with_project': false, 'married': true,\n" \
  "  'children': 2, 'resources': [\n" \
  "    { 'kind': 'work', 'amount': 200, 'period': 'month' },\n" \
  "    { 'kind': 'ale', 'amount': 100.5, 'hours': 20 },\n" \
  "    { 'kind': 'irregular-gift', 'amount': 10, 'from_debtor': true } ],\n" \
  "  'household': [ { 'relation': 'partner', 'shares': true, 'on_income': false,\n" \
  "      'resources': [ { 'kind': 'work', 'amount': 1100 } ] },\n" \
  "    { 'relation': 'child', 'birth': '2020-05-05', 'married': false, 'in_charge': true },\n" \
  "    { 'relation': 'parent', 'counted': 'no', 'reason': 'debts' } ],\n" \
  "  'properties': [ { 'cadastral': 1000, 'share': '1/2', 'interest': 100 },\n" \
  "    { 'unbuilt': true, 'cadastral': 20 } ],\n" \
  "  'capital': 7000, 'transferred': false,\n" \
  "  'isp': { 'type': 'general', 'since': '2025-02-01', 'was_on_income': true,\n" \
  "    'contract_months': 6, 'certificate': true,\n" \
  "    'periods': [ { 'type': 'student', 'from': '2024-01-01', 'to': '2024-01-31' } ] },\n" \
  "  'cohabitants': { 'at_most': 1200, 'reason': 'equity' } }"

#define CALC "calc ris c.json"

/* The sample, or text, with one thing changed. */
static void
put (Fixture *fixture, const char *text, const char *old, const char *new)
{
  g_autoptr (GString) sample = g_string_new (text);

  if (old != NULL)
    g_assert_cmpuint (g_string_replace (sample, old, new, 1), ==, 1);
  g_string_replace (sample, "'", "\"", 0);
  write_file (fixture, "c.json", sample->str);
}

static JsonNode *
read_json (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

static const char *
member (JsonNode *node, const char *name)
{
  return json_object_get_string_member (json_node_get_object (node), name);
}

typedef struct
{
  const char *name;
  const char *old, *new; /* in the sample */
  const char *said;
} Fault;

static const Fault faults[] = {
  { "no-day", "'day': '2025-02-10',", "", "day: say either a day or a month" },
  { "day-and-month", "'day'", "'month': '2025-02', 'day'", "day: say either a day or a month" },
  { "day-30-february", "'day': '2025-02-10'", "'day': '2025-02-30'",
    "day: “2025-02-30” is not a day" },
  { "day-29-february", "'to': '2025-02-28'", "'to': '2025-02-29'",
    "to: “2025-02-29” is not a day" },
  { "month-13", "'day': '2025-02-10'", "'month': '2025-13'", "month: “2025-13” is not a month" },
  { "month-day", "'day': '2025-02-10'", "'month': '2025-02-01'", "month: “2025-02-01” is not" },
  { "unknown", "'capital'", "'savings'", "savings: nothing of this name" },
  { "unknown-in-resource", "'hours'", "'houres'", "resources[1].houres: nothing of this name" },
  { "id-number", "'2025/118'", "118", "id: a text is needed" },
  { "regime", "'ris'", "'grapa'", "regime: “grapa” is none of these: ris, eris" },
  { "kind", "'irregular-gift'", "'gift'", "resources[2].kind: “gift” is none of these" },
  { "no-kind", "'kind': 'work', 'amount': 200", "'amount': 200",
    "resources[0].kind: this is missing" },
  { "no-amount", "'kind': 'work', 'amount': 200", "'kind': 'work'",
    "resources[0].amount: this is missing" },
  { "amount-text", "'amount': 200", "'amount': '200'", "resources[0].amount: a number is needed" },
  { "amount-negative", "'amount': 10,", "'amount': -10,",
    "resources[2].amount: an amount is not below 0" },
  { "amount-hair", "'amount': 10,", "'amount': -0.001,", "resources[2].amount: an amount is not" },
  { "amount-huge", "'amount': 10,", "'amount': 1e300,",
    "resources[2].amount: this amount is too large" },
  { "amount-cents", "'amount': 10,", "'amount': 10.005,",
    "resources[2].amount: an amount has at most two decimals" },
  { "period", "'period': 'month'", "'period': 'week'", "resources[0].period: “week” is none" },
  { "period-day", "'period': 'month'", "'period': 'day'",
    "resources[0].period: only unemployment" },
  { "hours", "'hours': 20", "'hours': 0", "resources[1].hours: the hours of the period" },
  { "hours-negative", "'hours': 20", "'hours': -1", "resources[1].hours: -1 is not from 0" },
  { "resources-object", "'resources': [ { 'kind': 'work', 'amount': 1100 } ]",
    "'resources': { 'kind': 'work' }", "household[0].resources: a list is needed" },
  { "member-amount", "1100", "-1100", "household[0].resources[0].amount: an amount is not" },
  { "relation", "'partner'", "'cousin'", "household[0].relation: “cousin” is none" },
  { "birth", "'2020-05-05'", "'2020-02-30'", "household[1].birth: “2020-02-30” is not a day" },
  { "birth-missing", "'birth': '2020-05-05', ", "", "household[1].birth: the birth" },
  { "counted", "'no', 'reason'", "'perhaps', 'reason'", "household[2].counted: “perhaps” is none" },
  { "counted-partner", "'on_income': false", "'counted': 'no'",
    "household[0].counted: the income of a partner must be counted" },
  { "share", "'1/2'", "'1/0'", "properties[0].share: this is no share" },
  { "share-text", "'1/2'", "'half'", "properties[0].share: “half” is not a share" },
  { "share-sign", "'1/2'", "'+1/2'", "properties[0].share: “+1/2” is not a share" },
  { "share-more", "'1/2'", "'1/2/3'", "properties[0].share: “1/2/3” is not a share" },
  { "cadastral", "'cadastral': 20", "'unknown': 20", "properties[1].unknown: nothing" },
  { "flag", "'transferred': false", "'transferred': 0", "transferred: say true or false" },
  { "children", "'children': 2", "'children': 2.5", "children: a whole number" },
  { "category", "'category': 1", "'category': 7", "category: the categories are 1, 2 and 3" },
  { "category-0", "'category': 1", "'category': 0", "category: the categories are 1, 2 and 3" },
  { "isp-since", "'since': '2025-02-01', ", "", "isp.since: this is missing" },
  { "isp-type", "'type': 'general'", "'type': 'long'", "isp.type: “long” is none" },
  { "isp-period", "'to': '2024-01-31'", "'to': '2023-01-31'",
    "isp.periods[0].to: this is before the beginning" },
  { "at-most", "'at_most': 1200", "'at_most': -1", "cohabitants.at_most: an amount is not" },
  { "transferred", "'transferred': false", "'transferred': true", "Not covered: property that" },
  { "artist", "'type': 'general'", "'type': 'artist'", "Not covered: the exemption for artists" },
  { "early", "'day': '2025-02-10', 'from': '2025-02-10',\n  'to': '2025-02-28'",
    "'day': '2021-01-15'", "Not covered: no scale" },
  { "not-json", "'capital'", "capital", "is not JSON" },
};

static void
test_fault (Fixture *fixture, gconstpointer data)
{
  const Fault *fault = data;

  put (fixture, SAMPLE, fault->old, fault->new);
  assert_refused (fixture, CALC, fault->said);
}

static void
test_computes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (JsonNode) answer = NULL;

  put (fixture,
       "{ 'id': 'a', 'month': '2025-02', 'category': 1,\n"
       "  'resources': [ { 'kind': 'regular-gift', 'amount': 300 } ] }",
       NULL, NULL);
  g_assert_cmpint (run (fixture, CALC), ==, 0);
  g_assert_cmpstr (fixture->err, ==, "");
  answer = read_json (fixture->out);
  g_assert_cmpstr (member (answer, "id"), ==, "a");
  g_assert_cmpstr (member (answer, "annual"), ==, "10513.60");
  g_assert_cmpstr (member (answer, "resources"), ==, "3600.00");
  g_assert_cmpstr (member (answer, "exemption"), ==, "155.00");
  g_assert_cmpstr (member (answer, "counted"), ==, "3445.00");
  g_assert_cmpstr (member (answer, "granted"), ==, "7068.60");
  g_assert_cmpstr (member (answer, "month"), ==, "589.05");
  g_assert_cmpstr (member (answer, "paid"), ==, "589.05");
  g_assert_cmpstr (member (answer, "status"), ==, "verified");
  SAYS (out, "\"explanation\" : \"6\u202f038,83\u00a0€ × 1,7410.\"");
}

/* Each line of the answer, by hand: 10 513,60 less all that counts. */
static void
test_computes_all_at_once (Fixture *fixture, gconstpointer unused)
{
  const struct
  {
    const char *step, *amount;
  } expected[] = {
    { "amount", "10513.60" },
    { "resource", "2400.00" },
    { "resource", "222.00" }, /* 1 206 − 12 × 20 × 4,10 */
    { "resource", "120.00" },
    { "isp", "-2400.00" },
    { "built", "0.00" }, /* 500 − half of 1 000 */
    { "unbuilt", "0.00" },
    { "capital", "48.00" }, /* 6 % of 800 */
    { "cohabitant", "2686.40" },
    { "resource", "13200.00" },
    { "cohabitant", "0.00" },
    { "resources", "3076.40" },
    { "general-exemption", "-155.00" },
    { "counted", "2921.40" },
    { "granted", "7592.20" },
    { "month", "632.68" },
    { "part", "429.32" }, /* 19 of 28 days */
  };
  g_autoptr (JsonNode) answer = NULL;
  JsonArray *lines;
  gsize n = 0;

  put (fixture, SAMPLE, NULL, NULL);
  g_assert_cmpint (run (fixture, CALC), ==, 0);
  answer = read_json (fixture->out);
  lines = json_object_get_array_member (json_node_get_object (answer), "lines");
  for (guint i = 0; i < json_array_get_length (lines); i++)
    {
      JsonNode *line = json_array_get_element (lines, i);

      if (!json_object_has_member (json_node_get_object (line), "amount"))
        continue;
      g_assert_cmpuint (n, <, G_N_ELEMENTS (expected));
      g_assert_cmpstr (member (line, "step"), ==, expected[n].step);
      g_assert_cmpstr (member (line, "amount"), ==, expected[n].amount);
      n++;
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
}

static JsonObject *
load_schema (JsonParser *parser)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "schema",
                                                 "calc.schema.json", NULL);

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  return json_node_get_object (json_parser_get_root (parser));
}

static void
assert_fits (JsonObject *schema, const char *definition, JsonNode *node)
{
  JsonObject *defs = json_object_get_object_member (schema, "$defs");
  g_autoptr (GString) where = g_string_new (NULL);

  if (!schema_fits (schema, json_object_get_object_member (defs, definition), node, where))
    g_error ("%s is not in the schema", where->str);
}

static void
test_fits_schema (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) asked = NULL;
  g_autoptr (JsonNode) answer = NULL;
  JsonObject *schema = load_schema (parser);

  put (fixture, SAMPLE, NULL, NULL);
  text = read_file (fixture, "c.json");
  g_assert_cmpint (run (fixture, CALC), ==, 0);
  asked = read_json (text);
  answer = read_json (fixture->out);
  assert_fits (schema, "case", asked);
  assert_fits (schema, "result", answer);
}

/* Every member that the schema names is read: “true” for each is complained of by its kind, never
 * by its name. */
static void
test_reads_schema (Fixture *fixture, gconstpointer data)
{
  const char *const *what = data; /* definition, case with a %s for the members */
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *defs = json_object_get_object_member (load_schema (parser), "$defs");
  JsonObject *properties = json_object_get_object_member (json_object_get_object_member (defs,
                                                                                         what[0]),
                                                          "properties");
  g_autoptr (GList) names = json_object_get_members (properties);

  g_assert_nonnull (names);
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *one = g_strdup_printf ("{ '%s': true }", (char *) l->data);

      put (fixture, what[1], "%s", one);
      run (fixture, CALC);
      g_assert_null (strstr (fixture->err, "nothing of this name"));
    }
  put (fixture, what[1], "%s", "{ 'unheard': true }");
  g_assert_cmpint (run (fixture, CALC), ==, 1);
  SAYS (err, "unheard: nothing of this name");
}

static const char *const schema_case[] = { "case", "%s" };
static const char *const schema_resource[] = { "resource",
                                               "{ 'day': '2025-02-01', 'resources': [ %s ] }" };
static const char *const schema_member[] = { "member",
                                             "{ 'day': '2025-02-01', 'household': [ %s ] }" };
static const char *const schema_property[] = { "property",
                                               "{ 'day': '2025-02-01', 'properties': [ %s ] }" };
static const char *const schema_isp[] = { "isp", "{ 'day': '2025-02-01', 'isp': %s }" };
static const char *const schema_isp_period[] = {
  "isp_period", "{ 'day': '2025-02-01', 'isp': { 'type': 'general', 'periods': [ %s ] } }"
};
static const char *const schema_cohabitants[] = { "cohabitants",
                                                  "{ 'day': '2025-02-01', 'cohabitants': %s }" };

/* The schema names all kinds that the program knows. */
static void
test_schema_names_all_kinds (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *defs = json_object_get_object_member (load_schema (parser), "$defs");
  JsonObject *resource = json_object_get_object_member (defs, "resource");
  JsonObject *properties = json_object_get_object_member (resource, "properties");
  JsonObject *kind = json_object_get_object_member (properties, "kind");
  JsonArray *kinds = json_object_get_array_member (kind, "enum");
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (kinds); i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "",
                            json_array_get_string_element (kinds, i));
  g_string_append_c (all, '.');
  put (fixture, SAMPLE, "'irregular-gift'", "'nothing'");
  g_assert_cmpint (run (fixture, CALC), ==, 1);
  SAYS (err, all->str);
}

static void
test_batch (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonNode) answer = NULL;
  JsonObject *schema = load_schema (parser);
  JsonArray *list;

  put (fixture,
       "[ { 'id': 'a', 'day': '2025-02-01' }, { 'id': 'b', 'day': '2025-02-30' },\n"
       "  { 'id': 'c', 'day': '2025-02-01', 'transferred': true }, 7,\n"
       "  { 'day': '2026-03-01', 'category': 3, 'regime': 'eris' } ]",
       NULL, NULL);
  g_assert_cmpint (run (fixture, CALC), ==, 1);
  SAYS (err, "[1]: day: “2025-02-30” is not a day");
  SAYS (err, "[2]: Not covered:");
  SAYS (err, "[3]: an object is needed");
  answer = read_json (fixture->out);
  list = json_node_get_array (answer);
  g_assert_cmpuint (json_array_get_length (list), ==, 5);
  g_assert_cmpstr (member (json_array_get_element (list, 0), "month"), ==, "1314.20");
  g_assert_cmpstr (member (json_array_get_element (list, 1), "fault"), ==, "invalid");
  g_assert_cmpstr (member (json_array_get_element (list, 1), "id"), ==, "b");
  g_assert_cmpstr (member (json_array_get_element (list, 2), "fault"), ==, "not-covered");
  g_assert_cmpstr (member (json_array_get_element (list, 4), "month"), ==, "1811.57");
  g_assert_cmpstr (member (json_array_get_element (list, 4), "status"), ==, "to-check");
  for (guint i = 0; i < 5; i++)
    assert_fits (schema, i % 4 == 0 ? "result" : "failure", json_array_get_element (list, i));
}

static void
test_empty_batch (Fixture *fixture, gconstpointer unused)
{
  put (fixture, "[ ]", NULL, NULL);
  g_assert_cmpint (run (fixture, CALC), ==, 0);
  g_assert_cmpstr (fixture->out, ==, "[]\n");
}

static void
test_text (Fixture *fixture, gconstpointer unused)
{
  put (fixture, SAMPLE, NULL, NULL);
  g_assert_cmpint (run (fixture, CALC " --text"), ==, 0);
  SAYS (out, "2025/118\n");
  SAYS (out, "Set by the centre: shares a flat");
  SAYS (out, "= Granted a month");
  SAYS (out, "632,68\u00a0€ a month\n");
  SAYS (out, "[To be checked] AR du 11/7/2002, art. 25-26");
  SAYS (out, "From 10/02/2025 to 28/02/2025: 19 days of 28.");
}

static void
test_text_of_a_refusal (Fixture *fixture, gconstpointer unused)
{
  put (fixture, "{ 'day': '2025-02-01', 'resources': [ { 'kind': 'pension', 'amount': 2000 } ] }",
       NULL, NULL);
  g_assert_cmpint (run (fixture, CALC " -t"), ==, 0);
  SAYS (out, "Resources too high\n");
}

static void
test_writes_to_a_file (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *text = NULL;

  put (fixture, "{ 'day': '2025-02-01' }", NULL, NULL);
  g_assert_cmpint (run (fixture, CALC " --out r.json"), ==, 0);
  g_assert_cmpstr (fixture->out, ==, "");
  text = read_file (fixture, "r.json");
  g_assert_nonnull (strstr (text, "\"1314.20\""));
}

/* The shipped table, with the coefficient of a day to come. */
static void
test_other_scales (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "calc", "scales.csv",
                                                 NULL);
  g_autofree char *text = NULL;
  g_autofree char *more = NULL;
  g_autofree char *damaged = NULL;
  g_autofree char *said = NULL;
  guint line = 1;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  more = g_strconcat (text, "coefficient,,2026-10-01,,1.8113,to-check,a rule,a forecast,\n", NULL);
  damaged = g_strconcat (text, "coefficient,,2026-10-01,,dear,to-check,a rule,a forecast,\n", NULL);
  write_file (fixture, "s.csv", more);
  write_file (fixture, "d.csv", damaged);
  put (fixture, "{ 'day': '2026-10-01' }", NULL, NULL);
  g_assert_cmpint (run (fixture, CALC), ==, 0);
  SAYS (out, "\"1340.47\"");
  g_assert_cmpint (run (fixture, CALC " --scales s.csv"), ==, 0);
  SAYS (out, "\"1367.27\"");
  g_assert_cmpint (run (fixture, CALC " --scales d.csv"), ==, 1);
  for (const char *p = text; *p != '\0'; p++)
    line += *p == '\n';
  said = g_strdup_printf ("d.csv: Line %u: “dear” cannot stand in the column “value”", line);
  SAYS (err, said);
  g_assert_cmpint (run (fixture, CALC " --scales missing.csv"), ==, 1);
  SAYS (err, "missing.csv");
}

static void
test_misused (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpint (run (fixture, "calc ris"), ==, 2);
  SAYS (err, "Usage: entraidectl calc ris FILE.json");
  g_assert_cmpint (run (fixture, "calc grapa c.json"), ==, 2);
  SAYS (err, "There is no calculation “grapa”; there is “ris”.");
  g_assert_cmpint (run (fixture, "calc ris missing.json"), ==, 1);
  SAYS (err, "missing.json");
}

#define TEST(path, data, func) \
  g_test_add ("/ctl/calc/" path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  demo_folder = make_folder ();
  TEST ("computes", NULL, test_computes);
  TEST ("computes/all-at-once", NULL, test_computes_all_at_once);
  TEST ("fits-schema", NULL, test_fits_schema);
  TEST ("schema/case", schema_case, test_reads_schema);
  TEST ("schema/resource", schema_resource, test_reads_schema);
  TEST ("schema/member", schema_member, test_reads_schema);
  TEST ("schema/property", schema_property, test_reads_schema);
  TEST ("schema/isp", schema_isp, test_reads_schema);
  TEST ("schema/isp-period", schema_isp_period, test_reads_schema);
  TEST ("schema/cohabitants", schema_cohabitants, test_reads_schema);
  TEST ("schema/kinds", NULL, test_schema_names_all_kinds);
  TEST ("batch", NULL, test_batch);
  TEST ("batch/empty", NULL, test_empty_batch);
  TEST ("text", NULL, test_text);
  TEST ("text/refusal", NULL, test_text_of_a_refusal);
  TEST ("out", NULL, test_writes_to_a_file);
  TEST ("scales", NULL, test_other_scales);
  TEST ("misused", NULL, test_misused);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/ctl/calc/refuses/", faults[i].name, NULL);

      g_test_add (path, Fixture, &faults[i], set_up, test_fault, tear_down);
    }
  failed = g_test_run ();
  remove_demo ();
  return failed;
}
