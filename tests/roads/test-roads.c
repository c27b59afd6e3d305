/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Travel over hand-made roads: what may be gone, where, and how long it takes. Every time is asked
 * of the plain search, of the hierarchy and of the way itself. */
#include "ent-roads.h"

#include <string.h>

#include "ent-roads-error.h"
#include "roads-toy.h"

#define NEVER ENT_ROADS_NEVER
#define CAR ENT_ROAD_CAR
#define BICYCLE ENT_ROAD_BICYCLE
#define FOOT ENT_ROAD_FOOT

/* A square with sides of 1 km, its corners 1 2 3 4 from the south-west, against the clock. Each
 * side is a way of that number. */
static Toy *
square (const char *const tags[4])
{
  Toy *toy = toy_new ();

  toy_node (toy, 1, 0, 0, "");
  toy_node (toy, 2, 0, 1000, "");
  toy_node (toy, 3, 1000, 1000, "");
  toy_node (toy, 4, 1000, 0, "");
  toy_way (toy, 1, "1 2", tags[0]);
  toy_way (toy, 2, "2 3", tags[1]);
  toy_way (toy, 3, "3 4", tags[2]);
  toy_way (toy, 4, "4 1", tags[3]);
  return toy;
}

static const char *const plain_sides[4] = { "highway=residential", "highway=residential",
                                            "highway=residential", "highway=residential" };

/* Seconds for so many metres at so many km/h. */
static guint32
seconds_for (double metres, double speed)
{
  return (guint32) (metres * 3.6 / speed + 0.5);
}

#define assert_near(seconds, expected) \
  G_STMT_START \
  { \
    guint32 found = (seconds), meant = (expected); \
    g_assert_cmpuint (found, >=, meant - 1); \
    g_assert_cmpuint (found, <=, meant + 1); \
  } \
  G_STMT_END

static void
test_square (void)
{
  g_autoptr (Toy) toy = square (plain_sides);
  g_autoptr (EntRoads) roads = toy_roads (toy);
  EntPoint south = toy_point (0, 300), east = toy_point (200, 1000);

  assert_near (toy_seconds (roads, CAR, south, east), seconds_for (900, 25));
  assert_near (toy_seconds (roads, CAR, east, south), seconds_for (900, 25));
  assert_near (toy_seconds (roads, BICYCLE, south, east), seconds_for (900, 15));
  assert_near (toy_seconds (roads, FOOT, south, east), seconds_for (900, 4.8));
  assert_near (toy_seconds (roads, FOOT, south, toy_point (0, 800)), seconds_for (500, 4.8));
  g_assert_cmpuint (toy_seconds (roads, FOOT, south, south), ==, 0);
  assert_near (toy_seconds (roads, CAR, toy_point (0, 100), toy_point (1000, 100)),
               seconds_for (1200, 25));
}

static void
test_oneway (void)
{
  const char *const sides[4] = { "highway=residential oneway=yes", "highway=residential",
                                 "highway=residential", "highway=residential" };
  g_autoptr (Toy) toy = square (sides);
  g_autoptr (EntRoads) roads = toy_roads (toy);
  EntPoint west = toy_point (100, 0), east = toy_point (100, 1000);
  EntPoint early = toy_point (0, 200), late = toy_point (0, 700);

  assert_near (toy_seconds (roads, CAR, west, east), seconds_for (1200, 25));
  assert_near (toy_seconds (roads, CAR, east, west), seconds_for (2800, 25));
  assert_near (toy_seconds (roads, FOOT, east, west), seconds_for (1200, 4.8));
  assert_near (toy_seconds (roads, CAR, early, late), seconds_for (500, 25));
  assert_near (toy_seconds (roads, CAR, late, early), seconds_for (3500, 25));
}

static void
test_roundabout (void)
{
  g_autoptr (Toy) toy = toy_new ();
  g_autoptr (EntRoads) roads = NULL;

  toy_node (toy, 1, 0, 0, "");
  toy_node (toy, 2, 0, 100, "");
  toy_node (toy, 3, 100, 100, "");
  toy_node (toy, 4, 100, 0, "");
  toy_node (toy, 5, -500, 0, "");
  toy_node (toy, 6, -500, 100, "");
  toy_way (toy, 1, "1 2 3 4 1", "highway=residential junction=roundabout");
  toy_way (toy, 2, "1 5", "highway=residential");
  toy_way (toy, 3, "2 6", "highway=residential");
  roads = toy_roads (toy);
  assert_near (toy_seconds (roads, CAR, toy_point (-400, 0), toy_point (-400, 100)),
               seconds_for (900, 25));
  assert_near (toy_seconds (roads, CAR, toy_point (-400, 100), toy_point (-400, 0)),
               seconds_for (1100, 25));
}

/* From the west one may go straight on, south or north; a forbidden turn means a detour of 2 km. */
static Toy *
crossing (const char *restriction)
{
  Toy *toy = toy_new ();

  toy_node (toy, 1, 0, 0, "");
  toy_node (toy, 2, 0, -500, "");
  toy_node (toy, 3, 0, 1000, "");
  toy_node (toy, 4, 1000, 0, "");
  toy_node (toy, 5, 1000, 1000, "");
  toy_node (toy, 6, 0, -800, "");
  toy_way (toy, 1, "6 2 1", "highway=residential");
  toy_way (toy, 2, "1 3", "highway=residential");
  toy_way (toy, 3, "1 4", "highway=residential");
  toy_way (toy, 4, "3 5 4", "highway=residential");
  if (restriction != NULL)
    toy_relation (toy, 1, "w1/from n1/via w3/to", restriction);
  return toy;
}

static guint32
turn_seconds (const char *restriction, EntRoadMode mode)
{
  g_autoptr (Toy) toy = crossing (restriction);
  g_autoptr (EntRoads) roads = toy_roads (toy);
  guint32 back = toy_seconds (roads, mode, toy_point (400, 0), toy_point (0, -400));

  /* The other way round nothing is forbidden. */
  assert_near (back, seconds_for (800, mode == CAR ? 25 : mode == BICYCLE ? 15 : 4.8));
  return toy_seconds (roads, mode, toy_point (0, -400), toy_point (400, 0));
}

static void
test_forbidden_turn (void)
{
  const char *no_left = "type=restriction restriction=no_left_turn";

  assert_near (turn_seconds (NULL, CAR), seconds_for (800, 25));
  /* To the east end of the street, where one may turn round, and back to turn right: */
  assert_near (turn_seconds (no_left, CAR), seconds_for (400 + 1000 + 1000 + 400, 25));
  assert_near (turn_seconds (no_left, BICYCLE), seconds_for (2800, 15));
  assert_near (turn_seconds (no_left, FOOT), seconds_for (800, 4.8));
  assert_near (turn_seconds ("type=restriction restriction=no_left_turn except=bicycle", BICYCLE),
               seconds_for (800, 15));
  assert_near (turn_seconds ("type=restriction restriction:motorcar=no_left_turn", BICYCLE),
               seconds_for (800, 15));
  assert_near (turn_seconds ("type=restriction restriction:motorcar=no_left_turn", CAR),
               seconds_for (2800, 25));
  assert_near (turn_seconds ("type=restriction restriction=no_left_turn except=motorcar", CAR),
               seconds_for (800, 25));
}

static void
test_only_turn (void)
{
  g_autoptr (Toy) toy = crossing (NULL);
  g_autoptr (EntRoads) roads = NULL;

  assert_near (turn_seconds ("type=restriction restriction=only_left_turn", CAR),
               seconds_for (800, 25));
  toy_relation (toy, 1, "w1/from n1/via w2/to", "type=restriction restriction=only_straight_on");
  roads = toy_roads (toy);
  assert_near (toy_seconds (roads, CAR, toy_point (0, -400), toy_point (0, 400)),
               seconds_for (800, 25));
  assert_near (toy_seconds (roads, CAR, toy_point (0, -400), toy_point (400, 0)),
               seconds_for (2800, 25));
  assert_near (toy_seconds (roads, FOOT, toy_point (0, -400), toy_point (400, 0)),
               seconds_for (800, 4.8));
}

/* Members that are missing, doubled or elsewhere bind nothing, and break nothing. */
static void
test_broken_restrictions (void)
{
  const char *tags = "type=restriction restriction=no_left_turn";
  const char *const members[] = { "w1/from n1/via",        "n1/via w3/to",
                                  "w1/from w3/to",         "w1/from n99/via w3/to",
                                  "w99/from n1/via w3/to", "w1/from n2/via w3/to",
                                  "w1/from w2/via w3/to",  "w1/from w2/from n1/via w3/to",
                                  "r1/from r1/via r1/to" };
  g_autoptr (Toy) toy = crossing (NULL);
  g_autoptr (EntRoads) roads = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    toy_relation (toy, (gint64) i + 1, members[i], tags);
  toy_relation (toy, 50, "w1/from n1/via w3/to", "type=restriction restriction=give_way");
  toy_relation (toy, 51, "w1/from n1/via w3/to", "type=route restriction=no_left_turn");
  roads = toy_roads (toy);
  assert_near (toy_seconds (roads, CAR, toy_point (0, -400), toy_point (400, 0)),
               seconds_for (800, 25));
}

/* A bollard in the middle of the southern side. */
static void
test_barrier (void)
{
  g_autoptr (Toy) toy = toy_new ();
  g_autoptr (EntRoads) roads = NULL;
  EntPoint before = toy_point (0, 400), behind = toy_point (0, 600);

  toy_node (toy, 1, 0, 0, "");
  toy_node (toy, 2, 0, 1000, "");
  toy_node (toy, 3, 1000, 1000, "");
  toy_node (toy, 4, 1000, 0, "");
  toy_node (toy, 5, 0, 500, "barrier=bollard");
  toy_way (toy, 1, "1 5 2", "highway=residential");
  toy_way (toy, 2, "2 3 4 1", "highway=residential");
  roads = toy_roads (toy);
  assert_near (toy_seconds (roads, CAR, before, behind), seconds_for (3800, 25));
  assert_near (toy_seconds (roads, CAR, behind, before), seconds_for (3800, 25));
  assert_near (toy_seconds (roads, CAR, toy_point (0, 100), before), seconds_for (300, 25));
  assert_near (toy_seconds (roads, BICYCLE, before, behind), seconds_for (200, 15));
}

static void
test_signals (void)
{
  g_autoptr (Toy) toy = toy_new ();
  g_autoptr (EntRoads) roads = NULL;

  toy_node (toy, 1, 0, 0, "");
  toy_node (toy, 2, 0, 500, "highway=traffic_signals");
  toy_node (toy, 3, 0, 1000, "");
  toy_node (toy, 4, 500, 500, "");
  toy_way (toy, 1, "1 2", "highway=residential");
  toy_way (toy, 2, "2 3", "highway=residential");
  toy_way (toy, 3, "2 4", "highway=residential");
  roads = toy_roads (toy);
  assert_near (toy_seconds (roads, CAR, toy_point (0, 1), toy_point (0, 999)),
               seconds_for (998, 25) + 8);
}

/* An island of roads is no place to bring a carer to, as long as the mainland is within reach. */
static void
test_component (void)
{
  g_autoptr (Toy) toy = square (plain_sides);
  g_autoptr (EntRoads) roads = NULL;
  EntRoadPlace place;

  toy_node (toy, 11, 400, 300, "");
  toy_node (toy, 12, 400, 600, "");
  toy_way (toy, 11, "11 12", "highway=residential");
  roads = toy_roads (toy);
  g_assert_true (ent_roads_snap (roads, CAR, toy_point (400, 400), &place));
  g_assert_cmpfloat_with_epsilon (place.metres, 400, 2);
  g_assert_cmpfloat (place.metres, >, ENT_ROADS_WARN_METRES);
  g_assert_cmpuint (toy_seconds (roads, CAR, toy_point (400, 400), toy_point (0, 700)), !=, NEVER);
}

/* A street that one can enter but not leave. */
static void
test_trap (void)
{
  g_autoptr (Toy) toy = square (plain_sides);
  g_autoptr (EntRoads) roads = NULL;
  EntRoadPlace place;

  toy_node (toy, 11, 300, 300, "");
  toy_way (toy, 11, "1 11", "highway=residential oneway=yes");
  roads = toy_roads (toy);
  g_assert_true (ent_roads_snap (roads, CAR, toy_point (290, 290), &place));
  g_assert_cmpfloat (place.metres, >, 250);
  g_assert_true (ent_roads_snap (roads, FOOT, toy_point (290, 290), &place));
  g_assert_cmpfloat (place.metres, <, 10);
}

static void
test_never_on_a_motorway (void)
{
  g_autoptr (Toy) toy = square (plain_sides);
  g_autoptr (EntRoads) roads = NULL;
  EntRoadPlace place;

  toy_way (toy, 11, "1 3", "highway=trunk");
  toy_way (toy, 12, "4 2", "highway=motorway");
  roads = toy_roads (toy);
  g_assert_true (ent_roads_snap (roads, CAR, toy_point (500, 500), &place));
  g_assert_cmpfloat_with_epsilon (place.metres, 500, 2);
  /* Going along it is another matter. */
  assert_near (toy_seconds (roads, CAR, toy_point (0, 1), toy_point (1000, 999)),
               seconds_for (1414.2, 75));
}

static void
test_access_of_ways (void)
{
  const char *const sides[4] = { "highway=residential access=private", "highway=residential",
                                 "highway=footway", "highway=residential" };
  g_autoptr (Toy) toy = square (sides);
  g_autoptr (EntRoads) roads = toy_roads (toy);
  EntPoint west = toy_point (500, 0), east = toy_point (500, 1000);

  g_assert_cmpuint (toy_seconds (roads, FOOT, west, east), ==, seconds_for (2000, 4.8));
  g_assert_cmpuint (toy_seconds (roads, FOOT, toy_point (-20, 500), west), !=, NEVER);
}

static void
test_nothing_near (void)
{
  g_autoptr (Toy) toy = square (plain_sides);
  g_autoptr (EntRoads) roads = toy_roads (toy);
  EntPoint far = toy_point (9000, 0), wrong = { 200, 500 }, here = toy_point (0, 1);
  EntRoadPlace place;

  g_assert_false (ent_roads_snap (roads, CAR, far, &place));
  g_assert_false (ent_roads_snap (roads, CAR, wrong, &place));
  g_assert_cmpuint (toy_seconds (roads, CAR, here, far), ==, NEVER);
  g_assert_cmpuint (toy_seconds (roads, CAR, far, here), ==, NEVER);
  g_assert_cmpuint (toy_seconds (roads, CAR, far, far), ==, NEVER);
  g_assert_true (ent_roads_snap (roads, CAR, toy_point (2900, 0), &place));
}

/* Roads around the earth, as damage makes them: weeks of walking are no answer, and no overflow. */
static void
test_too_far (void)
{
  g_autoptr (Toy) toy = toy_new ();
  g_autoptr (EntRoads) roads = NULL;
  const double far = 6e6;
  EntPoint from = toy_point (0, 100), to = toy_point (200, 100);

  toy_node (toy, 1, 0, 0, "");
  toy_node (toy, 2, 0, far, "");
  toy_node (toy, 3, 200, 0, "");
  toy_way (toy, 1, "1 2", "highway=residential");
  toy_way (toy, 2, "2 3", "highway=residential");
  roads = toy_roads (toy);
  g_assert_cmpuint (toy_seconds (roads, FOOT, from, to), ==, NEVER);
  g_assert_cmpuint (toy_seconds (roads, CAR, from, to), >, 1700000);
  g_assert_cmpuint (toy_seconds (roads, CAR, from, to), <, 1750000);
}

static double
length_of (const EntRoute *route)
{
  double metres = 0.0;

  for (guint i = 1; i < route->n_points; i++)
    metres += ent_geo_distance (route->points[i - 1], route->points[i]);
  return metres;
}

static void
check_shape (EntRoads *roads, EntPoint from, EntPoint to, double metres)
{
  EntTravelQuery query = { .mode = CAR, .from = &from, .n_from = 1, .to = &to, .n_to = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRoute) route = ent_roads_route (roads, &query, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (route->metres, metres, 3);
  g_assert_cmpfloat_with_epsilon (length_of (route), metres, 3);
  g_assert_cmpfloat (ent_geo_distance (route->points[0], from), <, 15);
  g_assert_cmpfloat (ent_geo_distance (route->points[route->n_points - 1], to), <, 15);
}

static void
test_shape (void)
{
  g_autoptr (Toy) toy = toy_new ();
  g_autoptr (EntRoads) roads = NULL;

  toy_node (toy, 1, 0, 0, "");
  toy_node (toy, 2, 0, 3000, "");
  toy_node (toy, 3, 1500, 3000, "");
  toy_node (toy, 4, 1500, 2000, "");
  toy_node (toy, 5, 500, 2000, "");
  toy_node (toy, 6, 500, 0, "");
  toy_way (toy, 1, "1 2 3 4", "highway=residential");
  toy_way (toy, 2, "6 5 4", "highway=residential");
  toy_way (toy, 3, "6 1", "highway=residential");
  roads = toy_roads (toy);
  check_shape (roads, toy_point (10, 500), toy_point (-10, 2500), 2000);
  check_shape (roads, toy_point (10, 2500), toy_point (-10, 500), 2000);
  check_shape (roads, toy_point (0, 2900), toy_point (1000, 2000), 100 + 1500 + 1000 + 500);
  check_shape (roads, toy_point (1000, 2000), toy_point (0, 2900), 3100);
  check_shape (roads, toy_point (500, 300), toy_point (0, 400), 300 + 500 + 400);
}

/* A street that comes back to where it began is one edge with one end. */
static void
test_loop (void)
{
  g_autoptr (Toy) toy = toy_new ();
  g_autoptr (EntRoads) roads = NULL;

  toy_node (toy, 1, 0, 0, "");
  toy_node (toy, 2, 0, 100, "");
  toy_node (toy, 3, 100, 100, "");
  toy_node (toy, 4, 100, 0, "");
  toy_node (toy, 5, 0, -300, "");
  toy_way (toy, 1, "1 2 3 4 1", "highway=residential");
  toy_way (toy, 2, "5 1", "highway=residential");
  roads = toy_roads (toy);
  check_shape (roads, toy_point (0, -200), toy_point (0, 50), 250);
  check_shape (roads, toy_point (50, 0), toy_point (0, -200), 250);
  check_shape (roads, toy_point (0, 50), toy_point (100, 50), 200);
}

static void
test_factors (void)
{
  g_autoptr (Toy) toy = square (plain_sides);
  g_autoptr (EntRoads) roads = toy_roads (toy);
  EntPoint places[] = { toy_point (0, 100), toy_point (0, 900) };
  EntTravelFactors factors;
  EntTravelQuery query = { .mode = CAR, .from = places, .n_from = 2, .factors = &factors };
  g_autoptr (EntTravelTable) quiet = NULL;
  g_autoptr (EntTravelTable) busy = NULL;

  ent_travel_factors_init (&factors);
  factors.factor[CAR][ENT_TRAVEL_MORNING] = 2.0;
  query.slot = ENT_TRAVEL_QUIET;
  quiet = ent_roads_table (roads, &query, NULL, NULL);
  query.slot = ENT_TRAVEL_MORNING;
  busy = ent_roads_table (roads, &query, NULL, NULL);
  g_assert_cmpuint (quiet->seconds[1], ==, seconds_for (800, 25));
  g_assert_cmpuint (busy->seconds[1], ==, seconds_for (1600, 25));
  g_assert_cmpuint (busy->metres[1], ==, quiet->metres[1]);
  g_assert_cmpuint (busy->seconds[0], ==, 0);
}

static void
table_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **answer = data;

  *answer = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr (Toy) toy = square (plain_sides);
  g_autoptr (EntRoads) roads = toy_roads (toy);
  EntPoint places[] = { toy_point (0, 100), toy_point (0, 900), toy_point (900, 0) };
  EntTravelQuery query = { .mode = CAR, .from = places, .n_from = 3, .to = places, .n_to = 2 };
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GAsyncResult) stopped = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntTravelTable) table = NULL;

  ent_roads_table_async (roads, &query, NULL, table_made_cb, &answer);
  memset (places, 0, sizeof places);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  table = ent_roads_table_finish (answer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (table->n_from, ==, 3);
  g_assert_cmpuint (table->n_to, ==, 2);
  g_assert_cmpuint (table->seconds[1], ==, seconds_for (800, 25));

  g_cancellable_cancel (cancellable);
  ent_roads_table_async (roads, &query, cancellable, table_made_cb, &stopped);
  while (stopped == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (ent_roads_table_finish (stopped, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_empty_lists (void)
{
  g_autoptr (Toy) toy = square (plain_sides);
  g_autoptr (EntRoads) roads = toy_roads (toy);
  EntPoint place = toy_point (0, 100);
  EntTravelQuery none = { .mode = CAR, .from = &place, .n_from = 0 };
  EntTravelQuery row = { .mode = CAR, .from = &place, .n_from = 1, .to = &place, .n_to = 0 };
  g_autoptr (EntTravelTable) first = ent_roads_table (roads, &none, NULL, NULL);
  g_autoptr (EntTravelTable) second = ent_roads_table (roads, &row, NULL, NULL);

  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_cmpuint (second->n_to, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roads/square", test_square);
  g_test_add_func ("/roads/oneway", test_oneway);
  g_test_add_func ("/roads/roundabout", test_roundabout);
  g_test_add_func ("/roads/forbidden-turn", test_forbidden_turn);
  g_test_add_func ("/roads/only-turn", test_only_turn);
  g_test_add_func ("/roads/broken-restrictions", test_broken_restrictions);
  g_test_add_func ("/roads/barrier", test_barrier);
  g_test_add_func ("/roads/signals", test_signals);
  g_test_add_func ("/roads/component", test_component);
  g_test_add_func ("/roads/trap", test_trap);
  g_test_add_func ("/roads/never-on-a-motorway", test_never_on_a_motorway);
  g_test_add_func ("/roads/access", test_access_of_ways);
  g_test_add_func ("/roads/nothing-near", test_nothing_near);
  g_test_add_func ("/roads/too-far", test_too_far);
  g_test_add_func ("/roads/shape", test_shape);
  g_test_add_func ("/roads/loop", test_loop);
  g_test_add_func ("/roads/factors", test_factors);
  g_test_add_func ("/roads/async", test_async);
  g_test_add_func ("/roads/empty-lists", test_empty_lists);
  return g_test_run ();
}
