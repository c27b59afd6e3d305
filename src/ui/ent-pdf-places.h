/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the pages of a PDF stand when they are laid one below the other. In pixels unless told.
 * A value, one thread at a time. */

#pragma once

#include "ent-pdf-reader.h"

G_BEGIN_DECLS

/* Pixels around the pages, and between them. */
#define ENT_PDF_MARGIN 12
#define ENT_PDF_GAP 12

typedef struct
{
  guint n_pages;
  EntPdfArea *paper; /* points: x1 is 0, y1 the paper above the page */
  double max_width; /* points */
  double max_height;
  double zoom; /* 1: the size of the paper on a screen of 96 dots an inch */
} EntPdfPlaces;

/* @reader may be NULL: no pages. The zoom stays. */
void ent_pdf_places_measure (EntPdfPlaces *self, EntPdfReader *reader);
void ent_pdf_places_clear (EntPdfPlaces *self);

double ent_pdf_places_per_point (const EntPdfPlaces *self);
/* @page may be the number of pages: the lower edge of all. */
double ent_pdf_places_top (const EntPdfPlaces *self, guint page);
double ent_pdf_places_width (const EntPdfPlaces *self, guint page);
double ent_pdf_places_height (const EntPdfPlaces *self, guint page);
double ent_pdf_places_all_width (const EntPdfPlaces *self);
double ent_pdf_places_all_height (const EntPdfPlaces *self);
/* The page at a height, the gap below it included. */
guint ent_pdf_places_page_at (const EntPdfPlaces *self, double y);
/* The zoom at which the widest page, or with @whole each page, fits. */
double ent_pdf_places_fit (const EntPdfPlaces *self, int width, int height, gboolean whole);

G_END_DECLS
