/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The conditions of a list, each as a chip that can be taken away. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-query.h"
#include "ent-store.h"

G_BEGIN_DECLS

typedef void (*EntChipClosed) (guint position, gpointer user_data);

/* Fills the box anew; returns the number of chips. */
guint ent_filter_chips_fill (AdwWrapBox *box,
                             EntStore *store,
                             const EntQuery *query,
                             EntChipClosed closed,
                             gpointer user_data);

G_END_DECLS
