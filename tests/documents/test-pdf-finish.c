/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drawn pages are finished: the rules are kept, nothing else changes, faults are told. One
 * thread. */

#include <poppler.h>
#include <string.h>

#include "ent-document-kind.h"
#include "ent-qpdf.h"
#include "pdf-rules.h"
#include "pdf-sample.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

static GBytes *
finish (guint n_paragraphs, PdfSampleParts parts)
{
  g_autoptr (GBytes) drawn = pdf_sample_draw (n_paragraphs, parts);
  EntPdfInfo info = pdf_sample_info (parts);
  g_autoptr (GError) error = NULL;
  GBytes *file = ent_pdf_finish (drawn, &info, &error);

  g_assert_no_error (error);
  g_assert_nonnull (file);
  return file;
}

static void
test_keeps_the_rules_on_every_length (void)
{
  for (guint i = 0; i <= 40; i++)
    {
      PdfSampleParts parts = (i * 37) & PDF_SAMPLE_ALL;
      g_autoptr (GBytes) some = finish (i, parts);
      g_autoptr (GBytes) all = finish (i, PDF_SAMPLE_ALL);
      g_autofree char *name = g_strdup_printf ("%u paragraphs, parts %x", i, parts);

      pdf_rules_assert_kept (some, name);
      pdf_rules_assert_kept (all, name);
    }
}

static void
test_keeps_the_rules_with_each_part (void)
{
  for (guint part = 1; part < PDF_SAMPLE_ALL; part <<= 1)
    {
      g_autoptr (GBytes) file = finish (1, part);
      g_autofree char *name = g_strdup_printf ("part %x", part);

      pdf_rules_assert_kept (file, name);
    }
}

static void
test_gives_the_same_bytes (void)
{
  g_autoptr (GBytes) first = finish (12, PDF_SAMPLE_ALL);
  g_autoptr (GBytes) second = NULL;

  /* Cairo writes the clock: a file drawn a second later must not differ. */
  g_usleep (1100000);
  second = finish (12, PDF_SAMPLE_ALL);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_another_day_is_another_file (void)
{
  g_autoptr (GBytes) drawn = pdf_sample_draw (1, 0);
  EntPdfInfo info = pdf_sample_info (0);
  g_autoptr (GBytes) first = ent_pdf_finish (drawn, &info, NULL);
  g_autoptr (GBytes) second = NULL;

  info.day++;
  second = ent_pdf_finish (drawn, &info, NULL);
  g_assert_false (g_bytes_equal (first, second));
  pdf_rules_assert_kept (second, "the next day");
}

/* What is told of the file, as a reader sees it. */
static void
test_tells_what_it_is (void)
{
  g_autoptr (GBytes) file = finish (1, PDF_SAMPLE_LINKS);
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (file, NULL, NULL);
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *author = poppler_document_get_author (document);
  g_autofree char *subject = poppler_document_get_subject (document);
  g_autoptr (GDateTime) date = poppler_document_get_creation_date_time (document);
  g_autofree char *when = g_date_time_format_iso8601 (date);

  g_assert_cmpstr (title, ==, "Décision d’octroi <n° 42> & annexes");
  g_assert_cmpstr (author, ==, "CPAS de Valmont");
  g_assert_cmpstr (subject, ==, "Décision");
  g_assert_cmpstr (when, ==, "2026-11-21T12:00:00Z");
}

static void
test_odd_titles (void)
{
  static const char *const titles[] = {
    "", "a\nb\tc", "\x01\x7f", "\xef\xbf\xbe<&>\"'", "]]> 日本 محمد 👍", "\xff\xfe"
  };
  g_autoptr (GBytes) drawn = pdf_sample_draw (1, 0);
  EntPdfInfo info = pdf_sample_info (0);

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (GBytes) file = NULL;

      info.title = titles[i];
      info.author = titles[i];
      info.subject = NULL;
      file = ent_pdf_finish (drawn, &info, NULL);
      g_assert_nonnull (file);
      pdf_rules_assert_kept (file, titles[i]);
    }
}

static cairo_surface_t *
render (PopplerDocument *document, int number)
{
  g_autoptr (PopplerPage) page = poppler_document_get_page (document, number);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 596, 842);
  cairo_t *cr = cairo_create (image);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

/* Figures are left out: smoothing, which the rules forbid, changes how they look. */
static void
test_looks_the_same (void)
{
  PdfSampleParts parts = PDF_SAMPLE_ALL & ~PDF_SAMPLE_FIGURES;
  g_autoptr (GBytes) drawn = pdf_sample_draw (20, parts);
  EntPdfInfo info = pdf_sample_info (parts);
  g_autoptr (GBytes) file = ent_pdf_finish (drawn, &info, NULL);
  g_autoptr (PopplerDocument) before = poppler_document_new_from_bytes (drawn, NULL, NULL);
  g_autoptr (PopplerDocument) after = poppler_document_new_from_bytes (file, NULL, NULL);
  int n_pages = poppler_document_get_n_pages (before);

  g_assert_cmpint (n_pages, >, 2);
  g_assert_cmpint (poppler_document_get_n_pages (after), ==, n_pages);
  for (int i = 0; i < n_pages; i++)
    {
      g_autoptr (PopplerPage) drawn_page = poppler_document_get_page (before, i);
      g_autoptr (PopplerPage) page = poppler_document_get_page (after, i);
      g_autofree char *drawn_text = poppler_page_get_text (drawn_page);
      g_autofree char *text = poppler_page_get_text (page);
      cairo_surface_t *drawn_image = render (before, i);
      cairo_surface_t *image = render (after, i);

      g_assert_cmpstr (text, ==, drawn_text);
      g_assert_cmpmem (cairo_image_surface_get_data (image),
                       842 * cairo_image_surface_get_stride (image),
                       cairo_image_surface_get_data (drawn_image),
                       842 * cairo_image_surface_get_stride (drawn_image));
      cairo_surface_destroy (drawn_image);
      cairo_surface_destroy (image);
    }
}

typedef struct
{
  GString *types; /* "/H1 /P " */
  GString *alts;
} Seen;

static gboolean
see (qpdf_data pdf, qpdf_oh element, const char *type, gpointer data)
{
  Seen *seen = data;
  qpdf_oh alt = qpdf_oh_get_key (pdf, element, "/Alt");

  g_string_append_printf (seen->types, "%s ", type);
  if (qpdf_oh_is_string (pdf, alt))
    g_string_append_printf (seen->alts, "%s;", qpdf_oh_get_utf8_value (pdf, alt));
  return TRUE;
}

static void
test_closes_gaps_of_headings (void)
{
  g_autoptr (GBytes) file = finish (0, 0);
  g_auto (EntQpdf) pdf = ent_qpdf_open (file, NULL);
  g_autoptr (GString) types = g_string_new (NULL);
  g_autoptr (GString) alts = g_string_new (NULL);
  Seen seen = { types, alts };

  ent_qpdf_walk_structure (pdf, see, &seen);
  g_assert_cmpstr (types->str, ==, "/Document /H1 /H2 ");
}

static void
test_describes_figures_in_order (void)
{
  g_autoptr (GBytes) file = finish (0, PDF_SAMPLE_FIGURES);
  g_auto (EntQpdf) pdf = ent_qpdf_open (file, NULL);
  g_autoptr (GString) types = g_string_new (NULL);
  g_autoptr (GString) alts = g_string_new (NULL);
  Seen seen = { types, alts };

  ent_qpdf_walk_structure (pdf, see, &seen);
  g_assert_cmpstr (alts->str, ==, "Un disque translucide;Un carré de couleurs;Un disque dégradé;");
}

static void
test_says_where_links_lead (void)
{
  g_autoptr (GBytes) drawn = pdf_sample_draw (0, PDF_SAMPLE_LINKS);
  EntPdfInfo info = pdf_sample_info (PDF_SAMPLE_LINKS);
  const char *const expected[][2] = { { "notre adresse", info.title },
                                      { "mailto:info@example.org", info.title } };

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) file = ent_pdf_finish (drawn, &info, NULL);
      g_auto (EntQpdf) pdf = ent_qpdf_open (file, NULL);
      qpdf_oh links = qpdf_oh_get_key (pdf, qpdf_get_page_n (pdf, 0), "/Annots");

      for (int j = 0; j < 2; j++)
        {
          qpdf_oh link = qpdf_oh_get_array_item (pdf, links, j);

          g_assert_cmpstr (qpdf_oh_get_utf8_value (pdf, qpdf_oh_get_key (pdf, link, "/Contents")),
                           ==, expected[i][j]);
        }
      info.link_texts = NULL;
    }
}

static gboolean
note_list (qpdf_data pdf, qpdf_oh element, const char *type, gpointer data)
{
  g_autofree char *kind = ent_qpdf_get_name (pdf, qpdf_oh_get_key (pdf, element, "/A"),
                                             "/ListNumbering");

  if (g_str_equal (type, "/L"))
    g_string_append_printf (data, "%s;", kind);
  return TRUE;
}

static void
test_tells_lists_apart (void)
{
  static const char *const marks[][2] = { { "1-", "/Decimal;/Disc;" },
                                          { "-", "/Disc;;" },
                                          { NULL, ";;" } };
  g_autoptr (GBytes) drawn = pdf_sample_draw (0, PDF_SAMPLE_LIST);
  EntPdfInfo info = pdf_sample_info (PDF_SAMPLE_LIST);

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (GString) kinds = g_string_new (NULL);
      g_autoptr (GBytes) file = NULL;
      g_auto (EntQpdf) pdf = NULL;

      info.list_marks = marks[i][0];
      file = ent_pdf_finish (drawn, &info, NULL);
      pdf = ent_qpdf_open (file, NULL);
      ent_qpdf_walk_structure (pdf, note_list, kinds);
      g_assert_cmpstr (kinds->str, ==, marks[i][1]);
    }
}

static void
test_figures_need_descriptions (void)
{
  static const char *const few[] = { "one", "two", NULL };
  static const char *const many[] = { "one", "two", "three", "four", NULL };
  static const char *const empty[] = { "one", "", "three", NULL };
  const char *const *lists[] = { NULL, few, many, empty };
  g_autoptr (GBytes) drawn = pdf_sample_draw (0, PDF_SAMPLE_FIGURES);
  EntPdfInfo info = pdf_sample_info (PDF_SAMPLE_FIGURES);

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GError) error = NULL;

      info.figure_alts = lists[i];
      g_assert_null (ent_pdf_finish (drawn, &info, &error));
      g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_INCOMPLETE);
    }
}

static void
test_damaged_files_are_told (void)
{
  g_autoptr (GBytes) drawn = pdf_sample_draw (3, 0);
  EntPdfInfo info = pdf_sample_info (0);
  gsize sizes[] = { 0, 1, 100, g_bytes_get_size (drawn) / 2, g_bytes_get_size (drawn) - 30 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (drawn, 0, sizes[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (ent_pdf_finish (cut, &info, &error));
      g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF);
    }
}

static gpointer
finish_cb (gpointer data)
{
  return finish (6, PDF_SAMPLE_ALL);
}

static void
test_threads_do_not_meet (void)
{
  g_autoptr (GBytes) expected = finish (6, PDF_SAMPLE_ALL);
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("finish", finish_cb, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) file = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (file, expected));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-finish/threads-do-not-meet", test_threads_do_not_meet);
  g_test_add_func ("/pdf-finish/keeps-the-rules-on-every-length",
                   test_keeps_the_rules_on_every_length);
  g_test_add_func ("/pdf-finish/keeps-the-rules-with-each-part",
                   test_keeps_the_rules_with_each_part);
  g_test_add_func ("/pdf-finish/gives-the-same-bytes", test_gives_the_same_bytes);
  g_test_add_func ("/pdf-finish/another-day-is-another-file", test_another_day_is_another_file);
  g_test_add_func ("/pdf-finish/tells-what-it-is", test_tells_what_it_is);
  g_test_add_func ("/pdf-finish/odd-titles", test_odd_titles);
  g_test_add_func ("/pdf-finish/looks-the-same", test_looks_the_same);
  g_test_add_func ("/pdf-finish/closes-gaps-of-headings", test_closes_gaps_of_headings);
  g_test_add_func ("/pdf-finish/describes-figures-in-order", test_describes_figures_in_order);
  g_test_add_func ("/pdf-finish/says-where-links-lead", test_says_where_links_lead);
  g_test_add_func ("/pdf-finish/tells-lists-apart", test_tells_lists_apart);
  g_test_add_func ("/pdf-finish/figures-need-descriptions", test_figures_need_descriptions);
  g_test_add_func ("/pdf-finish/damaged-files-are-told", test_damaged_files_are_told);
  return g_test_run ();
}
