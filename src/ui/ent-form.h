/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form over one draft record: groups of rows made from its column table. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-store.h"

G_BEGIN_DECLS

#define ENT_TYPE_FORM (ent_form_get_type ())
G_DECLARE_FINAL_TYPE (EntForm, ent_form, ENT, FORM, GtkWidget)

/* Why a field is empty. The record keeps it; modules number their own enumeration alike. */
typedef enum
{
  ENT_FORM_SILENCE_NOT_ASKED,
  ENT_FORM_SILENCE_UNKNOWN,
  ENT_FORM_SILENCE_REFUSED
} EntFormSilence;

typedef EntFormSilence (*EntFormSilenceGet) (gpointer draft, const char *column);
typedef void (*EntFormSilenceSet) (gpointer draft, const char *column, EntFormSilence silence);

/* Edits @draft in place; the form keeps a reference. */
EntForm *ent_form_new (EntStore *store, gpointer draft);
/* Borrowed. */
gpointer ent_form_get_draft (EntForm *self);
/* To be called before the groups with ENT_COLUMN_SILENCE columns are added. */
void ent_form_set_silence_funcs (EntForm *self, EntFormSilenceGet get, EntFormSilenceSet set);
/* @title and @description are translated or NULL; @columns is NULL-terminated, in order of display.
 */
void ent_form_add_group (EntForm *self,
                         const char *title,
                         const char *description,
                         const char *const *columns);
/* Any widget between the groups, a list of duplicates say. */
void ent_form_add_widget (EntForm *self, GtkWidget *widget);
/* Reads all rows into the draft; FALSE, with the rows marked and the first one focused, when some
 * cannot be understood. */
gboolean ent_form_collect (EntForm *self);
/* Shows each sentence at its field and focuses the first error; what belongs to no visible field
 * stands on top. NULL clears. */
void ent_form_show_issues (EntForm *self, EntIssues *issues);
/* Whether the draft, or text not understood yet, differs from what the form was made with. */
gboolean ent_form_is_dirty (EntForm *self);
/* Re-reads rows from the draft; text that the user is typing and rows unchanged stay as they are.
 */
void ent_form_refresh (EntForm *self);
/* The widget of a column, borrowed: EntDateRow, EntPickerRow, AdwEntryRow … NULL when absent. */
GtkWidget *ent_form_get_row (EntForm *self, const char *column);
void ent_form_set_column_visible (EntForm *self, const char *column, gboolean visible);
void ent_form_set_column_sensitive (EntForm *self, const char *column, gboolean sensitive);
/* @title translated. */
void ent_form_set_column_title (EntForm *self, const char *column, const char *title);

/* Signal "changed" (EntForm *, const char *column): after each edit by the user, the draft holding
 * the new value when the text could be understood. */

G_END_DECLS
