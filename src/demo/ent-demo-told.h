/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is noted of the demo's visits once they are over. Thread of the connection. */

#pragma once

#include "ent-demo-part.h"
#include "ent-visit.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *rules; /* EntMonthRule */
  gint32 settled_until; /* the last day of the months that somebody looked through */
} EntDemoTold;

EntDemoTold *ent_demo_told_new (EntDemo *demo);
void ent_demo_told_free (EntDemoTold *self);
/* Fills in a visit that is over: when it was reported, how long before it was cancelled, what was
 * done when nobody was at home, when it was settled. Throws no dice. */
void ent_demo_told_note (EntDemoTold *self, EntDemo *demo, EntVisit *visit);

/* The last day of the month that the demo has closed, and when it was. */
gint32 ent_demo_month_last_day (EntDemo *demo);
gint32 ent_demo_month_closed_on (gint32 last_day);

G_END_DECLS
