/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks on what a page paints outside of tags, on contents written by hand. One thread. */

#include "ent-pdf-artifacts.h"
#include "ent-pdf-tokens.h"

#define A "/Artifact BMC\n"
#define E "EMC\n"

static qpdf_oh
new_stream (qpdf_data pdf, const char *literal, const char *contents)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (contents, strlen (contents));

  return ent_qpdf_new_stream (pdf, literal, bytes);
}

static qpdf_data
new_document (const char *contents)
{
  qpdf_data pdf = qpdf_init ();
  qpdf_oh page;

  g_assert_cmpint (qpdf_empty_pdf (pdf), ==, 0);
  page = qpdf_oh_parse (pdf, "<< /Type /Page /MediaBox [ 0 0 9 9 ] /Resources << /XObject << >> >> "
                             ">>");
  qpdf_oh_replace_key (pdf, page, "/Contents", new_stream (pdf, "<< >>", contents));
  g_assert_cmpint (qpdf_add_page (pdf, pdf, page, QPDF_FALSE), ==, 0);
  return pdf;
}

static void
add_object (qpdf_data pdf, const char *name, qpdf_oh object)
{
  qpdf_oh resources = qpdf_oh_get_key (pdf, qpdf_get_page_n (pdf, 0), "/Resources");

  qpdf_oh_replace_key (pdf, qpdf_oh_get_key (pdf, resources, "/XObject"), name, object);
}

static void
assert_contents (GBytes *bytes, const char *expected)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, expected);
}

static void
mark (qpdf_data pdf)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_pdf_artifacts_mark (pdf, &error));
  g_assert_no_error (error);
  g_assert_false (qpdf_has_error (pdf));
}

static void
assert_page (qpdf_data pdf, const char *expected)
{
  g_autoptr (GBytes) contents = ent_qpdf_get_page_contents (pdf, qpdf_get_page_n (pdf, 0));

  assert_contents (contents, expected);
}

static void
test_marks_what_is_painted (gconstpointer data)
{
  const char *const *pair = data;
  g_auto (EntQpdf) pdf = new_document (pair[0]);

  mark (pdf);
  assert_page (pdf, pair[1]);
}

/* A second time there is nothing left to mark. */
static void
test_marks_once (gconstpointer data)
{
  const char *const *pair = data;
  g_auto (EntQpdf) pdf = new_document (pair[0]);

  mark (pdf);
  mark (pdf);
  assert_page (pdf, pair[1]);
}

static void
test_form_without_tags_is_one_artifact (void)
{
  g_auto (EntQpdf) pdf = new_document ("q /f Do Q\n");
  qpdf_oh form = new_stream (pdf, "<< /Type /XObject /Subtype /Form >>", "1 1 2 2 re f\n");
  g_autoptr (GBytes) contents = NULL;

  add_object (pdf, "/f", form);
  mark (pdf);
  assert_page (pdf, "q " A "/f Do " E "Q\n");
  contents = ent_qpdf_get_stream (pdf, form);
  assert_contents (contents, "1 1 2 2 re f\n");
}

static void
test_form_with_tags_is_marked_inside (void)
{
  g_auto (EntQpdf) pdf = new_document ("/f Do /g Do\n");
  qpdf_oh form = new_stream (pdf, "<< /Type /XObject /Subtype /Form >>",
                             "1 1 2 2 re f /P << /MCID 0 >> BDC (x) Tj EMC\n");
  qpdf_oh outer = new_stream (pdf, "<< /Type /XObject /Subtype /Form >>", "/f Do\n");
  qpdf_oh resources = qpdf_oh_parse (pdf, "<< /XObject << >> >>");
  g_autoptr (GBytes) contents = NULL;

  form = qpdf_make_indirect_object (pdf, form);
  qpdf_oh_replace_key (pdf, qpdf_oh_get_key (pdf, resources, "/XObject"), "/f", form);
  qpdf_oh_replace_key (pdf, qpdf_oh_get_dict (pdf, outer), "/Resources", resources);
  add_object (pdf, "/f", form);
  add_object (pdf, "/g", outer);
  mark (pdf);
  assert_page (pdf, "/f Do /g Do\n");
  contents = ent_qpdf_get_stream (pdf, form);
  assert_contents (contents, A "1 1 2 2 re f " E "/P << /MCID 0 >> BDC (x) Tj EMC\n");
}

static void
test_form_that_paints_itself_ends (void)
{
  g_auto (EntQpdf) pdf = new_document ("/f Do\n");
  qpdf_oh form = new_stream (pdf, "<< /Type /XObject /Subtype /Form >>", "/f Do\n");
  qpdf_oh resources = qpdf_oh_parse (pdf, "<< /XObject << >> >>");

  qpdf_oh_replace_key (pdf, qpdf_oh_get_key (pdf, resources, "/XObject"), "/f", form);
  qpdf_oh_replace_key (pdf, qpdf_oh_get_dict (pdf, form), "/Resources", resources);
  add_object (pdf, "/f", form);
  mark (pdf);
  assert_page (pdf, A "/f Do\n" E);
}

static void
test_words_of_a_stream (void)
{
  static const char text[] = "/N#20a 1 -.5[(a\\)(b) Q)-2<4 1>]TJ%q\n<</M true>>BDC BI /W 1 ID "
                             "xEI EI\nT*(open";
  static const char *const words[] = { "/N#20a", "1",     "-.5", "[",   "(a\\)(b) Q)",
                                       "-2",     "<4 1>", "]",   "TJ",  "<<",
                                       "/M",     "true",  ">>",  "BDC", "BI /W 1 ID xEI EI",
                                       "T*",     "(open" };
  EntPdfTokens tokens = { text, strlen (text), 0 };
  EntPdfToken token;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = NULL;

      g_assert_true (ent_pdf_tokens_next (&tokens, &token));
      word = ent_pdf_tokens_dup (&tokens, &token);
      g_assert_cmpstr (word, ==, words[i]);
    }
  g_assert_false (ent_pdf_tokens_next (&tokens, &token));
}

/* Each beginning of a stream is read to its end and not beyond. */
static void
test_cut_streams_end (void)
{
  static const char text[] = "(a\\)(b)) <</A<41>>> BDC BI /W 1 ID x EI (\\";

  for (gsize size = 0; size < sizeof text; size++)
    {
      g_autofree char *cut = g_memdup2 (text, size);
      EntPdfTokens tokens = { cut, size, 0 };
      EntPdfToken token;

      while (ent_pdf_tokens_next (&tokens, &token))
        g_assert_cmpuint (token.start + token.length, <=, size);
    }
}

/* clang-format off */
static const char *const pairs[][3] = {
  { "0 0 m 9 9 l S\n", A "0 0 m 9 9 l S\n" E, "rule" },
  { "1 0 0 rg 0 0 9 9 re f 1 w 0 0 1 1 re S",
    "1 0 0 rg " A "0 0 9 9 re f 1 w 0 0 1 1 re S\n" E, "neighbours-share" },
  { "q 0 0 9 9 re W n Q\n", "q 0 0 9 9 re W n Q\n", "clip-is-no-paint" },
  { "q 0 0 9 9 re f Q 0 0 1 1 re f",
    "q " A "0 0 9 9 re f " E "Q " A "0 0 1 1 re f\n" E, "ends-with-state" },
  { "/P << /MCID 0 >> BDC 0 0 9 9 re f EMC\n",
    "/P << /MCID 0 >> BDC 0 0 9 9 re f EMC\n", "tagged" },
  { "0 0 9 9 re f /P << /MCID 0 >> BDC (EMC) Tj /Span BMC (x) Tj EMC (y) Tj EMC 0 0 9 9 re f",
    A "0 0 9 9 re f " E "/P << /MCID 0 >> BDC (EMC) Tj /Span BMC (x) Tj EMC (y) Tj EMC "
    A "0 0 9 9 re f\n" E, "around-nested-tags" },
  { "BT /F 1 Tf (a) Tj [(b)] TJ ET\n", "BT /F 1 Tf " A "(a) Tj [(b)] TJ " E "ET\n", "text" },
  { "BI /W 1 ID ) EI /s sh", A "BI /W 1 ID ) EI /s sh\n" E, "image-and-shading" },
  { "/i Do", A "/i Do\n" E, "unknown-object" },
  { "EMC 0 0 1 1 re f*", "EMC " A "0 0 1 1 re f*\n" E, "stray-end" },
  { "\n", "\n", "nothing" },
};
/* clang-format on */

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strconcat ("/pdf-artifacts/marks/", pairs[i][2], NULL);
      g_autofree char *again = g_strconcat ("/pdf-artifacts/marks-once/", pairs[i][2], NULL);

      g_test_add_data_func (path, pairs[i], test_marks_what_is_painted);
      g_test_add_data_func (again, pairs[i], test_marks_once);
    }
  g_test_add_func ("/pdf-artifacts/form-without-tags-is-one-artifact",
                   test_form_without_tags_is_one_artifact);
  g_test_add_func ("/pdf-artifacts/form-with-tags-is-marked-inside",
                   test_form_with_tags_is_marked_inside);
  g_test_add_func ("/pdf-artifacts/form-that-paints-itself-ends",
                   test_form_that_paints_itself_ends);
  g_test_add_func ("/pdf-artifacts/words-of-a-stream", test_words_of_a_stream);
  g_test_add_func ("/pdf-artifacts/cut-streams-end", test_cut_streams_end);
  return g_test_run ();
}
