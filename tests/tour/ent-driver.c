/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts the program, waits for what it shows, and acts on it. Main thread. */

#include "ent-driver.h"

#include "ent-desk.h"
#include "ent-program.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>

#define POLL_MS 25
#define REST_MS 100
#define RESTLESS_MS 2000
#define FARTHEST_NOTCH 200
#define MARGIN 12
#define BEYOND 5

struct _EntDriver {
  EntProgram *program;
  EntDesk *desk;
  GDBusConnection *bus;
  char *owner;
  GPtrArray *trees; /* those that hold a node which was handed out */
};

typedef struct {
  EntDriver *driver;
  EntNode *node;
  AtspiRole role;
  AtspiStateType state;
  gboolean is_set;
  const char *name;
  int width, height;
  EntNode *found;
} Wish;

typedef gboolean (*Condition) (Wish *wish);

static char *
picture_path (const char *name)
{
  const char *folder = g_getenv ("ENT_TOUR_DIR");
  g_autofree char *file = g_strconcat (name, ".png", NULL);

  folder = folder != NULL ? folder : "tour";
  g_mkdir_with_parents (folder, 0755);
  return g_build_filename (folder, file, NULL);
}

static void
save_picture (EntDriver *self, const char *name)
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

G_NORETURN static void
fail (EntDriver *self, const char *format, ...)
{
  va_list args;
  g_autofree char *reason = NULL;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  g_test_message ("%s", reason);
  if (self->owner != NULL && !ent_program_has_ended (self->program))
    {
      ent_driver_dump (self);
      save_picture (self, "failed");
    }
  ent_program_kill (self->program);
  g_error ("%s", reason);
}

static gboolean
end_pause_cb (gpointer is_over)
{
  *(gboolean *) is_over = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the program work, and hears what it writes meanwhile. */
static void
pause_ms (int ms)
{
  gboolean is_over = FALSE;

  g_timeout_add (ms, end_pause_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* Whether it came true in time. */
static gboolean
wait_for (EntDriver *self, Condition condition, Wish *wish)
{
  gint64 end = g_get_monotonic_time () + ENT_DRIVER_WAIT_S * G_USEC_PER_SEC;

  wish->driver = self;
  for (;;)
    {
      if (condition (wish))
        return TRUE;
      if (ent_program_has_ended (self->program))
        fail (self, "The program has ended, which nobody asked for.");
      if (g_get_monotonic_time () > end)
        return FALSE;
      pause_ms (POLL_MS);
    }
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

static EntNode *
search_path (EntNode *tree, const char *path)
{
  if (strcmp (tree->path, path) == 0)
    return tree;
  for (guint i = 0; i < tree->children->len; i++)
    {
      EntNode *found = search_path (g_ptr_array_index (tree->children, i), path);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_found (Wish *wish)
{
  EntDriver *driver = wish->driver;
  EntNode *tree = ent_node_read_tree (driver->bus, driver->owner);
  EntNode *top = tree;

  if (tree != NULL && wish->node != NULL)
    top = search_path (tree, wish->node->path);
  wish->found = top != NULL ? search (top, wish->role, wish->name) : NULL;
  if (wish->found != NULL)
    g_ptr_array_add (driver->trees, tree);
  else
    g_clear_pointer (&tree, ent_node_free);
  return wish->found != NULL;
}

static gboolean
is_gone (Wish *wish)
{
  return !ent_driver_shows (wish->driver, wish->role, wish->name);
}

static gboolean
has_state (Wish *wish)
{
  return ent_node_has_state (wish->node, wish->state) == wish->is_set;
}

static gboolean
has_text (Wish *wish)
{
  g_autofree char *text = ent_node_text (wish->node);

  return text != NULL && g_pattern_match_simple (wish->name, text);
}

static gboolean
has_appeared (Wish *wish)
{
  EntDriver *driver = wish->driver;

  if (driver->owner == NULL)
    driver->owner = ent_node_find_owner (driver->bus, ent_program_pid (driver->program));
  return driver->owner != NULL && ent_desk_has_focus (driver->desk);
}

static gboolean
has_focus (Wish *wish)
{
  return ent_desk_has_focus (wish->driver->desk);
}

static gboolean
has_cursor_in (const EntNode *node)
{
  if ((node->states & (G_GUINT64_CONSTANT (1) << ATSPI_STATE_FOCUSED)) != 0)
    return TRUE;
  for (guint i = 0; i < node->children->len; i++)
    if (has_cursor_in (g_ptr_array_index (node->children, i)))
      return TRUE;
  return FALSE;
}

/* Some things hand the cursor on to a part of themselves. */
static gboolean
holds_cursor (Wish *wish)
{
  EntNode *tree = ent_node_read_tree (wish->driver->bus, wish->driver->owner);
  EntNode *node = tree != NULL ? search_path (tree, wish->node->path) : NULL;
  gboolean holds = node != NULL && has_cursor_in (node);

  g_clear_pointer (&tree, ent_node_free);
  return holds;
}

static gboolean
has_size (Wish *wish)
{
  EntDeskWindow window;

  return ent_desk_find_window (wish->driver->desk, NULL, &window)
         && window.width - window.left - window.right == wish->width
         && window.height - window.top - window.bottom == wish->height;
}

/* Whether it has a place on the screen, and rests there: twice the same. */
static gboolean
has_place (Wish *wish)
{
  int before[4], after[4];

  if (!ent_node_extents (wish->node, before) || before[2] <= 0 || before[3] <= 0)
    return FALSE;
  pause_ms (POLL_MS);
  return ent_node_extents (wish->node, after) && memcmp (before, after, sizeof before) == 0;
}

EntDriver *
ent_driver_start (const char *const *argv)
{
  EntDriver *self = g_new0 (EntDriver, 1);
  g_autoptr(GError) error = NULL;
  const char *reason;
  Wish wish = { 0 };

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
  if (!wait_for (self, has_appeared, &wish))
    fail (self, "No window came in %d seconds.", ENT_DRIVER_WAIT_S);
  return self;
}

static gboolean
has_ended (Wish *wish)
{
  return ent_program_has_ended (wish->driver->program);
}

void
ent_driver_quit (EntDriver *self)
{
  Wish wish = { 0 };
  g_autofree char *complaint = NULL;

  ent_driver_settle (self);
  ent_desk_close_window (self->desk);
  if (!wait_for (self, has_ended, &wish))
    fail (self, "The window was closed, but the program stays.");
  complaint = ent_program_complaint (self->program);
  if (complaint != NULL)
    fail (self, "%s", complaint);

  ent_program_free (self->program);
  g_ptr_array_unref (self->trees);
  g_object_unref (self->bus);
  ent_desk_close (self->desk);
  g_free (self->owner);
  g_free (self);
}

static char *
tell (AtspiRole role, const char *name)
{
  EntNode node = { .role = role };

  return g_strdup_printf ("%s \"%s\"",
                          role == ATSPI_ROLE_INVALID ? "thing" : ent_node_role_name (&node),
                          name != NULL ? name : "*");
}

EntNode *
ent_driver_find_in (EntDriver *self, EntNode *within, AtspiRole role, const char *name)
{
  Wish wish = { .node = within, .role = role, .name = name };
  g_autofree char *told = tell (role, name);

  if (!wait_for (self, is_found, &wish))
    fail (self, "Not found in %d seconds: %s", ENT_DRIVER_WAIT_S, told);
  return wish.found;
}

EntNode *
ent_driver_find (EntDriver *self, AtspiRole role, const char *name)
{
  return ent_driver_find_in (self, NULL, role, name);
}

gboolean
ent_driver_shows (EntDriver *self, AtspiRole role, const char *name)
{
  EntNode *tree = ent_node_read_tree (self->bus, self->owner);
  gboolean shows = tree != NULL && search (tree, role, name) != NULL;

  g_clear_pointer (&tree, ent_node_free);
  return shows;
}

void
ent_driver_wait_gone (EntDriver *self, AtspiRole role, const char *name)
{
  Wish wish = { .role = role, .name = name };
  g_autofree char *told = tell (role, name);

  if (!wait_for (self, is_gone, &wish))
    fail (self, "Still there after %d seconds: %s", ENT_DRIVER_WAIT_S, told);
}

void
ent_driver_wait_state (EntDriver *self, EntNode *node, AtspiStateType state, gboolean is_set)
{
  Wish wish = { .node = node, .state = state, .is_set = is_set };

  if (!wait_for (self, has_state, &wish))
    fail (self, "%s \"%s\" should %s state %d.", ent_node_role_name (node), node->name,
          is_set ? "have" : "not have", state);
}

void
ent_driver_wait_text (EntDriver *self, EntNode *node, const char *text)
{
  Wish wish = { .node = node, .name = text };

  if (!wait_for (self, has_text, &wish))
    {
      g_autofree char *now = ent_node_text (node);

      fail (self, "%s \"%s\" says \"%s\", not \"%s\".", ent_node_role_name (node), node->name,
            now != NULL ? now : "", text);
    }
}

void
ent_driver_click (EntDriver *self, EntNode *node)
{
  ent_driver_wait_state (self, node, ATSPI_STATE_SENSITIVE, TRUE);
  if (!ent_node_act (node))
    ent_driver_point_and_click (self, node);
}

static void
wait_for_keyboard (EntDriver *self)
{
  Wish wish = { 0 };

  if (!wait_for (self, has_focus, &wish))
    fail (self, "No window of the program takes the keyboard.");
}

typedef struct {
  const EntNode *node; /* the window or pop-up */
  EntDeskWindow window;
} Surface;

/* A pop-up is a window of its own on the screen; its node is the one of that size. */
static Surface
find_surface (EntDriver *self, const EntNode *node)
{
  Surface surface = { .node = ent_node_window (node) };

  for (const EntNode *above = node->parent; above != surface.node; above = above->parent)
    {
      int place[4];

      if (ent_node_extents (above, place)
          && ent_desk_find_popup (self->desk, place[2], place[3], &surface.window))
        {
          surface.node = above;
          return surface;
        }
    }
  if (!ent_desk_find_window (self->desk, surface.node->name, &surface.window))
    fail (self, "The window \"%s\" is not on the screen.", surface.node->name);
  surface.window.x += surface.window.left;
  surface.window.y += surface.window.top;
  return surface;
}

static const EntNode *
scroll_pane_of (const EntNode *node)
{
  while (node != NULL && node->role != ATSPI_ROLE_SCROLL_PANE)
    node = node->parent;
  return node;
}

/* Turns the wheel until the node's middle is in sight of what scrolls around it. */
static void
bring_in_sight (EntDriver *self, const EntNode *node, const Surface *surface)
{
  const EntNode *pane = scroll_pane_of (node->parent);
  Wish wish = { .node = (EntNode *) node };
  int place[4], view[4], origin[4], middle;

  if (pane == NULL)
    return;
  bring_in_sight (self, pane, surface);
  for (int notches = 0; notches < FARTHEST_NOTCH; notches++)
    {
      if (!ent_node_extents (node, place) || !ent_node_extents (pane, view)
          || !ent_node_extents (surface->node, origin))
        return;
      middle = place[1] + place[3] / 2;
      if (middle - MARGIN >= view[1] && middle + MARGIN < view[1] + view[3])
        return;
      /* At the edge, where no spin button would take the wheel for itself. */
      ent_desk_scroll (self->desk, surface->window.x - origin[0] + view[0] + MARGIN,
                       surface->window.y - origin[1] + view[1] + view[3] / 2,
                       middle + MARGIN >= view[1] + view[3]);
      wait_for (self, has_place, &wish);
    }
}

/* Where to press it on the screen: somewhat beyond the middle, see ent_node_extents (). */
static void
reach (EntDriver *self, const EntNode *node, int *x, int *y)
{
  Surface surface = find_surface (self, node);
  int place[4], origin[4];

  bring_in_sight (self, node, &surface);
  if (!ent_node_extents (node, place) || !ent_node_extents (surface.node, origin))
    fail (self, "%s \"%s\" has gone.", ent_node_role_name (node), node->name);
  *x = place[0] - origin[0] + place[2] / 2 + MIN (BEYOND, place[2] / 4);
  *y = place[1] - origin[1] + place[3] / 2 + MIN (BEYOND, place[3] / 4);
  if (*x < 0 || *y < 0 || *x >= origin[2] || *y >= origin[3])
    fail (self, "%s \"%s\" is out of sight, and nothing scrolls there.",
          ent_node_role_name (node), node->name);
  *x += surface.window.x;
  *y += surface.window.y;
}

void
ent_driver_point_and_click (EntDriver *self, EntNode *node)
{
  Wish wish = { .node = node };
  int x, y;

  if (!wait_for (self, has_place, &wish))
    fail (self, "%s \"%s\" has no place to click.", ent_node_role_name (node), node->name);
  reach (self, node, &x, &y);
  ent_desk_click (self->desk, x, y);
}

/* The field within a row has no place before it has the cursor: then the row is what one presses. */
static EntNode *
row_or_itself (EntNode *node)
{
  EntNode *above = node;

  for (int i = 0; i < 5 && above != NULL; i++, above = above->parent)
    if (above->role == ATSPI_ROLE_LIST_ITEM)
      return above;
  return node;
}

/* A screen reader cannot place the cursor in GTK 4, so the pointer does. */
static void
focus (EntDriver *self, EntNode *node)
{
  Wish wish = { .driver = self, .node = node };

  wait_for_keyboard (self);
  if (holds_cursor (&wish))
    return;
  ent_driver_point_and_click (self, row_or_itself (node));
  if (!wait_for (self, holds_cursor, &wish))
    fail (self, "%s \"%s\" does not take the keyboard.", ent_node_role_name (node), node->name);
  ent_driver_press (self, "End");
}

void
ent_driver_type (EntDriver *self, EntNode *field, const char *text)
{
  wait_for_keyboard (self);
  if (field != NULL)
    focus (self, field);
  if (!ent_desk_type (self->desk, text))
    fail (self, "No key writes a letter of \"%s\".", text);
}

void
ent_driver_retype (EntDriver *self, EntNode *field, const char *text)
{
  ent_driver_type (self, field, "");
  ent_driver_press (self, "<Control>a");
  ent_driver_press (self, "Delete");
  ent_driver_wait_text (self, field, "");
  ent_driver_type (self, field, text);
  ent_driver_wait_text (self, field, text);
}

void
ent_driver_press (EntDriver *self, const char *accelerator)
{
  wait_for_keyboard (self);
  if (!ent_desk_press (self->desk, accelerator))
    fail (self, "There is no key \"%s\".", accelerator);
}

void
ent_driver_resize (EntDriver *self, int width, int height)
{
  Wish wish = { .width = width, .height = height };
  EntDeskWindow now = { 0 };

  ent_desk_resize (self->desk, width, height);
  if (wait_for (self, has_size, &wish))
    return;
  ent_desk_find_window (self->desk, NULL, &now);
  fail (self, "Asked for %d × %d, the window has %d × %d.", width, height,
        now.width - now.left - now.right, now.height - now.top - now.bottom);
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
                 (gsize) height * stride)
         == 0;
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

      pause_ms (REST_MS);
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
  save_picture (self, name);
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

static gboolean
needs_name (const EntNode *node)
{
  return (node->states & (G_GUINT64_CONSTANT (1) << ATSPI_STATE_FOCUSABLE)) != 0
         && *g_strchug (node->name) == '\0' && node->role != ATSPI_ROLE_APPLICATION;
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
    fail (self, "The program does not answer.");
  list_nameless (tree, "", text);
  ent_node_free (tree);
  if (text->len > 0)
    fail (self, "A screen reader has no name to say for:%s", text->str);
}
