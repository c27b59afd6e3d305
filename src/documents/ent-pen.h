/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws on the pages of a tagged PDF: what is opened is told to a screen reader, what is drawn as
 * an artifact is not. One thread. */

#pragma once

#include <cairo.h>
#include <glib.h>

#include "ent-pdf-image.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_TAG_SECT,
  ENT_TAG_DIV,
  ENT_TAG_H1,
  ENT_TAG_H2,
  ENT_TAG_H3,
  ENT_TAG_P,
  ENT_TAG_L,
  ENT_TAG_L_NUMBERED,
  ENT_TAG_LI,
  ENT_TAG_LBL,
  ENT_TAG_LBODY,
  ENT_TAG_TABLE,
  ENT_TAG_CAPTION,
  ENT_TAG_TR,
  ENT_TAG_TH,
  ENT_TAG_TD,
  ENT_TAG_FIGURE,
  ENT_TAG_DOCUMENT
} EntTag;

/* What the structure of the file cannot say by itself, in the order in which the tags began. */
typedef struct
{
  GPtrArray *figure_alts; /* (element-type utf8) what each Figure shows */
  GPtrArray *link_texts; /* (element-type utf8) words of each Link */
  GString *list_marks; /* for each L: '1' for numbers, '-' for bullets */
  EntPdfImage *logo; /* what a mark was drawn for, or NULL */
} EntPenNotes;

typedef struct
{
  cairo_t *cr;
  guint page; /* from 1 */
  EntPenNotes *notes; /* borrowed, or NULL */
  guint artifact; /* how deep inside artifacts: nothing is tagged there */
  gboolean in_figure; /* and it is not an artifact */
  int outline[4]; /* last entry of each level; [0] is the root */
} EntPen;

EntPenNotes *ent_pen_notes_new (void);
void ent_pen_notes_free (EntPenNotes *self);

void ent_pen_open (EntPen *self, EntTag tag);
void ent_pen_close (EntPen *self, EntTag tag);
/* A Figure, with what it shows; @x and @y: where on the page. One of which nothing is said is an
 * artifact. */
void ent_pen_open_figure (EntPen *self, const char *alt, double x, double y);
void ent_pen_close_figure (EntPen *self);
/* @text: the words of the whole link. FALSE, and nothing to close, for an address that cannot be
 * followed. */
gboolean ent_pen_open_link (EntPen *self, const char *uri, const char *text);
void ent_pen_close_link (EntPen *self);
void ent_pen_begin_artifact (EntPen *self);
void ent_pen_end_artifact (EntPen *self);
/* An entry of the outline that leads to a height on this page; level 1 to 3. */
void ent_pen_add_outline (EntPen *self, guint level, const char *title, double y);
/* A filled rectangle in a grey from 0, black, to 1. */
void ent_pen_fill (EntPen *self, double grey, const cairo_rectangle_t *area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPenNotes, ent_pen_notes_free)

G_END_DECLS
