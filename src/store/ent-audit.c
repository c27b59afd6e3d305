/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing the trail of an act, inside its transaction. */

#include <json-glib/json-glib.h>
#include <string.h>

#include "ent-apply-private.h"
#include "ent-module.h"

static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (out, '\\');
      if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

char *
ent_audit_values_to_text (const EntSchema *schema, gpointer record, guint64 mask)
{
  GString *out = g_string_new ("{");

  for (guint i = 0; i < schema->n_columns; i++)
    {
      EntValue value;

      if (!(mask >> i & 1) || schema->columns[i].expression != NULL)
        continue;

      if (out->len > 1)
        g_string_append_c (out, ',');
      append_quoted (out, schema->columns[i].name);
      g_string_append_c (out, ':');
      ent_record_get_value (record, i, &value);
      if (value.type == ENT_VALUE_TEXT)
        append_quoted (out, value.s);
      else if (value.type == ENT_VALUE_INT)
        g_string_append_printf (out, "%" G_GINT64_FORMAT, value.i);
      else
        g_string_append (out, "null");
      ent_value_clear (&value);
    }
  g_string_append_c (out, '}');
  return g_string_free_and_steal (out);
}

static EntValue
node_value (JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return ent_null ();
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return ent_text (json_node_get_string (node));
  return ent_int (json_node_get_int (node));
}

guint64
ent_audit_text_to_record (const char *text, gpointer record)
{
  const EntSchema *schema = ent_record_get_schema (record);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  guint64 mask = 0;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return 0;

  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &name, &node))
    {
      int position = ent_schema_find (schema, name);
      EntValue value = node_value (node);

      /* A column that a later version dropped is left out. */
      if (position < 0)
        continue;
      ent_record_set_value (record, (guint) position, &value);
      mask |= G_GUINT64_CONSTANT (1) << position;
    }
  return mask;
}

static void
extend_range (EntApply *self, const EntSchema *schema, gint64 id)
{
  EntRange fresh = { schema, id, id };

  for (guint i = self->ranges->len; i-- > 0;)
    {
      EntRange *range = &g_array_index (self->ranges, EntRange, i);

      if (range->schema == schema && range->last + 1 == id)
        {
          range->last = id;
          return;
        }
      if (range->schema == schema)
        break;
    }
  g_array_append_val (self->ranges, fresh);
}

gboolean
ent_audit_write (EntApply *self,
                 EntAction action,
                 gpointer before,
                 gpointer after,
                 guint64 mask,
                 GError **error)
{
  static const char *const letters[] = { "I", "U", "D" };
  gpointer record = after != NULL ? after : before;
  const EntSchema *schema = ent_record_get_schema (record);
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  const EntSchema *root_schema;
  gint64 root_id;

  self->n_changes++;
  if (action == ENT_ACTION_INSERT && self->bulk)
    {
      extend_range (self, schema, ent_record_get_id (record));
      return TRUE;
    }

  /* An insert needs no image: what was inserted is the row as it stands, less later changes. */
  if (action != ENT_ACTION_INSERT)
    old_text = ent_audit_values_to_text (schema, before, mask);
  if (action == ENT_ACTION_UPDATE)
    new_text = ent_audit_values_to_text (schema, after, mask);

  ent_apply_find_root (self, record, &root_schema, &root_id);
  return ent_db_execute (
      self->db,
      "INSERT INTO audit (set_id, schema_no, record_id, action, root_no, root_id, before, after)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      ENT_ARGS (ent_int (self->set_id), ent_int (schema->number),
                ent_int (ent_record_get_id (record)), ent_text (letters[action]),
                ent_int (root_schema->number), ent_int (root_id), ent_text (old_text),
                ent_text (new_text)),
      NULL, error);
}

static int
place_of (const EntSchema *schema)
{
  const EntSchema *const *all = ent_registry_schemas ();
  int place = 0;

  while (all[place] != NULL && all[place] != schema)
    place++;
  return place;
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const EntRange *first = a;
  const EntRange *second = b;
  int difference = place_of (first->schema) - place_of (second->schema);

  if (difference != 0)
    return difference;
  return first->first < second->first ? -1 : first->first > second->first;
}

/* In the order of the registry: undoing goes backwards, so what refers goes before what it refers
 * to, whichever of them a line of an import happened to write first. */
gboolean
ent_audit_flush_ranges (EntApply *self, GError **error)
{
  g_array_sort (self->ranges, compare_ranges);
  for (guint i = 0; i < self->ranges->len; i++)
    {
      EntRange *range = &g_array_index (self->ranges, EntRange, i);

      if (!ent_db_execute (
              self->db,
              "INSERT INTO audit (set_id, schema_no, record_id, last_id, action, root_no, root_id)"
              " VALUES ($1, $2, $3, $4, 'I', $2, $3)",
              ENT_ARGS (ent_int (self->set_id), ent_int (range->schema->number),
                        ent_int (range->first), ent_int (range->last)),
              NULL, error))
        return FALSE;
    }
  g_array_set_size (self->ranges, 0);
  return TRUE;
}
