/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One form, one primary button: edits a draft, saves it as an act, tells errors at their fields,
 * settles conflicts, loses nothing typed. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-form.h"
#include "ent-store.h"

G_BEGIN_DECLS

#define ENT_TYPE_FORM_DIALOG (ent_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntFormDialog, ent_form_dialog, ENT, FORM_DIALOG, AdwDialog)

/* Makes the act. @original is what the user started from (a private copy, NULL for a new record),
 * @draft what is wanted now. Transfer full; NULL or an empty set closes without writing. Called
 * again after a conflict. */
typedef EntChangeSet *(*EntFormBuildFunc) (EntFormDialog *dialog,
                                           gpointer original,
                                           gpointer draft,
                                           gpointer user_data);

/* @title is the dialog's, @act_label names the act in the history and in the toast; both
 * translated.
 * @original NULL: @draft is new. Copies @original, references @draft. */
EntFormDialog *ent_form_dialog_new (EntStore *store,
                                    const char *title,
                                    gpointer original,
                                    gpointer draft,
                                    const char *act_label);
/* Borrowed; add the groups before presenting. */
EntForm *ent_form_dialog_get_form (EntFormDialog *self);
/* "_Save" unless told otherwise; may have a mnemonic. */
void ent_form_dialog_set_primary_label (EntFormDialog *self, const char *label);
/* Default: inserts the draft, or edits the original to the draft. */
void ent_form_dialog_set_build_func (EntFormDialog *self,
                                     EntFormBuildFunc func,
                                     gpointer user_data,
                                     GDestroyNotify destroy);
/* Writes in the stead of a change set, on the writing thread: @func gets a private copy of the
 * draft and makes its changes through @apply; FALSE takes them back, and what the register says is
 * wrong stands at its field. The set of "saved" is then empty. */
typedef gboolean (*EntFormWriteFunc) (EntApply *apply, gpointer draft, GError **error);
void ent_form_dialog_set_write_func (EntFormDialog *self, EntFormWriteFunc func);
/* One widget below the form; NULL removes it. */
void ent_form_dialog_set_extra (EntFormDialog *self, GtkWidget *extra);
/* What is edited beside the form (in the extra widget) counts as unsaved too. */
void ent_form_dialog_set_touched (EntFormDialog *self, gboolean touched);
/* Whether there is enough to save; what is still being found out holds the button back. */
void ent_form_dialog_set_ready (EntFormDialog *self, gboolean ready);
/* As the primary button does. */
void ent_form_dialog_save (EntFormDialog *self);

/* Signal "saved" (EntFormDialog *, EntChangeSet *): written, just before the dialog closes. */

G_END_DECLS
