/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The forms of a request: its registration, in a name and what is asked for, and everything
 * afterwards. Main thread. */

#pragma once

#include "ent-request.h"
#include "ent-shell.h"

G_BEGIN_DECLS

/* Registers a request of a person, 0: to be chosen or made on the way; then the receipt is in the
 * preview. */
void ent_request_form_register (EntShell *shell, EntStore *store, gint64 person_id);
void ent_request_form_edit (GtkWidget *parent, EntStore *store, EntRequest *request);

G_END_DECLS
