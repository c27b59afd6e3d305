/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Kinds of documents and their templates. Any thread; those of the office on the thread of the
 * connection. */

#include "ent-paper-kinds.h"

#include "ent-common-chips.h"
#include "ent-module.h"
#include "ent-paper-fields.h"
#include "ent-paper-query.h"
#include "ent-paper-resources.h"

#include <glib/gi18n-lib.h>

#define FOLDER "/org/entraide/Entraide/templates/"

GPtrArray *
ent_paper_kinds (void)
{
  return ent_paper_kinds_for (NULL);
}

GPtrArray *
ent_paper_kinds_for (const EntSchema *subject)
{
  GPtrArray *kinds = g_ptr_array_new ();

  for (guint i = 0; i < ent_registry_n_modules (); i++)
    {
      const EntDocumentKind *const *kind = ent_registry_module (i)->documents;

      for (; kind != NULL && *kind != NULL; kind++)
        if (subject == NULL || (*kind)->subject == subject)
          g_ptr_array_add (kinds, (gpointer) *kind);
    }
  return kinds;
}

const EntDocumentKind *
ent_paper_kind (const char *id)
{
  g_autoptr (GPtrArray) kinds = ent_paper_kinds ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const EntDocumentKind *kind = g_ptr_array_index (kinds, i);

      if (g_strcmp0 (kind->id, id) == 0)
        return kind;
    }
  return NULL;
}

static void
add_chip (GArray *chips, char *path, EntChipKind kind, const char *label)
{
  EntChip chip = { path, kind, label, NULL };

  g_array_append_val (chips, chip);
}

/* What the answer to a question may be called in a template. */
static void
add_question (GArray *chips, const EntQuestion *question)
{
  gboolean list = question->kind == ENT_QUESTION_LINES;

  add_chip (chips, g_strdup (question->path), list ? ENT_CHIP_LIST : ENT_CHIP_TEXT,
            question->label);
  if (list)
    add_chip (chips, g_strdup_printf ("%s.text", question->path), ENT_CHIP_TEXT, question->label);
  if (question->kind != ENT_QUESTION_CHOICE || question->choices == NULL)
    return;
  for (guint i = 0; i < question->choices->n_choices; i++)
    add_chip (chips, g_strdup_printf ("%s.%s", question->path, question->choices->choices[i].nick),
              ENT_CHIP_FLAG, question->choices->choices[i].label);
}

/* Made once for each kind and kept: kinds are constant. */
static const EntChip *
question_chips (const EntDocumentKind *kind)
{
  static GMutex mutex;
  static GHashTable *made;
  GArray *chips;

  g_mutex_lock (&mutex);
  if (made == NULL)
    made = g_hash_table_new (NULL, NULL);
  chips = g_hash_table_lookup (made, kind);
  if (chips == NULL)
    {
      chips = g_array_new (TRUE, FALSE, sizeof (EntChip));
      for (const EntQuestion *q = kind->questions; q != NULL && q->path != NULL; q++)
        add_question (chips, q);
      g_hash_table_insert (made, (gpointer) kind, chips);
    }
  g_mutex_unlock (&mutex);
  return (const EntChip *) chips->data;
}

const EntChip **
ent_paper_kind_chips (const EntDocumentKind *kind)
{
  GPtrArray *arrays = g_ptr_array_new ();

  g_ptr_array_add (arrays, (gpointer) ent_common_chips);
  if (kind->chips != NULL)
    g_ptr_array_add (arrays, (gpointer) kind->chips);
  g_ptr_array_add (arrays, (gpointer) question_chips (kind));
  g_ptr_array_add (arrays, NULL);
  return (const EntChip **) g_ptr_array_free (arrays, FALSE);
}

/* They come with a static library, which the linker may leave without a constructor. */
static void
register_templates (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      ent_paper_register_resource ();
      g_once_init_leave (&once, 1);
    }
}

char *
ent_paper_shipped_template (const char *kind, const char *language)
{
  g_autofree char *path = g_strdup_printf (FOLDER "%s/%s.md", language, kind);
  g_autoptr (GBytes) bytes = NULL;

  register_templates ();
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    return NULL;
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
template_in (EntDb *db,
             const EntDocumentKind *kind,
             const char *language,
             gint32 day,
             int *edition,
             GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntDocumentTemplate) own = NULL;

  own = ent_paper_query_template (db, kind->id, language, day, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  *edition = own != NULL ? own->edition : 1;
  return own != NULL ? g_strdup (own->text) : ent_paper_shipped_template (kind->id, language);
}

char *
ent_paper_current_template (EntDb *db,
                            const EntDocumentKind *kind,
                            const char **language,
                            gint32 day,
                            int *edition,
                            GError **error)
{
  g_autoptr (GError) local_error = NULL;
  char *text = template_in (db, kind, *language, day, edition, &local_error);

  if (text == NULL && local_error == NULL && !g_str_equal (*language, "fr"))
    {
      *language = "fr";
      text = template_in (db, kind, *language, day, edition, &local_error);
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (text == NULL)
    g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_TEMPLATE,
                 _ ("There is no template for “%s” yet: write one under Templates."),
                 _ (kind->title));
  return text;
}
