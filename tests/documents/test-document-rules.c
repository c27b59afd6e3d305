/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole documents, laid out, drawn and finished, before the judge: wherever a page may end. One
 * thread. */

#include "ent-qpdf.h"
#include "pdf-rules.h"
#include "pdf-text.h"
#include "sample-documents.h"

#include <cairo.h>
#include <string.h>

#define MOST_PARAGRAPHS 40

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerStructureElement, g_object_unref)

static GBytes *
render (EntDoc *doc)
{
  g_autoptr (GError) error = NULL;
  GBytes *file = ent_doc_render (doc, NULL, NULL, &error);

  g_assert_no_error (error);
  return file;
}

static void
add_lists (EntDoc *doc)
{
  EntBlock *list = sample_add (doc, ENT_BLOCK_LIST, 3, NULL);
  EntBlock *item = NULL;
  EntBlock *inner;

  for (guint i = 0; i < 3; i++)
    {
      item = ent_block_add (list, ent_block_new (ENT_BLOCK_ITEM));
      sample_paragraph (item, "Une pièce à joindre à votre demande, en deux exemplaires.");
    }
  inner = ent_block_add (item, ent_block_new (ENT_BLOCK_LIST));
  sample_paragraph (ent_block_add (inner, ent_block_new (ENT_BLOCK_ITEM)), "recto");
  sample_paragraph (ent_block_add (inner, ent_block_new (ENT_BLOCK_ITEM)), "verso");
}

static void
add_table (EntDoc *doc)
{
  EntBlock *table = sample_add (doc, ENT_BLOCK_TABLE, 0, "Versements");
  EntBlock *row;
  EntBlock *list;

  sample_row (table, TRUE, "Mois|Montant|Remarque");
  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *cells = g_strdup_printf ("%u/2026|%u,00 €|payé par virement", i, 100 * i);

      sample_row (table, FALSE, cells);
    }
  row = sample_row (table, FALSE, "10/2026||");
  list = ent_block_add (g_ptr_array_index (row->children, 2), ent_block_new (ENT_BLOCK_LIST));
  sample_paragraph (ent_block_add (list, ent_block_new (ENT_BLOCK_ITEM)), "à vérifier");
}

static void
add_link (EntDoc *doc)
{
  EntBlock *block = sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, "Écrivez à ");

  ent_block_add_text (block, "notre adresse pour toutes les demandes qui ne sont pas urgentes", 0,
                      "mailto:info@cpas.example");
  ent_block_add_text (block, " ou passez au guichet, où nous vous recevons le matin ; voyez ", 0,
                      NULL);
  ent_block_add_text (block, "les heures d’ouverture", 0, "https://cpas.example/heures");
}

static void
add_picture (EntDoc *doc, const char *alt)
{
  EntBlock *block = sample_add (doc, ENT_BLOCK_IMAGE, 0, NULL);

  block->image = sample_png ();
  block->width = 40;
  block->alt = g_strdup (alt);
}

static void
add_end (EntDoc *doc)
{
  EntBlock *block = sample_add (doc, ENT_BLOCK_SIGNATURES, 0, NULL);
  EntBlock *signature = sample_signature (block, "Le Directeur général,", "Corentin Martinet");

  signature->image = sample_png ();
  signature->alt = g_strdup ("Signature de Corentin Martinet");
  sample_signature (block, "La Présidente,", "Delphine Bergeronnette");
  block = sample_add (doc, ENT_BLOCK_ANNEX, 0, "Calcul");
  sample_paragraph (block, sample_prose ("fr"));
}

static EntDoc *
make_document (guint n_paragraphs)
{
  EntDoc *doc = sample_letter ();

  g_ptr_array_set_size (doc->blocks, 0);
  doc->draft = n_paragraphs % 4 == 1;
  doc->draft_word = g_strdup ("PROJET");
  sample_add (doc, ENT_BLOCK_HEADING, 1, "Décision");
  for (guint i = 0; i < n_paragraphs; i++)
    {
      if (i % 5 == 2)
        sample_add (doc, ENT_BLOCK_HEADING, 3, "Motivation");
      sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, sample_prose ("fr"));
    }
  add_lists (doc);
  add_table (doc);
  add_link (doc);
  add_picture (doc, "Deux ronds");
  add_picture (doc, NULL);
  sample_paragraph (sample_add (doc, ENT_BLOCK_BOX, 0, NULL), sample_prose ("fr"));
  sample_add (doc, ENT_BLOCK_RULE, 0, NULL);
  add_end (doc);
  return doc;
}

static void
documents_keep_the_rules (void)
{
  for (guint n = 0; n <= MOST_PARAGRAPHS; n++)
    {
      g_autoptr (EntDoc) doc = make_document (n);
      g_autoptr (GBytes) file = render (doc);
      g_autofree char *name = g_strdup_printf ("%u paragraphs", n);

      pdf_rules_assert_kept (file, name);
    }
}

static void
samples_keep_the_rules (void)
{
  g_autoptr (EntDoc) letter = sample_letter ();
  g_autoptr (EntDoc) attestation = sample_attestation ();
  g_autoptr (EntDoc) empty = sample_empty ("nl");
  g_autoptr (GBytes) first = render (letter);
  g_autoptr (GBytes) second = render (attestation);
  g_autoptr (GBytes) third = render (empty);

  pdf_rules_assert_kept (first, "letter");
  pdf_rules_assert_kept (second, "attestation");
  pdf_rules_assert_kept (third, "empty");
}

static void
split_rows_keep_the_rules (void)
{
  for (guint n = 0; n < 6; n++)
    {
      g_autoptr (EntDoc) doc = make_document (n);
      EntBlock *table = sample_add (doc, ENT_BLOCK_TABLE, 0, NULL);
      EntBlock *row;
      EntBlock *list;
      g_autoptr (GBytes) file = NULL;

      sample_row (table, TRUE, "Fait|Suite");
      row = sample_row (table, FALSE, "Court|");
      list = ent_block_add (g_ptr_array_index (row->children, 1), ent_block_new (ENT_BLOCK_LIST));
      list->level = 1;
      for (guint i = 0; i < 30; i++)
        sample_paragraph (ent_block_add (list, ent_block_new (ENT_BLOCK_ITEM)),
                          sample_prose ("fr"));
      file = render (doc);
      pdf_rules_assert_kept (file, "split row");
    }
}

/* The text of each element of a kind, in the order of the structure. */
static void
collect_text (PopplerStructureElementIter *iter, PopplerStructureElementKind kind, GString *out)
{
  if (iter == NULL)
    return;
  do
    {
      g_autoptr (PopplerStructureElement)
                    element = poppler_structure_element_iter_get_element (iter);
      PopplerStructureElementIter *child;

      if (poppler_structure_element_get_kind (element) == kind)
        {
          g_autofree char *text = poppler_structure_element_get_text (
              element, POPPLER_STRUCTURE_GET_TEXT_RECURSIVE);

          g_string_append_printf (out, "[%s]", text);
        }
      child = poppler_structure_element_iter_get_child (iter);
      collect_text (child, kind, out);
      if (child != NULL)
        poppler_structure_element_iter_free (child);
    }
  while (poppler_structure_element_iter_next (iter));
}

/* Poppler reads the text of elements in a wrong encoding. Takes @text. */
static char *
keep_ascii (char *text)
{
  char *end = text;

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isprint (*p))
      *end++ = *p;
  *end = '\0';
  return text;
}

static char *
read_structure (GBytes *file, PopplerStructureElementKind kind)
{
  g_autoptr (PopplerDocument) pdf = pdf_open (file);
  PopplerStructureElementIter *iter = poppler_structure_element_iter_new (pdf);
  GString *out = g_string_new (NULL);

  g_assert_nonnull (iter);
  collect_text (iter, kind, out);
  poppler_structure_element_iter_free (iter);
  return keep_ascii (g_string_free_and_steal (out));
}

static void
words_stay_apart_at_line_ends (void)
{
  g_autoptr (EntDoc) doc = sample_empty ("fr");
  g_autofree char *expected = keep_ascii (g_strdup_printf ("[%s]", sample_prose ("fr")));
  g_autofree char *text = NULL;
  g_autoptr (GBytes) file = NULL;
  EntBlock *block;

  sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, sample_prose ("fr"));
  block = sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, NULL);
  ent_block_add_text (block, "Rue des Tilleuls 4", ENT_SPAN_BREAK, NULL);
  ent_block_add_text (block, "0000 Valombreuse", 0, NULL);
  file = render (doc);
  text = read_structure (file, POPPLER_STRUCTURE_ELEMENT_PARAGRAPH);
  g_assert_nonnull (strstr (text, expected));
  g_assert_nonnull (strstr (text, "[Rue des Tilleuls 4 0000 Valombreuse]"));
}

static void
references_are_told_once (void)
{
  g_autoptr (EntDoc) doc = sample_attestation ();
  g_autoptr (GBytes) file = render (doc);
  g_autofree char *text = read_structure (file, POPPLER_STRUCTURE_ELEMENT_PARAGRAPH);

  g_assert_cmpuint (pdf_count (text, "2026-00043/AS"), ==, 1);
}

/* Words of the annotations of links, in the order of the pages. */
static char *
read_links (GBytes *file)
{
  g_auto (EntQpdf) pdf = ent_qpdf_open (file, NULL);
  GString *out = g_string_new (NULL);

  for (int i = 0; i < qpdf_get_num_pages (pdf); i++)
    {
      qpdf_oh links = qpdf_oh_get_key (pdf, qpdf_get_page_n (pdf, i), "/Annots");
      int n = qpdf_oh_is_array (pdf, links) ? qpdf_oh_get_array_n_items (pdf, links) : 0;

      for (int k = 0; k < n; k++)
        {
          qpdf_oh words = qpdf_oh_get_key (pdf, qpdf_oh_get_array_item (pdf, links, k),
                                           "/Contents");

          g_string_append_printf (out, "[%s]", qpdf_oh_get_utf8_value (pdf, words));
        }
    }
  return g_string_free_and_steal (out);
}

static void
links_are_called_by_their_words (void)
{
  g_autoptr (EntDoc) doc = sample_empty ("fr");
  g_autoptr (GBytes) file = NULL;
  g_autofree char *words = NULL;

  add_link (doc);
  add_link (doc);
  file = render (doc);
  words = read_links (file);
  g_assert_cmpuint (pdf_count (words, "[notre adresse pour toutes les demandes qui ne sont pas "
                                      "urgentes]"),
                    >=, 2);
  g_assert_true (g_str_has_suffix (words, "[les heures d’ouverture]"));
  g_assert_null (strstr (words, "mailto"));
}

static gboolean
note_list (qpdf_data pdf, qpdf_oh element, const char *type, gpointer data)
{
  if (g_str_equal (type, "/L"))
    {
      qpdf_oh attributes = ent_qpdf_get (pdf, element, "/A");
      g_autofree char *kind = ent_qpdf_get_name (pdf, attributes, "/ListNumbering");

      g_string_append (data, kind);
    }
  return TRUE;
}

static void
lists_say_how_they_count (void)
{
  g_autoptr (EntDoc) doc = sample_empty ("fr");
  g_autoptr (GBytes) file = NULL;
  g_auto (EntQpdf) pdf = NULL;
  g_autoptr (GString) kinds = g_string_new (NULL);

  add_lists (doc);
  add_table (doc);
  file = render (doc);
  pdf = ent_qpdf_open (file, NULL);
  ent_qpdf_walk_structure (pdf, note_list, kinds);
  g_assert_cmpstr (kinds->str, ==, "/Decimal/Disc/Disc");
}

/* The colour of a dot of the first page, at 72 dots an inch, on white. */
static guint32
colour_at (GBytes *file, double x_mm, double y_mm)
{
  g_autoptr (PopplerDocument) pdf = pdf_open (file);
  g_autoptr (PopplerPage) page = poppler_document_get_page (pdf, 0);
  cairo_surface_t *dot = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  cairo_t *cr = cairo_create (dot);
  guint32 colour;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, -x_mm * ENT_MM_TO_PT, -y_mm * ENT_MM_TO_PT);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (dot);
  memcpy (&colour, cairo_image_surface_get_data (dot), sizeof colour);
  cairo_surface_destroy (dot);
  return colour & 0xffffff;
}

static void
assert_near (guint32 colour, int red, int green, int blue)
{
  g_assert_cmpint (ABS ((int) (colour >> 16) - red), <, 12);
  g_assert_cmpint (ABS ((int) (colour >> 8 & 0xff) - green), <, 12);
  g_assert_cmpint (ABS ((int) (colour & 0xff) - blue), <, 12);
}

static void
logo_keeps_its_colours (void)
{
  g_autoptr (EntDoc) doc = sample_letter ();
  g_autoptr (GBytes) file = render (doc);

  /* 0.1, 0.4, 0.3 at nine tenths on white, then 0.85, 0.5, 0.1 at eight tenths, then nothing. */
  assert_near (colour_at (file, 31, 24), 48, 117, 94);
  assert_near (colour_at (file, 50, 24), 224, 153, 71);
  assert_near (colour_at (file, 62, 24), 255, 255, 255);
  pdf_rules_assert_kept (file, "logo");
}

static void
same_document_same_file (void)
{
  g_autoptr (EntDoc) doc = make_document (7);
  g_autoptr (GBytes) first = render (doc);
  g_autoptr (GBytes) second = render (doc);

  g_assert_true (g_bytes_equal (first, second));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-rules/documents-keep-the-rules", documents_keep_the_rules);
  g_test_add_func ("/document-rules/samples-keep-the-rules", samples_keep_the_rules);
  g_test_add_func ("/document-rules/split-rows-keep-the-rules", split_rows_keep_the_rules);
  g_test_add_func ("/document-rules/words-stay-apart-at-line-ends", words_stay_apart_at_line_ends);
  g_test_add_func ("/document-rules/references-are-told-once", references_are_told_once);
  g_test_add_func ("/document-rules/links-are-called-by-their-words",
                   links_are_called_by_their_words);
  g_test_add_func ("/document-rules/lists-say-how-they-count", lists_say_how_they_count);
  g_test_add_func ("/document-rules/logo-keeps-its-colours", logo_keeps_its_colours);
  g_test_add_func ("/document-rules/same-document-same-file", same_document_same_file);
  return g_test_run ();
}
