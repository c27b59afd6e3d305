/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Aids granted: what is refused, what runs on a day, for how long. */

#include "ent-aid-query.h"
#include "ent-aid-rules.h"
#include "ent-aid.h"
#include "ent-error.h"
#include "ent-person.h"
#include "ent-query.h"
#include "module-fixture.h"
#include "record-checks.h"

static EntAid *
new_aid (EntAidKind kind, const char *from, const char *to)
{
  EntAid *aid = ent_record_new (ENT_TYPE_AID);

  aid->kind = (int) kind;
  put (aid, "from_day", iso (from));
  put (aid, "to_day", iso (to));
  return aid;
}

static EntAid *
new_ris (const char *from, const char *to)
{
  EntAid *aid = new_aid (ENT_AID_RIS, from, to);

  aid->category = ENT_AID_SINGLE;
  aid->monthly_amount = 131420;
  return aid;
}

static GPtrArray *
list_of (EntAid *first, EntAid *second, EntAid *third)
{
  EntAid *aids[] = { first, second, third };
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (aids) && aids[i] != NULL; i++)
    {
      ent_record_set_identity (aids[i], i + 1, 1);
      g_ptr_array_add (list, aids[i]);
    }
  return list;
}

static gint64
add_person (Fixture *fixture)
{
  g_autoptr (EntPerson) person = ent_record_new (ENT_TYPE_PERSON);

  put (person, "last_name", ent_text ("Dupont"));
  put (person, "first_names", ent_text ("Anne"));
  return insert (fixture, person);
}

static void
test_income_needs_category_and_amount (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntAid) bare = new_aid (ENT_AID_ERIS, "2026-01-01", NULL);
  g_autoptr (EntAid) whole = new_ris ("2026-01-01", NULL);
  g_autoptr (EntAid) food = new_aid (ENT_AID_FOOD, "2026-01-01", NULL);

  assert_error (bare, "category");
  assert_error (bare, "monthly_amount");
  assert_clean (whole);
  assert_clean (food);
}

static void
test_checks (Fixture *fixture, gconstpointer unused)
{
  static const char *const wrong_hours[] = { "0", "-3", "51", "38h", "nan", "inf", "trente" };
  static const char *const right_hours[] = { "38", "28,5", "28.5", "0,5" };
  g_autoptr (EntAid) backwards = new_ris ("2026-05-10", "2026-05-09");
  g_autoptr (EntAid) below = new_ris ("2026-05-10", "2026-05-10");
  g_autoptr (EntAid) job = new_aid (ENT_AID_ARTICLE_60, "2026-05-10", NULL);

  assert_error (backwards, "to_day");
  below->monthly_amount = -1;
  assert_error (below, "monthly_amount");
  below->monthly_amount = 0;
  assert_clean (below);
  below->one_off_amount = -1;
  assert_error (below, "one_off_amount");

  job->days_worked = -1;
  assert_error (job, "days_worked");
  job->days_worked = 312;
  for (guint i = 0; i < G_N_ELEMENTS (wrong_hours); i++)
    {
      put (job, "weekly_hours", ent_text (wrong_hours[i]));
      assert_error (job, "weekly_hours");
    }
  for (guint i = 0; i < G_N_ELEMENTS (right_hours); i++)
    {
      put (job, "weekly_hours", ent_text (right_hours[i]));
      assert_clean (job);
    }
}

static void
test_overlap_warns (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) aids = list_of (new_ris ("2026-01-01", "2026-03-31"),
                                       new_aid (ENT_AID_FOOD, "2026-01-01", NULL), NULL);
  g_autoptr (EntAid) touching = new_ris ("2026-03-31", NULL);
  g_autoptr (EntAid) after = new_ris ("2026-04-01", NULL);
  g_autoptr (EntAid) food = new_aid (ENT_AID_FOOD, "2026-01-01", NULL);
  g_autoptr (EntIssues) issues = ent_issues_new ();

  ent_aid_check_overlap (aids, after, issues);
  ent_aid_check_overlap (aids, food, issues);
  /* Nothing stands in its own way. */
  ent_aid_check_overlap (aids, g_ptr_array_index (aids, 0), issues);
  g_assert_cmpuint (ent_issues_n (issues), ==, 0);
  ent_aid_check_overlap (aids, touching, issues);
  g_assert_cmpuint (ent_issues_n (issues), ==, 1);
  g_assert_true (ent_issues_is_warning (issues, 0));
}

static void
test_running (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray)
                aids = list_of (new_ris ("2026-01-01", "2026-03-31"), new_ris ("2026-04-01", NULL),
                                new_aid (ENT_AID_ERIS, "2026-05-01", "2026-05-31"));
  gpointer first = g_ptr_array_index (aids, 0);
  gpointer second = g_ptr_array_index (aids, 1);
  gpointer third = g_ptr_array_index (aids, 2);

  g_assert_null (ent_aid_running (aids, ENT_AID_RIS, day ("2025-12-31")));
  g_assert_true (ent_aid_running (aids, ENT_AID_RIS, day ("2026-01-01")) == first);
  g_assert_true (ent_aid_running (aids, ENT_AID_RIS, day ("2026-03-31")) == first);
  g_assert_true (ent_aid_running (aids, ENT_AID_RIS, day ("2026-04-01")) == second);
  g_assert_true (ent_aid_running (aids, ENT_AID_RIS, day ("2035-04-01")) == second);
  g_assert_null (ent_aid_running (aids, ENT_AID_FOOD, day ("2026-04-01")));
  g_assert_true (ent_aid_running_income (aids, day ("2026-05-15")) == third);
  g_assert_true (ent_aid_running_income (aids, day ("2026-06-01")) == second);
}

/* The increased intervention asks for three full months without a day between. */
static void
test_months (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) changed = list_of (new_ris ("2026-04-01", NULL),
                                          new_aid (ENT_AID_ERIS, "2026-01-15", "2026-03-31"), NULL);
  g_autoptr (GPtrArray) broken = list_of (new_ris ("2026-01-15", "2026-03-30"),
                                         new_ris ("2026-04-01", NULL), NULL);
  g_autoptr (GPtrArray) over = list_of (new_ris ("2026-01-01", "2026-06-30"), NULL, NULL);
  g_autoptr (GPtrArray) last = list_of (new_ris ("2026-01-31", NULL), NULL, NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_assert_cmpint (ent_aid_income_since (changed, day ("2026-05-01")), ==, day ("2026-01-15"));
  g_assert_cmpint (ent_aid_income_months (changed, day ("2026-04-13")), ==, 2);
  g_assert_cmpint (ent_aid_income_months (changed, day ("2026-04-14")), ==, 3);
  g_assert_cmpint (ent_aid_income_months (changed, day ("2026-01-15")), ==, 0);
  g_assert_cmpint (ent_aid_income_months (changed, day ("2027-01-14")), ==, 12);

  g_assert_cmpint (ent_aid_income_since (broken, day ("2026-05-01")), ==, day ("2026-04-01"));
  g_assert_cmpint (ent_aid_income_months (broken, day ("2026-04-30")), ==, 1);
  g_assert_cmpint (ent_aid_income_since (broken, day ("2026-03-31")), ==, ENT_DAY_NONE);
  g_assert_cmpint (ent_aid_income_months (broken, day ("2026-03-31")), ==, 0);

  g_assert_cmpint (ent_aid_income_months (over, day ("2026-06-30")), ==, 6);
  g_assert_cmpint (ent_aid_income_months (over, day ("2026-07-01")), ==, 0);
  /* A month that began on the last day of January is not full on the last but one of February. */
  g_assert_cmpint (ent_aid_income_months (last, day ("2026-02-27")), ==, 0);
  g_assert_cmpint (ent_aid_income_months (last, day ("2026-02-28")), ==, 1);
  g_assert_cmpint (ent_aid_income_months (last, day ("2026-03-30")), ==, 2);
  g_assert_cmpint (ent_aid_income_months (last, day ("2026-04-29")), ==, 2);
  g_assert_cmpint (ent_aid_income_months (last, day ("2026-04-30")), ==, 3);
  g_assert_cmpint (ent_aid_income_months (none, day ("2026-02-27")), ==, 0);
}

static void
test_period (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) aids = list_of (new_ris ("2025-01-01", "2025-12-31"),
                                       new_aid (ENT_AID_FOOD, "2026-02-01", NULL),
                                       new_aid (ENT_AID_HEATING, "2026-01-10", "2026-01-10"));
  static const struct
  {
    const char *from;
    const char *to;
    guint n;
  } cases[] = {
    { "2025-12-31", "2026-01-10", 2 }, { "2026-01-01", "2026-01-09", 0 }, { NULL, "2024-12-31", 0 },
    { NULL, "2025-01-01", 1 },         { "2026-01-11", NULL, 1 },         { NULL, NULL, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint32 from = cases[i].from != NULL ? day (cases[i].from) : ENT_DAY_NONE;
      gint32 to = cases[i].to != NULL ? day (cases[i].to) : ENT_DAY_NONE;
      g_autoptr (GPtrArray) found = ent_aid_in_period (aids, from, to);

      g_assert_cmpuint (found->len, ==, cases[i].n);
    }
}

static void
test_of_person (Fixture *fixture, gconstpointer unused)
{
  gint64 anne = add_person (fixture);
  gint64 other = add_person (fixture);
  const char *const days[] = { "2026-02-01", "2026-01-01", "2026-03-01" };
  g_autoptr (GPtrArray) aids = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (EntAid) aid = new_ris (days[i], days[i]);

      aid->person_id = i < 2 ? anne : other;
      insert (fixture, aid);
    }
  aids = ent_aid_query_of_person (fixture->db, anne, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (aids->len, ==, 2);
  g_assert_cmpint (((EntAid *) g_ptr_array_index (aids, 0))->from_day, ==, day ("2026-01-01"));
  g_assert_cmpstr (((EntAid *) g_ptr_array_index (aids, 0))->person_name, ==, "Dupont Anne");
}

/* What the ready lists ask: a kind, running today. */
static void
test_list_of_running (Fixture *fixture, gconstpointer unused)
{
  gint64 anne = add_person (fixture);
  const char *const periods[][2] = { { "2026-11-21", "2026-11-21" },
                                     { "2026-11-22", NULL },
                                     { "2026-01-01", NULL },
                                     { "2026-01-01", "2026-11-20" } };
  g_autoptr (EntQuery) query = ent_query_new (&ent_aid_schema);
  EntValue ris = ent_text ("ris");
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (EntAid) aid = new_ris (periods[i][0], periods[i][1]);

      aid->person_id = anne;
      insert (fixture, aid);
    }
  ent_query_add_condition (query, "kind", ENT_OP_EQUAL, &ris);
  ent_query_add_condition (query, "runs", ENT_OP_NOT_EQUAL, NULL);
  ids = ent_query_run (query, fixture->db, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 1), ==, 3);
}

/* With the person go the aids; both come back together. */
static void
test_deleted_with_the_person (Fixture *fixture, gconstpointer unused)
{
  gint64 anne = add_person (fixture);
  g_autoptr (EntAid) aid = new_ris ("2026-01-01", NULL);
  g_autoptr (GError) error = NULL;
  EntApply *apply;

  aid->person_id = anne;
  insert (fixture, aid);
  apply = ent_apply_begin (fixture->db, "Deleted", "tester", &error);
  ent_apply_delete (apply, &ent_person_schema, anne, &error);
  g_assert_no_error (error);
  g_assert_true (ent_apply_commit (apply, &error));
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM aid"), ==, 0);

  apply = ent_apply_begin (fixture->db, "Undone", "tester", &error);
  ent_apply_undo (apply, count (fixture, "SELECT max (id) - 1 FROM change_set"), &error);
  g_assert_no_error (error);
  g_assert_true (ent_apply_commit (apply, &error));
  g_assert_cmpint (count (fixture, "SELECT monthly_amount FROM aid"), ==, 131420);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/aid/income", test_income_needs_category_and_amount);
  ADD ("/aid/checks", test_checks);
  ADD ("/aid/overlap", test_overlap_warns);
  ADD ("/aid/running", test_running);
  ADD ("/aid/months", test_months);
  ADD ("/aid/period", test_period);
  ADD ("/aid/of-person", test_of_person);
  ADD ("/aid/list-of-running", test_list_of_running);
  ADD ("/aid/deleted-with-person", test_deleted_with_the_person);
  return g_test_run ();
}
