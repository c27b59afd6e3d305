/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text set in lines of a given width, each of which can be drawn alone. Lengths in points. Fonts
 * are kept for each thread; a text is used on the thread that set it. */

#pragma once

#include <pango/pango.h>

#include "ent-block.h"
#include "ent-pen.h"

G_BEGIN_DECLS

#define ENT_TYPE_LEADING 1.35 /* line height over size */
#define ENT_TYPE_LINE_SEPARATOR "\u2028"

typedef struct
{
  double size;
  double width; /* of the lines; below 0: as wide as the text */
  gboolean bold;
  gboolean italic;
  gboolean justify;
  gboolean hyphenate;
  EntAlign align;
  double grey; /* 0: black */
} EntTypeStyle;

typedef struct
{
  double ink_x; /* where the line begins, from the left of the text */
  double ink_width;
  double height;
  double baseline; /* from the top of the line */
  GSList *runs; /* (element-type PangoGlyphItem): as seen from left to right */
  gboolean owns_runs; /* else the layout does */
  int end; /* bytes of the text of the layout */
  gboolean blank; /* ended by a blank that no run shows */
} EntTypeLine;

typedef struct
{
  guint start; /* bytes of the text of the layout */
  guint end;
  EntSpanFlags flags;
  char *uri;
} EntTypeRange;

typedef struct
{
  PangoLayout *layout;
  GArray *ranges; /* (element-type EntTypeRange) */
  GArray *lines; /* (element-type EntTypeLine) */
  double height; /* of all lines */
  double width; /* of the widest */
  double grey;
} EntTypeset;

/* A context of its own over the fonts of this thread: no hinting, no rounding, so that the same
 * text is set alike on every machine with these fonts. Transfer full. */
PangoContext *ent_type_context_new (const char *language);

/* Of the letters of our own font. */
void ent_type_get_metrics (double size, double *ascent, double *descent);

EntTypeset *ent_typeset_new (PangoContext *context, GPtrArray *spans, const EntTypeStyle *style);
EntTypeset *ent_typeset_new_plain (PangoContext *context,
                                   const char *text,
                                   const EntTypeStyle *style);
EntTypeset *ent_typeset_ref (EntTypeset *self);
void ent_typeset_unref (EntTypeset *self);
guint ent_typeset_n_lines (const EntTypeset *self);
const EntTypeLine *ent_typeset_line (const EntTypeset *self, guint line);
/* Width of the widest word, or part of one; of a text set without a width. */
double ent_typeset_measure_word (const EntTypeset *self);
/* Set text without what is not seen of it; transfer full. */
char *ent_type_get_words (const char *text, gsize length);
/* The same of all of it. */
char *ent_typeset_get_text (const EntTypeset *self);
/* What fits in so many lines, less two letters; transfer full. */
char *ent_typeset_get_start (const EntTypeset *self, guint n_lines);
/* @y: top of the line. */
void ent_typeset_draw_line (const EntTypeset *self, guint line, EntPen *pen, double x, double y);
/* All lines, one below the other. */
void ent_typeset_draw (const EntTypeset *self, EntPen *pen, double x, double y);

/* Shared by the files of typesetting: fills the lines of a text whose layout has no width yet. */
void ent_typeset_divide (EntTypeset *self, const EntTypeStyle *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTypeset, ent_typeset_unref)

G_END_DECLS
