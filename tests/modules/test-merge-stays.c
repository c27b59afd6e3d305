/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging two persons who lived in one household or stood in each other's contacts: one line can
 * hold less than two, and nothing said is lost. */

#include "ent-civil-status.h"
#include "ent-note.h"
#include "ent-person-query.h"
#include "ent-relation.h"
#include "merge-fixture.h"

static void
test_same_household_is_one_stay (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  gint64 one = add_household (fixture);
  gint64 other = add_household (fixture);
  g_autoptr (GPtrArray) stays = NULL;
  EntHouseholdMember *stay;

  add_member (fixture, one, two.a, "2015-01-01", "2019-12-31");
  add_member (fixture, one, two.b, "2014-01-01", "2015-06-30");
  add_member (fixture, one, two.b, "2020-01-01", NULL);
  add_member (fixture, other, two.b, "2010-01-01", "2013-12-31");
  merge_two (fixture, two);

  stays = ent_household_query_memberships (fixture->db, two.a, NULL);
  g_assert_cmpuint (stays->len, ==, 2);
  stay = g_ptr_array_index (stays, 0);
  g_assert_cmpint (stay->household_id, ==, other);
  stay = g_ptr_array_index (stays, 1);
  g_assert_cmpint (stay->household_id, ==, one);
  g_assert_cmpint (stay->from_day, ==, day ("2014-01-01"));
  g_assert_cmpint (stay->to_day, ==, ENT_DAY_NONE);
}

static void
test_separate_stays_stay (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  gint64 one = add_household (fixture);

  add_member (fixture, one, two.a, "2015-01-01", "2015-12-31");
  add_member (fixture, one, two.b, "2016-01-02", NULL);
  merge_two (fixture, two);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM household_member"), ==, 2);
}

static void
test_nobody_is_their_own_contact (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  g_autoptr (EntRelation) relation = owned (ENT_TYPE_RELATION, two.a);
  g_autoptr (EntRelation) reverse = owned (ENT_TYPE_RELATION, two.b);
  g_autoptr (EntCivilStatus) married = owned (ENT_TYPE_CIVIL_STATUS, two.b);
  g_autoptr (EntCivilStatus) widowed = owned (ENT_TYPE_CIVIL_STATUS, two.a);
  g_autoptr (EntCivilStatus) read = NULL;

  put (relation, "role", ent_text ("contact"));
  put (relation, "other_id", ent_int (two.b));
  insert (fixture, relation);
  put (reverse, "role", ent_text ("trusted"));
  put (reverse, "other_id", ent_int (two.a));
  insert (fixture, reverse);
  put (married, "status", ent_text ("married"));
  put (married, "partner_id", ent_int (two.a));
  insert (fixture, married);
  put (widowed, "status", ent_text ("widowed"));
  put (widowed, "partner_id", ent_int (two.b));
  insert (fixture, widowed);

  merge_two (fixture, two);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM relation"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM civil_status"), ==, 2);
  read = load (fixture, &ent_civil_status_schema, ent_record_get_id (married));
  g_assert_cmpint (read->person_id, ==, two.a);
  g_assert_cmpint (read->partner_id, ==, 0);
}

static EntHouseholdMember *
only_stay (Fixture *fixture, gint64 person)
{
  g_autoptr (GPtrArray) stays = ent_household_query_memberships (fixture->db, person, NULL);

  g_assert_cmpuint (stays->len, ==, 1);
  return g_object_ref (g_ptr_array_index (stays, 0));
}

static void
test_stays_on_other_terms_are_noted (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  gint64 household = add_household (fixture);
  g_autoptr (EntHouseholdMember) first = owned (ENT_TYPE_HOUSEHOLD_MEMBER, two.a);
  g_autoptr (EntHouseholdMember) second = owned (ENT_TYPE_HOUSEHOLD_MEMBER, two.b);
  g_autoptr (EntHouseholdMember) kept = NULL;

  put (first, "household_id", ent_int (household));
  put (first, "role", ent_text ("reference"));
  put (first, "from_day", iso ("2015-01-01"));
  put (first, "note", ent_text ("Key with the neighbour"));
  insert (fixture, first);
  put (second, "household_id", ent_int (household));
  put (second, "role", ent_text ("child"));
  put (second, "from_day", iso ("2014-03-02"));
  put (second, "to_day", iso ("2016-05-04"));
  put (second, "custody_percent", ent_int (40));
  put (second, "shares_matters", ent_int (0));
  put (second, "note", ent_text ("Sleeps in the attic"));
  insert (fixture, second);

  merge_two (fixture, two);
  kept = only_stay (fixture, two.a);
  g_assert_cmpint (kept->from_day, ==, day ("2014-03-02"));
  g_assert_cmpint (kept->to_day, ==, ENT_DAY_NONE);
  g_assert_cmpstr (kept->note, ==,
                   "Key with the neighbour · Sleeps in the attic · Merged record: Role: Child, "
                   "From: 02/03/2014, Until: 04/05/2016, Custody in %: 40, "
                   "Shares household matters: No");
}

static void
test_stays_that_follow_on_other_terms_stay (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  gint64 household = add_household (fixture);
  g_autoptr (EntHouseholdMember) child = owned (ENT_TYPE_HOUSEHOLD_MEMBER, two.b);

  add_member (fixture, household, two.a, "2015-01-01", NULL);
  put (child, "household_id", ent_int (household));
  put (child, "role", ent_text ("child"));
  put (child, "from_day", iso ("2000-01-01"));
  put (child, "to_day", iso ("2014-12-31"));
  insert (fixture, child);
  merge_two (fixture, two);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM household_member"), ==, 2);
}

static void
test_what_a_contact_said_is_noted (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  g_autoptr (EntRelation) relation = owned (ENT_TYPE_RELATION, two.b);
  g_autoptr (GPtrArray) notes = NULL;

  put (relation, "role", ent_text ("contact"));
  put (relation, "other_id", ent_int (two.a));
  put (relation, "phone", ent_text ("0470 12 34 56"));
  put (relation, "mandate", ent_text ("Signs for the rent"));
  insert (fixture, relation);

  merge_two (fixture, two);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM relation"), ==, 0);
  notes = ent_person_query_owned (fixture->db, &ent_note_schema, two.a, NULL);
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_cmpstr (ENT_NOTE (g_ptr_array_index (notes, 0))->text, ==,
                   "Relation between two records of one person\nRole: Contact person\n"
                   "Phone: 0470 12 34 56\nMandate: Signs for the rent");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/merge/same-household-is-one-stay", test_same_household_is_one_stay);
  ADD ("/merge/separate-stays-stay", test_separate_stays_stay);
  ADD ("/merge/nobody-is-their-own-contact", test_nobody_is_their_own_contact);
  ADD ("/merge/stays-on-other-terms-are-noted", test_stays_on_other_terms_are_noted);
  ADD ("/merge/stays-that-follow-on-other-terms-stay", test_stays_that_follow_on_other_terms_stay);
  ADD ("/merge/what-a-contact-said-is-noted", test_what_a_contact_said_is_noted);

  return g_test_run ();
}
