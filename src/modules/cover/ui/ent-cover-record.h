/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of an absence that was covered: whom to call, letters, the list on paper. Main thread.
 */

#pragma once

#include "ent-shell.h"

G_BEGIN_DECLS

/* Transfer floating. */
AdwNavigationPage *ent_cover_record_open (EntShell *shell, EntStore *store, gint64 id);

G_END_DECLS
