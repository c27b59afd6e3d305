/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for worries, and by when something must come of them. Pure functions, any thread;
 * day and moment are arguments. */

#pragma once

#include "ent-issues.h"
#include "ent-worry.h"

G_BEGIN_DECLS

/* Fills in when it was noted, by when an outcome is expected and, with an outcome, that it is
 * followed up and since when. */
void ent_worry_complete (EntWorry *self, gint32 today);
void ent_worry_check (EntWorry *self, EntIssues *issues);

/* The last day on which an outcome is in time. */
gint32 ent_worry_due_day (gint32 noted_on, EntWorryUrgency urgency);
gboolean ent_worry_is_open (const EntWorry *self);
/* Open beyond its day; what is to be seen to at once, open for more than an hour. */
gboolean ent_worry_is_overdue (const EntWorry *self, gint32 today, gint64 now);

/* "New worry · within the day · overdue"; transfer full. */
char *ent_worry_describe (const EntWorry *self, gint32 today, gint64 now);

G_END_DECLS
