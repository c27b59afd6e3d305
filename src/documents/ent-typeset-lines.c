/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Divides set text into lines. Pango shapes the rest of a paragraph anew for each line that it
 * divides, which costs more than all else in a letter; here it is shaped once and cut. Text that
 * runs from right to left, wholly or in parts, is left to Pango. On the thread that set it. */

#include "ent-typeset.h"

#include <string.h>

#define SOFT_HYPHEN 0xad
#define NO_BREAK_SPACE 0xa0
#define HYPHEN 0x2010

typedef struct
{
  EntTypeset *set;
  const EntTypeStyle *style;
  const char *text;
  double ascent;
  double descent;
} Setter;

/* What Pango set in one line, as wide as it is. */
typedef struct
{
  const PangoLogAttr *attrs; /* of its first character */
  const char *start;
  GSList *rest; /* (element-type PangoGlyphItem), owned: what no line has taken yet */
  int *widths; /* of each character */
  int n;
  int room;
  int hyphen; /* width of the widest */
  EntTypeLine like; /* for height and base line */
} Strip;

static int
get_hyphen (PangoFont *font, PangoGlyph *glyph)
{
  hb_font_t *shapes = pango_font_get_hb_font (font);
  PangoRectangle box;

  *glyph = PANGO_GLYPH_EMPTY;
  if (shapes == NULL || (!hb_font_get_nominal_glyph (shapes, HYPHEN, glyph) &&
                         !hb_font_get_nominal_glyph (shapes, '-', glyph)))
    return 0;
  pango_font_get_glyph_extents (font, *glyph, NULL, &box);
  return box.width;
}

static void
set_height (const Setter *self, EntTypeLine *line, double above, double below)
{
  double size = self->style->size;

  line->baseline = (ENT_TYPE_LEADING * size - self->ascent - self->descent) / 2 +
                   MAX (self->ascent, above);
  line->height = ENT_TYPE_LEADING * size + MAX (0, above - self->ascent) +
                 MAX (0, below - self->descent);
}

/* A fallback font may stand higher than ours. */
static void
measure_runs (const Setter *self, EntTypeLine *line)
{
  double above = 0;
  double below = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      PangoRectangle box;

      pango_glyph_string_extents (run->glyphs, run->item->analysis.font, NULL, &box);
      above = MAX (above, pango_units_to_double (PANGO_ASCENT (box)));
      below = MAX (below, pango_units_to_double (PANGO_DESCENT (box)));
    }
  set_height (self, line, above, below);
}

static void
add_line (Setter *self, const EntTypeLine *line)
{
  g_array_append_val (self->set->lines, *line);
  self->set->height += line->height;
  self->set->width = MAX (self->set->width, line->ink_width);
}

/* The blanks of a line, each made wider by @add, but for the one that ends it; returns how many. */
static int
widen_blanks (const char *text, const EntTypeLine *line, int add)
{
  int n = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      PangoGlyphItemIter iter;

      for (gboolean more = pango_glyph_item_iter_init_start (&iter, run, text); more;
           more = pango_glyph_item_iter_next_cluster (&iter))
        {
          PangoGlyphInfo *glyph = &run->glyphs->glyphs[MIN (iter.start_glyph, iter.end_glyph)];
          gunichar c = g_utf8_get_char (text + iter.start_index);

          if ((c != ' ' && c != NO_BREAK_SPACE) || glyph->geometry.width == 0)
            continue;
          glyph->geometry.width += add;
          n++;
        }
    }
  return n;
}

/* Pango's own way counts the hyphen at the end of a line at one time and not at another, so that
 * the same text would not always give the same bytes. */
static void
justify (Setter *self, EntTypeLine *line)
{
  int room = pango_units_from_double (self->style->width - line->ink_width);
  int blanks = widen_blanks (self->text, line, 0);

  if (blanks == 0)
    return;
  widen_blanks (self->text, line, room / blanks);
  line->ink_x = 0;
  line->ink_width = self->style->width;
}

static void
align (const Setter *self, EntTypeLine *line)
{
  double room = self->style->width - line->ink_width;

  line->ink_x = 0;
  if (self->style->align == ENT_ALIGN_CENTER)
    line->ink_x = room / 2;
  else if (self->style->align == ENT_ALIGN_END)
    line->ink_x = room;
}

/* Where the line that begins with character @first ends: before the last word that does not fit,
 * within a word when it fills the line alone. @ink: width without the blank at the end. */
static int
find_end (const Strip *strip, int first, int *ink)
{
  const char *p = g_utf8_offset_to_pointer (strip->start, first);
  gunichar before = 0;
  int whole = 0;
  int part = 0;
  int x = 0;
  int last = 0; /* right edge of the last letter */

  *ink = 0;
  for (int i = first; i < strip->n; i++)
    {
      int hyphen = before == SOFT_HYPHEN ? strip->hyphen : 0;

      if (i > first && strip->attrs[i].is_line_break && last + hyphen <= strip->room)
        {
          whole = i;
          *ink = last + hyphen;
        }
      if (i > first && whole == 0 && strip->attrs[i].is_char_break && before != SOFT_HYPHEN)
        part = i;
      before = g_utf8_get_char (p);
      p = g_utf8_next_char (p);
      x += strip->widths[i];
      if (!g_unichar_isspace (before))
        last = x;
      if (last > strip->room && (whole > 0 || part > 0))
        {
          if (whole == 0)
            *ink = x - strip->widths[i];
          return whole > 0 ? whole : part;
        }
    }
  *ink = last;
  return strip->n;
}

/* Takes what stands before a byte of the text off the strip. */
static GSList *
take_runs (Strip *strip, const char *text, int end)
{
  GSList *taken = NULL;

  while (strip->rest != NULL)
    {
      PangoGlyphItem *run = strip->rest->data;

      if (run->item->offset >= end)
        break;
      if (run->item->offset + run->item->length > end)
        {
          taken = g_slist_prepend (taken,
                                   pango_glyph_item_split (run, text, end - run->item->offset));
          break;
        }
      taken = g_slist_prepend (taken, run);
      strip->rest = g_slist_delete_link (strip->rest, strip->rest);
    }
  return g_slist_reverse (taken);
}

/* The soft hyphen at the end of a line is the only one that is seen; returns its width. */
static int
show_hyphen (EntTypeLine *line)
{
  PangoGlyphItem *run = g_slist_last (line->runs)->data;
  PangoGlyphInfo *glyph = &run->glyphs->glyphs[run->glyphs->num_glyphs - 1];

  glyph->geometry.width = get_hyphen (run->item->analysis.font, &glyph->glyph);
  return glyph->geometry.width;
}

/* The blank at the end of a line is drawn, for who has the text read aloud, but takes no room. */
static void
drop_last_blanks (EntTypeLine *line, const char *text)
{
  PangoGlyphItem *run = g_slist_last (line->runs)->data;
  PangoGlyphItemIter iter;

  for (gboolean more = pango_glyph_item_iter_init_end (&iter, run, text);
       more && g_unichar_isspace (g_utf8_get_char (text + iter.start_index));
       more = pango_glyph_item_iter_prev_cluster (&iter))
    run->glyphs->glyphs[iter.start_glyph].geometry.width = 0;
}

/* How a line ends that goes on in the next one. */
static void
end_wrapped (Setter *self, EntTypeLine *line, const Strip *strip, int ink)
{
  if (g_utf8_get_char (g_utf8_prev_char (self->text + line->end)) == SOFT_HYPHEN)
    ink += show_hyphen (line) - strip->hyphen;
  else
    drop_last_blanks (line, self->text);
  line->ink_width = pango_units_to_double (ink);
  align (self, line);
  if (self->style->justify)
    justify (self, line);
}

static void
cut_line (Setter *self, Strip *strip, int first, int end, int ink)
{
  EntTypeLine line = strip->like;
  gboolean wrapped = end < strip->n;

  line.end = g_utf8_offset_to_pointer (strip->start, end) - self->text;
  line.runs = take_runs (strip, self->text, line.end);
  line.owns_runs = TRUE;
  line.blank = !wrapped && strip->like.blank;
  line.ink_width = pango_units_to_double (ink);
  align (self, &line);
  if (line.height > ENT_TYPE_LEADING * self->style->size)
    measure_runs (self, &line);
  if (wrapped && line.runs != NULL)
    end_wrapped (self, &line, strip, ink);
  add_line (self, &line);
}

static Strip
make_strip (const Setter *self, PangoLayoutLine *set, const PangoLogAttr *attrs)
{
  Strip strip = { .attrs = attrs, .start = self->text + pango_layout_line_get_start_index (set) };

  strip.room = pango_units_from_double (self->style->width);
  for (GSList *l = set->runs; l != NULL; l = l->next)
    strip.n += ((PangoGlyphItem *) l->data)->item->num_chars;
  strip.widths = g_new (int, strip.n + 1);
  for (GSList *l = set->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      PangoGlyph glyph;
      glong at = g_utf8_pointer_to_offset (strip.start, self->text + run->item->offset);

      pango_glyph_item_get_logical_widths (run, self->text, strip.widths + at);
      strip.hyphen = MAX (strip.hyphen, get_hyphen (run->item->analysis.font, &glyph));
      strip.rest = g_slist_prepend (strip.rest, pango_glyph_item_copy (run));
    }
  strip.rest = g_slist_reverse (strip.rest);
  return strip;
}

static void
strip_clear (Strip *strip)
{
  g_slist_free_full (strip->rest, (GDestroyNotify) pango_glyph_item_free);
  g_free (strip->widths);
}

static void
cut (Setter *self, PangoLayoutLine *set, const PangoLogAttr *attrs, const EntTypeLine *like)
{
  Strip strip = make_strip (self, set, attrs);
  int first = 0;

  strip.like = *like;
  do
    {
      int ink;
      int end = find_end (&strip, first, &ink);

      cut_line (self, &strip, first, end, ink);
      first = end;
    }
  while (first < strip.n);
  strip_clear (&strip);
}

/* Whether a line of Pango ends the paragraph, or was ended by hand. */
static gboolean
ends_by_hand (const char *text, int end)
{
  return text[end] == '\0' || g_str_has_prefix (text + end, ENT_TYPE_LINE_SEPARATOR) ||
         (end >= 3 && g_str_has_prefix (text + end - 3, ENT_TYPE_LINE_SEPARATOR));
}

static gboolean
is_left_to_right (PangoLayout *layout)
{
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    for (GSList *l = pango_layout_get_line_readonly (layout, i)->runs; l != NULL; l = l->next)
      if (((PangoGlyphItem *) l->data)->item->analysis.level != 0)
        return FALSE;
  return TRUE;
}

static EntTypeLine
read_line (const Setter *self, PangoLayoutIter *iter)
{
  PangoLayoutLine *set = pango_layout_iter_get_line_readonly (iter);
  EntTypeLine line = { .runs = set->runs };
  PangoRectangle box;
  double above;

  pango_layout_iter_get_line_extents (iter, NULL, &box);
  above = pango_units_to_double (pango_layout_iter_get_baseline (iter) - box.y);
  set_height (self, &line, above, pango_units_to_double (box.height) - above);
  line.ink_x = pango_units_to_double (box.x);
  line.ink_width = pango_units_to_double (box.width);
  line.end = pango_layout_line_get_start_index (set) + pango_layout_line_get_length (set);
  line.blank = line.end > 0 && self->text[line.end] != '\0' &&
               g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (self->text + line.end)));
  return line;
}

/* Lines as Pango has them, or cut when it set them without a width but they are to have one. */
static void
add_lines (Setter *self, gboolean to_cut)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->set->layout);
  int n_attrs;
  const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (self->set->layout, &n_attrs);
  const char *start = self->text;

  do
    {
      PangoLayoutLine *set = pango_layout_iter_get_line_readonly (iter);
      EntTypeLine line = read_line (self, iter);
      const char *here = self->text + pango_layout_line_get_start_index (set);

      attrs += g_utf8_strlen (start, here - start);
      start = here;
      if (to_cut)
        {
          cut (self, set, attrs, &line);
          continue;
        }
      if (self->style->justify && self->style->width > 0 && !ends_by_hand (self->text, line.end))
        justify (self, &line);
      add_line (self, &line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

void
ent_typeset_divide (EntTypeset *self, const EntTypeStyle *style)
{
  Setter setter = { .set = self, .style = style, .text = pango_layout_get_text (self->layout) };
  gboolean to_cut = style->width >= 0 && is_left_to_right (self->layout);

  ent_type_get_metrics (style->size, &setter.ascent, &setter.descent);
  if (style->width >= 0 && !to_cut)
    pango_layout_set_width (self->layout, pango_units_from_double (style->width));
  add_lines (&setter, to_cut);
}

static int
widest_part (const Strip *strip)
{
  const char *p = strip->start;
  gunichar before = 0;
  int widest = 0;
  int x = 0;
  int last = 0;

  for (int i = 0; i < strip->n; i++)
    {
      if (strip->attrs[i].is_line_break)
        {
          widest = MAX (widest, last + (before == SOFT_HYPHEN ? strip->hyphen : 0));
          x = last = 0;
        }
      before = g_utf8_get_char (p);
      p = g_utf8_next_char (p);
      x += strip->widths[i];
      if (!g_unichar_isspace (before))
        last = x;
    }
  return MAX (widest, last);
}

double
ent_typeset_measure_word (const EntTypeset *self)
{
  const char *text = pango_layout_get_text (self->layout);
  double widest = 0;

  for (int i = 0; i < pango_layout_get_line_count (self->layout); i++)
    {
      PangoLayoutLine *set = pango_layout_get_line_readonly (self->layout, i);
      glong before = g_utf8_strlen (text, pango_layout_line_get_start_index (set));
      EntTypeStyle narrow = { .width = 0 };
      Setter setter = { .style = &narrow, .text = text };
      int n_attrs;
      const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (self->layout, &n_attrs);
      Strip strip = make_strip (&setter, set, attrs + before);
      int part = widest_part (&strip);

      widest = MAX (widest, pango_units_to_double (part));
      strip_clear (&strip);
    }
  return widest;
}
