/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Single blocks of the page flow, read back from where they stand. One thread. */

#include "pdf-text.h"
#include "sample-documents.h"

#include <string.h>

#define LEFT 25.0 /* mm */
#define RIGHT 20.0

/* A page with nothing but what a test adds. */
static EntDoc *
make_page (void)
{
  EntDoc *doc = sample_empty ("fr");

  doc->paper.left = LEFT;
  doc->paper.right = RIGHT;
  doc->text_size = 11;
  return doc;
}

static PopplerRectangle
find (PopplerDocument *pdf, const char *text)
{
  PopplerRectangle at = { 0 };

  if (!pdf_find (pdf, 0, text, &at))
    g_error ("“%s” is not on the page", text);
  return at;
}

/* Room between role and name, in mm. */
static double
room_left (double asked, gboolean pictured)
{
  g_autoptr (EntDoc) doc = make_page ();
  EntBlock *block = sample_add (doc, ENT_BLOCK_SIGNATURES, 0, NULL);
  g_autoptr (PopplerDocument) pdf = NULL;

  block = sample_signature (block, "La Présidente,", "Delphine Bergeronnette");
  block->width = asked;
  if (pictured)
    {
      block->image = sample_png ();
      block->alt = g_strdup ("Signature");
    }
  pdf = pdf_of (doc);
  return find (pdf, "Bergeronnette").y1 - find (pdf, "Présidente").y2;
}

static void
room_to_sign_is_as_asked (void)
{
  double none = room_left (0, FALSE);
  double pictured = room_left (0, TRUE);

  g_assert_cmpfloat (none, <, 3);
  g_assert_cmpfloat_with_epsilon (room_left (18, FALSE), none + 18, 0.3);
  g_assert_cmpfloat (pictured, >, none + 5);
  g_assert_cmpfloat (pictured, <, none + 16.5);
}

static void
signatures_stand_on_one_height (void)
{
  g_autoptr (EntDoc) doc = make_page ();
  EntBlock *block = sample_add (doc, ENT_BLOCK_SIGNATURES, 0, NULL);
  g_autoptr (PopplerDocument) pdf = NULL;
  double middle = LEFT + (210 - LEFT - RIGHT) / 2;
  PopplerRectangle first;
  PopplerRectangle second;

  sample_signature (block, "Le Directeur général,", "Corentin Martinet");
  sample_signature (block, "La Présidente,", "Delphine Bergeronnette")->width = 20;
  pdf = pdf_of (doc);
  first = find (pdf, "Corentin");
  second = find (pdf, "Delphine");
  g_assert_cmpfloat_with_epsilon (first.y1, second.y1, 0.1);
  g_assert_cmpfloat (first.y1 - find (pdf, "Directeur").y2, >, 19);
  g_assert_cmpfloat_with_epsilon (first.x1, LEFT, 1);
  g_assert_cmpfloat (second.x1, >, middle);
  g_assert_cmpfloat (second.x1, <, middle + 8);
}

static void
lone_signature_stands_on_the_right (void)
{
  g_autoptr (EntDoc) doc = make_page ();
  EntBlock *block = sample_add (doc, ENT_BLOCK_SIGNATURES, 0, NULL);
  g_autoptr (PopplerDocument) pdf = NULL;

  block = ent_block_add (block, ent_block_new (ENT_BLOCK_SIGNATURE));
  ent_block_add_text (block, "Delphine Bergeronnette", 0, NULL);
  pdf = pdf_of (doc);
  g_assert_cmpfloat (find (pdf, "Delphine").x1, >, LEFT + (210 - LEFT - RIGHT) / 2);
}

static void
quotation_is_indented (void)
{
  g_autoptr (EntDoc) doc = make_page ();
  g_autoptr (PopplerDocument) pdf = NULL;
  double none;
  double once;
  double twice;

  sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, "Premier");
  sample_add (doc, ENT_BLOCK_PARAGRAPH, 1, "Deuxième");
  sample_add (doc, ENT_BLOCK_PARAGRAPH, 2, "Troisième");
  sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, "Quatrième");
  sample_add (doc, ENT_BLOCK_PARAGRAPH, 90, sample_prose ("fr"));
  pdf = pdf_of (doc);
  none = find (pdf, "Premier").x1;
  once = find (pdf, "Deuxième").x1;
  twice = find (pdf, "Troisième").x1;
  g_assert_cmpfloat (once, >, none + 5);
  g_assert_cmpfloat_with_epsilon (twice - once, once - none, 0.5);
  g_assert_cmpfloat_with_epsilon (find (pdf, "Quatrième").x1, none, 0.5);
  pdf_check_layout (pdf, 13.5);
}

static void
line_before_a_break_is_not_stretched (void)
{
  g_autoptr (EntDoc) doc = make_page ();
  EntBlock *block = sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, NULL);
  g_autoptr (PopplerDocument) pdf = NULL;

  ent_block_add_text (block, "Rue des Tilleuls", ENT_SPAN_BREAK, NULL);
  ent_block_add_text (block, "Entrée B \nau fond du jardin", ENT_SPAN_BREAK, NULL);
  ent_block_add_text (block, sample_prose ("fr"), 0, NULL);
  pdf = pdf_of (doc);
  g_assert_cmpfloat (find (pdf, "Tilleuls").x2, <, 80);
  g_assert_cmpfloat (find (pdf, "Entrée B").x2, <, 80);
  g_assert_cmpfloat (find (pdf, "fond du jardin").x2, <, 80);
}

static void
annex_is_named_in_the_language (void)
{
  static const char *const titles[][2] = { { "fr", "Annexe 1 — Titre" },
                                           { "nl", "Bijlage 1 — Titre" },
                                           { "de", "Anlage 1 — Titre" } };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (EntDoc) doc = sample_empty (titles[i][0]);
      g_autoptr (PopplerDocument) pdf = NULL;
      g_autofree char *text = NULL;

      sample_add (doc, ENT_BLOCK_ANNEX, 0, "Titre");
      pdf = pdf_of (doc);
      text = pdf_text (pdf);
      g_assert_nonnull (strstr (text, titles[i][1]));
    }
}

/* Lines of the first page. */
static gboolean
has_line (PopplerDocument *pdf, const char *line)
{
  g_autofree char *text = pdf_page_text (pdf, 0);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_suffix (g_strstrip (lines[i]), line))
      return TRUE;
  return FALSE;
}

static void
addresses_are_divided_before_the_at (void)
{
  g_autoptr (EntDoc) doc = sample_letter ();
  g_autoptr (PopplerDocument) pdf = NULL;

  ent_doc_add_reference (doc, "Courriel", "fauvette-b@cpas-valombreuse.example");
  ent_doc_add_reference (doc, "Autre",
                         "service.des-energies-et-du-logement"
                         "@cpas-de-valombreuse.example");
  pdf = pdf_of (doc);
  g_assert_true (has_line (pdf, "fauvette-b"));
  g_assert_true (has_line (pdf, "service.des-energies-et-du-logement"));
  g_assert_true (has_line (pdf, "@cpas-de-valombreuse.example"));
  pdf_check_layout (pdf, 13);
}

static void
small_type_saves_a_reference (void)
{
  g_autoptr (EntDoc) doc = sample_letter ();
  g_autoptr (PopplerDocument) pdf = NULL;

  ent_doc_add_reference (doc, "Courriel", "benoit-fauvette@cpas-valombreuse.example");
  pdf = pdf_of (doc);
  g_assert_true (has_line (pdf, "benoit-fauvette@cpas-valombreuse.example"));
}

static void
return_line_stays_one (void)
{
  g_autoptr (EntDoc) doc = sample_letter ();
  g_autoptr (PopplerDocument) pdf = NULL;

  g_set_str (&doc->return_line,
             "CPAS de Valombreuse · Rue des Tilleuls-Argentés 104 · 0000 Valombreuse");
  pdf = pdf_of (doc);
  g_assert_true (has_line (pdf, doc->return_line));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow-blocks/room-to-sign-is-as-asked", room_to_sign_is_as_asked);
  g_test_add_func ("/flow-blocks/signatures-stand-on-one-height", signatures_stand_on_one_height);
  g_test_add_func ("/flow-blocks/lone-signature-stands-on-the-right",
                   lone_signature_stands_on_the_right);
  g_test_add_func ("/flow-blocks/quotation-is-indented", quotation_is_indented);
  g_test_add_func ("/flow-blocks/line-before-a-break-is-not-stretched",
                   line_before_a_break_is_not_stretched);
  g_test_add_func ("/flow-blocks/annex-is-named-in-the-language", annex_is_named_in_the_language);
  g_test_add_func ("/flow-blocks/addresses-are-divided-before-the-at",
                   addresses_are_divided_before_the_at);
  g_test_add_func ("/flow-blocks/small-type-saves-a-reference", small_type_saves_a_reference);
  g_test_add_func ("/flow-blocks/return-line-stays-one", return_line_stays_one);
  return g_test_run ();
}
