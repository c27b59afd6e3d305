/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An image of a document, PNG or JPEG. Any thread, one at a time. */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  cairo_surface_t *surface;
  double width; /* in points, at 150 dots an inch */
  double height;
} EntPicture;

/* A damaged file, another format, more than 50 million dots or four inks is an error with a
 * sentence. */
EntPicture *ent_picture_new (GBytes *bytes, GError **error);
void ent_picture_free (EntPicture *self);
/* Makes it at most so large, keeping its shape; never larger than it is. */
void ent_picture_fit (EntPicture *self, double width, double height);
/* Makes it so wide, keeping its shape. */
void ent_picture_set_width (EntPicture *self, double width);
/* Whether it goes into a PDF undecoded. */
gboolean ent_picture_is_jpeg (const EntPicture *self);
void ent_picture_draw (const EntPicture *self, cairo_t *cr, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPicture, ent_picture_free)

G_END_DECLS
