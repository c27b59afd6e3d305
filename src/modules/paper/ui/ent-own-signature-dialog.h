/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The picture of the own signature of whoever sits at this computer, and of nobody else. Main
 * thread. */

#pragma once

#include <gtk/gtk.h>

#include "ent-store.h"

G_BEGIN_DECLS

void ent_own_signature_dialog_present (GtkWidget *parent, EntStore *store);

G_END_DECLS
