/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forms that watch what is typed: where the day of a carer begins and ends is looked up on the map,
 * hours of work are compared with the contract. Main thread. */

#pragma once

#include "ent-form-dialog.h"

G_BEGIN_DECLS

void ent_carer_form_prepare (EntFormDialog *dialog, EntStore *store);
void ent_carer_shift_form_prepare (EntFormDialog *dialog, EntStore *store);

G_END_DECLS
