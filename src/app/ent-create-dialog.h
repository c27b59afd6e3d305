/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks what a new register is called and protects it. Main thread. */

#pragma once

#include "ent-window.h"

G_BEGIN_DECLS

void ent_create_dialog_present (EntWindow *window);

G_END_DECLS
