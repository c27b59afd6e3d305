/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages to try the finishing of PDF files on, drawn with all that Cairo offers and some of what it
 * does badly. One thread. */

#pragma once

#include <glib.h>

#include "ent-pdf-finish.h"

typedef enum
{
  PDF_SAMPLE_TABLE = 1 << 0, /* longer than a page */
  PDF_SAMPLE_FIGURES = 1 << 1, /* with alpha, from a JPEG file, and drawn */
  PDF_SAMPLE_LINKS = 1 << 2,
  PDF_SAMPLE_LIST = 1 << 3,
  PDF_SAMPLE_GROUPS = 1 << 4, /* translucent groups, with and without tags of their own */
  PDF_SAMPLE_SCRIPTS = 1 << 5, /* Arabic, Greek, Dutch, German */
  PDF_SAMPLE_LETTERHEAD = 1 << 6, /* rules and fills that are no content, a mark across the page */
  PDF_SAMPLE_ALL = (1 << 7) - 1
} PdfSampleParts;

/* As Cairo makes it. */
GBytes *pdf_sample_draw (guint n_paragraphs, PdfSampleParts parts);
/* What belongs to it; borrowed. */
EntPdfInfo pdf_sample_info (PdfSampleParts parts);
