/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours and shapes that tell rounds apart. Main thread. */
#include "ent-map-palette.h"

#include <math.h>

#define N_SHAPES 5

/* Okabe and Ito's colours, which stay apart for every kind of colour blindness, with two of theirs
 * darkened to stand on a light map. Each with the ink that is read best on it. */
static const struct
{
  guint32 colour;
  gboolean dark_ink;
} colours[] = {
  { 0x0072b2, FALSE }, { 0xd55e00, FALSE }, { 0x007d5b, FALSE }, { 0xa8467b, FALSE },
  { 0xe69f00, TRUE },  { 0x56b4e9, TRUE },  { 0x5b3fa0, FALSE }, { 0x6b4e16, FALSE },
};

static GdkRGBA
rgb (guint32 colour)
{
  return (GdkRGBA) { (float) (colour >> 16 & 0xff) / 255.0f, (float) (colour >> 8 & 0xff) / 255.0f,
                     (float) (colour & 0xff) / 255.0f, 1.0f };
}

EntMapStyle
ent_map_palette_get (guint number)
{
  guint i = number % G_N_ELEMENTS (colours);

  return (EntMapStyle) { rgb (colours[i].colour), rgb (colours[i].dark_ink ? 0x1e1e1e : 0xffffff),
                         number % N_SHAPES };
}

static void
add_polygon (GskPathBuilder *builder, guint n_corners, float radius, double turn)
{
  for (guint i = 0; i < n_corners; i++)
    {
      double angle = turn + 2.0 * G_PI * i / n_corners;
      float x = (float) (radius * sin (angle)), y = (float) (-radius * cos (angle));

      if (i == 0)
        gsk_path_builder_move_to (builder, x, y);
      else
        gsk_path_builder_line_to (builder, x, y);
    }
  gsk_path_builder_close (builder);
}

/* Of like areas, so that none looks more important. */
GskPath *
ent_map_palette_shape (guint shape, float radius)
{
  g_autoptr(GskPathBuilder) builder = gsk_path_builder_new ();
  GskRoundedRect square;

  switch (shape % N_SHAPES)
    {
    case 1:
      gsk_rounded_rect_init_from_rect (&square,
                                       &GRAPHENE_RECT_INIT (-0.9f * radius, -0.9f * radius,
                                                            1.8f * radius, 1.8f * radius),
                                       0.3f * radius);
      gsk_path_builder_add_rounded_rect (builder, &square);
      break;
    case 2:
      add_polygon (builder, 4, 1.28f * radius, 0.0);
      break;
    case 3:
      add_polygon (builder, 6, 1.1f * radius, G_PI / 6.0);
      break;
    case 4:
      add_polygon (builder, 5, 1.18f * radius, 0.0);
      break;
    default:
      gsk_path_builder_add_circle (builder, graphene_point_zero (), radius);
      break;
    }
  return gsk_path_builder_free_to_path (g_steal_pointer (&builder));
}

GdkPaintable *
ent_map_palette_paintable (guint number, int size)
{
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  EntMapStyle style = ent_map_palette_get (number);
  g_autoptr(GskPath) path = ent_map_palette_shape (style.shape, (float) size * 0.38f);

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) size / 2, (float) size / 2));
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &style.colour);
  return gtk_snapshot_free_to_paintable (g_steal_pointer (&snapshot),
                                         &GRAPHENE_SIZE_INIT ((float) size, (float) size));
}
