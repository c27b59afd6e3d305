/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes of a tagged PDF drawn by Cairo one that passes PDF/UA-1 and PDF/A-2a: language, metadata,
 * colour, marks on whatever is not content. Any thread.
 *
 * What the drawing must keep to, since Cairo has no tag for it:
 * - A Figure begins with a glyph (its caption, or a dot too small to see) and only then paints its
 *   picture: Cairo marks nothing before the first glyph.
 * - Text in a group (cairo_push_group) loses its tags: groups are for what is no content.
 * - A row of headings holds TH only, and its TH name columns; a TH beside TD names its row.
 * - Headings may skip levels: the gap is closed here.
 * - All that is not text and stands outside a Figure becomes an artifact by itself. */

#pragma once

#include <gio/gio.h>

#include "ent-pdf-image.h"

G_BEGIN_DECLS

typedef struct
{
  const char *language; /* "fr" */
  const char *title;
  const char *author;
  const char *subject; /* or NULL */
  gint32 day; /* of creation: the only date in the file, at noon UTC */
  /* What each Figure shows, in the order in which the tags began; ends with NULL. Each must have
   * one. NULL: there are none. */
  const char *const *figure_alts;
  /* Words of each Link, in the order in which the tags began; ends with NULL. NULL, or where it is
   * too short: the address. */
  const char *const *link_texts;
  /* One letter for each L, in the order in which the tags began: '1' when its items are numbered,
   * '-' when they have bullets. NULL, or where it is too short: not told. */
  const char *list_marks;
  const EntPdfImage *logo; /* what its mark in the drawing stands for, or NULL */
} EntPdfInfo;

/* The same bytes for the same input. Plain cross-references, so that a signature can be added. */
GBytes *ent_pdf_finish (GBytes *drawn, const EntPdfInfo *info, GError **error);

G_END_DECLS
