/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a record owns, as a group of rows: addresses, phones, files… Present ones in sight, past
 * ones behind a row that unfolds. Each can be added, changed and deleted. Main thread. */

#pragma once

#include "ent-form-dialog.h"
#include "ent-record-page.h"
#include "ent-shell.h"

G_BEGIN_DECLS

#define ENT_TYPE_CHILD_GROUP (ent_child_group_get_type ())
G_DECLARE_FINAL_TYPE (EntChildGroup, ent_child_group, ENT, CHILD_GROUP, AdwPreferencesGroup)

/* How one kind of owned record looks and is edited. Constant data. */
typedef struct
{
  const EntSchema *schema;
  const char *title; /* N_() */
  const char *add_label; /* N_() "Add an address" */
  const char *added; /* N_() "Address added": for history and toast */
  const char *changed; /* N_() */
  const char *removed; /* N_() */
  const char *const *columns; /* of the form, NULL-terminated */
  const char *order; /* SQL order, newest first */
  const char *from_column; /* name of the first day, or NULL */
  const char *to_column; /* name of the last day: past ones are folded; or NULL */
  const char *past_column; /* the day by which to fold, when there is no period to tell; or NULL */
  char *(*row_title) (gpointer record); /* transfer full; NULL: the summary of the record */
  char *(*subtitle) (gpointer record); /* transfer full; NULL: nothing */
  const char *(*icon_name) (gpointer record);
  /* Adds acts to a row, before that of deleting; may be NULL. */
  void (*extend_row) (AdwActionRow *row, gpointer record);
  /* Opens a row otherwise than in its form; may be NULL. */
  void (*activate) (EntShell *shell, EntStore *store, gpointer record);
  /* Deletes otherwise than the record alone; may be NULL. */
  void (*remove) (EntShell *shell, EntStore *store, gpointer record);
  /* Fills a new draft beyond its owner; may be NULL. */
  void (*fill) (gpointer draft, gint32 today);
  /* Watches the form: completion, dependent fields; may be NULL. */
  void (*prepare_form) (EntFormDialog *dialog, EntStore *store);
  /* Makes the act of saving when it is more than this record; may be NULL. */
  EntFormBuildFunc build;
  gboolean hide_empty; /* not shown while there is none, for what few have */
} EntChildSpec;

GtkWidget *ent_child_group_new (EntStore *store, const EntChildSpec *spec, gint64 owner_id);
/* Asks for a new one. */
void ent_child_group_add (EntChildGroup *self);
/* Gives a page of a lower module the group that @make makes, further down, and the act that asks
 * for a new one: @prefix is the module's own, @label translated. */
void ent_child_group_extend_page (EntRecordPage *page,
                                  EntRecordPageMake make,
                                  const char *prefix,
                                  const char *icon_name,
                                  const char *label);

G_END_DECLS
