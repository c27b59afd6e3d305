/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks through a JSON document, with paths for what is wrong. One thread. */
#include "ent-json-walk.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

struct _EntJsonWalk
{
  GPtrArray *nodes; /* from the root to where it stands, borrowed */
  GArray *lengths; /* of the path before each step */
  GString *path;
  GError *error;
};

EntJsonWalk *
ent_json_walk_new (JsonNode *root)
{
  EntJsonWalk *self = g_new0 (EntJsonWalk, 1);

  self->nodes = g_ptr_array_new ();
  self->lengths = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->path = g_string_new (NULL);
  g_ptr_array_add (self->nodes, root);
  return self;
}

void
ent_json_walk_free (EntJsonWalk *self)
{
  g_ptr_array_unref (self->nodes);
  g_array_unref (self->lengths);
  g_string_free (self->path, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

gboolean
ent_json_walk_is_good (EntJsonWalk *self)
{
  return self->error == NULL;
}

gboolean
ent_json_walk_check (EntJsonWalk *self, GError **error)
{
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

void
ent_json_walk_fail (EntJsonWalk *self, const char *member, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;
  const char *dot = member != NULL && member[0] != '[' && self->path->len > 0 ? "." : "";
  g_autofree char *path = g_strconcat (self->path->str, dot, member, NULL);

  if (self->error != NULL)
    return;
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  self->error = path[0] != '\0'
                    ? g_error_new (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", path, what)
                    : g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, what);
}

static JsonNode *
here (EntJsonWalk *self)
{
  return g_ptr_array_index (self->nodes, self->nodes->len - 1);
}

void
ent_json_walk_expect_object (EntJsonWalk *self)
{
  if (!JSON_NODE_HOLDS_OBJECT (here (self)))
    ent_json_walk_fail (self, NULL, _ ("an object is needed here, in { }."));
}

/* NULL when it is missing, null, or something was wrong before. */
static JsonNode *
member_of (EntJsonWalk *self, const char *member)
{
  JsonNode *node;

  if (self->error != NULL || !JSON_NODE_HOLDS_OBJECT (here (self)))
    return NULL;
  node = json_object_get_member (json_node_get_object (here (self)), member);
  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

gboolean
ent_json_walk_has (EntJsonWalk *self, const char *member)
{
  return member_of (self, member) != NULL;
}

void
ent_json_walk_only (EntJsonWalk *self, const char *const *names)
{
  g_autoptr (GList) members = NULL;

  ent_json_walk_expect_object (self);
  members = ent_json_walk_names (self);
  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (names, l->data))
      ent_json_walk_fail (self, l->data, _ ("nothing of this name belongs here."));
}

GList *
ent_json_walk_names (EntJsonWalk *self)
{
  return self->error == NULL && JSON_NODE_HOLDS_OBJECT (here (self))
             ? json_object_get_members (json_node_get_object (here (self)))
             : NULL;
}

static void
step (EntJsonWalk *self, JsonNode *node)
{
  g_array_append_val (self->lengths, self->path->len);
  g_ptr_array_add (self->nodes, node);
}

gboolean
ent_json_walk_into (EntJsonWalk *self, const char *member)
{
  JsonNode *node = member_of (self, member);

  if (node == NULL)
    return FALSE;
  step (self, node);
  if (self->path->len > 0)
    g_string_append_c (self->path, '.');
  g_string_append (self->path, member);
  return TRUE;
}

gboolean
ent_json_walk_item (EntJsonWalk *self, guint i)
{
  if (i >= ent_json_walk_count (self))
    return FALSE;
  step (self, json_array_get_element (json_node_get_array (here (self)), i));
  g_string_append_printf (self->path, "[%u]", i);
  return TRUE;
}

void
ent_json_walk_out (EntJsonWalk *self)
{
  guint last = self->lengths->len - 1;

  g_string_truncate (self->path, g_array_index (self->lengths, gsize, last));
  g_array_set_size (self->lengths, last);
  g_ptr_array_set_size (self->nodes, (gint) self->nodes->len - 1);
}

guint
ent_json_walk_count (EntJsonWalk *self)
{
  if (self->error != NULL)
    return 0;
  if (JSON_NODE_HOLDS_ARRAY (here (self)))
    return json_array_get_length (json_node_get_array (here (self)));
  ent_json_walk_fail (self, NULL, _ ("a list is needed here, in [ ]."));
  return 0;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static const char *
text_of (EntJsonWalk *self, JsonNode *node, const char *member)
{
  if (holds (node, G_TYPE_STRING) && json_node_get_string (node)[0] != '\0')
    return json_node_get_string (node);
  ent_json_walk_fail (self, member, _ ("a text is needed here, in quotation marks."));
  return NULL;
}

const char *
ent_json_walk_text (EntJsonWalk *self, const char *member, gboolean required)
{
  JsonNode *node = member_of (self, member);

  if (node != NULL)
    return text_of (self, node, member);
  if (required)
    ent_json_walk_fail (self, member, _ ("this is missing."));
  return NULL;
}

gboolean
ent_json_walk_flag (EntJsonWalk *self, const char *member)
{
  JsonNode *node = member_of (self, member);

  if (node == NULL)
    return FALSE;
  if (holds (node, G_TYPE_BOOLEAN))
    return json_node_get_boolean (node);
  ent_json_walk_fail (self, member, _ ("say true or false."));
  return FALSE;
}

double
ent_json_walk_number (EntJsonWalk *self, const char *member, double fallback, const double range[2])
{
  JsonNode *node = member_of (self, member);
  double value;

  if (node == NULL)
    return fallback;
  if (!holds (node, G_TYPE_INT64) && !holds (node, G_TYPE_DOUBLE))
    {
      ent_json_walk_fail (self, member, _ ("a number is needed here."));
      return fallback;
    }
  value = json_node_get_double (node);
  if (value >= range[0] && value <= range[1])
    return value;
  ent_json_walk_fail (self, member, _ ("%g is not from %g to %g."), value, range[0], range[1]);
  return fallback;
}

const char *
ent_json_walk_text_at (EntJsonWalk *self, guint i)
{
  g_autofree char *index = g_strdup_printf ("[%u]", i);

  if (i >= ent_json_walk_count (self))
    return NULL;
  return text_of (self, json_array_get_element (json_node_get_array (here (self)), i), index);
}

double
ent_json_walk_number_at (EntJsonWalk *self, guint i)
{
  JsonNode *node;

  if (i >= ent_json_walk_count (self))
    return 0;
  node = json_array_get_element (json_node_get_array (here (self)), i);
  if (!holds (node, G_TYPE_INT64) && !holds (node, G_TYPE_DOUBLE))
    {
      g_autofree char *index = g_strdup_printf ("[%u]", i);

      ent_json_walk_fail (self, index, _ ("a number is needed here."));
      return 0;
    }
  return json_node_get_double (node);
}

int
ent_json_walk_choice (EntJsonWalk *self, const char *member, const char *const *texts, int fallback)
{
  const char *text = ent_json_walk_text (self, member, FALSE);
  g_autofree char *all = NULL;

  if (text == NULL)
    return fallback;
  for (int i = 0; texts[i] != NULL; i++)
    if (g_str_equal (texts[i], text))
      return i;
  all = g_strjoinv (", ", (char **) texts);
  ent_json_walk_fail (self, member, _ ("“%s” is none of these: %s."), text, all);
  return fallback;
}
