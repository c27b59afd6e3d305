/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages taken out of PDF files and put together. */

#include "ent-document-kind.h"
#include "ent-pdf-compare.h"
#include "ent-pdf-pages.h"

#include <cairo-pdf.h>
#include <poppler.h>
#include <string.h>

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Pages that say "a1", "a2"… */
static GBytes *
make (const char *name, guint n_pages)
{
  GByteArray *array = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, array, 200, 300);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 1; i <= n_pages; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s%u", name, i);

      cairo_move_to (cr, 50, 50);
      cairo_show_text (cr, text);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (array);
}

/* What the pages say, parted by commas. */
static char *
read_all (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) pages = ent_pdf_page_texts (pdf, &error);

  g_assert_no_error (error);
  for (guint i = 0; pages[i] != NULL; i++)
    g_strstrip (pages[i]);
  return g_strjoinv (",", pages);
}

static char *
join (gboolean even)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) joined = NULL;

  g_ptr_array_add (files, make ("a", 1));
  g_ptr_array_add (files, make ("b", 2));
  g_ptr_array_add (files, make ("c", 1));
  joined = ent_pdf_join (files, even, &error);
  g_assert_no_error (error);
  return read_all (joined);
}

static void
test_join_keeps_the_order (void)
{
  g_autofree char *text = join (FALSE);

  g_assert_cmpstr (text, ==, "a1,b1,b2,c1");
}

static void
test_even_begins_on_the_front (void)
{
  g_autofree char *text = join (TRUE);

  g_assert_cmpstr (text, ==, "a1,,b1,b2,c1");
}

static void
test_join_is_the_same_again (void)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  g_ptr_array_add (files, make ("a", 2));
  first = ent_pdf_join (files, TRUE, NULL);
  second = ent_pdf_join (files, TRUE, NULL);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_take_orders_and_turns (void)
{
  static const EntPdfPick picks[] = { { 2, 0 }, { 0, 90 }, { 1, -90 } };
  g_autoptr (GBytes) source = make ("a", 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) taken = ent_pdf_take (source, picks, G_N_ELEMENTS (picks), &error);
  g_autofree char *text = NULL;
  g_autoptr (GObject) document = NULL;

  g_assert_no_error (error);
  text = read_all (taken);
  g_assert_cmpstr (text, ==, "a3,a1,a2");
  document = G_OBJECT (poppler_document_new_from_bytes (taken, NULL, &error));
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GObject)
                    page = G_OBJECT (poppler_document_get_page (POPPLER_DOCUMENT (document), i));
      double width, height;

      poppler_page_get_size (POPPLER_PAGE (page), &width, &height);
      g_assert_cmpfloat (width, ==, i == 0 ? 200 : 300);
      g_assert_cmpfloat (height, ==, i == 0 ? 300 : 200);
    }
}

static void
test_turns_add_up (void)
{
  static const EntPdfPick once[] = { { 0, 270 } };
  static const EntPdfPick again[] = { { 0, 180 } };
  g_autoptr (GBytes) source = make ("a", 1);
  g_autoptr (GBytes) first = ent_pdf_take (source, once, 1, NULL);
  g_autoptr (GBytes) second = ent_pdf_take (first, again, 1, NULL);
  g_autoptr (GBytes) expected = NULL;
  static const EntPdfPick whole[] = { { 0, 90 } };

  expected = ent_pdf_take (source, whole, 1, NULL);
  g_assert_true (g_bytes_equal (second, expected));
}

static void
test_take_refuses_what_is_not_there (void)
{
  static const EntPdfPick beyond[] = { { 0, 0 }, { 2, 0 } };
  g_autoptr (GBytes) source = make ("a", 2);
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_pdf_take (source, beyond, G_N_ELEMENTS (beyond), &error));
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF);
}

static void
test_strangers_are_refused (void)
{
  static const char junk[] = "this is no file of that kind";
  g_autoptr (GBytes) bytes = g_bytes_new_static (junk, sizeof junk);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (ent_pdf_count_pages (bytes, &error), ==, 0);
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF);
  g_clear_error (&error);
  g_assert_cmpuint (ent_pdf_count_pages (empty, &error), ==, 0);
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF);
  g_clear_error (&error);
  g_ptr_array_add (files, bytes);
  g_assert_null (ent_pdf_join (files, FALSE, &error));
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF);
}

static void
test_pages_are_counted (void)
{
  g_autoptr (GBytes) source = make ("a", 7);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (ent_pdf_count_pages (source, &error), ==, 7);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-pages/join", test_join_keeps_the_order);
  g_test_add_func ("/pdf-pages/even", test_even_begins_on_the_front);
  g_test_add_func ("/pdf-pages/same", test_join_is_the_same_again);
  g_test_add_func ("/pdf-pages/take", test_take_orders_and_turns);
  g_test_add_func ("/pdf-pages/turns", test_turns_add_up);
  g_test_add_func ("/pdf-pages/beyond", test_take_refuses_what_is_not_there);
  g_test_add_func ("/pdf-pages/strangers", test_strangers_are_refused);
  g_test_add_func ("/pdf-pages/count", test_pages_are_counted);
  return g_test_run ();
}
