/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks until when visits are to be made, makes them, tells what became of them. Main thread. */

#pragma once

#include "ent-shell.h"

G_BEGIN_DECLS

/* Of one plan, or with 0 of all. */
void ent_care_generate_dialog_present (EntShell *shell, EntStore *store, gint64 plan_id);
/* The same if the plan has needs already. */
void ent_care_generate_dialog_offer (EntShell *shell, EntStore *store, gint64 plan_id);

G_END_DECLS
