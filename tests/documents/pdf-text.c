/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads back what was drawn. Any thread. */

#include "pdf-text.h"

#include "ent-doc-private.h"

#include <string.h>

GBytes *
pdf_draw (EntDoc *doc)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ent_doc_draw (doc, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

PopplerDocument *
pdf_open (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *pdf = poppler_document_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

PopplerDocument *
pdf_of (EntDoc *doc)
{
  g_autoptr (GBytes) bytes = pdf_draw (doc);

  return pdf_open (bytes);
}

char *
pdf_page_text (PopplerDocument *pdf, guint page)
{
  g_autoptr (PopplerPage) p = poppler_document_get_page (pdf, page);

  g_assert_nonnull (p);
  return poppler_page_get_text (p);
}

char *
pdf_text (PopplerDocument *pdf)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      g_autofree char *page = pdf_page_text (pdf, i);

      g_string_append (text, page);
      g_string_append_c (text, '\n');
    }
  g_string_replace (text, "\u00ad\n", "", 0);
  g_string_replace (text, "\n", " ", 0);
  return g_string_free_and_steal (text);
}

guint
pdf_count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

gboolean
pdf_find (PopplerDocument *pdf, guint page, const char *text, PopplerRectangle *mm)
{
  g_autoptr (PopplerPage) p = poppler_document_get_page (pdf, page);
  GList *found = poppler_page_find_text (p, text);
  double height;

  if (found == NULL)
    return FALSE;
  poppler_page_get_size (p, NULL, &height);
  *mm = *(PopplerRectangle *) found->data;
  mm->x1 /= ENT_MM_TO_PT;
  mm->x2 /= ENT_MM_TO_PT;
  /* Found text counts from the foot of the page. */
  mm->y1 = (height - mm->y1) / ENT_MM_TO_PT;
  mm->y2 = (height - mm->y2) / ENT_MM_TO_PT;
  if (mm->y1 > mm->y2)
    {
      double top = mm->y2;

      mm->y2 = mm->y1;
      mm->y1 = top;
    }
  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
  return TRUE;
}

/* The core of a letter: boxes of neighbours touch, and kerning moves them into each other. */
static PopplerRectangle
core (const PopplerRectangle *box)
{
  double dx = (box->x2 - box->x1) * 0.25;
  double dy = (box->y2 - box->y1) * 0.25;

  return (PopplerRectangle) { box->x1 + dx, box->y1 + dy, box->x2 - dx, box->y2 - dy };
}

static gboolean
is_over (const PopplerRectangle *a, const PopplerRectangle *b)
{
  return a->x1 < b->x2 && b->x1 < a->x2 && a->y1 < b->y2 && b->y1 < a->y2;
}

static void
check_page (PopplerPage *page, double margin)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *boxes = NULL;
  g_autoptr (GArray) cores = g_array_new (FALSE, FALSE, sizeof (PopplerRectangle));
  const char *p = text;
  double width;
  double height;
  guint n;

  poppler_page_get_size (page, &width, &height);
  g_assert_true (poppler_page_get_text_layout (page, &boxes, &n));
  for (guint i = 0; i < n && *p != '\0'; i++, p = g_utf8_next_char (p))
    {
      PopplerRectangle box;

      if (g_unichar_isspace (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p)))
        continue;
      g_assert_cmpfloat (boxes[i].x1, >=, margin * ENT_MM_TO_PT - 0.5);
      g_assert_cmpfloat (boxes[i].x2, <=, width - margin * ENT_MM_TO_PT + 0.5);
      g_assert_cmpfloat (boxes[i].y1, >=, margin * ENT_MM_TO_PT - 0.5);
      g_assert_cmpfloat (boxes[i].y2, <=, height - 5 * ENT_MM_TO_PT);
      box = core (&boxes[i]);
      g_array_append_val (cores, box);
    }
  for (guint i = 0; i < cores->len; i++)
    for (guint k = i + 1; k < cores->len; k++)
      g_assert_false (is_over (&g_array_index (cores, PopplerRectangle, i),
                               &g_array_index (cores, PopplerRectangle, k)));
}

void
pdf_check_layout (PopplerDocument *pdf, double margin)
{
  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (pdf, i);

      check_page (page, margin);
    }
}
