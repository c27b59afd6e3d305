/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two records that are one person become one. Main thread. */

#pragma once

#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_MERGE_DIALOG (ent_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntMergeDialog, ent_merge_dialog, ENT, MERGE_DIALOG, AdwDialog)

/* 0 for either id: to be chosen in the dialog. The first one is the record that stays. */
void ent_merge_dialog_present (GtkWidget *parent,
                               EntStore *store,
                               gint64 survivor_id,
                               gint64 other_id);

G_END_DECLS
