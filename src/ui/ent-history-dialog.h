/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who changed what on a record, when, from what to what; acts can be undone from here. Main
 * thread. */

#pragma once

#include <adwaita.h>

#include "ent-store.h"

G_BEGIN_DECLS

#define ENT_TYPE_HISTORY_DIALOG (ent_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntHistoryDialog, ent_history_dialog, ENT, HISTORY_DIALOG, AdwDialog)

void ent_history_dialog_present (GtkWidget *parent,
                                 EntStore *store,
                                 const EntSchema *schema,
                                 gint64 id);

G_END_DECLS
