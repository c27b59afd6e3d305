/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways of getting about. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ENT_ROAD_CAR,
  ENT_ROAD_BICYCLE,
  ENT_ROAD_FOOT,
  ENT_ROAD_N_MODES
} EntRoadMode;

G_END_DECLS
