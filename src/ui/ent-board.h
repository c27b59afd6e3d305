/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A board of days: rows with blocks on a ruler of time, from a day by quarters of an hour to a
 * month. Blocks are moved by hand or by keyboard; before they are let go, the owner's judge says
 * yes or why not. The board moves nothing by itself: it emits "block-moved" and waits for the
 * content that comes of it. Main thread.
 *
 * Signals: "block-moved" (gint64 block, int row, int start), only where the judge said yes;
 * "block-activated" (gint64 block); "block-menu" (gint64 block, double x, double y).
 * Properties: "zoom" (EntBoardZoom), "selected" (gint64; 0: none).
 * What is dragged in from elsewhere is the id of a block as a gint64 value. */
#pragma once

#include <gtk/gtk.h>

#include "ent-board-content.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_BOARD_QUARTERS, /* a day, with a line each quarter of an hour */
  ENT_BOARD_ONE_DAY, /* as wide as the board */
  ENT_BOARD_WEEK, /* seven days as wide as the board, if they can be read */
  ENT_BOARD_MONTH, /* sums of each day */
  ENT_BOARD_N_ZOOMS
} EntBoardZoom;

#define ENT_TYPE_BOARD (ent_board_get_type ())
G_DECLARE_FINAL_TYPE (EntBoard, ent_board, ENT, BOARD, GtkWidget)

typedef struct
{
  gboolean fits;
  char *text; /* what it costs, or why not: one short sentence; transfer full */
} EntBoardVerdict;

/* What would come of the block with this start on this row. Asked for every row in sight while one
 * drags: it must answer within a millisecond. */
typedef void (
    *EntBoardJudge) (gint64 block, int row, int start, EntBoardVerdict *verdict, gpointer data);

GtkWidget *ent_board_new (void);

/* NULL for none. The selection stays if its block does; what is being moved is put back. */
void ent_board_set_content (EntBoard *self, EntBoardContent *content);
EntBoardContent *ent_board_get_content (EntBoard *self);

/* Without a judge nothing can be moved. */
void ent_board_set_judge (EntBoard *self,
                          EntBoardJudge judge,
                          gpointer data,
                          GDestroyNotify destroy);

void ent_board_set_zoom (EntBoard *self, EntBoardZoom zoom);
EntBoardZoom ent_board_get_zoom (EntBoard *self);

/* Selects the block, 0: none, and brings it in sight. */
void ent_board_select (EntBoard *self, gint64 block);
gint64 ent_board_get_selected (EntBoard *self);

/* The line of the present; a time outside the board hides it. */
void ent_board_set_now (EntBoard *self, int minute);
/* Brings this time of this day in sight. */
void ent_board_scroll_to (EntBoard *self, int minute);

/* The minutes of a block that is dragged in from elsewhere, so that it has its length while it
 * hovers; @data is the judge's. 0: unknown. */
void ent_board_set_length_of (EntBoard *self, int (*length_of) (gint64 block, gpointer data));

G_END_DECLS
