/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tags mean to who travels. */
#include "ent-road-way.h"

#include "roads-toy.h"

#define CAR ENT_ROAD_BOTH (ENT_ROAD_CAR)
#define BICYCLE ENT_ROAD_BOTH (ENT_ROAD_BICYCLE)
#define FOOT ENT_ROAD_BOTH (ENT_ROAD_FOOT)
#define CAR_ON ENT_ROAD_FORWARD (ENT_ROAD_CAR)
#define CAR_BACK ENT_ROAD_BACKWARD (ENT_ROAD_CAR)
#define BICYCLE_ON ENT_ROAD_FORWARD (ENT_ROAD_BICYCLE)
#define FOOT_ON ENT_ROAD_FORWARD (ENT_ROAD_FOOT)

typedef struct
{
  gboolean found;
  EntRoadWay way;
  EntRoadNode node;
} Read;

static void
way_cb (const EntPbfWay *way, const EntPbfTags *tags, gpointer data)
{
  Read *read = data;

  read->found = ent_road_way_read (tags, &read->way);
}

static void
node_cb (const EntPbfNode *node, const EntPbfTags *tags, gpointer data)
{
  Read *read = data;

  if (node->id == 1)
    read->found = ent_road_node_read (tags, &read->node);
}

static Read
read_tags (const char *tags, gboolean as_node)
{
  EntPbfHandler handler = { .way = as_node ? NULL : way_cb, .node = as_node ? node_cb : NULL };
  g_autoptr (Toy) toy = toy_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EntPbf) pbf = NULL;
  Read read = { 0 };

  toy_node (toy, 1, 0, 0, as_node ? tags : "");
  toy_way (toy, 1, "1 2", as_node ? "" : tags);
  bytes = toy_write (toy, TOY_RAW);
  pbf = ent_pbf_new (bytes, NULL);
  g_assert_true (ent_pbf_read (pbf, &handler, &read, NULL, NULL));
  return read;
}

static void
test_access (void)
{
  static const struct
  {
    const char *tags;
    guint access; /* 0: nobody goes there */
  } cases[] = {
    { "highway=residential", CAR | BICYCLE | FOOT },
    { "highway=residential access=no", 0 },
    { "highway=residential access=private", 0 },
    { "highway=residential access=no foot=yes", FOOT },
    { "highway=residential access=destination", CAR | BICYCLE | FOOT },
    { "highway=residential motor_vehicle=no", BICYCLE | FOOT },
    { "highway=residential vehicle=no", FOOT },
    { "highway=residential vehicle=no bicycle=yes", BICYCLE | FOOT },
    { "highway=residential motor_vehicle=no motorcar=yes", CAR | BICYCLE | FOOT },
    { "highway=residential foot=use_sidepath", CAR | BICYCLE },
    { "highway=service motor_vehicle=agricultural", BICYCLE | FOOT },
    { "highway=track", BICYCLE | FOOT },
    { "highway=track tracktype=grade1", CAR | BICYCLE | FOOT },
    { "highway=track tracktype=grade1 motor_vehicle=no", BICYCLE | FOOT },
    { "highway=track motor_vehicle=destination", CAR | BICYCLE | FOOT },
    { "highway=footway", FOOT },
    { "highway=footway bicycle=yes", FOOT | BICYCLE },
    { "highway=steps", FOOT },
    { "highway=path", BICYCLE | FOOT },
    { "highway=path access=yes", BICYCLE | FOOT },
    { "highway=cycleway foot=no", BICYCLE },
    { "highway=motorway", CAR_ON },
    { "highway=trunk", CAR },
    { "highway=primary motorroad=yes", CAR },
    { "highway=construction", 0 },
    { "highway=bus_guideway", 0 },
    { "building=yes", 0 },
    { "", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Read read = read_tags (cases[i].tags, FALSE);

      g_test_message ("%s", cases[i].tags);
      g_assert_cmpint (read.found, ==, cases[i].access != 0);
      if (read.found)
        g_assert_cmphex (read.way.access, ==, cases[i].access);
    }
}

static void
test_directions (void)
{
  static const struct
  {
    const char *tags;
    guint access;
  } cases[] = {
    { "highway=residential oneway=yes", CAR_ON | BICYCLE_ON | FOOT },
    { "highway=residential oneway=1", CAR_ON | BICYCLE_ON | FOOT },
    { "highway=residential oneway=no", CAR | BICYCLE | FOOT },
    { "highway=residential oneway=-1", CAR_BACK | ENT_ROAD_BACKWARD (ENT_ROAD_BICYCLE) | FOOT },
    { "highway=residential oneway=yes oneway:bicycle=no", CAR_ON | BICYCLE | FOOT },
    { "highway=residential oneway=yes cycleway=opposite", CAR_ON | BICYCLE | FOOT },
    { "highway=residential oneway=yes cycleway:left=opposite_lane", CAR_ON | BICYCLE | FOOT },
    { "highway=residential junction=roundabout", CAR_ON | BICYCLE_ON | FOOT },
    { "highway=residential junction=roundabout oneway=no", CAR | BICYCLE | FOOT },
    { "highway=motorway oneway=no", CAR },
    { "highway=cycleway oneway:foot=yes", BICYCLE | FOOT_ON },
    { "highway=residential motor_vehicle:backward=no", CAR_ON | BICYCLE | FOOT },
    { "highway=residential vehicle:forward=no",
      CAR_BACK | ENT_ROAD_BACKWARD (ENT_ROAD_BICYCLE) | FOOT },
    { "highway=residential bicycle:backward=no", CAR | BICYCLE_ON | FOOT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Read read = read_tags (cases[i].tags, FALSE);

      g_test_message ("%s", cases[i].tags);
      g_assert_true (read.found);
      g_assert_cmphex (read.way.access, ==, cases[i].access);
    }
}

static void
test_limits (void)
{
  static const struct
  {
    const char *value;
    double limit;
  } cases[] = {
    { "50", 50 },
    { "30 mph", 48.28 },
    { "walk", 7 },
    { "none", 130 },
    { "signals", 0 },
    { "BE-WAL:rural", 90 },
    { "BE-VLG:rural", 70 },
    { "BE:rural", 80 },
    { "BE:urban", 50 },
    { "BE-BRU:urban", 30 },
    { "BE:zone30", 30 },
    { "DE:zone:30", 30 },
    { "DE:30", 30 },
    { "30", 30 },
    { "zone30", 30 },
    { "DE:rural", 100 },
    { "BE:motorway", 120 },
    { "BE:living_street", 20 },
    { "sign", 0 },
    { "", 0 },
    { "1", 0 },
    { "999", 130 },
    { "BE:cyclestreet", 30 },
    { "-50", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].value);
      g_assert_cmpfloat_with_epsilon (ent_road_speed_limit (cases[i].value), cases[i].limit, 0.01);
    }
  g_assert_cmpfloat (ent_road_speed_limit (NULL), ==, 0.0);
}

static double
speed (const char *tags, EntRoadMode mode)
{
  return read_tags (tags, FALSE).way.speed[mode];
}

static void
test_speeds (void)
{
  g_assert_cmpfloat (speed ("highway=residential", ENT_ROAD_CAR), ==, 25.0);
  g_assert_cmpfloat (speed ("highway=residential maxspeed=30", ENT_ROAD_CAR), ==, 24.0);
  g_assert_cmpfloat (speed ("highway=residential maxspeed=90", ENT_ROAD_CAR), ==, 32.0);
  g_assert_cmpfloat (speed ("highway=primary maxspeed=BE-WAL:rural", ENT_ROAD_CAR), ==, 72.0);
  g_assert_cmpfloat (speed ("highway=primary zone:maxspeed=BE:30", ENT_ROAD_CAR), ==, 24.0);
  g_assert_cmpfloat (speed ("highway=primary maxspeed:type=BE:urban", ENT_ROAD_CAR), ==, 40.0);
  g_assert_cmpfloat (speed ("highway=primary source:maxspeed=sign", ENT_ROAD_CAR), ==, 50.0);
  g_assert_cmpfloat (speed ("highway=tertiary surface=gravel maxspeed=90", ENT_ROAD_CAR), ==, 25.0);
  g_assert_cmpfloat (speed ("highway=track surface=sand", ENT_ROAD_BICYCLE), ==, 6.0);
  g_assert_cmpfloat (speed ("highway=steps", ENT_ROAD_FOOT), <, 3.0);
  g_assert_cmpfloat (speed ("highway=residential maxspeed=5", ENT_ROAD_FOOT), ==, 4.8);
}

static void
test_nodes (void)
{
  const guint car = 1 << ENT_ROAD_CAR, bicycle = 1 << ENT_ROAD_BICYCLE, foot = 1 << ENT_ROAD_FOOT;
  const struct
  {
    const char *tags;
    guint barred;
    gboolean signals;
  } cases[] = {
    { "barrier=bollard", car, FALSE },
    { "barrier=bollard motor_vehicle=yes", 0, FALSE },
    { "barrier=gate", 0, FALSE },
    { "barrier=gate access=private", car | bicycle | foot, FALSE },
    { "barrier=gate access=no foot=yes bicycle=yes", car, FALSE },
    { "barrier=gate vehicle=no", car | bicycle, FALSE },
    { "barrier=stile", car | bicycle, FALSE },
    { "barrier=wall", car | bicycle | foot, FALSE },
    { "highway=traffic_signals", 0, TRUE },
    { "highway=crossing", 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Read read = read_tags (cases[i].tags, TRUE);

      g_test_message ("%s", cases[i].tags);
      g_assert_cmpint (read.found, ==, cases[i].barred != 0 || cases[i].signals);
      g_assert_cmphex (read.node.barred, ==, cases[i].barred);
      g_assert_cmpint (read.node.signals, ==, cases[i].signals);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/road-way/access", test_access);
  g_test_add_func ("/road-way/directions", test_directions);
  g_test_add_func ("/road-way/limits", test_limits);
  g_test_add_func ("/road-way/speeds", test_speeds);
  g_test_add_func ("/road-way/nodes", test_nodes);
  return g_test_run ();
}
