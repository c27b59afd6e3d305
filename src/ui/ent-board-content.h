/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a board shows: rows with the spans in which they work or are away, and blocks on them. It
 * knows no person: whoever fills it keeps the meaning of the ids. Filled once, then only read.
 * Times as in ent-board-scale.h. Main thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ENT_BOARD_WORK, /* may have blocks */
  ENT_BOARD_AWAY, /* was to work, and is away: says why */
} EntBoardSpanKind;

typedef enum
{
  ENT_BOARD_LOCKED = 1 << 0, /* stays where it is */
  ENT_BOARD_VITAL = 1 << 1,
  ENT_BOARD_DONE = 1 << 2,
  ENT_BOARD_CANCELLED = 1 << 3,
  ENT_BOARD_PROBLEM = 1 << 4, /* breaks a rule where it stands */
  ENT_BOARD_CHANGED = 1 << 5, /* stands elsewhere than in what it is compared with */
  ENT_BOARD_PAIR = 1 << 6, /* two carers */
} EntBoardFlags;

typedef struct
{
  gint64 id;
  const char *title; /* all texts are copied */
  const char *subtitle; /* may be NULL */
  guint colour; /* see ent-map-palette.h */
} EntBoardRow;

typedef struct
{
  int row;
  int from, to;
  EntBoardSpanKind kind;
  const char *text; /* may be NULL */
} EntBoardSpan;

typedef struct
{
  gint64 id;
  int row;
  int start, minutes;
  int travel; /* minutes on the way before it; drawn as a line up to it */
  EntBoardFlags flags;
  const char *title;
  const char *detail; /* what a tooltip and a screen reader add; may be NULL */
  int lane; /* given by ent_board_content_close (): 0 unless blocks of the row overlap */
} EntBoardBlock;

typedef struct _EntBoardContent EntBoardContent;

EntBoardContent *ent_board_content_new (gint32 first_day, int n_days);
EntBoardContent *ent_board_content_ref (EntBoardContent *self);
void ent_board_content_unref (EntBoardContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntBoardContent, ent_board_content_unref)

/* Returns the number of the row, from 0. */
int ent_board_content_add_row (EntBoardContent *self, const EntBoardRow *row);
void ent_board_content_add_span (EntBoardContent *self, const EntBoardSpan *span);
void ent_board_content_add_block (EntBoardContent *self, const EntBoardBlock *block);
/* Puts the blocks in order of row and start, and those that overlap in lanes. Call it once, after
 * the last is added. */
void ent_board_content_close (EntBoardContent *self);

gint32 ent_board_content_get_first_day (const EntBoardContent *self);
int ent_board_content_get_n_days (const EntBoardContent *self);
int ent_board_content_get_n_rows (const EntBoardContent *self);
const EntBoardRow *ent_board_content_get_row (const EntBoardContent *self, int row);
int ent_board_content_get_n_lanes (const EntBoardContent *self, int row);
const EntBoardSpan *ent_board_content_get_spans (const EntBoardContent *self, int *n_spans);
/* All blocks, by row, start, id. */
const EntBoardBlock *ent_board_content_get_blocks (const EntBoardContent *self, int *n_blocks);
/* Those of a row. */
const EntBoardBlock *ent_board_content_get_row_blocks (const EntBoardContent *self,
                                                       int row,
                                                       int *n_blocks);
/* NULL when there is none of this id. */
const EntBoardBlock *ent_board_content_find (const EntBoardContent *self, gint64 id);
int ent_board_content_find_row (const EntBoardContent *self, gint64 id);
/* The earliest start and latest end within a day, in minutes of the day; 1,440 and 0 for none. What
 * passes midnight counts until midnight. */
void ent_board_content_get_hours (const EntBoardContent *self, int *earliest, int *latest);

G_END_DECLS
