/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the two halves of the demo's home care share: who and what, then needs and past visits.
 * Thread of the connection. */

#pragma once

#include "ent-care-activity.h"
#include "ent-care-plan.h"
#include "ent-demo-hands.h"
#include "ent-demo-part.h"
#include "ent-person-stay.h"

G_BEGIN_DECLS

/* All records of these kinds that the register has. */
typedef struct
{
  GPtrArray *activities;
  GPtrArray *tasks;
  GPtrArray *carers;
  GPtrArray *aids;
  EntDemoHands *hands;
} EntDemoCare;

/* What the plan promises, with the visits of the last weeks as they went. @stay may be NULL. */
void ent_demo_care_write_needs (EntDemo *demo,
                                EntDemoCare *care,
                                const EntCarePlan *plan,
                                const EntPersonStay *stay);

G_END_DECLS
