/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names on the map, with a halo that keeps them legible over rounds and woods: the library that
 * draws them knows none. Main thread. */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define ENT_TYPE_MAP_LABELS (ent_map_labels_get_type ())
G_DECLARE_FINAL_TYPE (EntMapLabels, ent_map_labels, ENT, MAP_LABELS, ShumateLayer)

EntMapLabels *ent_map_labels_new (ShumateMapSource *labels,
                                  ShumateViewport *viewport,
                                  GdkRGBA halo);

G_END_DECLS
