/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small PDFs for tests, drawn on the spot. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double width; /* points */
  double height;
  const char *uri; /* of a link on the first line of the first page, or NULL */
  gboolean inner_link; /* the same, to the last page */
} PdfToy;

/* A page for each text; "\n" begins a line. NULL-terminated. Lines stand 20 points apart from 50,
 * 62 points from the top on, in letters of 12. @toy may be NULL: A4. */
GBytes *pdf_toy_new (const char *const *pages, const PdfToy *toy);
/* As many pages with "Page N" on each. */
GBytes *pdf_toy_new_long (guint n_pages);

G_END_DECLS
