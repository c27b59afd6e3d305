/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window can be told to do, by menu or key. Main thread. */

#pragma once

#include "ent-window.h"

G_BEGIN_DECLS

void ent_window_actions_install (GtkWidgetClass *widget_class);
/* Which of them are possible now. */
void ent_window_actions_update (EntWindow *self);

G_END_DECLS
