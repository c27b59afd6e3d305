/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the earth and the pixels of a map widget. Main thread. */
#pragma once

#include <graphene.h>
#include <shumate/shumate.h>

#include "ent-geo.h"

G_BEGIN_DECLS

/* A place on the square world, 0 to 1 from the north-west. */
typedef struct
{
  double x, y;
} EntMapSpot;

EntMapSpot ent_map_project (EntPoint point);

/* Pixels of the world's side at the viewport's zoom. */
double ent_map_project_scale (ShumateViewport *viewport);

/* Where the spot lies in a widget of that size that fills the map. */
graphene_point_t ent_map_project_to_widget (ShumateViewport *viewport,
                                            GtkWidget *widget,
                                            EntMapSpot spot);

/* The earth below a pixel of the widget. */
EntPoint ent_map_project_from_widget (ShumateViewport *viewport,
                                      GtkWidget *widget,
                                      double x,
                                      double y);

G_END_DECLS
