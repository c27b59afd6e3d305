/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regions as files: made, stopped, damaged, foreign. */
#include "ent-region.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sqlcipher/sqlite3.h>

#include "ent-region-build.h"
#include "ent-roads-error.h"
#include "roads-toy.h"

typedef struct
{
  char *folder;
  char *extract, *target;
  EntRegionSources sources;
} Fixture;

static Toy *
make_toy (void)
{
  Toy *toy = toy_new ();

  toy_node (toy, 1, 0, 0, "");
  toy_node (toy, 2, 0, 1000, "barrier=bollard");
  toy_node (toy, 3, 1000, 1000, "highway=traffic_signals");
  toy_node (toy, 4, 1000, 0, "");
  toy_way (toy, 1, "1 2 3", "highway=residential name=Rue");
  toy_way (toy, 2, "3 4 1", "highway=tertiary oneway=yes maxspeed=BE-WAL:rural");
  toy_way (toy, 3, "3 1", "highway=path");
  toy_relation (toy, 1, "w2/from n3/via w1/to", "type=restriction restriction=no_left_turn");
  return toy;
}

static void
write_file (const char *path, gconstpointer data, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0644, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (Toy) toy = make_toy ();
  g_autoptr (GBytes) bytes = toy_write (toy, TOY_PLAIN);

  self->folder = toy_folder ();
  self->extract = g_build_filename (self->folder, "commune.osm.pbf", NULL);
  self->target = g_build_filename (self->folder, "commune.region", NULL);
  self->sources = (EntRegionSources) { self->extract, NULL, "Commune" };
  write_file (self->extract, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  toy_remove_folder (self->folder);
  g_free (self->extract);
  g_free (self->target);
}

static guint
count_files (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static EntRegion *
build_and_open (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  EntRegion *region;

  ent_region_build (&self->sources, self->target, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  region = ent_region_open (self->target, &error);
  g_assert_no_error (error);
  return region;
}

static void
test_facts (Fixture *self, gconstpointer data)
{
  g_autoptr (EntRegion) region = build_and_open (self);
  g_auto (GStrv) names = ent_region_dup_attributions (region);
  GStatBuf about;

  g_assert_cmpint (g_stat (self->target, &about), ==, 0);
  g_assert_cmpstr (ent_region_get_name (region), ==, "Commune");
  g_assert_cmpstr (ent_region_get_path (region), ==, self->target);
  g_assert_cmpint (ent_region_get_map_time (region), ==, 1474070400);
  g_assert_cmpint (ent_region_get_address_time (region), ==, 0);
  g_assert_cmpint (ent_region_get_made_time (region), >, 1700000000);
  g_assert_cmpint (ent_region_get_size (region), ==, about.st_size);
  g_assert_cmpint (ent_region_get_format (region), ==, ENT_REGION_FORMAT);
  g_assert_cmpint (ent_region_get_profile (region), ==, ENT_REGION_PROFILE);
  g_assert_cmpint (ent_region_get_count (region, "vertices"), ==, 3);
  g_assert_cmpint (ent_region_get_count (region, "edges"), ==, 4);
  g_assert_cmpint (ent_region_get_count (region, "nonsense"), ==, 0);
  g_assert_true (ent_region_contains (region, toy_point (500, 500)));
  g_assert_false (ent_region_contains (region, toy_point (2000, 500)));
  g_assert_cmpuint (g_strv_length (names), ==, 1);
  g_assert_nonnull (strstr (names[0], "OpenStreetMap"));
  g_assert_cmpuint (count_files (self), ==, 2);
}

static void
test_name_of_the_extract (Fixture *self, gconstpointer data)
{
  g_autoptr (EntRegion) region = NULL;

  self->sources.name = NULL;
  region = build_and_open (self);
  g_assert_cmpstr (ent_region_get_name (region), ==, "commune.osm.pbf");
}

static void
test_replaced (Fixture *self, gconstpointer data)
{
  g_autoptr (EntRegion) old = build_and_open (self);
  g_autoptr (EntRegion) new = NULL;
  sqlite3 *db = ent_region_connect (old, NULL);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT value FROM meta WHERE key = 'name'", -1,
                                       &statement, NULL),
                   ==, SQLITE_OK);
  self->sources.name = "Other";
  new = build_and_open (self);
  g_assert_cmpstr (ent_region_get_name (new), ==, "Other");
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "Commune");
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_exec (db, "DELETE FROM meta", NULL, NULL, NULL), ==, SQLITE_READONLY);
  sqlite3_close_v2 (db);
}

typedef struct
{
  GCancellable *cancellable;
  EntRegionStage until;
  guint n_steps;
  double last;
  EntRegionStage last_stage;
} Progress;

static void
step_cb (EntRegionStage stage, double fraction, gpointer data)
{
  Progress *progress = data;

  g_assert_cmpfloat (fraction, >=, 0.0);
  g_assert_cmpfloat (fraction, <=, 1.0);
  g_assert_cmpint (stage, >=, progress->last_stage);
  if (stage == progress->last_stage)
    g_assert_cmpfloat (fraction, >=, progress->last);
  progress->last = fraction;
  progress->last_stage = stage;
  progress->n_steps++;
  if (stage == progress->until)
    g_cancellable_cancel (progress->cancellable);
}

static void
test_progress (Fixture *self, gconstpointer data)
{
  Progress progress = { NULL, ENT_REGION_N_STAGES };

  g_assert_true (ent_region_build (&self->sources, self->target, step_cb, &progress, NULL, NULL));
  g_assert_cmpint (progress.last_stage, ==, ENT_REGION_STAGE_WRITING);
  g_assert_cmpfloat (progress.last, ==, 1.0);
  g_assert_cmpuint (progress.n_steps, >, 5);
  for (guint i = 0; i < ENT_REGION_N_STAGES; i++)
    g_assert_cmpstr (ent_region_stage_text (i), !=, "");
}

/* At whatever stage: nothing is left, and the region of before stays. */
static void
test_stopped (Fixture *self, gconstpointer data)
{
  const EntRegionStage stages[] = { ENT_REGION_STAGE_READING, ENT_REGION_STAGE_ROADS,
                                    ENT_REGION_STAGE_HIERARCHIES, ENT_REGION_STAGE_WRITING };
  g_autoptr (EntRegion) before = build_and_open (self);

  self->sources.name = "Other";
  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (EntRegion) after = NULL;
      g_autoptr (GError) error = NULL;
      Progress progress = { cancellable, stages[i] };

      g_assert_false (
          ent_region_build (&self->sources, self->target, step_cb, &progress, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (count_files (self), ==, 2);
      after = ent_region_open (self->target, NULL);
      g_assert_cmpstr (ent_region_get_name (after), ==, "Commune");
    }
}

static void
expect_failure (Fixture *self, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  guint n = count_files (self);

  g_assert_false (ent_region_build (&self->sources, self->target, NULL, NULL, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpuint (count_files (self), ==, n);
}

static void
test_bad_sources (Fixture *self, gconstpointer data)
{
  g_autoptr (Toy) houses = toy_new ();
  g_autoptr (GBytes) bytes = NULL;
  char *contents;
  gsize size;

  toy_node (houses, 1, 0, 0, "building=yes");
  toy_node (houses, 2, 0, 9, "");
  toy_way (houses, 1, "1 2", "building=yes");
  bytes = toy_write (houses, TOY_PLAIN);
  g_assert_true (g_file_get_contents (self->extract, &contents, &size, NULL));
  write_file (self->extract, contents, size / 2);
  expect_failure (self, ENT_ROADS_ERROR, ENT_ROADS_ERROR_DAMAGED);
  write_file (self->extract, "hello", 5);
  expect_failure (self, ENT_ROADS_ERROR, ENT_ROADS_ERROR_FOREIGN);
  write_file (self->extract, "", 0);
  expect_failure (self, ENT_ROADS_ERROR, ENT_ROADS_ERROR_FOREIGN);
  write_file (self->extract, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  expect_failure (self, ENT_ROADS_ERROR, ENT_ROADS_ERROR_EMPTY);
  g_unlink (self->extract);
  expect_failure (self, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_free (contents);
}

static void
test_no_folder (Fixture *self, gconstpointer data)
{
  g_autofree char *target = g_build_filename (self->folder, "nowhere", "commune.region", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (ent_region_build (&self->sources, target, NULL, NULL, NULL, &error));
  g_assert_error (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_UNWRITABLE);
}

static void
built_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **answer = data;

  *answer = g_object_ref (result);
}

static void
test_async (Fixture *self, gconstpointer data)
{
  Progress progress = { NULL, ENT_REGION_N_STAGES };
  EntRegionProgress told = { step_cb, &progress };
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;

  ent_region_build_async (&self->sources, self->target, &told, NULL, built_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ent_region_build_finish (answer, &error));
  g_assert_no_error (error);
  g_assert_cmpint (progress.last_stage, ==, ENT_REGION_STAGE_WRITING);
  g_assert_cmpuint (count_files (self), ==, 2);
}

static void
expect_open (const char *path, EntRoadsError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_region_open (path, &error));
  g_assert_error (error, ENT_ROADS_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
}

static void
change (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_not_a_region (Fixture *self, gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->folder, "other", NULL);
  g_autoptr (EntRegion) region = build_and_open (self);

  expect_open (other, ENT_ROADS_ERROR_MISSING);
  expect_open (self->folder, ENT_ROADS_ERROR_FOREIGN);
  expect_open (self->extract, ENT_ROADS_ERROR_FOREIGN);
  write_file (other, "", 0);
  expect_open (other, ENT_ROADS_ERROR_FOREIGN);
  change (other, "CREATE TABLE meta (key, value)");
  expect_open (other, ENT_ROADS_ERROR_FOREIGN);
  change (self->target, "DELETE FROM meta WHERE key = 'name'");
  expect_open (self->target, ENT_ROADS_ERROR_DAMAGED);
}

static void
number_form (const char *path, int form)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", form);

  change (path, sql);
}

/* A file of any other form is refused whole, and the sentence says what helps. */
static void
test_other_form (Fixture *self, gconstpointer data)
{
  g_autoptr (EntRegion) made = build_and_open (self);
  g_autoptr (EntRegion) again = NULL;
  g_autoptr (GError) error = NULL;

  for (int form = 0; form < ENT_REGION_FORMAT; form++)
    {
      number_form (self->target, form);
      expect_open (self->target, ENT_ROADS_ERROR_UNSUPPORTED);
    }
  g_assert_null (ent_region_open (self->target, &error));
  g_assert_nonnull (strstr (error->message, "Import the extract again"));
  number_form (self->target, ENT_REGION_FORMAT + 1);
  expect_open (self->target, ENT_ROADS_ERROR_NEWER);
  number_form (self->target, ENT_REGION_FORMAT);
  again = ent_region_open (self->target, NULL);
  g_assert_nonnull (again);
}

static void
use_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRegion) region = ent_region_open (path, &error);
  g_autoptr (EntRoads) roads = region != NULL ? ent_roads_open (region, &error) : NULL;
  EntPoint places[] = { toy_point (0, 300), toy_point (900, 0), toy_point (500, 500) };

  for (guint mode = 0; roads != NULL && mode < ENT_ROAD_N_MODES; mode++)
    {
      EntTravelQuery query = { .mode = mode, .from = places, .n_from = 3 };
      g_autoptr (EntTravelTable) table = ent_roads_table (roads, &query, NULL, &error);
      g_autoptr (EntRoute) route = table != NULL ? ent_roads_route (roads, &query, NULL) : NULL;

      g_assert_cmpint (table == NULL, ==, error != NULL);
      g_clear_error (&error);
    }
  if (error != NULL)
    g_assert_true (error->domain == ENT_ROADS_ERROR);
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autoptr (EntRegion) region = build_and_open (self);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree char *copy = g_build_filename (self->folder, "copy", NULL);
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (self->target, &contents, &size, NULL));
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *bytes = g_memdup2 (contents, size);
      gsize cut = i % 10 == 0 ? (gsize) g_rand_int_range (random, 0, (gint32) size) : size;

      for (guint j = 0; j < 8; j++)
        bytes[g_rand_int_range (random, 0, (gint32) size)] = (char) g_rand_int (random);
      write_file (copy, bytes, cut);
      use_whole (copy);
    }
}

/* Pieces whose sum is right, so that only their content tells that they are wrong. */
static void
test_hostile_pieces (Fixture *self, gconstpointer data)
{
  const char *const names[] = { "vertices", "barred",   "edges", "steps",
                                "turns",    "touching", "grid",  "hierarchy-car" };
  g_autoptr (EntRegion) region = build_and_open (self);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *copy = g_strdup_printf ("%s/%s", self->folder, names[i]);
      g_autofree char *sql = NULL;
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (EntRegion) opened = NULL;
      g_autoptr (EntRoads) roads = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (self->target, &contents, &size, NULL));
      write_file (copy, contents, size);
      /* Four bytes of ones, whose sum is 0xffffffff. */
      sql = g_strdup_printf (
          "UPDATE blob SET data = x'ffffffff', sum = 4294967295 WHERE name = '%s'", names[i]);
      change (copy, sql);
      use_whole (copy);
      opened = ent_region_open (copy, NULL);
      roads = ent_roads_open (opened, &error);
      if (i < 7)
        g_assert_error (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_DAMAGED);
    }
}

/* Whatever an extract holds, the import ends: with a region or with words. */
static void
test_hostile_extracts (Fixture *self, gconstpointer data)
{
  g_autoptr (Toy) toy = make_toy ();
  g_autoptr (GBytes) bytes = toy_write (toy, TOY_RAW);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  gsize size = g_bytes_get_size (bytes);
  guint n_made = 0;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 1 + i % 3; j++)
        copy[g_rand_int_range (random, 100, (gint32) size)] = (guint8) g_rand_int (random);
      write_file (self->extract, copy, size);
      if (ent_region_build (&self->sources, self->target, NULL, NULL, NULL, &error))
        {
          use_whole (self->target);
          n_made++;
        }
      else
        g_assert_true (error->domain == ENT_ROADS_ERROR);
    }
  g_assert_cmpuint (n_made, >, 10);
  g_assert_cmpuint (n_made, <, 100);
}

/* The region of before, read again after an import that was refused. */
static void
check_old_region (Fixture *self, gint64 made)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRegion) region = ent_region_open (self->target, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ent_region_get_name (region), ==, "Village");
  g_assert_cmpint (ent_region_get_made_time (region), ==, made);
  g_assert_cmpint (ent_region_get_count (region, "houses"), >, 1000);
  g_assert_cmpuint (count_files (self), ==, 2);
}

/* Builds over the region from these bytes; they must be refused with words, and leave it. */
static void
check_refused (Fixture *self, gconstpointer data, gsize size, gint64 made)
{
  g_autoptr (GError) error = NULL;

  write_file (self->extract, data, size);
  g_assert_false (ent_region_build (&self->sources, self->target, NULL, NULL, NULL, &error));
  g_assert_true (error->domain == ENT_ROADS_ERROR && *error->message != '\0');
  check_old_region (self, made);
}

static gint64
make_village (Fixture *self, GBytes *bytes)
{
  g_autoptr (EntRegion) region = NULL;

  self->sources.name = "Village";
  write_file (self->extract, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  region = build_and_open (self);
  self->sources.name = "Damaged";
  return ent_region_get_made_time (region);
}

/* The extract that ships, cut: half an import must not pass for a whole one. */
static void
test_village_cut (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = toy_village ();
  gint64 made = make_village (self, bytes);
  gsize size = g_bytes_get_size (bytes);

  for (gsize i = 0; i < 16; i++)
    check_refused (self, g_bytes_get_data (bytes, NULL), size * i / 16, made);
  check_refused (self, g_bytes_get_data (bytes, NULL), size - 1, made);
}

static void
test_village_with_wrong_header (Fixture *self, gconstpointer data)
{
  static const char *const headers[] = { "SQLite format 3", "<?xml version", "\x1f\x8b\x08",
                                         "\xff\xff\xff\xff\xff" };
  g_autoptr (GBytes) bytes = toy_village ();
  gint64 made = make_village (self, bytes);

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL),
                                           g_bytes_get_size (bytes));

      memcpy (copy, headers[i], strlen (headers[i]));
      check_refused (self, copy, g_bytes_get_size (bytes), made);
    }
}

/* What is packed has a sum, so that a bit that fell over is found wherever it lies; what lies
 * between the blocks names their kinds and lengths. A few that change nothing may pass. */
static void
test_village_with_flipped_bits (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = toy_village ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  gint64 made = make_village (self, bytes);
  gsize size = g_bytes_get_size (bytes);
  guint n_refused = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      g_autoptr (GError) error = NULL;

      copy[g_rand_int_range (random, 0, (gint32) size)] ^= (guint8) (1 << g_rand_int_range (random,
                                                                                            0, 8));
      write_file (self->extract, copy, size);
      if (ent_region_build (&self->sources, self->target, NULL, NULL, NULL, &error))
        {
          use_whole (self->target);
          made = make_village (self, bytes);
          continue;
        }
      g_assert_true (error->domain == ENT_ROADS_ERROR && *error->message != '\0');
      check_old_region (self, made);
      n_refused++;
    }
  g_assert_cmpuint (n_refused, >, 50);
}

/* Read from memory, as the one of the demo is, it is refused in the same way. */
static void
test_village_from_memory (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = toy_village ();
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) / 2);
  EntRegionSources whole = { .osm = bytes, .name = "Village", .is_demo = TRUE };
  EntRegionSources cut = { .osm = half, .name = "Damaged", .is_demo = TRUE };
  g_autoptr (EntRegion) region = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_region_build (&whole, self->target, NULL, NULL, NULL, NULL));
  region = ent_region_open (self->target, NULL);
  g_assert_true (ent_region_is_demo (region));
  g_assert_false (ent_region_build (&cut, self->target, NULL, NULL, NULL, &error));
  g_assert_error (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_DAMAGED);
  check_old_region (self, ent_region_get_made_time (region));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/region/facts", test_facts);
  ADD ("/region/name-of-the-extract", test_name_of_the_extract);
  ADD ("/region/replaced", test_replaced);
  ADD ("/region/progress", test_progress);
  ADD ("/region/stopped", test_stopped);
  ADD ("/region/bad-sources", test_bad_sources);
  ADD ("/region/no-folder", test_no_folder);
  ADD ("/region/async", test_async);
  ADD ("/region/not-a-region", test_not_a_region);
  ADD ("/region/other-form", test_other_form);
  ADD ("/region/damaged", test_damaged);
  ADD ("/region/hostile-pieces", test_hostile_pieces);
  ADD ("/region/hostile-extracts", test_hostile_extracts);
  ADD ("/region/village-cut", test_village_cut);
  ADD ("/region/village-header", test_village_with_wrong_header);
  ADD ("/region/village-bits", test_village_with_flipped_bits);
  ADD ("/region/village-memory", test_village_from_memory);
#undef ADD
  return g_test_run ();
}
