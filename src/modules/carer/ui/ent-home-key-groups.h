/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys on the page of a person, and the loans on that of a key. Main thread. */

#pragma once

#include "ent-child-group.h"

G_BEGIN_DECLS

extern const EntChildSpec ent_home_key_loans;

void ent_home_key_extend_person (EntRecordPage *page);
/* What is typed in the form of a key; also for its own page. */
extern const char *const ent_home_key_columns[];
/* Says that a number left empty is given. */
void ent_home_key_form_prepare (EntFormDialog *dialog, EntStore *store);

G_END_DECLS
