/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the rows of a day look: visits, headings of carers, the line that stands for now. Main
 * thread. */

#pragma once

#include <adwaita.h>

#include "ent-day-model.h"

G_BEGIN_DECLS

/* @compact: in two lines, where there is little room. The buttons of rows activate "day.menu" with
 * the id of the visit. */
GtkListItemFactory *ent_day_rows_factory_new (gboolean compact);

/* The visit that the child of a list item shows; 0: none. */
gint64 ent_day_rows_get_visit (GtkWidget *child);

/* The icon of a standing, and the style class of its colour or NULL. */
const char *ent_day_icon_name (EntDayStanding standing);
const char *ent_day_style_class (EntDayStanding standing);

G_END_DECLS
