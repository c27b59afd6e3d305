/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Preferences of this post and of the register that is open. Main thread. */

#pragma once

#include "ent-window.h"

G_BEGIN_DECLS

void ent_preferences_present (EntWindow *window);
/* The same, at the page that a module calls @name; the first page when there is none. */
void ent_preferences_present_page (EntWindow *window, const char *name);

G_END_DECLS
