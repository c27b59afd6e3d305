/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map can show, and which tags of OpenStreetMap stand for it. Any thread. */
#pragma once

#include "ent-pbf.h"

G_BEGIN_DECLS

/* A layer of a tile, named as the styles name it (ent_map_layer_name()). The numbers are written
 * into region files. */
typedef enum
{
  ENT_MAP_LAYER_LAND,
  ENT_MAP_LAYER_WATER,
  ENT_MAP_LAYER_WATERWAY,
  ENT_MAP_LAYER_BUILDING,
  ENT_MAP_LAYER_ROAD,
  ENT_MAP_LAYER_RAIL,
  ENT_MAP_LAYER_BOUNDARY,
  ENT_MAP_LAYER_PLACE,
  ENT_MAP_LAYER_ROAD_NAME,
  ENT_MAP_LAYER_AREA_NAME,
  ENT_MAP_LAYER_POI,
  ENT_MAP_LAYER_HOUSE,
  ENT_MAP_N_LAYERS
} EntMapLayer;

typedef enum
{
  ENT_MAP_POINT = 1,
  ENT_MAP_LINE = 2,
  ENT_MAP_AREA = 3
} EntMapShape;

/* The kinds, from 1; written into region files, so a new one is added at the end. */
typedef enum
{
  ENT_MAP_KIND_NONE,
  /* land */
  ENT_MAP_WOOD,
  ENT_MAP_GRASS,
  ENT_MAP_FARMLAND,
  ENT_MAP_PARK,
  ENT_MAP_RESIDENTIAL,
  ENT_MAP_INDUSTRIAL,
  ENT_MAP_CEMETERY,
  ENT_MAP_SCHOOL_GROUND,
  ENT_MAP_HOSPITAL_GROUND,
  ENT_MAP_PITCH,
  ENT_MAP_SAND,
  ENT_MAP_ROCK,
  ENT_MAP_WETLAND,
  ENT_MAP_PARKING,
  ENT_MAP_SQUARE,
  /* water */
  ENT_MAP_LAKE,
  ENT_MAP_RIVER,
  ENT_MAP_STREAM,
  ENT_MAP_BUILDING,
  /* roads, the greatest first */
  ENT_MAP_MOTORWAY,
  ENT_MAP_TRUNK,
  ENT_MAP_PRIMARY,
  ENT_MAP_SECONDARY,
  ENT_MAP_TERTIARY,
  ENT_MAP_LINK,
  ENT_MAP_STREET,
  ENT_MAP_PEDESTRIAN,
  ENT_MAP_SERVICE,
  ENT_MAP_TRACK,
  ENT_MAP_CYCLEWAY,
  ENT_MAP_PATH,
  ENT_MAP_STEPS,
  ENT_MAP_RAIL,
  ENT_MAP_TRAM,
  /* boundaries */
  ENT_MAP_COUNTRY,
  ENT_MAP_PROVINCE,
  ENT_MAP_MUNICIPALITY,
  /* places */
  ENT_MAP_CITY,
  ENT_MAP_TOWN,
  ENT_MAP_VILLAGE,
  ENT_MAP_SUBURB,
  ENT_MAP_HAMLET,
  ENT_MAP_LOCALITY,
  /* what a carer on the road looks for */
  ENT_MAP_HOSPITAL,
  ENT_MAP_TOWN_HALL,
  ENT_MAP_STATION,
  ENT_MAP_PHARMACY,
  ENT_MAP_DOCTOR,
  ENT_MAP_SOCIAL,
  ENT_MAP_SCHOOL,
  ENT_MAP_CHURCH,
  ENT_MAP_POLICE,
  ENT_MAP_FIRE_STATION,
  ENT_MAP_POST,
  ENT_MAP_LIBRARY,
  ENT_MAP_SUPERMARKET,
  ENT_MAP_BUS_STOP,
  ENT_MAP_HOUSE,
  ENT_MAP_N_KINDS
} EntMapKind;

/* The zoom of tiles from which a detail is read from its own features: 0–11 coarse, 12–13 middle,
 * 14 and up as it is. */
#define ENT_MAP_MIDDLE_ZOOM 12
#define ENT_MAP_FULL_ZOOM 14

const char *ent_map_layer_name (EntMapLayer layer);
/* The value of "kind" in tiles. */
const char *ent_map_kind_name (EntMapKind kind);
/* The layer that draws the kind, its shape there, and the zoom from which tiles hold it. */
EntMapLayer ent_map_kind_layer (EntMapKind kind);
EntMapShape ent_map_kind_shape (EntMapKind kind);
guint ent_map_kind_zoom (EntMapKind kind);

/* What the tags of a line that is not an area stand for: a road, a railway, a watercourse. */
EntMapKind ent_map_kind_of_line (const EntPbfTags *tags);
/* What the tags of a closed line or of a multipolygon stand for, as a piece of ground. */
EntMapKind ent_map_kind_of_area (const EntPbfTags *tags);
/* What the tags of a node, or of an area with an inside point, stand for as a mark with a name. */
EntMapKind ent_map_kind_of_mark (const EntPbfTags *tags);
/* A frontier by its level of administration. */
EntMapKind ent_map_kind_of_boundary (const EntPbfTags *tags);
/* Whether a closed line with these tags is a surface. */
gboolean ent_map_tags_are_area (const EntPbfTags *tags);

G_END_DECLS
