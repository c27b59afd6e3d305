/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures how fast letters are made, from their blocks to the finished file: prints "BENCH, name,
 * value, unit, goal", separated by tabs. One thread. */

#include <stdlib.h>
#include <time.h>

#include <cairo.h>

#include "ent-date.h"
#include "ent-doc-private.h"
#include "ent-doc.h"

#define N_WARM 5
#define N_LETTERS 200
#define N_PAGES 3

static void
print (const char *name, double value, const char *unit, const char *goal)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.2f", value);
  g_print ("BENCH\t%s\t%s\t%s\t%s\n", name, text, unit, goal);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* As centres have them: translucent edges, more dots than paper shows. */
static GBytes *
make_logo (void)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1500, 480);
  cairo_t *cr = cairo_create (image);
  GByteArray *bytes = g_byte_array_new ();

  for (int i = 0; i < 6; i++)
    {
      cairo_set_source_rgba (cr, i / 6.0, 0.4, 0.5, 0.9);
      cairo_arc (cr, 150 + 240 * i, 240, 200 - 10 * i, 0, 6.3);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (image, append_cb, bytes);
  cairo_surface_destroy (image);
  return g_byte_array_free_to_bytes (bytes);
}

/* Time of the processor, all threads, in seconds: what others do on the machine does not count. */
static double
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static EntBlock *
add_text (EntBlock *parent, EntBlockKind kind, const char *text)
{
  EntBlock *block = ent_block_add (parent, ent_block_new (kind));

  ent_block_add_text (block, text, 0, NULL);
  return block;
}

static void
add_table (EntBlock *parent)
{
  static const char *const heads[] = { "Mois", "Montant", "Remarque" };
  EntBlock *table = ent_block_add (parent, ent_block_new (ENT_BLOCK_TABLE));

  for (int i = 0; i <= 12; i++)
    {
      EntBlock *row = ent_block_add (table, ent_block_new (ENT_BLOCK_ROW));

      row->level = i == 0;
      for (gsize j = 0; j < G_N_ELEMENTS (heads); j++)
        {
          g_autofree char *text = g_strdup_printf ("%s %d", heads[j], i);

          add_text (row, ENT_BLOCK_CELL, i == 0 ? heads[j] : text);
        }
    }
}

static void
add_body (EntBlock *body)
{
  EntBlock *list = NULL;
  EntBlock *block;

  add_text (body, ENT_BLOCK_HEADING, "Décision d’octroi du revenu d’intégration")->level = 1;
  for (int i = 0; i < 14; i++)
    add_text (body, ENT_BLOCK_PARAGRAPH,
              "Le centre a examiné votre demande en séance et vous accorde l’aide décrite ci-après "
              "aussi longtemps que votre situation ne change pas. Vous devez nous communiquer sans "
              "délai tout élément susceptible d’avoir une répercussion sur le montant qui vous est "
              "versé. Un recours peut être introduit auprès du tribunal du travail dans les trois "
              "mois qui suivent la réception de la présente lettre.");
  add_table (body);
  list = ent_block_add (body, ent_block_new (ENT_BLOCK_LIST));
  for (int i = 0; i < 6; i++)
    {
      block = ent_block_add (list, ent_block_new (ENT_BLOCK_ITEM));
      add_text (block, ENT_BLOCK_PARAGRAPH, "Une copie de vos trois dernières fiches de paie.");
    }
  block = ent_block_add (body, ent_block_new (ENT_BLOCK_PARAGRAPH));
  ent_block_add_text (block, "Écrivez-nous : ", 0, NULL);
  ent_block_add_text (block, "info@example.org", 0, "mailto:info@example.org");
  block = ent_block_add (body, ent_block_new (ENT_BLOCK_SIGNATURES));
  add_text (block, ENT_BLOCK_SIGNATURE, "La directrice générale");
  add_text (block, ENT_BLOCK_SIGNATURE, "Le président");
}

/* As a series makes them: each has its own addressee and number. */
static EntDoc *
make_letter (int number, GBytes *logo)
{
  EntDoc *doc = ent_doc_new ("fr");
  g_autofree char *reference = g_strdup_printf ("2026-%05d", number);
  EntBlock *box = ent_block_new (ENT_BLOCK_BOX);

  doc->title = g_strdup_printf ("Décision %d", number);
  doc->author = g_strdup ("CPAS de Valmont");
  doc->day = ent_day_from_ymd (2026, 11, 21);
  doc->paper = ent_paper_a4;
  doc->text_size = 11;
  doc->logo = logo != NULL ? g_bytes_ref (logo) : NULL;
  doc->sender_name = g_strdup ("CPAS de Valmont");
  doc->sender_lines = g_strsplit ("Rue de l’Exemple 1|4999 Valmont", "|", -1);
  doc->window = ENT_WINDOW_RIGHT;
  doc->recipient = g_strsplit ("Madame Exemple|Rue du Modèle 2|4999 Valmont", "|", -1);
  doc->footer = g_strdup ("CPAS de Valmont · Rue de l’Exemple 1 · 4999 Valmont");
  doc->page_words = g_strdup ("Page %u/%u");
  doc->seal_text = g_strdup_printf ("D2026-%06d · ABCD-EFGH-JKMN", number);
  doc->seal_payload = g_strdup_printf ("D2026-%06d:ABCDEFGHJKMN", number);
  doc->seal_alt = g_strdup ("Code de vérification du document");
  ent_doc_add_reference (doc, "Nos références", reference);

  /* The blocks of a document stand beside each other; those of a box below it. */
  add_body (box);
  while (box->children->len > 0)
    g_ptr_array_add (doc->blocks, g_ptr_array_steal_index (box->children, 0));
  ent_block_free (box);
  return doc;
}

static void
check (GBytes *file, guint n_pages, const GError *error)
{
  if (file != NULL && n_pages == N_PAGES)
    return;
  g_printerr ("bench-documents: %s (%u pages)\n", error != NULL ? error->message : "failed",
              n_pages);
  exit (1);
}

/* How many letters a second of the processor draws, or draws and finishes. */
static double
measure (GBytes *logo, gboolean finish, gsize *size)
{
  double start = 0;

  for (int i = -N_WARM; i < N_LETTERS; i++)
    {
      g_autoptr (EntDoc) doc = make_letter (i + N_WARM, logo);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) file = NULL;
      guint made = 0;

      if (i == 0)
        start = processor_time ();
      file = finish ? ent_doc_render (doc, &made, NULL, &error)
                    : ent_doc_draw (doc, NULL, &made, NULL, &error);
      check (file, made, error);
      *size = g_bytes_get_size (file);
    }
  return N_LETTERS / (processor_time () - start);
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) logo = make_logo ();
  gsize size;

  print ("letters of three pages, drawn only", measure (logo, FALSE, &size), "per s of processor",
         "");
  print ("letters of three pages", measure (logo, TRUE, &size), "per s of processor", "> 60");
  print ("letters of three pages without logo", measure (NULL, TRUE, &size), "per s of processor",
         "");
  print ("a letter of three pages", (double) size / 1024, "KiB", "");
  return 0;
}
