/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules of working time: which holds on a day, the break of a long day a minute on either side of
 * its edges, and what a register says of them. */

#include "rounds-case.h"

#include "care-fixture.h"

#include "ent-rounds-hours.h"
#include "ent-rounds-query.h"

#include <locale.h>

static EntWorkingTimeRule *
new_rule (EntWorkingTimeKind kind, int minutes, const char *from, const char *to)
{
  EntWorkingTimeRule *rule = ent_record_new (ENT_TYPE_WORKING_TIME_RULE);

  rule->kind = (int) kind;
  rule->minutes = minutes;
  rule->from_day = ent_day_parse_iso (from);
  rule->to_day = to != NULL ? ent_day_parse_iso (to) : ENT_DAY_NONE;
  return rule;
}

/* The three of 2001, then a longer rest for two years and after that a longer one again. */
static GPtrArray *
new_rules (void)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (rules, new_rule (ENT_WORKING_TIME_REST, 660, "2001-01-20", NULL));
  g_ptr_array_add (rules, new_rule (ENT_WORKING_TIME_BREAK_AFTER, 360, "2001-01-20", NULL));
  g_ptr_array_add (rules, new_rule (ENT_WORKING_TIME_BREAK, 30, "2001-01-20", "2026-12-31"));
  g_ptr_array_add (rules, new_rule (ENT_WORKING_TIME_REST, 720, "2027-01-01", "2028-12-31"));
  g_ptr_array_add (rules, new_rule (ENT_WORKING_TIME_REST, 690, "2010-01-01", "2010-12-31"));
  return rules;
}

static void
test_in_force (void)
{
  static const struct
  {
    const char *day;
    EntRoundsHours hours;
  } days[] = {
    { "2001-01-19", { 0, 0, 0 } },      { "2001-01-20", { 660, 30, 360 } },
    { "2010-06-01", { 690, 30, 360 } }, { "2011-01-01", { 660, 30, 360 } },
    { "2026-12-31", { 660, 30, 360 } }, { "2027-01-01", { 720, 0, 360 } },
    { "2028-12-31", { 720, 0, 360 } },  { "2029-01-01", { 660, 0, 360 } },
  };
  g_autoptr (GPtrArray) rules = new_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      EntRoundsHours hours = ent_rounds_hours_on (rules, ent_day_parse_iso (days[i].day));

      g_test_message ("%s", days[i].day);
      g_assert_cmpint (hours.rest, ==, days[i].hours.rest);
      g_assert_cmpint (hours.break_length, ==, days[i].hours.break_length);
      g_assert_cmpint (hours.break_after, ==, days[i].hours.break_after);
    }
}

/* A length without a threshold asks for nothing. */
static void
test_break_needs_both (void)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (rules, new_rule (ENT_WORKING_TIME_BREAK, 30, "2001-01-20", NULL));
  g_assert_cmpint (ent_rounds_hours_on (rules, ent_day_parse_iso ("2026-11-23")).break_length, ==,
                   0);
}

static gboolean
is_sound (int minutes, const char *to)
{
  g_autoptr (EntWorkingTimeRule) rule = new_rule (ENT_WORKING_TIME_REST, minutes, "2026-01-02", to);
  g_autoptr (EntIssues) issues = ent_issues_new ();

  ent_working_time_rule_check (rule, issues);
  return ent_issues_n_errors (issues) == 0;
}

static void
test_check (void)
{
  g_assert_false (is_sound (0, NULL));
  g_assert_true (is_sound (1, NULL));
  g_assert_true (is_sound (1439, NULL));
  g_assert_false (is_sound (1440, NULL));
  g_assert_true (is_sound (660, "2026-01-02"));
  g_assert_false (is_sound (660, "2026-01-01"));
}

/* Two visits of three hours at one home, then an hour: the first ends at eleven. */
static int
put_long_day (Case *self, int second)
{
  int first = put_visit (self->week, self->anne, self->luce, AT (0, 8, 0));
  int other = put_visit (self->week, self->anne, self->luce, second);

  visit_at (self->week, first)->minutes = visit_at (self->week, other)->minutes = 180;
  return put_visit (self->week, self->anne, NOBODY, NOBODY);
}

static void
test_break (Case *self, gconstpointer unused)
{
  int last = put_long_day (self, AT (0, 11, 0));
  EntRoundsAnswer answer;

  SAYS (self, last, self->luce, AT (0, 14, 30), FITS);
  answer = ask (self, last, self->luce, AT (0, 14, 29));
  EXPECT (answer, BREAK);
  g_assert_cmpint (answer.missing, ==, 1);
  g_assert_cmpint (answer.due, ==, 30);
  EXPECT (ask (self, last, self->luce, AT (0, 14, 0)), BREAK);
}

/* Exactly six hours ask for none; a minute more does. */
static void
test_break_threshold (Case *self, gconstpointer unused)
{
  int last = put_long_day (self, AT (0, 11, 0));

  visit_at (self->week, 1)->minutes = 120;
  SAYS (self, last, self->luce, AT (0, 13, 0), FITS);
  visit_at (self->week, last)->minutes = 61;
  SAYS (self, last, self->luce, AT (0, 13, 0), BREAK);
  ent_rounds_week_hours (self->week, 0)->break_after = 361;
  SAYS (self, last, self->luce, AT (0, 13, 0), FITS);
  ent_rounds_week_hours (self->week, 0)->break_after = 360;
  ent_rounds_week_hours (self->week, 0)->break_length = 0;
  SAYS (self, last, self->luce, AT (0, 13, 0), FITS);
}

/* The way is work, not a break: ten minutes of it are taken off. */
static void
test_way_is_no_break (Case *self, gconstpointer unused)
{
  int last = put_long_day (self, AT (0, 11, 0));

  visit_at (self->week, last)->client = self->bert;
  SAYS (self, last, self->luce, AT (0, 14, 39), BREAK);
  SAYS (self, last, self->luce, AT (0, 14, 40), FITS);
}

static void
test_break_anywhere (Case *self, gconstpointer unused)
{
  int last = put_long_day (self, AT (0, 11, 30));

  SAYS (self, last, self->luce, AT (0, 14, 30), FITS);
}

/* The time between two shifts of a day is one; another day asks for its own. */
static void
test_break_between_shifts (Case *self, gconstpointer unused)
{
  int last = put_long_day (self, AT (0, 11, 0));

  g_array_index (self->week->shifts, EntRoundsShift, self->luce).to = AT (0, 14, 0);
  g_array_set_size (self->week->shifts, 1);
  put_shift (self->week, self->luce, AT (0, 14, 30), AT (0, 18, 0));
  put_shift (self->week, self->luce, AT (1, 8, 0), AT (1, 18, 0));
  visit_at (self->week, last)->client = self->bert;
  SAYS (self, last, self->luce, AT (0, 14, 30), FITS);
  visit_at (self->week, last)->day = 1;
  visit_at (self->week, last)->earliest = AT (1, 0, 0);
  visit_at (self->week, last)->latest = AT (2, 0, 0);
  SAYS (self, last, self->luce, AT (1, 8, 0), FITS);
}

/* Who sits with somebody for a night rests there. */
static void
test_long_presence (Case *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, NOBODY, NOBODY);

  visit_at (self->week, visit)->minutes = 361;
  SAYS (self, visit, self->luce, AT (0, 8, 0), FITS);
}

static void
test_break_words (Case *self, gconstpointer unused)
{
  int last = put_long_day (self, AT (0, 11, 0));
  EntRoundsAnswer answer = ask (self, last, self->luce, AT (0, 14, 10));
  g_autofree char *text = ent_rounds_judge_describe (self->judge, self->luce, &answer);

  g_assert_cmpstr (text, ==, "Longest break 10 min: beyond 6 h of work a day 30 min are due");
}

/* Offers leave room for it. */
static void
test_offers_leave_break (Case *self, gconstpointer unused)
{
  int last = put_long_day (self, AT (0, 11, 0));
  EntRoundsOffer offers[2];
  int n;

  visit_at (self->week, last)->earliest = AT (0, 14, 0);
  visit_at (self->week, last)->latest = AT (0, 16, 0);
  put_bond (self->week, self->anne, self->marc, ENT_ROUNDS_REFUSED, 0);
  ask (self, last, self->luce, AT (0, 14, 0));
  n = ent_rounds_judge_offers (self->judge, last, offers, 2);
  g_assert_cmpint (n, ==, 1);
  g_assert_cmpint (offers[0].carer, ==, self->luce);
  g_assert_cmpint (offers[0].start, ==, AT (0, 14, 30));
}

/* Another rest from Wednesday on: each day by its own. */
static void
test_rest_changes (Case *self, gconstpointer unused)
{
  int second = put_visit (self->week, self->anne, NOBODY, AT (1, 4, 0));

  put_visit (self->week, self->anne, self->marc, AT (0, 16, 0));
  put_shift (self->week, self->marc, AT (1, 2, 0), AT (1, 12, 0));
  visit_at (self->week, second)->earliest = AT (1, 0, 0);
  SAYS (self, second, self->marc, AT (1, 4, 0), FITS);
  ent_rounds_week_hours (self->week, 0)->rest = 720;
  SAYS (self, second, self->marc, AT (1, 4, 0), FITS);
  ent_rounds_week_hours (self->week, 1)->rest = 720;
  SAYS (self, second, self->marc, AT (1, 4, 0), REST);
  g_assert_cmpint (ask (self, second, self->marc, AT (1, 4, 0)).due, ==, 720);
  ent_rounds_week_hours (self->week, 1)->rest = 0;
  SAYS (self, second, self->marc, AT (1, 2, 0), FITS);
}

/* A register begins with the law, to be checked, and what is changed in it holds at once. */
static void
test_register (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRoundsWeek) week = NULL;
  gint64 rest = ent_db_number (fixture->db, "SELECT id FROM working_time_rule WHERE kind = 'rest'",
                               ENT_NO_ARGS, 0);

  g_assert_cmpint (ent_db_number (fixture->db,
                                  "SELECT count(*) FROM working_time_rule WHERE to_check = 1",
                                  ENT_NO_ARGS, 0),
                   ==, 3);
  change (fixture, &ent_working_time_rule_schema, rest, "to_day", iso ("2026-11-25"));
  week = ent_rounds_query_week (fixture->db, day ("2026-11-23"), 7, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ent_rounds_week_hours (week, 0)->rest, ==, 660);
  g_assert_cmpint (ent_rounds_week_hours (week, -1)->rest, ==, 660);
  g_assert_cmpint (ent_rounds_week_hours (week, 2)->rest, ==, 660);
  g_assert_cmpint (ent_rounds_week_hours (week, 3)->rest, ==, 0);
  g_assert_cmpint (ent_rounds_week_hours (week, 9)->rest, ==, 0);
  g_assert_cmpint (ent_rounds_week_hours (week, 6)->break_length, ==, 30);
  g_assert_cmpint (ent_rounds_week_hours (week, 6)->break_after, ==, 360);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rounds-hours/in-force", test_in_force);
  g_test_add_func ("/rounds-hours/break-needs-both", test_break_needs_both);
  g_test_add_func ("/rounds-hours/check", test_check);
  CASE ("/rounds-hours/break", test_break);
  CASE ("/rounds-hours/break-threshold", test_break_threshold);
  CASE ("/rounds-hours/way-is-no-break", test_way_is_no_break);
  CASE ("/rounds-hours/break-anywhere", test_break_anywhere);
  CASE ("/rounds-hours/break-between-shifts", test_break_between_shifts);
  CASE ("/rounds-hours/long-presence", test_long_presence);
  CASE ("/rounds-hours/break-words", test_break_words);
  CASE ("/rounds-hours/offers-leave-break", test_offers_leave_break);
  CASE ("/rounds-hours/rest-changes", test_rest_changes);
  ADD ("/rounds-hours/register", test_register);
  return g_test_run ();
}
