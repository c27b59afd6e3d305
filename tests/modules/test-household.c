/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Households as of any day, moves, custody, overlaps. */

#include "ent-error.h"
#include "ent-household-rules.h"
#include "ent-household.h"
#include "ent-person-enums.h"
#include "ent-person-query.h"
#include "ent-person.h"
#include "module-fixture.h"
#include "record-checks.h"

#include <string.h>

static EntHouseholdMember *
new_member (gint64 household, gint64 person, const char *role, const char *from, const char *to)
{
  EntHouseholdMember *member = ent_record_new (ENT_TYPE_HOUSEHOLD_MEMBER);

  put (member, "household_id", ent_int (household));
  put (member, "person_id", ent_int (person));
  put (member, "role", ent_text (role));
  put (member, "from_day", iso (from));
  put (member, "to_day", iso (to));
  return member;
}

static EntHouseholdMember *
add (GPtrArray *members,
     gint64 household,
     gint64 person,
     const char *role,
     const char *from,
     const char *to)
{
  EntHouseholdMember *member = new_member (household, person, role, from, to);

  g_ptr_array_add (members, member);
  ent_record_set_identity (member, members->len, 1);
  return member;
}

/* Anne with Luc until 2020, then with Marc; their child Zoé half of the time since 2021. */
static GPtrArray *
family (void)
{
  GPtrArray *members = g_ptr_array_new_with_free_func (g_object_unref);

  add (members, 1, 30, "child", "2021-01-01", NULL);
  add (members, 1, 20, "partner", "2015-06-01", "2020-03-31");
  add (members, 1, 40, "partner", "2020-04-01", NULL);
  add (members, 1, 10, "reference", "2010-01-01", NULL);
  return members;
}

static void
assert_present (GPtrArray *members, const char *on, const char *expected)
{
  g_autoptr (GPtrArray) present = ent_household_on (members, day (on));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < present->len; i++)
    {
      EntHouseholdMember *member = g_ptr_array_index (present, i);

      g_string_append_printf (text, "%s%d", i > 0 ? " " : "", (int) member->person_id);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_as_of_a_day (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) members = family ();

  assert_present (members, "2009-12-31", "");
  assert_present (members, "2010-01-01", "10");
  assert_present (members, "2015-06-01", "10 20");
  assert_present (members, "2020-03-31", "10 20");
  assert_present (members, "2020-04-01", "10 40");
  assert_present (members, "2020-12-31", "10 40");
  assert_present (members, "2021-01-01", "10 40 30");
}

static void
test_who_shares (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) members = family ();

  g_assert_cmpuint (ent_household_n_sharing (members, day ("2020-03-31")), ==, 2);
  put (g_ptr_array_index (members, 1), "shares_matters", ent_int (0));
  g_assert_cmpuint (ent_household_n_sharing (members, day ("2020-03-31")), ==, 1);
  g_assert_cmpuint (ent_household_n_sharing (members, day ("2020-04-01")), ==, 2);
}

static void
test_events (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) members = family ();
  g_autoptr (GArray) events = ent_household_events (members);
  static const struct
  {
    const char *day;
    EntHouseholdMove move;
    gint64 person;
  } expected[] = {
    { "2010-01-01", ENT_HOUSEHOLD_ARRIVED, 10 }, { "2015-06-01", ENT_HOUSEHOLD_ARRIVED, 20 },
    { "2020-04-01", ENT_HOUSEHOLD_LEFT, 20 },    { "2020-04-01", ENT_HOUSEHOLD_ARRIVED, 40 },
    { "2021-01-01", ENT_HOUSEHOLD_ARRIVED, 30 },
  };

  g_assert_cmpuint (events->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < events->len; i++)
    {
      EntHouseholdEvent *event = &g_array_index (events, EntHouseholdEvent, i);

      g_assert_cmpint (event->day, ==, day (expected[i].day));
      g_assert_cmpint (event->move, ==, expected[i].move);
      g_assert_cmpint (event->member->person_id, ==, expected[i].person);
    }
}

static void
test_member_checks (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntHouseholdMember) member = new_member (1, 2, "child", "2020-01-02", NULL);

  g_assert_true (member->shares_matters);
  assert_clean (member);
  put (member, "custody_percent", ent_int (0));
  assert_error (member, "custody_percent");
  put (member, "custody_percent", ent_int (101));
  assert_error (member, "custody_percent");
  put (member, "custody_percent", ent_int (100));
  assert_clean (member);
  put (member, "role", ent_text ("partner"));
  assert_warning (member, "custody_percent");
  put (member, "custody_percent", ent_null ());
  put (member, "to_day", iso ("2020-01-01"));
  assert_error (member, "to_day");
}

static guint
n_warnings (GPtrArray *members, const char *on, const char *field)
{
  g_autoptr (EntIssues) issues = ent_issues_new ();
  guint n = 0;

  if (on != NULL)
    ent_household_check (members, day (on), issues);
  else
    ent_household_check_person (members, issues);
  g_assert_cmpuint (ent_issues_n_errors (issues), ==, 0);
  for (guint i = 0; i < ent_issues_n (issues); i++)
    n += g_strcmp0 (ent_issues_field (issues, i), field) == 0;

  return n;
}

static void
test_reference_persons (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) members = family ();

  g_assert_cmpuint (n_warnings (members, "2026-01-01", "role"), ==, 0);
  g_assert_cmpuint (n_warnings (members, "2009-01-01", "role"), ==, 0); /* nobody there yet */
  put (g_ptr_array_index (members, 2), "role", ent_text ("reference"));
  g_assert_cmpuint (n_warnings (members, "2020-03-31", "role"), ==, 0);
  g_assert_cmpuint (n_warnings (members, "2020-04-01", "role"), ==, 1);
  put (g_ptr_array_index (members, 2), "role", ent_text ("partner"));
  put (g_ptr_array_index (members, 3), "role", ent_text ("partner"));
  g_assert_cmpuint (n_warnings (members, "2020-04-01", "role"), ==, 1);
}

static void
test_twice_in_one_household (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) members = family ();

  add (members, 1, 20, "partner", "2020-04-01", "2020-04-30");
  g_assert_cmpuint (n_warnings (members, "2026-01-01", "person_id"), ==, 0);
  add (members, 1, 20, "partner", "2020-04-30", NULL);
  g_assert_cmpuint (n_warnings (members, "2026-01-01", "person_id"), ==, 1);
}

static void
test_two_households (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) stays = g_ptr_array_new_with_free_func (g_object_unref);
  EntHouseholdMember *first = add (stays, 1, 30, "child", "2020-01-01", "2020-12-31");
  EntHouseholdMember *second = add (stays, 2, 30, "child", "2021-01-01", NULL);

  g_assert_cmpuint (n_warnings (stays, NULL, "from_day"), ==, 0);
  put (second, "from_day", iso ("2020-12-31"));
  g_assert_cmpuint (n_warnings (stays, NULL, "from_day"), ==, 1);
  put (first, "custody_percent", ent_int (50));
  g_assert_cmpuint (n_warnings (stays, NULL, "from_day"), ==, 1);
  put (second, "custody_percent", ent_int (50));
  g_assert_cmpuint (n_warnings (stays, NULL, "from_day"), ==, 0);
  g_assert_cmpuint (n_warnings (stays, NULL, "custody_percent"), ==, 0);
  put (second, "custody_percent", ent_int (51));
  g_assert_cmpuint (n_warnings (stays, NULL, "custody_percent"), ==, 1);
  /* Not on the same day: no sum. */
  put (second, "from_day", iso ("2021-01-01"));
  g_assert_cmpuint (n_warnings (stays, NULL, "custody_percent"), ==, 0);
}

static gint64
add_person (Fixture *fixture, const char *last, const char *first)
{
  g_autoptr (EntPerson) person = ent_record_new (ENT_TYPE_PERSON);

  put (person, "last_name", ent_text (last));
  put (person, "first_names", ent_text (first));
  return insert (fixture, person);
}

static gint64
add_household (Fixture *fixture)
{
  g_autoptr (EntHousehold) household = ent_record_new (ENT_TYPE_HOUSEHOLD);

  return insert (fixture, household);
}

static void
apply_set (Fixture *fixture, EntChangeSet *set)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Test", "tester", &error);

  for (guint i = 0; i < ent_change_set_n_changes (set); i++)
    {
      ent_apply_change (apply, ent_change_set_get (set, i), &error);
      g_assert_no_error (error);
    }
  g_assert_true (ent_apply_commit (apply, &error));
}

static void
test_moving (Fixture *fixture, gconstpointer unused)
{
  gint64 zoe = add_person (fixture, "Leroy", "Zoé");
  gint64 old = add_household (fixture);
  gint64 new = add_household (fixture);
  g_autoptr (EntHouseholdMember) stay = new_member (old, zoe, "child", "2015-01-01", NULL);
  g_autoptr (EntHouseholdMember) arrival = NULL;
  g_autoptr (EntHouseholdMember) again = NULL;
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Test");
  g_autoptr (EntChangeSet) correction = ent_change_set_new ("Test");
  g_autoptr (EntHouseholdMember) read = NULL;
  g_autoptr (GPtrArray) stays = NULL;

  put (stay, "custody_percent", ent_int (40));
  put (stay, "shares_matters", ent_int (0));
  insert (fixture, stay);
  arrival = ent_household_move (set, stay, new, day ("2026-05-01"));
  apply_set (fixture, set);

  g_assert_cmpint (ent_household_query_current (fixture->db, zoe, day ("2026-04-30")), ==, old);
  g_assert_cmpint (ent_household_query_current (fixture->db, zoe, day ("2026-05-01")), ==, new);
  g_assert_cmpint (ent_household_query_current (fixture->db, zoe, day ("2014-12-31")), ==, 0);
  stays = ent_household_query_memberships (fixture->db, zoe, NULL);
  g_assert_cmpuint (stays->len, ==, 2);
  read = g_object_ref (g_ptr_array_index (stays, 1));
  g_assert_cmpint (read->custody_percent, ==, 40);
  g_assert_false (read->shares_matters);
  g_assert_cmpint (read->role, ==, ENT_MEMBER_CHILD);

  /* Moved on, on the very day of arrival: that stay never was. */
  again = ent_household_move (correction, read, old, day ("2026-05-01"));
  apply_set (fixture, correction);
  g_assert_cmpint (ent_household_query_current (fixture->db, zoe, day ("2026-05-01")), ==, old);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM household_member"), ==, 2);
}

static void
test_moving_before_arriving (Fixture *fixture, gconstpointer unused)
{
  gint64 zoe = add_person (fixture, "Leroy", "Zoé");
  gint64 old = add_household (fixture);
  gint64 new = add_household (fixture);
  g_autoptr (EntHouseholdMember) stay = new_member (old, zoe, "child", "2020-01-01", NULL);
  g_autoptr (EntHouseholdMember) arrival = NULL;
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Test");
  g_autoptr (EntIssues) issues = ent_issues_new ();
  g_autoptr (GError) error = NULL;
  gboolean refused = FALSE;
  EntApply *apply;

  insert (fixture, stay);
  ent_household_check_move (stay, new, day ("2020-01-01"), issues);
  g_assert_cmpuint (ent_issues_n (issues), ==, 0);
  ent_household_check_move (stay, new, day ("2019-12-31"), issues);
  g_assert_nonnull (strstr (ent_issues_for (issues, "from_day"), "01/01/2020"));

  /* A slip of the keyboard must not take the stay away. */
  arrival = ent_household_move (set, stay, new, day ("2016-05-01"));
  apply = ent_apply_begin (fixture->db, "Test", "tester", NULL);
  for (guint i = 0; i < ent_change_set_n_changes (set) && !refused; i++)
    refused = !ent_apply_change (apply, ent_change_set_get (set, i), &error);
  ent_apply_abort (apply);
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID);
  g_assert_cmpint (ent_household_query_current (fixture->db, zoe, day ("2020-01-01")), ==, old);
}

static void
test_moving_in_the_same_household (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntHouseholdMember) stay = new_member (1, 30, "child", "2020-01-01", NULL);
  g_autoptr (EntIssues) elsewhere = ent_issues_new ();
  g_autoptr (EntIssues) here = ent_issues_new ();

  ent_household_check_move (stay, 2, day ("2026-01-01"), elsewhere);
  ent_household_check_move (stay, 0, day ("2026-01-01"), elsewhere);
  g_assert_cmpuint (ent_issues_n (elsewhere), ==, 0);
  ent_household_check_move (stay, 1, day ("2026-01-01"), here);
  g_assert_nonnull (ent_issues_for (here, "household_id"));
}

/* A stay that is over keeps its last day, wherever it was. */
static void
test_moving_a_stay_that_ended (Fixture *fixture, gconstpointer unused)
{
  gint64 zoe = add_person (fixture, "Leroy", "Zoé");
  gint64 old = add_household (fixture);
  gint64 new = add_household (fixture);
  g_autoptr (EntHouseholdMember) stay = new_member (old, zoe, "child", "2020-01-01", "2022-06-30");
  g_autoptr (EntHouseholdMember) arrival = NULL;
  g_autoptr (EntHouseholdMember) late = NULL;
  g_autoptr (EntHouseholdMember) before = NULL;
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Test");
  g_autoptr (EntChangeSet) later = ent_change_set_new ("Test");

  insert (fixture, stay);
  late = ent_household_move (later, stay, new, day ("2026-01-01"));
  g_assert_cmpuint (ent_change_set_n_changes (later), ==, 1);
  g_assert_cmpint (late->to_day, ==, ENT_DAY_NONE);

  arrival = ent_household_move (set, stay, new, day ("2021-01-01"));
  apply_set (fixture, set);
  g_assert_cmpint (arrival->to_day, ==, day ("2022-06-30"));
  before = load (fixture, &ent_household_member_schema, ent_record_get_id (stay));
  g_assert_cmpint (before->to_day, ==, day ("2020-12-31"));
  g_assert_cmpint (ent_household_query_current (fixture->db, zoe, day ("2022-06-30")), ==, new);
  g_assert_cmpint (ent_household_query_current (fixture->db, zoe, day ("2022-07-01")), ==, 0);
}

static void
test_larger_custody_is_home (Fixture *fixture, gconstpointer unused)
{
  gint64 zoe = add_person (fixture, "Leroy", "Zoé");
  gint64 one = add_household (fixture);
  gint64 two = add_household (fixture);
  g_autoptr (EntHouseholdMember) more = new_member (one, zoe, "child", "2015-01-01", NULL);
  g_autoptr (EntHouseholdMember) less = new_member (two, zoe, "child", "2016-01-01", NULL);

  put (more, "custody_percent", ent_int (60));
  put (less, "custody_percent", ent_int (40));
  insert (fixture, more);
  insert (fixture, less);
  g_assert_cmpint (ent_household_query_current (fixture->db, zoe, day ("2020-01-01")), ==, one);
}

static void
test_summary_names_members (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_household (fixture);
  g_autoptr (EntHouseholdMember) child = NULL;
  g_autoptr (EntHouseholdMember) parent = NULL;
  g_autoptr (EntHouseholdMember) gone = NULL;
  g_autoptr (EntHousehold) empty = load (fixture, &ent_household_schema, id);
  g_autoptr (EntHousehold) full = NULL;
  g_autofree char *before = ent_record_get_summary (empty);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) members = NULL;

  child = new_member (id, add_person (fixture, "Dupont", "Anne"), "child", "2015-01-01", NULL);
  parent = new_member (id, add_person (fixture, "Leroy", "Zoé"), "reference", "2015-01-01", NULL);
  gone = new_member (id, add_person (fixture, "Abel", "Luc"), "partner", "2015-01-01",
                     "2016-01-01");
  insert (fixture, child);
  insert (fixture, parent);
  insert (fixture, gone);
  full = load (fixture, &ent_household_schema, id);
  after = ent_record_get_summary (full);
  g_assert_cmpstr (before, ==, "Empty household");
  g_assert_cmpstr (after, ==, "Leroy Zoé, Dupont Anne");
  members = ent_household_query_members (fixture->db, id, NULL);
  g_assert_cmpuint (members->len, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/household/as-of-a-day", test_as_of_a_day);
  ADD ("/household/who-shares", test_who_shares);
  ADD ("/household/events", test_events);
  ADD ("/household/member-checks", test_member_checks);
  ADD ("/household/reference-persons", test_reference_persons);
  ADD ("/household/twice-in-one-household", test_twice_in_one_household);
  ADD ("/household/two-households", test_two_households);
  ADD ("/household/moving", test_moving);
  ADD ("/household/moving-before-arriving", test_moving_before_arriving);
  ADD ("/household/moving-in-the-same-household", test_moving_in_the_same_household);
  ADD ("/household/moving-a-stay-that-ended", test_moving_a_stay_that_ended);
  ADD ("/household/larger-custody-is-home", test_larger_custody_is_home);
  ADD ("/household/summary-names-members", test_summary_names_members);

  return g_test_run ();
}
