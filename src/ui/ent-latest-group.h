/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The latest of what a record owns, as rows that lead to their pages, and a row to the list of all.
 * Read again when the store tells of them. Main thread. */

#pragma once

#include "ent-shell.h"

G_BEGIN_DECLS

#define ENT_TYPE_LATEST_GROUP (ent_latest_group_get_type ())
G_DECLARE_FINAL_TYPE (EntLatestGroup, ent_latest_group, ENT, LATEST_GROUP, AdwPreferencesGroup)

/* How one kind of owned record is shown. Constant data. */
typedef struct
{
  const EntSchema *schema;
  const char *title; /* N_() */
  const char *order; /* SQL order, the latest first */
  guint n_rows; /* in sight */
  gboolean hide_empty; /* else a row says that there are none */
  gboolean always_all; /* the row to all, even when all are in sight */
  char *(*row_title) (gpointer record); /* transfer full; NULL: its column "title" */
  char *(*subtitle) (gpointer record); /* transfer full */
  const char *(*icon_name) (gpointer record);
  gboolean (*is_past) (gpointer record); /* no longer holds; may be NULL */
  void (*open) (EntShell *shell, EntStore *store, gint64 id);
  char *(*all_label) (guint n); /* translated, transfer full */
} EntLatestSpec;

EntLatestGroup *ent_latest_group_new (EntStore *store, const EntLatestSpec *spec, gint64 owner_id);
/* NULL once the group is gone from its page. Borrowed. */
EntStore *ent_latest_group_get_store (EntLatestGroup *self);
gint64 ent_latest_group_get_owner_id (EntLatestGroup *self);

G_END_DECLS
