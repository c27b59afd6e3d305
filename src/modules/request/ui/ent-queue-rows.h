/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the rows and headings of the queue look. Main thread. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @compact: in two lines, for a narrow window. */
GtkListItemFactory *ent_queue_rows_factory_new (gboolean compact);
GtkListItemFactory *ent_queue_headings_factory_new (void);

G_END_DECLS
