/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the trail. Reading thread. */

#include "ent-history.h"

#include "ent-apply-private.h"
#include "ent-module.h"
#include "ent-sql.h"

static void
field_free (EntHistoryField *self)
{
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

void
ent_history_entry_free (EntHistoryEntry *self)
{
  g_free (self->author);
  g_free (self->label);
  g_free (self->summary);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

static char *
display_or_null (gpointer record, guint column)
{
  if (record == NULL || ent_record_is_empty (record, column))
    return NULL;
  return ent_record_display (record, ent_record_get_schema (record)->columns[column].name);
}

/* A reference is told by the name of what it refers to, as it is called today. */
static char *
display_reference (EntDb *db, const EntColumn *column, gpointer record)
{
  gint64 id = record != NULL ? G_STRUCT_MEMBER (gint64, record, column->offset) : 0;
  g_autoptr (GPtrArray) found = NULL;

  if (id == 0)
    return NULL;
  found = ent_sql_load (db, ent_schema_for_type (column->type ()), "WHERE id = $1",
                        ENT_ARGS (ent_int (id)), NULL);
  if (found == NULL || found->len == 0)
    return g_strdup_printf ("#%" G_GINT64_FORMAT, id);
  return ent_record_get_summary (g_ptr_array_index (found, 0));
}

static void
add_fields (EntHistoryEntry *entry, EntDb *db, gpointer before, gpointer after, guint64 mask)
{
  for (guint i = 0; i < entry->schema->n_columns; i++)
    {
      const EntColumn *column = &entry->schema->columns[i];
      EntHistoryField *field;

      if (!(mask >> i & 1) || column->flags & (ENT_COLUMN_HIDDEN | ENT_COLUMN_OWNER))
        continue;
      field = g_new0 (EntHistoryField, 1);
      field->column = column;
      if (column->kind == ENT_KIND_REF)
        {
          field->before = display_reference (db, column, before);
          field->after = display_reference (db, column, after);
        }
      else
        {
          field->before = display_or_null (before, i);
          field->after = display_or_null (after, i);
        }
      if (field->before == NULL && field->after == NULL)
        field_free (field);
      else
        g_ptr_array_add (entry->fields, field);
    }
}

static EntAction
action_of (const char *letter)
{
  return *letter == 'I'   ? ENT_ACTION_INSERT
         : *letter == 'U' ? ENT_ACTION_UPDATE
                          : ENT_ACTION_DELETE;
}

static void
describe (EntHistoryEntry *entry, EntDb *db, const char *before_text, const char *after_text)
{
  g_autoptr (GObject) before = NULL;
  g_autoptr (GObject) after = NULL;
  g_autoptr (GPtrArray) now = NULL;
  guint64 mask = 0;

  if (before_text != NULL)
    {
      before = ent_record_new (entry->schema->type ());
      mask |= ent_audit_text_to_record (before_text, before);
    }
  if (after_text != NULL)
    {
      after = ent_record_new (entry->schema->type ());
      mask |= ent_audit_text_to_record (after_text, after);
    }
  add_fields (entry, db, before, after, mask);
  entry->is_lasting = ent_apply_is_lasting (entry->schema, entry->action, mask);

  if (entry->action == ENT_ACTION_DELETE && before != NULL)
    {
      entry->summary = ent_record_get_summary (before);
      return;
    }
  now = ent_sql_load (db, entry->schema, "WHERE id = $1", ENT_ARGS (ent_int (entry->record_id)),
                      NULL);
  entry->summary = now != NULL && now->len > 0 ? ent_record_get_summary (g_ptr_array_index (now, 0))
                                               : NULL;
}

/* Columns: set id, at, author, label, schema, record, action, undone, before, after. */
#define TRAIL_COLUMNS(record) \
  "c.id, c.at, c.author, c.label, a.schema_no, " record \
  ", a.action, c.undone_by IS NOT NULL, a.before, a.after, c.n_changes"

static EntHistoryEntry *
read_entry (EntRows *rows, char **before, char **after)
{
  const EntSchema *schema = ent_registry_schema_by_number ((guint) ent_rows_int (rows, 4));
  EntHistoryEntry *entry;

  if (schema == NULL)
    return NULL;

  entry = g_new0 (EntHistoryEntry, 1);
  entry->set_id = ent_rows_int (rows, 0);
  entry->at = ent_rows_int (rows, 1);
  entry->author = g_strdup (ent_rows_text (rows, 2));
  entry->label = g_strdup (ent_rows_text (rows, 3));
  entry->schema = schema;
  entry->record_id = ent_rows_int (rows, 5);
  entry->action = action_of (ent_rows_text (rows, 6));
  entry->undone = ent_rows_int (rows, 7) != 0;
  entry->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) field_free);
  *before = g_strdup (ent_rows_text (rows, 8));
  *after = g_strdup (ent_rows_text (rows, 9));
  entry->n_changes = (guint) ent_rows_int (rows, 10);
  return entry;
}

static GPtrArray *
read_entries (EntDb *db, const char *sql, const EntValue *args, gsize n_args, GError **error)
{
  g_autoptr (GPtrArray)
                entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_history_entry_free);
  g_autoptr (EntRows) rows = ent_db_query (db, sql, args, n_args, error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return NULL;

  while (ent_rows_next (rows, &local_error))
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      EntHistoryEntry *entry = read_entry (rows, &before, &after);

      if (entry == NULL)
        continue;
      describe (entry, db, before, after);
      g_ptr_array_add (entries, entry);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&entries);
}

GPtrArray *
ent_history_read (EntDb *db, const EntSchema *schema, gint64 id, guint limit, GError **error)
{
  return read_entries (db,
                       "SELECT " TRAIL_COLUMNS ("CASE WHEN a.last_id IS NULL THEN a.record_id ELSE "
                                                "$2 END") " FROM audit a JOIN change_set c ON c.id "
                                                          "= a.set_id WHERE a.id IN "
                                                          "(SELECT id FROM audit WHERE root_no = "
                                                          "$1 AND root_id = $2 UNION "
                                                          " SELECT id FROM audit WHERE schema_no = "
                                                          "$1 AND record_id <= $2 AND last_id >= "
                                                          "$2) "
                                                          "ORDER BY a.id DESC LIMIT $3",
                       ENT_ARGS (ent_int (schema->number), ent_int (id), ent_int (limit)), error);
}

GPtrArray *
ent_history_read_trash (EntDb *db, gint64 since, guint limit, GError **error)
{
  return read_entries (
      db,
      "SELECT " TRAIL_COLUMNS (
          "a.record_id") " FROM change_set c JOIN audit a ON a.id = "
                         "(SELECT max (id) FROM audit WHERE set_id = c.id AND action = 'D') "
                         "WHERE c.at >= $1 AND c.undone_by IS NULL AND c.undoes IS NULL "
                         "ORDER BY c.id DESC LIMIT $2",
      ENT_ARGS (ent_int (since), ent_int (limit)), error);
}

GPtrArray *
ent_history_read_acts (EntDb *db, guint limit, GError **error)
{
  return read_entries (db,
                       "SELECT " TRAIL_COLUMNS (
                           "a.record_id") " FROM change_set c JOIN audit a ON a.id = "
                                          "(SELECT min (id) FROM audit WHERE set_id = c.id) "
                                          "WHERE c.id > (SELECT min (id) FROM change_set) ORDER BY "
                                          "c.id DESC LIMIT $1",
                       ENT_ARGS (ent_int (limit)), error);
}
