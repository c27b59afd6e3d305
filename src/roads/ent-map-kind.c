/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map can show, and which tags of OpenStreetMap stand for it. Any thread. */
#include "ent-map-kind.h"

#include <string.h>

typedef struct
{
  const char *name;
  guint8 layer;
  guint8 shape;
  guint8 zoom;
} Kind;

static const char *const layer_names[ENT_MAP_N_LAYERS] = {
  "land",     "water", "waterway",  "building",  "road", "rail",
  "boundary", "place", "road_name", "area_name", "poi",  "house",
};

#define LAND(name, zoom) { name, ENT_MAP_LAYER_LAND, ENT_MAP_AREA, zoom }
#define ROAD(name, zoom) { name, ENT_MAP_LAYER_ROAD, ENT_MAP_LINE, zoom }
#define BORDER(name, zoom) { name, ENT_MAP_LAYER_BOUNDARY, ENT_MAP_LINE, zoom }
#define PLACE(name, zoom) { name, ENT_MAP_LAYER_PLACE, ENT_MAP_POINT, zoom }
#define POI(name, zoom) { name, ENT_MAP_LAYER_POI, ENT_MAP_POINT, zoom }

/* clang-format off */
static const Kind kinds[ENT_MAP_N_KINDS] = {
  [ENT_MAP_KIND_NONE]       = { "", ENT_MAP_LAYER_LAND, ENT_MAP_POINT, 99 },
  [ENT_MAP_WOOD]            = LAND ("wood", 8),
  [ENT_MAP_GRASS]           = LAND ("grass", 11),
  [ENT_MAP_FARMLAND]        = LAND ("farmland", 11),
  [ENT_MAP_PARK]            = LAND ("park", 10),
  [ENT_MAP_RESIDENTIAL]     = LAND ("residential", 8),
  [ENT_MAP_INDUSTRIAL]      = LAND ("industrial", 10),
  [ENT_MAP_CEMETERY]        = LAND ("cemetery", 12),
  [ENT_MAP_SCHOOL_GROUND]   = LAND ("school", 13),
  [ENT_MAP_HOSPITAL_GROUND] = LAND ("hospital", 12),
  [ENT_MAP_PITCH]           = LAND ("pitch", 14),
  [ENT_MAP_SAND]            = LAND ("sand", 12),
  [ENT_MAP_ROCK]            = LAND ("rock", 10),
  [ENT_MAP_WETLAND]         = LAND ("wetland", 11),
  [ENT_MAP_PARKING]         = LAND ("parking", 15),
  [ENT_MAP_SQUARE]          = LAND ("square", 14),
  [ENT_MAP_LAKE]            = { "lake", ENT_MAP_LAYER_WATER, ENT_MAP_AREA, 7 },
  [ENT_MAP_RIVER]           = { "river", ENT_MAP_LAYER_WATERWAY, ENT_MAP_LINE, 8 },
  [ENT_MAP_STREAM]          = { "stream", ENT_MAP_LAYER_WATERWAY, ENT_MAP_LINE, 12 },
  [ENT_MAP_BUILDING]        = { "building", ENT_MAP_LAYER_BUILDING, ENT_MAP_AREA, 14 },
  [ENT_MAP_MOTORWAY]        = ROAD ("motorway", 6),
  [ENT_MAP_TRUNK]           = ROAD ("trunk", 7),
  [ENT_MAP_PRIMARY]         = ROAD ("primary", 8),
  [ENT_MAP_SECONDARY]       = ROAD ("secondary", 10),
  [ENT_MAP_TERTIARY]        = ROAD ("tertiary", 11),
  [ENT_MAP_LINK]            = ROAD ("link", 12),
  [ENT_MAP_STREET]          = ROAD ("street", 12),
  [ENT_MAP_PEDESTRIAN]      = ROAD ("pedestrian", 14),
  [ENT_MAP_SERVICE]         = ROAD ("service", 14),
  [ENT_MAP_TRACK]           = ROAD ("track", 14),
  [ENT_MAP_CYCLEWAY]        = ROAD ("cycleway", 14),
  [ENT_MAP_PATH]            = ROAD ("path", 14),
  [ENT_MAP_STEPS]           = ROAD ("steps", 15),
  [ENT_MAP_RAIL]            = { "rail", ENT_MAP_LAYER_RAIL, ENT_MAP_LINE, 9 },
  [ENT_MAP_TRAM]            = { "tram", ENT_MAP_LAYER_RAIL, ENT_MAP_LINE, 13 },
  [ENT_MAP_COUNTRY]         = BORDER ("country", 4),
  [ENT_MAP_PROVINCE]        = BORDER ("province", 7),
  [ENT_MAP_MUNICIPALITY]    = BORDER ("municipality", 10),
  [ENT_MAP_CITY]            = PLACE ("city", 5),
  [ENT_MAP_TOWN]            = PLACE ("town", 8),
  [ENT_MAP_VILLAGE]         = PLACE ("village", 10),
  [ENT_MAP_SUBURB]          = PLACE ("suburb", 11),
  [ENT_MAP_HAMLET]          = PLACE ("hamlet", 12),
  [ENT_MAP_LOCALITY]        = PLACE ("locality", 14),
  [ENT_MAP_HOSPITAL]        = POI ("hospital", 13),
  [ENT_MAP_TOWN_HALL]       = POI ("town_hall", 14),
  [ENT_MAP_STATION]         = POI ("station", 13),
  [ENT_MAP_PHARMACY]        = POI ("pharmacy", 15),
  [ENT_MAP_DOCTOR]          = POI ("doctor", 16),
  [ENT_MAP_SOCIAL]          = POI ("social", 15),
  [ENT_MAP_SCHOOL]          = POI ("school", 15),
  [ENT_MAP_CHURCH]          = POI ("church", 15),
  [ENT_MAP_POLICE]          = POI ("police", 15),
  [ENT_MAP_FIRE_STATION]    = POI ("fire_station", 15),
  [ENT_MAP_POST]            = POI ("post", 16),
  [ENT_MAP_LIBRARY]         = POI ("library", 16),
  [ENT_MAP_SUPERMARKET]     = POI ("supermarket", 16),
  [ENT_MAP_BUS_STOP]        = POI ("bus_stop", 16),
  [ENT_MAP_HOUSE]           = { "house", ENT_MAP_LAYER_HOUSE, ENT_MAP_POINT, 16 },
};

typedef struct
{
  const char *value;
  EntMapKind kind;
} Meaning;

/* In the order of how often extracts hold them. */
static const Meaning highways[] = {
  { "residential", ENT_MAP_STREET },     { "service", ENT_MAP_SERVICE },
  { "footway", ENT_MAP_PATH },           { "track", ENT_MAP_TRACK },
  { "path", ENT_MAP_PATH },              { "unclassified", ENT_MAP_STREET },
  { "tertiary", ENT_MAP_TERTIARY },      { "secondary", ENT_MAP_SECONDARY },
  { "primary", ENT_MAP_PRIMARY },        { "cycleway", ENT_MAP_CYCLEWAY },
  { "steps", ENT_MAP_STEPS },            { "living_street", ENT_MAP_STREET },
  { "pedestrian", ENT_MAP_PEDESTRIAN },  { "motorway", ENT_MAP_MOTORWAY },
  { "motorway_link", ENT_MAP_LINK },     { "trunk", ENT_MAP_TRUNK },
  { "trunk_link", ENT_MAP_LINK },        { "primary_link", ENT_MAP_LINK },
  { "secondary_link", ENT_MAP_LINK },    { "tertiary_link", ENT_MAP_LINK },
  { "road", ENT_MAP_STREET },            { "bridleway", ENT_MAP_PATH },
  { "busway", ENT_MAP_SERVICE },
};
static const Meaning railways[] = {
  { "rail", ENT_MAP_RAIL },         { "light_rail", ENT_MAP_TRAM }, { "tram", ENT_MAP_TRAM },
  { "narrow_gauge", ENT_MAP_RAIL }, { "subway", ENT_MAP_TRAM },     { "funicular", ENT_MAP_TRAM },
};
static const Meaning waterways[] = {
  { "stream", ENT_MAP_STREAM }, { "river", ENT_MAP_RIVER }, { "canal", ENT_MAP_RIVER },
  { "ditch", ENT_MAP_STREAM },  { "drain", ENT_MAP_STREAM },
};
static const Meaning naturals[] = {
  { "water", ENT_MAP_LAKE },       { "wood", ENT_MAP_WOOD },      { "scrub", ENT_MAP_WOOD },
  { "grassland", ENT_MAP_GRASS },  { "heath", ENT_MAP_GRASS },    { "wetland", ENT_MAP_WETLAND },
  { "sand", ENT_MAP_SAND },        { "beach", ENT_MAP_SAND },     { "bare_rock", ENT_MAP_ROCK },
  { "scree", ENT_MAP_ROCK },       { "shingle", ENT_MAP_ROCK },
};
static const Meaning landuses[] = {
  { "forest", ENT_MAP_WOOD },             { "meadow", ENT_MAP_FARMLAND },
  { "grass", ENT_MAP_GRASS },             { "farmland", ENT_MAP_FARMLAND },
  { "residential", ENT_MAP_RESIDENTIAL }, { "orchard", ENT_MAP_FARMLAND },
  { "vineyard", ENT_MAP_FARMLAND },       { "industrial", ENT_MAP_INDUSTRIAL },
  { "commercial", ENT_MAP_INDUSTRIAL },   { "retail", ENT_MAP_INDUSTRIAL },
  { "cemetery", ENT_MAP_CEMETERY },       { "allotments", ENT_MAP_PARK },
  { "village_green", ENT_MAP_GRASS },     { "recreation_ground", ENT_MAP_PARK },
  { "basin", ENT_MAP_LAKE },              { "reservoir", ENT_MAP_LAKE },
  { "quarry", ENT_MAP_ROCK },             { "railway", ENT_MAP_INDUSTRIAL },
  { "farmyard", ENT_MAP_RESIDENTIAL },    { "plant_nursery", ENT_MAP_FARMLAND },
  { "farm", ENT_MAP_FARMLAND },           { "greenfield", ENT_MAP_GRASS },
};
static const Meaning leisures[] = {
  { "pitch", ENT_MAP_PITCH },         { "park", ENT_MAP_PARK },   { "garden", ENT_MAP_PARK },
  { "playground", ENT_MAP_PITCH },    { "golf_course", ENT_MAP_GRASS },
  { "sports_centre", ENT_MAP_PARK },  { "nature_reserve", ENT_MAP_KIND_NONE },
  { "swimming_pool", ENT_MAP_LAKE },  { "track", ENT_MAP_PITCH },
};
static const Meaning grounds[] = {
  { "parking", ENT_MAP_PARKING },      { "school", ENT_MAP_SCHOOL_GROUND },
  { "hospital", ENT_MAP_HOSPITAL_GROUND }, { "kindergarten", ENT_MAP_SCHOOL_GROUND },
  { "university", ENT_MAP_SCHOOL_GROUND }, { "college", ENT_MAP_SCHOOL_GROUND },
  { "grave_yard", ENT_MAP_CEMETERY },
};
static const Meaning amenities[] = {
  { "place_of_worship", ENT_MAP_CHURCH }, { "school", ENT_MAP_SCHOOL },
  { "pharmacy", ENT_MAP_PHARMACY },       { "kindergarten", ENT_MAP_SCHOOL },
  { "doctors", ENT_MAP_DOCTOR },          { "clinic", ENT_MAP_HOSPITAL },
  { "hospital", ENT_MAP_HOSPITAL },       { "townhall", ENT_MAP_TOWN_HALL },
  { "social_facility", ENT_MAP_SOCIAL },  { "nursing_home", ENT_MAP_SOCIAL },
  { "social_centre", ENT_MAP_SOCIAL },    { "community_centre", ENT_MAP_SOCIAL },
  { "police", ENT_MAP_POLICE },           { "fire_station", ENT_MAP_FIRE_STATION },
  { "post_office", ENT_MAP_POST },        { "library", ENT_MAP_LIBRARY },
  { "university", ENT_MAP_SCHOOL },       { "college", ENT_MAP_SCHOOL },
  { "dentist", ENT_MAP_DOCTOR },
};
static const Meaning places[] = {
  { "locality", ENT_MAP_LOCALITY }, { "hamlet", ENT_MAP_HAMLET },
  { "village", ENT_MAP_VILLAGE },   { "suburb", ENT_MAP_SUBURB },
  { "town", ENT_MAP_TOWN },         { "city", ENT_MAP_CITY },
  { "neighbourhood", ENT_MAP_HAMLET }, { "quarter", ENT_MAP_SUBURB },
  { "isolated_dwelling", ENT_MAP_LOCALITY }, { "farm", ENT_MAP_LOCALITY },
};
/* clang-format on */

#define MEANING(meanings, value) find_meaning ((meanings), G_N_ELEMENTS (meanings), (value))

static EntMapKind
find_meaning (const Meaning *meanings, guint n_meanings, const char *value)
{
  if (value == NULL)
    return ENT_MAP_KIND_NONE;
  for (guint i = 0; i < n_meanings; i++)
    if (meanings[i].value[0] == value[0] && strcmp (meanings[i].value, value) == 0)
      return meanings[i].kind;
  return ENT_MAP_KIND_NONE;
}

static gboolean
is_value (const char *value, const char *expected)
{
  return value != NULL && strcmp (value, expected) == 0;
}

const char *
ent_map_layer_name (EntMapLayer layer)
{
  g_return_val_if_fail (layer < ENT_MAP_N_LAYERS, "");
  return layer_names[layer];
}

const char *
ent_map_kind_name (EntMapKind kind)
{
  g_return_val_if_fail (kind < ENT_MAP_N_KINDS, "");
  return kinds[kind].name;
}

EntMapLayer
ent_map_kind_layer (EntMapKind kind)
{
  g_return_val_if_fail (kind < ENT_MAP_N_KINDS, ENT_MAP_LAYER_LAND);
  return kinds[kind].layer;
}

EntMapShape
ent_map_kind_shape (EntMapKind kind)
{
  g_return_val_if_fail (kind < ENT_MAP_N_KINDS, ENT_MAP_POINT);
  return kinds[kind].shape;
}

guint
ent_map_kind_zoom (EntMapKind kind)
{
  g_return_val_if_fail (kind < ENT_MAP_N_KINDS, 99);
  return kinds[kind].zoom;
}

EntMapKind
ent_map_kind_of_line (const EntPbfTags *tags)
{
  const char *value = ent_pbf_tag (tags, "highway");
  EntMapKind kind = MEANING (highways, value);

  if (kind != ENT_MAP_KIND_NONE)
    return kind;
  value = ent_pbf_tag (tags, "railway");
  if (value != NULL && !ent_pbf_tag (tags, "service"))
    kind = MEANING (railways, value);
  if (kind != ENT_MAP_KIND_NONE)
    return kind;
  return MEANING (waterways, ent_pbf_tag (tags, "waterway"));
}

EntMapKind
ent_map_kind_of_area (const EntPbfTags *tags)
{
  const char *building = ent_pbf_tag (tags, "building");
  const char *highway;
  EntMapKind kind;

  if (building != NULL && !is_value (building, "no"))
    return ENT_MAP_BUILDING;
  kind = MEANING (landuses, ent_pbf_tag (tags, "landuse"));
  if (kind == ENT_MAP_KIND_NONE)
    kind = MEANING (naturals, ent_pbf_tag (tags, "natural"));
  if (kind == ENT_MAP_KIND_NONE && is_value (ent_pbf_tag (tags, "waterway"), "riverbank"))
    kind = ENT_MAP_LAKE;
  if (kind == ENT_MAP_KIND_NONE)
    kind = MEANING (leisures, ent_pbf_tag (tags, "leisure"));
  if (kind == ENT_MAP_KIND_NONE)
    kind = MEANING (grounds, ent_pbf_tag (tags, "amenity"));
  highway = ent_pbf_tag (tags, "highway");
  if (kind == ENT_MAP_KIND_NONE &&
      (is_value (highway, "pedestrian") || is_value (highway, "footway")))
    kind = ENT_MAP_SQUARE;
  return kind;
}

EntMapKind
ent_map_kind_of_mark (const EntPbfTags *tags)
{
  EntMapKind kind = MEANING (amenities, ent_pbf_tag (tags, "amenity"));

  if (kind == ENT_MAP_KIND_NONE)
    kind = MEANING (places, ent_pbf_tag (tags, "place"));
  if (kind == ENT_MAP_KIND_NONE && is_value (ent_pbf_tag (tags, "highway"), "bus_stop"))
    kind = ENT_MAP_BUS_STOP;
  if (kind == ENT_MAP_KIND_NONE && is_value (ent_pbf_tag (tags, "railway"), "station"))
    kind = ENT_MAP_STATION;
  if (kind == ENT_MAP_KIND_NONE && is_value (ent_pbf_tag (tags, "railway"), "halt"))
    kind = ENT_MAP_STATION;
  if (kind == ENT_MAP_KIND_NONE && is_value (ent_pbf_tag (tags, "shop"), "supermarket"))
    kind = ENT_MAP_SUPERMARKET;
  return kind;
}

EntMapKind
ent_map_kind_of_boundary (const EntPbfTags *tags)
{
  const char *level;

  if (!is_value (ent_pbf_tag (tags, "boundary"), "administrative"))
    return ENT_MAP_KIND_NONE;
  level = ent_pbf_tag (tags, "admin_level");
  if (is_value (level, "2"))
    return ENT_MAP_COUNTRY;
  if (is_value (level, "4") || is_value (level, "6"))
    return ENT_MAP_PROVINCE;
  return is_value (level, "8") ? ENT_MAP_MUNICIPALITY : ENT_MAP_KIND_NONE;
}

gboolean
ent_map_tags_are_area (const EntPbfTags *tags)
{
  const char *area = ent_pbf_tag (tags, "area");

  if (area != NULL)
    return !is_value (area, "no");
  return ent_pbf_tag (tags, "highway") == NULL && ent_pbf_tag (tags, "railway") == NULL;
}
