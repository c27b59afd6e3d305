/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Is a document ours, and as it was? Asks for number and code or for a PDF, and tells what the
 * register and the signatures of the file say. Main thread. */

#pragma once

#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_VERIFY_DIALOG (ent_verify_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntVerifyDialog, ent_verify_dialog, ENT, VERIFY_DIALOG, AdwDialog)

void ent_verify_dialog_present (GtkWidget *parent, EntStore *store);
/* Verifies at once a file, or what stands in one. */
void ent_verify_dialog_present_file (GtkWidget *parent, EntStore *store, GFile *file);
void ent_verify_dialog_present_pdf (GtkWidget *parent, EntStore *store, GBytes *pdf);

G_END_DECLS
