/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells what the window shows: pictures, the tree of accessibles, names that lack, and why the tour
 * ends before its time. Main thread. */

#include "ent-driver-private.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <stdlib.h>

static char *
picture_path (const char *name)
{
  const char *folder = g_getenv ("ENT_TOUR_DIR");
  g_autofree char *file = g_strconcat (name, ".png", NULL);

  folder = folder != NULL ? folder : "tour";
  g_mkdir_with_parents (folder, 0755);
  return g_build_filename (folder, file, NULL);
}

void
ent_driver_save_picture (EntDriver *self, const char *name)
{
  g_autofree char *path = picture_path (name);
  cairo_surface_t *picture = ent_desk_picture (self->desk);

  if (picture == NULL)
    g_test_message ("no window shows: no picture %s", name);
  else if (cairo_surface_write_to_png (picture, path) != CAIRO_STATUS_SUCCESS)
    g_error ("The picture %s could not be written.", path);
  else
    g_test_message ("picture: %s", path);
  g_clear_pointer (&picture, cairo_surface_destroy);
}

void
ent_driver_dump (EntDriver *self)
{
  EntNode *tree = ent_node_read_tree (self->bus, self->owner);
  g_autoptr(GString) text = g_string_new (NULL);

  if (tree == NULL)
    {
      g_test_message ("The program does not answer.");
      return;
    }
  ent_node_describe (tree, 0, text);
  g_test_message ("%s", text->str);
  ent_node_free (tree);
}

/* A window, a dialog, a menu: what one would say lies on the screen. */
static gboolean
is_ground (const EntNode *node)
{
  return node->role == ATSPI_ROLE_FRAME || node->role == ATSPI_ROLE_DIALOG ||
         node->role == ATSPI_ROLE_ALERT || node->role == ATSPI_ROLE_MENU ||
         node->role == ATSPI_ROLE_WINDOW;
}

static void
list_shown (const EntNode *node, GString *grounds, GString *focus)
{
  g_autofree char *told = ent_driver_tell (node->role, node->name);

  if (is_ground (node))
    g_string_append_printf (grounds, "%s%s", grounds->len > 0 ? ", " : "", told);
  if ((node->states & (G_GUINT64_CONSTANT (1) << ATSPI_STATE_FOCUSED)) != 0)
    g_string_append_printf (focus, "%s%s", focus->len > 0 ? ", " : "", told);
  for (guint i = 0; i < node->children->len; i++)
    list_shown (g_ptr_array_index (node->children, i), grounds, focus);
}

/* One line for who reads no more than the end of the log. */
static char *
tell_screen (EntDriver *self)
{
  EntNode *tree = self->owner != NULL && !ent_program_has_ended (self->program)
                      ? ent_node_read_tree (self->bus, self->owner)
                      : NULL;
  g_autoptr(GString) grounds = g_string_new (NULL);
  g_autoptr(GString) focus = g_string_new (NULL);

  if (tree == NULL)
    return g_strdup ("the program does not answer");
  list_shown (tree, grounds, focus);
  ent_node_free (tree);
  return g_strdup_printf ("on the screen: %s; cursor in: %s; %d pop-ups; %s",
                          grounds->len > 0 ? grounds->str : "nothing",
                          focus->len > 0 ? focus->str : "nothing",
                          ent_desk_count_popups (self->desk),
                          ent_desk_has_focus (self->desk) ? "the keyboard is the program's"
                                                          : "the keyboard is not the program's");
}

/* The reason stands at the end, where a log that is cut still has it, and on a line that ends the
 * test whatever reads it. */
void
ent_driver_fail (EntDriver *self, const char *format, ...)
{
  va_list args;
  g_autofree char *reason = NULL;
  g_autofree char *screen = tell_screen (self);

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  if (self->owner != NULL && !ent_program_has_ended (self->program))
    {
      ent_driver_dump (self);
      ent_driver_save_picture (self, "failed");
    }
  g_test_message ("The tour ends at the stop %s.", g_test_get_path ());
  g_test_message ("Why: %s", reason);
  g_test_message ("There is %s.", screen);
  ent_program_kill (self->program);
  g_strdelimit (reason, "\n", ' ');
  printf ("Bail out! %s: %s (%s)\n", g_test_get_path (), reason, screen);
  exit (EXIT_FAILURE);
}

/* The rows of a table, of a choice and of a row that unfolds lie in a list that GTK and libadwaita
 * make: the program cannot name it. */
static gboolean
is_inner_list (const EntNode *node)
{
  if (node->role != ATSPI_ROLE_LIST)
    return FALSE;
  for (const EntNode *above = node->parent; above != NULL; above = above->parent)
    if (above->role == ATSPI_ROLE_TREE_TABLE || above->role == ATSPI_ROLE_COMBO_BOX ||
        above->role == ATSPI_ROLE_LIST_ITEM)
      return TRUE;
  return FALSE;
}

/* What scrolls, and what has no role, takes the keyboard to hand it on (as the ground of a dialog
 * does): one speaks of what is in it. */
static gboolean
needs_name (const EntNode *node)
{
  if ((node->states & (G_GUINT64_CONSTANT (1) << ATSPI_STATE_FOCUSABLE)) == 0 ||
      *node->name != '\0')
    return FALSE;
  return node->role != ATSPI_ROLE_SCROLL_PANE && node->role != ATSPI_ROLE_PANEL &&
         node->role != ATSPI_ROLE_APPLICATION && !is_inner_list (node);
}

static void
list_nameless (const EntNode *node, const char *above, GString *text)
{
  g_autofree char *here = g_strdup_printf ("%s › %s \"%s\"", above, ent_node_role_name (node),
                                           node->name);

  if (needs_name (node))
    g_string_append_printf (text, "\n  %s", here);
  for (guint i = 0; i < node->children->len; i++)
    list_nameless (g_ptr_array_index (node->children, i), here, text);
}

void
ent_driver_check_names (EntDriver *self)
{
  EntNode *tree = ent_node_read_tree (self->bus, self->owner);
  g_autoptr(GString) text = g_string_new (NULL);

  if (tree == NULL)
    ent_driver_fail (self, "The program does not answer.");
  list_nameless (tree, "", text);
  ent_node_free (tree);
  if (text->len > 0)
    ent_driver_fail (self, "A screen reader has no name to say for:%s", text->str);
}
