/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times and places on a board of days. Any thread. */
#include "ent-board-scale.h"

#include <math.h>

#define HOUR 60

static double
pixels_a_minute (const EntBoardScale *self)
{
  return self->day_width / (self->to - self->from);
}

double
ent_board_scale_width (const EntBoardScale *self)
{
  return self->n_days * self->day_width;
}

double
ent_board_scale_x (const EntBoardScale *self, int minute)
{
  int day = minute >= 0 ? minute / ENT_BOARD_DAY : -1;
  int of_day = minute - day * ENT_BOARD_DAY;

  if (day < 0)
    return 0;
  if (day >= self->n_days)
    return ent_board_scale_width (self);
  return day * self->day_width +
         (CLAMP (of_day, self->from, self->to) - self->from) * pixels_a_minute (self);
}

int
ent_board_scale_day (const EntBoardScale *self, double x)
{
  return CLAMP ((int) floor (x / self->day_width), 0, self->n_days - 1);
}

int
ent_board_scale_minute (const EntBoardScale *self, double x, int step)
{
  int day = ent_board_scale_day (self, x);
  double of_day = self->from + (x - day * self->day_width) / pixels_a_minute (self);
  int rounded = (int) lround (of_day / step) * step;

  return day * ENT_BOARD_DAY + CLAMP (rounded, self->from, self->to);
}

int
ent_board_scale_step (const EntBoardScale *self, double least)
{
  static const int steps[] = { 15, 30, 60, 120, 180, 240, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * pixels_a_minute (self) >= least)
      return steps[i];
  return 0;
}

void
ent_board_scale_hours (EntBoardScale *self, int earliest, int latest)
{
  int from = earliest / HOUR * HOUR;
  int to = (latest + HOUR - 1) / HOUR * HOUR;

  self->from = CLAMP (from, 0, 7 * HOUR);
  self->to = CLAMP (to, 19 * HOUR, ENT_BOARD_DAY);
}
