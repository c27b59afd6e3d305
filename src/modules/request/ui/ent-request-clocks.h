/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clocks of a request as a group of rows, each of which says why. Main thread. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *ent_request_clocks_new (void);
/* @clocks: (element-type EntRequestClock); a reference is kept. */
void ent_request_clocks_show (GtkWidget *group, GPtrArray *clocks, gint32 today);

G_END_DECLS
