/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of maps share: the region of a village, rounds in it, a window. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-map-content.h"
#include "ent-region.h"

G_BEGIN_DECLS

/* The region of the extract that ENT_MAP_EXTRACT names; without one, the village among the test
 * data. Made once; borrowed. */
EntRegion *map_region (void);

/* Sets up GTK for tests of maps, with a folder of its own for what libraries keep. */
void map_init (int *argc, char ***argv);
const char *map_cache_folder (void);
/* Runs the tests, then takes the folder away. */
int map_run (void);

/* So many rounds of so many stops about the middle of the region, along its roads. */
EntMapContent *map_rounds (guint n_rounds, guint n_stops);

GtkWidget *map_window (GtkWidget *child, int width, int height);

/* Lets the window work until the condition holds, or for a while. */
typedef gboolean (*MapCondition) (gpointer data);
void map_wait_for (MapCondition condition, gpointer data);
void map_wait (guint milliseconds);

/* What the widget looks like now; NULL before its first frame. Transfer full. */
GdkTexture *map_picture (GtkWidget *widget);
/* The share of its pixels that are not the colour of its first one, 0 to 1. */
double map_picture_content (GdkTexture *picture);

GtkWidget *map_find (GtkWidget *widget, GType type);

G_END_DECLS
