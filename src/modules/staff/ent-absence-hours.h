/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an absence takes of a day, and how long it lasts, in words. Pure functions, any thread.
 * Hours are those of the clock: 1440 minutes a day, nothing here depends on daylight saving. */

#pragma once

#include "ent-agent-absence.h"

G_BEGIN_DECLS

/* Narrows a stretch of time that begins on @day to what the absence takes of it; FALSE: nothing.
 * Minutes of the clock since 1970-01-01 00:00, @to excluded. Where the absence says no time, a
 * stretch belongs to the day on which it begins, with all that lies behind midnight; where it says
 * one, whatever lies after or before it. */
gboolean ent_agent_absence_clip (const EntAgentAbsence *self, gint32 day, gint64 *from, gint64 *to);

/* Whether it takes some of the day, from midnight to midnight; or all of it. */
gboolean ent_agent_absence_covers (const EntAgentAbsence *self, gint32 day);
gboolean ent_agent_absence_takes_day (const EntAgentAbsence *self, gint32 day);
/* From the first minute to the last; FALSE while a day is not known. */
gboolean ent_agent_absence_span (const EntAgentAbsence *self, gint64 *from, gint64 *to);

/* When somebody is away. */
typedef struct
{
  gint32 from_day;
  int from_time; /* minutes of the day; ENT_INT_NONE: from its beginning */
  gint32 to_day; /* ENT_DAY_NONE: until further notice */
  int to_time; /* of the last day; ENT_INT_NONE: until its end */
} EntAbsencePeriod;

/* Whether no time passes, though the days lie in order. */
gboolean ent_absence_period_is_empty (const EntAbsencePeriod *self);
/* "from 20/11/2026 at 12:00 to 22/11/2026"; transfer full. */
char *ent_absence_period_describe (const EntAbsencePeriod *self);

EntAbsencePeriod ent_agent_absence_get_period (const EntAgentAbsence *self);
/* The same of a record; transfer full. */
char *ent_agent_absence_describe (gpointer absence);

G_END_DECLS
