/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A split view that is closed in the moment in which it shows something else. */

#include "ent-split.h"

#include <adwaita.h>

static void
test_outlives_its_errand (void)
{
  GtkWidget *window = gtk_window_new ();
  AdwNavigationSplitView *split = ADW_NAVIGATION_SPLIT_VIEW (adw_navigation_split_view_new ());
  gpointer alive = split;

  adw_navigation_split_view_set_collapsed (split, TRUE);
  adw_navigation_split_view_set_sidebar (split,
                                         adw_navigation_page_new (gtk_label_new ("List"), "List"));
  adw_navigation_split_view_set_content (split,
                                         adw_navigation_page_new (gtk_label_new ("Page"), "Page"));
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (split));
  g_object_add_weak_pointer (G_OBJECT (split), &alive);

  ent_split_show_content (split, TRUE);
  g_assert_true (adw_navigation_split_view_get_show_content (split));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_nonnull (alive);
  while (alive != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/split/outlives-its-errand", test_outlives_its_errand);
  return g_test_run ();
}
