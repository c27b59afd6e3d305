/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One column of a draft as a row of a form: showing, reading, saying what is wrong. For EntForm.
 * Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-form.h"

G_BEGIN_DECLS

#define ENT_TYPE_FIELD (ent_field_get_type ())
G_DECLARE_FINAL_TYPE (EntField, ent_field, ENT, FIELD, GObject)

EntField *ent_field_new (EntStore *store, gpointer draft, guint position);
/* Adds the button that says why the field is empty. */
void ent_field_add_silence (EntField *self, EntFormSilenceGet get, EntFormSilenceSet set);
const EntColumn *ent_field_get_column (EntField *self);
/* Borrowed: the row itself, and the row below it that carries the sentence. */
GtkWidget *ent_field_get_row (EntField *self);
GtkWidget *ent_field_get_message_row (EntField *self);
/* Shows what the draft holds, unless the row already says the same. */
void ent_field_refresh (EntField *self);
/* Takes over what is typed; FALSE, saying so at the field, when it cannot be understood. */
gboolean ent_field_collect (EntField *self);
/* Whether something stands in the row that the draft does not hold. */
gboolean ent_field_is_pending (EntField *self);
/* A sentence below the row; NULL takes it away. */
void ent_field_set_message (EntField *self, const char *message, gboolean warning);
gboolean ent_field_has_error (EntField *self);
gboolean ent_field_grab_focus (EntField *self);
void ent_field_set_title (EntField *self, const char *title);
void ent_field_set_visible (EntField *self, gboolean visible);

/* Marks the value that an AdwActionRow shows for onlookers not to read, when the column asks for
 * it. */
void ent_field_mark_private (GtkWidget *row, const EntColumn *column);
/* The same for a row whose "title" or "subtitle" names a record. */
void ent_field_mark_name (GtkWidget *row, const char *part);

/* Signal "changed" (EntField *): the user changed it; the draft is up to date when understood. */

G_END_DECLS
