/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starting the signing program and talking to it. A PIN goes straight from the caller's memory into
 * a pipe of its own: no copy, no argument, no environment. The caller's thread. */
#include "ent-signer.h"

#include "ent-config.h"
#include "ent-frame.h"
#include "ent-signer-private.h"

#include <glib-unix.h>
#include <json-glib/json-glib.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define SECRET_FD 3 /* where the program reads it */
#define MAX_REQUEST (256u * 1024 * 1024)

typedef GPtrArray *(*ReadAnswer) (GBytes *answer, GError **error);

/* A head being written, and what goes after it. */
typedef struct
{
  JsonBuilder *head;
  GPtrArray *parts; /* GBytes */
} Request;

static void
request_clear (Request *self)
{
  g_clear_object (&self->head);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static void
add_text (Request *self, const char *member, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (self->head, member);
  json_builder_add_string_value (self->head, text);
}

static void
add_parts (Request *self, GPtrArray *parts)
{
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    g_ptr_array_add (self->parts, g_bytes_ref (parts->pdata[i]));
}

static void
request_begin (Request *self, const char *what, const char *secret)
{
  self->head = json_builder_new ();
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  json_builder_begin_object (self->head);
  add_text (self, "do", what);
  json_builder_set_member_name (self->head, "secret");
  json_builder_add_boolean_value (self->head, secret != NULL);
}

static void
add_key (Request *self, const EntSignerKey *key)
{
  add_text (self, "file", key->file);
  add_text (self, "module", key->module);
  add_text (self, "uri", key->uri);
}

/* NULL when it would be too large. */
static GBytes *
request_end (Request *self)
{
  g_autoptr (JsonNode) root = NULL;
  gsize size = 0;
  char *text;

  for (guint i = 0; i < self->parts->len; i++)
    size += g_bytes_get_size (self->parts->pdata[i]);
  if (size > MAX_REQUEST || self->parts->len >= ENT_FRAME_PARTS)
    return NULL;
  json_builder_end_object (self->head);
  root = json_builder_get_root (self->head);
  text = json_to_string (root, FALSE);
  g_ptr_array_insert (self->parts, 0, g_bytes_new_take (text, strlen (text)));
  return ent_frame_pack (self->parts);
}

static GBytes *
make_list_request (const EntSignerKey *key, const char *secret)
{
  g_auto (Request) request = { 0 };

  request_begin (&request, "certificates", secret);
  add_key (&request, key);
  return request_end (&request);
}

static GBytes *
make_sign_request (const EntSignerOrder *order, const char *secret)
{
  g_auto (Request) request = { 0 };

  request_begin (&request, "sign", secret);
  add_key (&request, &order->key);
  add_text (&request, "name", order->name);
  add_text (&request, "reason", order->reason);
  add_text (&request, "location", order->location);
  add_text (&request, "label", order->label);
  add_text (&request, "tsa", order->stamp_server);
  add_parts (&request, order->files);
  return request_end (&request);
}

static GBytes *
make_inspect_request (GPtrArray *anchors)
{
  g_auto (Request) request = { 0 };

  request_begin (&request, "inspect", NULL);
  add_parts (&request, anchors);
  return request_end (&request);
}

static GBytes *
make_verify_request (GBytes *pdf, GPtrArray *anchors)
{
  g_auto (Request) request = { 0 };

  request_begin (&request, "verify", NULL);
  g_ptr_array_add (request.parts, g_bytes_ref (pdf));
  add_parts (&request, anchors);
  return request_end (&request);
}

/* A program that ends before it has read all must not take us along. */
static void
survive_closed_pipes (void)
{
  struct sigaction now;

  if (sigaction (SIGPIPE, NULL, &now) == 0 && now.sa_handler == SIG_DFL)
    signal (SIGPIPE, SIG_IGN);
}

/* The pipe holds more than any secret, so that nobody waits for a reader. */
static gboolean
pass_secret (GSubprocessLauncher *launcher, const char *secret, GError **error)
{
  int ends[2];
  gssize length = (gssize) strlen (secret);
  gboolean done;

  if (!g_unix_open_pipe (ends, O_CLOEXEC, error))
    return FALSE;
  g_unix_set_fd_nonblocking (ends[1], TRUE, NULL);
  done = write (ends[1], secret, (gsize) length) == length;
  close (ends[1]);
  g_subprocess_launcher_take_fd (launcher, ends[0], SECRET_FD);
  if (!done)
    g_propagate_error (error, ent_signer_error_from_code (NULL, ENT_PIN_GOOD));
  return done;
}

/* Nothing is started for whoever has cancelled: it might cost an attempt. */
static GSubprocess *
start (GBytes *request, const char *secret, GCancellable *cancellable, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
      G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  const char *program = g_getenv ("ENTRAIDE_SIGNER");
  GSubprocess *process;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (request == NULL)
    {
      g_propagate_error (error, ent_signer_error_from_code ("too-large", ENT_PIN_GOOD));
      return NULL;
    }
  if (program == NULL)
    program = ENT_LIBEXEC_DIR "/entraide-signer";
  if (secret != NULL && !pass_secret (launcher, secret, error))
    return NULL;
  survive_closed_pipes ();
  process = g_subprocess_launcher_spawn (launcher, NULL, program, NULL);
  if (process == NULL)
    g_propagate_error (error, ent_signer_error_from_code ("no-program", ENT_PIN_GOOD));
  return process;
}

/* After the talk: the answer, or why there is none. */
static GPtrArray *
finish (GSubprocess *process, GBytes *answer, ReadAnswer read_answer, GError **error)
{
  if (g_subprocess_get_if_signaled (process) && g_subprocess_get_term_sig (process) == SIGALRM)
    {
      g_propagate_error (error, ent_signer_error_from_code ("timed-out", ENT_PIN_GOOD));
      return NULL;
    }
  return read_answer (answer, error);
}

/* Only cancelling is told as such; whatever else happened to the pipes, the program is to blame. */
static void
stop (GSubprocess *process, GError *reason, GError **error)
{
  g_subprocess_force_exit (process);
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, reason);
  else
    {
      g_error_free (reason);
      g_propagate_error (error, ent_signer_error_from_code (NULL, ENT_PIN_GOOD));
    }
}

static void
talked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GSubprocess *process = G_SUBPROCESS (source);
  g_autoptr (GBytes) answer = NULL;
  GError *error = NULL;
  GPtrArray *things = NULL;

  if (g_subprocess_communicate_finish (process, result, &answer, NULL, &error))
    things = finish (process, answer, (ReadAnswer) g_task_get_task_data (task), &error);
  else
    stop (process, g_steal_pointer (&error), &error);
  if (things != NULL)
    g_task_return_pointer (task, things, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* @task: taken; its data is the function that reads the answer. @request: NULL when too large. */
static void
talk_async (GTask *task, GBytes *request, const char *secret)
{
  GError *error = NULL;
  g_autoptr (GSubprocess) process = start (request, secret, g_task_get_cancellable (task), &error);

  if (process == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  g_subprocess_communicate_async (process, request, g_task_get_cancellable (task), talked_cb, task);
}

static GTask *
make_task (GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer data,
           ReadAnswer read_answer)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, (gpointer) read_answer, NULL);
  return task;
}

static GPtrArray *
talk (GBytes *request,
      const char *secret,
      ReadAnswer read_answer,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GSubprocess) process = start (request, secret, cancellable, error);
  g_autoptr (GBytes) answer = NULL;
  GError *reason = NULL;

  if (process == NULL)
    return NULL;
  if (g_subprocess_communicate (process, request, cancellable, &answer, NULL, &reason))
    return finish (process, answer, read_answer, error);
  stop (process, reason, error);
  return NULL;
}

void
ent_signer_list_async (const EntSignerKey *key,
                       const char *secret,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  g_autoptr (GBytes) request = make_list_request (key, secret);

  talk_async (make_task (cancellable, callback, data, ent_signer_read_certificates), request,
              secret);
}

GPtrArray *
ent_signer_list_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
ent_signer_list (const EntSignerKey *key,
                 const char *secret,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GBytes) request = make_list_request (key, secret);

  return talk (request, secret, ent_signer_read_certificates, cancellable, error);
}

void
ent_signer_sign_async (const EntSignerOrder *order,
                       const char *secret,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  g_autoptr (GBytes) request = make_sign_request (order, secret);

  talk_async (make_task (cancellable, callback, data, ent_signer_read_signed), request, secret);
}

GPtrArray *
ent_signer_sign_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
ent_signer_sign (const EntSignerOrder *order,
                 const char *secret,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GBytes) request = make_sign_request (order, secret);

  return talk (request, secret, ent_signer_read_signed, cancellable, error);
}

void
ent_signer_verify_async (GBytes *pdf,
                         GPtrArray *anchors,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_autoptr (GBytes) request = make_verify_request (pdf, anchors);

  talk_async (make_task (cancellable, callback, data, ent_signer_read_signatures), request, NULL);
}

GPtrArray *
ent_signer_verify_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
ent_signer_verify (GBytes *pdf, GPtrArray *anchors, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) request = make_verify_request (pdf, anchors);

  return talk (request, NULL, ent_signer_read_signatures, cancellable, error);
}

void
ent_signer_inspect_async (GPtrArray *anchors,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GBytes) request = make_inspect_request (anchors);

  talk_async (make_task (cancellable, callback, data, ent_signer_read_listed), request, NULL);
}

GPtrArray *
ent_signer_inspect_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
ent_signer_inspect (GPtrArray *anchors, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) request = make_inspect_request (anchors);

  return talk (request, NULL, ent_signer_read_listed, cancellable, error);
}
