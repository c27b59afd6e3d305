/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts deadlines as the law does, and says why a deadline is what it is. Pure functions, any
 * thread; the day is an argument. */

#pragma once

#include "ent-deadline-rule.h"

G_BEGIN_DECLS

/* Days on which the clock stands still, both included. */
typedef struct
{
  gint32 from_day;
  gint32 to_day; /* ENT_DAY_NONE: until further notice */
} EntStandstill;

typedef struct
{
  EntDeadlineRule *rule; /* a reference */
  gint32 start; /* the act: does not count itself */
  gint32 first; /* the first day that counts */
  gint32 plain; /* where it would end without standstills and days off */
  gint32 due; /* the last day, included; ENT_DAY_NONE while the clock stands still */
  int n_still; /* days for which the clock stood still */
  GArray *days_off; /* (element-type gint32) legal holidays that made it longer */
  GArray *standstills; /* EntStandstill, those that made it longer */
} EntDeadline;

/* @standstills may be NULL; they may meet or overlap. NULL when there is no start. */
EntDeadline *ent_deadline_count (EntDeadlineRule *rule, gint32 start, GArray *standstills);
void ent_deadline_free (EntDeadline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDeadline, ent_deadline_free)

/* Of (element-type EntDeadlineRule): the rule in force on a day, the one made for the regime before
 * the one for all. NULL when there is none. Borrowed. */
EntDeadlineRule *ent_deadline_find_rule (GPtrArray *rules,
                                         EntDeadlineKind kind,
                                         int regime,
                                         gint32 day);

void ent_deadline_rule_check (EntDeadlineRule *self, EntIssues *issues);

/* Words: transfer full. */

/* "30 days", "3 months", "The same day". */
char *ent_deadline_format_length (EntDeadlineRule *rule);
/* "3 days left", "Today is the last day", "5 days late", "The clock stands still". */
char *ent_deadline_format_left (const EntDeadline *self, gint32 today);
/* The same of a day alone. */
char *ent_deadline_format_days (gint32 due, gint32 today);

/* One reason: a heading and what it says. */
typedef struct
{
  char *title;
  char *text;
} EntDeadlineReason;

/* Rule, source, start, first day, standstills, days off, result: (element-type EntDeadlineReason),
 * in the order of the counting. */
GPtrArray *ent_deadline_explain (const EntDeadline *self);

G_END_DECLS
