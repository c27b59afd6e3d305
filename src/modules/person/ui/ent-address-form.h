/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the form of an address does beyond its fields: proposes localities and streets, shows the
 * envelope, closes the former domicile. Main thread. */

#pragma once

#include "ent-form-dialog.h"

G_BEGIN_DECLS

/* For EntChildSpec: prepare_form and build. */
void ent_address_form_prepare (EntFormDialog *dialog, EntStore *store);
EntChangeSet *ent_address_form_build (EntFormDialog *dialog,
                                      gpointer original,
                                      gpointer draft,
                                      gpointer user_data);

G_END_DECLS
