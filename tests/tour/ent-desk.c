/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Windows, pointer and pictures through Xlib. Main thread. */

#include "ent-desk.h"

#include "ent-keyboard.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xcomposite.h>
#include <cairo.h>
#include <string.h>

#define WAIT_US (30 * G_USEC_PER_SEC)
#define POLL_US 20000

struct _EntDesk
{
  Display *display;
  Window root, claim;
};

static Atom
atom (EntDesk *self, const char *name)
{
  return XInternAtom (self->display, name, False);
}

/* A window may go at any moment, between the list and the question: that is no error here. */
static int
ignore_error_cb (Display *display, XErrorEvent *event)
{
  return 0;
}

/* The value of a property, as longs or bytes, to be freed by XFree; its length in items. */
static gpointer
get_property (EntDesk *self, Window window, const char *name, gulong *n_items)
{
  guchar *value = NULL;
  gulong left;
  Atom type;
  int format;

  *n_items = 0;
  if (XGetWindowProperty (self->display, window, atom (self, name), 0, 4096, False, AnyPropertyType,
                          &type, &format, n_items, &left, &value) != Success)
    return NULL;
  return value;
}

static Window
get_window_property (EntDesk *self, const char *name)
{
  gulong n = 0;
  gulong *value = get_property (self, self->root, name, &n);
  Window window = n > 0 ? value[0] : None;

  g_clear_pointer (&value, XFree);
  return window;
}

/* The windows of the program; free by XFree. */
static Window *
list_clients (EntDesk *self, gulong *n)
{
  return get_property (self, self->root, "_NET_CLIENT_LIST", n);
}

static gboolean
measure (EntDesk *self, Window window, EntDeskWindow *result)
{
  XWindowAttributes attributes;
  Window child;
  gulong n = 0;
  gulong *shadow;

  memset (result, 0, sizeof *result);
  if (!XGetWindowAttributes (self->display, window, &attributes) ||
      attributes.map_state != IsViewable || attributes.class == InputOnly)
    return FALSE;
  XTranslateCoordinates (self->display, window, self->root, 0, 0, &result->x, &result->y, &child);
  result->id = window;
  result->width = attributes.width;
  result->height = attributes.height;
  shadow = get_property (self, window, "_GTK_FRAME_EXTENTS", &n);
  if (n == 4)
    {
      result->left = shadow[0];
      result->right = shadow[1];
      result->top = shadow[2];
      result->bottom = shadow[3];
    }
  g_clear_pointer (&shadow, XFree);
  return TRUE;
}

static char *
get_title (EntDesk *self, Window window)
{
  gulong n;
  char *value = get_property (self, window, "_NET_WM_NAME", &n);
  char *title = g_strndup (value != NULL ? value : "", n);

  g_clear_pointer (&value, XFree);
  return title;
}

static Window
front_window (EntDesk *self)
{
  gulong n = 0;
  Window active = get_window_property (self, "_NET_ACTIVE_WINDOW");
  Window *clients = list_clients (self, &n);
  Window front = n > 0 ? clients[n - 1] : None;

  for (gulong i = 0; i < n; i++)
    if (clients[i] == active)
      front = active;
  g_clear_pointer (&clients, XFree);
  return front;
}

/* The program's own window within what lies on the screen: the window manager may have framed it.
 */
static Window
find_content (EntDesk *self, Window window)
{
  Window root, parent, found = None;
  Window *children = NULL;
  guint n = 0;
  gulong n_items;
  gpointer state = get_property (self, window, "WM_STATE", &n_items);

  g_clear_pointer (&state, XFree);
  if (n_items > 0)
    return window;
  if (!XQueryTree (self->display, window, &root, &parent, &children, &n))
    return None;
  for (guint i = 0; i < n && found == None; i++)
    found = find_content (self, children[i]);
  g_clear_pointer (&children, XFree);
  return found;
}

/* Whether it is a pop-up window: GTK says by a type which windows are menus and the like. */
static gboolean
is_popup (EntDesk *self, Window window)
{
  XWindowAttributes attributes;
  gulong n = 0;
  gpointer type;

  if (!XGetWindowAttributes (self->display, window, &attributes) || !attributes.override_redirect)
    return FALSE;
  type = get_property (self, window, "_NET_WM_WINDOW_TYPE", &n);
  g_clear_pointer (&type, XFree);
  return n > 0;
}

/* What the program shows, from back to front. */
static GArray *
list_shown (EntDesk *self)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (Window));
  Window root, parent;
  Window *children = NULL;
  guint n = 0;

  XQueryTree (self->display, self->root, &root, &parent, &children, &n);
  for (guint i = 0; i < n; i++)
    {
      Window window = is_popup (self, children[i]) ? children[i] : find_content (self, children[i]);
      EntDeskWindow area;

      if (window != None && measure (self, window, &area))
        g_array_append_val (shown, window);
    }
  g_clear_pointer (&children, XFree);
  return shown;
}

static gboolean
wait_for_window_manager (EntDesk *self)
{
  for (gint64 end = g_get_monotonic_time () + WAIT_US; g_get_monotonic_time () < end;)
    {
      if (get_window_property (self, "_NET_SUPPORTING_WM_CHECK") != None)
        return TRUE;
      g_usleep (POLL_US);
    }
  return FALSE;
}

static void
pose_as_compositor (EntDesk *self)
{
  Atom frame_extents = atom (self, "_GTK_FRAME_EXTENTS");

  self->claim = XCreateSimpleWindow (self->display, self->root, -10, -10, 1, 1, 0, 0, 0);
  XSetSelectionOwner (self->display, atom (self, "_NET_WM_CM_S0"), self->claim, CurrentTime);
  XChangeProperty (self->display, self->root, atom (self, "_NET_SUPPORTED"), XA_ATOM, 32,
                   PropModeAppend, (guchar *) &frame_extents, 1);
  /* Each window is drawn aside, so that its picture is whole whatever lies over it. */
  XCompositeRedirectSubwindows (self->display, self->root, CompositeRedirectAutomatic);
  XSync (self->display, False);
}

EntDesk *
ent_desk_open (const char **reason)
{
  EntDesk *self = g_new0 (EntDesk, 1);
  int unused;

  *reason = NULL;
  self->display = XOpenDisplay (NULL);
  if (self->display == NULL)
    {
      *reason = "there is no display";
      g_free (self);
      return NULL;
    }
  XSetErrorHandler (ignore_error_cb);
  self->root = DefaultRootWindow (self->display);
  if (!XTestQueryExtension (self->display, &unused, &unused, &unused, &unused))
    *reason = "the display has no XTest extension";
  else if (!XCompositeQueryExtension (self->display, &unused, &unused))
    *reason = "the display has no Composite extension";
  else if (!wait_for_window_manager (self))
    *reason = "the display has no window manager";
  if (*reason != NULL)
    {
      ent_desk_close (self);
      return NULL;
    }
  pose_as_compositor (self);
  ent_keyboard_prepare (self->display);
  ent_desk_point_away (self);
  return self;
}

void
ent_desk_close (EntDesk *self)
{
  XCloseDisplay (self->display);
  g_free (self);
}

int
ent_desk_count_windows (EntDesk *self)
{
  gulong n = 0;
  Window *clients = list_clients (self, &n);

  g_clear_pointer (&clients, XFree);
  return n;
}

gboolean
ent_desk_has_focus (EntDesk *self)
{
  Window active = get_window_property (self, "_NET_ACTIVE_WINDOW");

  return active != None && active == front_window (self);
}

gboolean
ent_desk_find_window (EntDesk *self, const char *title, EntDeskWindow *window)
{
  gulong n = 0;
  Window *clients = list_clients (self, &n);
  Window found = front_window (self);

  for (gulong i = 0; i < n; i++)
    {
      g_autofree char *its_title = get_title (self, clients[i]);

      if (n > 1 && g_strcmp0 (its_title, title) == 0)
        found = clients[i];
    }
  g_clear_pointer (&clients, XFree);
  return found != None && measure (self, found, window);
}

gboolean
ent_desk_find_popup (EntDesk *self, int width, int height, EntDeskWindow *window)
{
  g_autoptr(GArray) shown = list_shown (self);

  for (guint i = shown->len; i > 0; i--)
    {
      Window candidate = g_array_index (shown, Window, i - 1);

      if (is_popup (self, candidate) && measure (self, candidate, window) &&
          window->width == width && window->height == height)
        return TRUE;
    }
  return FALSE;
}

int
ent_desk_count_popups (EntDesk *self)
{
  g_autoptr(GArray) shown = list_shown (self);
  int n = 0;

  for (guint i = 0; i < shown->len; i++)
    n += is_popup (self, g_array_index (shown, Window, i)) ? 1 : 0;
  return n;
}

void
ent_desk_resize (EntDesk *self, int width, int height)
{
  Window window = front_window (self);
  EntDeskWindow now;

  if (window == None || !measure (self, window, &now))
    return;
  XResizeWindow (self->display, window, width + now.left + now.right,
                 height + now.top + now.bottom);
  XSync (self->display, False);
}

void
ent_desk_close_window (EntDesk *self)
{
  Window window = front_window (self);
  XEvent event = { 0 };

  if (window == None)
    return;
  event.xclient.type = ClientMessage;
  event.xclient.window = window;
  event.xclient.message_type = atom (self, "_NET_CLOSE_WINDOW");
  event.xclient.format = 32;
  event.xclient.data.l[1] = 2; /* asked by a pager, that is: by the person */
  XSendEvent (self->display, self->root, False, SubstructureRedirectMask | SubstructureNotifyMask,
              &event);
  XSync (self->display, False);
}

void
ent_desk_point (EntDesk *self, int x, int y)
{
  XTestFakeMotionEvent (self->display, -1, x, y, CurrentTime);
  XSync (self->display, False);
}

gboolean
ent_desk_is_pointed (EntDesk *self, const EntDeskWindow *window)
{
  Window root, child = self->root;
  int root_x, root_y, x, y;
  guint mask;

  while (child != None && child != window->id)
    {
      Window within = child;

      child = None;
      XQueryPointer (self->display, within, &root, &child, &root_x, &root_y, &x, &y, &mask);
    }
  return child == window->id;
}

void
ent_desk_hold (EntDesk *self, gboolean is_held)
{
  XTestFakeButtonEvent (self->display, Button1, is_held, CurrentTime);
  XSync (self->display, False);
}

/* The pointer comes in two steps, as a hand would: the window hears of it before it is pressed. */
static void
press_button (EntDesk *self, int x, int y, guint button)
{
  ent_desk_point (self, x - 1, y);
  ent_desk_point (self, x, y);
  XTestFakeButtonEvent (self->display, button, True, CurrentTime);
  XTestFakeButtonEvent (self->display, button, False, CurrentTime);
  XSync (self->display, False);
}

void
ent_desk_click (EntDesk *self, int x, int y)
{
  press_button (self, x, y, Button1);
}

void
ent_desk_scroll (EntDesk *self, int x, int y, gboolean down)
{
  press_button (self, x, y, down ? Button5 : Button4);
}

void
ent_desk_point_away (EntDesk *self)
{
  int screen = DefaultScreen (self->display);

  ent_desk_point (self, DisplayWidth (self->display, screen) - 1,
                  DisplayHeight (self->display, screen) - 1);
}

gboolean
ent_desk_press (EntDesk *self, const char *accelerator)
{
  return ent_keyboard_press (self->display, accelerator);
}

gboolean
ent_desk_type (EntDesk *self, const char *text)
{
  return ent_keyboard_type (self->display, text);
}

/* One window with its transparency. */
static cairo_surface_t *
grab (EntDesk *self, Window window, const EntDeskWindow *area)
{
  XImage *image = XGetImage (self->display, window, 0, 0, area->width, area->height, AllPlanes,
                             ZPixmap);
  cairo_surface_t *surface = NULL;

  if (image != NULL && image->bits_per_pixel == 32)
    {
      int stride;
      guchar *data;

      surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, area->width, area->height);
      stride = cairo_image_surface_get_stride (surface);
      data = cairo_image_surface_get_data (surface);
      for (int y = 0; y < area->height; y++)
        {
          guint32 *row = (guint32 *) (gpointer) (data + y * stride);

          memcpy (row, image->data + y * image->bytes_per_line, 4 * area->width);
          for (int x = 0; image->depth < 32 && x < area->width; x++)
            row[x] |= 0xff000000;
        }
      cairo_surface_mark_dirty (surface);
    }
  if (image != NULL)
    XDestroyImage (image);
  return surface;
}

gpointer
ent_desk_picture (EntDesk *self)
{
  g_autoptr(GArray) shown = list_shown (self);
  g_autofree EntDeskWindow *areas = g_new0 (EntDeskWindow, shown->len);
  int left = G_MAXINT, top = G_MAXINT, right = 0, bottom = 0;
  cairo_surface_t *picture;
  cairo_t *cr;

  for (guint i = 0; i < shown->len; i++)
    if (measure (self, g_array_index (shown, Window, i), &areas[i]))
      {
        left = MIN (left, areas[i].x);
        top = MIN (top, areas[i].y);
        right = MAX (right, areas[i].x + areas[i].width);
        bottom = MAX (bottom, areas[i].y + areas[i].height);
      }
  if (left >= right || top >= bottom)
    return NULL;

  picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, right - left, bottom - top);
  cr = cairo_create (picture);
  for (guint i = 0; i < shown->len; i++)
    {
      cairo_surface_t *one = grab (self, g_array_index (shown, Window, i), &areas[i]);

      if (one == NULL)
        continue;
      cairo_set_source_surface (cr, one, areas[i].x - left, areas[i].y - top);
      cairo_paint (cr);
      cairo_surface_destroy (one);
    }
  cairo_destroy (cr);
  return picture;
}
