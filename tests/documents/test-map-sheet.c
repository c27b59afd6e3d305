/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tests of the printed map. One thread. */

#include "ent-map-sheet.h"

#include "ent-doc.h"
#include "ent-pdf-compare.h"
#include "pdf-rules.h"

#include <string.h>

#define N_ROUTES 10
#define N_STOPS 6

static EntMapSpot
spot (double latitude, double longitude)
{
  return ent_map_spot ((EntPoint) { latitude, longitude });
}

/* Ten routes around a village: more than there are colours. */
static EntMapSheet *
sample_sheet (void)
{
  EntMapSheet *sheet = ent_map_sheet_new ();

  for (guint i = 0; i < N_ROUTES; i++)
    {
      g_autofree char *name = g_strdup_printf ("Carer %u", i + 1);
      guint route = ent_map_sheet_add_route (sheet, name);
      EntMapSpot way[N_STOPS];

      for (guint j = 0; j < N_STOPS; j++)
        {
          g_autofree char *number = g_strdup_printf ("%u", j + 1);

          way[j] = spot (50.40 + 0.01 * ((i * 7 + j * 3) % 11), 4.40 + 0.01 * ((i * 5 + j) % 13));
          ent_map_sheet_add_stop (sheet, route, number, way[j]);
        }
      ent_map_sheet_add_way (sheet, route, way, N_STOPS);
    }
  ent_map_sheet_add_base (sheet, spot (50.45, 4.45));
  return sheet;
}

/* Each kind of ground once, with a hole in the wood. */
static void
add_ground (EntMapSheet *sheet)
{
  const EntMapSpot square[] = { spot (50.47, 4.41), spot (50.47, 4.45), spot (50.43, 4.45),
                                spot (50.43, 4.41), spot (50.46, 4.42), spot (50.44, 4.42),
                                spot (50.44, 4.44), spot (50.46, 4.44) };
  const guint counts[] = { 4, 4 };

  for (EntMapSheetKind kind = 0; kind < ENT_MAP_SHEET_N_KINDS; kind++)
    ent_map_sheet_add_shape (sheet, kind, &(EntMapShapes) { square, counts, 2 });
  ent_map_sheet_add_street_name (sheet, "Rue du Moulin", square, 4);
  ent_map_sheet_add_place_name (sheet, "Thuin", spot (50.45, 4.56));
  ent_map_sheet_set_attribution (sheet, "© contributors of a map");
}

static GBytes *
render (EntMapSheet *sheet)
{
  g_autoptr (EntDoc) doc = ent_doc_new ("fr");
  g_autoptr (GError) error = NULL;
  EntBlock *block = ent_map_sheet_to_block (sheet, 150, "A map of ten routes.");
  GBytes *pdf;

  doc->paper = (EntPaper) { 297, 210, 12, 14, 12, 12 };
  doc->day = 20000;
  doc->title = g_strdup ("Routes");
  doc->author = g_strdup ("Centre");
  g_ptr_array_add (doc->blocks, block);
  pdf = ent_doc_render (doc, NULL, NULL, &error);
  g_assert_no_error (error);
  return pdf;
}

static void
test_keeps_rules (void)
{
  EntMapSheet *sheet = sample_sheet ();
  g_autoptr (GBytes) pdf = NULL;

  add_ground (sheet);
  pdf = render (sheet);
  if (g_getenv ("ENT_TEST_OUTPUT") != NULL)
    g_file_set_contents (g_getenv ("ENT_TEST_OUTPUT"), g_bytes_get_data (pdf, NULL),
                         (gssize) g_bytes_get_size (pdf), NULL);
  pdf_rules_assert_kept (pdf, "map");
}

static void
test_shows_names (void)
{
  EntMapSheet *sheet = sample_sheet ();
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) pages = NULL;

  add_ground (sheet);
  pdf = render (sheet);
  pages = ent_pdf_page_texts (pdf, NULL);
  g_assert_nonnull (strstr (pages[0], "Carer 10"));
  g_assert_nonnull (strstr (pages[0], "Thuin"));
  g_assert_nonnull (strstr (pages[0], "© contributors of a map"));
  g_assert_nonnull (strstr (pages[0], "km"));
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) one = render (sample_sheet ());
  g_autoptr (GBytes) other = render (sample_sheet ());

  g_assert_true (g_bytes_equal (one, other));
}

/* Whatever the shape of the page, all stops lie inside, and the shape is kept. */
static void
test_frame (void)
{
  g_autoptr (EntMapSheet) sheet = sample_sheet ();
  const double shapes[][2] = { { 100, 100 }, { 300, 100 }, { 100, 300 } };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      EntMapSpot corners[2];
      double width, height;

      g_assert_true (ent_map_sheet_get_frame (sheet, shapes[i][0], shapes[i][1], corners));
      width = corners[1].x - corners[0].x;
      height = corners[1].y - corners[0].y;
      g_assert_cmpfloat_with_epsilon (width / height, shapes[i][0] / shapes[i][1], 1e-6);
      g_assert_cmpfloat (corners[0].x, <, spot (50, 4.40).x);
      g_assert_cmpfloat (corners[1].x, >, spot (50, 4.52).x);
      g_assert_cmpfloat (corners[0].y, <, spot (50.50, 4).y);
      g_assert_cmpfloat (corners[1].y, >, spot (50.40, 4).y);
    }
}

/* One stop alone, and none at all. */
static void
test_little (void)
{
  g_autoptr (EntMapSheet) empty = ent_map_sheet_new ();
  EntMapSheet *single = ent_map_sheet_new ();
  EntMapSpot corners[2];
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) blank = NULL;

  g_assert_false (ent_map_sheet_get_frame (empty, 100, 100, corners));
  ent_map_sheet_add_stop (single, ent_map_sheet_add_route (single, "Anna"), "1", spot (50, 4));
  g_assert_true (ent_map_sheet_get_frame (single, 100, 100, corners));
  g_assert_cmpfloat (corners[1].x, >, corners[0].x);
  pdf = render (single);
  pdf_rules_assert_kept (pdf, "single");
  blank = render (ent_map_sheet_new ());
  pdf_rules_assert_kept (blank, "empty");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-sheet/keeps-rules", test_keeps_rules);
  g_test_add_func ("/map-sheet/shows-names", test_shows_names);
  g_test_add_func ("/map-sheet/same-bytes", test_same_bytes);
  g_test_add_func ("/map-sheet/frame", test_frame);
  g_test_add_func ("/map-sheet/little", test_little);
  return g_test_run ();
}
