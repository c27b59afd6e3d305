/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A split view that outlives its own errands. Main thread. */

#include "ent-split.h"

static gboolean
let_go_cb (gpointer unused)
{
  return G_SOURCE_REMOVE;
}

/* libadwaita 1.7 writes into a collapsed split view from an idle function that does not hold it: a
 * window closed in between had its memory written over. Idle functions of one priority run in the
 * order in which they were added, so this one lets go of it when that one is done. */
void
ent_split_show_content (AdwNavigationSplitView *split, gboolean shows_content)
{
  g_return_if_fail (ADW_IS_NAVIGATION_SPLIT_VIEW (split));

  if (adw_navigation_split_view_get_show_content (split) == shows_content)
    return;
  adw_navigation_split_view_set_show_content (split, shows_content);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, let_go_cb, g_object_ref (split), g_object_unref);
}
