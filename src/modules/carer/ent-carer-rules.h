/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a carer works and what a carer may do. Pure functions on records and values, any thread; the
 * day is an argument. A shift belongs to the day on which it begins, with all that lies behind
 * midnight: who is away on Monday does not work in the night to Tuesday, and who is away from
 * Tuesday does. An absence that says a time begins or ends at it, within a shift too. Hours are
 * those of the clock: nothing here depends on daylight saving. */

#pragma once

#include "ent-agent-absence.h"
#include "ent-agent.h"
#include "ent-carer-enums.h"
#include "ent-carer-qualification.h"
#include "ent-carer-shift.h"
#include "ent-carer.h"
#include "ent-issues.h"

G_BEGIN_DECLS

/* A carer with what decides on the hours of work. */
typedef struct
{
  EntCarer *carer;
  EntAgent *agent; /* NULL: not asked */
  GPtrArray *shifts; /* (element-type EntCarerShift), of this carer */
  GPtrArray *absences; /* (element-type EntAgentAbsence), of any agents */
} EntCarerWork;

void ent_carer_work_free (EntCarerWork *self);

/* Minutes of the clock since 1970-01-01 00:00: 1440 a day, whatever the sun does. */
typedef struct
{
  gint64 from;
  gint64 to; /* excluded */
} EntCarerSpan;

/* ENT_WEEK_A for days of odd weeks of the calendar, else ENT_WEEK_B. A year of 53 weeks ends with
 * week A and the next one begins with week A. */
EntWeek ent_week_of_day (gint32 day);

/* @agent may be NULL: then only the service as a carer counts. */
gboolean ent_carer_is_in_service (const EntCarer *self, EntAgent *agent, gint32 day);
/* @kinds: ENT_CARER_KIND_BIT() of the jobs that an activity asks for; 0: any. */
gboolean ent_carer_may_do (const EntCarer *self, guint kinds);
/* Whether a qualification of that kind holds on a day. @qualifications: (element-type
 * EntCarerQualification), of this carer. */
gboolean ent_carer_is_qualified (GPtrArray *qualifications, EntQualificationKind kind, gint32 day);

/* Whether the carer is away all day. */
gboolean ent_carer_is_absent (const EntCarerWork *work, gint32 day);
/* Narrows a stretch of work that begins on @day to what the first absence takes of it; NULL: none
 * does, and @span is empty and stands at the end. Of several that begin together the one that comes
 * first. Borrowed. */
const EntAgentAbsence *ent_carer_next_absence (const EntCarerWork *work,
                                               gint32 day,
                                               EntCarerSpan *span);
/* What is worked by shifts that begin from @first to @last, in order, those that touch as one:
 * (element-type EntCarerSpan). Transfer full. */
GArray *ent_carer_spans (const EntCarerWork *work, gint32 first, gint32 last);
/* Whether all of it is working time. Minutes of the day; @to before @from: of the next day. */
gboolean ent_carer_works (const EntCarerWork *work, gint32 day, int from, int to);

/* Minutes, the part behind midnight included; 0 while the times are not known. */
int ent_carer_shift_minutes (const EntCarerShift *self);
gboolean ent_carer_shift_begins_on (const EntCarerShift *self, gint32 day);
gboolean ent_carer_shifts_overlap (const EntCarerShift *self, const EntCarerShift *other);
/* Minutes in a week, on average over weeks A and B, of the shifts valid on a day. */
int ent_carer_pattern_minutes (GPtrArray *shifts, gint32 day);

/* What is wrong with one record by itself. */
void ent_carer_check (EntCarer *self, EntIssues *issues);
void ent_carer_shift_check (const EntCarerShift *self, EntIssues *issues);
void ent_carer_qualification_check (const EntCarerQualification *self, EntIssues *issues);
/* Only a home sitter works through the night. */
void ent_carer_shift_check_night (const EntCarer *carer,
                                  const EntCarerShift *self,
                                  EntIssues *issues);
/* @shifts: (element-type EntCarerShift), of the same carer. */
void ent_carer_shift_check_overlap (GPtrArray *shifts,
                                    const EntCarerShift *self,
                                    EntIssues *issues);
/* Warns when the pattern on @day, with @draft as it now stands, is more than the contract. */
void ent_carer_check_hours (const EntCarerWork *work,
                            EntCarerShift *draft,
                            gint32 day,
                            EntIssues *issues);

/* The look that fewest carers have, the first of those. @n_used: how many have each, from 0 for
 * colour 1. */
int ent_carer_next_colour (const guint n_used[ENT_CARER_COLOURS]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntCarerWork, ent_carer_work_free)

G_END_DECLS
