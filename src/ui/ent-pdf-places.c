/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the pages of a PDF stand. One thread at a time. */

#include "ent-pdf-places.h"

#include <math.h>

#define PIXELS_PER_POINT (96.0 / 72.0)

void
ent_pdf_places_measure (EntPdfPlaces *self, EntPdfReader *reader)
{
  double above = 0;

  ent_pdf_places_clear (self);
  self->n_pages = reader != NULL ? ent_pdf_reader_get_n_pages (reader) : 0;
  self->paper = g_new0 (EntPdfArea, self->n_pages + 1);
  self->max_width = self->max_height = 1;
  for (guint i = 0; i < self->n_pages; i++)
    {
      double width, height;

      ent_pdf_reader_get_page_size (reader, i, &width, &height);
      self->paper[i] = (EntPdfArea) { 0, above, width, above + height };
      above += height;
      self->max_width = MAX (self->max_width, width);
      self->max_height = MAX (self->max_height, height);
    }
  self->paper[self->n_pages] = (EntPdfArea) { 0, above, 0, above };
}

void
ent_pdf_places_clear (EntPdfPlaces *self)
{
  g_clear_pointer (&self->paper, g_free);
  self->n_pages = 0;
}

double
ent_pdf_places_per_point (const EntPdfPlaces *self)
{
  return self->zoom * PIXELS_PER_POINT;
}

double
ent_pdf_places_top (const EntPdfPlaces *self, guint page)
{
  return floor (ENT_PDF_MARGIN + self->paper[page].y1 * ent_pdf_places_per_point (self) +
                (double) page * ENT_PDF_GAP);
}

double
ent_pdf_places_width (const EntPdfPlaces *self, guint page)
{
  return MAX (1, round (self->paper[page].x2 * ent_pdf_places_per_point (self)));
}

double
ent_pdf_places_height (const EntPdfPlaces *self, guint page)
{
  double height = self->paper[page].y2 - self->paper[page].y1;

  return MAX (1, round (height * ent_pdf_places_per_point (self)));
}

double
ent_pdf_places_all_width (const EntPdfPlaces *self)
{
  if (self->n_pages == 0)
    return 0;
  return round (self->max_width * ent_pdf_places_per_point (self)) + 2 * ENT_PDF_MARGIN;
}

double
ent_pdf_places_all_height (const EntPdfPlaces *self)
{
  if (self->n_pages == 0)
    return 0;
  return ent_pdf_places_top (self, self->n_pages) - ENT_PDF_GAP + ENT_PDF_MARGIN;
}

guint
ent_pdf_places_page_at (const EntPdfPlaces *self, double y)
{
  guint low = 0;
  guint high = self->n_pages;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (ent_pdf_places_top (self, middle) <= y)
        low = middle;
      else
        high = middle;
    }
  return low;
}

double
ent_pdf_places_fit (const EntPdfPlaces *self, int width, int height, gboolean whole)
{
  double by_width = (width - 2 * ENT_PDF_MARGIN) / (self->max_width * PIXELS_PER_POINT);
  double by_height = (height - 2 * ENT_PDF_MARGIN) / (self->max_height * PIXELS_PER_POINT);

  return whole ? MIN (by_width, by_height) : by_width;
}
