/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be told of a visit, as actions of the window: on the page of the day, and on the board.
 * Main thread. */

#pragma once

#include "ent-shell.h"

G_BEGIN_DECLS

/* Adds the actions "win.day-…" to the window. */
void ent_day_acts_install (EntShell *shell);
/* Adds what can be told of a visit in this EntVisitState. */
void ent_day_acts_fill_menu (GMenu *menu, gint64 visit_id, int state);
/* Adds the act on all that a carer had to do on a day until now. */
void ent_day_acts_fill_until_now (GMenu *menu, gint64 carer_id, gint32 day);

G_END_DECLS
