/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A beneficiary with a care plan, needs in it, a carer. Included once by a test program. */

#pragma once

#include "ent-agent.h"
#include "ent-care-generate.h"
#include "ent-care-need.h"
#include "ent-care-plan.h"
#include "ent-care-rules.h"
#include "ent-carer-enums.h"
#include "ent-carer.h"
#include "ent-person.h"
#include "module-fixture.h"

G_BEGIN_DECLS

static inline gint64
add_person (Fixture *self)
{
  g_autoptr (EntPerson) person = ent_record_new (ENT_TYPE_PERSON);

  put (person, "last_name", ent_text ("Dupont"));
  put (person, "first_names", ent_text ("Anne"));
  return insert (self, person);
}

static inline gint64
add_carer (Fixture *self)
{
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);
  g_autoptr (EntCarer) carer = ent_record_new (ENT_TYPE_CARER);

  put (agent, "last_name", ent_text ("Leroy"));
  put (agent, "first_name", ent_text ("Luce"));
  put (agent, "function", ent_text ("social-worker"));
  carer->agent_id = insert (self, agent);
  carer->kind = ENT_CARER_FAMILY_AIDE;
  put (carer, "travel_mode", ent_text ("car"));
  return insert (self, carer);
}

/* The activity with that code; all are there from the start. */
static inline gint64
activity (Fixture *self, const char *code)
{
  return ent_db_number (self->db, "SELECT id FROM care_activity WHERE code = $1",
                        ENT_ARGS (ent_text (code)), 0);
}

static inline gint64
add_plan (Fixture *self, gint64 person, const char *from, const char *to)
{
  g_autoptr (EntCarePlan) plan = ent_record_new (ENT_TYPE_CARE_PLAN);

  plan->person_id = person;
  put (plan, "from_day", iso (from));
  put (plan, "to_day", iso (to));
  return insert (self, plan);
}

/* Every Monday for an hour between eight and ten, from the beginning of 2026 on. */
static inline EntCareNeed *
new_need (void)
{
  EntCareNeed *need = ent_record_new (ENT_TYPE_CARE_NEED);

  need->rhythm = ENT_CARE_EVERY_WEEK;
  need->monday = TRUE;
  need->minutes = 60;
  need->earliest = 480;
  need->latest = 600;
  put (need, "from_day", iso ("2026-01-01"));
  return need;
}

static inline gint64
add_need (Fixture *self, gint64 plan)
{
  g_autoptr (EntCareNeed) need = new_need ();

  need->plan_id = plan;
  need->activity_id = activity (self, "AVQ");
  return insert (self, need);
}

/* Changes one column of a stored record, as an act of its own. */
static inline void
change (Fixture *self, const EntSchema *schema, gint64 id, const char *column, EntValue value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) original = load (self, schema, id);
  g_autoptr (GObject) draft = ent_record_dup (original);
  EntApply *apply = ent_apply_begin (self->db, "Test", "tester", &error);

  put (draft, column, value);
  ent_apply_update (apply, original, draft, &error);
  g_assert_no_error (error);
  g_assert_true (ent_apply_commit (apply, &error));
}

/* From Monday 23 November 2026 to @to; the number of the act in @act, which may be NULL. */
static inline EntCareCount
generate (Fixture *self, gint64 plan, const char *to, gint64 *act)
{
  EntCareHorizon horizon = { plan, day ("2026-11-23"), day (to) };
  EntCareCount counted;
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (self->db, "Visits", "tester", &error);

  g_assert_true (ent_care_generate (apply, &horizon, &counted, NULL, &error));
  g_assert_no_error (error);
  if (act != NULL)
    *act = ent_apply_get_id (apply);
  g_assert_true (ent_apply_commit (apply, &error));
  return counted;
}

static inline void
undo (Fixture *self, gint64 act)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (self->db, "Undo", "tester", &error);

  g_assert_true (ent_apply_undo (apply, act, &error));
  g_assert_no_error (error);
  g_assert_true (ent_apply_commit (apply, &error));
}

/* The visit of a need made under that day, for the first carer; transfer full. */
static inline EntVisit *
visit_of (Fixture *self, gint64 need, const char *on)
{
  gint64 id = ent_db_number (self->db,
                             "SELECT id FROM visit WHERE need_id = $1 AND origin_day = $2"
                             " AND place = 1",
                             ENT_ARGS (ent_int (need), ent_day (day (on))), 0);

  return id != 0 ? load (self, &ent_visit_schema, id) : NULL;
}

G_END_DECLS
