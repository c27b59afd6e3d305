/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts the program, waits for what it shows, and looks at it. Main thread. */

#include "ent-driver.h"

#include "ent-driver-private.h"

#include <cairo.h>
#include <string.h>

#define REST_MS 100
#define RESTLESS_MS 2000

static gboolean
end_pause_cb (gpointer is_over)
{
  *(gboolean *) is_over = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the program work, and hears what it writes meanwhile. */
void
ent_driver_pause (int ms)
{
  gboolean is_over = FALSE;

  g_timeout_add (ms, end_pause_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

gboolean
ent_driver_wait_for (EntDriver *self, int seconds, EntCondition condition, EntWish *wish)
{
  gint64 end = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;

  wish->driver = self;
  for (;;)
    {
      if (condition (wish))
        return TRUE;
      if (ent_program_has_ended (self->program))
        ent_driver_fail (self, "The program has ended, which nobody asked for.");
      if (g_get_monotonic_time () > end)
        return FALSE;
      ent_driver_pause (ENT_DRIVER_POLL_MS);
    }
}

gboolean
ent_driver_wait (EntDriver *self, EntCondition condition, EntWish *wish)
{
  return ent_driver_wait_for (self, ENT_DRIVER_WAIT_S, condition, wish);
}

static EntNode *
search (EntNode *tree, AtspiRole role, const char *name)
{
  if (ent_node_matches (tree, role, name))
    return tree;
  for (guint i = 0; i < tree->children->len; i++)
    {
      EntNode *found = search (g_ptr_array_index (tree->children, i), role, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

EntNode *
ent_driver_search_path (EntNode *tree, const char *path)
{
  if (strcmp (tree->path, path) == 0)
    return tree;
  for (guint i = 0; i < tree->children->len; i++)
    {
      EntNode *found = ent_driver_search_path (g_ptr_array_index (tree->children, i), path);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_found (EntWish *wish)
{
  EntDriver *driver = wish->driver;
  EntNode *tree = ent_node_read_tree (driver->bus, driver->owner);
  EntNode *top = tree;

  if (tree != NULL && wish->node != NULL)
    top = ent_driver_search_path (tree, wish->node->path);
  wish->found = top != NULL ? search (top, wish->role, wish->name) : NULL;
  if (wish->found != NULL)
    g_ptr_array_add (driver->trees, tree);
  else
    g_clear_pointer (&tree, ent_node_free);
  return wish->found != NULL;
}

static gboolean
has_state (EntWish *wish)
{
  return ent_node_has_state (wish->node, wish->state) == wish->is_set;
}

static gboolean
has_text (EntWish *wish)
{
  g_autofree char *text = ent_node_text (wish->node);

  return text != NULL && ent_node_says (text, wish->name);
}

static gboolean
has_appeared (EntWish *wish)
{
  EntDriver *driver = wish->driver;

  if (driver->owner == NULL)
    driver->owner = ent_node_find_owner (driver->bus, ent_program_pid (driver->program));
  return driver->owner != NULL && ent_desk_has_focus (driver->desk);
}

EntDriver *
ent_driver_start (const char *const *argv)
{
  EntDriver *self = g_new0 (EntDriver, 1);
  g_autoptr(GError) error = NULL;
  const char *reason;
  EntWish wish = { 0 };

  self->trees = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_node_free);
  self->desk = ent_desk_open (&reason);
  if (self->desk == NULL)
    g_error ("The tour cannot start: %s. Start it by tests/tour/run-tour.", reason);
  self->bus = ent_node_open_bus (&error);
  if (self->bus == NULL)
    g_error ("The tour cannot start: %s", error->message);
  self->program = ent_program_start (argv, &error);
  if (self->program == NULL)
    g_error ("The program cannot start: %s", error->message);
  if (!ent_driver_wait (self, has_appeared, &wish))
    ent_driver_fail (self, "No window came in %d seconds.", ENT_DRIVER_WAIT_S);
  return self;
}

int
ent_driver_pid (EntDriver *self)
{
  return ent_program_pid (self->program);
}

static gboolean
has_ended (EntWish *wish)
{
  return ent_program_has_ended (wish->driver->program);
}

void
ent_driver_quit (EntDriver *self)
{
  EntWish wish = { 0 };
  g_autofree char *complaint = NULL;

  ent_driver_settle (self);
  ent_desk_close_window (self->desk);
  if (!ent_driver_wait (self, has_ended, &wish))
    ent_driver_fail (self, "The window was closed, but the program stays.");
  complaint = ent_program_complaint (self->program);
  if (complaint != NULL)
    ent_driver_fail (self, "%s", complaint);

  ent_program_free (self->program);
  g_ptr_array_unref (self->trees);
  g_object_unref (self->bus);
  ent_desk_close (self->desk);
  g_free (self->owner);
  g_free (self);
}

char *
ent_driver_tell (AtspiRole role, const char *name)
{
  EntNode node = { .role = role };

  return g_strdup_printf ("%s \"%s\"",
                          role == ATSPI_ROLE_INVALID ? "thing" : ent_node_role_name (&node),
                          name != NULL ? name : "*");
}

EntNode *
ent_driver_look (EntDriver *self, AtspiRole role, const char *name, int seconds)
{
  EntWish wish = { .role = role, .name = name };

  return ent_driver_wait_for (self, seconds, is_found, &wish) ? wish.found : NULL;
}

EntNode *
ent_driver_find_in (EntDriver *self, EntNode *within, AtspiRole role, const char *name)
{
  EntWish wish = { .node = within, .role = role, .name = name };
  g_autofree char *told = ent_driver_tell (role, name);

  if (!ent_driver_wait (self, is_found, &wish))
    ent_driver_fail (self, "Not found in %d seconds: %s", ENT_DRIVER_WAIT_S, told);
  return wish.found;
}

EntNode *
ent_driver_find (EntDriver *self, AtspiRole role, const char *name)
{
  return ent_driver_find_in (self, NULL, role, name);
}

static gboolean
shows (EntDriver *self, AtspiRole role, const char *name, gboolean if_unanswered)
{
  EntNode *tree = ent_node_read_tree (self->bus, self->owner);
  gboolean found = tree != NULL ? search (tree, role, name) != NULL : if_unanswered;

  g_clear_pointer (&tree, ent_node_free);
  return found;
}

gboolean
ent_driver_shows (EntDriver *self, AtspiRole role, const char *name)
{
  return shows (self, role, name, FALSE);
}

/* A tree that was read while the program changed it may lack a branch: two looks must agree. */
gboolean
ent_driver_is_gone (EntWish *wish)
{
  return !shows (wish->driver, wish->role, wish->name, TRUE) &&
         !shows (wish->driver, wish->role, wish->name, TRUE);
}

void
ent_driver_wait_gone (EntDriver *self, AtspiRole role, const char *name)
{
  EntWish wish = { .role = role, .name = name };
  g_autofree char *told = ent_driver_tell (role, name);

  if (!ent_driver_wait (self, ent_driver_is_gone, &wish))
    ent_driver_fail (self, "Still there after %d seconds: %s", ENT_DRIVER_WAIT_S, told);
}

void
ent_driver_wait_state (EntDriver *self, EntNode *node, AtspiStateType state, gboolean is_set)
{
  EntWish wish = { .node = node, .state = state, .is_set = is_set };

  if (!ent_driver_wait (self, has_state, &wish))
    ent_driver_fail (self, "%s \"%s\" should %s state %d.", ent_node_role_name (node), node->name,
                     is_set ? "have" : "not have", state);
}

void
ent_driver_wait_text (EntDriver *self, EntNode *node, const char *text)
{
  EntWish wish = { .node = node, .name = text };

  if (!ent_driver_wait (self, has_text, &wish))
    {
      g_autofree char *now = ent_node_text (node);

      ent_driver_fail (self, "%s \"%s\" says \"%s\", not \"%s\".", ent_node_role_name (node),
                       node->name, now != NULL ? now : "", text);
    }
}

static gboolean
look_the_same (cairo_surface_t *a, cairo_surface_t *b)
{
  int height, stride;

  if (a == NULL || b == NULL)
    return FALSE;
  height = cairo_image_surface_get_height (a);
  stride = cairo_image_surface_get_stride (a);
  if (height != cairo_image_surface_get_height (b) || stride != cairo_image_surface_get_stride (b))
    return FALSE;
  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b),
                 (gsize) height * stride) == 0;
}

void
ent_driver_settle (EntDriver *self)
{
  gint64 end = g_get_monotonic_time () + RESTLESS_MS * 1000;
  gboolean rests = FALSE;
  cairo_surface_t *before = ent_desk_picture (self->desk);

  while (!rests && g_get_monotonic_time () < end && !ent_program_has_ended (self->program))
    {
      cairo_surface_t *after;

      ent_driver_pause (REST_MS);
      after = ent_desk_picture (self->desk);
      rests = look_the_same (before, after);
      g_clear_pointer (&before, cairo_surface_destroy);
      before = after;
    }
  g_clear_pointer (&before, cairo_surface_destroy);
}

void
ent_driver_screenshot (EntDriver *self, const char *name)
{
  ent_desk_point_away (self->desk);
  ent_driver_settle (self);
  ent_driver_save_picture (self, name);
}
