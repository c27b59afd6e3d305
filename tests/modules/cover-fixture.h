/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A Monday of a carer who is away, and one who could take her visits. Included once by a test
 * program. */

#pragma once

#include "care-fixture.h"
#include "carer-fixture.h"

#include "ent-absence-cover.h"
#include "ent-agent-absence.h"
#include "ent-cover-change.h"
#include "ent-cover-query.h"
#include "ent-error.h"

G_BEGIN_DECLS

#define MONDAY "2026-11-23"

typedef struct
{
  gint64 person, luce, marc, luce_agent;
  gint64 visits[3]; /* on Monday at nine, eleven and at three in the afternoon */
} Day;

static inline gint64
add_worker (Fixture *fixture, const char *first, const char *last, gint64 *agent)
{
  gint64 id = add_agent (fixture, first, last);
  g_autoptr (EntCarer) carer = new_carer (id, "family-aide");
  gint64 carer_id = insert (fixture, carer);
  g_autoptr (EntCarerShift)
                shift = new_shift (ENT_WEEKDAY_MONDAY, ENT_WEEK_EVERY, HOURS (8, 0), HOURS (18, 0));

  shift->carer_id = carer_id;
  insert (fixture, shift);
  if (agent != NULL)
    *agent = id;
  return carer_id;
}

static inline gint64
add_visit (Fixture *fixture, const Day *self, int start)
{
  g_autoptr (EntVisit) visit = ent_record_new (ENT_TYPE_VISIT);

  visit->person_id = self->person;
  visit->day = day (MONDAY);
  visit->start_time = start;
  visit->minutes = 60;
  visit->activity_id = activity (fixture, "AVQ");
  visit->carer_id = self->luce;
  return insert (fixture, visit);
}

static inline Day
set_up_day (Fixture *fixture)
{
  Day self = { 0 };

  self.person = add_person (fixture);
  self.luce = add_worker (fixture, "Luce", "Leroy", &self.luce_agent);
  self.marc = add_worker (fixture, "Marc", "Maes", NULL);
  self.visits[0] = add_visit (fixture, &self, HOURS (9, 0));
  self.visits[1] = add_visit (fixture, &self, HOURS (11, 0));
  self.visits[2] = add_visit (fixture, &self, HOURS (15, 0));
  return self;
}

static inline EntCoverAway
away_on_monday (const Day *self, int from_time)
{
  EntCoverAway away = { .carer_id = self->luce,
                        .from_day = day (MONDAY),
                        .from_time = from_time,
                        .to_day = day (MONDAY),
                        .to_time = ENT_INT_NONE,
                        .kind = ENT_ABSENCE_SICKNESS };

  return away;
}

static inline EntCoverPlan *
read_plan (Fixture *fixture, const EntCoverAway *away)
{
  g_autoptr (GError) error = NULL;
  EntCoverPlan *plan = ent_cover_query_plan (fixture->db, away, NULL, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

/* The number of the act; 0 when it is refused. */
static inline gint64
write_plan (Fixture *fixture, const EntCoverPlan *plan, gint64 *cover)
{
  g_autoptr (EntCoverDecision) decision = ent_cover_decision_new (plan);
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Stand-ins", "tester", &error);
  gint64 act = ent_apply_get_id (apply);

  if (!ent_cover_apply (apply, decision, cover, &error))
    {
      g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONFLICT);
      ent_apply_abort (apply);
      return 0;
    }
  g_assert_true (ent_apply_commit (apply, &error));
  return act;
}

/* First to Marc, second left, third cancelled. */
static inline EntCoverPlan *
decide (Fixture *fixture, const Day *self)
{
  EntCoverAway away = away_on_monday (self, ENT_INT_NONE);
  EntCoverPlan *plan;

  change (fixture, &ent_care_activity_schema, activity (fixture, "AVQ"), "priority",
          ent_text ("postponable"));
  plan = read_plan (fixture, &away);
  g_assert_true (ent_cover_plan_give (plan, 0, &ent_cover_plan_get (plan, 0)->offers[0]));
  ent_cover_plan_leave (plan, 1);
  g_assert_true (ent_cover_plan_cancel (plan, 2, "Reporté à la semaine suivante"));
  return plan;
}

G_END_DECLS
