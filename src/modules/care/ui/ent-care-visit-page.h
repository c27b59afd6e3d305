/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a visit: the facts of the day, cancelling, noting that it was done. Main thread. */

#pragma once

#include "ent-record-page.h"
#include "ent-shell.h"

G_BEGIN_DECLS

AdwNavigationPage *ent_care_visit_page_open (EntShell *shell, EntStore *store, gint64 id);
void ent_care_visit_page_create (EntShell *shell, EntStore *store);

G_END_DECLS
