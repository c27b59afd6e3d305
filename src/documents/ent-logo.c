/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps the last logos, as small as they are printed and compressed for a PDF: a series has the
 * same one on each letter. Any thread. */

#include "ent-logo.h"

#define DOTS_PER_POINT (300 / 72.0)
#define MOST_KEPT 4

typedef struct
{
  GBytes *source;
  double most_width; /* what was asked for, in points */
  double most_height;
  double width; /* what it became */
  double height;
  EntPdfImage *image;
} Kept;

static GQueue kept = G_QUEUE_INIT; /* (element-type Kept), the last used first */
static GMutex kept_lock;

static void
kept_free (Kept *self)
{
  g_bytes_unref (self->source);
  ent_pdf_image_unref (self->image);
  g_free (self);
}

static cairo_surface_t *
scale_down (cairo_surface_t *image, int width, int height)
{
  cairo_surface_t *small = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (small);

  cairo_scale (cr, (double) width / cairo_image_surface_get_width (image),
               (double) height / cairo_image_surface_get_height (image));
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
  /* Without it the edges would fade into the void around. */
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_destroy (cr);
  return small;
}

/* Fewer dots where there are more than paper shows. */
static EntPdfImage *
compress (const EntPicture *picture)
{
  int width = MAX (1, (int) (picture->width * DOTS_PER_POINT + 0.5));
  int height = MAX (1, (int) (picture->height * DOTS_PER_POINT + 0.5));
  cairo_surface_t *small;
  EntPdfImage *image;

  if (width >= cairo_image_surface_get_width (picture->surface))
    return ent_pdf_image_new (picture->surface);
  small = scale_down (picture->surface, width, height);
  image = ent_pdf_image_new (small);
  cairo_surface_destroy (small);
  return image;
}

static void
keep (GBytes *source, const EntLogo *logo, double width, double height)
{
  Kept *item = g_new0 (Kept, 1);

  item->source = g_bytes_ref (source);
  item->most_width = width;
  item->most_height = height;
  item->width = logo->width;
  item->height = logo->height;
  item->image = ent_pdf_image_ref (logo->image);
  g_queue_push_head (&kept, item);
  if (kept.length > MOST_KEPT)
    kept_free (g_queue_pop_tail (&kept));
}

/* Fills a logo from those kept. */
static gboolean
find (EntLogo *self, GBytes *source, double width, double height)
{
  for (GList *l = kept.head; l != NULL; l = l->next)
    {
      const Kept *item = l->data;

      if (item->most_width != width || item->most_height != height ||
          !g_bytes_equal (item->source, source))
        continue;
      self->width = item->width;
      self->height = item->height;
      self->image = ent_pdf_image_ref (item->image);
      g_queue_unlink (&kept, l);
      g_queue_push_head_link (&kept, l);
      return TRUE;
    }
  return FALSE;
}

EntLogo *
ent_logo_new (GBytes *bytes, double width, double height, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&kept_lock);
  g_autoptr (EntLogo) self = g_new0 (EntLogo, 1);

  if (find (self, bytes, width, height))
    return g_steal_pointer (&self);
  self->picture = ent_picture_new (bytes, error);
  if (self->picture == NULL)
    return NULL;
  ent_picture_set_width (self->picture, width);
  ent_picture_fit (self->picture, width, height);
  self->width = self->picture->width;
  self->height = self->picture->height;
  /* A JPEG goes into the file as it is. */
  if (ent_picture_is_jpeg (self->picture))
    return g_steal_pointer (&self);
  self->image = compress (self->picture);
  g_clear_pointer (&self->picture, ent_picture_free);
  keep (bytes, self, width, height);
  return g_steal_pointer (&self);
}

void
ent_logo_free (EntLogo *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->picture, ent_picture_free);
  g_clear_pointer (&self->image, ent_pdf_image_unref);
  g_free (self);
}

void
ent_logo_draw (const EntLogo *self, EntPen *pen, double x, double y)
{
  cairo_rectangle_t area = { x, y, self->width, self->height };

  if (self->picture != NULL)
    ent_picture_draw (self->picture, pen->cr, x, y);
  else
    ent_pdf_image_draw_mark (pen->cr, &area);
  if (pen->notes != NULL && self->image != NULL && pen->notes->logo == NULL)
    pen->notes->logo = ent_pdf_image_ref (self->image);
}
