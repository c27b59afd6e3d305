/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one write path: validation, optimistic lock, audit, search index, all inside one transaction.
 * Runs on the thread that owns the connection. Interactive acts come here through
 * ent_store_apply_async(); imports and the demo generator stream changes into it. */

#pragma once

#include "ent-change.h"
#include "ent-db.h"

G_BEGIN_DECLS

typedef struct _EntApply EntApply;

/* Begins the transaction. @author is the name written in the history. */
EntApply *ent_apply_begin (EntDb *db, const char *label, const char *author, GError **error);
/* For thousands of inserts at once: the history tells of them as ranges, and listeners hear only
 * that everything changed. */
void ent_apply_set_bulk (EntApply *self, gboolean bulk);
/* Inserts the draft and gives it its real id. FALSE with ENT_STORE_ERROR_INVALID leaves the
 * transaction usable: the record is not written, ent_apply_get_issues() tells why. */
gboolean ent_apply_insert (EntApply *self, gpointer draft, GError **error);
gboolean ent_apply_update (EntApply *self, gpointer original, gpointer draft, GError **error);
/* Deletes the row and, first, the rows that cascade from it. */
gboolean ent_apply_delete (EntApply *self, const EntSchema *schema, gint64 id, GError **error);
/* Any change; provisional ids of references are resolved within this act. */
gboolean ent_apply_change (EntApply *self, EntChange *change, GError **error);
/* Writes the reverse of an earlier act. */
gboolean ent_apply_undo (EntApply *self, gint64 set_id, GError **error);
/* Reads one record as it stands inside the transaction; transfer full, NULL when absent. */
gpointer ent_apply_load (EntApply *self, const EntSchema *schema, gint64 id, GError **error);
/* Writes a setting of the centre. */
gboolean ent_apply_set_setting (EntApply *self,
                                const char *name,
                                const char *value,
                                GError **error);
EntDb *ent_apply_get_db (EntApply *self);
gint64 ent_apply_get_id (EntApply *self);
guint64 ent_apply_n_changes (EntApply *self);
EntIssues *ent_apply_get_issues (EntApply *self);
GPtrArray *ent_apply_get_conflicts (EntApply *self);
gint64 ent_apply_resolve (EntApply *self, gint64 provisional_id);
/* Ends the transaction and frees. The number of the act is returned by ent_apply_get_id() before.
 */
gboolean ent_apply_commit (EntApply *self, GError **error);
/* Takes everything back and frees. */
void ent_apply_abort (EntApply *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntApply, ent_apply_abort)

G_END_DECLS
