/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each keystroke asks anew, and an answer to the one before is dropped. Main thread; looking up is
 * done in a thread. */

#include "ent-place-search.h"

#include "ent-regions.h"
#include "ent-suggestions.h"

#define SEARCH "ent-place-search"
#define N_PROPOSALS 8

struct _EntPlaceSearch
{
  GObject parent_instance;

  GtkWidget *entry; /* borrowed: it owns us */
  EntSuggestions *suggestions; /* borrowed: the entry owns it */
  GPtrArray *proposals; /* EntAddressMatch */
  GCancellable *asking;
  gboolean writing; /* the text is ours */
};

enum
{
  SIGNAL_FOUND,
  SIGNAL_MISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntPlaceSearch, ent_place_search, G_TYPE_OBJECT)

typedef struct
{
  EntAddresses *addresses;
  char *text;
} Question;

static void
question_free (Question *self)
{
  ent_addresses_unref (self->addresses);
  g_free (self->text);
  g_free (self);
}

static GTask *
question_new (EntPlaceSearch *self, GAsyncReadyCallback callback)
{
  EntAddresses *addresses = ent_regions_get_addresses (ent_regions_get_default ());
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  Question *question;
  GTask *task;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  if (addresses == NULL || *text == '\0')
    return NULL;
  question = g_new0 (Question, 1);
  question->addresses = ent_addresses_ref (addresses);
  question->text = g_strdup (text);
  task = g_task_new (self, self->asking, callback, NULL);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  return task;
}

static void
suggest_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  GPtrArray *found = ent_addresses_suggest (question->addresses, question->text, N_PROPOSALS,
                                            &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
suggested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntPlaceSearch *self = ENT_PLACE_SEARCH (source);
  g_autoptr (GPtrArray) found = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  if (found == NULL || self->entry == NULL)
    return;
  for (guint i = 0; i < found->len; i++)
    g_strv_builder_take (lines, ent_address_match_format (g_ptr_array_index (found, i)));
  texts = g_strv_builder_end (lines);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  self->proposals = g_steal_pointer (&found);
  ent_suggestions_show (self->suggestions, (const char *const *) texts);
}

static void
resolve_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  const EntAddressQuery query = { .text = question->text };
  g_auto (EntAddressAnswer) answer = { NULL };
  const EntAddressMatch *best;
  GError *error = NULL;

  if (!ent_addresses_resolve (question->addresses, &query, &answer, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  best = ent_address_answer_get_best (&answer);
  g_task_return_pointer (task, best != NULL ? ent_address_match_copy (best) : NULL,
                         (GDestroyNotify) ent_address_match_free);
}

static void
take (EntPlaceSearch *self, const EntAddressMatch *match)
{
  g_autofree char *text = ent_address_match_format (match);

  ent_place_search_set_text (self, text);
  g_signal_emit (self, signals[SIGNAL_FOUND], 0, match);
}

static void
resolved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntPlaceSearch *self = ENT_PLACE_SEARCH (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntAddressMatch) match = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->entry == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (match != NULL)
    take (self, match);
  else
    g_signal_emit (self, signals[SIGNAL_MISSED], 0);
}

static void
changed_cb (EntPlaceSearch *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->writing)
    return;
  task = question_new (self, suggested_cb);
  if (task != NULL)
    g_task_run_in_thread (task, suggest_cb);
  else
    ent_suggestions_show (self->suggestions, NULL);
}

static void
entered_cb (EntPlaceSearch *self)
{
  g_autoptr (GTask) task = question_new (self, resolved_cb);

  ent_suggestions_show (self->suggestions, NULL);
  if (task != NULL)
    g_task_run_in_thread (task, resolve_cb);
}

static void
picked_cb (EntPlaceSearch *self, guint position)
{
  g_autoptr (GPtrArray) proposals = NULL;

  if (self->proposals == NULL || position >= self->proposals->len)
    return;
  proposals = g_steal_pointer (&self->proposals);
  g_cancellable_cancel (self->asking);
  take (self, g_ptr_array_index (proposals, position));
}

static void
ent_place_search_dispose (GObject *object)
{
  EntPlaceSearch *self = ENT_PLACE_SEARCH (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  G_OBJECT_CLASS (ent_place_search_parent_class)->dispose (object);
}

static void
ent_place_search_class_init (EntPlaceSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_place_search_dispose;

  signals[SIGNAL_FOUND] = g_signal_new ("found", ENT_TYPE_PLACE_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_MISSED] = g_signal_new ("missed", ENT_TYPE_PLACE_SEARCH, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_place_search_init (EntPlaceSearch *self)
{
}

static void
entry_gone (gpointer data)
{
  EntPlaceSearch *self = data;

  self->entry = NULL;
  g_cancellable_cancel (self->asking);
  g_object_unref (self);
}

EntPlaceSearch *
ent_place_search_attach (GtkWidget *entry)
{
  EntPlaceSearch *self = g_object_new (ENT_TYPE_PLACE_SEARCH, NULL);
  const char *activated = ADW_IS_ENTRY_ROW (entry) ? "entry-activated" : "activate";

  self->entry = entry;
  self->suggestions = ent_suggestions_new (entry);
  g_object_set_data_full (G_OBJECT (entry), SEARCH, self, entry_gone);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, activated, G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->suggestions, "picked", G_CALLBACK (picked_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
ent_place_search_set_text (EntPlaceSearch *self, const char *text)
{
  self->writing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  gtk_editable_set_position (GTK_EDITABLE (self->entry), 0);
  self->writing = FALSE;
  ent_suggestions_show (self->suggestions, NULL);
}
