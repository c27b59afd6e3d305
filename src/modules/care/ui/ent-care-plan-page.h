/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a care plan: what was promised, told as sentences; who may come; making the visits.
 * Main thread. */

#pragma once

#include "ent-form-dialog.h"
#include "ent-record-page.h"
#include "ent-shell.h"

G_BEGIN_DECLS

AdwNavigationPage *ent_care_plan_page_open (EntShell *shell, EntStore *store, gint64 id);
void ent_care_plan_page_create (EntShell *shell, EntStore *store);
/* For forms: begins today, and offers to make the visits once saved. */
void ent_care_plan_fill (gpointer draft, gint32 today);
void ent_care_plan_prepare_form (EntFormDialog *dialog, EntStore *store);

G_END_DECLS
