/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures the store on the large commune: prints "BENCH, name, value, unit, goal", separated by
 * tabs. The commune is made once and kept in the folder ENT_BENCH_DIR. One thread. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "ent-config.h"
#include "ent-date.h"
#include "ent-demo.h"
#include "ent-history.h"
#include "ent-household-member.h"
#include "ent-import.h"
#include "ent-module.h"
#include "ent-national-number.h"
#include "ent-person-import.h"
#include "ent-person-query.h"
#include "ent-person.h"
#include "ent-query.h"
#include "ent-register.h"
#include "ent-row-set.h"
#include "ent-sql.h"

#define ENT_MODULE(id) extern const EntModule ent_##id##_module;
#include "ent-modules.h"
#undef ENT_MODULE

static const EntModule *const modules[] = {
#define ENT_MODULE(id) &ent_##id##_module,
#include "ent-modules.h"
#undef ENT_MODULE
};

#define TODAY (ent_day_from_ymd (2026, 6, 15))
#define PAGE 64
#define N_IMPORTED 100000
#define N_PAGES 200
#define N_PERSONS 100

static void
must (gboolean ok, GError *error)
{
  if (ok)
    return;
  g_printerr ("bench-store: %s\n", error != NULL ? error->message : "failed");
  exit (1);
}

static double
ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static void
print (const char *name, double value, const char *unit, const char *goal)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.2f", value);
  g_print ("BENCH\t%s\t%s\t%s\t%s\n", name, text, unit, goal);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* Median, the slowest of twenty but one, and the slowest of all. */
static void
print_times (const char *name, GArray *times, const char *goal)
{
  g_autofree char *median = g_strconcat (name, ", median", NULL);
  g_autofree char *p95 = g_strconcat (name, ", p95", NULL);
  g_autofree char *most = g_strconcat (name, ", max", NULL);

  g_array_sort (times, compare_times);
  print (median, g_array_index (times, double, times->len / 2), "ms", goal);
  print (p95, g_array_index (times, double, times->len * 95 / 100), "ms", goal);
  print (most, g_array_index (times, double, times->len - 1), "ms", "");
}

static char *
bench_folder (void)
{
  const char *named = g_getenv ("ENT_BENCH_DIR");
  char *folder = named != NULL ? g_strdup (named)
                               : g_build_filename (g_get_user_cache_dir (), "entraide-bench", NULL);

  g_mkdir_with_parents (folder, 0700);
  return folder;
}

/* How long making the kept commune took stands beside it. */
static EntDb *
open_commune (const char *folder)
{
  g_autofree char *name = g_strdup_printf ("large-%s-%d", ENT_VERSION, ent_registry_version ());
  g_autofree char *base = g_build_filename (folder, name, NULL);
  g_autofree char *path = g_strconcat (base, ".entraide", NULL);
  g_autofree char *note = g_strconcat (base, ".ms", NULL);
  g_autofree char *text = NULL;
  g_autoptr (EntRegister) reg = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) || !g_file_get_contents (note, &text, NULL, NULL))
    {
      gint64 start = g_get_monotonic_time ();

      g_unlink (path);
      must (ent_demo_create (path, ENT_DEMO_LARGE, ENT_DEMO_SEED, TODAY, NULL, NULL, NULL, &error),
            error);
      text = g_strdup_printf ("%.0f", ms_since (start));
      must (g_file_set_contents (note, text, -1, &error), error);
    }
  print ("large demo made (250,000 persons)", g_ascii_strtod (text, NULL) / 1000, "s", "< 120");

  reg = ent_register_open (path, NULL, "bench", ENT_REGISTER_READ_ONLY, &error);
  must (reg != NULL, error);
  return ent_register_steal_db (reg);
}

/* The ids of a query and its first page, as a list asks for them. */
static GArray *
run_list (EntDb *db, EntQuery *query)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = ent_query_run (query, db, NULL, &error);
  g_autoptr (EntRowSet) rows = NULL;

  must (ids != NULL, error);
  rows = ent_row_set_read_ids (db, &ent_person_schema, &g_array_index (ids, gint64, 0),
                               MIN (ids->len, PAGE), &error);
  must (rows != NULL, error);
  return ids;
}

static GArray *
bench_list (EntDb *db)
{
  g_autoptr (EntQuery) query = ent_query_new (&ent_person_schema);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *ids = NULL;

  for (guint i = 0; i < 12; i++)
    {
      gint64 start = g_get_monotonic_time ();
      double elapsed;

      g_clear_pointer (&ids, g_array_unref);
      ids = run_list (db, query);
      elapsed = ms_since (start);
      /* The first time reads the file. */
      if (i == 0)
        print ("list of all persons, ids and first page, after opening", elapsed, "ms", "");
      else
        g_array_append_val (times, elapsed);
    }
  print_times ("list of all persons, ids and first page", times, "< 50");
  return ids;
}

/* Typed letter by letter, as at the counter. */
static void
bench_search (EntDb *db)
{
  static const char *const typed[] = {
    "dupont anne",   "lambert jean", "el amrani fatima", "marie dubois",        "4999 pre mesange",
    "0450 99 12 34", "2025-00042",   "yilmaz",           "rue de la libellule", "80061590",
  };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    for (glong n = 1; n <= g_utf8_strlen (typed[i], -1); n++)
      {
        g_autofree char *prefix = g_utf8_substring (typed[i], 0, n);
        g_autoptr (EntQuery) query = ent_query_new (&ent_person_schema);
        g_autoptr (GArray) ids = NULL;
        gint64 start = g_get_monotonic_time ();
        double elapsed;

        ent_query_set_search (query, prefix);
        ids = run_list (db, query);
        elapsed = ms_since (start);
        g_array_append_val (times, elapsed);
      }
  print_times ("search, result of a keystroke", times, "< 100");
}

static void
bench_pages (EntDb *db, GArray *ids)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_PAGES; i++)
    {
      guint first = i * 7919 * PAGE % (ids->len - PAGE);
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (EntRowSet)
                    rows = ent_row_set_read_ids (db, &ent_person_schema,
                                                 &g_array_index (ids, gint64, first), PAGE, &error);
      double elapsed = ms_since (start);

      must (rows != NULL, error);
      g_array_append_val (times, elapsed);
    }
  print_times ("page of 64 rows read", times, "< 16");
}

/* What a person's page shows: the person, what belongs to it, the household, the history. */
static void
read_person (EntDb *db, gint64 id)
{
  const EntSchema *const *all = ent_registry_schemas ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) persons = ent_sql_load (db, &ent_person_schema, "WHERE id = $1",
                                               ENT_ARGS (ent_int (id)), &error);
  g_autoptr (GPtrArray) history = NULL;
  gint64 household = ent_household_query_current (db, id, TODAY);
  g_autoptr (GPtrArray) members = ent_household_query_members (db, household, &error);

  must (persons != NULL && persons->len == 1 && members != NULL, error);
  for (guint i = 0; all[i] != NULL; i++)
    {
      const EntColumn *owner = ent_schema_owner (all[i]);
      g_autoptr (GPtrArray) owned = NULL;

      if (owner == NULL || owner->type () != ENT_TYPE_PERSON)
        continue;
      owned = ent_person_query_owned (db, all[i], id, &error);
      must (owned != NULL, error);
    }
  for (guint i = 0; i < members->len; i++)
    {
      EntHouseholdMember *member = g_ptr_array_index (members, i);
      g_autoptr (GPtrArray) other = ent_sql_load (db, &ent_person_schema, "WHERE id = $1",
                                                 ENT_ARGS (ent_int (member->person_id)), &error);

      must (other != NULL, error);
    }
  history = ent_history_read (db, &ent_person_schema, id, 50, &error);
  must (history != NULL, error);
}

static void
bench_person (EntDb *db, GArray *ids)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_PERSONS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      double elapsed;

      read_person (db, g_array_index (ids, gint64, i * 2477 % ids->len));
      elapsed = ms_since (start);
      g_array_append_val (times, elapsed);
    }
  print_times ("data of a person's page", times, "< 50");
}

/* Persons who cannot exist, one a line, as another program would export them. */
static GBytes *
make_csv (void)
{
  GString *text = g_string_sized_new (N_IMPORTED * 140);
  gint32 first = ent_day_from_ymd (1940, 1, 2);

  g_string_append (text, "Nom;Prénom;Sexe;Date de naissance;NISS;Rue;Numéro;Code postal;"
                         "Localité;GSM;E-mail\n");
  for (guint i = 0; i < N_IMPORTED; i++)
    {
      int year = 0, month = 0, day = 0;
      g_autofree char *nine = NULL;

      ent_day_to_ymd (first + (gint32) (i % 20000), &year, &month, &day);
      nine = g_strdup_printf ("%02d%02d%02d%03u", year % 100, month, day, 901 + i / 20000 * 2);
      g_string_append_printf (
          text,
          "Nom%05u;Prénom%u;M;%02d/%02d/%d;%s%02d;Rue de la Mesure;%u;4999;Sart-lez-Brumes;"
          "045099%04u;p%u@sart-lez-brumes.example\n",
          i % 30000, i % 977, day, month, year, nine,
          ent_national_number_check_digits (nine, year >= 2000), i % 200 + 1, i % 10000, i);
    }
  return g_string_free_to_bytes (text);
}

static void
remove_all (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", ".lock" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

static void
bench_import (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "import.entraide", NULL);
  g_autoptr (GBytes) bytes = make_csv ();
  g_autoptr (EntImport) import = NULL;
  g_autoptr (EntRegister) reg = NULL;
  g_autoptr (EntDb) db = NULL;
  g_autoptr (GError) error = NULL;
  EntApply *apply;
  gint64 start;

  remove_all (path);
  reg = ent_register_create (path, NULL, "bench", &error);
  must (reg != NULL, error);
  db = ent_register_steal_db (reg);

  start = g_get_monotonic_time ();
  import = ent_import_new (&ent_person_import, bytes, TODAY, &error);
  must (import != NULL, error);
  must (ent_import_check (import, db, NULL, &error), error);
  print ("CSV of 100,000 persons checked", ms_since (start) / 1000, "s", "");

  start = g_get_monotonic_time ();
  apply = ent_apply_begin (db, "Import", "bench", &error);
  must (apply != NULL && ent_import_run (apply, import, NULL, &error) &&
            ent_apply_commit (apply, &error),
        error);
  print ("CSV of 100,000 persons imported", ms_since (start) / 1000, "s", "< 30");
  must (ent_import_get_report (import)->n_added == N_IMPORTED, NULL);

  g_clear_pointer (&db, ent_db_close);
  remove_all (path);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = bench_folder ();
  g_autoptr (EntDb) db = NULL;
  g_autoptr (GArray) ids = NULL;

  ent_registry_set_modules (modules, G_N_ELEMENTS (modules));
  ent_day_set_today (TODAY);
  db = open_commune (folder);
  ids = bench_list (db);
  bench_search (db);
  bench_pages (db, ids);
  bench_person (db, ids);
  bench_import (folder);
  return 0;
}
