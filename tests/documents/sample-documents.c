/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents for the tests, about invented people. Any thread. */

#include "sample-documents.h"

#include "ent-date.h"

#include <cairo.h>

EntBlock *
sample_add (EntDoc *doc, EntBlockKind kind, guint level, const char *text)
{
  EntBlock *block = ent_block_new (kind);

  block->level = level;
  if (text != NULL)
    ent_block_add_text (block, text, 0, NULL);
  g_ptr_array_add (doc->blocks, block);
  return block;
}

EntBlock *
sample_paragraph (EntBlock *parent, const char *text)
{
  EntBlock *block = ent_block_add (parent, ent_block_new (ENT_BLOCK_PARAGRAPH));

  ent_block_add_text (block, text, 0, NULL);
  return block;
}

EntBlock *
sample_row (EntBlock *table, gboolean head, const char *cells)
{
  EntBlock *row = ent_block_add (table, ent_block_new (ENT_BLOCK_ROW));
  g_auto (GStrv) texts = g_strsplit (cells, "|", -1);

  row->level = head;
  for (guint i = 0; texts[i] != NULL; i++)
    {
      EntBlock *cell = ent_block_add (row, ent_block_new (ENT_BLOCK_CELL));

      ent_block_add_text (cell, texts[i], 0, NULL);
    }
  return row;
}

EntBlock *
sample_signature (EntBlock *signatures, const char *role, const char *name)
{
  EntBlock *block = ent_block_add (signatures, ent_block_new (ENT_BLOCK_SIGNATURE));

  ent_block_add_text (block, role, ENT_SPAN_BREAK, NULL);
  ent_block_add_text (block, name, 0, NULL);
  return block;
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
sample_png (void)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 100);
  cairo_t *cr = cairo_create (image);
  GByteArray *bytes = g_byte_array_new ();

  cairo_set_source_rgba (cr, 0.1, 0.4, 0.3, 0.9);
  cairo_arc (cr, 50, 50, 48, 0, 6.2832);
  cairo_fill (cr);
  cairo_set_source_rgba (cr, 0.85, 0.5, 0.1, 0.8);
  cairo_arc (cr, 105, 50, 48, 0, 6.2832);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (image, append_cb, bytes);
  cairo_surface_destroy (image);
  return g_byte_array_free_to_bytes (bytes);
}

/* Grey, quality tables of ones, one DC code: the shortest file that is a whole JPEG. */
GBytes *
sample_jpeg (void)
{
  GByteArray *bytes = g_byte_array_new ();
  guint8 ones[64];
  static const guint8 start[] = { 0xff, 0xd8, 0xff, 0xdb, 0, 67, 0 };
  static const guint8 frame[] = { 0xff, 0xc0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0 };
  static const guint8 dc[] = { 0xff, 0xc4, 0, 20, 0, 1, 0, 0, 0, 0, 0,
                               0,    0,    0, 0,  0, 0, 0, 0, 0, 0, 0 };
  static const guint8 ac[] = { 0xff, 0xc4, 0, 20, 0x10, 1, 0, 0, 0, 0, 0,
                               0,    0,    0, 0,  0,    0, 0, 0, 0, 0, 0 };
  static const guint8 scan[] = { 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x3f, 0xff, 0xd9 };

  for (guint i = 0; i < G_N_ELEMENTS (ones); i++)
    ones[i] = 1;
  g_byte_array_append (bytes, start, sizeof start);
  g_byte_array_append (bytes, ones, sizeof ones);
  g_byte_array_append (bytes, frame, sizeof frame);
  g_byte_array_append (bytes, dc, sizeof dc);
  g_byte_array_append (bytes, ac, sizeof ac);
  g_byte_array_append (bytes, scan, sizeof scan);
  return g_byte_array_free_to_bytes (bytes);
}

const char *
sample_prose (const char *language)
{
  if (g_str_equal (language, "nl"))
    return "Het bijzonder comité voor de sociale dienst heeft in zitting van vandaag beslist u een "
           "maatschappelijke dienstverlening toe te kennen in de vorm van een aanvullende "
           "financiële steun, terugvorderbaar bij de onderhoudsplichtigen overeenkomstig de "
           "wetgeving, na onderzoek van uw bestaansmiddelen en gezinssamenstelling.";
  if (g_str_equal (language, "de"))
    return "Der Sozialhilferat hat in seiner Sitzung beschlossen, Ihnen das "
           "Eingliederungseinkommen der Kategorie einer alleinstehenden Person zu gewähren, "
           "vorbehaltlich der Unterzeichnung eines Vertrages über die berufliche und "
           "gesellschaftliche Eingliederung und der Überprüfung Ihrer Existenzmittel.";
  if (g_str_equal (language, "en"))
    return "The special committee of the social service decided today to grant you a supplementary "
           "financial contribution towards your accommodation expenses, after considering the "
           "circumstances of your household and the supporting documents which you provided.";
  return "Le comité spécial du service social a décidé, en séance de ce jour, de vous octroyer une "
         "intervention complémentaire dans vos frais d’hébergement, récupérable auprès des "
         "débiteurs alimentaires conformément à la réglementation en vigueur, après examen de la "
         "composition de votre ménage et des justificatifs que vous avez communiqués.";
}

EntDoc *
sample_empty (const char *language)
{
  EntDoc *doc = ent_doc_new (language);

  doc->title = g_strdup ("Document d’essai");
  doc->author = g_strdup ("CPAS de Valombreuse");
  doc->day = ent_day_from_ymd (2026, 11, 21);
  doc->page_words = g_strdup ("Page %u/%u");
  doc->footer = g_strdup ("CPAS de Valombreuse · Rue des Tilleuls 4, 0000 Valombreuse");
  doc->seal_text = g_strdup ("D2026-000123 · ABCD-EFGH-JKMN");
  doc->seal_payload = g_strdup ("ENT1:D2026-000123:ABCDEFGHJKMN");
  doc->seal_alt = g_strdup ("Code de vérification du document D2026-000123");
  return doc;
}

static void
add_sender (EntDoc *doc)
{
  const char *lines[] = { "Rue des Tilleuls 4, 0000 Valombreuse", "Tél. 000 00 00 00",
                          "accueil@cpas-valombreuse.example",
                          "Ouvert du lundi au vendredi de 9 h à 12 h", NULL };

  doc->logo = sample_png ();
  doc->sender_name = g_strdup ("Centre public d’action sociale de Valombreuse");
  doc->sender_lines = g_strdupv ((char **) lines);
}

static void
add_amounts (EntDoc *doc)
{
  EntBlock *table = sample_add (doc, ENT_BLOCK_TABLE, 0, NULL);
  static const char *const rows[] = {
    "Loyer de septembre 2026|Bailleur|01/09/2026|385,00 €",
    "Provision de chauffage|Fournisseur d’énergie|05/09/2026|120,00 €",
    "Frais pharmaceutiques|Pharmacie|12/09/2026|34,27 €",
    "Matériel scolaire de l’enfant|École communale|15/09/2026|58,50 €",
    "Total|||597,77 €",
  };
  EntBlock *head = sample_row (table, TRUE, "Objet|Payé à|Date|Montant");

  ((EntBlock *) g_ptr_array_index (head->children, 3))->align = ENT_ALIGN_END;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EntBlock *row = sample_row (table, FALSE, rows[i]);

      ((EntBlock *) g_ptr_array_index (row->children, 3))->align = ENT_ALIGN_END;
    }
}

static void
add_list (EntDoc *doc)
{
  EntBlock *list = sample_add (doc, ENT_BLOCK_LIST, 0, NULL);
  static const char *const items[] = {
    "vos trois derniers extraits de compte, tous comptes confondus ;",
    "la preuve de paiement du loyer des mois de juillet à septembre, ou une déclaration du "
    "bailleur ;",
    "une attestation de votre mutualité.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    sample_paragraph (ent_block_add (list, ent_block_new (ENT_BLOCK_ITEM)), items[i]);
}

static void
add_remedies (EntDoc *doc)
{
  EntBlock *box = sample_add (doc, ENT_BLOCK_BOX, 0, NULL);
  EntBlock *paragraph;

  paragraph = ent_block_add (box, ent_block_new (ENT_BLOCK_PARAGRAPH));
  ent_block_add_text (paragraph, "Vous n’êtes pas d’accord ? ", ENT_SPAN_BOLD, NULL);
  ent_block_add_text (paragraph,
                      "Vous pouvez introduire un recours auprès du tribunal du travail dans les "
                      "trois mois qui suivent la réception de cette lettre. Le recours est gratuit "
                      "et n’est pas suspensif. Renseignements : ",
                      0, NULL);
  ent_block_add_text (paragraph, "www.cpas-valombreuse.example/recours", 0,
                      "https://www.cpas-valombreuse.example/recours");
  ent_block_add_text (paragraph, ".", 0, NULL);
}

EntDoc *
sample_letter (void)
{
  EntDoc *doc = sample_empty ("fr");
  const char *recipient[] = { "Madame Amandine Sansonnet", "Chemin du Moulin 12 boîte 3",
                              "0001 Champfleuri", NULL };
  EntBlock *signatures;

  g_set_str (&doc->title, "Décision du comité spécial");
  doc->text_size = 11;
  add_sender (doc);
  doc->window = ENT_WINDOW_RIGHT;
  doc->return_line = g_strdup ("CPAS · Rue des Tilleuls 4 · 0000 Valombreuse");
  doc->recipient = g_strdupv ((char **) recipient);
  ent_doc_add_reference (doc, "Nos références", "2026-00042/AS");
  ent_doc_add_reference (doc, "Dossier suivi par", "Benoît Fauvette");
  ent_doc_add_reference (doc, "Téléphone", "000 00 00 12");
  ent_doc_add_reference (doc, "Date", "Valombreuse, le 21 novembre 2026");
  sample_add (doc, ENT_BLOCK_HEADING, 1, "Votre demande d’aide sociale : décision");
  sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, "Madame,");
  sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, sample_prose ("fr"));
  sample_add (doc, ENT_BLOCK_HEADING, 2, "Ce que nous avons décidé");
  sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, sample_prose ("fr"));
  add_amounts (doc);
  sample_add (doc, ENT_BLOCK_HEADING, 2, "Ce que nous attendons de vous");
  sample_add (doc, ENT_BLOCK_PARAGRAPH, 0,
              "Pour que nous puissions maintenir cette intervention au-delà du 31 décembre 2026, "
              "nous vous prions de nous remettre avant le 10 décembre :");
  add_list (doc);
  add_remedies (doc);
  for (guint i = 0; i < 7; i++)
    {
      sample_add (doc, ENT_BLOCK_HEADING, 2, "Motivation en droit et en fait");
      sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, sample_prose ("fr"));
      sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, sample_prose ("fr"));
    }
  sample_add (doc, ENT_BLOCK_PARAGRAPH, 0,
              "Nous vous prions d’agréer, Madame, l’expression de notre considération distinguée.");
  signatures = sample_add (doc, ENT_BLOCK_SIGNATURES, 0, NULL);
  sample_signature (signatures, "Le Directeur général,", "Corentin Martinet");
  sample_signature (signatures, "La Présidente,", "Delphine Bergeronnette");
  return doc;
}

EntDoc *
sample_attestation (void)
{
  EntDoc *doc = sample_empty ("fr");
  EntBlock *block;

  g_set_str (&doc->title, "Attestation");
  add_sender (doc);
  ent_doc_add_reference (doc, "Nos références", "2026-00043/AS");
  block = sample_add (doc, ENT_BLOCK_HEADING, 1, "Attestation de revenu d’intégration");
  block->align = ENT_ALIGN_CENTER;
  sample_add (doc, ENT_BLOCK_PARAGRAPH, 0,
              "Le Centre public d’action sociale de Valombreuse atteste que Monsieur Fabrice "
              "Hirondelle, né le 1er mars 1985 à Valombreuse et y domicilié, bénéficie du revenu "
              "d’intégration sociale au taux d’une personne isolée depuis le 1er juin 2026.");
  block = sample_add (doc, ENT_BLOCK_TABLE, 0, NULL);
  sample_row (block, TRUE, "Catégorie|Période|Montant mensuel");
  sample_row (block, FALSE, "Personne isolée|du 1er juin 2026 à ce jour|1 314,20 €");
  sample_add (doc, ENT_BLOCK_PARAGRAPH, 0,
              "La présente attestation est délivrée à la demande de l’intéressé, pour servir et "
              "valoir ce que de droit.");
  sample_add (doc, ENT_BLOCK_PARAGRAPH, 0, "Fait à Valombreuse, le 21 novembre 2026.");
  block = sample_add (doc, ENT_BLOCK_SIGNATURES, 0, NULL);
  block = sample_signature (block, "La Présidente,", "Delphine Bergeronnette");
  block->image = sample_png ();
  block->alt = g_strdup ("Signature de Delphine Bergeronnette");
  return doc;
}
