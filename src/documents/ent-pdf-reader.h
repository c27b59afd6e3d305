/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any PDF, to be looked at: pages as pixels and as words. Lives on the main thread and never blocks
 * it; the work is done on a thread of its own, the newest request first. */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "ent-pdf-text.h"

G_BEGIN_DECLS

#define ENT_TYPE_PDF_READER (ent_pdf_reader_get_type ())
G_DECLARE_FINAL_TYPE (EntPdfReader, ent_pdf_reader, ENT, PDF_READER, GObject)

/* What is refused. */
#define ENT_PDF_MAX_PAGES 5000
#define ENT_PDF_MAX_BYTES (500 * 1000 * 1000)
#define ENT_PDF_MAX_SIDE 14173.3 /* points: 5 m */
/* Beyond this a page is drawn at a smaller scale than was asked. */
#define ENT_PDF_MAX_PIXELS (24 * 1000 * 1000)

/* Fails with ENT_DOCUMENT_ERROR_PDF and a sentence when the file is empty, no PDF, damaged,
 * protected or too large. */
void ent_pdf_reader_open_async (GBytes *pdf,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
EntPdfReader *ent_pdf_reader_open_finish (GAsyncResult *result, GError **error);

guint ent_pdf_reader_get_n_pages (EntPdfReader *self);
/* In points. Pages count from 0. */
void ent_pdf_reader_get_page_size (EntPdfReader *self, guint page, double *width, double *height);
/* As the file tells it, or NULL. Borrowed. */
const char *ent_pdf_reader_get_title (EntPdfReader *self);

/* What is asked about a page. */
typedef struct
{
  guint page;
  int priority; /* G_PRIORITY_DEFAULT, G_PRIORITY_LOW… */
  double scale; /* of a picture: pixels a point */
  const char *words; /* to find; copied */
} EntPdfAsk;

/* The finish gives an ARGB32 surface, white where the page is bare; transfer full. */
void ent_pdf_reader_render_async (EntPdfReader *self,
                                  const EntPdfAsk *ask,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
cairo_surface_t *ent_pdf_reader_render_finish (EntPdfReader *self,
                                               GAsyncResult *result,
                                               GError **error);
/* The scale that a page is drawn at when this one is asked for. */
double ent_pdf_reader_get_scale (EntPdfReader *self, guint page, double scale);

void ent_pdf_reader_read_async (EntPdfReader *self,
                                const EntPdfAsk *ask,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
EntPdfText *ent_pdf_reader_read_finish (EntPdfReader *self, GAsyncResult *result, GError **error);

/* The finish gives (element-type EntPdfHit), see ent_pdf_text_find; transfer full. */
void ent_pdf_reader_find_async (EntPdfReader *self,
                                const EntPdfAsk *ask,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GArray *ent_pdf_reader_find_finish (EntPdfReader *self, GAsyncResult *result, GError **error);

G_END_DECLS
