/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tags of a way or a node mean to who travels: the profile. When a rule changes,
 * ENT_REGION_PROFILE grows. Pure; any thread. */
#pragma once

#include "ent-pbf.h"
#include "ent-road-mode.h"

G_BEGIN_DECLS

/* Who may go along an edge: a bit for each mode and direction. */
#define ENT_ROAD_FORWARD(mode) (1u << (mode))
#define ENT_ROAD_BACKWARD(mode) (1u << ((mode) + ENT_ROAD_N_MODES))
#define ENT_ROAD_BOTH(mode) (ENT_ROAD_FORWARD (mode) | ENT_ROAD_BACKWARD (mode))

/* In the order of how much they carry. */
typedef enum
{
  ENT_ROAD_MOTORWAY,
  ENT_ROAD_TRUNK,
  ENT_ROAD_PRIMARY,
  ENT_ROAD_SECONDARY,
  ENT_ROAD_TERTIARY,
  ENT_ROAD_UNCLASSIFIED,
  ENT_ROAD_RESIDENTIAL,
  ENT_ROAD_LIVING_STREET,
  ENT_ROAD_SERVICE,
  ENT_ROAD_TRACK,
  ENT_ROAD_PEDESTRIAN,
  ENT_ROAD_CYCLEWAY,
  ENT_ROAD_BRIDLEWAY,
  ENT_ROAD_PATH,
  ENT_ROAD_FOOTWAY,
  ENT_ROAD_STEPS
} EntRoadClass;

typedef struct
{
  EntRoadClass kind;
  guint access; /* ENT_ROAD_FORWARD() and ENT_ROAD_BACKWARD() bits */
  double speed[ENT_ROAD_N_MODES]; /* km/h, above 0 */
} EntRoadWay;

/* FALSE when nobody may travel along it. */
gboolean ent_road_way_read (const EntPbfTags *tags, EntRoadWay *way);

/* The limit that a maxspeed tag or one of its kin means, in km/h; 0 when it means none. */
double ent_road_speed_limit (const char *value);

typedef struct
{
  guint barred; /* a bit 1 << mode for each mode that cannot pass */
  gboolean signals;
} EntRoadNode;

/* FALSE when the node is nothing to a traveller. */
gboolean ent_road_node_read (const EntPbfTags *tags, EntRoadNode *node);

G_END_DECLS
