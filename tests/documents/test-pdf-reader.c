/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PDFs as they come: whole, damaged, protected, too large. Main thread. */

#include "ent-document-kind.h"
#include "ent-pdf-search.h"
#include "pdf-toys.h"

#include <qpdf/qpdf-c.h>
#include <string.h>
#include <sys/mman.h>

static void
wait_while (gconstpointer pointer)
{
  while (*(gconstpointer *) pointer == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static EntPdfReader *
try_open (GBytes *pdf, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ent_pdf_reader_open_async (pdf, cancellable, done_cb, &result);
  wait_while (&result);
  return ent_pdf_reader_open_finish (result, error);
}

static EntPdfReader *
open_pdf (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  EntPdfReader *reader = try_open (pdf, NULL, &error);

  g_assert_no_error (error);
  return reader;
}

static EntPdfReader *
open_pages (const char *const *pages, const PdfToy *toy)
{
  g_autoptr (GBytes) pdf = pdf_toy_new (pages, toy);

  return open_pdf (pdf);
}

static void
assert_refused (GBytes *pdf, const char *sentence)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (try_open (pdf, NULL, &error));
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF);
  g_assert_cmpstr (error->message, ==, sentence);
}

static cairo_surface_t *
render (EntPdfReader *reader, guint page, double scale)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  EntPdfAsk ask = { .page = page, .scale = scale };
  cairo_surface_t *surface;

  ent_pdf_reader_render_async (reader, &ask, NULL, done_cb, &result);
  wait_while (&result);
  surface = ent_pdf_reader_render_finish (reader, result, &error);
  g_assert_no_error (error);
  return surface;
}

static EntPdfText *
read_text (EntPdfReader *reader, guint page)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  EntPdfAsk ask = { .page = page };
  EntPdfText *text;

  ent_pdf_reader_read_async (reader, &ask, NULL, done_cb, &result);
  wait_while (&result);
  text = ent_pdf_reader_read_finish (reader, result, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_facts (void)
{
  static const char *const pages[] = { "One", "Two", "Three", NULL };
  g_autoptr (EntPdfReader) reader = open_pages (pages, NULL);
  double width, height;

  g_assert_cmpuint (ent_pdf_reader_get_n_pages (reader), ==, 3);
  g_assert_cmpstr (ent_pdf_reader_get_title (reader), ==, "Toy");
  ent_pdf_reader_get_page_size (reader, 2, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 841.89, 0.01);
}

static void
test_no_pdf (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("Good morning", 12);

  assert_refused (nothing, "The file is empty.");
  assert_refused (text, "This file is not a PDF.");
}

static void
test_damaged (void)
{
  static const char *const pages[] = { "One", "Two", NULL };
  g_autoptr (GBytes) pdf = pdf_toy_new (pages, NULL);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (pdf, 0, g_bytes_get_size (pdf) / 2);
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (pdf, 0, 20);

  assert_refused (cut, "The PDF is damaged and cannot be shown.");
  assert_refused (head, "The PDF is damaged and cannot be shown.");
}

/* Poppler finds the pages again when only the table at the end is lost. */
static void
test_mended (void)
{
  static const char *const pages[] = { "One", "Two", NULL };
  g_autoptr (GBytes) pdf = pdf_toy_new (pages, NULL);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (pdf, 0, g_bytes_get_size (pdf) - 8);
  g_autoptr (EntPdfReader) reader = open_pdf (cut);
  g_autoptr (EntPdfText) text = read_text (reader, 1);
  g_autofree char *words = ent_pdf_text_dup (text, 0, G_MAXUINT);

  g_assert_cmpstr (words, ==, "Two");
}

static GBytes *
encrypt (GBytes *pdf)
{
  qpdf_data qpdf = qpdf_init ();
  GBytes *result;

  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  g_assert_cmpint (qpdf_read_memory (qpdf, "toy", g_bytes_get_data (pdf, NULL),
                                     g_bytes_get_size (pdf), NULL),
                   ==, QPDF_SUCCESS);
  g_assert_cmpint (qpdf_init_write_memory (qpdf), ==, QPDF_SUCCESS);
  qpdf_set_r6_encryption_parameters2 (qpdf, "open", "owner", QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
                                      QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full, QPDF_TRUE);
  g_assert_cmpint (qpdf_write (qpdf), ==, QPDF_SUCCESS);
  result = g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
  qpdf_cleanup (&qpdf);
  return result;
}

static void
test_protected (void)
{
  static const char *const pages[] = { "One", NULL };
  g_autoptr (GBytes) pdf = pdf_toy_new (pages, NULL);
  g_autoptr (GBytes) locked = encrypt (pdf);

  assert_refused (locked, "The PDF is protected by a password and cannot be shown.");
}

static void
test_too_many_pages (void)
{
  g_autoptr (GBytes) pdf = pdf_toy_new_long (ENT_PDF_MAX_PAGES + 1);

  assert_refused (pdf, "The PDF has 5001 pages; at most 5000 can be shown.");
}

static void
test_too_wide (void)
{
  static const char *const pages[] = { "One", NULL };
  const PdfToy toy = { .width = 14200, .height = 100 };
  g_autoptr (GBytes) pdf = pdf_toy_new (pages, &toy);

  assert_refused (pdf, "The PDF has pages larger than 5 metres and cannot be shown.");
}

/* Pages of memory that are never touched are never there. */
static void
test_too_heavy (void)
{
  gsize size = ENT_PDF_MAX_BYTES + 1;
  void *memory = mmap (NULL, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  GBytes *pdf;

  g_assert_true (memory != MAP_FAILED);
  pdf = g_bytes_new_static (memory, size);
  assert_refused (pdf, "The file is too large to be shown: more than 500 MB.");
  g_bytes_unref (pdf);
  munmap (memory, size);
}

static void
test_opening_can_be_cancelled (void)
{
  static const char *const pages[] = { "One", NULL };
  g_autoptr (GBytes) pdf = pdf_toy_new (pages, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (try_open (pdf, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const unsigned char *row = cairo_image_surface_get_data (surface) +
                             y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[x];
}

static gboolean
has_ink (cairo_surface_t *surface, int x1, int x2, int y1, int y2)
{
  for (int y = y1; y < y2; y++)
    for (int x = x1; x < x2; x++)
      if (pixel_at (surface, x, y) == 0xff000000)
        return TRUE;
  return FALSE;
}

static void
test_render (void)
{
  static const char *const pages[] = { "HHHH", NULL };
  g_autoptr (EntPdfReader) reader = open_pages (pages, NULL);
  cairo_surface_t *surface = render (reader, 0, 2);

  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1191);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 1684);
  g_assert_cmphex (pixel_at (surface, 0, 0), ==, 0xffffffff);
  g_assert_true (has_ink (surface, 100, 180, 100, 124));
  g_assert_false (has_ink (surface, 100, 180, 140, 164));
  cairo_surface_destroy (surface);
}

static void
test_pixels_are_capped (void)
{
  static const char *const pages[] = { "One", NULL };
  g_autoptr (EntPdfReader) reader = open_pages (pages, NULL);
  cairo_surface_t *surface = render (reader, 0, 40);
  gint64 n = (gint64) cairo_image_surface_get_width (surface) *
             cairo_image_surface_get_height (surface);

  g_assert_cmpint (n, >, ENT_PDF_MAX_PIXELS * 0.99);
  g_assert_cmpint (n, <, ENT_PDF_MAX_PIXELS * 1.01);
  cairo_surface_destroy (surface);
}

typedef struct
{
  GString *order;
  guint n_waiting;
  guint n_cancelled;
} Order;

static void
rendered_in_order_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Order *order = user_data;
  cairo_surface_t *surface = ent_pdf_reader_render_finish (ENT_PDF_READER (source), result, NULL);

  if (surface != NULL)
    g_string_append_printf (order->order, ".%d", cairo_image_surface_get_width (surface));
  else
    order->n_cancelled++;
  g_clear_pointer (&surface, cairo_surface_destroy);
  order->n_waiting--;
}

/* The first holds the thread while the others come: it is the most urgent in any case. */
static void
test_newest_first_and_cancelled_never (void)
{
  static const char *const pages[] = { "One", NULL };
  const PdfToy toy = { .width = 100, .height = 100 };
  g_autoptr (EntPdfReader) reader = open_pages (pages, &toy);
  g_autoptr (GCancellable) out_of_sight = g_cancellable_new ();
  Order order = { g_string_new (NULL), 6, 0 };
  EntPdfAsk ask = { .scale = 40, .priority = 2 * G_PRIORITY_HIGH };

  ent_pdf_reader_render_async (reader, &ask, NULL, rendered_in_order_cb, &order);
  ask.priority = G_PRIORITY_DEFAULT;
  for (int i = 1; i <= 3; i++)
    {
      ask.scale = i;
      ent_pdf_reader_render_async (reader, &ask, i == 2 ? out_of_sight : NULL, rendered_in_order_cb,
                                   &order);
    }
  ask = (EntPdfAsk) { .scale = 8, .priority = G_PRIORITY_LOW };
  ent_pdf_reader_render_async (reader, &ask, NULL, rendered_in_order_cb, &order);
  ask = (EntPdfAsk) { .scale = 9, .priority = G_PRIORITY_HIGH };
  ent_pdf_reader_render_async (reader, &ask, NULL, rendered_in_order_cb, &order);
  g_cancellable_cancel (out_of_sight);
  while (order.n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (order.order->str, ==, ".4000.900.300.100.800");
  g_assert_cmpuint (order.n_cancelled, ==, 1);
  g_string_free (order.order, TRUE);
}

/* Letting go while a request is on its way gives an answer all the same. */
static void
test_letting_go (void)
{
  static const char *const pages[] = { "One", NULL };
  EntPdfReader *reader = open_pages (pages, NULL);
  Order order = { g_string_new (NULL), 2, 0 };
  EntPdfAsk ask = { .scale = 8 };

  ent_pdf_reader_render_async (reader, &ask, NULL, rendered_in_order_cb, &order);
  ent_pdf_reader_render_async (reader, &ask, NULL, rendered_in_order_cb, &order);
  g_object_run_dispose (G_OBJECT (reader));
  while (order.n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (order.n_cancelled, >=, 1);
  g_assert_finalize_object (reader);
  g_string_free (order.order, TRUE);
}

static void
test_words_and_places (void)
{
  static const char *const pages[] = { "Bonjour Zoé\nÀ bientôt", NULL };
  g_autoptr (EntPdfReader) reader = open_pages (pages, NULL);
  g_autoptr (EntPdfText) text = read_text (reader, 0);
  g_autofree char *all = ent_pdf_text_dup (text, 0, G_MAXUINT);
  g_autofree char *word = NULL;
  g_autoptr (GArray) areas = NULL;
  guint start, end;

  g_assert_cmpstr (all, ==, "Bonjour Zoé\nÀ bientôt");
  g_assert_cmpuint (ent_pdf_text_at (text, 0, 60), ==, 0);
  g_assert_cmpuint (ent_pdf_text_at (text, 500, 60), ==, 11);
  g_assert_cmpuint (ent_pdf_text_at (text, 500, 80), ==, ent_pdf_text_get_length (text));
  g_assert_true (ent_pdf_text_is_over (text, 60, 58));
  g_assert_false (ent_pdf_text_is_over (text, 60, 300));

  ent_pdf_text_around (text, 9, FALSE, &start, &end);
  word = ent_pdf_text_dup (text, start, end);
  g_assert_cmpstr (word, ==, "Zoé");
  ent_pdf_text_around (text, 3, TRUE, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 11);

  areas = ent_pdf_text_areas (text, 0, G_MAXUINT);
  g_assert_cmpuint (areas->len, ==, 2);
  g_assert_cmpfloat (g_array_index (areas, EntPdfArea, 0).x1, >=, 49);
  g_assert_cmpfloat (g_array_index (areas, EntPdfArea, 1).y1, >, 62);
}

static void
assert_found (EntPdfText *text, const char *words, const char *expected)
{
  g_autoptr (GArray) hits = ent_pdf_text_find (text, words);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const EntPdfHit *hit = &g_array_index (hits, EntPdfHit, i);
      g_autofree char *one = ent_pdf_text_dup (text, hit->start, hit->end);

      g_string_append_printf (found, "[%s]", one);
      g_assert_cmpfloat (hit->area.x2, >, hit->area.x1);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_find_in_a_page (void)
{
  static const char *const pages[] = {
    "L’été à Ève, l'ete, ÉTÉ.\nune infor-\nmation, porte-\nmonnaie", NULL
  };
  g_autoptr (EntPdfReader) reader = open_pages (pages, NULL);
  g_autoptr (EntPdfText) text = read_text (reader, 0);

  assert_found (text, "ete", "[été][ete][ÉTÉ]");
  assert_found (text, "  L'ÉTÉ ", "[L’été][l'ete]");
  assert_found (text, "information", "[infor-\nmation]");
  assert_found (text, "Porte-monnaie", "[porte-\nmonnaie]");
  assert_found (text, "Ève une", "");
  assert_found (text, "", "");
  assert_found (text, "…", "");
}

static void
finished_cb (EntPdfSearch *search, gpointer user_data)
{
  *(gpointer *) user_data = search;
}

static void
found_cb (EntPdfSearch *search, guint page, gpointer user_data)
{
  g_string_append_printf (user_data, "%u ", page);
}

static void
test_search_goes_around (void)
{
  static const char *const pages[] = { "pain pain", "rien", "PAIN", "Paín", NULL };
  g_autoptr (EntPdfReader) reader = open_pages (pages, NULL);
  g_autoptr (EntPdfSearch) search = ent_pdf_search_new (reader, "pain", 2);
  g_autoptr (GString) order = g_string_new (NULL);
  gpointer finished = NULL;
  guint page, index;

  g_signal_connect (search, "found", G_CALLBACK (found_cb), order);
  g_signal_connect (search, "finished", G_CALLBACK (finished_cb), &finished);
  g_assert_false (ent_pdf_search_is_finished (search));
  wait_while (&finished);

  g_assert_true (ent_pdf_search_is_finished (search));
  g_assert_cmpstr (order->str, ==, "2 3 0 ");
  g_assert_cmpuint (ent_pdf_search_get_n_hits (search), ==, 4);
  g_assert_true (ent_pdf_search_get_current (search, &page, &index));
  g_assert_cmpuint (page, ==, 2);
  g_assert_cmpuint (ent_pdf_search_get_position (search), ==, 2);
  ent_pdf_search_step (search, 1);
  ent_pdf_search_step (search, 1);
  g_assert_cmpuint (ent_pdf_search_get_position (search), ==, 0);
  ent_pdf_search_step (search, -1);
  ent_pdf_search_step (search, -1);
  ent_pdf_search_step (search, -1);
  g_assert_cmpuint (ent_pdf_search_get_position (search), ==, 1);
}

static void
test_links (void)
{
  static const char *const pages[] = { "Here", "There", NULL };
  const PdfToy outer = { .uri = "https://example.org/" };
  const PdfToy inner = { .inner_link = TRUE };
  g_autoptr (EntPdfReader) out = open_pages (pages, &outer);
  g_autoptr (EntPdfReader) in = open_pages (pages, &inner);
  g_autoptr (EntPdfText) out_text = read_text (out, 0);
  g_autoptr (EntPdfText) in_text = read_text (in, 0);
  const EntPdfLink *link = ent_pdf_text_link_at (out_text, 60, 55);

  g_assert_nonnull (link);
  g_assert_cmpstr (link->uri, ==, "https://example.org/");
  g_assert_null (ent_pdf_text_link_at (out_text, 60, 300));
  link = ent_pdf_text_link_at (in_text, 60, 55);
  g_assert_nonnull (link);
  g_assert_null (link->uri);
  g_assert_cmpuint (link->page, ==, 1);
  g_assert_cmpfloat_with_epsilon (link->y, 100, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-reader/facts", test_facts);
  g_test_add_func ("/pdf-reader/no-pdf", test_no_pdf);
  g_test_add_func ("/pdf-reader/damaged", test_damaged);
  g_test_add_func ("/pdf-reader/mended", test_mended);
  g_test_add_func ("/pdf-reader/protected", test_protected);
  g_test_add_func ("/pdf-reader/too-many-pages", test_too_many_pages);
  g_test_add_func ("/pdf-reader/too-wide", test_too_wide);
  g_test_add_func ("/pdf-reader/too-heavy", test_too_heavy);
  g_test_add_func ("/pdf-reader/cancelled", test_opening_can_be_cancelled);
  g_test_add_func ("/pdf-reader/render", test_render);
  g_test_add_func ("/pdf-reader/capped", test_pixels_are_capped);
  g_test_add_func ("/pdf-reader/newest-first", test_newest_first_and_cancelled_never);
  g_test_add_func ("/pdf-reader/letting-go", test_letting_go);
  g_test_add_func ("/pdf-reader/words", test_words_and_places);
  g_test_add_func ("/pdf-reader/find", test_find_in_a_page);
  g_test_add_func ("/pdf-reader/search", test_search_goes_around);
  g_test_add_func ("/pdf-reader/links", test_links);
  return g_test_run ();
}
