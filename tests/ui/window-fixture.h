/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of widgets in a real window share: waiting, looking, tidying up. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAIT_LIMIT (20 * G_USEC_PER_SEC)

/* Lets the main loop run. */
void settle (guint milliseconds);

/* Lets it run until the condition holds; fails at the limit. */
#define wait_until(condition) \
  G_STMT_START \
  { \
    gint64 limit_ = g_get_monotonic_time () + WAIT_LIMIT; \
\
    while (!(condition) && g_get_monotonic_time () < limit_) \
      settle (5); \
    g_assert_true (condition); \
  } \
  G_STMT_END

/* The first below a widget, itself included, that is what is looked for. Borrowed. */
typedef gboolean (*IsIt) (GtkWidget *widget, gconstpointer data);
GtkWidget *find_where (GtkWidget *widget, IsIt is_it, gconstpointer data);

/* The first of a type, in sight or not; and the first that is in sight. @css_class may be NULL. */
GtkWidget *find_widget (GtkWidget *widget, GType type, const char *css_class);
GtkWidget *find_in_sight (GtkWidget *widget, GType type, const char *css_class);

/* A file, or a folder with all that is in it. */
void remove_all (const char *path);

G_END_DECLS
