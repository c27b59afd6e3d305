/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pieces kept with a person, on her page: the latest in sight, all in the list. Files are added
 * with the button or dropped. Main thread. */

#pragma once

#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *ent_pieces_group_new (EntStore *store, gint64 person_id);

G_END_DECLS
