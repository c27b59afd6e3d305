/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of day and windows. */
#include "ent-clock.h"

static void
test_reads (void)
{
  const struct
  {
    const char *text;
    int minutes;
  } good[] = { { "8h30", 510 },
               { "8 h 30", 510 },
               { "08:30", 510 },
               { "8:30", 510 },
               { "830", 510 },
               { "0830", 510 },
               { "8.30", 510 },
               { "8H30", 510 },
               { "8u30", 510 },
               { "8 Uhr 30", 510 },
               { "8 uur", 480 },
               { "8 h", 480 },
               { "8h", 480 },
               { "8", 480 },
               { "08", 480 },
               { "0", 0 },
               { "00:00", 0 },
               { "000", 0 },
               { "0:05", 5 },
               { "23:59", 1439 },
               { "2359", 1439 },
               { "24:00", 1440 },
               { "24h", 1440 },
               { " 8\xc2\xa0h\xe2\x80\xaf"
                 "30 ",
                 510 } };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      if (ent_clock_parse (good[i].text) != good[i].minutes)
        g_error ("\"%s\" gives %d", good[i].text, ent_clock_parse (good[i].text));
    }
}

static void
test_refuses (void)
{
  const char *wrong[] = { "",      " ",       "h",       "h30",  ":30",          "8:",   "8.",
                          "8:5",   "8h5",     "8:60",    "25",   "24:01",        "2401", "99:99",
                          "8:300", "00830",   "8h30m",   "8-30", "-8",           "+8",   "8:30h",
                          "huit",  "8 30 10", "8:30:00", "\xff", "999999999999", "8,30", "٨" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      if (ent_clock_parse (wrong[i]) != ENT_CLOCK_NONE)
        g_error ("\"%s\" gives %d", wrong[i], ent_clock_parse (wrong[i]));
    }
  g_assert_cmpint (ent_clock_parse (NULL), ==, ENT_CLOCK_NONE);
}

static void
test_every_minute_reads_back (void)
{
  g_autofree char *below = ent_clock_format (-1);
  g_autofree char *above = ent_clock_format (1441);

  for (int minutes = 0; minutes <= 1440; minutes++)
    {
      g_autofree char *text = ent_clock_format (minutes);

      g_assert_cmpint (ent_clock_parse (text), ==, minutes);
    }
  g_assert_cmpstr (below, ==, "");
  g_assert_cmpstr (above, ==, "");
}

static void
check_duration (int minutes, const char *expected)
{
  g_autofree char *text = ent_duration_format (minutes);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_durations (void)
{
  check_duration (0, "0 min");
  check_duration (45, "45 min");
  check_duration (60, "1 h");
  check_duration (65, "1 h 05");
  check_duration (3000, "50 h");
  check_duration (-1, "");
}

static void
test_durations_typed (void)
{
  static const struct
  {
    const char *text;
    int minutes;
  } cases[] = {
    { "38", 2280 },      { "19 h", 1140 },      { "19h30", 1170 },
    { "19 H 30", 1170 }, { "19:30", 1170 },     { "7,6", 456 },
    { "7,60", 456 },     { "7,33 h", 440 },     { "7,05", 423 },
    { "45 min", 45 },    { "7 h 36 min", 456 }, { "0", 0 },
    { "168 h", 10080 },  { "167:59", 10079 },   { "19\u00a0h\u00a030", 1170 },
    { "168:01", -1 },    { "169", -1 },         { "7:60", -1 },
    { "7,", -1 },        { "7:", -1 },          { "h", -1 },
    { "", -1 },          { "-3", -1 },          { "7.6", -1 },
    { "19 h 30 h", -1 }, { "7,125", -1 },       { "10081 min", -1 },
    { "19 heures", -1 }, { "999999", -1 },      { "38 h/s", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (ent_duration_parse (cases[i].text), ==, cases[i].minutes);
    }
  g_assert_cmpint (ent_duration_parse (NULL), ==, -1);
  g_assert_cmpint (ent_duration_parse ("7\xff"), ==, -1);
}

/* What is shown can be typed again. */
static void
test_durations_there_and_back (void)
{
  for (int minutes = 0; minutes <= 10080; minutes += 7)
    {
      g_autofree char *text = ent_duration_format (minutes);

      g_assert_cmpint (ent_duration_parse (text), ==, minutes);
    }
}

static void
check_window (const char *text, int from, int to)
{
  EntClockWindow window;

  if (!ent_clock_window_parse (text, &window))
    g_error ("not read: \"%s\"", text);
  g_assert_cmpint (window.from, ==, from);
  g_assert_cmpint (window.to, ==, to);
}

static void
test_windows_read (void)
{
  const char *wrong[] = { "", "8h30", "12-8", "8-8", "8-", "-8", "8-9-10", "a-b", "8 à", "\xff" };
  EntClockWindow window;

  check_window ("8h30-12h", 510, 720);
  check_window ("08:30 – 12:00", 510, 720);
  check_window ("8-12", 480, 720);
  check_window ("8h à 10h", 480, 600);
  check_window ("8 tot 10", 480, 600);
  check_window ("22:00-24:00", 1320, 1440);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (ent_clock_window_parse (wrong[i], &window));
      g_assert_true (ent_clock_window_is_empty (window));
    }
  g_assert_false (ent_clock_window_parse (NULL, &window));
}

static void
test_windows_meet (void)
{
  EntClockWindow morning = { 480, 720 }, late = { 600, 780 }, evening = { 720, 900 };
  EntClockWindow none = { ENT_CLOCK_NONE, ENT_CLOCK_NONE };
  EntClockWindow shared = ent_clock_window_intersect (morning, late);
  g_autofree char *text = ent_clock_window_format (shared);
  g_autofree char *empty = ent_clock_window_format (none);

  g_assert_cmpstr (text, ==, "10:00–12:00");
  g_assert_cmpstr (empty, ==, "");
  check_window (text, 600, 720);
  g_assert_true (ent_clock_window_is_empty (ent_clock_window_intersect (morning, evening)));
  g_assert_true (ent_clock_window_is_empty (ent_clock_window_intersect (morning, none)));
  g_assert_true (ent_clock_window_contains (morning, 480));
  g_assert_true (ent_clock_window_contains (morning, 719));
  g_assert_false (ent_clock_window_contains (morning, 720));
  g_assert_false (ent_clock_window_contains (none, -1));
}

static void
test_fuzz (void)
{
  const char signs[] = "0123456789h:. u-à";
  g_autoptr(GRand) random = g_rand_new_with_seed (16);

  for (int i = 0; i < 200000; i++)
    {
      char text[12] = "";
      int length = g_rand_int_range (random, 0, 11);
      int minutes;
      EntClockWindow window;

      for (int j = 0; j < length; j++)
        text[j] = signs[g_rand_int_range (random, 0, (int) sizeof signs - 1)];
      minutes = ent_clock_parse (text);
      g_assert_true (minutes >= ENT_CLOCK_NONE && minutes <= 1440);
      if (ent_clock_window_parse (text, &window))
        {
          g_autofree char *shown = ent_clock_window_format (window);

          check_window (shown, window.from, window.to);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/reads", test_reads);
  g_test_add_func ("/clock/refuses", test_refuses);
  g_test_add_func ("/clock/every-minute", test_every_minute_reads_back);
  g_test_add_func ("/clock/durations", test_durations);
  g_test_add_func ("/clock/durations-typed", test_durations_typed);
  g_test_add_func ("/clock/durations-there-and-back", test_durations_there_and_back);
  g_test_add_func ("/clock/windows-read", test_windows_read);
  g_test_add_func ("/clock/windows-meet", test_windows_meet);
  g_test_add_func ("/clock/fuzz", test_fuzz);
  return g_test_run ();
}
