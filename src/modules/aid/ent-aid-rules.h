/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for aids, and what the aids of one person add up to. Pure functions on records and
 * values, any thread; the day is an argument. Lists are (element-type EntAid) of one person, in any
 * order. */

#pragma once

#include "ent-aid.h"
#include "ent-issues.h"

G_BEGIN_DECLS

/* Integration income or its equivalent: what opens other rights. */
gboolean ent_aid_is_income (const EntAid *self);
gboolean ent_aid_runs (const EntAid *self, gint32 day);
/* The aid of a kind that runs on a day, the one that began last when there are several. Borrowed,
 * NULL when none does. */
EntAid *ent_aid_running (GPtrArray *aids, EntAidKind kind, gint32 day);
/* The same for integration income or its equivalent. */
EntAid *ent_aid_running_income (GPtrArray *aids, gint32 day);
/* First day of the uninterrupted integration income (or its equivalent) that runs on @day: one
 * grant may follow another, but not a day may lie between. ENT_DAY_NONE when none runs. */
gint32 ent_aid_income_since (GPtrArray *aids, gint32 day);
/* The day on which that many full months from @since are over, from date to date; where a month has
 * no such date it is over with its last day, so that January 31 fills February on the 28th or 29th.
 */
gint32 ent_aid_last_day_of_months (gint32 since, int months);
/* Full months of it, from date to date, @day included; 0 when none runs. */
int ent_aid_income_months (GPtrArray *aids, gint32 day);
/* Those that share a day with the period, both days included; ENT_DAY_NONE leaves that side open.
 * In the order of @aids; transfer container. */
GPtrArray *ent_aid_in_period (GPtrArray *aids, gint32 from, gint32 to);

/* What is wrong with one aid by itself. */
void ent_aid_check (EntAid *self, EntIssues *issues);
/* Warns when integration income is granted twice for one day. */
void ent_aid_check_overlap (GPtrArray *aids, EntAid *self, EntIssues *issues);

G_END_DECLS
