/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was deleted during the last 30 days, and bringing it back. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-store.h"

G_BEGIN_DECLS

#define ENT_TYPE_TRASH_DIALOG (ent_trash_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntTrashDialog, ent_trash_dialog, ENT, TRASH_DIALOG, AdwDialog)

void ent_trash_dialog_present (GtkWidget *parent, EntStore *store);

G_END_DECLS
