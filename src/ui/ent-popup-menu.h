/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A menu at a place of a widget that has no button for it. Main thread. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pops it up beside @place, in the coordinates of @parent, with the actions that @parent knows. It
 * goes when it is closed, or with @parent. */
void ent_popup_menu_show (GtkWidget *parent, GMenuModel *model, const GdkRectangle *place);

G_END_DECLS
