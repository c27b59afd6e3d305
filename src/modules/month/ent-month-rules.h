/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a month of home care is counted. Pure functions on records and values, any thread; days are
 * arguments.
 *
 * A visit belongs to the month in which it begins, whole: its minutes, its price and its unsocial
 * hours. Which hours are unsocial is decided minute by minute, each under the day and the time that
 * the clock shows when it passes: of a visit from Saturday 22:00 to Sunday 2:00 two hours are
 * Saturday's and two are Sunday's. Minutes are those that really pass, also in the nights when the
 * clock is put forward or back. */

#pragma once

#include "ent-contingent.h"
#include "ent-issues.h"
#include "ent-month-correction.h"
#include "ent-month-enums.h"
#include "ent-month-rule.h"
#include "ent-unsocial-rate.h"
#include "ent-visit.h"

G_BEGIN_DECLS

typedef struct
{
  int year;
  int month; /* 1 to 12 */
} EntMonth;

EntMonth ent_month_of_day (gint32 day);
EntMonth ent_month_add (EntMonth self, int months);
/* Below zero, zero, above: as strcmp () says. */
int ent_month_compare (EntMonth a, EntMonth b);
gint32 ent_month_first_day (EntMonth self);
gint32 ent_month_last_day (EntMonth self);
/* 1 to 4. */
int ent_month_quarter (EntMonth self);
/* "November 2026"; transfer full. */
char *ent_month_format (EntMonth self);

/* What is wrong with one record by itself. */
void ent_unsocial_rate_check (EntUnsocialRate *self, EntIssues *issues);
void ent_month_rule_check (EntMonthRule *self, EntIssues *issues);
void ent_contingent_check (EntContingent *self, EntIssues *issues);
void ent_month_correction_check (EntMonthCorrection *self, EntIssues *issues);

/* The rules in force on a day; of several of a kind the one that began last. */
typedef struct
{
  int tolerance; /* minutes */
  int late_cancel; /* per cent billed */
  int nobody_home; /* per cent billed */
} EntMonthTerms;

/* @rules: (element-type EntMonthRule). Where none holds: 10 minutes, nothing billed. */
EntMonthTerms ent_month_terms (GPtrArray *rules, gint32 day);

/* Which minutes of which day are unsocial; remembers the days asked for. */
typedef struct _EntUnsocialDays EntUnsocialDays;

/* @rates: (element-type EntUnsocialRate), borrowed for as long. */
EntUnsocialDays *ent_unsocial_days_new (GPtrArray *rates);
void ent_unsocial_days_free (EntUnsocialDays *self);
/* Adds @minutes that really pass from @began on, in @minutes_of[kind - 1]. */
void ent_unsocial_days_count (EntUnsocialDays *self,
                              gint32 day,
                              int began,
                              int minutes,
                              int minutes_of[ENT_UNSOCIAL_KINDS]);
/* The percentage of a kind on a day, 0 when no row holds. */
int ent_unsocial_percent (GPtrArray *rates, EntUnsocialKind kind, gint32 day);

/* Minutes that a visit lasted: by its times, as planned when they are not known; 0 when it did not
 * take place. */
int ent_visit_done_minutes (const EntVisit *self);
/* From when they are counted: ENT_INT_NONE when nobody knows. */
int ent_visit_counted_from (const EntVisit *self);
/* Minutes that are billed: those done, or the part of the planned ones that the rules say. */
int ent_visit_billable_minutes (const EntVisit *self, const EntMonthTerms *terms);

/* What somebody must look at before a month is closed. */
typedef enum
{
  ENT_MONTH_NOT_REPORTED = 1 << 0,
  ENT_MONTH_OTHER_TIMES = 1 << 1,
  ENT_MONTH_NOBODY_HOME = 1 << 2,
  ENT_MONTH_CANCELLED_LATE = 1 << 3,
  ENT_MONTH_ENTERED_LATE = 1 << 4,
  ENT_MONTH_OVERLAP = 1 << 5, /* the carer is in two homes at once */
  ENT_MONTH_NO_NOTICE = 1 << 6 /* cancelled by the beneficiary, nobody noted when */
} EntMonthException;

#define ENT_MONTH_N_EXCEPTIONS 7

/* What is known of a visit beside its record. */
typedef struct
{
  gboolean overlaps;
  gboolean wants_notice; /* a rule says how long before it is cancelled in time */
} EntMonthFacts;

/* EntMonthException of one visit, 0 when it goes without a word. What was settled is left alone
 * unless it is still not reported. */
guint ent_month_exceptions (const EntVisit *self,
                            const EntMonthTerms *terms,
                            const EntMonthFacts *facts);
/* One sentence or several, translated; transfer full. */
char *ent_month_exceptions_text (guint exceptions);

/* Ids of visits done by one carer at once for longer than the tolerance, in minutes: a set of
 * gint64 *. @visits: (element-type EntVisit). */
GHashTable *ent_month_overlaps (GPtrArray *visits, int tolerance);

/* Cents for minutes at a price an hour: to the cent, half a cent up (away from zero). */
gint64 ent_month_amount (int minutes, gint64 price);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntUnsocialDays, ent_unsocial_days_free)

G_END_DECLS
