/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An address keeps its place on the map while it reads the same, and a pin set by hand even
 * afterwards. */

#include "ent-address-position.h"
#include "ent-person.h"
#include "module-fixture.h"

static gint64
person_new (Fixture *fixture)
{
  g_autoptr (EntPerson) person = ent_record_new (ENT_TYPE_PERSON);

  put (person, "last_name", ent_text ("Delvaux"));
  return insert (fixture, person);
}

static EntAddress *
address_new (Fixture *fixture)
{
  EntAddress *address = ent_record_new (ENT_TYPE_ADDRESS);

  address->person_id = person_new (fixture);
  put (address, "kind", ent_text ("domicile"));
  put (address, "street", ent_text ("Rue des Saules"));
  put (address, "number", ent_text ("12"));
  put (address, "postcode", ent_text ("4999"));
  put (address, "locality", ent_text ("Sart-lez-Brumes"));
  return address;
}

static void
place (EntAddress *address, EntPlacedAt placed_at)
{
  const EntAddressPosition position = {
    .point = { 50.5921234, 5.6712345 },
    .placed_at = placed_at,
    .source = placed_at != ENT_PLACED_BY_HAND ? ENT_PLACE_SOURCE_BEST : 0,
    .checked_by = "tester",
    .checked_at = 1763715600000000,
  };

  g_assert_true (ent_address_set_position (address, &position));
}

/* Saves a change of one column and reads the address again; transfer full. */
static EntAddress *
change (Fixture *fixture, EntAddress *address, const char *column, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntAddress) stored = load (fixture, &ent_address_schema, ent_record_get_id (address));
  g_autoptr (EntAddress) draft = ent_record_dup (stored);
  EntApply *apply = ent_apply_begin (fixture->db, "Test", "tester", &error);

  g_assert_no_error (error);
  put (draft, column, ent_text (text));
  g_assert_true (ent_apply_update (apply, stored, draft, &error));
  g_assert_no_error (error);
  g_assert_true (ent_apply_commit (apply, &error));
  return load (fixture, &ent_address_schema, ent_record_get_id (address));
}

static void
test_place_is_kept_to_a_centimetre (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntAddress) address = address_new (fixture);
  g_autoptr (EntAddress) stored = NULL;
  EntPoint point;

  g_assert_false (ent_address_has_position (address));
  place (address, ENT_PLACED_AT_NUMBER);
  insert (fixture, address);
  stored = load (fixture, &ent_address_schema, ent_record_get_id (address));
  g_assert_true (ent_address_has_position (stored));
  point = ent_address_get_position (stored);
  g_assert_cmpfloat_with_epsilon (point.latitude, 50.5921234, 1e-9);
  g_assert_cmpfloat_with_epsilon (point.longitude, 5.6712345, 1e-9);
  g_assert_cmpint (stored->placed_at, ==, ENT_PLACED_AT_NUMBER);
  g_assert_cmpint (stored->place_source, ==, ENT_PLACE_SOURCE_BEST);
  g_assert_cmpstr (stored->checked_by, ==, "tester");
}

static void
test_other_street_loses_the_place (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntAddress) address = address_new (fixture);
  g_autoptr (EntAddress) stored = NULL;

  place (address, ENT_PLACED_AT_NUMBER);
  insert (fixture, address);
  stored = change (fixture, address, "street", "Rue du Puits");
  g_assert_false (ent_address_has_position (stored));
  g_assert_cmpint (stored->placed_at, ==, 0);
  g_assert_cmpint (stored->latitude, ==, ENT_INT_NONE);
  g_assert_null (stored->checked_by);
  g_assert_null (stored->placed_for);
}

static void
test_other_box_or_spelling_keeps_the_place (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntAddress) address = address_new (fixture);
  g_autoptr (EntAddress) boxed = NULL;
  g_autoptr (EntAddress) spelled = NULL;

  place (address, ENT_PLACED_AT_NUMBER);
  insert (fixture, address);
  boxed = change (fixture, address, "box", "3");
  g_assert_true (ent_address_has_position (boxed));
  spelled = change (fixture, address, "street", "RUE DES SAULES");
  g_assert_true (ent_address_has_position (spelled));
}

static void
test_pin_stays_and_is_doubted (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntAddress) address = address_new (fixture);
  g_autoptr (EntAddress) stored = NULL;

  place (address, ENT_PLACED_BY_HAND);
  insert (fixture, address);
  g_assert_false (ent_address_pin_is_doubtful (address));
  stored = change (fixture, address, "number", "14");
  g_assert_true (ent_address_has_position (stored));
  g_assert_true (ent_address_pin_is_doubtful (stored));
}

static void
test_undo_gives_the_place_back (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntAddress) address = address_new (fixture);
  g_autoptr (EntAddress) moved = NULL;
  g_autoptr (EntAddress) back = NULL;
  gint64 act;
  EntApply *apply;

  place (address, ENT_PLACED_BETWEEN_NUMBERS);
  insert (fixture, address);
  moved = change (fixture, address, "number", "99");
  g_assert_false (ent_address_has_position (moved));

  act = ent_db_number (fixture->db, "SELECT max (id) FROM change_set", ENT_NO_ARGS, 0);
  apply = ent_apply_begin (fixture->db, "Test", "tester", &error);
  g_assert_true (ent_apply_undo (apply, act, &error));
  g_assert_no_error (error);
  g_assert_true (ent_apply_commit (apply, &error));
  back = load (fixture, &ent_address_schema, ent_record_get_id (address));
  g_assert_cmpstr (back->number, ==, "12");
  g_assert_cmpint (back->placed_at, ==, ENT_PLACED_BETWEEN_NUMBERS);
  g_assert_true (ent_address_has_position (back));
}

static void
test_nowhere_is_no_place (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntAddress) address = address_new (fixture);
  const EntAddressPosition nowhere = { .point = { 91, 5 }, .placed_at = ENT_PLACED_BY_HAND };

  g_assert_false (ent_address_set_position (address, &nowhere));
  g_assert_false (ent_address_has_position (address));
}

static void
test_what_can_be_placed (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntAddress) address = address_new (fixture);

  g_assert_true (ent_address_can_be_placed (address));
  address->country_id = 7;
  g_assert_false (ent_address_can_be_placed (address));
  address->country_id = 0;
  put (address, "street", ent_null ());
  put (address, "postcode", ent_null ());
  put (address, "locality", ent_null ());
  g_assert_false (ent_address_can_be_placed (address));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/address-position/kept-to-a-centimetre", test_place_is_kept_to_a_centimetre);
  ADD ("/address-position/other-street", test_other_street_loses_the_place);
  ADD ("/address-position/other-box", test_other_box_or_spelling_keeps_the_place);
  ADD ("/address-position/pin-stays", test_pin_stays_and_is_doubted);
  ADD ("/address-position/undo", test_undo_gives_the_place_back);
  ADD ("/address-position/nowhere", test_nowhere_is_no_place);
  ADD ("/address-position/what-can-be-placed", test_what_can_be_placed);
  return g_test_run ();
}
