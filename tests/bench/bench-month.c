/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures what a month of 20,000 visits asks: counting it, adding it up, closing it, reading it
 * again. Prints "BENCH, name, value, unit, goal", separated by tabs. One thread; the register lies
 * in the folder named by ENT_BENCH_DIR, as that of a centre lies on a disk. */

#include <glib/gstdio.h>
#include <stdlib.h>

#include "ent-agent.h"
#include "ent-carer-enums.h"
#include "ent-carer.h"
#include "ent-contribution.h"
#include "ent-date.h"
#include "ent-migrate.h"
#include "ent-module.h"
#include "ent-month-close.h"
#include "ent-month-files.h"
#include "ent-person.h"

#define N_VISITS 20000
#define N_PERSONS 900
#define N_CARERS 250
#define N_DAYS 31

#define ENT_MODULE(name) extern const EntModule ent_##name##_module;
#include "ent-modules.h"
#undef ENT_MODULE

#define ENT_MODULE(name) &ent_##name##_module,
static const EntModule *const all_modules[] = {
#include "ent-modules.h"
};
#undef ENT_MODULE

static const EntMonth october = { 2026, 10 };

static void
print (const char *name, double value, const char *goal)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.2f", value);
  g_print ("BENCH\t%s\t%s\ts\t%s\n", name, text, goal);
}

static double
now_s (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

static void
stop_on (const GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("bench-month: %s\n", error->message);
  exit (1);
}

static gint64
insert (EntApply *apply, gpointer draft)
{
  g_autoptr (GError) error = NULL;

  ent_apply_insert (apply, draft, &error);
  stop_on (error);
  return ent_record_get_id (draft);
}

static gint64
add_person (EntApply *apply, int number)
{
  g_autoptr (EntPerson) person = ent_record_new (ENT_TYPE_PERSON);
  g_autoptr (EntContribution) decision = ent_record_new (ENT_TYPE_CONTRIBUTION);

  person->last_name = g_strdup_printf ("Personne %d", number);
  decision->person_id = insert (apply, person);
  decision->from_day = ent_day_from_ymd (2026, 1, 1);
  decision->income = 150000;
  decision->rate = 400 + number % 400;
  insert (apply, decision);
  return decision->person_id;
}

static gint64
add_carer (EntApply *apply, int number)
{
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);
  g_autoptr (EntCarer) carer = ent_record_new (ENT_TYPE_CARER);

  agent->last_name = g_strdup_printf ("Exemple %d", number);
  agent->function = 1;
  carer->agent_id = insert (apply, agent);
  carer->kind = ENT_CARER_FAMILY_AIDE;
  carer->travel_mode = ENT_TRAVEL_CAR;
  return insert (apply, carer);
}

static void
add_visit (EntApply *apply, int number, gint64 person, gint64 carer, gint64 activity)
{
  g_autoptr (EntVisit) visit = ent_record_new (ENT_TYPE_VISIT);

  visit->person_id = person;
  visit->carer_id = carer;
  visit->activity_id = activity;
  visit->day = ent_month_first_day (october) + number % N_DAYS;
  visit->start_time = 360 + number / N_CARERS % 12 * 80;
  visit->minutes = 75;
  if (number % 2 == 0)
    {
      visit->state = ENT_VISIT_DONE;
      visit->began_at = visit->start_time;
      visit->ended_at = (visit->start_time + 72) % 1440;
    }
  visit->travel_minutes = 9;
  visit->travel_metres = 4200;
  insert (apply, visit);
}

static void
fill (EntDb *db)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (db, "Bench", "bench", &error);
  gint64 activity = ent_db_number (db, "SELECT id FROM care_activity WHERE code = 'AVQ'",
                                   ENT_NO_ARGS, 0);
  gint64 persons[N_PERSONS], carers[N_CARERS];

  ent_apply_set_bulk (apply, TRUE);
  for (int i = 0; i < N_PERSONS; i++)
    persons[i] = add_person (apply, i);
  for (int i = 0; i < N_CARERS; i++)
    carers[i] = add_carer (apply, i);
  /* Each carer has a visit a slot: nobody is in two homes at once. */
  for (int i = 0; i < N_VISITS; i++)
    add_visit (apply, i, persons[i % N_PERSONS], carers[i / N_DAYS % N_CARERS], activity);
  ent_apply_commit (apply, &error);
  stop_on (error);
}

static EntMonthLedger *
load (EntDb *db)
{
  g_autoptr (GError) error = NULL;
  EntMonthLedger *ledger = ent_month_ledger_load (db, october, october,
                                                  ent_day_from_ymd (2026, 11, 2), NULL, NULL,
                                                  &error);

  stop_on (error);
  return ledger;
}

static void
measure_counting (EntDb *db, const char *name)
{
  double start = now_s ();
  g_autoptr (EntMonthLedger) ledger = load (db);

  print (name, now_s () - start, "< 2");
  start = now_s ();
  for (int by = 0; by < ENT_MONTH_N_GROUPINGS; by++)
    {
      g_autoptr (EntMonthTable) table = ent_month_table_totals (ledger, (EntMonthGrouping) by);
    }
  ent_month_ledger_agrees (ledger);
  print ("four tables and their agreement", now_s () - start, "");
}

/* Every other visit is not reported: “the rest as planned”. */
static void
settle (EntDb *db)
{
  g_autoptr (EntMonthLedger) ledger = load (db);
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (db, "Bench", "bench", &error);
  EntSettlement settlement = { ENT_SETTLE_AS_PLANNED, 0, 0, NULL };
  double start = now_s ();

  for (guint i = 0; i < ledger->cases->len; i++)
    {
      EntMonthCase *found = g_ptr_array_index (ledger->cases, i);
      g_autoptr (EntVisit) draft = ent_record_dup (found->visit);

      ent_month_settle (draft, &settlement, ent_day_from_ymd (2026, 11, 2));
      ent_apply_update (apply, found->visit, draft, &error);
      stop_on (error);
    }
  ent_apply_commit (apply, &error);
  stop_on (error);
  print ("settling 10,000 visits as planned", now_s () - start, "< 5");
}

static void
measure_closing (EntDb *db)
{
  char author[] = "bench";
  EntMonthClosingOrder order = { october, ent_day_from_ymd (2026, 11, 2), author, NULL };
  g_autoptr (GError) error = NULL;
  double start = now_s ();
  EntApply *apply = ent_apply_begin (db, "Closing", author, &error);

  ent_month_close (apply, &order, NULL, &error);
  stop_on (error);
  ent_apply_commit (apply, &error);
  stop_on (error);
  print ("closing a month of 20,000 visits", now_s () - start, "< 5");
}

int
main (int argc, char **argv)
{
  const char *folder = g_getenv ("ENT_BENCH_DIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : g_get_tmp_dir (),
                                            "bench-month.db", NULL);
  g_autoptr (GError) error = NULL;
  EntDb *db;

  ent_registry_set_modules (all_modules, G_N_ELEMENTS (all_modules));
  ent_day_set_today (ent_day_from_ymd (2026, 11, 2));
  if (folder != NULL)
    g_mkdir_with_parents (folder, 0700);
  g_unlink (path);
  db = ent_db_open (path, NULL, ENT_DB_CREATE, &error);
  stop_on (error);
  ent_migrate_run (db, &error);
  stop_on (error);
  ent_migrate_seed (db, 0, "bench", &error);
  stop_on (error);
  fill (db);
  measure_counting (db, "counting a month of 20,000 visits");
  settle (db);
  measure_closing (db);
  measure_counting (db, "reading a closed month of 20,000 visits");
  ent_db_close (db);
  g_unlink (path);
  return 0;
}
