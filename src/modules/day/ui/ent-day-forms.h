/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The questions about a visit: when it was, what was done when nobody was at home, who cancelled
 * and when that was told, what worries the carer. Main thread. */

#pragma once

#include "ent-shell.h"
#include "ent-visit.h"

G_BEGIN_DECLS

/* The visit as it was read for the question, and what judges a notice. */
typedef struct
{
  EntVisit *visit;
  int notice_hours; /* ENT_INT_NONE: no rule is in force on its day */
} EntDayAsked;

typedef void (*EntDayAsk) (EntShell *shell, EntStore *store, const EntDayAsked *asked);

/* Reads the visit, then asks. */
void ent_day_forms_ask (EntShell *shell, gint64 visit_id, EntDayAsk ask);

void ent_day_forms_done (EntShell *shell, EntStore *store, const EntDayAsked *asked);
void ent_day_forms_nobody_home (EntShell *shell, EntStore *store, const EntDayAsked *asked);
void ent_day_forms_cancel (EntShell *shell, EntStore *store, const EntDayAsked *asked);
void ent_day_forms_worry (EntShell *shell, EntStore *store, const EntDayAsked *asked);

G_END_DECLS
