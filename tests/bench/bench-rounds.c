/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures what the board of a week asks: reading 650 visits and 30 carers, judging where a visit
 * could go, who could stand in, a first proposal. Prints "BENCH, name, value, unit, goal",
 * separated by tabs. One thread; the register lies in memory. */

#include <stdlib.h>

#include "ent-address-position.h"
#include "ent-agent.h"
#include "ent-apply.h"
#include "ent-belonging-enums.h"
#include "ent-care-need.h"
#include "ent-care-plan.h"
#include "ent-carer-enums.h"
#include "ent-carer-place.h"
#include "ent-carer-shift.h"
#include "ent-date.h"
#include "ent-module.h"
#include "ent-person.h"
#include "ent-register.h"
#include "ent-rounds-proposal.h"
#include "ent-rounds-query.h"

#define N_CARERS 30
#define N_CLIENTS 130
#define N_WEEKS 9 /* the one that is read is the last */
#define N_ASKED 1000
#define N_REPEATED 15

#define ENT_MODULE(name) extern const EntModule ent_##name##_module;
#include "ent-modules.h"
#undef ENT_MODULE

#define ENT_MODULE(name) &ent_##name##_module,
static const EntModule *const all_modules[] = {
#include "ent-modules.h"
};
#undef ENT_MODULE

static void
print (const char *name, double value, const char *unit, const char *goal)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.2f", value);
  g_print ("BENCH\t%s\t%s\t%s\t%s\n", name, text, unit, goal);
}

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static void
stop_on (const GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("bench-rounds: %s\n", error->message);
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
add_carer (EntApply *apply, int number)
{
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);
  g_autoptr (EntCarer) carer = ent_record_new (ENT_TYPE_CARER);
  gint64 id;

  agent->last_name = g_strdup_printf ("Exemple %d", number);
  agent->function = 1;
  carer->agent_id = insert (apply, agent);
  carer->kind = ENT_CARER_FAMILY_AIDE;
  carer->travel_mode = ENT_TRAVEL_CAR;
  carer->weekly_minutes = 1800;
  carer->start_kind = ENT_CARER_START_HOME;
  carer->start_address = g_strdup_printf ("Rue du Modèle %d", number);
  ent_carer_set_start (carer, (EntPoint) { 50.4 + number * 0.002, 4.5 });
  id = insert (apply, carer);
  for (int weekday = 1; weekday <= 5; weekday++)
    {
      g_autoptr (EntCarerShift) shift = ent_record_new (ENT_TYPE_CARER_SHIFT);

      shift->carer_id = id;
      shift->weekday = weekday;
      shift->week = ENT_WEEK_EVERY;
      shift->from_time = 480;
      shift->to_time = 1020;
      insert (apply, shift);
    }
  return id;
}

static EntCareNeed *
add_client (EntApply *apply, int number, gint64 activity)
{
  g_autoptr (EntPerson) person = ent_record_new (ENT_TYPE_PERSON);
  g_autoptr (EntAddress) address = ent_record_new (ENT_TYPE_ADDRESS);
  g_autoptr (EntCarePlan) plan = ent_record_new (ENT_TYPE_CARE_PLAN);
  EntAddressPosition position = { .point = { 50.4 + number % 13 * 0.006, 4.5 + number * 0.001 },
                                  .placed_at = ENT_PLACED_BY_HAND };
  EntCareNeed *need = ent_record_new (ENT_TYPE_CARE_NEED);

  person->last_name = g_strdup_printf ("Personne %d", number);
  plan->person_id = address->person_id = insert (apply, person);
  address->kind = ENT_ADDRESS_DOMICILE;
  address->street = g_strdup_printf ("Rue de l’Exemple %d", number);
  ent_address_set_position (address, &position);
  insert (apply, address);
  plan->from_day = ent_day_from_ymd (2026, 1, 5);
  plan->has_dog = number % 7 == 0;
  need->plan_id = insert (apply, plan);
  need->activity_id = activity;
  need->rhythm = ENT_CARE_EVERY_WEEK;
  need->monday = need->tuesday = need->wednesday = need->thursday = need->friday = TRUE;
  need->from_day = plan->from_day;
  need->minutes = 75;
  need->n_carers = 1;
  need->earliest = 450;
  need->latest = 1050;
  insert (apply, need);
  g_object_set_data (G_OBJECT (need), "person", GINT_TO_POINTER ((int) plan->person_id));
  return need;
}

static void
add_visit (EntApply *apply, const EntCareNeed *need, gint64 carer, gint32 day, int start)
{
  g_autoptr (EntVisit) visit = ent_record_new (ENT_TYPE_VISIT);

  visit->person_id = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (need), "person"));
  visit->plan_id = need->plan_id;
  visit->need_id = ent_record_get_id ((gpointer) need);
  visit->activity_id = need->activity_id;
  visit->day = visit->origin_day = day;
  visit->place = 1;
  visit->minutes = need->minutes;
  visit->carer_id = carer;
  visit->start_time = carer != 0 ? start : ENT_INT_NONE;
  insert (apply, visit);
}

/* Of each week one visit in ten is to place. */
static void
fill (EntDb *db, gint32 monday)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (db, "Bench", "bench", &error);
  gint64 carers[N_CARERS];
  gint64 activity = ent_db_number (db, "SELECT id FROM care_activity WHERE code = $1",
                                   ENT_ARGS (ent_text ("AVQ")), 0);

  ent_apply_set_bulk (apply, TRUE);
  for (int i = 0; i < N_CARERS; i++)
    carers[i] = add_carer (apply, i);
  for (int i = 0; i < N_CLIENTS; i++)
    {
      g_autoptr (EntCareNeed) need = add_client (apply, i, activity);

      for (int k = 0; k < N_WEEKS * 5; k++)
        add_visit (apply, need, (i + k) % 10 == 0 ? 0 : carers[i % N_CARERS],
                   monday + (k / 5 - N_WEEKS + 1) * 7 + k % 5, 480 + i / N_CARERS * 100);
    }
  ent_apply_commit (apply, &error);
  stop_on (error);
}

static EntRoundsWeek *
measure_reading (EntDb *db, gint32 monday)
{
  EntRoundsWeek *week = NULL;
  g_autoptr (GError) error = NULL;
  double best = G_MAXDOUBLE, best_ways = G_MAXDOUBLE;

  for (int i = 0; i < N_REPEATED; i++)
    {
      double start = now_ms (), read;

      g_clear_pointer (&week, ent_rounds_week_unref);
      week = ent_rounds_query_week (db, monday, 7, &error);
      stop_on (error);
      read = now_ms ();
      best = MIN (best, read - start);
      ent_rounds_week_set_ways (week, NULL, NULL, &error);
      best_ways = MIN (best_ways, now_ms () - read);
    }
  print ("visits of the week", week->visits->len, "", "");
  print ("a week of 650 visits is read", best, "ms", "< 60");
  print ("its ways as the crow flies", best_ways, "ms", "");
  return week;
}

static void
measure_judging (EntRoundsWeek *week)
{
  double start = now_ms ();
  g_autoptr (EntRoundsJudge) judge = ent_rounds_judge_new (week);
  double made = now_ms ();
  EntRoundsOffer offers[5];
  int n_fit = 0, n_offers = 0;

  print ("the judge is ready", made - start, "ms", "");
  start = now_ms ();
  for (int i = 0; i < N_ASKED; i++)
    {
      int visit = i % (int) week->visits->len;
      int day = g_array_index (week->visits, EntRoundsVisit, visit).day;
      EntRoundsAnswer answer;

      ent_rounds_judge_ask (judge, visit, i % N_CARERS, day * 1440 + 480 + i % 96 * 5, &answer);
      n_fit += answer.reason == ENT_ROUNDS_FITS;
    }
  print ("1,000 answers of the judge", now_ms () - start, "ms", "< 1000");
  print ("of which fit", n_fit, "", "");
  start = now_ms ();
  for (int i = 0; i < 100; i++)
    n_offers += ent_rounds_judge_offers (judge, i, offers, 5);
  print ("100 times five substitutes", now_ms () - start, "ms", "");
  print ("of which found", n_offers, "", "");
}

typedef struct
{
  GMainLoop *loop;
  EntRoundsProposal *proposal;
} Wait;

static void
proposed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wait *wait = user_data;
  g_autoptr (GError) error = NULL;

  wait->proposal = ent_rounds_propose_finish (result, &error);
  stop_on (error);
  g_main_loop_quit (wait->loop);
}

static void
measure_proposing (EntRoundsWeek *week)
{
  EntRoundsWish wish = { ENT_ROUNDS_FEW_CHANGES, 5, 0, 1, 0, 6 };
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL };
  double start = now_ms ();

  ent_rounds_propose_async (week, &wish, NULL, NULL, NULL, proposed_cb, &wait);
  print ("the window waits for a proposal to begin", now_ms () - start, "ms", "< 100");
  g_main_loop_run (wait.loop);
  print ("visits to place before", wait.proposal->before.unplaced, "", "");
  print ("visits to place after", wait.proposal->after.unplaced, "", "");
  print ("minutes on the way before", wait.proposal->before.travel_minutes, "min", "");
  print ("minutes on the way after", wait.proposal->after.travel_minutes, "min", "");
  print ("differences", wait.proposal->differences->len, "", "");
  ent_rounds_proposal_free (wait.proposal);
  g_main_loop_unref (wait.loop);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRoundsWeek) week = NULL;
  gint32 monday = ent_day_from_ymd (2026, 11, 23);
  EntRegister *reg;
  EntDb *db;

  ent_registry_set_modules (all_modules, G_N_ELEMENTS (all_modules));
  ent_day_set_today (monday);
  reg = ent_register_new_in_memory (&error);
  stop_on (error);
  db = ent_register_steal_db (reg);
  fill (db, monday);
  week = measure_reading (db, monday);
  measure_judging (week);
  measure_proposing (week);
  ent_db_close (db);
  ent_register_close (reg);
  return 0;
}
