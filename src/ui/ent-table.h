/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list of records as a table and, where there is little room, as rows of two lines: two views of
 * one model and one selection. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ent-query-model.h"

G_BEGIN_DECLS

#define ENT_TYPE_TABLE (ent_table_get_type ())
G_DECLARE_FINAL_TYPE (EntTable, ent_table, ENT, TABLE, GtkWidget)

/* Property "compact" (boolean): two-line rows. Signals: "activate-record" (gint64),
 * "order-changed". */
GtkWidget *ent_table_new (const EntSchema *schema);
void ent_table_set_model (EntTable *self, EntQueryModel *model);
void ent_table_set_compact (EntTable *self, gboolean compact);
/* Names of the columns shown, in order; transfer container of borrowed names. NULL-terminated. */
const char **ent_table_get_columns (EntTable *self);
/* NULL or empty: those marked for lists. */
void ent_table_set_columns (EntTable *self, const char *const *names);
void ent_table_set_order (EntTable *self, const char *column, gboolean descending);
const char *ent_table_get_order (EntTable *self, gboolean *descending);
/* Marks the row of a record, 0 for none; does not emit. */
void ent_table_select (EntTable *self, gint64 id);
void ent_table_grab (EntTable *self);

G_END_DECLS
