/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of a page for screen readers. Main thread. */

#include "ent-pdf-page-text.h"

#include <string.h>

#include "ent-pdf-page.h"

/* GTK reads to the final zero, which is beyond the size. */
static GBytes *
bytes_of (EntPdfText *text, guint start, guint end)
{
  char *words = text != NULL ? ent_pdf_text_dup (text, start, end) : g_strdup ("");

  return g_bytes_new_take (words, strlen (words));
}

static GBytes *
get_contents (GtkAccessibleText *accessible, unsigned int start, unsigned int end)
{
  return bytes_of (ent_pdf_page_get_text (ENT_PDF_PAGE (accessible)), start, end);
}

/* A printed page knows lines; sentences and paragraphs are read by them. */
static GBytes *
get_contents_at (GtkAccessibleText *accessible,
                 unsigned int offset,
                 GtkAccessibleTextGranularity granularity,
                 unsigned int *start,
                 unsigned int *end)
{
  EntPdfText *text = ent_pdf_page_get_text (ENT_PDF_PAGE (accessible));
  guint length = text != NULL ? ent_pdf_text_get_length (text) : 0;

  *start = *end = MIN (offset, length);
  if (text != NULL && granularity != GTK_ACCESSIBLE_TEXT_GRANULARITY_CHARACTER)
    ent_pdf_text_around (text, offset, granularity != GTK_ACCESSIBLE_TEXT_GRANULARITY_WORD, start,
                         end);
  if (*start == *end)
    *end = MIN (*start + 1, length);
  return bytes_of (text, *start, *end);
}

static unsigned int
get_caret_position (GtkAccessibleText *accessible)
{
  guint start, end;

  ent_pdf_page_get_selection (ENT_PDF_PAGE (accessible), &start, &end);
  return end;
}

static gboolean
get_selection (GtkAccessibleText *accessible, gsize *n_ranges, GtkAccessibleTextRange **ranges)
{
  guint start, end;

  ent_pdf_page_get_selection (ENT_PDF_PAGE (accessible), &start, &end);
  *n_ranges = 0;
  *ranges = NULL;
  if (start >= end)
    return FALSE;
  *n_ranges = 1;
  *ranges = g_new (GtkAccessibleTextRange, 1);
  (*ranges)->start = start;
  (*ranges)->length = end - start;
  return TRUE;
}

static gboolean
get_attributes (GtkAccessibleText *accessible,
                unsigned int offset,
                gsize *n_ranges,
                GtkAccessibleTextRange **ranges,
                char ***names,
                char ***values)
{
  *n_ranges = 0;
  *ranges = NULL;
  *names = g_new0 (char *, 1);
  *values = g_new0 (char *, 1);
  return FALSE;
}

static void
get_default_attributes (GtkAccessibleText *accessible, char ***names, char ***values)
{
  *names = g_new0 (char *, 1);
  *values = g_new0 (char *, 1);
}

static gboolean
get_extents (GtkAccessibleText *accessible,
             unsigned int start,
             unsigned int end,
             graphene_rect_t *extents)
{
  EntPdfText *text = ent_pdf_page_get_text (ENT_PDF_PAGE (accessible));
  g_autoptr (GArray) areas = NULL;
  double unit_x = 1, unit_y = 1;

  if (text == NULL)
    return FALSE;
  areas = ent_pdf_text_areas (text, start, end);
  if (areas->len == 0)
    return FALSE;
  ent_pdf_page_to_points (ENT_PDF_PAGE (accessible), &unit_x, &unit_y);
  for (guint i = 0; i < areas->len; i++)
    {
      const EntPdfArea *area = &g_array_index (areas, EntPdfArea, i);
      graphene_rect_t one = GRAPHENE_RECT_INIT ((float) (area->x1 / unit_x),
                                                (float) (area->y1 / unit_y),
                                                (float) ((area->x2 - area->x1) / unit_x),
                                                (float) ((area->y2 - area->y1) / unit_y));

      if (i == 0)
        *extents = one;
      else
        graphene_rect_union (extents, &one, extents);
    }
  return TRUE;
}

static gboolean
get_offset (GtkAccessibleText *accessible, const graphene_point_t *point, unsigned int *offset)
{
  EntPdfText *text = ent_pdf_page_get_text (ENT_PDF_PAGE (accessible));
  double x = point->x;
  double y = point->y;

  if (text == NULL)
    return FALSE;
  ent_pdf_page_to_points (ENT_PDF_PAGE (accessible), &x, &y);
  *offset = ent_pdf_text_at (text, x, y);
  return TRUE;
}

void
ent_pdf_page_text_init (GtkAccessibleTextInterface *iface)
{
  iface->get_contents = get_contents;
  iface->get_contents_at = get_contents_at;
  iface->get_caret_position = get_caret_position;
  iface->get_selection = get_selection;
  iface->get_attributes = get_attributes;
  iface->get_default_attributes = get_default_attributes;
  iface->get_extents = get_extents;
  iface->get_offset = get_offset;
}
