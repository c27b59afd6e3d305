/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Home care to measure with. Main thread. */

#include "ent-bench-rounds.h"

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
#include "ent-person.h"
#include "ent-visit.h"

void
ent_bench_stop_on (const GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("bench: %s\n", error->message);
  exit (1);
}

static gint64
insert (EntApply *apply, gpointer draft)
{
  g_autoptr (GError) error = NULL;

  ent_apply_insert (apply, draft, &error);
  ent_bench_stop_on (error);
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

void
ent_bench_rounds_fill (EntDb *db, const EntBenchRounds *size, gint32 monday)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (db, "Bench", "bench", &error);
  g_autofree gint64 *carers = g_new (gint64, size->n_carers);
  gint64 activity = ent_db_number (db, "SELECT id FROM care_activity WHERE code = $1",
                                   ENT_ARGS (ent_text ("AVQ")), 0);

  ent_apply_set_bulk (apply, TRUE);
  for (int i = 0; i < size->n_carers; i++)
    carers[i] = add_carer (apply, i);
  for (int i = 0; i < size->n_clients; i++)
    {
      g_autoptr (EntCareNeed) need = add_client (apply, i, activity);

      for (int k = 0; k < size->n_weeks * 5; k++)
        add_visit (apply, need, (i + k) % 10 == 0 ? 0 : carers[i % size->n_carers],
                   monday + (k / 5 - size->n_weeks + 1) * 7 + k % 5,
                   480 + i / size->n_carers * 100);
    }
  ent_apply_commit (apply, &error);
  ent_bench_stop_on (error);
}
