/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a carer, and the way there from the page of an agent. Main thread. */

#pragma once

#include "ent-record-page.h"
#include "ent-shell.h"

G_BEGIN_DECLS

AdwNavigationPage *ent_carer_page_new (EntStore *store, gint64 id);
void ent_carer_page_create (EntShell *shell, EntStore *store);
/* The act “Also gives home care”: shows the carer that the agent is, or asks for a new one. */
void ent_carer_extend_agent (EntRecordPage *page);

G_END_DECLS
