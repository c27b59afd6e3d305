/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader sees of the program: accessibles, read over AT-SPI. Main thread.
 *
 * A node keeps role, name and states as they were when the tree was read; the functions below ask
 * anew. D-Bus is spoken directly, since libatspi answers from a cache that may lag behind: all of a
 * level is asked at once, and one call then brings names, roles and states of everything. */

#pragma once

#include <atspi/atspi-constants.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _EntNode EntNode;

struct _EntNode
{
  GDBusConnection *bus; /* borrowed: the driver outlives its nodes */
  char *owner;
  char *path;
  char *name;
  char *description;
  AtspiRole role;
  guint64 states;
  EntNode *parent; /* borrowed */
  GPtrArray *children;
};

/* The accessibility bus, which starts when it is asked for. */
GDBusConnection *ent_node_open_bus (GError **error);
/* The bus name of the program whose process this is, or NULL when it has not appeared yet. */
char *ent_node_find_owner (GDBusConnection *bus, int pid);
/* Everything that shows, from the application down; NULL when the program does not answer. */
EntNode *ent_node_read_tree (GDBusConnection *bus, const char *owner);
void ent_node_free (EntNode *self);

const char *ent_node_role_name (const EntNode *self);
/* Whether role (ATSPI_ROLE_INVALID: any) and name (NULL: any; * and ? stand for letters) are these.
 */
gboolean ent_node_matches (const EntNode *self, AtspiRole role, const char *name);
/* Whether a text is that of the pattern, all spaces being equal. */
gboolean ent_node_says (const char *text, const char *pattern);
/* The nearest node above, itself included, that is a window; NULL when there is none. */
const EntNode *ent_node_window (const EntNode *self);

gboolean ent_node_has_state (const EntNode *self, AtspiStateType state);
/* Position in its window, width and height. GTK leaves the padding of what is around out of the
 * sum: the true place may lie some pixels further right and down. */
gboolean ent_node_extents (const EntNode *self, int extents[4]);
/* What is written in a field, or else the name, as it is now; NULL when it has gone. */
char *ent_node_text (const EntNode *self);
gboolean ent_node_set_text (const EntNode *self, const char *text);
double ent_node_value (const EntNode *self);
/* One line a node, indented. */
void ent_node_describe (const EntNode *self, int depth, GString *text);

G_END_DECLS
