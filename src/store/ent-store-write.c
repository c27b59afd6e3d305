/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Acts from the window: apply, long writes, undo and redo. Main thread, writing on the write
 * lane. */

#include <glib/gi18n-lib.h>

#include "ent-apply-private.h"
#include "ent-error.h"
#include "ent-store-private.h"

EntWritten *
ent_written_new (EntApply *apply, const char *label)
{
  EntWritten *self = g_new0 (EntWritten, 1);

  self->set_id = ent_apply_get_id (apply);
  self->label = g_strdup (label);
  self->bulk = apply->bulk;
  self->is_lasting = apply->is_lasting;
  self->touched = ent_apply_steal_touched (apply);
  self->schemas = ent_apply_steal_schemas (apply);
  return self;
}

void
ent_written_free (EntWritten *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_hash_table_unref (self->touched);
  g_hash_table_unref (self->schemas);
  g_free (self);
}

/* One write from beginning to end; @func fills the act. */
static EntWritten *
write_act (EntDb *db,
           const char *label,
           const char *author,
           EntStoreWriteFunc func,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (EntApply) apply = ent_apply_begin (db, label, author, error);
  EntWritten *written;

  if (apply == NULL || !func (apply, data, cancellable, error))
    return NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!ent_apply_finish (apply, error))
    return NULL;

  written = ent_written_new (apply, label);
  ent_apply_free (g_steal_pointer (&apply));
  return written;
}

typedef struct
{
  char *label;
  char *author;
  EntStoreWriteFunc func;
  gpointer data;
  GDestroyNotify data_free;
} WriteData;

static void
write_data_free (WriteData *self)
{
  if (self->data_free != NULL)
    self->data_free (self->data);
  g_free (self->label);
  g_free (self->author);
  g_free (self);
}

static gpointer
write_thread (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  WriteData *self = data;

  return write_act (db, self->label, self->author, self->func, self->data, cancellable, error);
}

static void
push_step (EntStore *self, GArray *steps, gint64 set_id, const char *label)
{
  EntUndoStep step = { set_id, g_strdup (label) };

  g_array_append_val (steps, step);
  if (steps->len > ENT_UNDO_STEPS)
    g_array_remove_index (steps, 0);
  ent_store_notify_undo (self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntStore *self = ENT_STORE (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (EntWritten) written = ent_store_run_finish (self, result, &error);

  if (written == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_hash_table_size (written->schemas) > 0)
    {
      g_array_set_size (self->redo, 0);
      self->latest = written->set_id;
      /* What cannot be taken back is not offered. */
      if (written->is_lasting)
        ent_store_notify_undo (self);
      else
        push_step (self, self->undo, written->set_id, written->label);
      ent_store_publish (self, written);
    }
  g_task_return_int (task, written->set_id);
}

static char *
author_of (EntStore *self)
{
  return g_strdup (self->reg != NULL ? ent_register_get_user (self->reg) : "");
}

void
ent_store_write_async (EntStore *self,
                       const char *label,
                       EntStoreWriteFunc func,
                       gpointer data,
                       GDestroyNotify data_free,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  WriteData *write = g_new0 (WriteData, 1);

  write->label = g_strdup (label);
  write->author = author_of (self);
  write->func = func;
  write->data = data;
  write->data_free = data_free;
  g_task_set_source_tag (task, ent_store_write_async);
  g_task_set_check_cancellable (task, FALSE);
  ent_store_run_async (self, ENT_LANE_WRITE, G_PRIORITY_DEFAULT, write_thread, write,
                       (GDestroyNotify) write_data_free, (GDestroyNotify) ent_written_free,
                       cancellable, written_cb, g_steal_pointer (&task));
}

gint64
ent_store_write_finish (EntStore *self, GAsyncResult *result, GError **error)
{
  gssize set_id = g_task_propagate_int (G_TASK (result), error);

  return set_id > 0 ? set_id : 0;
}

static gboolean
write_set (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_change_set_apply (data, apply, error);
}

void
ent_store_apply_async (EntStore *self,
                       EntChangeSet *set,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  ent_store_write_async (self, ent_change_set_get_label (set), write_set, ent_change_set_ref (set),
                         (GDestroyNotify) ent_change_set_unref, cancellable, callback, user_data);
}

gboolean
ent_store_apply_finish (EntStore *self, GAsyncResult *result, GError **error)
{
  return ent_store_write_finish (self, result, error) > 0;
}

/* What undo and redo have in common: a step leaves one list, its act is reversed, and the reverse
 * becomes a step of the other list. */
typedef struct
{
  gint64 set_id;
  char *label; /* of the act reversed; read from the history when not known */
  char *author;
  GArray *from; /* borrowed from the store */
  GArray *to;
  gboolean taken; /* whether a step left @from */
  gboolean redo; /* what is reversed is itself an undo */
} UndoData;

static void
undo_data_free (UndoData *self)
{
  g_free (self->label);
  g_free (self->author);
  g_free (self);
}

static gboolean
write_undo (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_apply_undo (apply, ((UndoData *) data)->set_id, error);
}

static char *
read_label (EntDb *db, gint64 set_id)
{
  g_autoptr (EntRows) rows = ent_db_query (db, "SELECT label FROM change_set WHERE id = $1",
                                          ENT_ARGS (ent_int (set_id)), NULL);

  return g_strdup (rows != NULL && ent_rows_next (rows, NULL) ? ent_rows_text (rows, 0) : "");
}

static gpointer
undo_thread (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  UndoData *undo = data;
  g_autofree char *act_label = NULL;

  if (undo->label == NULL)
    undo->label = read_label (db, undo->set_id);
  act_label = g_strdup_printf (undo->redo ? _ ("Redone: %s") : _ ("Undone: %s"), undo->label);
  return write_act (db, act_label, undo->author, write_undo, undo, cancellable, error);
}

static gboolean
take_step (EntStore *self, GArray *steps, gint64 set_id)
{
  for (guint i = 0; i < steps->len; i++)
    if (g_array_index (steps, EntUndoStep, i).set_id == set_id)
      {
        g_array_remove_index (steps, i);
        ent_store_notify_undo (self);
        return TRUE;
      }
  return FALSE;
}

/* What cannot be undone any more would stand in the way of what came before it; what only failed
 * this once may be tried again. */
static gboolean
is_hopeless (const GError *error)
{
  return g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONFLICT) ||
         g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT) ||
         g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND) ||
         g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_REFUSED);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntStore *self = ENT_STORE (source);
  g_autoptr (GTask) task = user_data;
  UndoData *undo = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (EntWritten) written = ent_store_run_finish (self, result, &error);

  if (written == NULL)
    {
      if (undo->taken && !is_hopeless (error))
        push_step (self, undo->from, undo->set_id, undo->label);
      g_task_return_error (task, error);
      return;
    }
  self->latest = written->set_id;
  push_step (self, undo->to, written->set_id, undo->label);
  ent_store_publish (self, written);
  g_task_return_pointer (task, g_strdup (undo->label), g_free);
}

/* Takes @label. The step leaves its list at once: a second request meanwhile means the one before.
 */
static void
start_undo (EntStore *self, gint64 set_id, char *label, GArray *from, GArray *to, GTask *task)
{
  UndoData *undo = g_new0 (UndoData, 1);

  undo->set_id = set_id;
  undo->label = label;
  undo->author = author_of (self);
  undo->redo = from == self->redo;
  undo->from = from;
  undo->taken = take_step (self, from, set_id);
  /* An act that is no step of this session (from the trash, say) is reversed by a new act, which
   * undo takes back as it does any other. */
  undo->to = undo->taken ? to : self->undo;
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, undo, (GDestroyNotify) undo_data_free);
  ent_store_run_async (self, ENT_LANE_WRITE, G_PRIORITY_DEFAULT, undo_thread, undo, NULL,
                       (GDestroyNotify) ent_written_free, g_task_get_cancellable (task), undone_cb,
                       g_object_ref (task));
}

static void
undo_last (EntStore *self, GArray *from, GArray *to, const char *nothing, GTask *task)
{
  EntUndoStep *step;

  if (from->len == 0)
    {
      g_task_return_new_error_literal (task, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND, nothing);
      return;
    }
  step = &g_array_index (from, EntUndoStep, from->len - 1);
  start_undo (self, step->set_id, g_strdup (step->label), from, to, task);
}

void
ent_store_undo_async (EntStore *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  undo_last (self, self->undo, self->redo, _ ("There is nothing to undo."), task);
}

void
ent_store_redo_async (EntStore *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  undo_last (self, self->redo, self->undo, _ ("There is nothing to redo."), task);
}

void
ent_store_undo_act_async (EntStore *self,
                          gint64 set_id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  start_undo (self, set_id, NULL, self->undo, self->redo, task);
}

char *
ent_store_undo_finish (EntStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
ent_store_get_undo_label (EntStore *self)
{
  return self->undo->len > 0 ? g_array_index (self->undo, EntUndoStep, self->undo->len - 1).label
                             : NULL;
}

const char *
ent_store_get_redo_label (EntStore *self)
{
  return self->redo->len > 0 ? g_array_index (self->redo, EntUndoStep, self->redo->len - 1).label
                             : NULL;
}

gboolean
ent_store_can_undo_latest (EntStore *self)
{
  return self->undo->len > 0 && ent_store_get_undo_act (self) == self->latest;
}

gint64
ent_store_get_undo_act (EntStore *self)
{
  return self->undo->len > 0 ? g_array_index (self->undo, EntUndoStep, self->undo->len - 1).set_id
                             : 0;
}
