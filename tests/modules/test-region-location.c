/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which addresses wait for a place, what a region says of them, and how that is written: at once,
 * never over what a person chose, never for an address that has changed meanwhile. */

#include "ent-address-position.h"
#include "ent-error.h"
#include "ent-location-query.h"
#include "ent-location-run.h"
#include "ent-person.h"
#include "ent-region-build.h"
#include "module-fixture.h"

#include <glib/gstdio.h>

/* A street and houses of the extract that the tests bring along. */
#define POSTCODE "2275"
#define TOWN "Wechelderzande"
#define STREET "Moereind"

static EntRegion *region;
static EntAddresses *addresses;

static gint64
person_new (Fixture *fixture, const char *name)
{
  g_autoptr (EntPerson) person = ent_record_new (ENT_TYPE_PERSON);

  put (person, "last_name", ent_text (name));
  return insert (fixture, person);
}

static gint64
address_new (Fixture *fixture, const char *name, const char *street, const char *number)
{
  g_autoptr (EntAddress) address = ent_record_new (ENT_TYPE_ADDRESS);

  address->person_id = person_new (fixture, name);
  put (address, "kind", ent_text ("domicile"));
  put (address, "street", ent_text (street));
  put (address, "number", ent_text (number));
  put (address, "postcode", ent_text (POSTCODE));
  put (address, "locality", ent_text (TOWN));
  return insert (fixture, address);
}

static void
edit (Fixture *fixture, gint64 id, void (*change) (EntAddress *draft))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntAddress) stored = load (fixture, &ent_address_schema, id);
  g_autoptr (EntAddress) draft = ent_record_dup (stored);
  EntApply *apply = ent_apply_begin (fixture->db, "Test", "tester", &error);

  change (draft);
  g_assert_true (ent_apply_update (apply, stored, draft, &error));
  g_assert_true (ent_apply_commit (apply, &error));
  g_assert_no_error (error);
}

static void
set_pin (EntAddress *draft)
{
  const EntAddressPosition pin = { .point = { 51.26, 4.79 }, .placed_at = ENT_PLACED_BY_HAND };

  g_assert_true (ent_address_set_position (draft, &pin));
}

static void
move_away (EntAddress *draft)
{
  put (draft, "number", ent_text ("999"));
}

static void
end_yesterday (EntAddress *draft)
{
  put (draft, "to_day", ent_day (ent_day_today () - 1));
}

static GPtrArray *
waiting (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *places = ent_location_query_waiting (fixture->db, &error);

  g_assert_no_error (error);
  return places;
}

static EntLocationFindings *
look_up (GPtrArray *places)
{
  g_autoptr (GError) error = NULL;
  EntLocationProgress progress = { 0 };
  EntLocationFindings *findings = ent_location_run (addresses, places, &progress, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (progress.n_done, ==, places->len);
  g_assert_cmpuint (findings->answers->len, ==, places->len);
  return findings;
}

static guint
write_all (Fixture *fixture, EntLocationFindings *findings, gint64 *act)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Placed", "tester", &error);
  guint n = 0;

  g_assert_no_error (error);
  g_assert_true (ent_location_write (apply, findings->sure, &n, NULL, &error));
  g_assert_no_error (error);
  if (act != NULL)
    *act = ent_apply_get_id (apply);
  g_assert_true (ent_apply_commit (apply, &error));
  return n;
}

static void
test_who_waits (Fixture *fixture, gconstpointer unused)
{
  gint64 plain = address_new (fixture, "Adam", STREET, "20");
  gint64 over = address_new (fixture, "Baré", STREET, "20");
  gint64 pinned = address_new (fixture, "Collin", STREET, "20");
  g_autoptr (GPtrArray) places = NULL;
  EntLocationCounts counts;

  edit (fixture, over, end_yesterday);
  edit (fixture, pinned, set_pin);
  places = waiting (fixture);
  g_assert_cmpuint (places->len, ==, 1);
  g_assert_cmpint (ent_record_get_id (((EntLocated *) places->pdata[0])->address), ==, plain);
  g_assert_cmpstr (((EntLocated *) places->pdata[0])->name, ==, "Adam");
  ent_location_query_counts (fixture->db, &counts);
  g_assert_cmpint (counts.n_waiting, ==, 1);
  g_assert_cmpint (counts.n_placed, ==, 1);
}

/* Whoever corrects the place of one corrects those who live there, and nobody else. */
static void
test_home_is_a_household (Fixture *fixture, gconstpointer unused)
{
  gint64 one = address_new (fixture, "Adam", STREET, "20");
  gint64 other = address_new (fixture, "Baré", STREET, "20");
  gint64 elsewhere = address_new (fixture, "Collin", STREET, "22");
  gint64 waiting_one = address_new (fixture, "Dupré", STREET, "20");
  g_autoptr (GPtrArray) home = NULL;
  g_autoptr (GPtrArray) alone = NULL;
  g_autoptr (GError) error = NULL;

  edit (fixture, one, set_pin);
  edit (fixture, other, set_pin);
  edit (fixture, elsewhere, set_pin);
  home = ent_location_query_home (fixture->db, other, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (home->len, ==, 2);
  g_assert_cmpint (ent_record_get_id (((EntLocated *) home->pdata[0])->address), ==, other);
  g_assert_cmpint (ent_record_get_id (((EntLocated *) home->pdata[1])->address), ==, one);
  alone = ent_location_query_home (fixture->db, waiting_one, &error);
  g_assert_cmpuint (alone->len, ==, 1);
  g_assert_null (ent_location_query_home (fixture->db, 123456789, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND);
}

static void
test_pin_waits_again_when_the_address_changes (Fixture *fixture, gconstpointer unused)
{
  gint64 id = address_new (fixture, "Adam", STREET, "20");
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  EntLocationCounts counts;

  edit (fixture, id, set_pin);
  before = waiting (fixture);
  g_assert_cmpuint (before->len, ==, 0);
  ent_location_query_counts (fixture->db, &counts);
  g_assert_cmpint (counts.n_doubtful, ==, 0);
  edit (fixture, id, move_away);
  after = waiting (fixture);
  g_assert_cmpuint (after->len, ==, 1);
  ent_location_query_counts (fixture->db, &counts);
  g_assert_cmpint (counts.n_doubtful, ==, 1);
  g_assert_cmpint (counts.n_placed, ==, 1);
}

static void
test_sure_are_placed_and_undone_at_once (Fixture *fixture, gconstpointer unused)
{
  gint64 first = address_new (fixture, "Adam", STREET, "20");
  gint64 second = address_new (fixture, "Baré", "MOEREIND", "22");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (EntLocationFindings) findings = NULL;
  g_autoptr (EntAddress) placed = NULL;
  g_autoptr (EntAddress) again = NULL;
  EntApply *apply;
  gint64 act;

  places = waiting (fixture);
  findings = look_up (places);
  g_assert_cmpuint (findings->sure->len, ==, 2);
  g_assert_cmpuint (write_all (fixture, findings, &act), ==, 2);
  placed = load (fixture, &ent_address_schema, second);
  g_assert_cmpint (placed->placed_at, ==, ENT_PLACED_AT_NUMBER);
  g_assert_cmpint (placed->place_source, ==, ENT_PLACE_SOURCE_OSM);
  g_assert_true (ent_region_contains (region, ent_address_get_position (placed)));

  apply = ent_apply_begin (fixture->db, "Test", "tester", &error);
  g_assert_true (ent_apply_undo (apply, act, &error));
  g_assert_no_error (error);
  g_assert_true (ent_apply_commit (apply, &error));
  again = load (fixture, &ent_address_schema, first);
  g_assert_false (ent_address_has_position (again));
}

static void
test_unknown_and_doubtful_are_left (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (EntLocationFindings) findings = NULL;

  address_new (fixture, "Adam", "Rue du Hérisson Vert", "3");
  address_new (fixture, "Baré", STREET, "99999");
  places = waiting (fixture);
  findings = look_up (places);
  g_assert_cmpuint (findings->sure->len, ==, 0);
  g_assert_cmpuint (findings->n_not_found + findings->n_to_choose, ==, 2);
  g_assert_cmpuint (findings->n_to_choose, >=, 1);
}

static void
test_what_changed_meanwhile_is_left (Fixture *fixture, gconstpointer unused)
{
  gint64 moved = address_new (fixture, "Adam", STREET, "20");
  gint64 pinned = address_new (fixture, "Baré", STREET, "22");
  g_autoptr (GPtrArray) places = waiting (fixture);
  g_autoptr (EntLocationFindings) findings = look_up (places);
  g_autoptr (EntAddress) first = NULL;
  g_autoptr (EntAddress) second = NULL;

  g_assert_cmpuint (findings->sure->len, ==, 2);
  edit (fixture, moved, move_away);
  edit (fixture, pinned, set_pin);
  g_assert_cmpuint (write_all (fixture, findings, NULL), ==, 0);
  first = load (fixture, &ent_address_schema, moved);
  g_assert_false (ent_address_has_position (first));
  second = load (fixture, &ent_address_schema, pinned);
  g_assert_cmpint (second->placed_at, ==, ENT_PLACED_BY_HAND);
}

static void
test_run_stops_when_asked (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) places = NULL;

  address_new (fixture, "Adam", STREET, "20");
  places = waiting (fixture);
  g_cancellable_cancel (cancellable);
  g_assert_null (ent_location_run (addresses, places, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *extract = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  EntRegionSources sources = { .name = "Test" };
  int status;

  g_test_init (&argc, &argv, NULL);
  extract = g_test_build_filename (G_TEST_DIST, "..", "data", "demo", "wechelderzande-be.osm.pbf",
                                   NULL);
  folder = g_dir_make_tmp ("entraide-region-XXXXXX", NULL);
  path = g_build_filename (folder, "test.region", NULL);
  sources.osm_path = extract;
  g_assert_true (ent_region_build (&sources, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  region = ent_region_open (path, &error);
  g_assert_no_error (error);
  addresses = ent_addresses_open (region, &error);
  g_assert_no_error (error);

  ADD ("/region/location/who-waits", test_who_waits);
  ADD ("/region/location/home", test_home_is_a_household);
  ADD ("/region/location/pin-waits-again", test_pin_waits_again_when_the_address_changes);
  ADD ("/region/location/sure-and-undo", test_sure_are_placed_and_undone_at_once);
  ADD ("/region/location/left", test_unknown_and_doubtful_are_left);
  ADD ("/region/location/changed-meanwhile", test_what_changed_meanwhile_is_left);
  ADD ("/region/location/stops", test_run_stops_when_asked);
  status = g_test_run ();
  ent_addresses_unref (addresses);
  ent_region_unref (region);
  g_unlink (path);
  g_rmdir (folder);
  return status;
}
