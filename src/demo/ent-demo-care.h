/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the demo's home care share: who and what, needs, and the year of visits.
 * Thread of the connection. */

#pragma once

#include "ent-care-activity.h"
#include "ent-care-plan.h"
#include "ent-contribution-rules.h"
#include "ent-demo-hands.h"
#include "ent-demo-part.h"
#include "ent-demo-told.h"
#include "ent-person-stay.h"

G_BEGIN_DECLS

/* All records of these kinds that the register has. */
typedef struct
{
  GPtrArray *activities;
  GPtrArray *tasks;
  GPtrArray *carers;
  GPtrArray *aids;
  EntContributionTables tables;
  EntDemoHands *hands;
  EntDemoTold *told;
  GPtrArray *promises; /* see ent-demo-past.c; NULL while there are none */
  GArray *free_from; /* gint64: when each carer has left the last home, minutes of the clock */
} EntDemoCare;

/* What the plan promises. @stays: (element-type EntPersonStay), of its person. */
void ent_demo_care_write_needs (EntDemo *demo,
                                EntDemoCare *care,
                                const EntCarePlan *plan,
                                GPtrArray *stays);

G_END_DECLS
