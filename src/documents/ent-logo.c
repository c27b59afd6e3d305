/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps the last logos decoded and as small as they are printed: a series has the same one on each
 * letter. Any thread. */

#include "ent-logo.h"

#define DOTS_PER_POINT (300 / 72.0)
#define MOST_KEPT 4

typedef struct
{
  GBytes *source;
  double most_width; /* what was asked for, in points */
  double most_height;
  GBytes *dots;
  int width;
  int height;
  int stride;
  cairo_format_t format;
} Logo;

static GQueue kept = G_QUEUE_INIT; /* (element-type Logo), the last used first */
static GMutex kept_lock;

static void
logo_free (Logo *self)
{
  g_bytes_unref (self->source);
  g_bytes_unref (self->dots);
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

/* Takes the dots of a picture over, fewer where they are more than paper shows. */
static Logo *
logo_new (GBytes *source, const EntPicture *picture)
{
  Logo *self = g_new0 (Logo, 1);
  int width = (int) (picture->width * DOTS_PER_POINT + 0.5);
  int height = (int) (picture->height * DOTS_PER_POINT + 0.5);
  cairo_surface_t *image;

  if (width < cairo_image_surface_get_width (picture->surface))
    image = scale_down (picture->surface, MAX (1, width), MAX (1, height));
  else
    image = cairo_surface_reference (picture->surface);
  cairo_surface_flush (image);
  self->source = g_bytes_ref (source);
  self->width = cairo_image_surface_get_width (image);
  self->height = cairo_image_surface_get_height (image);
  self->stride = cairo_image_surface_get_stride (image);
  self->format = cairo_image_surface_get_format (image);
  self->dots = g_bytes_new (cairo_image_surface_get_data (image),
                            (gsize) self->stride * self->height);
  cairo_surface_destroy (image);
  return self;
}

static Logo *
find (GBytes *source, double width, double height)
{
  for (GList *l = kept.head; l != NULL; l = l->next)
    {
      Logo *logo = l->data;

      if (logo->most_width != width || logo->most_height != height ||
          !g_bytes_equal (logo->source, source))
        continue;
      g_queue_unlink (&kept, l);
      g_queue_push_head_link (&kept, l);
      return logo;
    }
  return NULL;
}

static void
unref_bytes_cb (void *bytes)
{
  g_bytes_unref (bytes);
}

/* Each picture has a surface of its own over the same dots: Cairo notes in it who has drawn it. */
static void
share (const Logo *self, EntPicture *picture)
{
  static const cairo_user_data_key_t key;
  gpointer dots = (gpointer) g_bytes_get_data (self->dots, NULL);

  cairo_surface_destroy (picture->surface);
  picture->surface = cairo_image_surface_create_for_data (dots, self->format, self->width,
                                                          self->height, self->stride);
  cairo_surface_set_user_data (picture->surface, &key, g_bytes_ref (self->dots), unref_bytes_cb);
}

static EntPicture *
make_picture (const Logo *logo)
{
  EntPicture *picture = g_new0 (EntPicture, 1);
  double scale = MIN (logo->most_width / logo->width, logo->most_height / logo->height);

  picture->width = logo->width * scale;
  picture->height = logo->height * scale;
  share (logo, picture);
  return picture;
}

EntPicture *
ent_logo_new (GBytes *bytes, double width, double height, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&kept_lock);
  Logo *logo = find (bytes, width, height);
  g_autoptr (EntPicture) picture = NULL;

  if (logo != NULL)
    return make_picture (logo);
  picture = ent_picture_new (bytes, error);
  if (picture == NULL)
    return NULL;
  ent_picture_set_width (picture, width);
  ent_picture_fit (picture, width, height);
  /* A JPEG goes into the file as it is. */
  if (ent_picture_is_jpeg (picture))
    return g_steal_pointer (&picture);
  logo = logo_new (bytes, picture);
  logo->most_width = width;
  logo->most_height = height;
  g_queue_push_head (&kept, logo);
  if (kept.length > MOST_KEPT)
    logo_free (g_queue_pop_tail (&kept));
  return make_picture (logo);
}
