/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small questions to the addresses of the region in use. Main thread; answered in another. */

#include "ent-address-ask.h"

#include "ent-regions.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  EntAddresses *addresses;
  EntAddressQuery query; /* its strings are owned */
  EntPoint point;
} Question;

static void
question_free (Question *self)
{
  ent_addresses_unref (self->addresses);
  g_free ((char *) self->query.text);
  g_free ((char *) self->query.street);
  g_free ((char *) self->query.number);
  g_free ((char *) self->query.box);
  g_free ((char *) self->query.postcode);
  g_free ((char *) self->query.town);
  g_free (self);
}

/* Takes @task. */
static void
put (GTask *task, const EntAddressQuery *query, EntPoint point, GTaskThreadFunc answer)
{
  EntAddresses *addresses = ent_regions_get_addresses (ent_regions_get_default ());
  Question *question;

  if (addresses == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s",
                               _ ("There is no region to look addresses up in."));
      g_object_unref (task);
      return;
    }
  question = g_new0 (Question, 1);
  question->addresses = ent_addresses_ref (addresses);
  question->point = point;
  if (query != NULL)
    question->query = (EntAddressQuery) {
      .text = g_strdup (query->text),
      .street = g_strdup (query->street),
      .number = g_strdup (query->number),
      .box = g_strdup (query->box),
      .postcode = g_strdup (query->postcode),
      .town = g_strdup (query->town),
    };
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, answer);
  g_object_unref (task);
}

void
ent_address_ask_answer_free (EntAddressAnswer *answer)
{
  if (answer != NULL)
    ent_address_answer_clear (answer);
  g_free (answer);
}

static void
ask_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  EntAddressAnswer *answer = g_new0 (EntAddressAnswer, 1);
  GError *error = NULL;

  if (ent_addresses_resolve (question->addresses, &question->query, answer, &error))
    g_task_return_pointer (task, answer, (GDestroyNotify) ent_address_ask_answer_free);
  else
    {
      g_free (answer);
      g_task_return_error (task, error);
    }
}

void
ent_address_ask_async (const EntAddressQuery *query,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  put (g_task_new (NULL, cancellable, callback, user_data), query, (EntPoint) { 0, 0 }, ask_cb);
}

EntAddressAnswer *
ent_address_ask_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ent_address_near_free (EntAddressNear *self)
{
  ent_address_match_free (self->match);
  g_free (self);
}

static void
near_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  EntAddressNear *found;
  GError *error = NULL;
  double metres = 0;
  EntAddressMatch *match = ent_addresses_near (question->addresses, question->point, &metres,
                                               &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (match == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  found = g_new0 (EntAddressNear, 1);
  found->match = match;
  found->metres = metres;
  g_task_return_pointer (task, found, (GDestroyNotify) ent_address_near_free);
}

void
ent_address_ask_near_async (EntPoint point,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  put (g_task_new (NULL, cancellable, callback, user_data), NULL, point, near_cb);
}

EntAddressNear *
ent_address_ask_near_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
