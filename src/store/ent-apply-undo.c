/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reverse of an earlier act, written as a new act: history is never rewritten. Thread of the
 * connection. */

#include <glib/gi18n-lib.h>

#include "ent-apply-private.h"
#include "ent-error.h"
#include "ent-module.h"

/* An act of more changes than this is undone and told of as a whole. */
#define MANY 1000

/* One row of the trail, copied out so that the statement is free while we write. */
typedef struct
{
  const EntSchema *schema;
  gint64 record_id;
  gint64 last_id;
  char action;
  char *before;
  char *after;
} TrailRow;

static void
trail_row_free (TrailRow *self)
{
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static gboolean
fail_conflict (GError **error)
{
  g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONFLICT,
                       _ ("This cannot be undone: what it concerned was changed since. Undo the "
                          "later change first."));
  return FALSE;
}

/* What the database's rules forbid now was possible then: something changed since. */
static gboolean
fail_constraint (GError **local_error, GError **error)
{
  if (g_error_matches (*local_error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT))
    return fail_conflict (error);
  g_propagate_error (error, g_steal_pointer (local_error));
  return FALSE;
}

static TrailRow *
next_row (EntApply *self, gint64 set_id, gint64 *below, GError **error)
{
  g_autoptr (EntRows) rows = ent_db_query (
      self->db,
      "SELECT id, schema_no, record_id, coalesce (last_id, 0), action, before, after FROM audit "
      "WHERE set_id = $1 AND id < $2 ORDER BY id DESC LIMIT 1",
      ENT_ARGS (ent_int (set_id), ent_int (*below)), error);
  TrailRow *row;

  if (rows == NULL || !ent_rows_next (rows, error))
    return NULL;

  *below = ent_rows_int (rows, 0);
  row = g_new0 (TrailRow, 1);
  row->schema = ent_registry_schema_by_number ((guint) ent_rows_int (rows, 1));
  row->record_id = ent_rows_int (rows, 2);
  row->last_id = ent_rows_int (rows, 3);
  row->action = *ent_rows_text (rows, 4);
  row->before = g_strdup (ent_rows_text (rows, 5));
  row->after = g_strdup (ent_rows_text (rows, 6));
  return row;
}

/* Whether derived columns are all that differs. */
static gboolean
same_but_derived (gpointer a, gpointer b)
{
  const EntSchema *schema = ent_record_get_schema (a);
  guint64 mask = ent_record_compare (a, b);

  for (guint i = 0; i < schema->n_columns; i++)
    if (mask >> i & 1 && !ent_apply_is_derived (&schema->columns[i]))
      return FALSE;

  return TRUE;
}

static gboolean
undo_update (EntApply *self, const TrailRow *row, GError **error)
{
  g_autoptr (GObject) current = ent_apply_read (self, row->schema, row->record_id, error);
  g_autoptr (GObject) expected = NULL;
  g_autoptr (GObject) restored = NULL;
  g_autoptr (GError) local_error = NULL;
  guint64 mask;

  if (current == NULL)
    return FALSE;

  expected = ent_record_dup (current);
  if (ent_audit_text_to_record (row->after, expected) == 0 || !same_but_derived (current, expected))
    return fail_conflict (error);

  restored = ent_record_dup (current);
  ent_audit_text_to_record (row->before, restored);
  if (row->schema->prepare != NULL)
    row->schema->prepare (ENT_RECORD (restored));
  mask = ent_record_compare (current, restored);
  if (mask == 0)
    return TRUE;
  if (!ent_apply_write_update (self, restored, mask, &local_error))
    return fail_constraint (&local_error, error);
  ent_apply_touch (self, current, FALSE);
  ent_apply_touch (self, restored, FALSE);
  return ent_audit_write (self, ENT_ACTION_UPDATE, current, restored, mask, error);
}

static gboolean
undo_delete (EntApply *self, const TrailRow *row, GError **error)
{
  g_autoptr (GObject) record = ent_record_new (row->schema->type ());
  g_autoptr (GError) local_error = NULL;

  if (row->before == NULL || ent_audit_text_to_record (row->before, record) == 0)
    return fail_conflict (error);
  if (!ent_apply_write_insert (self, record, row->record_id, 1, &local_error))
    return fail_constraint (&local_error, error);
  ent_apply_touch (self, record, FALSE);
  return ent_audit_write (self, ENT_ACTION_INSERT, NULL, record, G_MAXUINT64, error);
}

/* By an act that is still in force. */
static gboolean
was_changed_since (EntApply *self, const EntSchema *schema, gint64 id, gint64 set_id)
{
  return ent_db_number (self->db,
                        "SELECT count(*) FROM audit a JOIN change_set c ON c.id = a.set_id "
                        "WHERE a.set_id > $1 AND a.set_id <> $2 AND a.schema_no = $3 "
                        "AND a.record_id = $4 AND c.undone_by IS NULL AND c.undoes IS NULL",
                        ENT_ARGS (ent_int (set_id), ent_int (self->set_id),
                                  ent_int (schema->number), ent_int (id)),
                        1) > 0;
}

/* Nothing is taken along: whatever was attached since must be undone first, which the database's
 * references see to. */
static gboolean
undo_insert (EntApply *self, const EntSchema *schema, gint64 id, gint64 set_id, GError **error)
{
  g_autoptr (GObject) current = ent_apply_read (self, schema, id, error);
  g_autoptr (GError) local_error = NULL;

  if (current == NULL)
    return FALSE;
  if (ent_record_get_version (current) > 1 && was_changed_since (self, schema, id, set_id))
    return fail_conflict (error);

  ent_apply_touch (self, current, FALSE);
  if (!ent_audit_write (self, ENT_ACTION_DELETE, current, NULL, G_MAXUINT64, error))
    return FALSE;
  return ent_apply_write_delete (self, current, &local_error) ||
         fail_constraint (&local_error, error);
}

static gboolean
allow_final (const TrailRow *row, GError **error)
{
  g_autoptr (GObject) image = ent_record_new (row->schema->type ());
  guint64 mask = row->action == 'U' ? ent_audit_text_to_record (row->after, image) : 0;

  return ent_apply_allow_undo (row->schema,
                               row->action == 'U' ? ENT_ACTION_UPDATE : ENT_ACTION_INSERT, mask,
                               error);
}

static gboolean
undo_row (EntApply *self, const TrailRow *row, gint64 set_id, GError **error)
{
  if (row->schema == NULL)
    return fail_conflict (error);
  if (row->schema->is_final && !allow_final (row, error))
    return FALSE;
  if (row->action == 'U')
    return undo_update (self, row, error);
  if (row->action == 'D')
    return undo_delete (self, row, error);

  for (gint64 id = MAX (row->record_id, row->last_id); id >= row->record_id; id--)
    if (!undo_insert (self, row->schema, id, set_id, error))
      return FALSE;
  return TRUE;
}

/* An act that was itself an undo puts the first act back in force: that is what redo is. */
static gboolean
link_acts (EntApply *self, gint64 set_id, GError **error)
{
  return ent_db_execute (self->db,
                         "UPDATE change_set SET undone_by = NULL WHERE id = "
                         "(SELECT undoes FROM change_set WHERE id = $1)",
                         ENT_ARGS (ent_int (set_id)), NULL, error) &&
         ent_db_execute (self->db, "UPDATE change_set SET undone_by = $1 WHERE id = $2",
                         ENT_ARGS (ent_int (self->set_id), ent_int (set_id)), NULL, error) &&
         ent_db_execute (self->db, "UPDATE change_set SET undoes = $2 WHERE id = $1",
                         ENT_ARGS (ent_int (self->set_id), ent_int (set_id)), NULL, error);
}

gboolean
ent_apply_undo (EntApply *self, gint64 set_id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 below = G_MAXINT64;

  if (!ent_apply_check_open (self, error))
    return FALSE;
  if (ent_db_number (self->db,
                     "SELECT count(*) FROM change_set WHERE id = $1 AND undone_by IS NULL",
                     ENT_ARGS (ent_int (set_id)), 0) == 0)
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND,
                           _ ("This was undone already."));
      return FALSE;
    }
  self->bulk = ent_db_number (self->db, "SELECT n_changes FROM change_set WHERE id = $1",
                              ENT_ARGS (ent_int (set_id)), 0) > MANY;

  while (TRUE)
    {
      TrailRow *row = next_row (self, set_id, &below, &local_error);
      gboolean ok;

      if (row == NULL)
        break;
      ok = undo_row (self, row, set_id, error);
      trail_row_free (row);
      if (!ok)
        return FALSE;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return link_acts (self, set_id, error);
}
