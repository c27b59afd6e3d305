/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is taken out of an extract: the forms in which OpenStreetMap tells addresses, each in a
 * small extract written by hand. Underscores stand for blanks, which they fold to. */
#include <glib.h>

#include "ent-addresses.h"
#include "roads-toy.h"

static EntAddresses *
open_toy (Toy *toy)
{
  g_autoptr(EntRegion) region = toy_import (toy);
  g_autoptr(GError) error = NULL;
  EntAddresses *addresses = ent_addresses_open (region, &error);

  g_assert_no_error (error);
  return addresses;
}

/* The best answer as text, how well it is known, and how far it is from where it should be. */
static void
check (EntAddresses *addresses,
       const char *text,
       const char *expected,
       EntAddressPrecision precision,
       EntPoint point)
{
  const EntAddressQuery query = { .text = text };
  g_auto(EntAddressAnswer) answer = { NULL };
  g_autofree char *found = NULL;
  const EntAddressMatch *best;

  g_test_message ("%s", text);
  g_assert_true (ent_addresses_resolve (addresses, &query, &answer, NULL));
  best = ent_address_answer_get_best (&answer);
  g_assert_nonnull (best);
  found = ent_address_match_format (best);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpint (best->precision, ==, precision);
  g_assert_cmpint (best->origin, ==, ENT_ADDRESS_ORIGIN_OSM);
  g_assert_cmpfloat (ent_geo_distance (best->point, point), <, 1.5);
}

/* A road from west to east, so many metres north. */
static void
add_road (Toy *toy, gint64 id, double north, double east, const char *tags)
{
  g_autofree char *nodes = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, id * 10,
                                            id * 10 + 1);

  toy_node (toy, id * 10, north, east, "");
  toy_node (toy, id * 10 + 1, north, east + 200.0, "");
  toy_way (toy, id, nodes, tags);
}

#define ADDRESS ENT_ADDRESS_PRECISION_ADDRESS
#define STREET ENT_ADDRESS_PRECISION_STREET

static void
test_nodes_and_buildings (void)
{
  g_autoptr(Toy) toy = toy_new ();
  g_autoptr(EntAddresses) addresses = NULL;

  add_road (toy, 1, 0, 0, "highway=residential name=Rue_Haute");
  toy_node (toy, 1, 20, 10,
            "addr:street=Rue_Haute addr:housenumber=1 addr:postcode=4870 addr:city=Trooz");
  toy_node (toy, 2, 40, 40, "");
  toy_node (toy, 3, 40, 60, "");
  toy_node (toy, 4, 60, 60, "");
  toy_node (toy, 5, 60, 40, "");
  toy_way (toy, 2, "2 3 4 5 2",
           "building=yes addr:street=Rue_Haute addr:housenumber=5-7 addr:postcode=4870");
  toy_node (toy, 6, 20, 100, "addr:street=Rue_Haute addr:housenumber=2;4,6bis");
  toy_node (toy, 7, 20, 120, "addr:street=Rue_Haute addr:housenumber=unknown");
  addresses = open_toy (toy);

  check (addresses, "Rue Haute 1, 4870", "Rue_Haute 1, 4870 Trooz", ADDRESS, toy_point (20, 10));
  check (addresses, "Rue Haute 7, 4870", "Rue_Haute 5-7, 4870 Trooz", ADDRESS, toy_point (50, 50));
  check (addresses, "Rue Haute 4, 4870", "Rue_Haute 4, 4870 Trooz", ADDRESS, toy_point (20, 100));
  check (addresses, "Rue Haute 6 bis, 4870", "Rue_Haute 6 bis, 4870 Trooz", ADDRESS,
         toy_point (20, 100));
}

/* Houses that leave their street to a relation, and a building whose number the outline has not. */
static void
test_relations (void)
{
  g_autoptr(Toy) toy = toy_new ();
  g_autoptr(EntAddresses) addresses = NULL;

  add_road (toy, 1, 0, 0, "highway=residential name=Rue_Haute");
  toy_node (toy, 1, 20, 10, "addr:housenumber=1 addr:postcode=4870 addr:city=Trooz");
  toy_node (toy, 2, 40, 40, "");
  toy_node (toy, 3, 40, 60, "");
  toy_node (toy, 4, 60, 60, "");
  toy_way (toy, 2, "2 3 4 2", "building=yes");
  toy_relation (toy, 1, "n1/house w1/street", "type=associatedStreet name=Rue_Haute");
  toy_relation (toy, 2, "w2/outer",
                "type=multipolygon building=yes addr:street=Rue_Haute addr:housenumber=3");
  addresses = open_toy (toy);

  check (addresses, "Rue Haute 1, 4870", "Rue_Haute 1, 4870 Trooz", ADDRESS, toy_point (20, 10));
  check (addresses, "Rue Haute 3, 4870", "Rue_Haute 3, 4870 Trooz", ADDRESS, toy_point (50, 50));
}

/* A road without houses takes its postcode from the houses around, its town from the map. */
static void
test_streets_without_houses (void)
{
  g_autoptr(Toy) toy = toy_new ();
  g_autoptr(EntAddresses) addresses = NULL;

  add_road (toy, 1, 0, 0, "highway=residential name=Rue_Haute");
  add_road (toy, 2, 100, 0, "highway=footway name=Ruelle_Basse");
  add_road (toy, 3, 40000, 0, "highway=residential name=Rue_Loin");
  toy_node (toy, 1, 20, 10,
            "addr:street=Rue_Haute addr:housenumber=1 addr:postcode=4870 addr:city=Trooz");
  toy_node (toy, 2, 40100, 0, "place=village name=Ailleurs name:nl=Elders");
  addresses = open_toy (toy);

  check (addresses, "Ruelle Basse, 4870 Trooz", "Ruelle_Basse, 4870 Trooz", STREET,
         toy_point (100, 100));
  check (addresses, "Rue Loin, Elders", "Rue_Loin, Ailleurs", STREET, toy_point (40000, 100));
}

/* The same name in two villages is two streets; in one village its pieces are one. */
static void
test_homonyms (void)
{
  g_autoptr(Toy) toy = toy_new ();
  g_autoptr(EntAddresses) addresses = NULL;
  g_auto(EntAddressAnswer) answer = { NULL };
  const EntAddressQuery query = { .text = "Rue Haute 1" };

  add_road (toy, 1, 0, 0, "highway=residential name=Rue_Haute");
  add_road (toy, 2, 0, 200, "highway=residential name=Rue_Haute");
  add_road (toy, 3, 6000, 0, "highway=residential name=Rue_Haute");
  toy_node (toy, 1, 20, 10,
            "addr:street=Rue_Haute addr:housenumber=1 addr:postcode=4870 addr:city=Trooz");
  toy_node (toy, 2, 6020, 10,
            "addr:street=Rue_Haute addr:housenumber=1 addr:postcode=4052 addr:city=Beaufays");
  addresses = open_toy (toy);

  g_assert_true (ent_addresses_resolve (addresses, &query, &answer, NULL));
  g_assert_cmpuint (answer.matches->len, ==, 2);
  g_assert_cmpint (answer.doubt, ==, ENT_ADDRESS_DOUBT_SEVERAL);
  check (addresses, "Rue Haute 1, Beaufays", "Rue_Haute 1, 4052 Beaufays", ADDRESS,
         toy_point (6020, 10));
  check (addresses, "Rue Haute 1, 4870", "Rue_Haute 1, 4870 Trooz", ADDRESS, toy_point (20, 10));
}

static void
test_languages_and_places (void)
{
  g_autoptr(Toy) toy = toy_new ();
  g_autoptr(EntAddresses) addresses = NULL;

  add_road (toy, 1, 0, 0,
            "highway=residential name=Rue_Neuve-Nieuwstraat name:fr=Rue_Neuve "
            "name:nl=Nieuwstraat name:de=Neustraße");
  toy_node (toy, 1, 20, 10, "addr:place=Le_Hameau addr:housenumber=3 addr:postcode=4870");
  toy_node (toy, 2, 500, 500, "place=hamlet name=Péry");
  addresses = open_toy (toy);

  check (addresses, "Rue Neuve, 4870", "Rue_Neuve, 4870", STREET, toy_point (0, 100));
  check (addresses, "Nieuwstr., 4870", "Nieuwstraat, 4870", STREET, toy_point (0, 100));
  check (addresses, "Neustr., 4870", "Neustraße, 4870", STREET, toy_point (0, 100));
  check (addresses, "Le Hameau 3, 4870", "Le_Hameau 3, 4870", ADDRESS, toy_point (20, 10));
  check (addresses, "Pery", "Péry", ENT_ADDRESS_PRECISION_LOCALITY, toy_point (500, 500));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address-part/nodes-and-buildings", test_nodes_and_buildings);
  g_test_add_func ("/address-part/relations", test_relations);
  g_test_add_func ("/address-part/streets-without-houses", test_streets_without_houses);
  g_test_add_func ("/address-part/homonyms", test_homonyms);
  g_test_add_func ("/address-part/languages-and-places", test_languages_and_places);
  return g_test_run ();
}
