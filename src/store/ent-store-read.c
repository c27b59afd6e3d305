/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shared records: handing them out, filling them soon, filling them again after a change. Main
 * thread, reading on the read lane. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ent-error.h"
#include "ent-row-set.h"
#include "ent-sql.h"
#include "ent-store-private.h"

/* The size of one read; ent_row_set_read_ids() takes no more. */
#define BATCH 64

typedef struct
{
  const EntSchema *schema;
  gint64 ids[BATCH];
  guint n_ids;
} Batch;

static gpointer
read_batch (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Batch *batch = data;

  return ent_row_set_read_ids (db, batch->schema, batch->ids, batch->n_ids, error);
}

static void
fill_shared (EntStore *self, const EntSchema *schema, EntRowSet *rows)
{
  for (guint i = 0; i < ent_row_set_n_rows (rows); i++)
    {
      gpointer record = ent_identity_peek (self->identity, schema->type (),
                                           ent_row_set_get_id (rows, i));

      if (record != NULL)
        ent_row_set_fill (rows, i, record);
    }
}

/* Records that are held but not there any more become hollow again, which their watchers hear. */
static void
hollow_missing (EntStore *self, const Batch *batch, EntRowSet *rows)
{
  for (guint i = 0; i < batch->n_ids; i++)
    {
      gpointer record = ent_identity_peek (self->identity, batch->schema->type (), batch->ids[i]);
      gboolean found = FALSE;

      for (guint j = 0; j < ent_row_set_n_rows (rows) && !found; j++)
        found = ent_row_set_get_id (rows, j) == batch->ids[i];
      if (!found && record != NULL && ent_record_is_loaded (record))
        ent_record_set_loaded (record, FALSE);
    }
}

static void
batch_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntStore *self = ENT_STORE (source);
  Batch *batch = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRowSet) rows = ent_store_run_finish (self, result, &error);

  if (rows != NULL)
    {
      fill_shared (self, batch->schema, rows);
      hollow_missing (self, batch, rows);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("%s: a batch was not read: %s", batch->schema->table, error->message);
  g_free (batch);
}

static void
request_batch (EntStore *self, const EntSchema *schema, const gint64 *ids, guint n_ids)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->schema = schema;
  batch->n_ids = n_ids;
  memcpy (batch->ids, ids, n_ids * sizeof *ids);
  ent_store_run_async (self, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_batch, batch, NULL,
                       (GDestroyNotify) ent_row_set_free, NULL, batch_read_cb, batch);
}

static void
request_all (EntStore *self, const EntSchema *schema, GArray *ids)
{
  for (guint first = 0; first < ids->len; first += BATCH)
    request_batch (self, schema, &g_array_index (ids, gint64, first),
                   MIN (BATCH, ids->len - first));
}

static gboolean
read_wanted_cb (gpointer data)
{
  EntStore *self = data;
  GHashTableIter iter;
  gpointer type, ids;

  self->wanted_source = 0;
  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &type, &ids))
    {
      request_all (self, ent_schema_for_type (GPOINTER_TO_SIZE (type)), ids);
      g_hash_table_iter_remove (&iter);
    }
  return G_SOURCE_REMOVE;
}

static void
want (EntStore *self, GType type, gint64 id)
{
  GArray *ids = g_hash_table_lookup (self->wanted, GSIZE_TO_POINTER (type));

  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->wanted, GSIZE_TO_POINTER (type), ids);
    }
  g_array_append_val (ids, id);
  if (self->wanted_source == 0)
    self->wanted_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, read_wanted_cb, self, NULL);
}

void
ent_store_forget_wanted (EntStore *self)
{
  g_clear_handle_id (&self->wanted_source, g_source_remove);
  g_hash_table_remove_all (self->wanted);
}

gpointer
ent_store_peek (EntStore *self, GType type, gint64 id)
{
  gpointer record;

  g_return_val_if_fail (id > 0, NULL);

  record = ent_identity_get (self->identity, type, id);
  if (!ent_record_is_loaded (record))
    want (self, type, id);
  return record;
}

/* For list models, which read whole pages themselves. */
gpointer
ent_store_peek_hollow (EntStore *self, GType type, gint64 id)
{
  return ent_identity_get (self->identity, type, id);
}

void
ent_store_fill (EntStore *self, const EntSchema *schema, EntRowSet *rows)
{
  fill_shared (self, schema, rows);
}

typedef struct
{
  GType type;
  gint64 id;
} LoadData;

static gpointer
read_one (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  LoadData *load = data;
  EntRowSet *rows = ent_row_set_read_ids (db, ent_schema_for_type (load->type), &load->id, 1,
                                          error);

  if (rows != NULL && ent_row_set_n_rows (rows) == 0)
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND,
                           _ ("This record is not there any more."));
      g_clear_pointer (&rows, ent_row_set_free);
    }
  return rows;
}

static void
one_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  EntStore *self = ENT_STORE (source);
  LoadData *load = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (EntRowSet) rows = ent_store_run_finish (self, result, &error);
  gpointer record;

  if (rows == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  record = ent_identity_get (self->identity, load->type, load->id);
  ent_row_set_fill (rows, 0, record);
  g_task_return_pointer (task, record, g_object_unref);
}

void
ent_store_load_async (EntStore *self,
                      GType type,
                      gint64 id,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  LoadData *load = g_new0 (LoadData, 1);

  load->type = type;
  load->id = id;
  g_task_set_source_tag (task, ent_store_load_async);
  g_task_set_task_data (task, load, g_free);
  ent_store_run_async (self, ENT_LANE_READ, G_PRIORITY_HIGH, read_one, load, NULL,
                       (GDestroyNotify) ent_row_set_free, cancellable, one_read_cb,
                       g_steal_pointer (&task));
}

gpointer
ent_store_load_finish (EntStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Shared records that the act touched are read again; those who watch them hear "notify". */
static void
reread_touched (EntStore *self, EntWritten *written)
{
  g_autoptr (GPtrArray) held = ent_identity_list (self->identity);
  g_autoptr (GHashTable) by_schema = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL,
                                                           (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer schema, ids;

  for (guint i = 0; i < held->len; i++)
    {
      gpointer record = g_ptr_array_index (held, i);
      const EntSchema *own = ent_record_get_schema (record);
      gint64 id = ent_record_get_id (record);
      g_autofree char *key = g_strdup_printf ("%s:%" G_GINT64_FORMAT, own->table, id);
      GArray *list;

      if (!written->bulk && !g_hash_table_contains (written->touched, key))
        continue;
      list = g_hash_table_lookup (by_schema, own);
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (gint64));
          g_hash_table_insert (by_schema, (gpointer) own, list);
        }
      g_array_append_val (list, id);
    }

  g_hash_table_iter_init (&iter, by_schema);
  while (g_hash_table_iter_next (&iter, &schema, &ids))
    request_all (self, schema, ids);
}

void
ent_store_publish (EntStore *self, EntWritten *written)
{
  EntNews news = { .everything = written->bulk };

  reread_touched (self, written);
  news.schemas = g_hash_table_get_keys_as_ptr_array (written->schemas);
  news.records = written->touched;
  ent_store_emit_news (self, &news);
  g_ptr_array_unref (news.schemas);
}
