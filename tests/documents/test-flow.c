/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page flow, read back from what it drew. */

#include "ent-doc-private.h"
#include "ent-document-kind.h"
#include "pdf-text.h"
#include "sample-documents.h"

#include <string.h>

#define SIDE 13.5 /* mm: the narrowest margin of a sheet */

static void
assert_order (const char *text, const char *const *parts)
{
  const char *at = text;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *found = strstr (at, parts[i]);

      if (found == NULL)
        g_error ("“%s” is missing or out of order in: %s", parts[i], text);
      at = found + strlen (parts[i]);
    }
}

static void
letter_reads_in_order (void)
{
  g_autoptr (EntDoc) doc = sample_letter ();
  g_autoptr (PopplerDocument) pdf = pdf_of (doc);
  g_autofree char *text = pdf_text (pdf);
  const char *const parts[] = { "Centre public d’action sociale",
                                "Madame Amandine Sansonnet",
                                "Votre demande d’aide sociale",
                                "Ce que nous avons décidé",
                                "Fournisseur d’énergie",
                                "120,00 €",
                                "597,77 €",
                                "déclaration du bailleur",
                                "Vous n’êtes pas d’accord",
                                "Motivation en droit",
                                "considération distinguée",
                                "Le Directeur général",
                                "Corentin Martinet",
                                NULL };

  g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, 3);
  assert_order (text, parts);
  g_assert_nonnull (strstr (text, "chauffage"));
  g_assert_null (strstr (text, "\u00ad"));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *page = pdf_page_text (pdf, i);
      g_autofree char *number = g_strdup_printf ("Page %u/3", i + 1);

      g_assert_nonnull (strstr (page, number));
      g_assert_nonnull (strstr (page, "D2026-000123"));
    }
  pdf_check_layout (pdf, 13);
}

static void
attestation_is_one_page (void)
{
  g_autoptr (EntDoc) doc = sample_attestation ();
  g_autoptr (PopplerDocument) pdf = pdf_of (doc);

  g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, 1);
  pdf_check_layout (pdf, 13);
}

static void
address_stands_in_window (void)
{
  for (EntWindowSide side = ENT_WINDOW_LEFT; side <= ENT_WINDOW_RIGHT; side++)
    {
      g_autoptr (EntDoc) doc = sample_letter ();
      EntArea zone = ent_paper_window (side);
      g_autoptr (PopplerDocument) pdf = NULL;
      PopplerRectangle at;

      doc->window = side;
      pdf = pdf_of (doc);
      for (guint i = 0; doc->recipient[i] != NULL; i++)
        {
          g_assert_true (pdf_find (pdf, 0, doc->recipient[i], &at));
          g_assert_cmpfloat (at.x1, >=, zone.x - 0.2);
          g_assert_cmpfloat (at.x2, <=, zone.x + zone.width);
          g_assert_cmpfloat (at.y1, >=, zone.y);
          g_assert_cmpfloat (at.y2, <=, zone.y + zone.height + 0.3);
        }
      pdf_check_layout (pdf, 13);
    }
}

static void
long_address_overlaps_nothing (void)
{
  g_autoptr (EntDoc) doc = sample_letter ();
  g_autoptr (PopplerDocument) pdf = NULL;
  const char *lines[] = {
    "Madame Marie-Antoinette Bergeronnette-Hochequeue van den Rossignolsteen",
    "Association sans but lucratif pour l’accompagnement des familles monoparentales",
    "À l’attention de la responsable du service de médiation de dettes",
    "Résidence des Trois-Chênes, bloc C, quatrième étage, appartement 42",
    "Avenue du Général-de-l’Infanterie-de-Montagne 1234 boîte 567",
    "0000 Sainte-Valombreuse-les-Tilleuls",
    "Belgique",
    NULL,
  };

  g_strfreev (doc->recipient);
  doc->recipient = g_strdupv ((char **) lines);
  g_set_str (&doc->sender_name, "Centre public d’action sociale de Sainte-Valombreuse-les-Tilleuls "
                                "et des communes associées de la vallée");
  pdf = pdf_of (doc);
  pdf_check_layout (pdf, 13);
}

static void
table_repeats_its_head (void)
{
  g_autoptr (EntDoc) doc = sample_empty ("fr");
  EntBlock *table = sample_add (doc, ENT_BLOCK_TABLE, 0, "Liste des versements");
  g_autoptr (PopplerDocument) pdf = NULL;
  g_autofree char *text = NULL;
  int n;

  sample_row (table, TRUE, "Numéro|Bénéficiaire|Motif");
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *cells = g_strdup_printf (
          "R%03u|Personne inventée|Aide ponctuelle pour les frais de chauffage "
          "de la période hivernale, sur présentation d’une facture",
          i);

      sample_row (table, FALSE, cells);
    }
  pdf = pdf_of (doc);
  n = poppler_document_get_n_pages (pdf);
  g_assert_cmpint (n, >, 3);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *page = pdf_page_text (pdf, i);

      g_assert_cmpuint (pdf_count (page, "Bénéficiaire"), ==, 1);
    }
  text = pdf_text (pdf);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *number = g_strdup_printf ("R%03u", i);

      g_assert_cmpuint (pdf_count (text, number), ==, 1);
    }
  pdf_check_layout (pdf, SIDE);
}

static void
tall_row_is_split (void)
{
  g_autoptr (EntDoc) doc = sample_empty ("fr");
  EntBlock *table = sample_add (doc, ENT_BLOCK_TABLE, 0, NULL);
  EntBlock *row;
  g_autoptr (PopplerDocument) pdf = NULL;
  g_autofree char *text = NULL;

  sample_row (table, TRUE, "Fait|Suite");
  row = sample_row (table, FALSE, "Court|");
  for (guint i = 0; i < 40; i++)
    sample_paragraph (g_ptr_array_index (row->children, 1), sample_prose ("fr"));
  sample_row (table, FALSE, "Fin|Dernier");
  pdf = pdf_of (doc);
  g_assert_cmpint (poppler_document_get_n_pages (pdf), >, 1);
  text = pdf_text (pdf);
  g_assert_cmpuint (pdf_count (text, "Court"), ==, 1);
  g_assert_cmpuint (pdf_count (text, "justificatifs que vous avez"), ==, 40);
  g_assert_nonnull (strstr (text, "Dernier"));
  pdf_check_layout (pdf, SIDE);
}

/* The last line of a page before its foot. */
static char *
last_line (PopplerDocument *pdf, guint page)
{
  g_autofree char *text = pdf_page_text (pdf, page);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const char *last = "";

  for (guint i = 0; lines[i] != NULL && strstr (lines[i], "D2026-000123") == NULL; i++)
    if (*lines[i] != '\0')
      last = lines[i];
  return g_strdup (last);
}

static void
heading_stays_with_next (void)
{
  for (guint n = 0; n < 30; n++)
    {
      g_autoptr (EntDoc) doc = sample_empty ("fr");
      g_autoptr (PopplerDocument) pdf = NULL;

      for (guint i = 0; i < n; i++)
        sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, "Une ligne.");
      for (guint i = 0; i < 12; i++)
        {
          sample_add (doc, ENT_BLOCK_HEADING, 2, "Intitulé");
          sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, sample_prose ("fr"));
        }
      pdf = pdf_of (doc);
      for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
        {
          g_autofree char *last = last_line (pdf, i);

          g_assert_cmpstr (last, !=, "Intitulé");
          /* Nor is the first line of a paragraph left behind. */
          g_assert_false (g_str_has_prefix (last, "Le comité spécial"));
        }
    }
}

static void
signatures_stay_with_text (void)
{
  for (guint n = 10; n < 32; n++)
    {
      g_autoptr (EntDoc) doc = sample_empty ("fr");
      EntBlock *signatures;
      g_autoptr (PopplerDocument) pdf = NULL;
      g_autofree char *page = NULL;

      for (guint i = 0; i < n; i++)
        sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, "Une ligne.");
      sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, "Salutations distinguées.");
      signatures = sample_add (doc, ENT_BLOCK_SIGNATURES, 0, NULL);
      sample_signature (signatures, "La Présidente,", "Delphine Bergeronnette");
      pdf = pdf_of (doc);
      page = pdf_page_text (pdf, poppler_document_get_n_pages (pdf) - 1);
      g_assert_nonnull (strstr (page, "Salutations"));
      g_assert_nonnull (strstr (page, "Bergeronnette"));
    }
}

static void
box_is_kept_whole (void)
{
  for (guint n = 12; n < 30; n++)
    {
      g_autoptr (EntDoc) doc = sample_empty ("fr");
      EntBlock *box;
      g_autoptr (PopplerDocument) pdf = NULL;
      gboolean found = FALSE;

      for (guint i = 0; i < n; i++)
        sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, "Une ligne.");
      box = sample_add (doc, ENT_BLOCK_BOX, 0, NULL);
      sample_paragraph (box, "Premier de la boîte");
      sample_paragraph (box, sample_prose ("fr"));
      sample_paragraph (box, "Dernier de la boîte");
      pdf = pdf_of (doc);
      for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
        {
          g_autofree char *page = pdf_page_text (pdf, i);

          found |= strstr (page, "Premier de la") != NULL && strstr (page, "Dernier de la") != NULL;
        }
      g_assert_true (found);
    }
}

static gboolean
reads_backwards (const char *text, const char *word)
{
  g_autoptr (GString) plain = g_string_new (text);
  g_autofree char *reversed = g_utf8_strreverse (word, -1);

  g_string_replace (plain, "\u202b", "", 0);
  g_string_replace (plain, "\u202c", "", 0);
  return strstr (plain->str, reversed) != NULL;
}

static void
names_from_right_to_left (void)
{
  g_autoptr (EntDoc) doc = sample_empty ("fr");
  g_autoptr (PopplerDocument) pdf = NULL;
  g_autofree char *text = NULL;

  sample_add (doc, ENT_BLOCK_PARAGRAPH, 0,
              "Monsieur محمد العصفور (Mohamed) et Madame שרה דרור habitent à la même adresse, ce "
              "que le service a constaté lors de sa visite.");
  pdf = pdf_of (doc);
  text = pdf_text (pdf);
  /* Poppler gives the letters as they stand on the page, from left to right. */
  g_assert_true (reads_backwards (text, "محمد"));
  g_assert_true (reads_backwards (text, "שרה"));
  g_assert_nonnull (strstr (text, "Monsieur"));
  pdf_check_layout (pdf, SIDE);
}

static void
long_word_is_broken (void)
{
  g_autoptr (EntDoc) doc = sample_empty ("fr");
  g_autofree char *word = g_strnfill (300, 'w');
  EntBlock *table = sample_add (doc, ENT_BLOCK_TABLE, 0, NULL);
  g_autoptr (PopplerDocument) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *cells = g_strdup_printf ("%s|b|c", word);

  sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, word);
  sample_add (doc, ENT_BLOCK_HEADING, 1, word);
  sample_row (table, TRUE, cells);
  sample_row (table, FALSE, cells);
  pdf = pdf_of (doc);
  text = pdf_text (pdf);
  g_assert_cmpuint (pdf_count (text, "w"), ==, 1200);
  pdf_check_layout (pdf, SIDE);
}

static void
languages_are_hyphenated (void)
{
  static const char *const languages[] = { "fr", "nl", "de", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (EntDoc) doc = sample_empty (languages[i]);
      g_autoptr (PopplerDocument) pdf = NULL;
      g_autofree char *page = NULL;
      g_autofree char *text = NULL;

      doc->paper.left = doc->paper.right = 65;
      for (guint k = 0; k < 3; k++)
        sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, sample_prose (languages[i]));
      pdf = pdf_of (doc);
      page = pdf_page_text (pdf, 0);
      text = pdf_text (pdf);
      g_assert_cmpuint (pdf_count (page, "\u00ad\n"), >, 0);
      g_assert_null (strstr (text, "\u00ad"));
      g_assert_cmpuint (pdf_count (text, sample_prose (languages[i])), ==, 3);
      pdf_check_layout (pdf, SIDE);
    }
}

static void
large_type_fits (void)
{
  static const double sizes[] = { 8, 16, 20, 24 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (EntDoc) letter = sample_letter ();
      g_autoptr (EntDoc) attestation = sample_attestation ();
      g_autoptr (PopplerDocument) first = NULL;
      g_autoptr (PopplerDocument) second = NULL;

      letter->text_size = attestation->text_size = sizes[i];
      attestation->paper = ent_paper_a5;
      first = pdf_of (letter);
      second = pdf_of (attestation);
      pdf_check_layout (first, 13);
      pdf_check_layout (second, 13);
    }
}

static void
nested_lists_and_annexes (void)
{
  g_autoptr (EntDoc) doc = sample_empty ("fr");
  EntBlock *list = sample_add (doc, ENT_BLOCK_LIST, 9, NULL);
  EntBlock *item = ent_block_add (list, ent_block_new (ENT_BLOCK_ITEM));
  EntBlock *inner;
  EntBlock *annex;
  g_autoptr (PopplerDocument) pdf = NULL;
  g_autoptr (PopplerIndexIter) outline = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  sample_paragraph (item, "Premier");
  inner = ent_block_add (item, ent_block_new (ENT_BLOCK_LIST));
  sample_paragraph (ent_block_add (inner, ent_block_new (ENT_BLOCK_ITEM)), "Dedans");
  sample_paragraph (ent_block_add (list, ent_block_new (ENT_BLOCK_ITEM)), "Second");
  annex = sample_add (doc, ENT_BLOCK_ANNEX, 0, "Calcul");
  sample_paragraph (annex, "Le détail.");
  pdf = pdf_of (doc);
  text = pdf_page_text (pdf, 0);
  g_assert_nonnull (strstr (text, "10."));
  g_assert_nonnull (strstr (text, "Dedans"));
  g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, 2);
  last = pdf_page_text (pdf, 1);
  g_assert_nonnull (strstr (last, "Annexe 1 — Calcul"));
  outline = poppler_index_iter_new (pdf);
  g_assert_nonnull (outline);
}

static void
draft_is_marked_on_each_page (void)
{
  g_autoptr (EntDoc) doc = sample_letter ();
  g_autoptr (PopplerDocument) pdf = NULL;

  doc->draft = TRUE;
  doc->draft_word = g_strdup ("PROJET");
  pdf = pdf_of (doc);
  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (pdf, i);
      g_autofree char *text = poppler_page_get_text (page);

      for (const char *p = "PROJET"; *p != '\0'; p++)
        g_assert_nonnull (strchr (text, *p));
    }
}

static gpointer
draw_cb (gpointer expected)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (EntDoc) doc = sample_letter ();
      g_autoptr (GBytes) bytes = pdf_draw (doc);

      g_assert_true (g_bytes_equal (bytes, expected));
    }
  return NULL;
}

static void
same_document_same_bytes (void)
{
  g_autoptr (EntDoc) doc = sample_letter ();
  g_autoptr (EntDoc) other = sample_attestation ();
  g_autoptr (GBytes) first = pdf_draw (doc);
  g_autoptr (GBytes) between = pdf_draw (other);
  g_autoptr (GBytes) second = pdf_draw (doc);
  GThread *threads[4];

  g_assert_true (g_bytes_equal (first, second));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("draw", draw_cb, first);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
images_are_drawn_or_refused (void)
{
  g_autoptr (EntDoc) doc = sample_empty ("fr");
  EntBlock *block = sample_add (doc, ENT_BLOCK_IMAGE, 0, NULL);
  g_autoptr (EntPenNotes) notes = ent_pen_notes_new ();
  g_autoptr (GBytes) png = sample_png ();
  g_autoptr (GBytes) good = NULL;
  g_autoptr (PopplerDocument) pdf = NULL;
  g_autoptr (PopplerPage) page = NULL;
  GList *images;

  block->image = g_bytes_ref (png);
  block->width = 500;
  block->alt = g_strdup ("Deux ronds");
  sample_add (doc, ENT_BLOCK_IMAGE, 0, NULL)->image = sample_jpeg ();
  good = ent_doc_draw (doc, notes, NULL, NULL, NULL);
  /* The picture and the code; the picture of which nothing is said is an artifact. */
  g_assert_cmpuint (notes->figure_alts->len, ==, 2);
  g_assert_cmpstr (notes->figure_alts->pdata[0], ==, "Deux ronds");
  pdf = pdf_open (good);
  page = poppler_document_get_page (pdf, 0);
  images = poppler_page_get_image_mapping (page);
  g_assert_cmpuint (g_list_length (images), ==, 2);
  poppler_page_free_image_mapping (images);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (png, 0, i == 0 ? 3 : i == 1 ? 20 : 200);
      g_autoptr (GBytes) drawn = NULL;
      g_autoptr (GError) error = NULL;

      g_bytes_unref (block->image);
      block->image = g_bytes_ref (cut);
      drawn = ent_doc_draw (doc, NULL, NULL, NULL, &error);
      g_assert_null (drawn);
      g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_FAILED);
      g_assert_nonnull (strchr (error->message, '.'));
    }
}

static void
cancelled_drawing_says_so (void)
{
  g_autoptr (EntDoc) doc = sample_letter ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  bytes = ent_doc_draw (doc, NULL, NULL, cancellable, &error);
  g_assert_null (bytes);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
links_lead_somewhere (void)
{
  g_autoptr (EntDoc) doc = sample_letter ();
  EntBlock *bad = sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, NULL);
  g_autoptr (PopplerDocument) pdf = NULL;
  guint n = 0;

  ent_block_add_text (bad, "piège", 0, "javascript:alert('x')");
  ent_block_add_text (bad, " écrire", 0, "mailto:a'b\\(c)@cpas.example");
  pdf = pdf_of (doc);
  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (pdf, i);
      GList *links = poppler_page_get_link_mapping (page);

      for (GList *l = links; l != NULL; l = l->next)
        {
          const PopplerAction *action = ((PopplerLinkMapping *) l->data)->action;

          g_assert_cmpint (action->type, ==, POPPLER_ACTION_URI);
          g_assert_null (strstr (action->uri.uri, "javascript"));
          n++;
        }
      poppler_page_free_link_mapping (links);
    }
  g_assert_cmpuint (n, >=, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow/letter-reads-in-order", letter_reads_in_order);
  g_test_add_func ("/flow/attestation-is-one-page", attestation_is_one_page);
  g_test_add_func ("/flow/address-stands-in-window", address_stands_in_window);
  g_test_add_func ("/flow/long-address-overlaps-nothing", long_address_overlaps_nothing);
  g_test_add_func ("/flow/table-repeats-its-head", table_repeats_its_head);
  g_test_add_func ("/flow/tall-row-is-split", tall_row_is_split);
  g_test_add_func ("/flow/heading-stays-with-next", heading_stays_with_next);
  g_test_add_func ("/flow/signatures-stay-with-text", signatures_stay_with_text);
  g_test_add_func ("/flow/box-is-kept-whole", box_is_kept_whole);
  g_test_add_func ("/flow/names-from-right-to-left", names_from_right_to_left);
  g_test_add_func ("/flow/long-word-is-broken", long_word_is_broken);
  g_test_add_func ("/flow/languages-are-hyphenated", languages_are_hyphenated);
  g_test_add_func ("/flow/large-type-fits", large_type_fits);
  g_test_add_func ("/flow/nested-lists-and-annexes", nested_lists_and_annexes);
  g_test_add_func ("/flow/draft-is-marked-on-each-page", draft_is_marked_on_each_page);
  g_test_add_func ("/flow/same-document-same-bytes", same_document_same_bytes);
  g_test_add_func ("/flow/images-are-drawn-or-refused", images_are_drawn_or_refused);
  g_test_add_func ("/flow/cancelled-drawing-says-so", cancelled_drawing_says_so);
  g_test_add_func ("/flow/links-lead-somewhere", links_lead_somewhere);
  return g_test_run ();
}
