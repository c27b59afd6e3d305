/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The weeks that carers of the invented centre work: part time of several kinds, weeks A and B,
 * week-ends by turns, nights. Thread of the connection. */

#pragma once

#include "ent-demo-part.h"

G_BEGIN_DECLS

/* The contract of a week that is drawn for such a carer, in minutes. */
typedef struct
{
  guint pattern; /* which week: see ent_demo_week_write() */
  int weekly_minutes;
} EntDemoWeek;

/* @kind: EntCarerKind. */
EntDemoWeek ent_demo_week_draw (EntDemo *demo, int kind, guint turn);
/* The shifts of a carer; the @turn decides who works on which week-ends. */
void ent_demo_week_write (EntDemo *demo, gint64 carer_id, const EntDemoWeek *week, guint turn);

G_END_DECLS
