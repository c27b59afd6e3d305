/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts share that read an expanded template as blocks. Any thread, one at a time. */

#pragma once

#include "ent-template-private.h"

#include <cmark.h>

G_BEGIN_DECLS

/* A text that was read by CommonMark: the whole, what stands in a fence, or in a cell. */
typedef struct _EntLevel EntLevel;

struct _EntLevel
{
  const char *text;
  GArray
      *lines; /* (element-type gsize): where they begin; NULL when nobody listens, or of a cell */
  const EntLevel *outer;
  guint line; /* of @outer: the first line of a fence, or that of a cell */
  gsize column; /* of a cell, bytes */
  gboolean cell;
};

typedef struct
{
  EntExpansion *expansion;
  EntFaults *faults;
  GPtrArray *gaps;
  const EntLevel *level;
  EntAlign align;
  guint depth;
  guint quotes;
  guint fences;

  /* The run of text being put together. */
  EntBlock *block;
  GString *run;
  EntSpanFlags flags;
  char *uri;
  gboolean line_empty;
  gboolean ends_with_backslash;
} EntWalk;

/* A fault at a node of the present level. Takes @message, a translated sentence. */
void ent_walk_fault (EntWalk *self, cmark_node *node, const char *message);
/* The same at bytes of a line of the present level; lines from 1, bytes from 0. */
void ent_walk_fault_at (EntWalk *self, guint line, gsize column, gsize length, const char *message);
GArray *ent_walk_index_lines (const char *text);

/* What stands in a paragraph or heading, added to @block. */
void ent_walk_inlines (EntWalk *self, cmark_node *parent, EntBlock *block);
/* Text without markup, but with placeholders. */
void ent_walk_plain (EntWalk *self, const char *text, gsize length, EntBlock *block);
/* The directive that a text begins with, or NULL. */
const EntPiece *ent_walk_get_directive (EntWalk *self, const char *text, gsize length);

/* The lines of a table, which begin on @line of the level. */
EntBlock *ent_walk_table (EntWalk *self, const char *text, guint line);

G_END_DECLS
