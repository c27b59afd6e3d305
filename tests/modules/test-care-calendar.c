/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The days of a need at the edges of the calendar, and real minutes on the nights when the clock
 * is changed. */

#include "ent-care-calendar.h"
#include "ent-care-sentence.h"
#include "ent-date.h"
#include "record-checks.h"

static gint32
on (const char *iso)
{
  gint32 day = ent_day_parse_iso (iso);

  g_assert_cmpint (day, !=, ENT_DAY_NONE);
  return day;
}

static EntCareNeed *
need_new (EntCareRhythm rhythm)
{
  EntCareNeed *self = ent_record_new (ENT_TYPE_CARE_NEED);

  self->rhythm = (int) rhythm;
  self->minutes = 60;
  self->from_day = on ("2020-01-01");
  return self;
}

/* All days of the need between two, as "2026-11-23 2026-11-30". */
static char *
days_text (const EntCareNeed *need, const char *from, const char *to)
{
  g_autoptr (GArray) days = ent_care_need_days (need, on (from), on (to));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      char iso[11];

      ent_day_write_iso (g_array_index (days, gint32, i), iso);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", iso);
    }
  return g_string_free_and_steal (text);
}

static void
assert_days (const EntCareNeed *need, const char *from, const char *to, const char *expected)
{
  g_autofree char *found = days_text (need, from, to);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_weekdays (void)
{
  g_autoptr (EntCareNeed) need = need_new (ENT_CARE_EVERY_WEEK);

  need->monday = need->thursday = need->sunday = TRUE;
  assert_days (need, "2026-11-22", "2026-11-30",
               "2026-11-22 2026-11-23 2026-11-26 2026-11-29 2026-11-30");
  assert_days (need, "2026-11-24", "2026-11-25", "");
  assert_days (need, "2026-11-26", "2026-11-26", "2026-11-26");
}

static void
test_own_edges (void)
{
  g_autoptr (EntCareNeed) need = need_new (ENT_CARE_EVERY_WEEK);

  need->monday = TRUE;
  need->from_day = on ("2026-11-23");
  need->to_day = on ("2026-12-07");
  assert_days (need, "2026-01-01", "2027-12-31", "2026-11-23 2026-11-30 2026-12-07");
  need->to_day = on ("2026-12-06");
  assert_days (need, "2026-01-01", "2027-12-31", "2026-11-23 2026-11-30");
  need->from_day = on ("2026-11-24");
  assert_days (need, "2026-01-01", "2027-12-31", "2026-11-30");
}

/* 2026 has 53 weeks: the last of it and the first of 2027 are both odd. */
static void
test_weeks_a_and_b (void)
{
  g_autoptr (EntCareNeed) odd = need_new (ENT_CARE_WEEK_A);
  g_autoptr (EntCareNeed) even = need_new (ENT_CARE_WEEK_B);

  odd->monday = even->monday = TRUE;
  assert_days (odd, "2026-12-01", "2027-01-31", "2026-12-14 2026-12-28 2027-01-04 2027-01-18");
  assert_days (even, "2026-12-01", "2027-01-31", "2026-12-07 2026-12-21 2027-01-11 2027-01-25");
  odd->sunday = odd->thursday = TRUE;
  g_assert_true (ent_care_need_falls_on (odd, on ("2026-12-31")));
  g_assert_true (ent_care_need_falls_on (odd, on ("2027-01-03")));
  g_assert_false (ent_care_need_falls_on (odd, on ("2024-12-29")));
  g_assert_true (ent_care_need_falls_on (odd, on ("2024-12-30")));
}

static void
test_every_day_is_of_one_week_only (void)
{
  g_autoptr (EntCareNeed) odd = need_new (ENT_CARE_WEEK_A);
  g_autoptr (EntCareNeed) even = need_new (ENT_CARE_WEEK_B);

  odd->wednesday = even->wednesday = TRUE;
  for (gint32 day = on ("2024-01-03"); day < on ("2032-01-01"); day += 7)
    g_assert_cmpint (ent_care_need_falls_on (odd, day), !=, ent_care_need_falls_on (even, day));
}

static void
test_nth_of_the_month (void)
{
  g_autoptr (EntCareNeed) need = need_new (ENT_CARE_MONTHLY);

  need->monday = TRUE;
  need->nth = ENT_CARE_FIRST;
  assert_days (need, "2026-11-01", "2027-02-28", "2026-11-02 2026-12-07 2027-01-04 2027-02-01");
  need->nth = ENT_CARE_FOURTH;
  assert_days (need, "2026-11-01", "2026-12-31", "2026-11-23 2026-12-28");
}

/* A fifth Monday is the last one; where there is none, the fourth is. */
static void
test_last_of_the_month (void)
{
  g_autoptr (EntCareNeed) need = need_new (ENT_CARE_MONTHLY);

  need->monday = TRUE;
  need->nth = ENT_CARE_LAST;
  assert_days (need, "2026-10-01", "2027-02-28",
               "2026-10-26 2026-11-30 2026-12-28 2027-01-25 2027-02-22");
}

static void
test_leap_day (void)
{
  g_autoptr (EntCareNeed) monthly = need_new (ENT_CARE_MONTHLY);
  g_autoptr (EntCareNeed) once = need_new (ENT_CARE_ONCE);

  monthly->tuesday = TRUE;
  monthly->nth = ENT_CARE_LAST;
  assert_days (monthly, "2028-02-01", "2028-03-01", "2028-02-29");
  once->once_on = on ("2028-02-29");
  assert_days (once, "2028-02-28", "2028-03-01", "2028-02-29");
  assert_days (once, "2028-03-01", "2028-12-31", "");
}

static void
test_elapsed (void)
{
  static const struct
  {
    const char *day;
    int began, ended, minutes;
  } cases[] = {
    { "2026-11-21", 480, 540, 60 },
    { "2026-11-21", 1380, 60, 120 }, /* past midnight */
    { "2026-11-21", 1439, 0, 1 },
    { "2026-03-29", 90, 210, 60 }, /* the hour from two to three is not there */
    { "2026-03-28", 1380, 360, 360 },
    { "2026-10-25", 90, 210, 180 }, /* the hour from two to three comes twice */
    { "2026-10-24", 1320, 420, 600 },
    { "2026-10-24", 1320, 0, 120 },
    { "2026-10-25", 150, 165, 15 },
    { "2026-10-25", 170, 130, 1460 }, /* the next day */
    { "2027-12-31", 1410, 30, 60 },
    { "2028-02-28", 1410, 30, 60 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %d–%d", cases[i].day, cases[i].began, cases[i].ended);
      g_assert_cmpint (ent_care_elapsed_minutes (on (cases[i].day), cases[i].began, cases[i].ended),
                       ==, cases[i].minutes);
    }
}

static void
test_end_on_clock (void)
{
  g_assert_cmpint (ent_care_end_on_clock (on ("2026-11-21"), 480, 60), ==, 540);
  g_assert_cmpint (ent_care_end_on_clock (on ("2026-11-21"), 1380, 120), ==, 1500);
  g_assert_cmpint (ent_care_end_on_clock (on ("2026-03-28"), 1320, 540), ==, 1440 + 480);
  g_assert_cmpint (ent_care_end_on_clock (on ("2026-10-24"), 1320, 540), ==, 1440 + 360);
}

/* What lasts so long on the clock has really lasted so long, on every night of a year. */
static void
test_end_and_elapsed_agree (void)
{
  for (gint32 day = on ("2026-01-01"); day <= on ("2026-12-31"); day++)
    {
      int end = ent_care_end_on_clock (day, 1290, 480) % 1440;

      g_assert_cmpint (ent_care_elapsed_minutes (day, 1290, end), ==, 480);
    }
}

static void
test_sentence (void)
{
  g_autoptr (EntCareNeed) need = need_new (ENT_CARE_EVERY_WEEK);
  g_autofree char *weekly = NULL;
  g_autofree char *fixed = NULL;
  g_autofree char *monthly = NULL;

  need->monday = need->wednesday = need->friday = TRUE;
  need->earliest = 480;
  need->latest = 600;
  need->n_carers = 2;
  weekly = ent_care_need_sentence (need);
  g_assert_cmpstr (weekly, ==, "Monday, Wednesday and Friday, 08:00–10:00, 60 min, two carers");
  need->n_carers = 1;
  need->fixed_at = 510;
  need->tuesday = need->thursday = TRUE;
  fixed = ent_care_need_sentence (need);
  g_assert_cmpstr (fixed, ==, "Monday to Friday, at 08:30 exactly, 60 min");
  need->tuesday = need->wednesday = need->thursday = need->friday = FALSE;
  need->rhythm = ENT_CARE_MONTHLY;
  need->nth = ENT_CARE_LAST;
  need->fixed_at = need->earliest = ENT_INT_NONE;
  monthly = ent_care_need_sentence (need);
  g_assert_cmpstr (monthly, ==, "The last Monday of the month, over by 10:00, 60 min");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/care-calendar/weekdays", test_weekdays);
  g_test_add_func ("/care-calendar/own-edges", test_own_edges);
  g_test_add_func ("/care-calendar/weeks-a-and-b", test_weeks_a_and_b);
  g_test_add_func ("/care-calendar/one-week-only", test_every_day_is_of_one_week_only);
  g_test_add_func ("/care-calendar/nth", test_nth_of_the_month);
  g_test_add_func ("/care-calendar/last", test_last_of_the_month);
  g_test_add_func ("/care-calendar/leap-day", test_leap_day);
  g_test_add_func ("/care-calendar/elapsed", test_elapsed);
  g_test_add_func ("/care-calendar/end-on-clock", test_end_on_clock);
  g_test_add_func ("/care-calendar/end-and-elapsed", test_end_and_elapsed_agree);
  g_test_add_func ("/care-calendar/sentence", test_sentence);
  return g_test_run ();
}
