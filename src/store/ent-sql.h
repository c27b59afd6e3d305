/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SQL text that follows from a schema. Any thread. Transfer full. */

#pragma once

#include "ent-record.h"
#include "ent-db.h"

G_BEGIN_DECLS

/* "id, version, column, (expression)" in the order of the schema. Borrowed, kept for ever. */
const char *ent_sql_columns (const EntSchema *schema);
/* "SELECT … FROM table" without a condition. */
char *ent_sql_select (const EntSchema *schema, const char *tail);
/* Fills a record from a row selected with ent_sql_columns(), starting at @first. */
void ent_sql_fill (gpointer record, EntRows *rows, guint first);
/* Records of one type by a condition: (element-type EntRecord), private copies, transfer full.
 * @tail: "WHERE person_id = $1 ORDER BY id". For rules, exports, tests. */
GPtrArray *ent_sql_load (EntDb *db,
                         const EntSchema *schema,
                         const char *tail,
                         const EntValue *args,
                         gsize n_args,
                         GError **error);

/* What one record owns of a type, in an SQL order of that type: (element-type EntRecord), private
 * copies, transfer full. */
GPtrArray *ent_sql_load_owned (EntDb *db,
                               const EntSchema *schema,
                               gint64 owner_id,
                               const char *order,
                               GError **error);

G_END_DECLS
