/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a wish to a file, in two steps. Main thread, unless told. */

#include "ent-sheet-maker.h"

#include "ent-regions.h"

typedef struct
{
  GPtrArray *docs;
  gboolean is_two_sided;
  EntSheetProgress *progress; /* borrowed */
} Making;

static void
making_free (gpointer data)
{
  Making *self = data;

  g_clear_pointer (&self->docs, g_ptr_array_unref);
  g_free (self);
}

EntSheetQuestion *
ent_sheet_question_new (const EntSheetWish *wish)
{
  EntSheetQuestion *self = g_new0 (EntSheetQuestion, 1);
  EntRoads *roads = ent_regions_get_roads (ent_regions_get_default ());

  self->wish = *wish;
  self->roads = roads != NULL ? ent_roads_ref (roads) : NULL;
  return self;
}

void
ent_sheet_question_free (EntSheetQuestion *self)
{
  g_clear_pointer (&self->roads, ent_roads_unref);
  g_free (self);
}

/* Report thread. */
static gpointer
read_docs (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const EntSheetQuestion *question = data;

  return ent_sheet_wish_docs (db, &question->wish, question->roads, cancellable, error);
}

/* A thread of its own. */
static void
draw (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *self = data;
  GError *error = NULL;
  GBytes *pdf = ent_sheet_print (self->docs, self->is_two_sided, self->progress, &error);

  if (pdf != NULL)
    g_task_return_pointer (task, pdf, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
docs_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Making *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->docs = ent_store_run_finish (ENT_STORE (source), result, &error);
  if (self->docs == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, draw);
}

void
ent_sheet_make_async (EntStore *store,
                      const EntSheetWish *wish,
                      EntSheetProgress *progress,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (NULL, progress->cancellable, callback, user_data);
  Making *self = g_new0 (Making, 1);

  self->is_two_sided = wish->is_two_sided;
  self->progress = progress;
  g_task_set_task_data (task, self, making_free);
  ent_store_run_async (store, ENT_LANE_REPORT, G_PRIORITY_DEFAULT, read_docs,
                       ent_sheet_question_new (wish), (GDestroyNotify) ent_sheet_question_free,
                       (GDestroyNotify) g_ptr_array_unref, progress->cancellable, docs_read_cb,
                       task);
}

GBytes *
ent_sheet_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
