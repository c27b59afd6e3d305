/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Certificates at hand, and signing. What begins with "run_" is on a thread of its own, where it
 * waits for the signing program. */

#include "ent-sign-choice.h"

#include "ent-book.h"
#include "ent-date.h"
#include "ent-sign-means.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static EntSignChoice *
choice_new (const EntCertificate *certificate, const char *module, const char *file)
{
  EntSignChoice *self = g_new0 (EntSignChoice, 1);

  self->certificate = certificate != NULL ? ent_certificate_copy (certificate) : NULL;
  self->module = g_strdup (module);
  self->file = g_strdup (file);
  return self;
}

static void
choice_free (EntSignChoice *self)
{
  g_clear_pointer (&self->certificate, ent_certificate_free);
  g_free (self->module);
  g_free (self->file);
  g_free (self);
}

const char *
ent_sign_choice_get_name (const EntSignChoice *self)
{
  return self->file != NULL ? ENT_SIGN_IS_FILE : self->certificate->uri;
}

gboolean
ent_sign_choice_asks_itself (const EntSignChoice *self)
{
  return self->certificate != NULL && self->certificate->asks_itself;
}

static char *
day_of (gint64 seconds)
{
  return ent_day_format (ent_stamp_day (seconds * G_USEC_PER_SEC), ENT_DAY_NUMERIC);
}

char *
ent_sign_choice_warn (const EntSignChoice *self, gboolean *usable)
{
  const EntCertificate *certificate = self->certificate;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *day = NULL;

  *usable = FALSE;
  if (certificate != NULL && certificate->not_after < now)
    {
      day = day_of (certificate->not_after);
      return g_strdup_printf (_ ("Expired on %s"), day);
    }
  if (certificate != NULL && certificate->not_before > now)
    {
      day = day_of (certificate->not_before);
      return g_strdup_printf (_ ("Valid from %s only"), day);
    }
  if (certificate != NULL && certificate->pin == ENT_PIN_LOCKED)
    return g_strdup (_ ("The card is blocked after too many wrong PINs"));

  *usable = TRUE;
  if (certificate != NULL && certificate->pin == ENT_PIN_FINAL)
    return g_strdup (_ ("One attempt at the PIN is left before the card is blocked"));
  if (certificate != NULL && certificate->pin == ENT_PIN_LOW)
    return g_strdup (_ ("A wrong PIN was typed before: few attempts are left"));
  return NULL;
}

/* Looking */

void
ent_sign_choices_free (EntSignChoices *self)
{
  g_ptr_array_unref (self->list);
  g_free (self->problem);
  g_free (self);
}

typedef struct
{
  char *module;
  char *file;
} Places;

static void
places_free (Places *self)
{
  g_free (self->module);
  g_free (self->file);
  g_free (self);
}

static void
run_look_at_card (EntSignChoices *choices, const char *module, GCancellable *cancellable)
{
  const EntSignerKey key = { .module = module };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = ent_signer_list (&key, NULL, cancellable, &error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    g_ptr_array_add (choices->list, choice_new (g_ptr_array_index (found, i), module, NULL));
  if (error != NULL)
    choices->problem = g_strdup (error->message);
  else if (found->len == 0)
    choices->problem = g_strdup (_ ("There is no certificate for signing on the card."));
}

static void
run_look_at_file (EntSignChoices *choices, const char *file, GCancellable *cancellable)
{
  const EntSignerKey key = { .file = file };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = ent_signer_list (&key, NULL, cancellable, &error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    g_ptr_array_add (choices->list, choice_new (g_ptr_array_index (found, i), NULL, file));
  if (g_error_matches (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_BAD_PASSWORD))
    g_ptr_array_add (choices->list, choice_new (NULL, NULL, file));
  else if (error != NULL && choices->problem == NULL)
    choices->problem = g_strdup (error->message);
}

static void
run_load (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Places *places = data;
  EntSignChoices *choices = g_new0 (EntSignChoices, 1);

  choices->list = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  if (places->module != NULL)
    run_look_at_card (choices, places->module, cancellable);
  if (places->file != NULL)
    run_look_at_file (choices, places->file, cancellable);
  if (places->module == NULL && places->file == NULL)
    choices->problem = g_strdup (_ ("Name the software of your card, or a certificate file, in "
                                    "the preferences of signing."));
  g_task_return_pointer (task, choices, (GDestroyNotify) ent_sign_choices_free);
}

void
ent_sign_choices_load_async (GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GSettings) settings = ent_sign_settings_new ();
  Places *places = g_new0 (Places, 1);

  places->module = ent_sign_settings_get (settings, ENT_SIGN_MODULE);
  places->file = ent_sign_settings_get (settings, ENT_SIGN_FILE);
  g_task_set_task_data (task, places, (GDestroyNotify) places_free);
  g_task_run_in_thread (task, run_load);
}

EntSignChoices *
ent_sign_choices_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Signing */

typedef struct
{
  EntSignChoice *choice;
  GPtrArray *files; /* GBytes */
  GPtrArray *languages; /* constant nicks, beside the files */
  char *stamp_server;
  char *secret;
  GCancellable *cancellable; /* borrowed from the task */
} Job;

static void
wipe_secret (Job *self)
{
  if (self->secret != NULL)
    explicit_bzero (self->secret, strlen (self->secret));
  g_clear_pointer (&self->secret, g_free);
}

static void
job_free (Job *self)
{
  wipe_secret (self);
  choice_free (self->choice);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->languages);
  g_free (self->stamp_server);
  g_free (self);
}

void
ent_sign_outcome_free (EntSignOutcome *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->files);
  g_free (self);
}

/* Whom the certificate names; a file may tell only now. */
static char *
run_find_name (Job *self, const EntSignerKey *key, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;

  if (self->choice->certificate != NULL)
    return g_strdup (self->choice->certificate->subject);
  found = ent_signer_list (key, self->secret, self->cancellable, error);
  if (found == NULL)
    return NULL;
  if (found->len == 0)
    {
      g_set_error_literal (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_NOT_FOR_SIGNING,
                           _ ("The certificate is not made for signing."));
      return NULL;
    }
  return g_strdup (((const EntCertificate *) g_ptr_array_index (found, 0))->subject);
}

/* Signs those of one language: the words of the field are in that of the document. */
static gboolean
run_sign_language (Job *self,
                   EntSignerOrder *order,
                   const char *language,
                   EntSignOutcome *outcome,
                   GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GPtrArray) done = NULL;
  g_autofree char *label = g_strdup_printf (ent_wording_word (language,
                                                              ENT_WORD_SIGNED_ELECTRONICALLY),
                                            outcome->name);

  for (guint i = 0; i < self->files->len; i++)
    if (g_str_equal (g_ptr_array_index (self->languages, i), language))
      g_ptr_array_add (files, g_ptr_array_index (self->files, i));
  order->files = files;
  order->label = label;
  done = ent_signer_sign (order, self->secret, self->cancellable, error);
  if (done == NULL)
    return FALSE;
  for (guint i = 0, n = 0; i < self->files->len; i++)
    if (g_str_equal (g_ptr_array_index (self->languages, i), language))
      {
        EntSigned *to = g_ptr_array_index (outcome->files, i);
        EntSigned *from = g_ptr_array_index (done, n++);

        to->pdf = g_steal_pointer (&from->pdf);
        to->error = g_steal_pointer (&from->error);
      }
  return TRUE;
}

static EntSignOutcome *
outcome_new (guint n_files, char *name)
{
  EntSignOutcome *outcome = g_new0 (EntSignOutcome, 1);

  outcome->name = name;
  outcome->files = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_signed_free);
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (outcome->files, g_new0 (EntSigned, 1));
  return outcome;
}

static void
run_sign (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *self = data;
  const EntCertificate *certificate = self->choice->certificate;
  EntSignerOrder order = {
    .key = { .file = self->choice->file,
             .module = self->choice->module,
             .uri = self->choice->module != NULL ? certificate->uri : NULL },
    .stamp_server = self->stamp_server,
  };
  GError *error = NULL;
  char *name = run_find_name (self, &order.key, &error);
  g_autoptr (EntSignOutcome) outcome = name != NULL ? outcome_new (self->files->len, name) : NULL;

  for (guint i = 0; error == NULL && i < self->files->len; i++)
    {
      EntSigned *file = g_ptr_array_index (outcome->files, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, &error))
        break;
      if (file->pdf == NULL && file->error == NULL)
        run_sign_language (self, &order, g_ptr_array_index (self->languages, i), outcome, &error);
    }
  wipe_secret (self);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&outcome),
                           (GDestroyNotify) ent_sign_outcome_free);
}

void
ent_sign_choice_sign_async (const EntSignChoice *self,
                            GPtrArray *files,
                            const char *secret,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GSettings) settings = ent_sign_settings_new ();
  Job *job = g_new0 (Job, 1);

  job->choice = choice_new (self->certificate, self->module, self->file);
  job->files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  job->languages = g_ptr_array_new ();
  job->stamp_server = ent_sign_settings_get (settings, ENT_SIGN_STAMP_SERVER);
  job->secret = g_strdup (secret);
  job->cancellable = cancellable;
  for (guint i = 0; i < files->len; i++)
    {
      const EntBookFile *file = g_ptr_array_index (files, i);

      g_ptr_array_add (job->files, g_bytes_ref (file->pdf));
      g_ptr_array_add (job->languages, (gpointer) file->language);
    }
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_sign);
}

EntSignOutcome *
ent_sign_choice_sign_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
