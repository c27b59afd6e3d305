/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When carers work: weeks A and B, nights, absences, hours that overlap, words. */

#include "ent-carer-words.h"
#include "module-fixture.h"
#include "record-checks.h"

#include "carer-fixture.h"

/* On Monday 4 May 2026; -1: no time is said. */
static void
add_hours_away (EntCarerWork *work, int from, int to)
{
  EntAgentAbsence *absence = ent_record_new (ENT_TYPE_AGENT_ABSENCE);

  absence->agent_id = 1;
  absence->from_day = absence->to_day = day ("2026-05-04");
  absence->from_time = from != -1 ? from : ENT_INT_NONE;
  absence->to_time = to != -1 ? to : ENT_INT_NONE;
  g_ptr_array_add (work->absences, absence);
}

static void
test_weeks (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *day;
    EntWeek week;
  } cases[] = {
    { "2026-01-01", ENT_WEEK_A }, /* week 1 */
    { "2026-01-04", ENT_WEEK_A }, /* its Sunday */
    { "2026-01-05", ENT_WEEK_B }, { "2025-12-28", ENT_WEEK_B }, /* week 52 of 2025 */
    { "2025-12-29", ENT_WEEK_A }, /* already week 1 of 2026 */
    { "2026-12-27", ENT_WEEK_B }, /* week 52 */
    { "2026-12-28", ENT_WEEK_A }, /* week 53 */
    { "2027-01-03", ENT_WEEK_A }, /* still week 53 */
    { "2027-01-04", ENT_WEEK_A }, /* week 1: A twice */
    { "2027-01-11", ENT_WEEK_B }, { "2024-12-30", ENT_WEEK_A }, /* week 1 of 2025 */
    { "2021-01-03", ENT_WEEK_A }, /* week 53 of 2020 */
    { "2020-02-29", ENT_WEEK_A }, /* week 9 */
    { "1969-12-28", ENT_WEEK_B }, /* before the count of days */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].day);
      g_assert_cmpint (ent_week_of_day (day (cases[i].day)), ==, cases[i].week);
    }
}

static void
test_service (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCarer) carer = new_carer (1, "family-aide");
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);

  g_assert_true (ent_carer_is_in_service (carer, NULL, day ("2026-05-04")));
  put (carer, "from_day", iso ("2026-05-04"));
  put (carer, "to_day", iso ("2026-05-08"));
  g_assert_false (ent_carer_is_in_service (carer, NULL, day ("2026-05-03")));
  g_assert_true (ent_carer_is_in_service (carer, agent, day ("2026-05-04")));
  g_assert_true (ent_carer_is_in_service (carer, agent, day ("2026-05-08")));
  g_assert_false (ent_carer_is_in_service (carer, agent, day ("2026-05-09")));
  put (agent, "active_to", iso ("2026-05-05"));
  g_assert_true (ent_carer_is_in_service (carer, agent, day ("2026-05-05")));
  g_assert_false (ent_carer_is_in_service (carer, agent, day ("2026-05-06")));
}

static void
test_may_do (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCarer) carer = new_carer (1, "household-aide");

  g_assert_true (ent_carer_may_do (carer, 0));
  g_assert_true (ent_carer_may_do (carer, ENT_CARER_KIND_BIT (ENT_CARER_HOUSEHOLD_AIDE)));
  g_assert_true (ent_carer_may_do (carer, ENT_CARER_KIND_BIT (ENT_CARER_FAMILY_AIDE) |
                                              ENT_CARER_KIND_BIT (ENT_CARER_HOUSEHOLD_AIDE)));
  g_assert_false (ent_carer_may_do (carer, ENT_CARER_KIND_BIT (ENT_CARER_FAMILY_AIDE) |
                                               ENT_CARER_KIND_BIT (ENT_CARER_HOME_SITTER)));
}

static void
test_qualified (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  EntCarerQualification *one = ent_record_new (ENT_TYPE_CARER_QUALIFICATION);

  one->kind = ENT_QUALIFICATION_FIRST_AID;
  put (one, "obtained_on", iso ("2024-03-01"));
  put (one, "valid_to", iso ("2026-02-28"));
  g_ptr_array_add (all, one);
  g_assert_false (ent_carer_is_qualified (all, ENT_QUALIFICATION_FIRST_AID, day ("2024-02-29")));
  g_assert_true (ent_carer_is_qualified (all, ENT_QUALIFICATION_FIRST_AID, day ("2024-03-01")));
  g_assert_true (ent_carer_is_qualified (all, ENT_QUALIFICATION_FIRST_AID, day ("2026-02-28")));
  g_assert_false (ent_carer_is_qualified (all, ENT_QUALIFICATION_FIRST_AID, day ("2026-03-01")));
  g_assert_false (ent_carer_is_qualified (all, ENT_QUALIFICATION_LIFTING, day ("2026-01-01")));
  assert_clean (one);
  put (one, "valid_to", iso ("2024-02-29"));
  assert_error (one, "valid_to");
  put (one, "valid_to", ent_null ());
  one->kind = ENT_QUALIFICATION_OTHER;
  assert_error (one, "label");
}

/* 2026-05-04 is the Monday of week 19, A. */
static void
test_works (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCarerWork) work = new_work ("family-aide");
  const gint32 monday = day ("2026-05-04");

  g_ptr_array_add (work->shifts, new_shift (1, ENT_WEEK_EVERY, HOURS (8, 0), HOURS (12, 0)));
  g_ptr_array_add (work->shifts, new_shift (1, ENT_WEEK_EVERY, HOURS (12, 0), HOURS (14, 0)));
  g_ptr_array_add (work->shifts, new_shift (2, ENT_WEEK_A, HOURS (8, 0), HOURS (12, 0)));
  g_ptr_array_add (work->shifts, new_shift (3, ENT_WEEK_B, HOURS (8, 0), HOURS (12, 0)));

  g_assert_true (ent_carer_works (work, monday, HOURS (8, 0), HOURS (9, 0)));
  g_assert_true (ent_carer_works (work, monday, HOURS (11, 30), HOURS (14, 0)));
  g_assert_false (ent_carer_works (work, monday, HOURS (7, 59), HOURS (9, 0)));
  g_assert_false (ent_carer_works (work, monday, HOURS (13, 0), HOURS (14, 1)));
  g_assert_true (ent_carer_works (work, monday + 1, HOURS (8, 0), HOURS (12, 0)));
  g_assert_false (ent_carer_works (work, monday + 8, HOURS (8, 0), HOURS (12, 0)));
  g_assert_false (ent_carer_works (work, monday + 2, HOURS (8, 0), HOURS (12, 0)));
  g_assert_true (ent_carer_works (work, monday + 9, HOURS (8, 0), HOURS (12, 0)));
  put (work->carer, "to_day", iso ("2026-05-04"));
  g_assert_true (ent_carer_works (work, monday, HOURS (8, 0), HOURS (12, 0)));
  g_assert_false (ent_carer_works (work, monday + 1, HOURS (8, 0), HOURS (12, 0)));
}

/* Tuesdays of week 53 and of the week 1 that follows are both of week A. */
static void
test_works_over_week_53 (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCarerWork) work = new_work ("family-aide");

  g_ptr_array_add (work->shifts, new_shift (2, ENT_WEEK_A, 480, 720));
  g_assert_false (ent_carer_works (work, day ("2026-12-22"), 480, 720));
  g_assert_true (ent_carer_works (work, day ("2026-12-29"), 480, 720));
  g_assert_true (ent_carer_works (work, day ("2027-01-05"), 480, 720));
  g_assert_false (ent_carer_works (work, day ("2027-01-12"), 480, 720));
}

static void
test_validity (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCarerWork) work = new_work ("home-sitter");
  EntCarerShift *shift = new_shift (1, ENT_WEEK_EVERY, HOURS (21, 0), HOURS (7, 0));

  put (shift, "from_day", iso ("2026-05-11"));
  put (shift, "to_day", iso ("2026-05-18"));
  g_ptr_array_add (work->shifts, shift);
  g_assert_false (ent_carer_works (work, day ("2026-05-04"), HOURS (22, 0), HOURS (23, 0)));
  g_assert_true (ent_carer_works (work, day ("2026-05-11"), HOURS (22, 0), HOURS (23, 0)));
  /* The night that begins on the last day goes on to its end. */
  g_assert_true (ent_carer_works (work, day ("2026-05-19"), 0, HOURS (7, 0)));
  g_assert_false (ent_carer_works (work, day ("2026-05-25"), HOURS (22, 0), HOURS (23, 0)));
}

static void
test_nights (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCarerWork) work = new_work ("home-sitter");
  const gint32 sunday = day ("2026-05-10");
  g_autoptr (GArray) spans = NULL;

  g_ptr_array_add (work->shifts, new_shift (7, ENT_WEEK_A, HOURS (21, 0), HOURS (7, 0)));
  g_assert_true (ent_carer_works (work, sunday, HOURS (21, 0), HOURS (7, 0)));
  g_assert_true (ent_carer_works (work, sunday, HOURS (23, 0), HOURS (24, 0)));
  /* Monday is of week B, the night is that of Sunday. */
  g_assert_true (ent_carer_works (work, sunday + 1, 0, HOURS (7, 0)));
  g_assert_false (ent_carer_works (work, sunday + 1, 0, HOURS (7, 1)));
  g_assert_false (ent_carer_works (work, sunday + 7, HOURS (21, 0), HOURS (7, 0)));

  spans = ent_carer_spans (work, sunday, sunday);
  g_assert_cmpuint (spans->len, ==, 1);
  g_assert_cmpint (g_array_index (spans, EntCarerSpan, 0).from, ==, sunday * 1440 + HOURS (21, 0));
  g_assert_cmpint (g_array_index (spans, EntCarerSpan, 0).to, ==,
                   (sunday + 1) * 1440 + HOURS (7, 0));
}

/* The clock is put on in the night to 2026-03-29 and back in that to 2026-10-25. */
static void
test_daylight_saving (Fixture *fixture, gconstpointer unused)
{
  static const char *const saturdays[] = { "2026-03-28", "2026-10-24", "2026-06-06" };
  g_autoptr (EntCarerWork) work = new_work ("home-sitter");

  g_ptr_array_add (work->shifts, new_shift (6, ENT_WEEK_EVERY, HOURS (21, 0), HOURS (7, 0)));
  for (guint i = 0; i < G_N_ELEMENTS (saturdays); i++)
    {
      gint32 on = day (saturdays[i]);
      g_autoptr (GArray) spans = ent_carer_spans (work, on, on + 1);

      g_assert_cmpuint (spans->len, ==, 1);
      g_assert_cmpint (g_array_index (spans, EntCarerSpan, 0).to -
                           g_array_index (spans, EntCarerSpan, 0).from,
                       ==, 600);
      g_assert_true (ent_carer_works (work, on + 1, HOURS (1, 30), HOURS (3, 30)));
    }
}

/* A shift from eight to six, cut by absences by the hour; -1 for none. */
static void
test_absence_for_hours (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    int from, to, from_again, to_again; /* of absences on the day */
    int spans[4]; /* what is worked */
    guint n_spans;
  } cases[] = {
    { 720, -1, -1, -1, { 480, 720 }, 1 },
    { -1, 720, -1, -1, { 720, 1080 }, 1 },
    { 600, 660, -1, -1, { 480, 600, 660, 1080 }, 2 },
    { 480, -1, -1, -1, { 0 }, 0 },
    { 1080, -1, -1, -1, { 480, 1080 }, 1 },
    { -1, 480, -1, -1, { 480, 1080 }, 1 },
    { -1, -1, -1, -1, { 0 }, 0 },
    { 540, 660, 600, 720, { 480, 540, 720, 1080 }, 2 },
    { -1, 600, 600, -1, { 0 }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntCarerWork) work = new_work ("family-aide");
      g_autoptr (GArray) spans = NULL;
      gint64 midnight = (gint64) day ("2026-05-04") * 1440;

      g_test_message ("case %u", i);
      g_ptr_array_add (work->shifts, new_shift (1, ENT_WEEK_EVERY, HOURS (8, 0), HOURS (18, 0)));
      add_hours_away (work, cases[i].from, cases[i].to);
      if (cases[i].from_again != -1 || cases[i].to_again != -1)
        add_hours_away (work, cases[i].from_again, cases[i].to_again);
      spans = ent_carer_spans (work, day ("2026-05-04"), day ("2026-05-04"));
      g_assert_cmpuint (spans->len, ==, cases[i].n_spans);
      for (guint n = 0; n < spans->len; n++)
        {
          EntCarerSpan span = g_array_index (spans, EntCarerSpan, n);

          g_assert_cmpint (span.from - midnight, ==, cases[i].spans[2 * n]);
          g_assert_cmpint (span.to - midnight, ==, cases[i].spans[2 * n + 1]);
        }
    }
}

/* Work that ends when the absence begins is done; who is away for hours is not absent all day. */
static void
test_works_until_the_absence (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCarerWork) work = new_work ("family-aide");
  gint32 monday = day ("2026-05-04");

  g_ptr_array_add (work->shifts, new_shift (1, ENT_WEEK_EVERY, HOURS (8, 0), HOURS (18, 0)));
  add_hours_away (work, HOURS (12, 0), -1);
  g_assert_false (ent_carer_is_absent (work, monday));
  g_assert_true (ent_carer_works (work, monday, HOURS (11, 0), HOURS (12, 0)));
  g_assert_false (ent_carer_works (work, monday, HOURS (11, 0), HOURS (12, 1)));
  g_assert_false (ent_carer_works (work, monday, HOURS (12, 0), HOURS (13, 0)));
}

static void
test_absence (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCarerWork) work = new_work ("home-sitter");
  EntAgentAbsence *absence = ent_record_new (ENT_TYPE_AGENT_ABSENCE);
  EntAgentAbsence *of_other = ent_record_new (ENT_TYPE_AGENT_ABSENCE);

  for (int weekday = 1; weekday <= 7; weekday++)
    g_ptr_array_add (work->shifts,
                     new_shift (weekday, ENT_WEEK_EVERY, HOURS (22, 0), HOURS (6, 0)));
  absence->agent_id = 1;
  put (absence, "from_day", iso ("2026-05-06"));
  put (absence, "to_day", iso ("2026-05-07"));
  g_ptr_array_add (work->absences, absence);
  of_other->agent_id = 2;
  put (of_other, "from_day", iso ("2026-01-01"));
  put (of_other, "to_day", iso ("2026-12-31"));
  g_ptr_array_add (work->absences, of_other);

  g_assert_false (ent_carer_is_absent (work, day ("2026-05-05")));
  g_assert_true (ent_carer_is_absent (work, day ("2026-05-06")));
  g_assert_true (ent_carer_is_absent (work, day ("2026-05-07")));
  g_assert_false (ent_carer_is_absent (work, day ("2026-05-08")));
  /* The night that began before goes on, the one that begins on the last day is lost with its
   * morning. */
  g_assert_true (ent_carer_works (work, day ("2026-05-06"), 0, HOURS (6, 0)));
  g_assert_false (ent_carer_works (work, day ("2026-05-06"), HOURS (22, 0), HOURS (23, 0)));
  g_assert_false (ent_carer_works (work, day ("2026-05-08"), 0, HOURS (6, 0)));
  g_assert_true (ent_carer_works (work, day ("2026-05-08"), HOURS (22, 0), HOURS (6, 0)));
}

static void
test_overlap (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    int weekday, week, from, to;
    const char *from_day, *to_day;
    gboolean overlaps;
  } cases[] = {
    { 1, ENT_WEEK_EVERY, 720, 780, NULL, NULL, FALSE }, /* touches */
    { 1, ENT_WEEK_EVERY, 719, 780, NULL, NULL, TRUE },
    { 1, ENT_WEEK_EVERY, 420, 480, NULL, NULL, FALSE },
    { 1, ENT_WEEK_EVERY, 420, 481, NULL, NULL, TRUE },
    { 1, ENT_WEEK_EVERY, 540, 600, NULL, NULL, TRUE },
    { 2, ENT_WEEK_EVERY, 480, 720, NULL, NULL, FALSE },
    { 1, ENT_WEEK_A, 480, 720, NULL, NULL, TRUE },
    { 1, ENT_WEEK_B, 480, 720, NULL, NULL, FALSE },
    { 7, ENT_WEEK_EVERY, 1320, 500, NULL, NULL, TRUE }, /* the night from Sunday */
    { 7, ENT_WEEK_EVERY, 1320, 480, NULL, NULL, FALSE },
    { 7, ENT_WEEK_B, 1320, 500, NULL, NULL, TRUE }, /* Sunday of B, Monday of A */
    { 7, ENT_WEEK_A, 1320, 500, NULL, NULL, FALSE },
    { 1, ENT_WEEK_EVERY, 480, 720, NULL, "2026-05-03", FALSE },
    { 1, ENT_WEEK_EVERY, 480, 720, NULL, "2026-05-04", TRUE },
    { 1, ENT_WEEK_EVERY, 480, 720, "2026-06-02", NULL, FALSE },
    { 1, ENT_WEEK_EVERY, 480, 720, "2026-06-01", NULL, TRUE },
    { 7, ENT_WEEK_EVERY, 1320, 500, NULL, "2026-05-03", TRUE }, /* its last night */
    { 1, ENT_WEEK_EVERY, ENT_INT_NONE, 500, NULL, NULL, FALSE },
  };
  g_autoptr (EntCarerShift) fixed = new_shift (1, ENT_WEEK_A, 480, 720);

  /* Mondays of week A only: 4 and 18 May, 1 June. */
  put (fixed, "from_day", iso ("2026-05-04"));
  put (fixed, "to_day", iso ("2026-06-01"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntCarerShift)
                    shift = new_shift (cases[i].weekday, cases[i].week, cases[i].from, cases[i].to);

      g_test_message ("%u", i);
      put (shift, "from_day", iso (cases[i].from_day));
      put (shift, "to_day", iso (cases[i].to_day));
      g_assert_cmpint (ent_carer_shifts_overlap (fixed, shift), ==, cases[i].overlaps);
      g_assert_cmpint (ent_carer_shifts_overlap (shift, fixed), ==, cases[i].overlaps);
    }
}

static void
test_times (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCarerShift) whole = new_shift (1, ENT_WEEK_EVERY, 0, 1440);
  g_autoptr (EntCarerShift) night = new_shift (1, ENT_WEEK_EVERY, 1320, 360);
  g_autoptr (EntCarerShift) same = new_shift (1, ENT_WEEK_EVERY, 480, 480);
  g_autoptr (EntCarerShift) late = new_shift (1, ENT_WEEK_EVERY, 1440, 60);

  assert_clean (whole);
  assert_clean (night);
  assert_error (same, "to_time");
  assert_error (late, "from_time");
  g_assert_cmpint (ent_carer_shift_minutes (whole), ==, 1440);
  g_assert_cmpint (ent_carer_shift_minutes (night), ==, 480);
  put (whole, "from_day", iso ("2026-05-05"));
  put (whole, "to_day", iso ("2026-05-04"));
  assert_error (whole, "to_day");
}

static void
test_hours (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCarerWork) work = new_work ("family-aide");
  g_autoptr (EntCarerShift) draft = new_shift (5, ENT_WEEK_EVERY, 480, 540);
  g_autoptr (EntIssues) fits = ent_issues_new ();
  g_autoptr (EntIssues) over = ent_issues_new ();
  const gint32 today = day ("2026-05-04");

  work->carer->weekly_minutes = HOURS (10, 0);
  g_ptr_array_add (work->shifts, new_shift (1, ENT_WEEK_EVERY, 480, 720));
  g_ptr_array_add (work->shifts, new_shift (2, ENT_WEEK_A, 480, 720));
  g_ptr_array_add (work->shifts, new_shift (2, ENT_WEEK_B, 480, 960));
  for (guint i = 0; i < 3; i++)
    ent_record_set_identity (g_ptr_array_index (work->shifts, i), i + 1, 1);
  put (g_ptr_array_index (work->shifts, 2), "to_day", iso ("2026-05-04"));
  g_assert_cmpint (ent_carer_pattern_minutes (work->shifts, today), ==, HOURS (10, 0));
  g_assert_cmpint (ent_carer_pattern_minutes (work->shifts, today + 1), ==, HOURS (6, 0));

  ent_carer_check_hours (work, NULL, today, fits);
  g_assert_cmpuint (ent_issues_n (fits), ==, 0);
  ent_carer_check_hours (work, draft, today, over);
  g_assert_cmpuint (ent_issues_n (over), ==, 1);
  g_assert_cmpuint (ent_issues_n_errors (over), ==, 0);
  /* A draft of a shift that is there stands in its stead. */
  ent_record_set_identity (draft, 1, 1);
  ent_carer_check_hours (work, draft, today, fits);
  g_assert_cmpuint (ent_issues_n (fits), ==, 0);
}

static void
assert_words (int weekday, int week, int from, int to, const char *expected)
{
  g_autoptr (EntCarerShift) shift = new_shift (weekday, week, from, to);
  g_autofree char *text = ent_carer_shift_to_text (shift);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_words (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCarer) carer = new_carer (1, "family-aide");
  g_autoptr (GPtrArray) shifts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *nothing = ent_carer_hours_to_text (carer, shifts, 0);
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  assert_words (1, ENT_WEEK_EVERY, 480, 720, "Monday 08:00–12:00, every week");
  assert_words (7, ENT_WEEK_A, 1260, 420, "Sunday 21:00 to Monday 07:00, week A (odd numbers)");
  assert_words (6, ENT_WEEK_B, 0, 1440, "Saturday 00:00–24:00, week B (even numbers)");
  assert_words (3, ENT_WEEK_EVERY, ENT_INT_NONE, 720, "Wednesday");
  g_assert_null (nothing);
  g_ptr_array_add (shifts, new_shift (1, ENT_WEEK_A, 480, 723));
  without = ent_carer_hours_to_text (carer, shifts, 0);
  g_assert_cmpstr (without, ==, "2 h 01 a week on average");
  carer->weekly_minutes = HOURS (19, 0);
  with = ent_carer_hours_to_text (carer, shifts, 0);
  g_assert_cmpstr (with, ==, "2 h 01 a week on average, for a contract of 19 h");
}

static void
test_next_colour (Fixture *fixture, gconstpointer unused)
{
  guint n_used[ENT_CARER_COLOURS] = { 0 };

  g_assert_cmpint (ent_carer_next_colour (n_used), ==, 1);
  n_used[0] = 1;
  n_used[2] = 1;
  g_assert_cmpint (ent_carer_next_colour (n_used), ==, 2);
  for (guint i = 0; i < ENT_CARER_COLOURS; i++)
    n_used[i] = 2;
  n_used[11] = 1;
  g_assert_cmpint (ent_carer_next_colour (n_used), ==, 12);
  n_used[11] = 2;
  g_assert_cmpint (ent_carer_next_colour (n_used), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/carer/weeks", test_weeks);
  ADD ("/carer/service", test_service);
  ADD ("/carer/may-do", test_may_do);
  ADD ("/carer/qualified", test_qualified);
  ADD ("/carer/works", test_works);
  ADD ("/carer/works-over-week-53", test_works_over_week_53);
  ADD ("/carer/validity", test_validity);
  ADD ("/carer/nights", test_nights);
  ADD ("/carer/daylight-saving", test_daylight_saving);
  ADD ("/carer/absence", test_absence);
  ADD ("/carer/absence-for-hours", test_absence_for_hours);
  ADD ("/carer/works-until-the-absence", test_works_until_the_absence);
  ADD ("/carer/overlap", test_overlap);
  ADD ("/carer/times", test_times);
  ADD ("/carer/hours", test_hours);
  ADD ("/carer/words", test_words);
  ADD ("/carer/next-colour", test_next_colour);
  return g_test_run ();
}
