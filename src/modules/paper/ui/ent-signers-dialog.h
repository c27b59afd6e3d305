/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which capacities sign which kind of document, in which order. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ent-store.h"

G_BEGIN_DECLS

void ent_signers_dialog_present (GtkWidget *parent, EntStore *store);

G_END_DECLS
