/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Noting that a person is away from home: the visits of those days are freed by the same act, and
 * come back with it. Main thread. */

#pragma once

#include "ent-form-dialog.h"
#include "ent-shell.h"

G_BEGIN_DECLS

/* For EntChildSpec. */
void ent_care_stay_form_prepare (EntFormDialog *dialog, EntStore *store);
EntChangeSet *ent_care_stay_form_build (EntFormDialog *dialog,
                                        gpointer original,
                                        gpointer draft,
                                        gpointer user_data);
void ent_care_stay_remove (EntShell *shell, EntStore *store, gpointer stay);

G_END_DECLS
