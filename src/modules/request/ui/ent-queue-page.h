/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be done first: the open requests by due date. Main thread. */

#pragma once

#include "ent-shell.h"

G_BEGIN_DECLS

#define ENT_TYPE_QUEUE_PAGE (ent_queue_page_get_type ())
G_DECLARE_FINAL_TYPE (EntQueuePage, ent_queue_page, ENT, QUEUE_PAGE, AdwNavigationPage)

/* Transfer floating. */
AdwNavigationPage *ent_queue_page_new (EntShell *shell);

G_END_DECLS
