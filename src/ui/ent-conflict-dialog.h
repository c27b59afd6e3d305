/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two people changed the same fields: shows before, theirs and yours for each and lets the user
 * choose. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-change.h"
#include "ent-store.h"

G_BEGIN_DECLS

#define ENT_TYPE_CONFLICT_DIALOG (ent_conflict_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntConflictDialog, ent_conflict_dialog, ENT, CONFLICT_DIALOG, AdwDialog)

/* @conflicts as of ent_change_set_get_conflicts(): referenced. */
EntConflictDialog *ent_conflict_dialog_new (EntStore *store, GPtrArray *conflicts);
/* Borrowed. */
GPtrArray *ent_conflict_dialog_get_conflicts (EntConflictDialog *self);
/* Whether the user keeps his own value at that position; the other's otherwise. */
gboolean ent_conflict_dialog_keeps_yours (EntConflictDialog *self, guint position);

/* Signal "resolved" (EntConflictDialog *): the user chose to save with these choices. */

G_END_DECLS
