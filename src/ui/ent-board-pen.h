/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pen with which a board is drawn, and its strokes. Main thread. */
#pragma once

#include "ent-board-private.h"

G_BEGIN_DECLS

#define ENT_BOARD_ICON 14 /* pixels */
#define ENT_BOARD_TICK 44 /* pixels that a time needs on the ruler */

typedef struct
{
  EntBoard *board;
  GtkSnapshot *snapshot;
  GdkRGBA ink;
  gboolean dark;
  gboolean blurred; /* names are not shown */
  double left, right, top, bottom; /* of what is in sight, from the origin */
} EntBoardPen;

GdkRGBA ent_board_faded (GdkRGBA colour, float alpha);
/* The name, or what stands for it while names are not shown. Borrowed. */
const char *ent_board_private (const EntBoardPen *pen, const char *name);
void ent_board_fill (EntBoardPen *pen,
                     const GdkRGBA *colour,
                     double x,
                     double y,
                     double width,
                     double height);
/* One line, cut off at @width pixels; @size is a part of the widget's own. Transfer full. */
PangoLayout *ent_board_layout_new (EntBoardPen *pen, const char *text, double width, double size);
void ent_board_write_layout (EntBoardPen *pen,
                             PangoLayout *layout,
                             const GdkRGBA *colour,
                             double x,
                             double y);
/* In the middle of the height of the area. */
void ent_board_write (EntBoardPen *pen,
                      const char *text,
                      const graphene_rect_t *area,
                      const GdkRGBA *colour,
                      double size);
void ent_board_draw_icon (EntBoardPen *pen,
                          const char *name,
                          double x,
                          double y,
                          const GdkRGBA *colour);
/* Slanted lines, for what cannot be used. */
void ent_board_hatch (EntBoardPen *pen, const graphene_rect_t *area);

/* ent-board-frame.c: what stands around the blocks. */
void ent_board_draw_grid (EntBoardPen *pen);
void ent_board_draw_now (EntBoardPen *pen);
/* From the origin of the days. */
void ent_board_draw_head (EntBoardPen *pen);
/* From the origin of the rows. */
void ent_board_draw_titles (EntBoardPen *pen);

G_END_DECLS
