/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what a draft starts from. Main thread; the reading is done on the reading thread. */

#include "ent-paper-start.h"

#include "ent-paper-kinds.h"
#include "ent-paper-make.h"
#include "ent-paper-me.h"
#include "ent-paper-query.h"
#include "ent-person.h"

static gboolean
has_template (EntDb *db, const EntPaperRequest *request, const char *language)
{
  g_autofree char *shipped = ent_paper_shipped_template (request->kind->id, language);
  g_autoptr (EntDocumentTemplate) own = NULL;

  if (shipped != NULL)
    return TRUE;
  own = ent_paper_query_template (db, request->kind->id, language, request->day, NULL);
  return own != NULL;
}

static void
read_languages (EntPaperStart *self, EntDb *db)
{
  for (guint i = 0; i < ent_paper_language_enum.n_choices; i++)
    {
      const char *nick = ent_paper_language_enum.choices[i].nick;

      if (has_template (db, self->request, nick))
        g_ptr_array_add (self->languages, g_strdup (nick));
    }
}

static gint64
person_of (EntDb *db, const EntPaperRequest *request)
{
  const EntSchema *schema = request->kind->subject;
  const EntColumn *owner = ent_schema_owner (schema);
  g_autoptr (EntRecord) subject = NULL;
  gint64 id = 0;

  if (schema == &ent_person_schema)
    return request->subject_id;
  if (owner == NULL || owner->type () != ENT_TYPE_PERSON)
    return 0;
  subject = ent_paper_query_record (db, schema, request->subject_id, NULL);
  if (subject != NULL)
    g_object_get (subject, owner->name, &id, NULL);
  return id;
}

/* A language that has no template would be written in French, and must not be shown as another. */
static void
settle_language (EntPaperStart *self, EntDb *db)
{
  g_autoptr (EntPaperMade) made = ent_paper_make (db, self->request, NULL);
  const char *language = made != NULL && made->language != NULL ? made->language : "fr";

  g_free (self->request->language);
  self->request->language = g_strdup (language);
}

static gpointer
read_start (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  EntPaperStart *self = g_new0 (EntPaperStart, 1);
  g_autofree char *image = NULL;

  self->request = ent_paper_request_copy (data);
  self->languages = g_ptr_array_new_with_free_func (g_free);
  self->request->agent_id = ent_paper_me_agent (db);
  self->person_id = person_of (db, self->request);
  settle_language (self, db);
  ent_paper_propose (db, self->request);
  read_languages (self, db);
  image = self->request->agent_id != 0
              ? ent_paper_query_signature_image (db, self->request->agent_id)
              : NULL;
  self->has_signature = image != NULL;
  return self;
}

void
ent_paper_start_async (EntStore *store,
                       const EntPaperRequest *request,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_HIGH, read_start,
                       ent_paper_request_copy (request), (GDestroyNotify) ent_paper_request_free,
                       (GDestroyNotify) ent_paper_start_free, cancellable, callback, user_data);
}

EntPaperStart *
ent_paper_start_finish (EntStore *store, GAsyncResult *result, GError **error)
{
  return ent_store_run_finish (store, result, error);
}

void
ent_paper_start_free (EntPaperStart *self)
{
  g_clear_pointer (&self->request, ent_paper_request_free);
  g_ptr_array_unref (self->languages);
  g_free (self);
}
