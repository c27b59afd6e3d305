/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The latest acts of everybody, each with what it concerned; older ones can still be undone. Main
 * thread. */

#pragma once

#include <adwaita.h>

#include "ent-store.h"

G_BEGIN_DECLS

void ent_acts_dialog_present (GtkWidget *parent, EntStore *store);

G_END_DECLS
