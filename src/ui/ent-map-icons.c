/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small pictures of the places that a carer on the road looks for. Main thread. */
#include "ent-map-style.h"

#define SIZE 15
/* The glyphs are drawn in a square of this side. */
#define GLYPH_SIDE 12.0f

typedef struct
{
  const char *kind; /* as in tiles */
  guint32 light, dark;
  const char *glyph; /* path */
} Icon;

#define CARE 0xb3323d, 0xd9646d
#define MOVE 0x3a6ea8, 0x5b8fc9
#define CIVIL 0x6b6571, 0x88838f

/* clang-format off */
static const Icon icons[] = {
  { "pharmacy", 0x2b7d4f, 0x46a06d, "M4.6 2h2.8v2.6H10v2.8H7.4V10H4.6V7.4H2V4.6h2.6z" },
  { "hospital", CARE, "M3 2h2v3h2V2h2v8H7V7H5v3H3z" },
  { "doctor", CARE, "M5.1 2.2h1.8v2.9h2.9v1.8H6.9v2.9H5.1V6.9H2.2V5.1h2.9z" },
  { "social", 0x8a4b93, 0xac75b5,
    "M6 10L2.3 6.3C1 4.6 1.9 2.6 3.6 2.4C4.7 2.3 5.5 2.9 6 3.8C6.5 2.9 7.3 2.3 8.4 2.4"
    "C10.1 2.6 11 4.6 9.7 6.3z" },
  { "town_hall", CIVIL,
    "M6 1.4L10.4 3.9V5H1.6V3.9zM2.5 5.6H4V8.9H2.5zM5.25 5.6H6.75V8.9H5.25zM8 5.6H9.5V8.9H8z"
    "M1.6 9.4H10.4V10.6H1.6z" },
  { "school", 0x8d6433, 0xb38a57,
    "M6 2.4L11.2 4.9L6 7.4L0.8 4.9zM3 6.8L6 8.3L9 6.8V8.7L6 10.2L3 8.7z" },
  { "church", CIVIL, "M5.2 1.4H6.8V3.6H9V5.2H6.8V10.5H5.2V5.2H3V3.6H5.2z" },
  { "police", MOVE,
    "M6 1.4L7.4 4.3L10.6 4.7L8.3 6.9L8.9 10.1L6 8.5L3.1 10.1L3.7 6.9L1.4 4.7L4.6 4.3z" },
  { "fire_station", CARE,
    "M6.2 1.3C6.4 3.3 9 4.2 9 7C9 8.9 7.6 10.4 6 10.4C4.4 10.4 3 8.9 3 7C3 5.7 3.6 4.9 4.2 4.3"
    "C4.3 5.2 4.7 5.7 5.2 5.9C5 4.2 5.3 2.5 6.2 1.3z" },
  { "station", MOVE,
    "M3.4 1.6H8.6Q9.6 1.6 9.6 2.6V7.8Q9.6 8.8 8.8 8.9L9.8 10.5H8.3L7.4 9H4.6L3.7 10.5H2.2L3.2 8.9"
    "Q2.4 8.8 2.4 7.8V2.6Q2.4 1.6 3.4 1.6zM3.9 3V5.4H8.1V3z" },
  { "bus_stop", MOVE,
    "M3 1.8H9Q10 1.8 10 2.8V8.8H9.2V10.2H7.8V8.8H4.2V10.2H2.8V8.8H2V2.8Q2 1.8 3 1.8z"
    "M3.3 3.2V5.8H8.7V3.2z" },
  { "post", CIVIL, "M1.8 3H10.2V3.7L6 6.7L1.8 3.7zM1.8 4.9L6 7.9L10.2 4.9V9H1.8z" },
  { "library", CIVIL,
    "M1.8 2.6C3.4 2 4.9 2.2 5.7 2.9V9.8C4.9 9.1 3.4 8.9 1.8 9.4z"
    "M10.2 2.6C8.6 2 7.1 2.2 6.3 2.9V9.8C7.1 9.1 8.6 8.9 10.2 9.4z" },
  { "supermarket", CIVIL,
    "M1.8 4.8H10.2L9.3 9.6H2.7zM3.9 4.4L5.1 2H6L5.1 4.4zM8.1 4.4L6.9 2H6L6.9 4.4z" },
};
/* clang-format on */

static GdkRGBA
rgb (guint32 colour)
{
  return (GdkRGBA) { (float) (colour >> 16 & 0xff) / 255.0f, (float) (colour >> 8 & 0xff) / 255.0f,
                     (float) (colour & 0xff) / 255.0f, 1.0f };
}

static GdkPaintable *
draw_icon (const Icon *icon, gboolean dark)
{
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr(GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr(GskPath) disc = NULL;
  g_autoptr(GskPath) glyph = gsk_path_parse (icon->glyph);
  GdkRGBA ground = rgb (dark ? icon->dark : icon->light);
  GdkRGBA ink = rgb (dark ? 0x1c1c1e : 0xffffff);
  float middle = SIZE / 2.0f, scale = (SIZE - 4.5f) / GLYPH_SIDE;

  g_assert (glyph != NULL);
  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (middle, middle), middle - 0.5f);
  disc = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gtk_snapshot_append_fill (snapshot, disc, GSK_FILL_RULE_WINDING, &ground);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (middle, middle));
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-GLYPH_SIDE / 2, -GLYPH_SIDE / 2));
  gtk_snapshot_append_fill (snapshot, glyph, GSK_FILL_RULE_EVEN_ODD, &ink);
  return gtk_snapshot_free_to_paintable (g_steal_pointer (&snapshot),
                                         &GRAPHENE_SIZE_INIT (SIZE, SIZE));
}

ShumateVectorSpriteSheet *
ent_map_icons_new (gboolean dark)
{
  ShumateVectorSpriteSheet *sheet = shumate_vector_sprite_sheet_new ();

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    {
      g_autoptr(GdkPaintable) picture = draw_icon (&icons[i], dark);
      g_autoptr(ShumateVectorSprite) sprite = shumate_vector_sprite_new (picture);

      shumate_vector_sprite_sheet_add_sprite (sheet, icons[i].kind, sprite);
    }
  return sheet;
}
