/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The geometry under the map: projection, simplifying, clipping, joining, packing. */
#include <stdlib.h>
#include <string.h>

#include "ent-map-chunk.h"
#include "ent-map-join.h"

static void
test_earth_and_map_are_there_and_back (void)
{
  EntMapPoint middle = ent_map_point (0, 0);
  EntMapPoint place = ent_map_point (506000000, 56000000);
  EntPoint back = ent_map_to_earth (place);

  g_assert_cmpint (middle.x, ==, 1 << (ENT_MAP_BITS - 1));
  g_assert_cmpint (middle.y, ==, 1 << (ENT_MAP_BITS - 1));
  g_assert_cmpfloat_with_epsilon (back.latitude, 50.6, 2e-6);
  g_assert_cmpfloat_with_epsilon (back.longitude, 5.6, 2e-6);
  g_assert_cmpint (ent_map_point (900000000, -1800000000).y, ==, 0);
  g_assert_cmpint (ent_map_point (-900000000, 1800000000).x, ==, (1 << ENT_MAP_BITS) - 1);
}

static void
test_simplifying_keeps_ends_and_corners (void)
{
  EntMapPoint line[] = { { 0, 0 }, { 10, 1 }, { 20, 0 }, { 30, 1 }, { 40, 0 }, { 40, 40 } };
  guint n = ent_map_simplify (line, G_N_ELEMENTS (line), 4);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (line[1].x, ==, 40);
  g_assert_cmpint (line[1].y, ==, 0);
  g_assert_cmpint (line[2].y, ==, 40);
}

static void
test_lines_are_cut_into_parts (void)
{
  const EntMapPoint line[] = { { -10, 5 }, { 5, 5 }, { 5, 20 }, { 8, 20 }, { 8, 5 }, { 20, 5 } };
  EntMapBox box = { 0, 0, 10, 10 };
  g_autoptr (GArray) cut = g_array_new (FALSE, FALSE, sizeof (EntMapPoint));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint32));

  ent_map_clip_line (line, G_N_ELEMENTS (line), &box, cut, counts);
  g_assert_cmpuint (counts->len, ==, 2);
  g_assert_cmpuint (g_array_index (counts, guint32, 0), ==, 3);
  g_assert_cmpuint (g_array_index (counts, guint32, 1), ==, 3);
  g_assert_cmpint (g_array_index (cut, EntMapPoint, 0).x, ==, 0);
  g_assert_cmpint (g_array_index (cut, EntMapPoint, 2).y, ==, 10);
  g_assert_cmpint (g_array_index (cut, EntMapPoint, 5).x, ==, 10);
}

static void
test_areas_are_cut_to_the_box (void)
{
  const EntMapPoint around[] = { { -50, -50 }, { 50, -50 }, { 50, 50 }, { -50, 50 } };
  const EntMapPoint beside[] = { { 20, 20 }, { 30, 20 }, { 30, 30 } };
  EntMapBox box = { 0, 0, 10, 10 };
  g_autoptr (GArray) cut = g_array_new (FALSE, FALSE, sizeof (EntMapPoint));
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (EntMapPoint));

  ent_map_clip_ring (around, 4, &box, cut, scratch);
  g_assert_cmpint (ent_map_ring_area ((const EntMapPoint *) (gconstpointer) cut->data, cut->len),
                   ==, 200);
  ent_map_clip_ring (beside, 3, &box, cut, scratch);
  g_assert_cmpuint (cut->len, ==, 0);
}

static void
test_names_stand_inside_their_area (void)
{
  /* A horseshoe, whose middle is outside. */
  const EntMapPoint shoe[] = { { 0, 0 },  { 20, 0 },  { 20, 80 },   { 80, 80 },
                               { 80, 0 }, { 100, 0 }, { 100, 100 }, { 0, 100 } };
  EntMapPoint inside = ent_map_ring_inside (shoe, G_N_ELEMENTS (shoe));

  g_assert_true (inside.x < 20 || inside.x > 80 || inside.y > 80);
}

static void
joined_cb (guint first, const EntMapPoint *points, guint n_points, gpointer data)
{
  guint *numbers = data;

  numbers[0]++;
  numbers[1] = MAX (numbers[1], n_points);
}

static void
test_pieces_join_end_to_end (void)
{
  const EntMapPoint points[] = { { 0, 0 }, { 1, 0 }, { 2, 0 }, { 3, 0 }, { 9, 9 }, { 8, 8 } };
  const EntMapPoint turned[] = { { 2, 0 }, { 1, 0 } };
  const EntMapPiece pieces[] = { { 1, 2, &points[0] },
                                 { 1, 2, turned },
                                 { 1, 2, &points[2] },
                                 { 2, 2, &points[0] },
                                 { 1, 2, &points[4] } };
  guint numbers[2] = { 0, 0 };

  ent_map_join (pieces, G_N_ELEMENTS (pieces), joined_cb, numbers);
  g_assert_cmpuint (numbers[0], ==, 3);
  g_assert_cmpuint (numbers[1], ==, 4);
}

static void
test_features_come_back_from_a_chunk (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GArray) part = g_array_new (FALSE, FALSE, sizeof (EntMapPoint));
  const EntMapPoint points[] = { { 900, 500 }, { 1000, 300 }, { 100, 400 },
                                 { 910, 450 }, { 920, 440 },  { 915, 430 } };
  const guint32 counts[] = { 3, 3 };
  EntMapFeature feature = { ENT_MAP_LAYER_LAND,
                            ENT_MAP_WOOD,
                            ENT_MAP_AREA,
                            9,
                            ENT_MAP_TUNNEL,
                            { "Bois", NULL, "Bos", NULL },
                            points,
                            counts,
                            2 };
  EntMapChunk chunk;
  EntMapRecord record;

  ent_map_chunk_begin (bytes, (EntMapPoint) { 500, 500 });
  ent_map_chunk_append (bytes, (EntMapPoint) { 500, 500 }, &feature);
  ent_map_chunk_open (&chunk, bytes->data, bytes->len);
  g_assert_true (ent_map_chunk_next (&chunk, &record));
  g_assert_cmpint (record.kind, ==, ENT_MAP_WOOD);
  g_assert_cmpint (record.zoom, ==, 9);
  g_assert_cmpint (record.flags, ==, ENT_MAP_TUNNEL);
  g_assert_cmpint (record.box.west, ==, 100);
  g_assert_cmpint (record.box.south, ==, 500);
  g_assert_cmpmem (record.names[0].text, record.names[0].size, "Bois", 4);
  g_assert_null (record.names[1].text);
  g_assert_cmpmem (record.names[2].text, record.names[2].size, "Bos", 3);
  g_assert_true (ent_map_record_part (&record, part));
  g_assert_cmpmem (part->data, part->len * sizeof *points, points, 3 * sizeof *points);
  g_assert_true (ent_map_record_part (&record, part));
  g_assert_cmpmem (part->data, part->len * sizeof *points, points + 3, 3 * sizeof *points);
  g_assert_false (ent_map_record_part (&record, part));
  g_assert_false (ent_map_chunk_next (&chunk, &record));
  g_assert_false (chunk.wire.bad);
}

/* Every way of cutting it short, and every byte turned round. */
static void
test_hostile_chunks_are_refused (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GArray) part = g_array_new (FALSE, FALSE, sizeof (EntMapPoint));
  const EntMapPoint points[] = { { 9000, 5000 }, { 10000, 3000 }, { 100, 400 } };
  const guint32 count = 3;
  EntMapFeature feature = { ENT_MAP_LAYER_ROAD, ENT_MAP_STREET, ENT_MAP_LINE, 12, 0,
                            { "Rue" },          points,         &count,       1 };
  guint n_bad = 0;

  ent_map_chunk_begin (bytes, points[0]);
  ent_map_chunk_append (bytes, points[0], &feature);
  for (guint i = 0; i < bytes->len * 256; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (bytes->data, bytes->len);
      guint size = i % 256 == 0 ? i / 256 : bytes->len;
      EntMapChunk chunk;
      EntMapRecord record;

      copy[i / 256] = (guint8) (copy[i / 256] + i);
      ent_map_chunk_open (&chunk, copy, size);
      while (ent_map_chunk_next (&chunk, &record))
        {
          while (ent_map_record_part (&record, part))
            g_assert_cmpuint (part->len, <=, bytes->len);
          n_bad += record.rest.bad ? 1 : 0;
        }
      n_bad += chunk.wire.bad ? 1 : 0;
    }
  g_assert_cmpuint (n_bad, >, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/earth-and-map-are-there-and-back", test_earth_and_map_are_there_and_back);
  g_test_add_func ("/map/simplifying-keeps-ends-and-corners",
                   test_simplifying_keeps_ends_and_corners);
  g_test_add_func ("/map/lines-are-cut-into-parts", test_lines_are_cut_into_parts);
  g_test_add_func ("/map/areas-are-cut-to-the-box", test_areas_are_cut_to_the_box);
  g_test_add_func ("/map/names-stand-inside-their-area", test_names_stand_inside_their_area);
  g_test_add_func ("/map/pieces-join-end-to-end", test_pieces_join_end_to_end);
  g_test_add_func ("/map/features-come-back-from-a-chunk", test_features_come_back_from_a_chunk);
  g_test_add_func ("/map/hostile-chunks-are-refused", test_hostile_chunks_are_refused);
  return g_test_run ();
}
