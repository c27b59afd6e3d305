/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Watches the form of an aid: fields that go with its kind, integration income noted twice. Main
 * thread. */

#pragma once

#include "ent-form-dialog.h"

G_BEGIN_DECLS

/* For EntChildSpec and EntPlainSpec. */
void ent_aid_form_prepare (EntFormDialog *dialog, EntStore *store);

G_END_DECLS
