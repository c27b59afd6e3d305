/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting, looking, tidying up. Main thread. */
#include "window-fixture.h"

#include <glib/gstdio.h>

typedef struct
{
  GType type;
  const char *css_class;
  gboolean in_sight;
} Sought;

void
settle (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

GtkWidget *
find_where (GtkWidget *widget, IsIt is_it, gconstpointer data)
{
  if (is_it (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_where (child, is_it, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_sought (GtkWidget *widget, gconstpointer data)
{
  const Sought *sought = data;

  return G_TYPE_CHECK_INSTANCE_TYPE (widget, sought->type) &&
         (sought->css_class == NULL || gtk_widget_has_css_class (widget, sought->css_class)) &&
         (!sought->in_sight || gtk_widget_get_mapped (widget));
}

GtkWidget *
find_widget (GtkWidget *widget, GType type, const char *css_class)
{
  return find_where (widget, is_sought, &(Sought) { type, css_class, FALSE });
}

GtkWidget *
find_in_sight (GtkWidget *widget, GType type, const char *css_class)
{
  return find_where (widget, is_sought, &(Sought) { type, css_class, TRUE });
}

void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}
