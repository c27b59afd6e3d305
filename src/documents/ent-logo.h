/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The logo of a letterhead. Any thread, one at a time. */

#pragma once

#include "ent-pen.h"
#include "ent-picture.h"

G_BEGIN_DECLS

typedef struct
{
  EntPicture *picture; /* or NULL: then @image */
  EntPdfImage *image;
  double width; /* in points */
  double height;
} EntLogo;

/* As large as fits in @width and @height, in points. */
EntLogo *ent_logo_new (GBytes *bytes, double width, double height, GError **error);
void ent_logo_free (EntLogo *self);
void ent_logo_draw (const EntLogo *self, EntPen *pen, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLogo, ent_logo_free)

G_END_DECLS
