/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one write path: beginning and ending an act, and what it does to one record. Thread of the
 * connection. */

#include <glib/gi18n-lib.h>

#include "ent-apply-private.h"
#include "ent-date.h"
#include "ent-error.h"
#include "ent-module.h"
#include "ent-search.h"
#include "ent-sql.h"

EntApply *
ent_apply_begin (EntDb *db, const char *label, const char *author, GError **error)
{
  EntApply *self;

  if (!ent_db_begin (db, error))
    return NULL;
  if (!ent_db_execute (db, "INSERT INTO change_set (at, author, label) VALUES ($1, $2, $3)",
                       ENT_ARGS (ent_int (ent_stamp_now ()), ent_text (author), ent_text (label)),
                       NULL, error))
    {
      ent_db_rollback (db);
      return NULL;
    }

  self = g_new0 (EntApply, 1);
  self->db = db;
  self->set_id = ent_db_last_id (db);
  self->resolved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->roots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->schemas = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->ranges = g_array_new (FALSE, FALSE, sizeof (EntRange));
  return self;
}

void
ent_apply_free (EntApply *self)
{
  g_hash_table_unref (self->resolved);
  g_hash_table_unref (self->roots);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->schemas, g_hash_table_unref);
  g_array_unref (self->ranges);
  g_clear_pointer (&self->issues, ent_issues_free);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_free (self);
}

void
ent_apply_set_bulk (EntApply *self, gboolean bulk)
{
  self->bulk = bulk;
}

void
ent_apply_find_root (EntApply *self,
                     gpointer record,
                     const EntSchema **root_schema,
                     gint64 *root_id)
{
  const EntSchema *schema = ent_record_get_schema (record);
  const EntColumn *owner = ent_schema_owner (schema);
  gint64 id = ent_record_get_id (record);

  *root_schema = schema;
  *root_id = id;
  if (owner == NULL)
    return;

  id = G_STRUCT_MEMBER (gint64, record, owner->offset);
  while (owner != NULL && id > 0)
    {
      g_autofree char *sql = NULL;

      schema = ent_schema_for_type (owner->type ());
      *root_schema = schema;
      *root_id = id;
      owner = ent_schema_owner (schema);
      if (owner == NULL)
        break;
      sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = $1", owner->name, schema->table);
      id = ent_db_number (self->db, sql, ENT_ARGS (ent_int (id)), 0);
    }
}

static void
note_touched (EntApply *self, const EntSchema *schema, gint64 id)
{
  g_hash_table_add (self->schemas, (gpointer) schema);
  if (!self->bulk)
    g_hash_table_add (self->touched, g_strdup_printf ("%s:%" G_GINT64_FORMAT, schema->table, id));
}

static void
note_words (EntApply *self, const EntSchema *schema, gint64 id, gboolean is_new)
{
  gint64 key = (gint64) schema->number << 40 | id;

  if (!g_hash_table_contains (self->roots, &key))
    g_hash_table_insert (self->roots, g_memdup2 (&key, sizeof key),
                         GINT_TO_POINTER (is_new ? 1 : 2));
}

/* Whatever a record refers to may show something computed from it, so all of it is told. */
void
ent_apply_touch (EntApply *self, gpointer record, gboolean is_new)
{
  const EntSchema *schema = ent_record_get_schema (record);
  const EntSchema *root_schema;
  gint64 root_id;

  ent_apply_find_root (self, record, &root_schema, &root_id);
  note_touched (self, schema, ent_record_get_id (record));
  note_touched (self, root_schema, root_id);
  for (guint i = 0; i < schema->n_columns; i++)
    if (schema->columns[i].kind == ENT_KIND_REF)
      {
        gint64 id = G_STRUCT_MEMBER (gint64, record, schema->columns[i].offset);

        if (id > 0)
          note_touched (self, ent_schema_for_type (schema->columns[i].type ()), id);
      }

  note_words (self, root_schema, root_id, is_new && root_schema == schema);
  if (schema != root_schema && schema->found != ENT_FOUND_WITH_OWNER)
    note_words (self, schema, ent_record_get_id (record), is_new);
}

gboolean
ent_apply_check_open (EntApply *self, GError **error)
{
  if (ent_db_in_transaction (self->db))
    return TRUE;

  g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED,
                       _ ("The act was interrupted and nothing of it was kept. Try again."));
  return FALSE;
}

gpointer
ent_apply_read (EntApply *self, const EntSchema *schema, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) records = ent_sql_load (self->db, schema, "WHERE id = $1",
                                               ENT_ARGS (ent_int (id)), error);

  if (records == NULL)
    return NULL;
  if (records->len == 0)
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND,
                           _ ("This record is not there any more."));
      return NULL;
    }
  return g_object_ref (g_ptr_array_index (records, 0));
}

gpointer
ent_apply_load (EntApply *self, const EntSchema *schema, gint64 id, GError **error)
{
  return ent_apply_read (self, schema, id, error);
}

static gboolean
fail_invalid (EntApply *self, GError **error)
{
  g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID, "%s",
               ent_issues_n (self->issues) > 0 ? ent_issues_message (self->issues, 0) : "");
  return FALSE;
}

static void
check_required (EntApply *self, gpointer record)
{
  const EntSchema *schema = ent_record_get_schema (record);

  for (guint i = 0; i < schema->n_columns; i++)
    if (schema->columns[i].flags & ENT_COLUMN_REQUIRED && ent_record_is_empty (record, i))
      ent_issues_add (self->issues, schema->columns[i].name, "%s", _ ("Fill in this field."));
}

/* The trail is JSON, which takes valid text only. */
static void
make_texts_valid (gpointer record)
{
  const EntSchema *schema = ent_record_get_schema (record);

  for (guint i = 0; i < schema->n_columns; i++)
    if (schema->columns[i].kind == ENT_KIND_TEXT)
      {
        const char *text = G_STRUCT_MEMBER (char *, record, schema->columns[i].offset);
        g_autofree char *valid = NULL;
        EntValue value;

        if (text == NULL || g_utf8_validate (text, -1, NULL))
          continue;
        valid = g_utf8_make_valid (text, -1);
        value = ent_text (valid);
        ent_record_set_value (record, i, &value);
      }
}

static gboolean
validate (EntApply *self, gpointer record, GError **error)
{
  const EntSchema *schema = ent_record_get_schema (record);

  g_clear_pointer (&self->issues, ent_issues_free);
  self->issues = ent_issues_new ();
  make_texts_valid (record);
  if (schema->prepare != NULL)
    schema->prepare (record);
  if (schema->settle != NULL)
    schema->settle (record, self->db, self->issues);
  check_required (self, record);
  if (schema->validate != NULL)
    schema->validate (record, self->issues);
  return ent_issues_n_errors (self->issues) == 0 || fail_invalid (self, error);
}

/* After the engine refused a value as not unique: says which column and who has it. */
static void
explain_constraint (EntApply *self, gpointer record, GError **error)
{
  const EntSchema *schema = ent_record_get_schema (record);

  if (!g_error_matches (*error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT))
    return;

  for (guint i = 0; i < schema->n_columns; i++)
    {
      g_autoptr (GPtrArray) others = NULL;
      g_autofree char *tail = NULL;
      g_autofree char *summary = NULL;
      EntValue value;

      if (!(schema->columns[i].flags & ENT_COLUMN_UNIQUE))
        continue;
      tail = g_strdup_printf ("WHERE %s = $1 AND id <> $2", schema->columns[i].name);
      ent_record_get_value (record, i, &value);
      others = ent_sql_load (self->db, schema, tail,
                             ENT_ARGS (value, ent_int (ent_record_get_id (record))), NULL);
      ent_value_clear (&value);
      if (others == NULL || others->len == 0)
        continue;

      summary = ent_record_get_summary (g_ptr_array_index (others, 0));
      ent_issues_add (self->issues, schema->columns[i].name, _ ("Already used by %s."), summary);
      g_clear_error (error);
      fail_invalid (self, error);
      return;
    }
}

gboolean
ent_apply_insert (EntApply *self, gpointer draft, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!ent_apply_check_open (self, error) || !validate (self, draft, error))
    return FALSE;
  if (!ent_apply_write_insert (self, draft, 0, 1, &local_error))
    {
      explain_constraint (self, draft, &local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  self->is_lasting = self->is_lasting || ent_record_get_schema (draft)->is_final;
  ent_apply_touch (self, draft, TRUE);
  return ent_audit_write (self, ENT_ACTION_INSERT, NULL, draft, G_MAXUINT64, error);
}

/* Compares what the author saw with what stands now; a column changed to something else by somebody
 * else meanwhile is a conflict. */
static gboolean
check_conflicts (EntApply *self, const EntChange *change, gpointer current, GError **error)
{
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_conflict_free);

  for (guint i = 0; i < change->schema->n_columns; i++)
    {
      EntValue theirs;
      EntConflict *conflict;

      if (!(change->mask >> i & 1) || ent_apply_is_derived (&change->schema->columns[i]))
        continue;
      ent_record_get_value (current, i, &theirs);
      if (ent_value_equal (&theirs, &change->before[i]) ||
          ent_value_equal (&theirs, &change->after[i]))
        {
          ent_value_clear (&theirs);
          continue;
        }
      conflict = g_new0 (EntConflict, 1);
      conflict->schema = change->schema;
      conflict->id = change->id;
      conflict->column = i;
      ent_value_copy (&change->before[i], &conflict->before);
      ent_value_copy (&change->after[i], &conflict->yours);
      conflict->theirs = theirs;
      g_ptr_array_add (self->conflicts, conflict);
    }

  if (self->conflicts->len == 0)
    return TRUE;
  g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONFLICT,
                       _ ("Somebody else changed the same fields meanwhile."));
  return FALSE;
}

/* Puts the new values into the record. References to records made earlier in the same act carry
 * their provisional ids; the change itself keeps those, so that it can be tried again. */
static void
set_after (EntApply *self, const EntChange *change, gpointer record)
{
  for (guint i = 0; i < change->schema->n_columns; i++)
    {
      EntValue value = change->after[i];

      if (!(change->mask >> i & 1))
        continue;
      if (change->schema->columns[i].kind == ENT_KIND_REF && value.type == ENT_VALUE_INT)
        value.i = ent_apply_resolve (self, value.i);
      ent_record_set_value (record, i, &value);
    }
}

static gboolean
apply_update (EntApply *self, const EntChange *change, GError **error)
{
  g_autoptr (GObject) current = ent_apply_read (self, change->schema,
                                               ent_apply_resolve (self, change->id), error);
  g_autoptr (GObject) fresh = NULL;
  g_autoptr (GError) local_error = NULL;
  guint64 mask;

  /* Values are compared whatever the versions say: a record deleted and brought back begins its
   * versions anew. */
  if (current == NULL || !check_conflicts (self, change, current, error))
    return FALSE;

  fresh = ent_record_dup (current);
  set_after (self, change, fresh);
  if (!validate (self, fresh, error))
    return FALSE;

  mask = ent_record_compare (current, fresh);
  if (mask == 0)
    return TRUE;
  if (!ent_apply_allow_update (self, change->schema, mask, error))
    return FALSE;
  if (!ent_apply_write_update (self, fresh, mask, &local_error))
    {
      explain_constraint (self, fresh, &local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  ent_apply_touch (self, current, FALSE);
  ent_apply_touch (self, fresh, FALSE);
  return ent_audit_write (self, ENT_ACTION_UPDATE, current, fresh, mask, error);
}

gboolean
ent_apply_update (EntApply *self, gpointer original, gpointer draft, GError **error)
{
  g_autoptr (EntChange) change = ent_change_new (ENT_ACTION_UPDATE, original, draft);

  return change->mask == 0 ||
         (ent_apply_check_open (self, error) && apply_update (self, change, error));
}

/* @same: a record that refers to itself does not stand in its own way. */
static GArray *
referring_ids (EntApply *self,
               const EntSchema *from,
               const EntColumn *column,
               gint64 id,
               gboolean same)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = $1", from->table,
                                          column->name);
  g_autoptr (EntRows) rows = ent_db_query (self->db, sql, ENT_ARGS (ent_int (id)), NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (rows != NULL && ent_rows_next (rows, NULL))
    {
      gint64 found = ent_rows_int (rows, 0);

      if (!same || found != id)
        g_array_append_val (ids, found);
    }
  return ids;
}

/* Deletes what the record owns, and refuses when something else still refers to it. */
static gboolean
delete_referring (EntApply *self, const EntSchema *from, gint64 id, GType type, GError **error)
{
  for (guint i = 0; i < from->n_columns; i++)
    {
      const EntColumn *column = &from->columns[i];
      g_autoptr (GArray) ids = NULL;

      if (column->kind != ENT_KIND_REF || column->expression != NULL || column->type () != type)
        continue;

      ids = referring_ids (self, from, column, id, from->type () == type);
      if (ids->len > 0 && from->is_final)
        return ent_apply_fail_owned (from, ids->len, error);
      if (ids->len > 0 && !(column->flags & (ENT_COLUMN_OWNER | ENT_COLUMN_CASCADE)))
        {
          g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT,
                       /* Translators: the second is a kind of record, like “Relations” */
                       _ ("This cannot be deleted: %u × “%s” still refer to it. Change those "
                          "first."),
                       ids->len, _ (from->plural));
          return FALSE;
        }
      for (guint j = 0; j < ids->len; j++)
        if (!ent_apply_delete (self, from, g_array_index (ids, gint64, j), error))
          return FALSE;
    }
  return TRUE;
}

gboolean
ent_apply_delete (EntApply *self, const EntSchema *schema, gint64 id, GError **error)
{
  g_autoptr (GObject) record = NULL;
  const EntSchema *const *all = ent_registry_schemas ();

  if (!ent_apply_check_open (self, error) || !ent_apply_allow_delete (schema, error))
    return FALSE;
  record = ent_apply_read (self, schema, id, error);
  if (record == NULL)
    return FALSE;
  for (guint i = 0; all[i] != NULL; i++)
    if (!delete_referring (self, all[i], id, schema->type (), error))
      return FALSE;

  ent_apply_touch (self, record, FALSE);
  return ent_audit_write (self, ENT_ACTION_DELETE, record, NULL, G_MAXUINT64, error) &&
         ent_apply_write_delete (self, record, error);
}

gboolean
ent_apply_change (EntApply *self, EntChange *change, GError **error)
{
  g_autoptr (GObject) draft = NULL;
  gint64 real;

  if (!ent_apply_check_open (self, error))
    return FALSE;
  switch (change->action)
    {
    case ENT_ACTION_UPDATE:
      return apply_update (self, change, error);
    case ENT_ACTION_DELETE:
      return ent_apply_delete (self, change->schema, ent_apply_resolve (self, change->id), error);
    case ENT_ACTION_INSERT:
    default:
      draft = ent_record_new (change->schema->type ());
      set_after (self, change, draft);
      if (!ent_apply_insert (self, draft, error))
        return FALSE;
      real = ent_record_get_id (draft);
      g_hash_table_insert (self->resolved, g_memdup2 (&change->id, sizeof change->id),
                           g_memdup2 (&real, sizeof real));
      return TRUE;
    }
}

gint64
ent_apply_resolve (EntApply *self, gint64 provisional_id)
{
  gint64 *real = g_hash_table_lookup (self->resolved, &provisional_id);

  return provisional_id >= 0 ? provisional_id : real != NULL ? *real : 0;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  gint64 left = **(gint64 *const *) a;
  gint64 right = **(gint64 *const *) b;

  return left < right ? -1 : left > right;
}

/* In ascending order: at every step back FTS5 writes out all it has gathered so far. */
static gboolean
index_words (EntApply *self, GError **error)
{
  g_autoptr (GPtrArray) keys = g_hash_table_get_keys_as_ptr_array (self->roots);

  g_ptr_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    {
      gint64 *key = g_ptr_array_index (keys, i);
      const EntSchema *schema = ent_registry_schema_by_number ((guint) (*key >> 40));
      gint64 id = *key & ((G_GINT64_CONSTANT (1) << 40) - 1);
      int kind = GPOINTER_TO_INT (g_hash_table_lookup (self->roots, key));

      if (!ent_search_index (self->db, schema, id, kind == 1, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ent_apply_finish (EntApply *self, GError **error)
{
  return ent_apply_check_open (self, error) && ent_audit_flush_ranges (self, error) &&
         index_words (self, error) &&
         ent_db_execute (self->db, "UPDATE change_set SET n_changes = $1 WHERE id = $2",
                         ENT_ARGS (ent_int ((gint64) self->n_changes), ent_int (self->set_id)),
                         NULL, error) &&
         ent_db_commit (self->db, error);
}

gboolean
ent_apply_commit (EntApply *self, GError **error)
{
  if (!ent_apply_finish (self, error))
    {
      ent_apply_abort (self);
      return FALSE;
    }
  ent_apply_free (self);
  return TRUE;
}

void
ent_apply_abort (EntApply *self)
{
  if (self == NULL)
    return;
  ent_db_rollback (self->db);
  ent_apply_free (self);
}

EntDb *
ent_apply_get_db (EntApply *self)
{
  return self->db;
}

gint64
ent_apply_get_id (EntApply *self)
{
  return self->set_id;
}

guint64
ent_apply_n_changes (EntApply *self)
{
  return self->n_changes;
}

EntIssues *
ent_apply_get_issues (EntApply *self)
{
  return self->issues;
}

GPtrArray *
ent_apply_get_conflicts (EntApply *self)
{
  return self->conflicts;
}

EntIssues *
ent_apply_steal_issues (EntApply *self)
{
  return g_steal_pointer (&self->issues);
}

GPtrArray *
ent_apply_steal_conflicts (EntApply *self)
{
  return g_steal_pointer (&self->conflicts);
}

GHashTable *
ent_apply_steal_touched (EntApply *self)
{
  return g_steal_pointer (&self->touched);
}

GHashTable *
ent_apply_steal_schemas (EntApply *self)
{
  return g_steal_pointer (&self->schemas);
}
