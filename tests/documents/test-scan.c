/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Codes read from stacks of paper: turned, skewed, shuffled, dirty. */

#include "ent-document-kind.h"
#include "ent-pdf-pages.h"
#include "ent-qr.h"
#include "ent-scan.h"
#include "sample-documents.h"

#include <cairo-pdf.h>
#include <poppler.h>
#include <string.h>

#define NUMBER "D2026-000042"
#define CODE "ABCD-EFGH-JKMN"

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
letter (guint *n_pages)
{
  g_autoptr (EntDoc) doc = sample_letter ();
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  g_free (doc->seal_payload);
  doc->seal_payload = g_strdup ("ENT1:" NUMBER ":" CODE);
  pdf = ent_doc_render (doc, n_pages, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (*n_pages, >, 1);
  return pdf;
}

static EntScan *
read_stack (GBytes *stack)
{
  EntScan *scan = ent_scan_new (stack);
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_scan_read (scan, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (ent_scan_get_fraction (scan), ==, 1);
  return scan;
}

static EntScanPage *
nth (EntScan *scan, guint position)
{
  GPtrArray *pages = ent_scan_get_pages (scan);

  g_assert_cmpuint (position, <, pages->len);
  return g_ptr_array_index (pages, position);
}

static void
test_pages_of_a_letter (void)
{
  guint n_pages = 0;
  g_autoptr (GBytes) pdf = letter (&n_pages);
  g_autoptr (EntScan) scan = read_stack (pdf);

  g_assert_cmpuint (ent_scan_get_pages (scan)->len, ==, n_pages);
  for (guint i = 0; i < n_pages; i++)
    {
      EntScanPage *page = nth (scan, i);

      g_assert_cmpstr (page->number, ==, NUMBER);
      g_assert_cmpstr (page->code, ==, CODE);
      g_assert_cmpuint (page->page, ==, i + 1);
      g_assert_cmpuint (page->n_pages, ==, n_pages);
      g_assert_cmpint (page->turn, ==, 0);
      g_assert_null (page->picture);
    }
}

/* A page as a bad scanner gives it: 150 dots an inch, turned by any angle in degrees, clockwise. */
static GBytes *
scan_page (GBytes *pdf, int number, double angle)
{
  g_autoptr (GObject) document = G_OBJECT (poppler_document_new_from_bytes (pdf, NULL, NULL));
  g_autoptr (GObject)
                page = G_OBJECT (poppler_document_get_page (POPPLER_DOCUMENT (document), number));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1800, 1800);
  GByteArray *array = g_byte_array_new ();
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.93, 0.93, 0.9);
  cairo_paint (cr);
  cairo_translate (cr, 900, 900);
  cairo_rotate (cr, angle * G_PI / 180);
  cairo_scale (cr, 150.0 / 72, 150.0 / 72);
  cairo_translate (cr, -595.0 / 2, -842.0 / 2);
  poppler_page_render (POPPLER_PAGE (page), cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append, array);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (array);
}

static void
test_any_way_up (void)
{
  static const struct
  {
    double angle;
    int turn;
  } cases[] = {
    { 0, 0 }, { 90, 270 }, { 180, 180 }, { 270, 90 },
    { 4, 0 }, { 93, 270 }, { 177, 180 }, { 274, 90 },
  };
  guint n_pages = 0;
  g_autoptr (GBytes) pdf = letter (&n_pages);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) png = scan_page (pdf, 1, cases[i].angle);
      g_autoptr (EntScan) scan = read_stack (png);

      g_test_message ("%g degrees", cases[i].angle);
      g_assert_cmpstr (nth (scan, 0)->number, ==, NUMBER);
      g_assert_cmpuint (nth (scan, 0)->page, ==, 2);
      g_assert_cmpint (nth (scan, 0)->turn, ==, cases[i].turn);
    }
}

/* What the stack says of its turn brings the page upright. */
static void
test_turn_brings_upright (void)
{
  static const int turns[] = { 90, 180, 270 };
  guint n_pages = 0;
  g_autoptr (GBytes) pdf = letter (&n_pages);

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      const EntPdfPick wrong = { 0, turns[i] };
      g_autoptr (GBytes) turned = ent_pdf_take (pdf, &wrong, 1, NULL);
      g_autoptr (EntScan) scan = read_stack (turned);
      const EntPdfPick right = { 0, nth (scan, 0)->turn };
      g_autoptr (GBytes) upright = ent_pdf_take (turned, &right, 1, NULL);
      g_autoptr (EntScan) again = read_stack (upright);

      g_assert_cmpint (nth (scan, 0)->turn, ==, 360 - turns[i]);
      g_assert_cmpint (nth (again, 0)->turn, ==, 0);
    }
}

static void
test_shuffled (void)
{
  guint n_pages = 0;
  g_autoptr (GBytes) pdf = letter (&n_pages);
  const EntPdfPick picks[] = { { n_pages - 1, 180 }, { 0, 0 }, { 1, 90 } };
  g_autoptr (GBytes) stack = ent_pdf_take (pdf, picks, G_N_ELEMENTS (picks), NULL);
  g_autoptr (EntScan) scan = read_stack (stack);

  g_assert_cmpuint (nth (scan, 0)->page, ==, n_pages);
  g_assert_cmpuint (nth (scan, 1)->page, ==, 1);
  g_assert_cmpuint (nth (scan, 2)->page, ==, 2);
}

static GBytes *
page_with_code (const char *payload)
{
  GByteArray *array = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, array, 595, 842);
  cairo_t *cr = cairo_create (surface);
  const cairo_rectangle_t square = { 60, 700, 60, 60 };

  if (payload != NULL)
    g_assert_true (ent_qr_draw (cr, payload, &square, NULL));
  cairo_move_to (cr, 60, 100);
  cairo_show_text (cr, "Une feuille de quelqu’un d’autre");
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (array);
}

static void
test_unreadable_pages_are_shown (void)
{
  static const char *const payloads[] = {
    NULL,
    "https://cpas.example/",
    "ENT1:" NUMBER ":" CODE,
    "ENT1:" NUMBER ":" CODE ":0/2",
    "ENT1:" NUMBER ":" CODE ":3/2",
    "ENT2:" NUMBER ":" CODE ":1/2",
    "ENT1:D26-1:" CODE ":1/2",
  };

  for (guint i = 0; i < G_N_ELEMENTS (payloads); i++)
    {
      g_autoptr (GBytes) pdf = page_with_code (payloads[i]);
      g_autoptr (EntScan) scan = read_stack (pdf);

      g_test_message ("%s", payloads[i]);
      g_assert_null (nth (scan, 0)->number);
      g_assert_nonnull (nth (scan, 0)->picture);
      g_assert_cmpint (cairo_image_surface_get_height (nth (scan, 0)->picture), ==, 320);
    }
}

/* Another code on the page does not hide ours. */
static void
test_ours_among_others (void)
{
  GByteArray *array = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, array, 595, 842);
  cairo_t *cr = cairo_create (surface);
  const cairo_rectangle_t theirs = { 60, 60, 80, 80 };
  const cairo_rectangle_t ours = { 480, 740, 60, 60 };
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (EntScan) scan = NULL;

  ent_qr_draw (cr, "https://cpas.example/", &theirs, NULL);
  ent_qr_draw (cr, "ENT1:" NUMBER ":" CODE ":1/1", &ours, NULL);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  pdf = g_byte_array_free_to_bytes (array);
  scan = read_stack (pdf);
  g_assert_cmpstr (nth (scan, 0)->number, ==, NUMBER);
}

static void
test_strangers_get_a_sentence (void)
{
  static const char *const files[] = { "", "neither paper nor picture",
                                       "%PDF-1.7 and then nothing" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i], strlen (files[i]));
      g_autoptr (EntScan) scan = ent_scan_new (bytes);
      g_autoptr (GError) error = NULL;

      g_assert_false (ent_scan_read (scan, NULL, &error));
      g_assert_nonnull (error);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
test_reading_can_be_cancelled (void)
{
  guint n_pages = 0;
  g_autoptr (GBytes) pdf = letter (&n_pages);
  g_autoptr (EntScan) scan = ent_scan_new (pdf);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (ent_scan_read (scan, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_reading_on_a_thread (void)
{
  guint n_pages = 0;
  g_autoptr (GBytes) pdf = letter (&n_pages);
  g_autoptr (EntScan) scan = ent_scan_new (pdf);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ent_scan_read_async (scan, NULL, read_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ent_scan_read_finish (scan, result, &error));
  g_assert_cmpuint (ent_scan_get_pages (scan)->len, ==, n_pages);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan/letter", test_pages_of_a_letter);
  g_test_add_func ("/scan/any-way-up", test_any_way_up);
  g_test_add_func ("/scan/upright", test_turn_brings_upright);
  g_test_add_func ("/scan/shuffled", test_shuffled);
  g_test_add_func ("/scan/unreadable", test_unreadable_pages_are_shown);
  g_test_add_func ("/scan/among-others", test_ours_among_others);
  g_test_add_func ("/scan/strangers", test_strangers_get_a_sentence);
  g_test_add_func ("/scan/cancelled", test_reading_can_be_cancelled);
  g_test_add_func ("/scan/thread", test_reading_on_a_thread);
  return g_test_run ();
}
