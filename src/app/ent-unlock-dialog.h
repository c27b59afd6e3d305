/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for the passphrase of a register. Main thread. */

#pragma once

#include "ent-window.h"

G_BEGIN_DECLS

/* @problem: what was wrong with the one before, or NULL. */
void ent_unlock_dialog_present (EntWindow *window, const char *path, const char *problem);

G_END_DECLS
