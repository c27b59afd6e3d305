/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the tree of accessibles over D-Bus and acts on its nodes. Main thread. */

#include "ent-node.h"

#include <atspi/atspi.h>

#define TIMEOUT_MS 10000
#define A11Y "org.a11y.atspi."
#define STATE(s) (G_GUINT64_CONSTANT (1) << (s))

typedef struct
{
  EntNode *node;
  int *pending;
} Visit;

static GVariant *
call (GDBusConnection *bus,
      const char *owner,
      const char *path,
      const char *method, /* interface.Method */
      GVariant *arguments)
{
  const char *dot = strrchr (method, '.');
  g_autofree char *interface = g_strndup (method, dot - method);
  g_autoptr(GError) error = NULL;
  GVariant *result;

  result = g_dbus_connection_call_sync (bus, owner, path, interface, dot + 1, arguments, NULL,
                                        G_DBUS_CALL_FLAGS_NONE, TIMEOUT_MS, NULL, &error);
  if (result == NULL)
    g_debug ("%s at %s: %s", method, path, error->message);
  return result;
}

static GVariant *
call_node (const EntNode *self, const char *method, GVariant *arguments)
{
  return call (self->bus, self->owner, self->path, method, arguments);
}

static GVariant *
get_property (const EntNode *self, const char *interface, const char *name)
{
  g_autoptr(GVariant) result = NULL;
  GVariant *value = NULL;

  result = call_node (self, "org.freedesktop.DBus.Properties.Get",
                      g_variant_new ("(ss)", interface, name));
  if (result != NULL)
    g_variant_get (result, "(v)", &value);
  return value;
}

static EntNode *
node_new (GDBusConnection *bus, const char *owner, const char *path)
{
  EntNode *self = g_new0 (EntNode, 1);

  self->bus = bus;
  self->owner = g_strdup (owner);
  self->path = g_strdup (path);
  self->name = g_strdup ("");
  self->description = g_strdup ("");
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_node_free);
  return self;
}

static guint64
join_states (GVariant *states)
{
  guint32 low = 0, high = 0;

  if (g_variant_n_children (states) > 0)
    g_variant_get_child (states, 0, "u", &low);
  if (g_variant_n_children (states) > 1)
    g_variant_get_child (states, 1, "u", &high);
  return low | (guint64) high << 32;
}

static guint64
read_states (const EntNode *self)
{
  g_autoptr(GVariant) result = call_node (self, A11Y "Accessible.GetState", NULL);
  g_autoptr(GVariant) states = NULL;

  if (result == NULL)
    return 0;
  states = g_variant_get_child_value (result, 0);
  return join_states (states);
}

static void
children_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Visit *visit = user_data;
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GVariantIter) children = NULL;
  const char *owner, *path;

  reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  (*visit->pending)--;
  if (reply == NULL)
    return;
  g_variant_get (reply, "(a(so))", &children);
  while (g_variant_iter_next (children, "(&s&o)", &owner, &path))
    {
      EntNode *child = node_new (visit->node->bus, owner, path);

      child->parent = visit->node;
      g_ptr_array_add (visit->node->children, child);
    }
}

static void
state_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Visit *visit = user_data;
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GVariant) states = NULL;

  reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  (*visit->pending)--;
  if (reply == NULL)
    return;
  states = g_variant_get_child_value (reply, 0);
  visit->node->states = join_states (states);
}

static void
ask (Visit *visit, const char *method, GAsyncReadyCallback callback)
{
  EntNode *node = visit->node;

  (*visit->pending)++;
  g_dbus_connection_call (node->bus, node->owner, node->path, A11Y "Accessible", method, NULL, NULL,
                          G_DBUS_CALL_FLAGS_NONE, TIMEOUT_MS, NULL, callback, visit);
}

/* Asks all nodes of one level together; returns the level below, without what does not show. */
static GPtrArray *
read_level (GPtrArray *level)
{
  GPtrArray *below = g_ptr_array_new ();
  g_autofree Visit *visits = g_new0 (Visit, level->len);
  int pending = 0;

  for (guint i = 0; i < level->len; i++)
    {
      visits[i] = (Visit) { .node = g_ptr_array_index (level, i), .pending = &pending };
      ask (&visits[i], "GetState", state_read_cb);
      ask (&visits[i], "GetChildren", children_read_cb);
    }
  while (pending > 0)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < level->len; i++)
    {
      EntNode *node = visits[i].node;

      if (node->parent != NULL && (node->states & STATE (ATSPI_STATE_SHOWING)) == 0)
        g_ptr_array_set_size (node->children, 0);
      for (guint j = 0; j < node->children->len; j++)
        g_ptr_array_add (below, g_ptr_array_index (node->children, j));
    }
  return below;
}

static void
collect (EntNode *self, GHashTable *by_path)
{
  g_hash_table_insert (by_path, self->path, self);
  for (guint i = 0; i < self->children->len; i++)
    collect (g_ptr_array_index (self->children, i), by_path);
}

/* Drops what does not show, and what went while the levels were read. */
static void
prune (EntNode *self)
{
  for (guint i = self->children->len; i > 0; i--)
    {
      EntNode *child = g_ptr_array_index (self->children, i - 1);

      if ((child->states & STATE (ATSPI_STATE_SHOWING)) == 0 || child->role == ATSPI_ROLE_INVALID)
        g_ptr_array_remove_index (self->children, i - 1);
      else
        prune (child);
    }
}

static void
fill (GHashTable *by_path, GVariant *item)
{
  g_autoptr(GVariant) states = g_variant_get_child_value (item, 9);
  const char *path, *name, *description;
  guint32 role;
  EntNode *node;

  g_variant_get_child (item, 0, "(&s&o)", NULL, &path);
  g_variant_get_child (item, 6, "&s", &name);
  g_variant_get_child (item, 7, "u", &role);
  g_variant_get_child (item, 8, "&s", &description);

  node = g_hash_table_lookup (by_path, path);
  if (node == NULL)
    return;
  g_set_str (&node->name, name);
  g_set_str (&node->description, description);
  node->role = role;
  node->states = join_states (states);
}

/* What labels a node from outside, such as the label of a menu's item, which is no node of its own.
 */
static char *
read_label (const EntNode *self)
{
  g_autoptr(GVariant) reply = call_node (self, A11Y "Accessible.GetRelationSet", NULL);
  g_autoptr(GVariantIter) relations = NULL;
  g_autoptr(GString) label = g_string_new (NULL);
  GVariantIter *targets;
  guint32 relation;

  if (reply == NULL)
    return g_strdup ("");
  g_variant_get (reply, "(a(ua(so)))", &relations);
  while (g_variant_iter_loop (relations, "(ua(so))", &relation, &targets))
    {
      EntNode target = *self;

      while (relation == ATSPI_RELATION_LABELLED_BY &&
             g_variant_iter_loop (targets, "(&s&o)", &target.owner, &target.path))
        {
          g_autofree char *text = ent_node_text (&target);

          if (text != NULL)
            g_string_append_printf (label, "%s%s", label->len > 0 ? " " : "", text);
        }
    }
  return g_strdup (label->str);
}

static void
append_names (const EntNode *self, GString *names)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      const EntNode *child = g_ptr_array_index (self->children, i);

      if (*child->name == '\0')
        append_names (child, names);
      else
        g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", child->name);
    }
}

/* A screen reader says the label of what has no name of its own, and of a row what stands in it. */
static void
complete_names (EntNode *self)
{
  for (guint i = 0; i < self->children->len; i++)
    complete_names (g_ptr_array_index (self->children, i));
  if (*self->name != '\0')
    return;
  switch ((int) self->role)
    {
    case ATSPI_ROLE_LIST_ITEM:
    case ATSPI_ROLE_TABLE_ROW:
    case ATSPI_ROLE_TABLE_CELL:
    case ATSPI_ROLE_TREE_ITEM:
      {
        g_autoptr(GString) names = g_string_new (NULL);

        append_names (self, names);
        g_set_str (&self->name, names->str);
        break;
      }
    case ATSPI_ROLE_PANEL:
      break;
    default:
      if ((self->states & STATE (ATSPI_STATE_FOCUSABLE)) != 0 && self->parent != NULL)
        {
          g_free (self->name);
          self->name = read_label (self);
        }
      break;
    }
}

static gboolean
read_details (EntNode *root)
{
  g_autoptr(GHashTable) by_path = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GVariant) items = NULL;

  reply = call (root->bus, root->owner, "/org/a11y/atspi/cache", A11Y "Cache.GetItems", NULL);
  if (reply == NULL)
    return FALSE;
  collect (root, by_path);
  items = g_variant_get_child_value (reply, 0);
  for (gsize i = 0; i < g_variant_n_children (items); i++)
    {
      g_autoptr(GVariant) item = g_variant_get_child_value (items, i);

      fill (by_path, item);
    }
  prune (root);
  complete_names (root);
  return TRUE;
}

GDBusConnection *
ent_node_open_bus (GError **error)
{
  g_autoptr(GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  g_autoptr(GVariant) reply = NULL;
  const char *address;

  if (session == NULL)
    return NULL;
  reply = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
                                       "GetAddress", NULL, G_VARIANT_TYPE ("(s)"),
                                       G_DBUS_CALL_FLAGS_NONE, 30000, NULL, error);
  if (reply == NULL)
    return NULL;
  g_variant_get (reply, "(&s)", &address);
  return g_dbus_connection_new_for_address_sync (address,
                                                 G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                     G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                 NULL, NULL, error);
}

char *
ent_node_find_owner (GDBusConnection *bus, int pid)
{
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GVariantIter) programs = NULL;
  const char *owner;

  reply = call (bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root",
                A11Y "Accessible.GetChildren", NULL);
  if (reply == NULL)
    return NULL;
  g_variant_get (reply, "(a(so))", &programs);
  while (g_variant_iter_next (programs, "(&s&o)", &owner, NULL))
    {
      g_autoptr(GVariant) answer = NULL;
      guint32 its_pid = 0;

      answer = call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                     "org.freedesktop.DBus.GetConnectionUnixProcessID",
                     g_variant_new ("(s)", owner));
      if (answer != NULL)
        g_variant_get (answer, "(u)", &its_pid);
      if (its_pid == (guint32) pid)
        return g_strdup (owner);
    }
  return NULL;
}

EntNode *
ent_node_read_tree (GDBusConnection *bus, const char *owner)
{
  EntNode *root = node_new (bus, owner, "/org/a11y/atspi/accessible/root");
  g_autoptr(GPtrArray) level = g_ptr_array_new ();

  root->role = ATSPI_ROLE_APPLICATION;
  g_ptr_array_add (level, root);
  while (level->len > 0)
    {
      GPtrArray *below = read_level (level);

      g_ptr_array_unref (level);
      level = below;
    }
  if (!read_details (root))
    g_clear_pointer (&root, ent_node_free);
  return root;
}

void
ent_node_free (EntNode *self)
{
  g_free (self->owner);
  g_free (self->path);
  g_free (self->name);
  g_free (self->description);
  g_ptr_array_unref (self->children);
  g_free (self);
}

const char *
ent_node_role_name (const EntNode *self)
{
  static GHashTable *names;
  char *name;

  if (names == NULL)
    names = g_hash_table_new (NULL, NULL);
  name = g_hash_table_lookup (names, GUINT_TO_POINTER (self->role));
  if (name == NULL)
    {
      name = atspi_role_get_name (self->role);
      g_hash_table_insert (names, GUINT_TO_POINTER (self->role), name);
    }
  return name;
}

/* French writes unbreakable spaces before some signs, which nobody sees. */
static char *
with_plain_spaces (const char *text)
{
  GString *plain = g_string_new (text);

  g_string_replace (plain, "\u00a0", " ", 0);
  g_string_replace (plain, "\u202f", " ", 0);
  return g_string_free (plain, FALSE);
}

gboolean
ent_node_says (const char *text, const char *pattern)
{
  g_autofree char *said = with_plain_spaces (text);
  g_autofree char *asked = with_plain_spaces (pattern);

  return strcmp (said, asked) == 0 ||
         (strpbrk (asked, "*?") != NULL && g_pattern_match_simple (asked, said));
}

gboolean
ent_node_matches (const EntNode *self, AtspiRole role, const char *name)
{
  if (role != ATSPI_ROLE_INVALID && role != self->role)
    return FALSE;
  return name == NULL || ent_node_says (self->name, name);
}

const EntNode *
ent_node_window (const EntNode *self)
{
  while (self != NULL && self->parent != NULL && self->parent->role != ATSPI_ROLE_APPLICATION)
    self = self->parent;
  return self;
}

gboolean
ent_node_has_state (const EntNode *self, AtspiStateType state)
{
  return (read_states (self) & STATE (state)) != 0;
}

gboolean
ent_node_extents (const EntNode *self, int extents[4])
{
  g_autoptr(GVariant) result = NULL;

  result = call_node (self, A11Y "Component.GetExtents",
                      g_variant_new ("(u)", ATSPI_COORD_TYPE_WINDOW));
  if (result == NULL)
    return FALSE;
  g_variant_get (result, "((iiii))", &extents[0], &extents[1], &extents[2], &extents[3]);
  return TRUE;
}

char *
ent_node_text (const EntNode *self)
{
  g_autoptr(GVariant) result = NULL;
  g_autoptr(GVariant) name = NULL;
  char *text = NULL;

  result = call_node (self, A11Y "Text.GetText", g_variant_new ("(ii)", 0, -1));
  if (result != NULL)
    {
      g_variant_get (result, "(s)", &text);
      return text;
    }
  name = get_property (self, A11Y "Accessible", "Name");
  return name != NULL ? g_variant_dup_string (name, NULL) : NULL;
}

gboolean
ent_node_set_text (const EntNode *self, const char *text)
{
  g_autoptr(GVariant) result = NULL;
  gboolean done = FALSE;

  result = call_node (self, A11Y "EditableText.SetTextContents", g_variant_new ("(s)", text));
  if (result != NULL)
    g_variant_get (result, "(b)", &done);
  return done;
}

double
ent_node_value (const EntNode *self)
{
  g_autoptr(GVariant) value = get_property (self, A11Y "Value", "CurrentValue");

  return value != NULL ? g_variant_get_double (value) : 0;
}

void
ent_node_describe (const EntNode *self, int depth, GString *text)
{
  static const AtspiStateType told[] = { ATSPI_STATE_FOCUSED,  ATSPI_STATE_CHECKED,
                                         ATSPI_STATE_SELECTED, ATSPI_STATE_EXPANDED,
                                         ATSPI_STATE_PRESSED,  ATSPI_STATE_INVALID_ENTRY };
  static const char *const words[] = { "focused",  "checked", "selected",
                                       "expanded", "pressed", "invalid" };

  g_string_append_printf (text, "%*s%s \"%s\"", 2 * depth, "", ent_node_role_name (self),
                          self->name);
  if (*self->description != '\0')
    g_string_append_printf (text, " (%s)", self->description);
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    if ((self->states & STATE (told[i])) != 0)
      g_string_append_printf (text, " %s", words[i]);
  if ((self->states & STATE (ATSPI_STATE_SENSITIVE)) == 0 && self->parent != NULL)
    g_string_append (text, " insensitive");
  g_string_append_c (text, '\n');
  for (guint i = 0; i < self->children->len; i++)
    ent_node_describe (g_ptr_array_index (self->children, i), depth + 1, text);
}
