/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store: opening, workers, news, settings. Main thread. */

#include "ent-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ent-error.h"
#include "ent-store-private.h"

enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntStore, ent_store, G_TYPE_OBJECT)

gboolean
ent_news_touches (const EntNews *self, const EntSchema *schema)
{
  return g_ptr_array_find (self->schemas, schema, NULL);
}

gboolean
ent_news_touches_record (const EntNews *self, const EntSchema *schema, gint64 id)
{
  g_autofree char *key = NULL;

  if (self->everything)
    return ent_news_touches (self, schema);
  key = g_strdup_printf ("%s:%" G_GINT64_FORMAT, schema->table, id);
  return g_hash_table_contains (self->records, key);
}

static void
clear_step (gpointer data)
{
  g_free (((EntUndoStep *) data)->label);
}

static void
ent_store_dispose (GObject *object)
{
  ent_store_close (ENT_STORE (object));
  G_OBJECT_CLASS (ent_store_parent_class)->dispose (object);
}

static void
ent_store_finalize (GObject *object)
{
  EntStore *self = ENT_STORE (object);

  ent_identity_free (self->identity);
  g_array_unref (self->undo);
  g_array_unref (self->redo);
  g_hash_table_unref (self->settings);
  g_hash_table_unref (self->wanted);
  G_OBJECT_CLASS (ent_store_parent_class)->finalize (object);
}

static void
ent_store_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  EntStore *self = ENT_STORE (object);

  if (prop_id == PROP_CAN_UNDO)
    g_value_set_boolean (value, self->undo->len > 0);
  else if (prop_id == PROP_CAN_REDO)
    g_value_set_boolean (value, self->redo->len > 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ent_store_class_init (EntStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ent_store_dispose;
  object_class->finalize = ent_store_finalize;
  object_class->get_property = ent_store_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ENT_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, g_cclosure_marshal_VOID__POINTER, G_TYPE_NONE, 1,
                                          G_TYPE_POINTER);
}

static void
ent_store_init (EntStore *self)
{
  self->identity = ent_identity_new ();
  self->undo = g_array_new (FALSE, TRUE, sizeof (EntUndoStep));
  g_array_set_clear_func (self->undo, clear_step);
  self->redo = g_array_new (FALSE, TRUE, sizeof (EntUndoStep));
  g_array_set_clear_func (self->redo, clear_step);
  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->wanted = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL,
                                        (GDestroyNotify) g_array_unref);
}

static void
read_settings (EntStore *self, EntDb *db)
{
  const char *sql = "SELECT name, value FROM setting";
  g_autoptr (EntRows) rows = ent_db_query (db, sql, ENT_NO_ARGS, NULL);

  while (rows != NULL && ent_rows_next (rows, NULL))
    g_hash_table_insert (self->settings, g_strdup (ent_rows_text (rows, 0)),
                         g_strdup (ent_rows_text (rows, 1)));
}

EntStore *
ent_store_new (EntRegister *reg, GError **error)
{
  g_autoptr (EntStore) self = g_object_new (ENT_TYPE_STORE, NULL);
  g_autoptr (EntDb) writer = ent_register_steal_db (reg);

  self->reg = reg;
  g_return_val_if_fail (writer != NULL, NULL);
  read_settings (self, writer);

  /* A register in memory is one connection only: it reads and writes in turn. */
  if (!ent_register_is_in_memory (reg))
    {
      g_autoptr (EntDb) reader = ent_register_connect (reg, ENT_DB_READ_ONLY, error);
      g_autoptr (EntDb) reporter = reader != NULL
                                      ? ent_register_connect (reg, ENT_DB_READ_ONLY, error)
                                      : NULL;

      if (reporter == NULL)
        return NULL;
      self->lanes[ENT_LANE_READ] = ent_worker_new ("store-read", g_steal_pointer (&reader));
      self->lanes[ENT_LANE_REPORT] = ent_worker_new ("store-report", g_steal_pointer (&reporter));
    }
  self->lanes[ENT_LANE_WRITE] = ent_worker_new ("store-write", g_steal_pointer (&writer));
  return g_steal_pointer (&self);
}

void
ent_store_close (EntStore *self)
{
  ent_store_forget_wanted (self);
  /* What was written must be finished; what was being read nobody waits for any more. */
  for (guint i = 0; i < ENT_LANE_WRITE; i++)
    if (self->lanes[i] != NULL)
      ent_worker_stop (self->lanes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->lanes); i++)
    g_clear_pointer (&self->lanes[i], ent_worker_free);
  g_clear_pointer (&self->reg, ent_register_close);
}

EntRegister *
ent_store_get_register (EntStore *self)
{
  return self->reg;
}

typedef struct
{
  char *path;
  char *passphrase;
  char *user;
  gboolean create;
} OpenData;

static void
open_data_free (OpenData *self)
{
  if (self->passphrase != NULL)
    explicit_bzero (self->passphrase, strlen (self->passphrase));
  g_free (self->passphrase);
  g_free (self->path);
  g_free (self->user);
  g_free (self);
}

static void
open_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  OpenData *data = task_data;
  GError *error = NULL;
  EntRegister *reg;

  reg = data->create ? ent_register_create (data->path, data->passphrase, data->user, &error)
                     : ent_register_open (data->path, data->passphrase, data->user, 0, &error);
  if (reg == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, reg, (GDestroyNotify) ent_register_close);
}

void
ent_store_open_async (const char *path,
                      const char *passphrase,
                      const char *user,
                      gboolean create,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OpenData *data = g_new0 (OpenData, 1);

  data->path = g_strdup (path);
  data->passphrase = g_strdup (passphrase);
  data->user = g_strdup (user);
  data->create = create;
  g_task_set_source_tag (task, ent_store_open_async);
  g_task_set_task_data (task, data, (GDestroyNotify) open_data_free);
  g_task_run_in_thread (task, open_thread);
}

EntStore *
ent_store_open_finish (GAsyncResult *result, GError **error)
{
  EntRegister *reg = g_task_propagate_pointer (G_TASK (result), error);

  return reg != NULL ? ent_store_new (reg, error) : NULL;
}

typedef struct
{
  gpointer data;
  GDestroyNotify data_free;
} RunData;

static void
run_data_free (RunData *self)
{
  if (self->data_free != NULL)
    self->data_free (self->data);
  g_free (self);
}

void
ent_store_run_async (EntStore *self,
                     EntLane lane,
                     int priority,
                     EntStoreFunc func,
                     gpointer data,
                     GDestroyNotify data_free,
                     GDestroyNotify result_free,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  RunData *run = g_new0 (RunData, 1);
  EntWorker *worker = self->lanes[lane] != NULL ? self->lanes[lane] : self->lanes[ENT_LANE_WRITE];

  run->data = data;
  run->data_free = data_free;
  g_task_set_source_tag (task, ent_store_run_async);
  g_task_set_priority (task, priority);
  /* A cancellation that comes after the commit must not hide that the act took place. */
  g_task_set_check_cancellable (task, lane != ENT_LANE_WRITE);
  g_task_set_task_data (task, run, (GDestroyNotify) run_data_free);
  if (worker == NULL)
    {
      g_task_return_new_error_literal (task, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED,
                                       _ ("The register is closed."));
      return;
    }
  ent_worker_push (worker, task, func, data, result_free);
}

gpointer
ent_store_run_finish (EntStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ent_store_emit_news (EntStore *self, EntNews *news)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, news);
}

void
ent_store_notify_undo (EntStore *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

const char *
ent_store_get_setting (EntStore *self, const char *name, const char *fallback)
{
  const char *value = g_hash_table_lookup (self->settings, name);

  return value != NULL ? value : fallback;
}

typedef struct
{
  char *name;
  char *value;
} Setting;

static void
setting_free (Setting *self)
{
  g_free (self->name);
  g_free (self->value);
  g_free (self);
}

static gpointer
write_setting (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Setting *setting = data;

  ent_db_execute (db,
                  "INSERT INTO setting (name, value) VALUES ($1, $2) "
                  "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                  ENT_ARGS (ent_text (setting->name), ent_text (setting->value)), NULL, error);
  return NULL;
}

void
ent_store_set_setting (EntStore *self, const char *name, const char *value)
{
  Setting *setting = g_new0 (Setting, 1);

  g_hash_table_insert (self->settings, g_strdup (name), g_strdup (value));
  setting->name = g_strdup (name);
  setting->value = g_strdup (value);
  ent_store_run_async (self, ENT_LANE_WRITE, G_PRIORITY_DEFAULT, write_setting, setting,
                       (GDestroyNotify) setting_free, NULL, NULL, NULL, NULL);
}
