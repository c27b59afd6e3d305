/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inside of an act being written, shared by ent-apply.c, ent-apply-undo.c and ent-audit.c. */

#pragma once

#include "ent-apply.h"
#include "ent-audit-read.h"
#include "ent-change-private.h"

G_BEGIN_DECLS

/* A run of inserts with consecutive ids, told as one row of history. */
typedef struct
{
  const EntSchema *schema;
  gint64 first;
  gint64 last;
} EntRange;

struct _EntApply
{
  EntDb *db;
  gint64 set_id;
  gboolean bulk;
  gboolean is_lasting; /* it cannot be undone */
  guint64 n_changes;
  GHashTable *resolved; /* provisional id → real id (gint64*) */
  GHashTable *roots; /* "number<<40|id" of records whose words changed → 1 new, 2 old */
  GHashTable *touched; /* "table:id" → NULL, for the news */
  GHashTable *schemas; /* EntSchema → NULL, for the news */
  GArray *ranges; /* EntRange */
  EntIssues *issues;
  GPtrArray *conflicts;
};

/* Recomputed by prepare() from other columns: neither a conflict nor worth undoing by itself. */
static inline gboolean
ent_apply_is_derived (const EntColumn *column)
{
  return column->flags & ENT_COLUMN_HIDDEN && column->flags & (ENT_COLUMN_SORT | ENT_COLUMN_SEARCH);
}

/* FALSE with @error when the engine took the whole act back by itself; going on would write outside
 * of any act. */
gboolean ent_apply_check_open (EntApply *self, GError **error);
/* Which record's history and words a record belongs to: itself or, through owners, another. */
void ent_apply_find_root (EntApply *self,
                          gpointer record,
                          const EntSchema **root_schema,
                          gint64 *root_id);
void ent_apply_touch (EntApply *self, gpointer record, gboolean is_new);
gpointer ent_apply_read (EntApply *self, const EntSchema *schema, gint64 id, GError **error);
/* Writes columns of @mask without validation. */
gboolean ent_apply_write_insert (EntApply *self,
                                 gpointer record,
                                 gint64 id,
                                 gint64 version,
                                 GError **error);
gboolean ent_apply_write_update (EntApply *self, gpointer record, guint64 mask, GError **error);
gboolean ent_apply_write_delete (EntApply *self, gpointer record, GError **error);

/* Records that are final (ent-apply-final.c): whether a change of one stays for good, and whether
 * it may be made. @mask: the columns that an update changes. */
gboolean ent_apply_is_lasting (const EntSchema *schema, EntAction action, guint64 mask);
gboolean ent_apply_allow_update (EntApply *self,
                                 const EntSchema *schema,
                                 guint64 mask,
                                 GError **error);
gboolean ent_apply_allow_delete (const EntSchema *schema, GError **error);
gboolean ent_apply_allow_undo (const EntSchema *schema,
                               EntAction action,
                               guint64 mask,
                               GError **error);
/* FALSE, with the sentence why an owner of @n final records stays. */
gboolean ent_apply_fail_owned (const EntSchema *owned, guint n, GError **error);

/* The trail (ent-audit.c). NULL for a side that does not exist. */
gboolean ent_audit_write (EntApply *self,
                          EntAction action,
                          gpointer before,
                          gpointer after,
                          guint64 mask,
                          GError **error);
gboolean ent_audit_flush_ranges (EntApply *self, GError **error);
char *ent_audit_values_to_text (const EntSchema *schema, gpointer record, guint64 mask);

/* Everything of commit but freeing: the caller looks at what was touched, then frees. */
gboolean ent_apply_finish (EntApply *self, GError **error);
void ent_apply_free (EntApply *self);

/* What listeners are told; transfer full (element-type "table:id"). */
GHashTable *ent_apply_steal_touched (EntApply *self);
GHashTable *ent_apply_steal_schemas (EntApply *self);

G_END_DECLS
