/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An image compressed once for many files: the drawing holds a small mark instead, which the
 * finishing replaces. Constant once made, any thread. */

#pragma once

#include <cairo.h>

#include "ent-qpdf.h"

G_BEGIN_DECLS

typedef struct _EntPdfImage EntPdfImage;

/* Of a surface of ARGB32 or RGB24. */
EntPdfImage *ent_pdf_image_new (cairo_surface_t *surface);
EntPdfImage *ent_pdf_image_ref (EntPdfImage *self);
void ent_pdf_image_unref (EntPdfImage *self);

/* Draws the mark; at most one image in a file. */
void ent_pdf_image_draw_mark (cairo_t *cr, const cairo_rectangle_t *area);
/* Whether an image of a file is the mark. */
gboolean ent_pdf_image_is_mark (qpdf_data pdf, qpdf_oh stream);
/* Puts the image where the mark was. */
void ent_pdf_image_replace (const EntPdfImage *self, qpdf_data pdf, qpdf_oh stream);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPdfImage, ent_pdf_image_unref)

G_END_DECLS
