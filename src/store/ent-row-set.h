/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plain rows read by a worker, handed to the main thread whole. One thread at a time. */

#pragma once

#include "ent-db.h"
#include "ent-schema.h"

G_BEGIN_DECLS

typedef struct _EntRowSet EntRowSet;

/* Reads rows selected as "id, version, columns…" by ent_sql_columns(). */
EntRowSet *ent_row_set_read (EntDb *db,
                             const EntSchema *schema,
                             const char *sql,
                             const EntValue *args,
                             gsize n,
                             GError **e);
/* The rows whose ids are in the array, in no particular order. */
EntRowSet *ent_row_set_read_ids (EntDb *db,
                                 const EntSchema *schema,
                                 const gint64 *ids,
                                 guint n_ids,
                                 GError **error);
guint ent_row_set_n_rows (EntRowSet *self);
gint64 ent_row_set_get_id (EntRowSet *self, guint row);
/* Fills the record and marks it loaded. */
void ent_row_set_fill (EntRowSet *self, guint row, gpointer record);
void ent_row_set_free (EntRowSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRowSet, ent_row_set_free)

G_END_DECLS
