/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the visits of the last year went, and who comes in the rest of this week. Thread of the
 * connection. */

#pragma once

#include "ent-care-need.h"
#include "ent-demo-care.h"

G_BEGIN_DECLS

/* Visits of these days are written, both included; later ones are made from the plans. */
gint32 ent_demo_past_first_day (EntDemo *demo);
gint32 ent_demo_past_last_day (EntDemo *demo);

/* Notes a need; @stays: (element-type EntPersonStay), of its person. The need and the stays are
 * kept. */
void ent_demo_past_promise (EntDemo *demo,
                            EntDemoCare *care,
                            const EntCarePlan *plan,
                            EntCareNeed *need,
                            GPtrArray *stays);
/* Writes the visits of all needs noted, day after day, the most pressing first. */
void ent_demo_past_write (EntDemo *demo, EntDemoCare *care);

G_END_DECLS
