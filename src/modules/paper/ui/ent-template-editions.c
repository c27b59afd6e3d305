/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The editions of a template. Main thread; read on the reading thread. */

#include "ent-template-editions.h"

#include "ent-date.h"
#include "ent-paper-kinds.h"
#include "ent-paper-query.h"
#include "ent-query.h"

#define UNSAVED "ent-template-unsaved"

typedef struct
{
  const EntDocumentKind *kind;
  EntPaperLanguage language;
} Asked;

G_DEFINE_BOXED_TYPE (EntTemplateEditions,
                     ent_template_editions,
                     ent_template_editions_copy,
                     ent_template_editions_free)

const char *
ent_template_language_nick (EntPaperLanguage language)
{
  return ent_enum_by_value (&ent_paper_language_enum, (int) language)->nick;
}

EntTemplateEditions *
ent_template_editions_copy (const EntTemplateEditions *self)
{
  EntTemplateEditions *copy = g_memdup2 (self, sizeof *self);

  g_ptr_array_ref (copy->own);
  copy->shipped = g_strdup (self->shipped);
  copy->french = g_strdup (self->french);
  return copy;
}

void
ent_template_editions_free (EntTemplateEditions *self)
{
  g_ptr_array_unref (self->own);
  g_free (self->shipped);
  g_free (self->french);
  g_free (self);
}

static EntQuery *
query_for (const Asked *asked)
{
  EntQuery *query = ent_query_new (&ent_document_template_schema);
  const EntValue kind = ent_text (asked->kind->id);
  const EntValue language = ent_text (ent_template_language_nick (asked->language));

  ent_query_add_condition (query, "kind", ENT_OP_EQUAL, &kind);
  ent_query_add_condition (query, "language", ENT_OP_EQUAL, &language);
  return query;
}

static gint
compare_editions (gconstpointer a, gconstpointer b)
{
  return ((const EntDocumentTemplate *) b)->edition - ((const EntDocumentTemplate *) a)->edition;
}

static gpointer
read_editions (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  g_autoptr (EntQuery) query = query_for (asked);
  g_autoptr (GArray) ids = ent_query_run (query, db, cancellable, error);
  g_autoptr (EntTemplateEditions) self = g_new0 (EntTemplateEditions, 1);
  const char *language = "fr";
  int edition;

  self->kind = asked->kind;
  self->language = asked->language;
  self->own = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gpointer record = ent_paper_query_record (db, &ent_document_template_schema,
                                                g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (self->own, record);
    }
  if (ids == NULL)
    return NULL;
  g_ptr_array_sort_values (self->own, compare_editions);
  self->shipped = ent_paper_shipped_template (asked->kind->id,
                                              ent_template_language_nick (asked->language));
  if (self->own->len == 0 && self->shipped == NULL)
    self->french = ent_paper_current_template (db, asked->kind, &language, ent_day_today (),
                                               &edition, NULL);
  return g_steal_pointer (&self);
}

void
ent_template_editions_read_async (EntStore *store,
                                  const EntDocumentKind *kind,
                                  EntPaperLanguage language,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->kind = kind;
  asked->language = language;
  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_editions, asked, g_free,
                       (GDestroyNotify) ent_template_editions_free, cancellable, callback,
                       user_data);
}

EntTemplateEditions *
ent_template_editions_read_finish (EntStore *store, GAsyncResult *result, GError **error)
{
  return ent_store_run_finish (store, result, error);
}

const char *
ent_template_editions_latest (const EntTemplateEditions *self, int *edition)
{
  EntDocumentTemplate *latest = self->own->len > 0 ? g_ptr_array_index (self->own, 0) : NULL;

  if (edition != NULL)
    *edition = latest != NULL ? latest->edition : self->shipped != NULL ? 1 : 0;
  return latest != NULL ? latest->text : self->shipped;
}

guint
ent_template_editions_count (const EntTemplateEditions *self)
{
  return self->own->len + (self->shipped != NULL ? 1 : 0);
}

static char *
unsaved_key (const EntDocumentKind *kind, EntPaperLanguage language)
{
  return g_strdup_printf ("%s/%s", kind->id, ent_template_language_nick (language));
}

const char *
ent_template_unsaved_get (EntStore *store, const EntDocumentKind *kind, EntPaperLanguage language)
{
  GHashTable *texts = g_object_get_data (G_OBJECT (store), UNSAVED);
  g_autofree char *key = unsaved_key (kind, language);

  return texts != NULL ? g_hash_table_lookup (texts, key) : NULL;
}

void
ent_template_unsaved_set (EntStore *store,
                          const EntDocumentKind *kind,
                          EntPaperLanguage language,
                          const char *text)
{
  GHashTable *texts = g_object_get_data (G_OBJECT (store), UNSAVED);
  g_autofree char *key = unsaved_key (kind, language);

  if (texts == NULL)
    {
      texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_object_set_data_full (G_OBJECT (store), UNSAVED, texts,
                              (GDestroyNotify) g_hash_table_unref);
    }
  if (text == NULL)
    g_hash_table_remove (texts, key);
  else
    g_hash_table_insert (texts, g_steal_pointer (&key), g_strdup (text));
}
