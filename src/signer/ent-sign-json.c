/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON heads: read with care, since a member may be missing or of another kind. The helper's only
 * thread. */
#include "ent-sign-json.h"

#include <string.h>

const char *
ent_sign_json_text (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

JsonObject *
ent_sign_json_parse (GBytes *text)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize size;
  const char *data = g_bytes_get_data (text, &size);
  JsonNode *root;

  if (!json_parser_load_from_data (parser, data, (gssize) size, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_dup_object (root) : NULL;
}

GBytes *
ent_sign_json_print (JsonObject *object)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  char *text;

  json_node_set_object (root, object);
  text = json_to_string (root, FALSE);
  return g_bytes_new_take (text, strlen (text));
}
