/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of one page of a PDF, where each character stands, and the links. Made once, then never
 * changed: any thread. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* In points from the upper left corner of the page. */
typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
} EntPdfArea;

typedef struct
{
  EntPdfArea area;
  char *uri; /* NULL: a place in the document */
  guint page; /* from 0 */
  double y; /* points from the top of that page */
} EntPdfLink;

/* Something found: characters of a page, and where the first of them stand. */
typedef struct
{
  guint start;
  guint end;
  EntPdfArea area;
} EntPdfHit;

typedef struct _EntPdfText EntPdfText;

#define ENT_TYPE_PDF_TEXT (ent_pdf_text_get_type ())
GType ent_pdf_text_get_type (void);

/* Takes @text (UTF-8) and @links (element-type EntPdfLink), copies @areas. Characters beyond
 * @n_areas are dropped. */
EntPdfText *ent_pdf_text_new (char *text, const EntPdfArea *areas, guint n_areas, GArray *links);
EntPdfText *ent_pdf_text_ref (EntPdfText *self);
void ent_pdf_text_unref (EntPdfText *self);
/* A new array for links, that frees what they hold. */
GArray *ent_pdf_links_new (void);

guint ent_pdf_text_get_length (EntPdfText *self);
/* Characters from @start up to @end; transfer full. */
char *ent_pdf_text_dup (EntPdfText *self, guint start, guint end);
/* The gap between characters that is nearest to a point: 0 to the length. */
guint ent_pdf_text_at (EntPdfText *self, double x, double y);
/* Whether the point is on a character, not on bare paper. */
gboolean ent_pdf_text_is_over (EntPdfText *self, double x, double y);
/* The word, or with @line the line, around a gap. */
void ent_pdf_text_around (EntPdfText *self,
                          guint position,
                          gboolean line,
                          guint *start,
                          guint *end);
/* One area a line: (element-type EntPdfArea), transfer full. */
GArray *ent_pdf_text_areas (EntPdfText *self, guint start, guint end);
/* The link at a point, or NULL. Borrowed. */
const EntPdfLink *ent_pdf_text_link_at (EntPdfText *self, double x, double y);
/* (element-type EntPdfLink); borrowed. */
GArray *ent_pdf_text_get_links (EntPdfText *self);

/* Where the words stand, whatever their case, accents, blanks and hyphens at the end of a line:
 * (element-type EntPdfHit), transfer full. */
GArray *ent_pdf_text_find (EntPdfText *self, const char *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPdfText, ent_pdf_text_unref)

G_END_DECLS
