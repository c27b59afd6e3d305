/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules of working time in force on a day, and those that a new register begins with. Pure, but
 * for the seed, which runs on the thread of the connection. */

#pragma once

#include "ent-apply.h"
#include "ent-rounds-week.h"
#include "ent-working-time-rule.h"

G_BEGIN_DECLS

void ent_working_time_rule_check (EntWorkingTimeRule *self, EntIssues *issues);

/* What holds on the day: of several rules of a kind the one that began last. @rules:
 * EntWorkingTimeRule. A break is due only if both its rules are there. */
EntRoundsHours ent_rounds_hours_on (GPtrArray *rules, gint32 day);

/* Writes the rules known so far, to be checked. */
gboolean ent_rounds_seed (EntApply *apply, GError **error);

G_END_DECLS
