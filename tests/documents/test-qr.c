/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The codes at the foot of pages, read back as a scanner would. One thread. */

#include "pdf-text.h"
#include "sample-documents.h"

#include <cairo.h>
#include <string.h>
#include <zbar.h>

#define DOTS_PER_INCH 200.0

/* The page in greys, one byte a dot, as an image that the reader takes over. */
static zbar_image_t *
scan_page (PopplerPage *page, double angle)
{
  double width;
  double height;
  cairo_surface_t *sheet;
  cairo_t *cr;
  guchar *greys;
  zbar_image_t *image = zbar_image_create ();
  int w, h;

  poppler_page_get_size (page, &width, &height);
  w = (int) (width * DOTS_PER_INCH / 72);
  h = (int) (height * DOTS_PER_INCH / 72);
  sheet = cairo_image_surface_create (CAIRO_FORMAT_RGB24, w, h);
  cr = cairo_create (sheet);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, w / 2.0, h / 2.0);
  cairo_rotate (cr, angle);
  cairo_translate (cr, -w / 2.0, -h / 2.0);
  cairo_scale (cr, DOTS_PER_INCH / 72, DOTS_PER_INCH / 72);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (sheet);
  greys = g_malloc ((gsize) w * h);
  for (int y = 0; y < h; y++)
    for (int x = 0; x < w; x++)
      greys[y * w + x] = cairo_image_surface_get_data (
          sheet)[y * cairo_image_surface_get_stride (sheet) + 4 * x + 1];
  cairo_surface_destroy (sheet);
  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, w, h);
  zbar_image_set_data (image, greys, (unsigned long) w * h, NULL);
  return image;
}

/* What the one code of a page says. */
static char *
read_code (PopplerPage *page, double angle)
{
  zbar_image_t *image = scan_page (page, angle);
  zbar_image_scanner_t *scanner = zbar_image_scanner_create ();
  const zbar_symbol_t *symbol;
  char *text = NULL;

  zbar_image_scanner_set_config (scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
  zbar_image_scanner_set_config (scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
  g_assert_cmpint (zbar_scan_image (scanner, image), ==, 1);
  symbol = zbar_image_first_symbol (image);
  text = g_strndup (zbar_symbol_get_data (symbol), zbar_symbol_get_data_length (symbol));
  zbar_image_scanner_destroy (scanner);
  g_free ((gpointer) zbar_image_get_data (image));
  zbar_image_destroy (image);
  return text;
}

static void
assert_codes_read (EntDoc *doc, double angle)
{
  g_autoptr (GError) error = NULL;
  guint n_pages;
  g_autoptr (GBytes) file = ent_doc_render (doc, &n_pages, NULL, &error);
  g_autoptr (PopplerDocument) pdf = NULL;

  g_assert_no_error (error);
  pdf = pdf_open (file);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (pdf, i);
      g_autofree char *said = read_code (page, angle);
      g_autofree char *expected = g_strdup_printf ("%s:%u/%u", doc->seal_payload, i + 1, n_pages);

      g_assert_cmpstr (said, ==, expected);
    }
}

static void
each_page_says_which_it_is (void)
{
  g_autoptr (EntDoc) doc = sample_letter ();

  assert_codes_read (doc, 0);
}

static void
crooked_page_is_read (void)
{
  g_autoptr (EntDoc) doc = sample_attestation ();

  assert_codes_read (doc, 0.03);
}

static void
draft_mark_hides_no_code (void)
{
  g_autoptr (EntDoc) doc = sample_attestation ();

  doc->draft = TRUE;
  doc->draft_word = g_strdup ("PROJET");
  doc->paper = ent_paper_a5;
  assert_codes_read (doc, 0);
}

static void
long_payload_is_read (void)
{
  g_autoptr (EntDoc) doc = sample_attestation ();

  g_free (doc->seal_payload);
  doc->seal_payload = g_strdup ("ENT1:D2026-000123:ABCDEFGHJKMN:une-commune-au-nom-bien-long");
  assert_codes_read (doc, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/qr/each-page-says-which-it-is", each_page_says_which_it_is);
  g_test_add_func ("/qr/crooked-page-is-read", crooked_page_is_read);
  g_test_add_func ("/qr/draft-mark-hides-no-code", draft_mark_hides_no_code);
  g_test_add_func ("/qr/long-payload-is-read", long_payload_is_read);
  return g_test_run ();
}
