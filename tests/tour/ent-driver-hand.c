/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Presses, types and resizes, as a person does. Main thread. */

#include "ent-driver-hand.h"

#include "ent-driver-private.h"

#include <string.h>

#define FARTHEST_NOTCH 200
#define MARGIN 12
#define BEYOND 5
#define DRAG_STEPS 12
#define DRAG_SLACK 2

static gboolean
has_size (EntWish *wish)
{
  EntDeskWindow window;

  return ent_desk_find_window (wish->driver->desk, NULL, &window) &&
         window.width - window.left - window.right == wish->width &&
         window.height - window.top - window.bottom == wish->height;
}

/* Whether it has a place on the screen, and rests there: twice the same. */
static gboolean
has_place (EntWish *wish)
{
  int before[4], after[4];

  if (!ent_node_extents (wish->node, before) || before[2] <= 0 || before[3] <= 0)
    return FALSE;
  ent_driver_pause (ENT_DRIVER_POLL_MS);
  return ent_node_extents (wish->node, after) && memcmp (before, after, sizeof before) == 0;
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
gboolean
ent_driver_holds_cursor (EntWish *wish)
{
  EntNode *tree = ent_node_read_tree (wish->driver->bus, wish->driver->owner);
  EntNode *node = tree != NULL ? ent_driver_search_path (tree, wish->node->path) : NULL;
  gboolean holds = node != NULL && has_cursor_in (node);

  g_clear_pointer (&tree, ent_node_free);
  return holds;
}

static gboolean
has_focus (EntWish *wish)
{
  return ent_desk_has_focus (wish->driver->desk);
}

void
ent_driver_click (EntDriver *self, EntNode *node)
{
  ent_driver_wait_state (self, node, ATSPI_STATE_SENSITIVE, TRUE);
  ent_driver_point_and_click (self, node);
}

static void
wait_for_keyboard (EntDriver *self)
{
  EntWish wish = { 0 };

  if (!ent_driver_wait (self, has_focus, &wish))
    ent_driver_fail (self, "No window of the program takes the keyboard.");
}

typedef struct
{
  const EntNode *node; /* the window or pop-up */
  EntDeskWindow window;
} Surface;

/* What lies in a pop-up has no place in the window: it waits for that to be on the screen. */
static gboolean
lies_in_popup (const EntNode *node)
{
  if (node->role == ATSPI_ROLE_MENU_ITEM)
    return TRUE;
  for (const EntNode *above = node->parent; above != NULL; above = above->parent)
    if (above->role == ATSPI_ROLE_COMBO_BOX)
      return TRUE;
  return FALSE;
}

/* A pop-up is a window of its own on the screen; its node is the one of that size. */
static gboolean
find_surface (EntDriver *self, const EntNode *node, Surface *surface)
{
  surface->node = ent_node_window (node);
  for (const EntNode *above = node->parent; above != surface->node; above = above->parent)
    {
      int place[4];

      if (ent_node_extents (above, place) &&
          ent_desk_find_popup (self->desk, place[2], place[3], &surface->window))
        {
          surface->node = above;
          return TRUE;
        }
    }
  if (lies_in_popup (node) ||
      !ent_desk_find_window (self->desk, surface->node->name, &surface->window))
    return FALSE;
  surface->window.x += surface->window.left;
  surface->window.y += surface->window.top;
  return TRUE;
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
  EntWish wish = { .node = (EntNode *) node };
  int place[4], view[4], origin[4], middle;

  if (pane == NULL)
    return;
  bring_in_sight (self, pane, surface);
  for (int notches = 0; notches < FARTHEST_NOTCH; notches++)
    {
      if (!ent_node_extents (node, place) || !ent_node_extents (pane, view) ||
          !ent_node_extents (surface->node, origin))
        return;
      middle = place[1] + place[3] / 2;
      if (middle - MARGIN >= view[1] && middle + MARGIN < view[1] + view[3])
        return;
      /* At the edge, where no spin button would take the wheel for itself. */
      ent_desk_scroll (self->desk, surface->window.x - origin[0] + view[0] + MARGIN,
                       surface->window.y - origin[1] + view[1] + view[3] / 2,
                       middle + MARGIN >= view[1] + view[3]);
      ent_driver_wait (self, has_place, &wish);
    }
}

/* Where to press it on the screen: somewhat beyond the middle, see ent_node_extents (). */
static gboolean
reach (EntDriver *self, const EntNode *node, Surface *surface, int *x, int *y)
{
  int place[4], origin[4];

  if (!find_surface (self, node, surface))
    return FALSE;
  bring_in_sight (self, node, surface);
  if (!ent_node_extents (node, place) || !ent_node_extents (surface->node, origin))
    return FALSE;
  *x = place[0] - origin[0] + place[2] / 2 + MIN (BEYOND, place[2] / 4);
  *y = place[1] - origin[1] + place[3] / 2 + MIN (BEYOND, place[3] / 4);
  if (*x < 0 || *y < 0 || *x >= origin[2] || *y >= origin[3])
    return FALSE;
  *x += surface->window.x;
  *y += surface->window.y;
  return TRUE;
}

/* Something may lie over it, as the tooltip of a menu's button does over the menu when the pointer
 * rests there for half a second: that would take the press for itself, and the menu close. It goes
 * when the pointer does. After the press the pointer stays: a program that is told of the release
 * when the pointer has left already may not take it for a click. */
static gboolean
is_pressed (EntWish *wish)
{
  EntDesk *desk = wish->driver->desk;
  Surface surface;
  int x, y;

  if (!has_place (wish) || !reach (wish->driver, wish->node, &surface, &x, &y))
    return FALSE;
  ent_desk_point (desk, x - 1, y);
  ent_desk_point (desk, x, y);
  ent_driver_pause (ENT_DRIVER_POLL_MS);
  if (ent_desk_is_pointed (desk, &surface.window))
    {
      ent_desk_click (desk, x, y);
      return TRUE;
    }
  ent_desk_point_away (desk);
  return FALSE;
}

gboolean
ent_driver_try_click (EntDriver *self, EntNode *node, int seconds)
{
  EntWish wish = { .node = node };

  return ent_driver_wait_for (self, seconds, is_pressed, &wish);
}

void
ent_driver_point_and_click (EntDriver *self, EntNode *node)
{
  if (!ent_driver_try_click (self, node, ENT_DRIVER_WAIT_S))
    ent_driver_fail (self, "%s \"%s\" cannot be pressed: gone, out of sight or covered.",
                     ent_node_role_name (node), node->name);
}

/* In small steps, each of which the program hears of, as it does of a hand's. */
static void
carry (EntDriver *self, int x, int y, int dx, int dy)
{
  ent_desk_point (self->desk, x - 1, y);
  ent_desk_point (self->desk, x, y);
  ent_driver_pause (ENT_DRIVER_POLL_MS);
  ent_desk_hold (self->desk, TRUE);
  for (int i = 1; i <= DRAG_STEPS; i++)
    {
      ent_desk_point (self->desk, x + dx * i / DRAG_STEPS, y + dy * i / DRAG_STEPS);
      ent_driver_pause (ENT_DRIVER_POLL_MS);
    }
  ent_desk_hold (self->desk, FALSE);
}

typedef struct
{
  EntWish wish;
  int place[4]; /* where it ought to be */
} Carried;

static gboolean
has_come_along (EntWish *wish)
{
  const Carried *carried = (const Carried *) (gpointer) wish;
  int now[4];

  return ent_node_extents (wish->node, now) && ABS (now[0] - carried->place[0]) <= DRAG_SLACK &&
         ABS (now[1] - carried->place[1]) <= DRAG_SLACK;
}

void
ent_driver_drag (EntDriver *self, EntNode *node, int dx, int dy)
{
  Carried carried = { .wish = { .node = node } };
  Surface surface;
  int now[4] = { 0 };
  int x, y;

  if (!ent_driver_wait (self, has_place, &carried.wish) ||
      !ent_node_extents (node, carried.place) || !reach (self, node, &surface, &x, &y))
    ent_driver_fail (self, "%s \"%s\" cannot be taken.", ent_node_role_name (node), node->name);
  carried.place[0] += dx;
  carried.place[1] += dy;
  carry (self, x, y, dx, dy);
  if (ent_driver_wait_for (self, ENT_DRIVER_AGAIN_S, has_come_along, &carried.wish))
    return;
  ent_node_extents (node, now);
  ent_driver_fail (self, "%s \"%s\" lies at %d, %d, and was carried to %d, %d.",
                   ent_node_role_name (node), node->name, now[0], now[1], carried.place[0],
                   carried.place[1]);
}

/* The field within a row has no place before it has the cursor: then the row is what one presses.
 */
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
  EntWish wish = { .driver = self, .node = node };

  wait_for_keyboard (self);
  if (ent_driver_holds_cursor (&wish))
    return;
  for (int i = 0; !ent_driver_holds_cursor (&wish); i++)
    {
      if (i * ENT_DRIVER_AGAIN_S >= ENT_DRIVER_WAIT_S)
        ent_driver_fail (self, "%s \"%s\" does not take the keyboard.", ent_node_role_name (node),
                         node->name);
      ent_driver_point_and_click (self, row_or_itself (node));
      ent_driver_wait_for (self, ENT_DRIVER_AGAIN_S, ent_driver_holds_cursor, &wish);
    }
  ent_driver_press (self, "End");
}

void
ent_driver_type (EntDriver *self, EntNode *field, const char *text)
{
  wait_for_keyboard (self);
  if (field != NULL)
    focus (self, field);
  if (!ent_desk_type (self->desk, text))
    ent_driver_fail (self, "No key writes a letter of \"%s\".", text);
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
    ent_driver_fail (self, "There is no key \"%s\".", accelerator);
}

void
ent_driver_resize (EntDriver *self, int width, int height)
{
  EntWish wish = { .width = width, .height = height };
  EntDeskWindow now = { 0 };

  ent_desk_resize (self->desk, width, height);
  if (ent_driver_wait (self, has_size, &wish))
    return;
  ent_desk_find_window (self->desk, NULL, &now);
  ent_driver_fail (self, "Asked for %d × %d, the window has %d × %d.", width, height,
                   now.width - now.left - now.right, now.height - now.top - now.bottom);
}
