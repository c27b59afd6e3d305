/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of what can be put into a template, grouped and narrowed by words. The focus may stay
 * elsewhere: whoever has it moves the selection. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-chip-item.h"

G_BEGIN_DECLS

#define ENT_TYPE_CHIP_CHOOSER (ent_chip_chooser_get_type ())
G_DECLARE_FINAL_TYPE (EntChipChooser, ent_chip_chooser, ENT, CHIP_CHOOSER, AdwBin)

/* Signal "chosen" (EntChipItem *). */
GtkWidget *ent_chip_chooser_new (void);
/* @items as of ent_chip_items_new(). */
void ent_chip_chooser_set_items (EntChipChooser *self, GListModel *items);
/* Returns how many are left. */
guint ent_chip_chooser_narrow (EntChipChooser *self, const char *words);
void ent_chip_chooser_step (EntChipChooser *self, int direction);
/* Chooses what is selected; FALSE when nothing is. */
gboolean ent_chip_chooser_take (EntChipChooser *self);

G_END_DECLS
