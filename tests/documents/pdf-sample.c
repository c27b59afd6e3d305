/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages to try the finishing of PDF files on, drawn with all that Cairo offers and some of what it
 * does badly. One thread. */

#include "pdf-sample.h"

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "ent-date.h"

#define WIDTH 595.28
#define HEIGHT 841.89
#define MARGIN 56.0
#define BOTTOM (HEIGHT - MARGIN)
#define N_ROWS 45

/* Eight by eight points. */
static const char jpeg[] =
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKra"
    "rYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4"
    "+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAA"
    "AAAAAAL/xAAXEAEAAwAAAAAAAAAAAAAAAAAAAwRh/8QAFQEBAQAAAAAAAAAAAAAAAAAAAQL/xAAYEQEAAwEAAAAA"
    "AAAAAAAAAAACAAMREv/aAAwDAQACEQMRAD8AiGpgCE1sabFzP//Z";

typedef struct
{
  cairo_t *cr;
  PangoLayout *layout;
  double y;
  int page;
  PdfSampleParts parts;
} Sample;

static void
begin (Sample *sample, const char *tag)
{
  cairo_tag_begin (sample->cr, tag, NULL);
}

static void
end (Sample *sample, const char *tag)
{
  cairo_tag_end (sample->cr, tag);
}

static void
show_at (Sample *sample, double x, double y, double width, const char *markup)
{
  pango_layout_set_width (sample->layout, width > 0 ? (int) (width * PANGO_SCALE) : -1);
  pango_layout_set_markup (sample->layout, markup, -1);
  cairo_move_to (sample->cr, x, y);
  pango_cairo_show_layout (sample->cr, sample->layout);
}

static void
draw_letterhead (Sample *sample)
{
  cairo_t *cr = sample->cr;

  if ((sample->parts & PDF_SAMPLE_LETTERHEAD) == 0)
    return;
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.9, 0.95, 1);
  cairo_rectangle (cr, 0, 0, WIDTH, 40);
  cairo_fill (cr);
  cairo_restore (cr);

  begin (sample, "Artifact");
  cairo_save (cr);
  cairo_set_source_rgba (cr, 0.5, 0.5, 0.5, 0.3);
  cairo_translate (cr, 120, 600);
  cairo_rotate (cr, -0.9);
  show_at (sample, 0, 0, 0, "<span size='72000'>PROJET</span>");
  cairo_restore (cr);
  end (sample, "Artifact");
}

/* The foot is drawn while a paragraph or a table may still be open. */
static void
draw_foot (Sample *sample)
{
  g_autofree char *text = g_strdup_printf ("Page %d", sample->page);

  begin (sample, "Artifact");
  cairo_move_to (sample->cr, MARGIN, BOTTOM + 8);
  cairo_line_to (sample->cr, WIDTH - MARGIN, BOTTOM + 8);
  cairo_stroke (sample->cr);
  show_at (sample, MARGIN, BOTTOM + 12, 0, text);
  end (sample, "Artifact");
}

static gboolean
need (Sample *sample, double height)
{
  if (sample->y + height <= BOTTOM)
    return FALSE;
  draw_foot (sample);
  cairo_show_page (sample->cr);
  sample->page++;
  sample->y = MARGIN;
  draw_letterhead (sample);
  return TRUE;
}

static void
draw_lines (Sample *sample, double x, const char *markup)
{
  g_autoptr (PangoLayout) layout = pango_layout_copy (sample->layout);

  pango_layout_set_justify (layout, TRUE);
  pango_layout_set_width (layout, (int) ((WIDTH - MARGIN - x) * PANGO_SCALE));
  pango_layout_set_markup (layout, markup, -1);
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      need (sample, 15);
      cairo_move_to (sample->cr, x, sample->y + 11);
      pango_cairo_show_layout_line (sample->cr, pango_layout_get_line_readonly (layout, i));
      sample->y += 15;
    }
  sample->y += 6;
}

static void
draw_tagged (Sample *sample, const char *tag, const char *markup)
{
  need (sample, 15);
  begin (sample, tag);
  draw_lines (sample, MARGIN, markup);
  end (sample, tag);
}

static void
draw_link (Sample *sample)
{
  begin (sample, "P");
  need (sample, 60);
  show_at (sample, MARGIN, sample->y, 0, "Écrivez à");
  cairo_tag_begin (sample->cr, CAIRO_TAG_LINK, "uri='mailto:info@example.org'");
  show_at (sample, MARGIN + 70, sample->y, 0, "<u>notre adresse</u>");
  cairo_tag_end (sample->cr, CAIRO_TAG_LINK);
  show_at (sample, MARGIN + 170, sample->y, 0, "ou retournez");
  cairo_tag_begin (sample->cr, CAIRO_TAG_LINK, "dest='start'");
  show_at (sample, MARGIN + 260, sample->y, 0, "au début");
  cairo_tag_end (sample->cr, CAIRO_TAG_LINK);
  end (sample, "P");
  sample->y += 30;
}

static void
draw_list (Sample *sample, gboolean numbered)
{
  begin (sample, "L");
  for (int i = 1; i <= 4; i++)
    {
      g_autofree char *number = numbered ? g_strdup_printf ("%d.", i) : g_strdup ("•");

      need (sample, 20);
      begin (sample, "LI");
      begin (sample, "Lbl");
      show_at (sample, MARGIN, sample->y, 0, number);
      end (sample, "Lbl");
      begin (sample, "LBody");
      draw_lines (sample, MARGIN + 20, "<i>Une</i> pièce à joindre, en deux exemplaires signés.");
      end (sample, "LBody");
      end (sample, "LI");
    }
  end (sample, "L");
}

static void
draw_row (Sample *sample, const char *tag, int number)
{
  static const char *const titles[] = { "Mois", "Montant", "Remarque" };

  if (tag != NULL)
    begin (sample, "TR");
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %d", titles[i], number);
      const char *cell = i == 0 && number % 7 == 1 ? "TH" : tag;

      if (tag != NULL)
        begin (sample, cell);
      show_at (sample, MARGIN + 160 * i + 2, sample->y, 150, text);
      if (tag != NULL)
        end (sample, cell);
      cairo_rectangle (sample->cr, MARGIN + 160 * i, sample->y, 160, 18);
      cairo_stroke (sample->cr);
    }
  if (tag != NULL)
    end (sample, "TR");
  sample->y += 18;
}

static void
draw_table (Sample *sample)
{
  need (sample, 60);
  begin (sample, "Table");
  begin (sample, "THead");
  draw_row (sample, "TH", 0);
  end (sample, "THead");
  begin (sample, "TBody");
  for (int i = 1; i <= N_ROWS; i++)
    {
      if (need (sample, 20))
        {
          begin (sample, "Artifact");
          draw_row (sample, NULL, 0);
          end (sample, "Artifact");
        }
      draw_row (sample, "TD", i);
    }
  end (sample, "TBody");
  end (sample, "Table");
}

static cairo_surface_t *
make_image (gboolean translucent)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 8, 8);
  cairo_t *cr = cairo_create (image);
  guchar *data;
  gsize size;

  cairo_set_source_rgba (cr, 0.1, 0.2, 0.6, translucent ? 0.5 : 1.0);
  cairo_arc (cr, 4, 4, 3, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
  if (!translucent)
    {
      data = g_base64_decode (jpeg, &size);
      cairo_surface_set_mime_data (image, CAIRO_MIME_TYPE_JPEG, data, size, g_free, data);
    }
  return image;
}

static void
draw_image (Sample *sample, gboolean translucent)
{
  cairo_surface_t *image = make_image (translucent);

  cairo_save (sample->cr);
  cairo_translate (sample->cr, MARGIN, sample->y + 20);
  cairo_scale (sample->cr, 8, 8);
  cairo_set_source_surface (sample->cr, image, 0, 0);
  cairo_paint (sample->cr);
  cairo_restore (sample->cr);
  cairo_surface_destroy (image);
}

static void
draw_vectors (Sample *sample)
{
  cairo_pattern_t *shades = cairo_pattern_create_linear (MARGIN, 0, MARGIN + 100, 0);

  cairo_pattern_add_color_stop_rgb (shades, 0, 0.2, 0.4, 0.8);
  cairo_pattern_add_color_stop_rgba (shades, 1, 0.9, 0.4, 0.1, 0.5);
  cairo_save (sample->cr);
  cairo_arc (sample->cr, MARGIN + 50, sample->y + 50, 30, 0, 2 * G_PI);
  cairo_set_source (sample->cr, shades);
  cairo_fill_preserve (sample->cr);
  cairo_set_source_rgb (sample->cr, 0, 0, 0);
  cairo_stroke (sample->cr);
  cairo_restore (sample->cr);
  cairo_pattern_destroy (shades);
}

static void
draw_figures (Sample *sample)
{
  for (int i = 0; i < 3; i++)
    {
      need (sample, 100);
      begin (sample, "Figure");
      show_at (sample, MARGIN, sample->y, 0, i == 0 ? "<span size='100'>.</span>" : "Figure");
      if (i < 2)
        draw_image (sample, i == 0);
      else
        draw_vectors (sample);
      end (sample, "Figure");
      sample->y += 100;
    }
}

static void
paint_group (Sample *sample, double x, const char *text)
{
  cairo_t *cr = sample->cr;

  cairo_save (cr);
  cairo_push_group (cr);
  cairo_rectangle (cr, x, sample->y + 20, 100, 10);
  cairo_fill (cr);
  if (text != NULL)
    show_at (sample, x, sample->y + 20, 0, text);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, 0.4);
  cairo_restore (cr);
}

/* Cairo forgets the tags of text in a group, so groups are for what is no content. */
static void
draw_groups (Sample *sample)
{
  need (sample, 60);
  begin (sample, "P");
  cairo_set_source_rgba (sample->cr, 0, 0, 0.5, 0.7);
  show_at (sample, MARGIN, sample->y, 0, "À travers le papier");
  paint_group (sample, MARGIN, NULL);
  end (sample, "P");
  paint_group (sample, MARGIN + 120, "Cachet");
  cairo_set_source_rgb (sample->cr, 0, 0, 0);
  sample->y += 40;
}

static void
draw_parts (Sample *sample)
{
  if (sample->parts & PDF_SAMPLE_LIST)
    {
      draw_list (sample, TRUE);
      draw_list (sample, FALSE);
    }
  if (sample->parts & PDF_SAMPLE_LINKS)
    draw_link (sample);
  if (sample->parts & PDF_SAMPLE_FIGURES)
    draw_figures (sample);
  if (sample->parts & PDF_SAMPLE_SCRIPTS)
    {
      draw_tagged (sample, "P", "محمد بن عبد الله — Γειά σου — flûte, œuvre, ﬁn, 1 314,20 €");
      draw_tagged (sample, "P", "Beëindiging van de dienst – Größe, Straße, <b>Äpfel</b>");
    }
  if (sample->parts & PDF_SAMPLE_GROUPS)
    draw_groups (sample);
  if (sample->parts & PDF_SAMPLE_TABLE)
    draw_table (sample);
}

static void
draw_pages (Sample *sample, guint n_paragraphs)
{
  draw_letterhead (sample);
  begin (sample, "Document");
  cairo_tag_begin (sample->cr, CAIRO_TAG_DEST, "name='start'");
  draw_tagged (sample, "H1", "<big><b>Décision d’octroi</b></big>");
  cairo_tag_end (sample->cr, CAIRO_TAG_DEST);
  draw_tagged (sample, "H3", "<b>Ce que nous avons décidé</b>");
  for (guint i = 0; i < n_paragraphs; i++)
    draw_tagged (
        sample, "P",
        "Le centre a examiné votre demande en séance du 21 novembre et vous accorde "
        "l’aide décrite <b>ci-après</b>, à l’office et sans affichage, aussi longtemps que "
        "votre situation ne change pas de façon suffisante pour la revoir.");
  draw_parts (sample);
  draw_foot (sample);
  end (sample, "Document");
}

static cairo_status_t
write_cb (void *data, const guchar *bytes, unsigned int size)
{
  g_byte_array_append (data, bytes, size);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
pdf_sample_draw (guint n_paragraphs, PdfSampleParts parts)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, WIDTH, HEIGHT);
  Sample sample = { .cr = cairo_create (surface), .y = MARGIN, .page = 1, .parts = parts };
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 10");

  sample.layout = pango_cairo_create_layout (sample.cr);
  pango_layout_set_font_description (sample.layout, font);
  cairo_set_line_width (sample.cr, 0.5);
  draw_pages (&sample, n_paragraphs);

  g_object_unref (sample.layout);
  cairo_destroy (sample.cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

EntPdfInfo
pdf_sample_info (PdfSampleParts parts)
{
  static const char *const alts[] = { "Un disque translucide", "Un carré de couleurs",
                                      "Un disque dégradé", NULL };
  static const char *const links[] = { "notre adresse", NULL };
  EntPdfInfo info = { .language = "fr",
                      .title = "Décision d’octroi <n° 42> & annexes",
                      .author = "CPAS de Valmont",
                      .subject = "Décision",
                      .day = ent_day_from_ymd (2026, 11, 21),
                      .link_texts = links,
                      .list_marks = "1-" };

  if (parts & PDF_SAMPLE_FIGURES)
    info.figure_alts = alts;
  return info;
}
