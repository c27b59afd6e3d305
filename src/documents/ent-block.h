/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pieces of a document before it is laid out: headings, paragraphs, lists, tables… A template
 * becomes these, and the page flow draws them. Any thread, one at a time. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

struct _cairo;

typedef enum
{
  ENT_SPAN_BOLD = 1 << 0,
  ENT_SPAN_ITALIC = 1 << 1,
  ENT_SPAN_GAP = 1 << 2, /* stands where a value is missing: marked, never in a final document */
  ENT_SPAN_BREAK = 1 << 3 /* the line ends after it */
} EntSpanFlags;

typedef struct
{
  char *text;
  EntSpanFlags flags;
  char *uri; /* of a link, or NULL */
} EntSpan;

typedef enum
{
  ENT_BLOCK_HEADING, /* level 1 to 3 */
  ENT_BLOCK_PARAGRAPH, /* level: how far it is indented, as a quotation is */
  ENT_BLOCK_LIST, /* level 0: bullets; else the first number. Children: items */
  ENT_BLOCK_ITEM, /* children: any */
  ENT_BLOCK_TABLE, /* children: rows. Title, when there is one, in spans */
  ENT_BLOCK_ROW, /* level 1: a head, repeated on each page. Children: cells */
  ENT_BLOCK_CELL, /* children: paragraphs or lists; or spans only */
  ENT_BLOCK_BOX, /* children: any, inside a frame, kept together when a page holds it */
  ENT_BLOCK_IMAGE, /* @image, @width in mm, @alt */
  ENT_BLOCK_DRAWING, /* @drawing, as wide as the text, @width mm high, @alt */
  ENT_BLOCK_SIGNATURES, /* children: signatures, side by side, kept with what stands before */
  ENT_BLOCK_SIGNATURE, /* spans: lines (role…, name); @image: a scanned signature, or NULL;
                        * @width: mm of room for a signature by hand above the last line, or 0 */
  ENT_BLOCK_RULE,
  ENT_BLOCK_SPACE, /* @width mm of height */
  ENT_BLOCK_PAGE_BREAK,
  ENT_BLOCK_ANNEX /* spans: title. Children: any; begins a page */
} EntBlockKind;

typedef enum
{
  ENT_ALIGN_AUTO, /* paragraphs: justified; headings and cells: at the start */
  ENT_ALIGN_START,
  ENT_ALIGN_CENTER,
  ENT_ALIGN_END
} EntAlign;

/* What a program draws, in lines and letters, on so many points from 0, 0. Several times, and the
 * same each time. */
typedef struct
{
  void (*draw) (gpointer data, struct _cairo *cr, double width, double height);
  gpointer data;
  GDestroyNotify free_data;
} EntDrawing;

typedef struct _EntBlock EntBlock;

struct _EntBlock
{
  EntBlockKind kind;
  guint level;
  EntAlign align;
  double width; /* cell of a head row: share of the table, 0: by content. Image, space: mm.
                 * Drawing: mm of height. Signature: mm of room to sign */
  GPtrArray *spans; /* (element-type EntSpan), never NULL */
  GPtrArray *children; /* (element-type EntBlock), never NULL */
  GBytes *image; /* PNG or JPEG */
  EntDrawing drawing;
  char *alt; /* what the image or drawing shows, for who cannot see it */
};

EntBlock *ent_block_new (EntBlockKind kind);
void ent_block_free (EntBlock *self);
/* Adds a run of text; copies. */
void ent_block_add_text (EntBlock *self, const char *text, EntSpanFlags flags, const char *uri);
/* Takes @child and returns it, borrowed. */
EntBlock *ent_block_add (EntBlock *self, EntBlock *child);
/* All text, for tests, outlines and comparing; transfer full. */
char *ent_block_get_text (const EntBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntBlock, ent_block_free)

G_END_DECLS
