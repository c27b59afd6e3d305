/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paper that came back: reads the codes that our documents bear on each page, whatever the order
 * and the way up of the sheets. Reading takes a fraction of a second a page, on a worker thread. */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* What one page of a stack says. */
typedef struct
{
  char *number; /* of the document, or NULL: no code of ours can be read */
  char *code;
  guint page; /* of the document, from 1 */
  guint n_pages;
  int turn; /* clockwise degrees that bring it upright */
  cairo_surface_t *picture; /* a small one, of a page that cannot be read; else NULL */
} EntScanPage;

typedef struct _EntScan EntScan;

/* A stack: PDF, PNG or JPEG. Nothing is read yet. */
EntScan *ent_scan_new (GBytes *stack);
EntScan *ent_scan_ref (EntScan *self);
void ent_scan_unref (EntScan *self);

/* Opens the stack and reads its pages. FALSE with a sentence when it is none of the three, damaged,
 * protected or too large. Blocks: a worker thread. */
gboolean ent_scan_read (EntScan *self, GCancellable *cancellable, GError **error);
void ent_scan_read_async (EntScan *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gboolean ent_scan_read_finish (EntScan *self, GAsyncResult *result, GError **error);
/* How far it is, 0 to 1. Any thread. */
double ent_scan_get_fraction (EntScan *self);

/* After reading. Borrowed. */
GBytes *ent_scan_get_pdf (EntScan *self);
/* (element-type EntScanPage), one for each page of the stack. */
GPtrArray *ent_scan_get_pages (EntScan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntScan, ent_scan_unref)

G_END_DECLS
