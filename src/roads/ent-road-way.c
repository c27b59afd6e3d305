/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tags of a way or a node mean to who travels. The speeds are those of a day's work, with
 * its crossings and parked cars, rather than those on the signs. Any thread. */
#include "ent-road-way.h"

#include <string.h>

#define ANY \
  (ENT_ROAD_BOTH (ENT_ROAD_CAR) | ENT_ROAD_BOTH (ENT_ROAD_BICYCLE) | ENT_ROAD_BOTH (ENT_ROAD_FOOT))
#define SLOW (ENT_ROAD_BOTH (ENT_ROAD_BICYCLE) | ENT_ROAD_BOTH (ENT_ROAD_FOOT))
#define CAR ENT_ROAD_BOTH (ENT_ROAD_CAR)
#define FOOT ENT_ROAD_BOTH (ENT_ROAD_FOOT)

/* What part of a limit is driven on the average. */
#define SHARE_OF_LIMIT 0.8

/* In km/h: where no limit is known, and the most where one is. */
typedef struct
{
  const char *name;
  EntRoadClass kind;
  guint access;
  double car, car_most, bicycle, foot;
} Kind;

/* clang-format off */
static const Kind kinds[] = {
  { "residential",    ENT_ROAD_RESIDENTIAL,    ANY,  25,  32, 15, 4.8 },
  { "service",        ENT_ROAD_SERVICE,        ANY,  12,  20, 13, 4.8 },
  { "footway",        ENT_ROAD_FOOTWAY,        FOOT, 10,  10, 10, 4.8 },
  { "path",           ENT_ROAD_PATH,           SLOW, 10,  10, 11, 4.3 },
  { "track",          ENT_ROAD_TRACK,          SLOW, 15,  20, 12, 4.3 },
  { "unclassified",   ENT_ROAD_UNCLASSIFIED,   ANY,  38,  55, 16, 4.8 },
  { "tertiary",       ENT_ROAD_TERTIARY,       ANY,  42,  62, 16, 4.8 },
  { "secondary",      ENT_ROAD_SECONDARY,      ANY,  46,  70, 16, 4.8 },
  { "primary",        ENT_ROAD_PRIMARY,        ANY,  50,  78, 16, 4.8 },
  { "cycleway",       ENT_ROAD_CYCLEWAY,       SLOW, 10,  10, 17, 4.8 },
  { "steps",          ENT_ROAD_STEPS,          FOOT, 10,  10,  3, 2.5 },
  { "living_street",  ENT_ROAD_LIVING_STREET,  ANY,  11,  15, 13, 4.8 },
  { "pedestrian",     ENT_ROAD_PEDESTRIAN,     FOOT,  8,  10,  8, 4.8 },
  { "motorway",       ENT_ROAD_MOTORWAY,       CAR, 105, 108, 16, 4.8 },
  { "motorway_link",  ENT_ROAD_MOTORWAY,       CAR,  55,  65, 16, 4.8 },
  { "trunk",          ENT_ROAD_TRUNK,          CAR,  75,  95, 16, 4.8 },
  { "trunk_link",     ENT_ROAD_TRUNK,          CAR,  45,  55, 16, 4.8 },
  { "primary_link",   ENT_ROAD_PRIMARY,        ANY,  38,  50, 16, 4.8 },
  { "secondary_link", ENT_ROAD_SECONDARY,      ANY,  36,  50, 16, 4.8 },
  { "tertiary_link",  ENT_ROAD_TERTIARY,       ANY,  34,  45, 16, 4.8 },
  { "road",           ENT_ROAD_UNCLASSIFIED,   ANY,  25,  45, 15, 4.8 },
  { "bridleway",      ENT_ROAD_BRIDLEWAY,      FOOT, 10,  10, 10, 4.3 },
};

/* The most on a surface, in km/h; walkers hardly mind. */
static const struct
{
  const char *name;
  double car, bicycle;
} surfaces[] = {
  { "cobblestone", 30, 11 }, { "sett", 38, 13 }, { "unhewn_cobblestone", 20, 8 },
  { "compacted", 35, 14 }, { "fine_gravel", 30, 14 }, { "gravel", 25, 11 },
  { "pebblestone", 25, 11 }, { "unpaved", 25, 11 }, { "ground", 18, 10 },
  { "dirt", 18, 10 }, { "earth", 18, 10 }, { "grass", 12, 8 },
  { "mud", 8, 6 }, { "sand", 10, 6 }, { "wood", 25, 12 },
};

/* Zones by name, in km/h: what follows the country in “BE-WAL:rural”. */
static const struct
{
  const char *country, *zone;
  double limit;
} zones[] = {
  { "BE-WAL", "rural", 90 }, { "BE-VLG", "rural", 70 }, { "BE-BRU", "rural", 70 },
  { "BE-BRU", "urban", 30 }, { "DE", "rural", 100 }, { "DE", "motorway", 130 },
  { "FR", "rural", 80 }, { "FR", "motorway", 130 }, { "NL", "rural", 80 },
  { "LU", "motorway", 130 }, { "LU", "rural", 90 },
  { NULL, "rural", 80 }, { NULL, "urban", 50 }, { NULL, "motorway", 120 },
  { NULL, "trunk", 100 }, { NULL, "living_street", 20 }, { NULL, "school", 30 },
  { NULL, "bicycle_road", 30 }, { NULL, "cyclestreet", 30 }, { NULL, "pedestrian_zone", 10 },
};
/* clang-format on */

static gboolean
is_among (const char *value, const char *words)
{
  const char *found;
  gsize length;

  if (value == NULL || *value == '\0')
    return FALSE;
  length = strlen (value);
  for (found = strstr (words, value); found != NULL; found = strstr (found + 1, value))
    if ((found == words || found[-1] == ' ') && (found[length] == ' ' || found[length] == '\0'))
      return TRUE;
  return FALSE;
}

static double
zone_limit (const char *value)
{
  const char *colon = strchr (value, ':');
  const char *zone = colon != NULL ? colon + 1 : value;

  if (g_str_has_prefix (zone, "zone"))
    {
      zone += strlen ("zone");
      return CLAMP (g_ascii_strtod (*zone == ':' ? zone + 1 : zone, NULL), 0.0, 130.0);
    }
  if (g_ascii_isdigit (*zone))
    return CLAMP (g_ascii_strtod (zone, NULL), 0.0, 130.0);
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    if (strcmp (zones[i].zone, zone) == 0 &&
        (zones[i].country == NULL ||
         (colon != NULL && strlen (zones[i].country) == (gsize) (colon - value) &&
          strncmp (value, zones[i].country, (gsize) (colon - value)) == 0)))
      return zones[i].limit;
  return 0.0;
}

double
ent_road_speed_limit (const char *value)
{
  double number;
  char *end;

  if (value == NULL)
    return 0.0;
  if (strcmp (value, "walk") == 0)
    return 7.0;
  if (strcmp (value, "none") == 0)
    return 130.0;
  if (!g_ascii_isdigit (*value))
    return zone_limit (value);
  number = g_ascii_strtod (value, &end);
  if (strstr (end, "mph") != NULL)
    number *= 1.609344;
  return number >= 3.0 ? MIN (number, 130.0) : 0.0;
}

static double
limit_of (const EntPbfTags *tags)
{
  double limit = ent_road_speed_limit (ent_pbf_tag (tags, "maxspeed"));

  if (limit == 0.0)
    limit = ent_road_speed_limit (ent_pbf_tag (tags, "maxspeed:forward"));
  if (limit == 0.0)
    limit = ent_road_speed_limit (ent_pbf_tag (tags, "zone:maxspeed"));
  if (limit == 0.0)
    limit = ent_road_speed_limit (ent_pbf_tag (tags, "maxspeed:type"));
  if (limit == 0.0)
    limit = ent_road_speed_limit (ent_pbf_tag (tags, "source:maxspeed"));
  if (limit == 0.0)
    limit = ent_road_speed_limit (ent_pbf_tag (tags, "zone:traffic"));
  return limit;
}

typedef enum
{
  UNTOLD,
  ALLOWED,
  FORBIDDEN
} Say;

static Say
say (const char *value)
{
  if (value == NULL || *value == '\0' || strcmp (value, "unknown") == 0)
    return UNTOLD;
  return is_among (value,
                   "no private agricultural forestry agricultural;forestry emergency military "
                   "use_sidepath psv bus residents restricted")
             ? FORBIDDEN
             : ALLOWED;
}

/* The closer a word names the traveller, the more it counts. */
static Say
say_for (const EntPbfTags *tags, EntRoadMode mode)
{
  Say said = UNTOLD;

  if (mode == ENT_ROAD_CAR)
    {
      said = say (ent_pbf_tag (tags, "motorcar"));
      if (said == UNTOLD)
        said = say (ent_pbf_tag (tags, "motor_vehicle"));
    }
  else
    said = say (mode == ENT_ROAD_BICYCLE ? ent_pbf_tag (tags, "bicycle")
                                         : ent_pbf_tag (tags, "foot"));
  if (said == UNTOLD && mode != ENT_ROAD_FOOT)
    said = say (ent_pbf_tag (tags, "vehicle"));
  return said != UNTOLD ? said : say (ent_pbf_tag (tags, "access"));
}

/* The closed word of a mode opens a way that is not meant for it, the general word does not. */
static gboolean
is_welcome (const EntPbfTags *tags, EntRoadMode mode)
{
  if (mode == ENT_ROAD_CAR)
    return say (ent_pbf_tag (tags, "motorcar")) == ALLOWED ||
           say (ent_pbf_tag (tags, "motor_vehicle")) == ALLOWED;
  return say (mode == ENT_ROAD_BICYCLE ? ent_pbf_tag (tags, "bicycle")
                                       : ent_pbf_tag (tags, "foot")) == ALLOWED;
}

static guint
read_access (const EntPbfTags *tags, const Kind *kind)
{
  gboolean closed = is_among (ent_pbf_tag (tags, "motorroad"), "yes");
  guint access = 0;

  for (guint mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    {
      gboolean usual = (kind->access & ENT_ROAD_FORWARD (mode)) != 0;
      Say said = say_for (tags, mode);

      if (closed && mode != ENT_ROAD_CAR)
        continue;
      if (said == FORBIDDEN || (!usual && !is_welcome (tags, mode)))
        continue;
      access |= ENT_ROAD_BOTH (mode);
    }
  if (kind->kind == ENT_ROAD_TRACK && say_for (tags, ENT_ROAD_CAR) == UNTOLD &&
      is_among (ent_pbf_tag (tags, "tracktype"), "grade1"))
    access |= ENT_ROAD_BOTH (ENT_ROAD_CAR);
  return access;
}

/* 1: only along the way, -1: only against it, 0: both. */
static int
direction (const char *value, int otherwise)
{
  if (is_among (value, "yes 1 true"))
    return 1;
  if (is_among (value, "-1 reverse"))
    return -1;
  return is_among (value, "no 0 false") ? 0 : otherwise;
}

static guint
close_direction (guint access, EntRoadMode mode, int allowed)
{
  if (allowed > 0)
    access &= ~ENT_ROAD_BACKWARD (mode);
  if (allowed < 0)
    access &= ~ENT_ROAD_FORWARD (mode);
  return access;
}

static gboolean
goes_both_ways (const EntPbfTags *tags)
{
  const char *sides[] = { ent_pbf_tag (tags, "cycleway"), ent_pbf_tag (tags, "cycleway:left"),
                          ent_pbf_tag (tags, "cycleway:right"),
                          ent_pbf_tag (tags, "cycleway:both") };

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    if (sides[i] != NULL && g_str_has_prefix (sides[i], "opposite"))
      return TRUE;
  return FALSE;
}

static guint
close_sides (const EntPbfTags *tags, guint access)
{
  if (say (ent_pbf_tag (tags, "vehicle:forward")) == FORBIDDEN)
    access &= ~(ENT_ROAD_FORWARD (ENT_ROAD_CAR) | ENT_ROAD_FORWARD (ENT_ROAD_BICYCLE));
  if (say (ent_pbf_tag (tags, "vehicle:backward")) == FORBIDDEN)
    access &= ~(ENT_ROAD_BACKWARD (ENT_ROAD_CAR) | ENT_ROAD_BACKWARD (ENT_ROAD_BICYCLE));
  if (say (ent_pbf_tag (tags, "motor_vehicle:forward")) == FORBIDDEN)
    access &= ~ENT_ROAD_FORWARD (ENT_ROAD_CAR);
  if (say (ent_pbf_tag (tags, "motor_vehicle:backward")) == FORBIDDEN)
    access &= ~ENT_ROAD_BACKWARD (ENT_ROAD_CAR);
  if (say (ent_pbf_tag (tags, "bicycle:forward")) == FORBIDDEN)
    access &= ~ENT_ROAD_FORWARD (ENT_ROAD_BICYCLE);
  if (say (ent_pbf_tag (tags, "bicycle:backward")) == FORBIDDEN)
    access &= ~ENT_ROAD_BACKWARD (ENT_ROAD_BICYCLE);
  return access;
}

static guint
read_directions (const EntPbfTags *tags, const Kind *kind, guint access)
{
  gboolean implied = kind->kind == ENT_ROAD_MOTORWAY ||
                     is_among (ent_pbf_tag (tags, "junction"), "roundabout circular");
  int allowed = direction (ent_pbf_tag (tags, "oneway"), implied ? 1 : 0);
  int bicycle = goes_both_ways (tags) ? 0 : allowed;

  bicycle = direction (ent_pbf_tag (tags, "oneway:bicycle"), bicycle);
  access = close_direction (access, ENT_ROAD_CAR, allowed);
  access = close_direction (access, ENT_ROAD_BICYCLE, bicycle);
  access = close_direction (access, ENT_ROAD_FOOT,
                            direction (ent_pbf_tag (tags, "oneway:foot"), 0));
  return close_sides (tags, access);
}

static void
read_speeds (const EntPbfTags *tags, const Kind *kind, EntRoadWay *way)
{
  const char *surface = ent_pbf_tag (tags, "surface");
  double limit = limit_of (tags);

  way->speed[ENT_ROAD_CAR] = limit > 0.0 ? MIN (limit * SHARE_OF_LIMIT, kind->car_most) : kind->car;
  way->speed[ENT_ROAD_BICYCLE] = kind->bicycle;
  way->speed[ENT_ROAD_FOOT] = kind->foot;
  if (surface != NULL)
    for (gsize i = 0; i < G_N_ELEMENTS (surfaces); i++)
      if (strcmp (surfaces[i].name, surface) == 0)
        {
          way->speed[ENT_ROAD_CAR] = MIN (way->speed[ENT_ROAD_CAR], surfaces[i].car);
          way->speed[ENT_ROAD_BICYCLE] = MIN (way->speed[ENT_ROAD_BICYCLE], surfaces[i].bicycle);
        }
}

gboolean
ent_road_way_read (const EntPbfTags *tags, EntRoadWay *way)
{
  const char *highway = ent_pbf_tag (tags, "highway");
  const Kind *kind = NULL;

  for (gsize i = 0; highway != NULL && kind == NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, highway) == 0)
      kind = &kinds[i];
  if (kind == NULL)
    return FALSE;
  way->kind = kind->kind;
  way->access = read_access (tags, kind);
  if (way->access == 0)
    return FALSE;
  way->access = read_directions (tags, kind, way->access);
  read_speeds (tags, kind, way);
  return way->access != 0;
}

gboolean
ent_road_node_read (const EntPbfTags *tags, EntRoadNode *node)
{
  const char *barrier = ent_pbf_tag (tags, "barrier");
  guint usual = 0;

  node->barred = 0;
  node->signals = is_among (ent_pbf_tag (tags, "highway"), "traffic_signals");
  if (barrier == NULL)
    return node->signals;
  if (is_among (barrier, "bollard block cycle_barrier jersey_barrier motorcycle_barrier planter "
                         "kissing_gate stile turnstile full-height_turnstile chain rope log debris "
                         "wall fence hedge horse_stile"))
    usual |= 1 << ENT_ROAD_CAR;
  if (is_among (barrier, "stile turnstile full-height_turnstile wall fence hedge horse_stile"))
    usual |= 1 << ENT_ROAD_BICYCLE;
  if (is_among (barrier, "wall fence hedge"))
    usual |= 1 << ENT_ROAD_FOOT;
  for (guint mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    {
      Say said = say_for (tags, mode);

      if (said == FORBIDDEN || (said == UNTOLD && (usual >> mode & 1) != 0))
        node->barred |= 1 << mode;
    }
  return node->barred != 0 || node->signals;
}
