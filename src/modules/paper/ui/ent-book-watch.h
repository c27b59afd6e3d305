/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells beside the place of documents how many wait for our signature. Main thread. */

#pragma once

#include "ent-shell.h"

G_BEGIN_DECLS

/* From the opening of the register until it is closed. */
void ent_book_watch (EntShell *shell, EntStore *store);

G_END_DECLS
