/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sets text in lines with Pango. A text is used on the thread that set it; fonts are kept for each
 * thread. */

#include "ent-typeset.h"

#include "ent-hyphen.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define ZERO_WIDTH_SPACE "\u200b"
#define WORD_JOINER "\u2060"
#define FAMILY "Noto Sans"

typedef struct
{
  PangoFontMap *map;
  double ascent; /* of the family, over its size */
  double descent;
} Fonts;

static void
fonts_free (gpointer data)
{
  Fonts *fonts = data;

  g_object_unref (fonts->map);
  g_free (fonts);
}

static GPrivate fonts_of_thread = G_PRIVATE_INIT (fonts_free);

static PangoContext *
create_context (PangoFontMap *map, const char *language)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string (language));
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  return context;
}

static Fonts *
get_fonts (void)
{
  Fonts *fonts = g_private_get (&fonts_of_thread);
  PangoContext *context;
  PangoFontDescription *font;
  PangoFontMetrics *metrics;

  if (fonts != NULL)
    return fonts;
  fonts = g_new0 (Fonts, 1);
  fonts->map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (fonts->map), 72);
  context = create_context (fonts->map, "fr");
  font = pango_font_description_from_string (FAMILY " 100");
  metrics = pango_context_get_metrics (context, font, NULL);
  fonts->ascent = pango_font_metrics_get_ascent (metrics) / (100.0 * PANGO_SCALE);
  fonts->descent = pango_font_metrics_get_descent (metrics) / (100.0 * PANGO_SCALE);
  pango_font_metrics_unref (metrics);
  pango_font_description_free (font);
  g_object_unref (context);
  g_private_set (&fonts_of_thread, fonts);
  return fonts;
}

static void
range_clear (gpointer data)
{
  g_free (((EntTypeRange *) data)->uri);
}

/* Line ends become line separators; what has no place in a text (controls, overrides of direction,
 * old soft hyphens) is dropped. */
static char *
clean (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == 0x2029 || c == 0x2028)
        g_string_append (out, ENT_TYPE_LINE_SEPARATOR);
      else if (c == '\t')
        g_string_append_c (out, ' ');
      else if (!g_unichar_iscntrl (c) && c != 0xad && c != 0x200b && c != 0x2060 && c != 0xfeff &&
               c != 0xfffc && (c < 0x202a || c > 0x202e))
        g_string_append_unichar (out, c);
    }
  return g_string_free_and_steal (out);
}

/* An e-mail address is divided before its "@" when it must be, not at a hyphen. Invisible, and left
 * out of the text of the file. */
static char *
guard_addresses (char *text)
{
  GString *out;

  if (strchr (text, '@') == NULL)
    return text;
  out = g_string_sized_new (strlen (text) + 8);
  for (const char *p = text; *p != '\0';)
    {
      gsize length = strcspn (p, " ");
      gboolean address = memchr (p, '@', length) != NULL;

      for (gsize i = 0; i < length; i++)
        {
          if (address && p[i] == '@' && i > 0)
            g_string_append (out, ZERO_WIDTH_SPACE);
          g_string_append_c (out, p[i]);
          if (address && p[i] == '-')
            g_string_append (out, WORD_JOINER);
        }
      p += length;
      for (; *p == ' '; p++)
        g_string_append_c (out, ' ');
    }
  g_free (text);
  return g_string_free_and_steal (out);
}

static void
collect (EntTypeset *self, GString *text, const EntSpan *span, const char *language)
{
  EntTypeRange range = { text->len, 0, span->flags, g_strdup (span->uri) };
  g_autofree char *cleaned = guard_addresses (clean (span->text));

  if (language != NULL && span->uri == NULL)
    {
      g_autofree char *marked = ent_hyphen_mark (language, cleaned);

      g_string_append (text, marked);
    }
  else
    g_string_append (text, cleaned);
  if (span->flags & ENT_SPAN_BREAK)
    g_string_append (text, ENT_TYPE_LINE_SEPARATOR);
  range.end = text->len;
  g_array_append_val (self->ranges, range);
}

static void
insert_attribute (PangoAttrList *list, PangoAttribute *attribute, const EntTypeRange *range)
{
  attribute->start_index = range->start;
  attribute->end_index = range->end;
  pango_attr_list_insert (list, attribute);
}

/* The colour is drawn by ent_typeset_draw_line (); the attribute only makes a run of its own. */
static void
set_attributes (EntTypeset *self)
{
  PangoAttrList *list = pango_attr_list_new ();

  /* Searching and copying trip over ligatures in many readers. */
  pango_attr_list_insert (list, pango_attr_font_features_new ("liga=0, clig=0"));
  for (guint i = 0; i < self->ranges->len; i++)
    {
      const EntTypeRange *range = &g_array_index (self->ranges, EntTypeRange, i);

      if (range->flags & ENT_SPAN_BOLD)
        insert_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), range);
      if (range->flags & ENT_SPAN_ITALIC)
        insert_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), range);
      if (range->uri != NULL || (range->flags & ENT_SPAN_GAP))
        insert_attribute (list, pango_attr_foreground_new (i & 0xffff, 0, 0), range);
      if (range->uri != NULL)
        insert_attribute (list, pango_attr_insert_hyphens_new (FALSE), range);
    }
  pango_layout_set_attributes (self->layout, list);
  pango_attr_list_unref (list);
}

static void
line_clear (gpointer data)
{
  EntTypeLine *line = data;

  if (line->owns_runs)
    g_slist_free_full (line->runs, (GDestroyNotify) pango_glyph_item_free);
}

static void
set_style (EntTypeset *self, PangoContext *context, const EntTypeStyle *style)
{
  PangoFontDescription *font = pango_font_description_copy (
      pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  if (style->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (style->italic)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
  pango_layout_set_auto_dir (self->layout, FALSE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (self->layout, style->align == ENT_ALIGN_CENTER ? PANGO_ALIGN_CENTER
                                            : style->align == ENT_ALIGN_END  ? PANGO_ALIGN_RIGHT
                                                                             : PANGO_ALIGN_LEFT);
}

static void
typeset_clear (gpointer data)
{
  EntTypeset *self = data;

  g_array_unref (self->ranges);
  g_array_unref (self->lines);
  g_object_unref (self->layout);
}

PangoContext *
ent_type_context_new (const char *language)
{
  return create_context (get_fonts ()->map, language != NULL ? language : "fr");
}

void
ent_type_get_metrics (double size, double *ascent, double *descent)
{
  const Fonts *fonts = get_fonts ();

  *ascent = fonts->ascent * size;
  *descent = fonts->descent * size;
}

EntTypeset *
ent_typeset_new (PangoContext *context, GPtrArray *spans, const EntTypeStyle *style)
{
  EntTypeset *self = g_rc_box_new0 (EntTypeset);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *language = NULL;

  if (style->hyphenate)
    language = pango_language_to_string (pango_context_get_language (context));
  self->layout = pango_layout_new (context);
  self->ranges = g_array_new (FALSE, FALSE, sizeof (EntTypeRange));
  g_array_set_clear_func (self->ranges, range_clear);
  self->lines = g_array_new (FALSE, FALSE, sizeof (EntTypeLine));
  g_array_set_clear_func (self->lines, line_clear);
  self->grey = style->grey;
  for (guint i = 0; i < spans->len; i++)
    collect (self, text, g_ptr_array_index (spans, i), language);
  /* A break at the very end would set an empty line. */
  while (g_str_has_suffix (text->str, ENT_TYPE_LINE_SEPARATOR))
    g_string_truncate (text, text->len - strlen (ENT_TYPE_LINE_SEPARATOR));
  set_style (self, context, style);
  pango_layout_set_text (self->layout, text->str, text->len);
  set_attributes (self);
  ent_typeset_divide (self, style);
  return self;
}

EntTypeset *
ent_typeset_new_plain (PangoContext *context, const char *text, const EntTypeStyle *style)
{
  g_autoptr (GPtrArray) spans = g_ptr_array_new ();
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  EntSpan span = { valid, 0, NULL };

  g_ptr_array_add (spans, &span);
  return ent_typeset_new (context, spans, style);
}

EntTypeset *
ent_typeset_ref (EntTypeset *self)
{
  return g_rc_box_acquire (self);
}

void
ent_typeset_unref (EntTypeset *self)
{
  g_rc_box_release_full (self, typeset_clear);
}

guint
ent_typeset_n_lines (const EntTypeset *self)
{
  return self->lines->len;
}

const EntTypeLine *
ent_typeset_line (const EntTypeset *self, guint line)
{
  return &g_array_index (self->lines, EntTypeLine, line);
}

char *
ent_type_get_words (const char *text, gsize length)
{
  static const char *const marks[] = { "\u00ad", ZERO_WIDTH_SPACE, WORD_JOINER };
  GString *words = g_string_new_len (text, length);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (words, marks[i], "", 0);
  g_string_replace (words, ENT_TYPE_LINE_SEPARATOR, " ", 0);
  return g_strstrip (g_string_free_and_steal (words));
}

char *
ent_typeset_get_text (const EntTypeset *self)
{
  const char *text = pango_layout_get_text (self->layout);

  return ent_type_get_words (text, strlen (text));
}

char *
ent_typeset_get_start (const EntTypeset *self, guint n_lines)
{
  const char *text = pango_layout_get_text (self->layout);
  guint last = MIN (n_lines, self->lines->len) - 1;
  glong letters = g_utf8_strlen (text, ent_typeset_line (self, last)->end);
  char *start = g_utf8_substring (text, 0, MAX (0, letters - 2));

  return g_strchomp (start);
}
