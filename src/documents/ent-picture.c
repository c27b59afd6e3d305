/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads images. A JPEG goes into the file as it is: only its frame header is read here. Any
 * thread, one at a time. */

#include "ent-picture.h"

#include "ent-document-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DOTS_PER_INCH 150.0
#define MOST_DOTS (50 * 1000 * 1000)

typedef struct
{
  const guchar *data;
  gsize size;
  gsize at;
} Reader;

static gboolean
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_FAILED, sentence);
  return FALSE;
}

static gboolean
check_size (guint64 width, guint64 height, GError **error)
{
  if (width == 0 || height == 0)
    return fail (error, _ ("An image is damaged: it has no size."));
  if (width * height > MOST_DOTS || width > 32000 || height > 32000)
    return fail (error, _ ("An image is too large: make it smaller first."));
  return TRUE;
}

static guint
read_16 (const guchar *data)
{
  return data[0] << 8 | data[1];
}

static cairo_status_t
read_png_cb (void *closure, unsigned char *out, unsigned int length)
{
  Reader *reader = closure;

  if (reader->size - reader->at < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (out, reader->data + reader->at, length);
  reader->at += length;
  return CAIRO_STATUS_SUCCESS;
}

/* Images of 16 bits a colour come as floating point, which a PDF has no place for. */
static cairo_surface_t *
flatten (cairo_surface_t *image)
{
  cairo_surface_t *flat;
  cairo_t *cr;
  cairo_format_t format = cairo_image_surface_get_format (image);

  if (format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24)
    return image;
  flat = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, cairo_image_surface_get_width (image),
                                     cairo_image_surface_get_height (image));
  cr = cairo_create (flat);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  return flat;
}

static cairo_surface_t *
read_png (const guchar *data, gsize size, GError **error)
{
  Reader reader = { data, size, 0 };
  cairo_surface_t *image;

  /* Signature, then the header chunk, whose first eight bytes are width and height. */
  if (size < 24)
    {
      fail (error, _ ("An image is damaged: its file is cut off."));
      return NULL;
    }
  if (!check_size ((guint64) read_16 (data + 16) << 16 | read_16 (data + 18),
                   (guint64) read_16 (data + 20) << 16 | read_16 (data + 22), error))
    return NULL;
  image = cairo_image_surface_create_from_png_stream (read_png_cb, &reader);
  if (cairo_surface_status (image) == CAIRO_STATUS_SUCCESS)
    return flatten (image);
  cairo_surface_destroy (image);
  fail (error, _ ("An image is damaged: it cannot be read as PNG."));
  return NULL;
}

/* The frame header of a JPEG, or NULL: bits a colour, height, width, number of colours. */
static const guchar *
find_frame (const guchar *data, gsize size)
{
  gsize at = 2;

  while (at + 10 < size && data[at] == 0xff)
    {
      guint marker = data[at + 1];
      guint length = read_16 (data + at + 2);

      if (marker == 0xff)
        {
          at++;
          continue;
        }
      /* Baseline and progressive frames; others (lossless, arithmetic) have no place in a PDF. */
      if (marker >= 0xc0 && marker <= 0xc2)
        return data + at + 4;
      if (marker == 0xda || length < 2)
        return NULL;
      at += 2 + length;
    }
  return NULL;
}

/* Cameras leave some bytes after the end, a cut file has none of it. */
static gboolean
is_whole_jpeg (const guchar *data, gsize size)
{
  for (gsize i = size; i >= 2 && size - i < 4096; i--)
    if (data[i - 2] == 0xff && data[i - 1] == 0xd9)
      return TRUE;
  return FALSE;
}

static void
unref_bytes_cb (void *bytes)
{
  g_bytes_unref (bytes);
}

static cairo_surface_t *
read_jpeg (GBytes *bytes, GError **error)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  const guchar *frame = find_frame (data, size);
  cairo_surface_t *image;

  if (frame == NULL || frame[0] != 8 || !is_whole_jpeg (data, size))
    fail (error, _ ("An image is damaged: it cannot be read as JPEG."));
  else if (frame[5] != 1 && frame[5] != 3)
    fail (error, _ ("An image is in the colours of a printing press: save it in RGB first."));
  else if (check_size (read_16 (frame + 3), read_16 (frame + 1), error))
    {
      image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, read_16 (frame + 3),
                                          read_16 (frame + 1));
      cairo_surface_set_mime_data (image, CAIRO_MIME_TYPE_JPEG, data, size, unref_bytes_cb,
                                   g_bytes_ref (bytes));
      return image;
    }
  return NULL;
}

EntPicture *
ent_picture_new (GBytes *bytes, GError **error)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  cairo_surface_t *image = NULL;
  EntPicture *self;

  if (size > 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    image = read_png (data, size, error);
  else if (size > 4 && data[0] == 0xff && data[1] == 0xd8)
    image = read_jpeg (bytes, error);
  else
    fail (error, _ ("An image is neither PNG nor JPEG."));
  if (image == NULL)
    return NULL;
  self = g_new0 (EntPicture, 1);
  self->surface = image;
  self->width = cairo_image_surface_get_width (image) * 72 / DOTS_PER_INCH;
  self->height = cairo_image_surface_get_height (image) * 72 / DOTS_PER_INCH;
  return self;
}

void
ent_picture_free (EntPicture *self)
{
  if (self == NULL)
    return;
  cairo_surface_destroy (self->surface);
  g_free (self);
}

void
ent_picture_fit (EntPicture *self, double width, double height)
{
  double scale = MIN (1, MIN (width / self->width, height / self->height));

  self->width *= scale;
  self->height *= scale;
}

void
ent_picture_set_width (EntPicture *self, double width)
{
  self->height *= width / self->width;
  self->width = width;
}

gboolean
ent_picture_is_jpeg (const EntPicture *self)
{
  const unsigned char *data = NULL;
  unsigned long size = 0;

  cairo_surface_get_mime_data (self->surface, CAIRO_MIME_TYPE_JPEG, &data, &size);
  return data != NULL;
}

void
ent_picture_draw (const EntPicture *self, cairo_t *cr, double x, double y)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, self->width / cairo_image_surface_get_width (self->surface),
               self->height / cairo_image_surface_get_height (self->surface));
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}
