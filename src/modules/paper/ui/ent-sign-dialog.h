/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signing one or several documents with one PIN: which certificate, the PIN, how far it is, what
 * could not be signed. Main thread. */

#pragma once

#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_SIGN_DIALOG (ent_sign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntSignDialog, ent_sign_dialog, ENT, SIGN_DIALOG, AdwDialog)

/* @request_ids: (element-type gint64), lines of the signature book, copied. */
void ent_sign_dialog_present (GtkWidget *parent, EntStore *store, GArray *request_ids);

G_END_DECLS
