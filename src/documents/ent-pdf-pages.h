/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages out of PDF files and into new ones, for printing a series in one go and for filing scans.
 * What comes out is for a printer or a folder: it bears no tags. In memory; any thread. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  guint page; /* from 0 */
  int turn; /* clockwise, 0, 90, 180 or 270 degrees */
} EntPdfPick;

/* All pages of all files in order; with @even each file begins on the front of a sheet: a blank
 * page is put where two-sided printing would begin one on the back. @files: (element-type GBytes).
 */
GBytes *ent_pdf_join (GPtrArray *files, gboolean even, GError **error);
/* Some pages of a file, in the order given. */
GBytes *ent_pdf_take (GBytes *file, const EntPdfPick *picks, guint n_picks, GError **error);
/* Number of pages; 0 with @error set. */
guint ent_pdf_count_pages (GBytes *file, GError **error);

G_END_DECLS
