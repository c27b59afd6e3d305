/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the board share: the widget, its drawing, its moves. Main thread. */
#pragma once

#include "ent-board-scale.h"
#include "ent-board.h"

G_BEGIN_DECLS

#define ENT_BOARD_HEAD 48 /* pixels, of the ruler */
#define ENT_BOARD_LANE 34
#define ENT_BOARD_PAD 5 /* above the first lane of a row, and below the last */
#define ENT_BOARD_SNAP 15 /* minutes */
#define ENT_BOARD_SUMS 64 /* pixels of a day, below which it shows sums in the stead of blocks */

typedef struct
{
  gint64 block; /* 0: nothing is moved */
  int row, start, minutes;
  int grab; /* minutes from the start to where the hand holds it */
  gboolean by_keyboard;
  gboolean is_judged;
  EntBoardVerdict verdict;
  GArray *rows; /* gint8 of each row: -1 not asked, 0 no, 1 yes */
} EntBoardMove;

struct _EntBoard
{
  GtkWidget parent_instance;

  GtkAdjustment *hadjustment, *vadjustment;
  guint hscroll_policy : 1, vscroll_policy : 1;
  EntBoardContent *content;
  EntBoardScale scale;
  EntBoardZoom zoom;
  GArray *tops; /* double, of each row, and one more: the height of all */
  double title_width;
  int now;
  gint64 selected;
  GHashTable *layouts; /* const EntBoardBlock * → PangoLayout, of the content as it is */

  EntBoardJudge judge;
  gpointer judge_data;
  GDestroyNotify judge_destroy;
  int (*length_of) (gint64 block, gpointer data);
  EntBoardMove move;
};

/* Where the board's days and rows begin, as they are scrolled. */
void ent_board_origin (EntBoard *self, double *x, double *y);
double ent_board_row_top (EntBoard *self, int row);
/* The row at this height of the widget; -1: none. */
int ent_board_row_at (EntBoard *self, double y);
/* The block under a point of the widget, or NULL. */
const EntBoardBlock *ent_board_block_at (EntBoard *self, double x, double y);
/* Of a block, or of what is moved, from the origin. */
void ent_board_rect (EntBoard *self,
                     int row,
                     int lane,
                     int start,
                     int minutes,
                     graphene_rect_t *rect);
void ent_board_reveal (EntBoard *self, int row, int start, int minutes);
/* What a screen reader says of a block. Transfer full. */
char *ent_board_describe (EntBoard *self, const EntBoardBlock *block);

/* ent-board-draw.c */
void ent_board_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* ent-board-move.c */
void ent_board_move_init (EntBoard *self);
void ent_board_move_begin (EntBoard *self, const EntBoardBlock *block);
void ent_board_move_to (EntBoard *self, int row, int start);
/* Lets go: TRUE when it was where the judge said yes, and was told. */
gboolean ent_board_move_drop (EntBoard *self);
void ent_board_move_cancel (EntBoard *self);
void ent_board_move_clear (EntBoard *self);

G_END_DECLS
