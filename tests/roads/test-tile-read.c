/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of reading vector tiles: what the writer wrote comes back, and damage does no harm. One
 * thread. */
#include "ent-tile-read.h"

#include "ent-tile-writer.h"

#include <string.h>

typedef struct
{
  GString *text; /* what was read, a line for each feature */
} Seen;

static void
note (const EntTileFeature *feature, gpointer data)
{
  Seen *seen = data;
  guint k = 0;

  g_string_append_printf (seen->text, "%s %s %s %d:", feature->layer, feature->kind,
                          feature->name != NULL ? feature->name : "-", feature->shape);
  for (guint i = 0; i < feature->n_parts; i++)
    {
      for (guint j = 0; j < feature->counts[i]; j++, k++)
        g_string_append_printf (seen->text, " %d,%d", feature->points[k].x, feature->points[k].y);
      g_string_append (seen->text, ";");
    }
  g_string_append_c (seen->text, '\n');
}

static GBytes *
sample_tile (void)
{
  g_autoptr (EntTileWriter) writer = ent_tile_writer_new ();
  const EntMapPoint street[] = { { 10, 20 }, { 500, -20 }, { 4100, 30 } };
  const EntMapPoint path[] = { { 7, 7 }, { 8, 9 } };
  const EntMapPoint lake[] = { { 100, 100 }, { 900, 100 }, { 900, 900 }, { 100, 900 } };
  const EntMapPoint island[] = { { 200, 200 }, { 200, 300 }, { 300, 300 } };
  const EntMapPoint town[] = { { 42, 43 } };

  ent_tile_writer_begin (writer, ENT_MAP_LINE);
  ent_tile_writer_add_part (writer, street, G_N_ELEMENTS (street));
  ent_tile_writer_add_part (writer, path, G_N_ELEMENTS (path));
  ent_tile_writer_end (writer, ENT_MAP_LAYER_ROAD, &(EntTileTags) { .kind = "street" });
  ent_tile_writer_begin (writer, ENT_MAP_AREA);
  ent_tile_writer_add_part (writer, lake, G_N_ELEMENTS (lake));
  ent_tile_writer_add_part (writer, island, G_N_ELEMENTS (island));
  ent_tile_writer_end (writer, ENT_MAP_LAYER_WATER, &(EntTileTags) { .kind = "lake" });
  ent_tile_writer_begin (writer, ENT_MAP_POINT);
  ent_tile_writer_add_part (writer, town, 1);
  ent_tile_writer_end (writer, ENT_MAP_LAYER_PLACE,
                       &(EntTileTags) { .kind = "town", .name = "Liège", .name_size = 6 });
  return ent_tile_writer_finish (writer);
}

static void
test_round_trip (void)
{
  g_autoptr (GBytes) tile = sample_tile ();
  g_autoptr (GString) text = g_string_new (NULL);
  Seen seen = { text };

  g_assert_true (ent_tile_read (tile, note, &seen));
  g_assert_cmpstr (text->str, ==,
                   "water lake - 3: 100,100 900,100 900,900 100,900; 200,200 200,300 300,300;\n"
                   "road street - 2: 10,20 500,-20 4100,30; 7,7 8,9;\n"
                   "place town Liège 1: 42,43;\n");
}

static void
test_empty (void)
{
  g_autoptr (GBytes) tile = g_bytes_new (NULL, 0);
  g_autoptr (GString) text = g_string_new (NULL);
  Seen seen = { text };

  g_assert_true (ent_tile_read (tile, note, &seen));
  g_assert_cmpuint (text->len, ==, 0);
}

/* Cut anywhere but between two layers, it is known to be damaged. */
static void
test_cut (void)
{
  g_autoptr (GBytes) tile = sample_tile ();
  guint whole = 0;

  for (gsize size = 1; size < g_bytes_get_size (tile); size++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (tile, 0, size);
      g_autoptr (GString) text = g_string_new (NULL);
      Seen seen = { text };

      whole += ent_tile_read (part, note, &seen);
    }
  g_assert_cmpuint (whole, ==, 2);
}

static void
test_damage (void)
{
  g_autoptr (GBytes) tile = sample_tile ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  gsize size = g_bytes_get_size (tile);

  for (int i = 0; i < 5000; i++)
    {
      guint8 *data = g_memdup2 (g_bytes_get_data (tile, NULL), size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      Seen seen = { text };

      for (int j = 0; j < 3; j++)
        data[g_rand_int_range (random, 0, (gint32) size)] = (guint8) g_rand_int (random);
      damaged = g_bytes_new_take (data, size);
      ent_tile_read (damaged, note, &seen);
      g_assert_true (g_utf8_validate (text->str, -1, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tile-read/round-trip", test_round_trip);
  g_test_add_func ("/tile-read/empty", test_empty);
  g_test_add_func ("/tile-read/cut", test_cut);
  g_test_add_func ("/tile-read/damage", test_damage);
  return g_test_run ();
}
