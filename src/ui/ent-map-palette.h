/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours and shapes that tell rounds apart on maps and lists: told apart by people who do not see
 * all colours too, on light and on dark ground. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a round looks; 40 in a row are all different. */
typedef struct
{
  GdkRGBA colour;
  GdkRGBA ink; /* of letters on that colour */
  guint shape; /* see ent_map_palette_shape() */
} EntMapStyle;

/* The look of the number of a round; any number. */
EntMapStyle ent_map_palette_get (guint number);

/* The outline of a mark around (0, 0), of that radius. Transfer full. */
GskPath *ent_map_palette_shape (guint shape, float radius);

/* A small picture of the look, for lists. Transfer full. */
GdkPaintable *ent_map_palette_paintable (guint number, int size);

G_END_DECLS
