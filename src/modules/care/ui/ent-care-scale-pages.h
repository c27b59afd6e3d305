/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages of what applies to all: activities with their tasks, scales with their rows, reductions;
 * and of a decision on a price. Main thread. */

#pragma once

#include "ent-record-page.h"
#include "ent-shell.h"

G_BEGIN_DECLS

AdwNavigationPage *ent_care_activity_page_open (EntShell *shell, EntStore *store, gint64 id);
void ent_care_activity_page_create (EntShell *shell, EntStore *store);
AdwNavigationPage *ent_care_scale_page_open (EntShell *shell, EntStore *store, gint64 id);
void ent_care_scale_page_create (EntShell *shell, EntStore *store);
AdwNavigationPage *ent_care_reduction_page_open (EntShell *shell, EntStore *store, gint64 id);
void ent_care_reduction_page_create (EntShell *shell, EntStore *store);
AdwNavigationPage *ent_care_contribution_page_open (EntShell *shell, EntStore *store, gint64 id);
void ent_care_contribution_page_create (EntShell *shell, EntStore *store);

G_END_DECLS
