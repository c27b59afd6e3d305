/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the signature book, and writing into it. Main thread; what begins with "read_" or
 * "write_" runs on the threads of the store. */

#include "ent-book.h"

#include "ent-agent.h"
#include "ent-date.h"
#include "ent-document.h"
#include "ent-paper-book.h"
#include "ent-paper-enums.h"
#include "ent-paper-fields.h"
#include "ent-paper-issue.h"
#include "ent-paper-me.h"
#include "ent-paper-query.h"
#include "ent-staff-query.h"

#include <glib/gi18n-lib.h>

static void
turn_free (EntBookTurn *self)
{
  g_clear_object (&self->line);
  g_free (self->instead_of);
  g_free (self);
}

void
ent_book_free (EntBook *self)
{
  g_ptr_array_unref (self->turns);
  g_free (self);
}

static EntBookTurn *
read_turn (EntDb *db, EntSignatureRequest *line, gint64 agent_id)
{
  EntBookTurn *turn = g_new0 (EntBookTurn, 1);
  g_autoptr (GPtrArray) lines = NULL;

  turn->line = g_object_ref (line);
  if (line->agent_id == agent_id)
    return turn;
  turn->instead_of = g_strdup (line->agent_name != NULL ? line->agent_name : "");
  lines = ent_paper_query_requests (db, line->document_id, NULL);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (((EntSignatureRequest *) g_ptr_array_index (lines, i))->state == ENT_REQUEST_SIGNED)
      turn->is_begun = TRUE;
  return turn;
}

static gpointer
read_book (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntAgent) me = ent_staff_query_by_login (db, g_get_user_name (), &local_error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (EntBook) book = NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  book = g_new0 (EntBook, 1);
  book->turns = g_ptr_array_new_with_free_func ((GDestroyNotify) turn_free);
  if (me == NULL)
    return g_steal_pointer (&book);

  book->agent_id = ent_record_get_id (me);
  lines = ent_paper_book_for (db, book->agent_id, ent_day_today (), error);
  if (lines == NULL)
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (book->turns, read_turn (db, g_ptr_array_index (lines, i), book->agent_id));
  return g_steal_pointer (&book);
}

void
ent_book_read_async (EntStore *store,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_book, NULL, NULL,
                       (GDestroyNotify) ent_book_free, cancellable, callback, user_data);
}

EntBook *
ent_book_read_finish (EntStore *store, GAsyncResult *result, GError **error)
{
  return ent_store_run_finish (store, result, error);
}

static gpointer
read_file (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_paper_book_file (db, *(gint64 *) data, error);
}

void
ent_book_read_file_async (EntStore *store,
                          gint64 request_id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_file,
                       g_memdup2 (&request_id, sizeof request_id), g_free,
                       (GDestroyNotify) g_bytes_unref, cancellable, callback, user_data);
}

GBytes *
ent_book_read_file_finish (EntStore *store, GAsyncResult *result, GError **error)
{
  return ent_store_run_finish (store, result, error);
}

static void
file_free (EntBookFile *self)
{
  g_free (self->number);
  g_free (self->title);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_error (&self->error);
  g_free (self);
}

static EntBookFile *
read_one (EntDb *db, gint64 request_id)
{
  EntBookFile *file = g_new0 (EntBookFile, 1);
  g_autoptr (EntSignatureRequest)
                line = ent_paper_query_record (db, &ent_signature_request_schema, request_id, NULL);
  g_autoptr (EntDocument) document = NULL;
  const EntChoice *language = NULL;

  if (line != NULL)
    document = ent_paper_query_record (db, &ent_document_schema, line->document_id, NULL);
  if (document != NULL)
    language = ent_enum_by_value (&ent_paper_language_enum, document->language);
  file->request_id = request_id;
  file->number = g_strdup (document != NULL ? document->number : "");
  file->title = g_strdup (document != NULL ? document->title : "");
  file->language = language != NULL ? language->nick : "fr";
  file->pdf = ent_paper_book_file (db, request_id, &file->error);
  return file;
}

static gpointer
read_files (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  GArray *ids = data;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) file_free);

  for (guint i = 0; i < ids->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_ptr_array_add (files, read_one (db, g_array_index (ids, gint64, i)));
    }
  return g_steal_pointer (&files);
}

void
ent_book_read_files_async (EntStore *store,
                           GArray *request_ids,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_files,
                       g_array_ref (request_ids), (GDestroyNotify) g_array_unref,
                       (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
ent_book_read_files_finish (EntStore *store, GAsyncResult *result, GError **error)
{
  return ent_store_run_finish (store, result, error);
}

/* What an act needs; each uses its part. */
typedef struct
{
  gint64 request_id;
  GBytes *bytes;
  char *text; /* comment, or name in the certificate */
  char *who;
} ActData;

static void
act_data_free (ActData *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->text);
  g_free (self->who);
  g_free (self);
}

static ActData *
act_data_new (EntStore *store, gint64 request_id, GBytes *bytes, const char *text)
{
  ActData *data = g_new0 (ActData, 1);

  data->request_id = request_id;
  data->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  data->text = g_strdup (text);
  data->who = g_strdup (ent_paper_me_author (store));
  return data;
}

static gboolean
write_refusal (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  ActData *act = data;

  return ent_paper_book_refuse (apply, act->request_id, act->text, act->who, error);
}

static gboolean
write_paper (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  ActData *act = data;

  return ent_paper_book_sign_on_paper (apply, act->request_id, act->bytes, act->who, error);
}

static gboolean
write_signature (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  ActData *act = data;

  return ent_paper_book_sign (apply, act->request_id, act->bytes, act->text, act->who, error);
}

void
ent_book_refuse_async (EntStore *store,
                       gint64 request_id,
                       const char *comment,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  ent_store_write_async (store, _ ("Signature refused"), write_refusal,
                         act_data_new (store, request_id, NULL, comment),
                         (GDestroyNotify) act_data_free, NULL, callback, user_data);
}

void
ent_book_sign_on_paper_async (EntStore *store,
                              gint64 request_id,
                              GBytes *scan,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  ent_store_write_async (store, _ ("Signed on paper"), write_paper,
                         act_data_new (store, request_id, scan, NULL),
                         (GDestroyNotify) act_data_free, NULL, callback, user_data);
}

void
ent_book_sign_async (EntStore *store,
                     gint64 request_id,
                     GBytes *pdf,
                     const char *certificate,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  ent_store_write_async (store, _ ("Document signed"), write_signature,
                         act_data_new (store, request_id, pdf, certificate),
                         (GDestroyNotify) act_data_free, NULL, callback, user_data);
}

/* Standing in: one document after the other. */

typedef struct
{
  EntStore *store;
  GPtrArray *lines;
  guint next;
  gint64 agent_id;
  char *who;
  gint64 made; /* the new line of the latest one; written on the writing thread */
  GArray *fresh;
} StandIn;

static void
stand_in_free (StandIn *self)
{
  g_object_unref (self->store);
  g_ptr_array_unref (self->lines);
  g_clear_pointer (&self->fresh, g_array_unref);
  g_free (self->who);
  g_free (self);
}

/* The line of a document that waits for an agent. */
static gint64
find_line (EntDb *db, gint64 document_id, gint64 agent_id, GError **error)
{
  g_autoptr (GPtrArray) lines = ent_paper_query_requests (db, document_id, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      EntSignatureRequest *line = g_ptr_array_index (lines, i);

      if (line->agent_id == agent_id && line->state == ENT_REQUEST_WAITING)
        return ent_record_get_id (line);
    }
  return 0;
}

static gboolean
write_stand_in (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  StandIn *self = data;
  EntSignatureRequest *line = g_ptr_array_index (self->lines, self->next);
  EntPaperRequest asker = { .day = ent_day_today (), .author = self->who };
  gint64 document = ent_paper_issue_for_stand_in (apply, line->document_id, line->agent_id,
                                                  self->agent_id, &asker, error);

  if (document == 0)
    return FALSE;
  self->made = find_line (ent_apply_get_db (apply), document, self->agent_id, error);
  return self->made != 0 || *error == NULL;
}

static void stand_in_next (GTask *task);

static void
stood_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  StandIn *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (ent_store_write_finish (ENT_STORE (source), result, &error) == 0)
    {
      g_object_set_data_full (G_OBJECT (task), "failure", error, (GDestroyNotify) g_error_free);
      g_task_return_pointer (task, g_steal_pointer (&self->fresh), (GDestroyNotify) g_array_unref);
      return;
    }
  if (self->made != 0)
    g_array_append_val (self->fresh, self->made);
  self->next++;
  stand_in_next (g_steal_pointer (&task));
}

/* Takes @task. */
static void
stand_in_next (GTask *task)
{
  StandIn *self = g_task_get_task_data (task);

  if (self->next == self->lines->len)
    {
      g_task_return_pointer (task, g_steal_pointer (&self->fresh), (GDestroyNotify) g_array_unref);
      g_object_unref (task);
      return;
    }
  self->made = 0;
  ent_store_write_async (self->store, _ ("Issued again for the stand-in"), write_stand_in, self,
                         NULL, NULL, stood_in_cb, task);
}

void
ent_book_stand_in_async (EntStore *store,
                         GPtrArray *lines,
                         gint64 agent_id,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (store, NULL, callback, user_data);
  StandIn *self = g_new0 (StandIn, 1);

  self->store = g_object_ref (store);
  self->lines = g_ptr_array_ref (lines);
  self->agent_id = agent_id;
  self->who = g_strdup (ent_paper_me_author (store));
  self->fresh = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_task_set_task_data (task, self, (GDestroyNotify) stand_in_free);
  stand_in_next (task);
}

GArray *
ent_book_stand_in_finish (GAsyncResult *result, GError **error)
{
  GError *failure = g_object_get_data (G_OBJECT (result), "failure");

  if (failure != NULL && error != NULL)
    *error = g_error_copy (failure);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
