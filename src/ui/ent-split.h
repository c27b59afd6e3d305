/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Beside AdwNavigationSplitView. Main thread. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows the content, or the side bar, where there is room for one of them only. Instead of
 * adw_navigation_split_view_set_show_content (), which comes back to the widget when it may have
 * gone. */
void ent_split_show_content (AdwNavigationSplitView *split, gboolean shows_content);

G_END_DECLS
