/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The import assistant: file, columns, review, import, result. Main thread. */

#pragma once

#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_IMPORT_DIALOG (ent_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntImportDialog, ent_import_dialog, ENT, IMPORT_DIALOG, AdwDialog)

/* Returns the dialog, borrowed. */
EntImportDialog *ent_import_dialog_present (GtkWidget *parent, EntStore *store);
/* Skips the choice of a file. */
void ent_import_dialog_load (EntImportDialog *self, GFile *file);

G_END_DECLS
