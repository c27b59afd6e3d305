/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says in the window how many worries wait. Main thread. */

#pragma once

#include "ent-shell.h"

G_BEGIN_DECLS

/* Counts now, and again whenever it may have changed, as long as window and register live. */
void ent_worry_watch (EntShell *shell, EntStore *store);

G_END_DECLS
