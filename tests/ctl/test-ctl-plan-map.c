/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of “entraidectl plan” with places on the earth: ways over the roads of a village, and the
 * routes on paper. */
#include "ctl-fixture.h"
#include "ent-pdf-compare.h"
#include "ent-region-build.h"
#include "pdf-rules.h"

#include <json-glib/json-glib.h>

/* The sample's members; a test changes one of them. */
#define CHURCH "{ 'id': 'church', 'lat': 51.2608, 'lon': 4.7901, 'name': 'Kerk' }"
#define BORG "{ 'id': 'borg', 'lat': 51.2572, 'lon': 4.7880 }"
#define SAMPLE \
  "{ 'first_day': '2026-03-02', 'places': [ " CHURCH ", " BORG ",\n" \
  "    { 'id': 'moer', 'lat': 51.2551, 'lon': 4.7936 } ],\n" \
  "  'carers': [ { 'id': 'Anna', 'shifts': [ { 'from': '08:00', 'to': '12:00',\n" \
  "                'start_place': 'church' } ] },\n" \
  "              { 'id': 'Ben', 'shifts': [ { 'from': '08:00', 'to': '12:00',\n" \
  "                'start_place': 'church' } ] } ],\n" \
  "  'visits': [ { 'id': 'wash', 'place': 'borg', 'duration': 120,\n" \
  "                'windows': [ { 'from': '08:00', 'to': '09:00' } ] },\n" \
  "              { 'id': 'cook', 'place': 'moer', 'duration': 120,\n" \
  "                'windows': [ { 'from': '08:00', 'to': '09:00' } ] } ] }"
#define PLAN "plan p.json --iterations 500 "

static void
make_region (Fixture *fixture)
{
  g_autofree char *extract = g_test_build_filename (G_TEST_DIST, "..", "data", "demo",
                                                    "wechelderzande-be.osm.pbf", NULL);
  g_autofree char *target = g_build_filename (fixture->folder, "village.region", NULL);
  g_autoptr (GError) error = NULL;
  EntRegionSources sources = { extract, NULL, "Wechelderzande" };

  ent_region_build (&sources, target, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up_village (Fixture *fixture, gconstpointer unused)
{
  set_up (fixture, unused);
  make_region (fixture);
}

static void
put_sample (Fixture *fixture, const char *old, const char *new)
{
  GString *text = g_string_new (SAMPLE);

  if (old != NULL)
    g_assert_cmpuint (g_string_replace (text, old, new, 1), ==, 1);
  g_string_replace (text, "'", "\"", 0);
  write_file (fixture, "p.json", text->str);
  g_string_free (text, TRUE);
}

static GBytes *
read_pdf (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  char *data = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

static void
test_ways (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *way;

  put_sample (fixture, NULL, NULL);
  g_assert_cmpint (run (fixture, PLAN "--region village.region"), ==, 0);
  SAYS (err, "2 of 2 visits are planned.");
  root = json_from_string (fixture->out, NULL);
  way = json_object_get_object_member (json_node_get_object (root), "way");
  /* Four ways of some hundred metres, at the pace of a village. */
  g_assert_cmpint (json_object_get_int_member (way, "metres"), >, 1500);
  g_assert_cmpint (json_object_get_int_member (way, "metres"), <, 6000);
  g_assert_cmpint (json_object_get_int_member (way, "seconds"), >, 120);
  g_assert_cmpint (json_object_get_int_member (way, "seconds"), <, 1200);
}

/* On foot it takes longer. */
static void
test_modes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *way;

  put_sample (fixture, "'carers'", "'modes': [ { 'id': 'foot' } ], 'carers'");
  g_assert_cmpint (run (fixture, PLAN "--region village.region"), ==, 0);
  root = json_from_string (fixture->out, NULL);
  way = json_object_get_object_member (json_node_get_object (root), "way");
  g_assert_cmpint (json_object_get_int_member (way, "seconds"), >, 1200);
}

static void
test_needs_region (Fixture *fixture, gconstpointer unused)
{
  put_sample (fixture, NULL, NULL);
  g_assert_cmpint (run (fixture, PLAN), ==, 1);
  SAYS (err, "a region with --region");
  g_assert_cmpint (run (fixture, PLAN "--region nothing.region"), ==, 1);
  SAYS (err, "nothing.region");
  write_file (fixture, "text.region", "This is no region.");
  g_assert_cmpint (run (fixture, PLAN "--region text.region"), ==, 1);
  SAYS (err, "text.region");
}

static void
test_bad_places (Fixture *fixture, gconstpointer unused)
{
  put_sample (fixture, BORG, "{ 'id': 'borg' }");
  g_assert_cmpint (run (fixture, PLAN "--region village.region"), ==, 1);
  SAYS (err, "places[1].lat: this is missing");
  put_sample (fixture, BORG, "{ 'id': 'borg', 'lat': 50.0, 'lon': 4.0 }");
  g_assert_cmpint (run (fixture, PLAN "--region village.region"), ==, 1);
  SAYS (err, "places[1]: the region has no road near “borg”");
  put_sample (fixture, "'carers'", "'modes': [ { 'id': 'boat' } ], 'carers'");
  g_assert_cmpint (run (fixture, PLAN "--region village.region"), ==, 1);
  SAYS (err, "modes[0].id: a region knows car, bicycle and foot");
}

static void
test_map (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) pages = NULL;

  put_sample (fixture, NULL, NULL);
  g_assert_cmpint (run (fixture, PLAN "--region village.region --map m.pdf"), ==, 0);
  pdf = read_pdf (fixture, "m.pdf");
  pdf_rules_assert_kept (pdf, "map");
  pages = ent_pdf_page_texts (pdf, NULL);
  g_assert_cmpuint (g_strv_length (pages), ==, 2);
  g_assert_nonnull (strstr (pages[0], "Rounds of Monday 2 March 2026"));
  g_assert_nonnull (strstr (pages[0], "OpenStreetMap"));
  g_assert_nonnull (strstr (pages[0], "Anna"));
  g_assert_nonnull (strstr (pages[0], "Ben"));
  g_assert_nonnull (strstr (pages[1], "wash"));
  g_assert_nonnull (strstr (pages[1], "cook"));
}

static void
test_map_is_the_same (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) other = NULL;

  put_sample (fixture, NULL, NULL);
  g_assert_cmpint (run (fixture, PLAN "--region village.region --map a.pdf --out a.json"), ==, 0);
  g_assert_cmpint (run (fixture, PLAN "--region village.region --map b.pdf --out b.json"), ==, 0);
  one = read_pdf (fixture, "a.pdf");
  other = read_pdf (fixture, "b.pdf");
  g_assert_true (g_bytes_equal (one, other));
}

/* Without a region the ways of the file are planned with, and drawn straight. */
static void
test_map_alone (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) pdf = NULL;

  put_sample (fixture, "'carers'",
              "'modes': [ { 'id': 'boat', 'seconds': [[0, 9, 9], [9, 0, 9], [9, 9, 0]] } ], "
              "'carers'");
  g_assert_cmpint (run (fixture, PLAN "--map m.pdf"), ==, 0);
  pdf = read_pdf (fixture, "m.pdf");
  pdf_rules_assert_kept (pdf, "alone");
}

static void
test_map_needs_points (Fixture *fixture, gconstpointer unused)
{
  put_sample (fixture, CHURCH ", " BORG, "{ 'id': 'church' }, { 'id': 'borg' }");
  g_assert_cmpint (run (fixture, PLAN "--map m.pdf"), ==, 1);
  put_sample (fixture, BORG ",\n    { 'id': 'moer', 'lat': 51.2551, 'lon': 4.7936 } ],",
              "{ 'id': 'borg' }, { 'id': 'moer' } ],"
              " 'modes': [ { 'id': 'car', 'seconds': [[0, 9, 9], [9, 0, 9], [9, 9, 0]] } ],");
  g_assert_cmpint (run (fixture, PLAN "--map m.pdf"), ==, 1);
  SAYS (err, "places[1].lat: this is missing, and the map needs it");
  g_assert_false (exists (fixture, "m.pdf"));
}

#define TEST(path, func) \
  g_test_add ("/ctl/plan-map/" path, Fixture, NULL, set_up_village, func, tear_down)

int
main (int argc, char *argv[])
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  demo_folder = make_folder ();
  TEST ("ways", test_ways);
  TEST ("modes", test_modes);
  TEST ("needs-region", test_needs_region);
  TEST ("bad-places", test_bad_places);
  TEST ("map", test_map);
  TEST ("map-is-the-same", test_map_is_the_same);
  TEST ("map-alone", test_map_alone);
  TEST ("map-needs-points", test_map_needs_points);
  failed = g_test_run ();
  remove_demo ();
  return failed;
}
