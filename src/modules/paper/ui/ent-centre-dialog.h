/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The centre as its letters show it: name, address, bank, hours, logo, with the letterhead that
 * comes of it. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ent-store.h"

G_BEGIN_DECLS

void ent_centre_dialog_present (GtkWidget *parent, EntStore *store);

G_END_DECLS
