/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Visits without their carer and who could make them, in words. Any thread. Transfer full unless
 * told. */

#pragma once

#include "ent-cover-plan.h"

G_BEGIN_DECLS

/* "08:00–09:00 · Dupont Anne" */
char *ent_cover_describe_visit (const EntCoverPlan *plan, guint orphan);
/* "Vital · daily-life help · with Marc Maes, who comes too" */
char *ent_cover_describe_need (const EntCoverPlan *plan, guint orphan);
/* "Luce Leroy, 08:15" */
char *ent_cover_describe_who (const EntCoverPlan *plan, const EntRoundsOffer *offer);
/* "15 min later · has been there 3 times · +4 min and 2.1 km on the way · 12 h 30 of 19 h" */
char *ent_cover_describe_why (const EntCoverPlan *plan, guint orphan, const EntRoundsOffer *offer);
/* "12 visits · 8 given · 1 cancelled · 3 to place" */
char *ent_cover_describe_total (const EntCoverPlan *plan);

/* "Vital"; borrowed. */
const char *ent_cover_priority_word (EntCarePriority priority);

G_END_DECLS
