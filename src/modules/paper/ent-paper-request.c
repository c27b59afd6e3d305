/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody asks to be printed. Any thread, one at a time. */

#include "ent-paper-request.h"

#include <json-glib/json-glib.h>

G_DEFINE_BOXED_TYPE (EntPaperRequest,
                     ent_paper_request,
                     ent_paper_request_copy,
                     ent_paper_request_free)

EntPaperRequest *
ent_paper_request_new (const EntDocumentKind *kind, gint64 subject_id, gint32 day)
{
  EntPaperRequest *self = g_new0 (EntPaperRequest, 1);

  self->kind = kind;
  self->subject_id = subject_id;
  self->day = day;
  self->signing = ENT_SIGNING_BY_HAND;
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

EntPaperRequest *
ent_paper_request_copy (const EntPaperRequest *self)
{
  EntPaperRequest *copy = g_memdup2 (self, sizeof *self);
  GHashTableIter iter;
  gpointer path, text;

  copy->language = g_strdup (self->language);
  copy->purpose = g_strdup (self->purpose);
  copy->recipient = g_strdup (self->recipient);
  copy->author = g_strdup (self->author);
  copy->template_text = g_strdup (self->template_text);
  copy->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, &path, &text))
    g_hash_table_insert (copy->answers, g_strdup (path), g_strdup (text));
  return copy;
}

void
ent_paper_request_free (EntPaperRequest *self)
{
  g_free (self->language);
  g_free (self->purpose);
  g_free (self->recipient);
  g_free (self->author);
  g_free (self->template_text);
  g_hash_table_unref (self->answers);
  g_free (self);
}

void
ent_paper_request_set_answer (EntPaperRequest *self, const char *path, const char *text)
{
  if (text == NULL || *text == '\0')
    g_hash_table_remove (self->answers, path);
  else
    g_hash_table_insert (self->answers, g_strdup (path), g_strdup (text));
}

const char *
ent_paper_request_get_answer (const EntPaperRequest *self, const char *path)
{
  return g_hash_table_lookup (self->answers, path);
}

/* What was asked beyond the questions, so that the same can be made again. No question has such a
 * path. */
#define RECIPIENT "request.recipient"
#define LARGE_TYPE "request.large_type"

static void
add_asked (const EntPaperRequest *self, JsonBuilder *builder)
{
  if (self->recipient != NULL)
    {
      json_builder_set_member_name (builder, RECIPIENT);
      json_builder_add_string_value (builder, self->recipient);
    }
  if (self->large_type)
    {
      json_builder_set_member_name (builder, LARGE_TYPE);
      json_builder_add_boolean_value (builder, TRUE);
    }
}

char *
ent_paper_request_answers_to_json (const EntPaperRequest *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) paths = g_hash_table_get_keys_as_ptr_array (self->answers);
  g_autoptr (JsonNode) root = NULL;

  g_ptr_array_sort_values (paths, (GCompareFunc) g_strcmp0);
  json_builder_begin_object (builder);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);

      json_builder_set_member_name (builder, path);
      json_builder_add_string_value (builder, g_hash_table_lookup (self->answers, path));
    }
  add_asked (self, builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
take_answer (JsonObject *object, const char *path, JsonNode *node, gpointer data)
{
  EntPaperRequest *self = data;
  gboolean is_text = JSON_NODE_HOLDS_VALUE (node) &&
                     json_node_get_value_type (node) == G_TYPE_STRING;

  if (g_str_equal (path, LARGE_TYPE))
    self->large_type = json_object_get_boolean_member_with_default (object, path, FALSE);
  else if (is_text && g_str_equal (path, RECIPIENT))
    g_set_str (&self->recipient, json_node_get_string (node));
  else if (is_text)
    ent_paper_request_set_answer (self, path, json_node_get_string (node));
}

void
ent_paper_request_set_answers_from_json (EntPaperRequest *self, const char *json)
{
  g_autoptr (JsonNode) root = json != NULL ? json_from_string (json, NULL) : NULL;

  g_hash_table_remove_all (self->answers);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    json_object_foreach_member (json_node_get_object (root), take_answer, self);
}
