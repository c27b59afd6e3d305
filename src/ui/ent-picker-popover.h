/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding a record by typing: a search entry over the answers, for EntPickerRow. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-query.h"
#include "ent-store.h"

G_BEGIN_DECLS

#define ENT_TYPE_PICKER_POPOVER (ent_picker_popover_get_type ())
G_DECLARE_FINAL_TYPE (EntPickerPopover, ent_picker_popover, ENT, PICKER_POPOVER, GtkPopover)

GtkWidget *ent_picker_popover_new (EntStore *store, const EntQuery *query);
void ent_picker_popover_set_query (EntPickerPopover *self, const EntQuery *query);
/* @label NULL: offers nothing. */
void ent_picker_popover_set_create_label (EntPickerPopover *self, const char *label);
/* Opens with an empty search. */
void ent_picker_popover_open (EntPickerPopover *self);

/* Signals "picked" (gint64 id) and "create" (const char *text typed): both after closing. */

G_END_DECLS
