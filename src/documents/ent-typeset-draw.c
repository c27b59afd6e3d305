/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws set text line by line, with the text that it stands for. On the thread that set it. */

#include "ent-typeset.h"

#include <pango/pangocairo.h>
#include <string.h>

static const EntTypeRange *
find_range (const EntTypeset *self, guint offset)
{
  for (guint i = 0; i < self->ranges->len; i++)
    {
      const EntTypeRange *range = &g_array_index (self->ranges, EntTypeRange, i);

      if (offset >= range->start && offset < range->end)
        return range;
    }
  return NULL;
}

/* What stands under or behind a run: the line of a link, the mark of a gap. */
static void
decorate (const EntTypeRange *range, EntPen *pen, const cairo_rectangle_t *run)
{
  cairo_t *cr = pen->cr;

  if (range->flags & ENT_SPAN_GAP)
    {
      cairo_set_source_rgb (cr, 1, 0.9, 0.45);
      cairo_rectangle (cr, run->x, run->y - run->height * 0.75, run->width, run->height);
      cairo_fill (cr);
    }
  if (range->uri != NULL)
    {
      cairo_set_source_rgb (cr, 0.1, 0.25, 0.5);
      cairo_rectangle (cr, run->x, run->y + run->height * 0.08, run->width, 0.5);
      cairo_fill (cr);
    }
}

/* Letters of a run as Cairo wants them, with the text that they stand for. */
typedef struct
{
  GArray *glyphs; /* (element-type cairo_glyph_t) */
  GArray *clusters; /* (element-type cairo_text_cluster_t) */
  GString *text;
} Letters;

static void
letters_clear (Letters *self)
{
  g_array_unref (self->glyphs);
  g_array_unref (self->clusters);
  g_string_free (self->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Letters, letters_clear)

static void
append_without_soft_hyphens (GString *out, const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) != 0xad)
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
}

static void
add_cluster (Letters *self, const PangoGlyphItemIter *at, cairo_rectangle_t *pen)
{
  cairo_text_cluster_t cluster = { 0, 0 };
  gsize before = self->text->len;

  for (int i = at->start_glyph; i < at->end_glyph; i++)
    {
      const PangoGlyphInfo *info = &at->glyph_item->glyphs->glyphs[i];
      cairo_glyph_t glyph = { info->glyph, pen->x, pen->y };

      glyph.x += pango_units_to_double (info->geometry.x_offset);
      glyph.y += pango_units_to_double (info->geometry.y_offset);
      pen->x += pango_units_to_double (info->geometry.width);
      if (info->glyph == PANGO_GLYPH_EMPTY)
        continue;
      g_array_append_val (self->glyphs, glyph);
      cluster.num_glyphs++;
    }
  if (cluster.num_glyphs == 0)
    return;
  append_without_soft_hyphens (self->text, at->text + at->start_index,
                               at->end_index - at->start_index);
  /* A hyphen that is seen keeps its soft hyphen. */
  if (self->text->len == before)
    g_string_append_len (self->text, at->text + at->start_index, at->end_index - at->start_index);
  cluster.num_bytes = self->text->len - before;
  g_array_append_val (self->clusters, cluster);
}

/* What Pango shows otherwise: from right to left, or as a box for want of a font. */
static gboolean
is_plain (const PangoGlyphItem *run)
{
  if (run->item->analysis.level % 2 != 0)
    return FALSE;
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    if (run->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY &&
        (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG))
      return FALSE;
  return TRUE;
}

/* Soft hyphens where no line ends show nothing; but left in the text of the file, searching,
 * copying and screen readers would stumble over them. */
static void
show_run (cairo_t *cr, const char *text, PangoGlyphItem *run, const cairo_rectangle_t *where)
{
  g_auto (Letters) letters = { g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t)),
                              g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t)),
                              g_string_sized_new (run->item->length) };
  cairo_rectangle_t pen = *where;
  PangoGlyphItemIter iter;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, run, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    add_cluster (&letters, &iter, &pen);
  cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font (
                                 PANGO_CAIRO_FONT (run->item->analysis.font)));
  cairo_show_text_glyphs (cr, letters.text->str, letters.text->len,
                          (cairo_glyph_t *) letters.glyphs->data, letters.glyphs->len,
                          (cairo_text_cluster_t *) letters.clusters->data, letters.clusters->len,
                          0);
}

static void
draw_run (const EntTypeset *self, PangoGlyphItem *run, EntPen *pen, const cairo_rectangle_t *where)
{
  const EntTypeRange *range = find_range (self, run->item->offset);
  gboolean special = range != NULL && (range->uri != NULL || (range->flags & ENT_SPAN_GAP));
  const char *text = pango_layout_get_text (self->layout);

  if (special)
    decorate (range, pen, where);
  if (special && range->uri != NULL)
    cairo_set_source_rgb (pen->cr, 0.1, 0.25, 0.5);
  else
    cairo_set_source_rgb (pen->cr, self->grey, self->grey, self->grey);
  cairo_move_to (pen->cr, where->x, where->y);
  if (is_plain (run))
    show_run (pen->cr, text, run, where);
  else
    pango_cairo_show_glyph_item (pen->cr, text, run);
}

/* A link that goes on in the next line is told whole each time. */
static gboolean
open_link (const EntTypeset *self, const EntTypeRange *range, EntPen *pen)
{
  g_autofree char *words = NULL;

  if (range == NULL || range->uri == NULL)
    return FALSE;
  words = ent_type_get_words (pango_layout_get_text (self->layout) + range->start,
                              range->end - range->start);
  return ent_pen_open_link (pen, range->uri, words);
}

/* Left out, the words on both sides of the line's end would be one for who has the text read
 * aloud. */
static void
draw_blank (cairo_t *cr, PangoFont *font, double x, double y)
{
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  cairo_glyph_t *glyphs = NULL;
  cairo_text_cluster_t cluster = { 1, 1 };
  int n = 0;

  if (scaled == NULL)
    return;
  cairo_set_scaled_font (cr, scaled);
  if (cairo_scaled_font_text_to_glyphs (scaled, x, y, " ", 1, &glyphs, &n, NULL, NULL, NULL) ==
          CAIRO_STATUS_SUCCESS &&
      n == 1)
    cairo_show_text_glyphs (cr, " ", 1, glyphs, 1, &cluster, 1, 0);
  cairo_glyph_free (glyphs);
}

void
ent_typeset_draw_line (const EntTypeset *self, guint line, EntPen *pen, double x, double y)
{
  const EntTypeLine *place = ent_typeset_line (self, line);
  const PangoGlyphItem *last = NULL;
  const char *open = NULL;
  cairo_rectangle_t where = { x + place->ink_x, y + place->baseline, 0, 0 };

  where.height = place->height / ENT_TYPE_LEADING;
  for (GSList *l = place->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      const EntTypeRange *range = find_range (self, run->item->offset);
      const char *uri = range != NULL ? range->uri : NULL;

      where.width = pango_units_to_double (pango_glyph_string_get_width (run->glyphs));
      if (open != NULL && uri != open)
        ent_pen_close_link (pen);
      if (uri != open)
        open = open_link (self, range, pen) ? uri : NULL;
      draw_run (self, run, pen, &where);
      where.x += where.width;
      last = run;
    }
  if (open != NULL)
    ent_pen_close_link (pen);
  if (last != NULL && place->blank)
    draw_blank (pen->cr, last->item->analysis.font, where.x, where.y);
}

void
ent_typeset_draw (const EntTypeset *self, EntPen *pen, double x, double y)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      ent_typeset_draw_line (self, i, pen, x, y);
      y += ent_typeset_line (self, i)->height;
    }
}
