/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row that refers to another record: shows its summary, finds another by typing. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-query.h"
#include "ent-store.h"

G_BEGIN_DECLS

#define ENT_TYPE_PICKER_ROW (ent_picker_row_get_type ())
G_DECLARE_FINAL_TYPE (EntPickerRow, ent_picker_row, ENT, PICKER_ROW, AdwActionRow)

/* Called with what was typed when the user asks for a new record; present a form and call
 * ent_picker_row_set_selected_id() once it is saved. */
typedef void (*EntPickerCreateFunc) (EntPickerRow *row, const char *text, gpointer user_data);

/* Property "selected-id" (int64), 0 while empty; notifies. */
GtkWidget *ent_picker_row_new (EntStore *store, const EntSchema *schema);
gint64 ent_picker_row_get_selected_id (EntPickerRow *self);
void ent_picker_row_set_selected_id (EntPickerRow *self, gint64 id);
/* Narrows what is offered (active agents only); the query is copied, NULL: everything. */
void ent_picker_row_set_query (EntPickerRow *self, const EntQuery *query);
/* Offers to make a record that does not exist yet; @label translated, as "New team…". */
void ent_picker_row_set_create_func (EntPickerRow *self,
                                     const char *label,
                                     EntPickerCreateFunc func,
                                     gpointer user_data,
                                     GDestroyNotify destroy);
/* A module tells once how new records of its type are made from within a form: @func gets the store
 * as its data; @label N_(), constant. */
void ent_picker_tell_create (const EntSchema *schema, const char *label, EntPickerCreateFunc func);
/* Offers to make a record as its module told; nothing when it told nothing. */
void ent_picker_row_allow_create (EntPickerRow *self);
/* FALSE hides the clear button. Default TRUE. */
void ent_picker_row_set_clearable (EntPickerRow *self, gboolean clearable);

G_END_DECLS
