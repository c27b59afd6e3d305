/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a request: strip of steps, clocks with their reasons, pieces, events. Main thread. */

#pragma once

#include "ent-shell.h"

G_BEGIN_DECLS

/* Transfer floating. */
AdwNavigationPage *ent_request_page_open (EntShell *shell, EntStore *store, gint64 id);

G_END_DECLS
