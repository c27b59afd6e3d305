/* SPDX-License-Identifier: GPL-3.0-or-later */
/* As much of JSON Schema as ours use for objects, lists and choices. Included once by a test
 * program. */
#pragma once

#include <json-glib/json-glib.h>

static inline JsonObject *
schema_resolve (JsonObject *root, JsonObject *schema)
{
  const char *ref = json_object_get_string_member_with_default (schema, "$ref", NULL);
  JsonObject *defs = json_object_get_object_member (root, "$defs");

  return ref != NULL ? json_object_get_object_member (defs, ref + strlen ("#/$defs/")) : schema;
}

static inline gboolean schema_fits (JsonObject *root,
                                    JsonObject *schema,
                                    JsonNode *node,
                                    GString *path);

static inline gboolean
schema_fits_object (JsonObject *root, JsonObject *schema, JsonObject *object, GString *path)
{
  JsonObject *properties = json_object_has_member (schema, "properties")
                               ? json_object_get_object_member (schema, "properties")
                               : NULL;
  JsonNode *more = json_object_get_member (schema, "additionalProperties");
  gsize length = path->len;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      JsonObject *of = properties != NULL && json_object_has_member (properties, name)
                           ? json_object_get_object_member (properties, name)
                       : more != NULL && JSON_NODE_HOLDS_OBJECT (more) ? json_node_get_object (more)
                                                                       : NULL;

      g_string_append_printf (path, ".%s", name);
      if (of == NULL || !schema_fits (root, of, value, path))
        return FALSE;
      g_string_truncate (path, length);
    }
  if (json_object_has_member (schema, "required"))
    {
      JsonArray *names = json_object_get_array_member (schema, "required");

      for (guint i = 0; i < json_array_get_length (names); i++)
        if (!json_object_has_member (object, json_array_get_string_element (names, i)))
          return FALSE;
    }
  return TRUE;
}

static inline gboolean
schema_is_chosen (JsonArray *choices, const char *text)
{
  for (guint i = 0; i < json_array_get_length (choices); i++)
    if (g_strcmp0 (json_array_get_string_element (choices, i), text) == 0)
      return TRUE;
  return FALSE;
}

static inline gboolean
schema_fits_any (JsonObject *root, JsonArray *schemas, JsonNode *node, GString *path)
{
  for (guint i = 0; i < json_array_get_length (schemas); i++)
    if (schema_fits (root, json_array_get_object_element (schemas, i), node, path))
      return TRUE;
  return FALSE;
}

/* Leaves in path where it does not fit. */
static inline gboolean
schema_fits (JsonObject *root, JsonObject *schema, JsonNode *node, GString *path)
{
  JsonObject *of = schema_resolve (root, schema);
  const char *type = json_object_get_string_member_with_default (of, "type", "string");
  gsize length = path->len;

  if (json_object_has_member (of, "anyOf"))
    return schema_fits_any (root, json_object_get_array_member (of, "anyOf"), node, path);
  if (g_str_equal (type, "object"))
    return JSON_NODE_HOLDS_OBJECT (node) &&
           schema_fits_object (root, of, json_node_get_object (node), path);
  if (g_str_equal (type, "array"))
    {
      JsonArray *items = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
        {
          g_string_append_printf (path, "[%u]", i);
          if (!schema_fits (root, json_object_get_object_member (of, "items"),
                            json_array_get_element (items, i), path))
            return FALSE;
          g_string_truncate (path, length);
        }
      return items != NULL;
    }
  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_object_has_member (of, "enum"))
    return schema_is_chosen (json_object_get_array_member (of, "enum"),
                             json_node_get_string (node));
  if (json_object_has_member (of, "pattern"))
    return json_node_get_string (node) != NULL &&
           g_regex_match_simple (json_object_get_string_member (of, "pattern"),
                                 json_node_get_string (node), 0, 0);
  return json_node_get_value_type (node) == (g_str_equal (type, "string")    ? G_TYPE_STRING
                                             : g_str_equal (type, "boolean") ? G_TYPE_BOOLEAN
                                             : g_str_equal (type, "integer")
                                                 ? G_TYPE_INT64
                                                 : json_node_get_value_type (node));
}
