/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a time lies on a board of days, and which time lies under the pointer. Pure figures: times
 * are minutes since the midnight before the first day (a later day adds 1,440), places are pixels
 * from the first day's left edge. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENT_BOARD_DAY 1440

/* Of each day only the hours between @from and @to are shown: 0 to 1,440, @from < @to. */
typedef struct
{
  int n_days;
  int from;
  int to;
  double day_width; /* > 0 */
} EntBoardScale;

/* Times of hours that are not shown lie on the edge of their day. */
double ent_board_scale_x (const EntBoardScale *self, int minute);
/* The time at @x, to the nearest of @step minutes; within the days of the board. */
int ent_board_scale_minute (const EntBoardScale *self, double x, int step);
/* The day at @x, 0 to n_days - 1. */
int ent_board_scale_day (const EntBoardScale *self, double x);
double ent_board_scale_width (const EntBoardScale *self);
/* Minutes between two lines of the ruler that are at least @least pixels apart: a quarter of an
 * hour, half an hour, 1, 2, 3, 4, 6 hours; 0: not even those, there is room for the days only. */
int ent_board_scale_step (const EntBoardScale *self, double least);
/* The hours to show for visits between @earliest and @latest minutes of the day (ENT_BOARD_DAY and
 * 0: there are none): whole hours, never less than 7 to 19. */
void ent_board_scale_hours (EntBoardScale *self, int earliest, int latest);

G_END_DECLS
