/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Verification and the signature book as acts of the window, and files dropped on it. Main thread.
 */

#pragma once

#include "ent-shell.h"

G_BEGIN_DECLS

/* Adds "win.paper-verify" (Ctrl+Shift+V), "win.paper-book", and a place to drop files anywhere. */
void ent_verify_install (EntShell *shell);

G_END_DECLS
