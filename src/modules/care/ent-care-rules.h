/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for plans, needs, wishes, stays and visits. Pure functions on records and values,
 * any thread; the day is an argument. */

#pragma once

#include "ent-care-activity.h"
#include "ent-care-need.h"
#include "ent-care-plan.h"
#include "ent-care-wish.h"
#include "ent-issues.h"
#include "ent-person-stay.h"
#include "ent-visit.h"

G_BEGIN_DECLS

void ent_care_activity_check (EntCareActivity *self, EntIssues *issues);
void ent_care_plan_check (EntCarePlan *self, EntIssues *issues);
void ent_care_need_check (EntCareNeed *self, EntIssues *issues);
void ent_care_wish_check (EntCareWish *self, EntIssues *issues);
void ent_person_stay_check (EntPersonStay *self, EntIssues *issues);
void ent_visit_check (EntVisit *self, EntIssues *issues);

/* The day of a yearly review, told by the first day: ENT_DAY_NONE when the last comes before. */
gint32 ent_care_review_day (gint32 from, gint32 to);
/* Fills in the day of the review. */
void ent_care_plan_complete (EntCarePlan *self);
/* One carer, and the one day of what happens once, unless said otherwise. */
void ent_care_need_complete (EntCareNeed *self);
/* How the plan stands on a day. @stays: (element-type EntPersonStay), of its person. */
EntCarePlanState ent_care_plan_state_on (const EntCarePlan *self, GPtrArray *stays, gint32 day);

gboolean ent_person_stay_covers (const EntPersonStay *self, gint32 day);
/* The stay of a person on a day, or NULL. @stays: (element-type EntPersonStay). Borrowed. */
EntPersonStay *ent_person_stay_find (GPtrArray *stays, gint64 person_id, gint32 day);

/* Whether the visit is still to come about: planned or confirmed. */
gboolean ent_visit_is_open (const EntVisit *self);
/* Whether a stay cancelled it, and nobody's decision. */
gboolean ent_visit_is_freed (const EntVisit *self);
/* Cancels or brings back, as @stay wants it (NULL: the person is at home). Visits that somebody
 * changed, and what was done, stay as they are. FALSE: nothing to change. */
gboolean ent_visit_follow_stay (EntVisit *self, const EntPersonStay *stay);
/* Marks the draft when somebody gave it another day, time, length or cancelled it. */
void ent_visit_note_exception (const EntVisit *original, EntVisit *draft);
/* Notes that it took place; entered late when @today comes after its day. */
void ent_visit_mark_done (EntVisit *self, int began, int ended, gint32 today);
/* Forgets what was noted of a state that it does not have any more. */
void ent_visit_complete (EntVisit *self);
/* What follows from another state chosen by hand: who says so tells it @today. */
void ent_visit_follow_state (const EntVisit *original, EntVisit *draft, gint32 today);
/* Minutes that pass from when a cancellation was told until the visit would have begun, 0 when it
 * was told later; ENT_INT_NONE when one of the two is not known. */
int ent_visit_notice_of (const EntVisit *self);

G_END_DECLS
