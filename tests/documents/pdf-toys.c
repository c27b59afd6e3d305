/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small PDFs for tests. */

#include "pdf-toys.h"

#include <cairo-pdf.h>

static cairo_status_t
write_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_t *
begin (GByteArray *bytes, double width, double height)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, width, height);
  cairo_t *cr = cairo_create (surface);

  /* Plain cross-references, which can be found again in a file that was cut. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "Toy");
  cairo_surface_destroy (surface);
  cairo_select_font_face (cr, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 12);
  return cr;
}

static GBytes *
end (cairo_t *cr, GByteArray *bytes)
{
  cairo_surface_finish (cairo_get_target (cr));
  g_assert_cmpint (cairo_surface_status (cairo_get_target (cr)), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return g_byte_array_free_to_bytes (bytes);
}

static void
draw_page (cairo_t *cr, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (int i = 0; lines[i] != NULL; i++)
    {
      cairo_move_to (cr, 50, 62 + 20 * i);
      cairo_show_text (cr, lines[i]);
    }
}

GBytes *
pdf_toy_new (const char *const *pages, const PdfToy *toy)
{
  GByteArray *bytes = g_byte_array_new ();
  guint n_pages = g_strv_length ((char **) pages);
  cairo_t *cr = begin (bytes, toy != NULL && toy->width > 0 ? toy->width : 595.28,
                       toy != NULL && toy->height > 0 ? toy->height : 841.89);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *link = NULL;

      if (i == 0 && toy != NULL && toy->uri != NULL)
        link = g_strdup_printf ("rect=[50 50 100 14] uri='%s'", toy->uri);
      else if (i == 0 && toy != NULL && toy->inner_link)
        link = g_strdup_printf ("rect=[50 50 100 14] page=%u pos=[0 100]", n_pages);
      if (link != NULL)
        cairo_tag_begin (cr, CAIRO_TAG_LINK, link);
      draw_page (cr, pages[i]);
      if (link != NULL)
        cairo_tag_end (cr, CAIRO_TAG_LINK);
      cairo_show_page (cr);
    }
  return end (cr, bytes);
}

GBytes *
pdf_toy_new_long (guint n_pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_t *cr = begin (bytes, 300, 400);

  for (guint i = 1; i <= n_pages; i++)
    {
      g_autofree char *text = g_strdup_printf ("Page %u", i);

      draw_page (cr, text);
      cairo_show_page (cr);
    }
  return end (cr, bytes);
}
