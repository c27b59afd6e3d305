/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws on the pages of a tagged PDF. One thread. */

#include "ent-pen.h"

#include <cairo-pdf.h>
#include <string.h>

static const char *const tag_names[] = {
  [ENT_TAG_SECT] = "Sect",
  [ENT_TAG_DIV] = "Div",
  [ENT_TAG_H1] = "H1",
  [ENT_TAG_H2] = "H2",
  [ENT_TAG_H3] = "H3",
  [ENT_TAG_P] = "P",
  [ENT_TAG_L] = "L",
  [ENT_TAG_L_NUMBERED] = "L",
  [ENT_TAG_LI] = "LI",
  [ENT_TAG_LBL] = "Lbl",
  [ENT_TAG_LBODY] = "LBody",
  [ENT_TAG_TABLE] = "Table",
  [ENT_TAG_CAPTION] = "Caption",
  [ENT_TAG_TR] = "TR",
  [ENT_TAG_TH] = "TH",
  [ENT_TAG_TD] = "TD",
  [ENT_TAG_FIGURE] = "Figure",
  [ENT_TAG_DOCUMENT] = "Document",
};

EntPenNotes *
ent_pen_notes_new (void)
{
  EntPenNotes *self = g_new0 (EntPenNotes, 1);

  self->figure_alts = g_ptr_array_new_with_free_func (g_free);
  self->link_texts = g_ptr_array_new_with_free_func (g_free);
  self->list_marks = g_string_new (NULL);
  return self;
}

void
ent_pen_notes_free (EntPenNotes *self)
{
  g_ptr_array_unref (self->figure_alts);
  g_ptr_array_unref (self->link_texts);
  g_string_free (self->list_marks, TRUE);
  g_clear_pointer (&self->logo, ent_pdf_image_unref);
  g_free (self);
}

void
ent_pen_open (EntPen *self, EntTag tag)
{
  if (self->artifact > 0)
    return;
  if (self->notes != NULL && (tag == ENT_TAG_L || tag == ENT_TAG_L_NUMBERED))
    g_string_append_c (self->notes->list_marks, tag == ENT_TAG_L ? '-' : '1');
  cairo_tag_begin (self->cr, tag_names[tag], NULL);
}

void
ent_pen_close (EntPen *self, EntTag tag)
{
  if (self->artifact == 0)
    cairo_tag_end (self->cr, tag_names[tag]);
}

/* Cairo marks content only where letters are shown, so a figure needs one: a dot too small to be
 * seen, which stands for no text. */
static void
draw_anchor (EntPen *self, double x, double y)
{
  cairo_scaled_font_t *font;
  cairo_glyph_t *glyphs = NULL;
  cairo_text_cluster_t cluster = { 0, 1 };
  int n = 0;

  cairo_save (self->cr);
  cairo_select_font_face (self->cr, "Noto Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (self->cr, 0.1);
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  font = cairo_get_scaled_font (self->cr);
  if (cairo_scaled_font_text_to_glyphs (font, x, y, ".", 1, &glyphs, &n, NULL, NULL, NULL) ==
          CAIRO_STATUS_SUCCESS &&
      n == 1)
    cairo_show_text_glyphs (self->cr, "", 0, glyphs, 1, &cluster, 1, 0);
  cairo_glyph_free (glyphs);
  cairo_restore (self->cr);
}

void
ent_pen_open_figure (EntPen *self, const char *alt, double x, double y)
{
  self->in_figure = self->artifact == 0 && alt != NULL && *alt != '\0';
  if (!self->in_figure)
    {
      ent_pen_begin_artifact (self);
      return;
    }
  if (self->notes != NULL)
    g_ptr_array_add (self->notes->figure_alts, g_strdup (alt));
  ent_pen_open (self, ENT_TAG_FIGURE);
  draw_anchor (self, x, y);
}

void
ent_pen_close_figure (EntPen *self)
{
  if (self->in_figure)
    ent_pen_close (self, ENT_TAG_FIGURE);
  else
    ent_pen_end_artifact (self);
  self->in_figure = FALSE;
}

gboolean
ent_pen_open_link (EntPen *self, const char *uri, const char *text)
{
  g_autofree char *safe = NULL;
  g_autofree char *attributes = NULL;

  if (self->artifact > 0 || uri == NULL)
    return FALSE;
  if (!g_str_has_prefix (uri, "https://") && !g_str_has_prefix (uri, "http://") &&
      !g_str_has_prefix (uri, "mailto:") && !g_str_has_prefix (uri, "tel:"))
    return FALSE;
  /* Neither Cairo's quotes nor the parentheses of a PDF string may stand in it as they are. */
  safe = g_uri_escape_string (uri, ":/?#[]@!$&*+,;=%", FALSE);
  attributes = g_strdup_printf ("uri='%s'", safe);
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
  if (self->notes != NULL)
    g_ptr_array_add (self->notes->link_texts, g_strdup (text));
  return TRUE;
}

void
ent_pen_close_link (EntPen *self)
{
  cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}

void
ent_pen_begin_artifact (EntPen *self)
{
  if (self->artifact++ == 0)
    cairo_tag_begin (self->cr, "Artifact", NULL);
}

void
ent_pen_end_artifact (EntPen *self)
{
  g_return_if_fail (self->artifact > 0);
  if (--self->artifact == 0)
    cairo_tag_end (self->cr, "Artifact");
}

void
ent_pen_add_outline (EntPen *self, guint level, const char *title, double y)
{
  g_autofree char *where = NULL;
  int parent = 0;

  if (self->artifact > 0 || level < 1 || level >= G_N_ELEMENTS (self->outline))
    return;
  for (guint i = 0; i < level; i++)
    parent = MAX (parent, self->outline[i]);
  /* Whole points: a decimal comma of the locale would end the number. */
  where = g_strdup_printf ("page=%u pos=[0 %d]", self->page, (int) y);
  self->outline[level] = cairo_pdf_surface_add_outline (cairo_get_target (self->cr), parent, title,
                                                        where, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  for (guint i = level + 1; i < G_N_ELEMENTS (self->outline); i++)
    self->outline[i] = 0;
}

void
ent_pen_fill (EntPen *self, double grey, const cairo_rectangle_t *area)
{
  cairo_set_source_rgb (self->cr, grey, grey, grey);
  cairo_rectangle (self->cr, area->x, area->y, area->width, area->height);
  cairo_fill (self->cr);
}
