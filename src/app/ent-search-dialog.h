/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ctrl+K: finds anything, from anywhere. Main thread. */

#pragma once

#include "ent-window.h"

G_BEGIN_DECLS

void ent_search_dialog_present (EntWindow *window);

G_END_DECLS
