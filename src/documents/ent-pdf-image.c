/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Images compressed once for many files. Any thread. */

#include "ent-pdf-image.h"

#include <string.h>

#define MARK_WIDTH 5

struct _EntPdfImage
{
  int width;
  int height;
  GBytes *colours; /* three bytes a dot, deflated */
  GBytes *alpha; /* one byte a dot, deflated; NULL: opaque */
};

/* No picture of anything: dots side by side in colours that have no meaning. */
static const guchar mark[MARK_WIDTH * 3] = { 0x3d, 0xa1, 0x07, 0xc2, 0x1f, 0x88, 0x05, 0xe9,
                                             0x6b, 0x94, 0x2c, 0xd7, 0x71, 0x0a, 0xb5 };

static GBytes *
deflate (const guchar *data, gsize size)
{
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (zlib));

  g_output_stream_write_all (stream, data, size, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* Cairo keeps colours multiplied by their alpha. */
static void
split_dot (guint32 dot, guchar *colours, guchar *alpha)
{
  guint a = dot >> 24;

  *alpha = (guchar) a;
  for (int i = 0; i < 3; i++)
    {
      guint c = dot >> (16 - 8 * i) & 0xff;

      colours[i] = (guchar) (a == 0 ? 255 : MIN (255, (c * 255 + a / 2) / a));
    }
}

EntPdfImage *
ent_pdf_image_new (cairo_surface_t *surface)
{
  EntPdfImage *self = g_atomic_rc_box_new0 (EntPdfImage);
  gboolean has_alpha = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32;
  gboolean opaque = TRUE;
  g_autofree guchar *colours = NULL;
  g_autofree guchar *alpha = NULL;
  gsize n;

  self->width = cairo_image_surface_get_width (surface);
  self->height = cairo_image_surface_get_height (surface);
  n = (gsize) self->width * self->height;
  colours = g_malloc (3 * n);
  alpha = g_malloc (n);
  cairo_surface_flush (surface);
  for (gsize i = 0; i < n; i++)
    {
      const guchar *row = cairo_image_surface_get_data (surface) +
                          i / self->width * cairo_image_surface_get_stride (surface);
      guint32 dot;

      memcpy (&dot, row + 4 * (i % self->width), sizeof dot);
      split_dot (has_alpha ? dot : dot | 0xff000000, colours + 3 * i, alpha + i);
      opaque = opaque && alpha[i] == 255;
    }
  self->colours = deflate (colours, 3 * n);
  self->alpha = opaque ? NULL : deflate (alpha, n);
  return self;
}

static void
image_clear (gpointer data)
{
  EntPdfImage *self = data;

  g_bytes_unref (self->colours);
  g_clear_pointer (&self->alpha, g_bytes_unref);
}

EntPdfImage *
ent_pdf_image_ref (EntPdfImage *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ent_pdf_image_unref (EntPdfImage *self)
{
  g_atomic_rc_box_release_full (self, image_clear);
}

void
ent_pdf_image_draw_mark (cairo_t *cr, const cairo_rectangle_t *area)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MARK_WIDTH, 1);
  guint32 *dots = (guint32 *) (gpointer) cairo_image_surface_get_data (surface);

  for (int i = 0; i < MARK_WIDTH; i++)
    dots[i] = (guint32) mark[3 * i] << 16 | (guint32) mark[3 * i + 1] << 8 | mark[3 * i + 2];
  cairo_surface_mark_dirty (surface);
  cairo_save (cr);
  cairo_translate (cr, area->x, area->y);
  cairo_scale (cr, area->width / MARK_WIDTH, area->height);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}

gboolean
ent_pdf_image_is_mark (qpdf_data pdf, qpdf_oh stream)
{
  qpdf_oh dict = qpdf_oh_get_dict (pdf, stream);
  g_autoptr (GBytes) data = NULL;

  if (!ent_qpdf_has_name (pdf, dict, "/Subtype", "/Image") ||
      qpdf_oh_get_int_value (pdf, qpdf_oh_get_key (pdf, dict, "/Width")) != MARK_WIDTH ||
      qpdf_oh_get_int_value (pdf, qpdf_oh_get_key (pdf, dict, "/Height")) != 1)
    return FALSE;
  data = ent_qpdf_get_stream (pdf, stream);
  return data != NULL && g_bytes_get_size (data) == sizeof mark &&
         memcmp (g_bytes_get_data (data, NULL), mark, sizeof mark) == 0;
}

static void
fill (const EntPdfImage *self, qpdf_data pdf, qpdf_oh stream, GBytes *data, const char *space)
{
  qpdf_oh dict = qpdf_oh_get_dict (pdf, stream);
  gsize size;
  const guchar *bytes = g_bytes_get_data (data, &size);

  ent_qpdf_set (pdf, dict, "/Type", "/XObject");
  ent_qpdf_set (pdf, dict, "/Subtype", "/Image");
  ent_qpdf_set (pdf, dict, "/ColorSpace", space);
  ent_qpdf_set (pdf, dict, "/BitsPerComponent", "8");
  qpdf_oh_replace_key (pdf, dict, "/Width", qpdf_oh_new_integer (pdf, self->width));
  qpdf_oh_replace_key (pdf, dict, "/Height", qpdf_oh_new_integer (pdf, self->height));
  qpdf_oh_replace_stream_data (pdf, stream, bytes, size, qpdf_oh_new_name (pdf, "/FlateDecode"),
                               qpdf_oh_new_null (pdf));
}

void
ent_pdf_image_replace (const EntPdfImage *self, qpdf_data pdf, qpdf_oh stream)
{
  qpdf_oh mask;

  fill (self, pdf, stream, self->colours, "/DeviceRGB");
  if (self->alpha == NULL)
    return;
  mask = qpdf_oh_new_stream (pdf);
  fill (self, pdf, mask, self->alpha, "/DeviceGray");
  qpdf_oh_replace_key (pdf, qpdf_oh_get_dict (pdf, stream), "/SMask", mask);
}
