/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is told of a visit afterwards, and taken back. Every report goes through
 * ent_day_apply_report (). Thread of the connection. */

#pragma once

#include "ent-apply.h"
#include "ent-day-rules.h"
#include "ent-worry.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_DAY_REPORT_AS_PLANNED,
  ENT_DAY_REPORT_DONE, /* at other times, or by somebody else */
  ENT_DAY_REPORT_NOBODY_HOME,
  ENT_DAY_REPORT_CANCELLED,
  ENT_DAY_REPORT_TAKEN_BACK
} EntDayReportKind;

typedef struct
{
  EntDayReportKind kind;
  gint64 visit_id;
  EntDayMoment now;
  /* The visit as it was looked at, with what is told in its fields; NULL where nothing is.
   * Borrowed.
   */
  const EntVisit *told;
} EntDayReport;

/* FALSE with a sentence when the visit cannot be reported so, or somebody was at it meanwhile; with
 * ENT_STORE_ERROR_INVALID ent_apply_get_issues () tells at which fields. */
gboolean ent_day_apply_report (EntApply *apply, const EntDayReport *report, GError **error);

/* Whose day, as far as it has ended by now. */
typedef struct
{
  gint64 carer_id;
  gint32 day;
  EntDayMoment now;
} EntDayUntil;

/* Reports all of that as done as planned; @n is set to how many visits. */
gboolean ent_day_apply_until_now (EntApply *apply,
                                  const EntDayUntil *until,
                                  guint *n,
                                  GError **error);

/* Writes a new worry. A visit that it is about is left alone by generation from then on. */
gboolean ent_day_apply_worry (EntApply *apply, EntWorry *worry, GError **error);

/* The pure part of a report: what it makes of the visit. @notice_hours: those of the rule in force,
 * ENT_INT_NONE when there is none. */
void ent_day_report_onto (const EntDayReport *report, int notice_hours, EntVisit *visit);

G_END_DECLS
