/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of a need: weekdays as one row of buttons, fields that its rhythm has, tasks of its
 * activity to tick. Main thread. */

#pragma once

#include "ent-form-dialog.h"

G_BEGIN_DECLS

/* The first group of the form; the rest follows in ent_care_need_form_prepare(). */
extern const char *const ent_care_need_form_columns[];

/* For EntChildSpec. */
void ent_care_need_form_prepare (EntFormDialog *dialog, EntStore *store);
EntChangeSet *ent_care_need_form_build (EntFormDialog *dialog,
                                        gpointer original,
                                        gpointer draft,
                                        gpointer user_data);

G_END_DECLS
