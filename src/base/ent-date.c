/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days of the calendar: counting, holidays, today. Any thread. */
#include "ent-date.h"

#define MAX_YEAR 9999

/* Days from 0001-01-01 to 1970-01-01. */
#define EPOCH 719162

static gint today_override = ENT_DAY_NONE;

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in_month (int year, int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap (year) ? 29 : lengths[month - 1];
}

static gint32
days_before_year (int year)
{
  int past = year - 1;

  return past * 365 + past / 4 - past / 100 + past / 400;
}

gint32
ent_day_from_ymd (int year, int month, int day)
{
  gint32 count;

  if (year < 1 || year > MAX_YEAR || month < 1 || month > 12)
    return ENT_DAY_NONE;
  if (day < 1 || day > days_in_month (year, month))
    return ENT_DAY_NONE;

  count = days_before_year (year) - EPOCH + day - 1;
  for (int m = 1; m < month; m++)
    count += days_in_month (year, m);
  return count;
}

gboolean
ent_day_to_ymd (gint32 day, int *year, int *month, int *mday)
{
  gint64 count = (gint64) day + EPOCH;
  int y, m, rest;

  if (count < 0 || count >= days_before_year (MAX_YEAR + 1))
    return FALSE;

  /* 146097 days are exactly 400 years; the estimate is right or one too low or high. */
  y = (int) (count * 400 / 146097) + 1;
  while (days_before_year (y) > count)
    y--;
  while (days_before_year (y + 1) <= count)
    y++;

  rest = (int) (count - days_before_year (y));
  for (m = 1; rest >= days_in_month (y, m); m++)
    rest -= days_in_month (y, m);

  if (year != NULL)
    *year = y;
  if (month != NULL)
    *month = m;
  if (mday != NULL)
    *mday = rest + 1;
  return TRUE;
}

int
ent_day_weekday (gint32 day)
{
  gint64 count = (gint64) day + EPOCH;

  if (!ent_day_to_ymd (day, NULL, NULL, NULL))
    return 0;

  /* 0001-01-01 was a Monday. */
  return (int) (count % 7) + 1;
}

gint32
ent_day_add_months (gint32 day, int months)
{
  gint64 total;
  int year, month, mday;

  if (!ent_day_to_ymd (day, &year, &month, &mday))
    return ENT_DAY_NONE;

  total = (gint64) year * 12 + month - 1 + months;
  if (total < 12 || total >= (MAX_YEAR + 1) * 12)
    return ENT_DAY_NONE;

  year = (int) (total / 12);
  month = (int) (total % 12) + 1;
  return ent_day_from_ymd (year, month, MIN (mday, days_in_month (year, month)));
}

gint32
ent_day_parse_iso (const char *text)
{
  int parts[3] = { 0, 0, 0 };
  int part = 0;

  if (text == NULL)
    return ENT_DAY_NONE;

  for (int i = 0; i < 10; i++)
    {
      if (i == 4 || i == 7)
        {
          if (text[i] != '-')
            return ENT_DAY_NONE;
          part++;
        }
      else if (g_ascii_isdigit (text[i]))
        parts[part] = parts[part] * 10 + text[i] - '0';
      else
        return ENT_DAY_NONE;
    }

  return text[10] == '\0' ? ent_day_from_ymd (parts[0], parts[1], parts[2]) : ENT_DAY_NONE;
}

static void
write_digits (char *out, int value, int width)
{
  for (int i = width - 1; i >= 0; i--, value /= 10)
    out[i] = (char) ('0' + value % 10);
}

void
ent_day_write_iso (gint32 day, char out[11])
{
  int year, month, mday;

  out[0] = '\0';
  if (!ent_day_to_ymd (day, &year, &month, &mday))
    return;

  write_digits (out, year, 4);
  out[4] = '-';
  write_digits (out + 5, month, 2);
  out[7] = '-';
  write_digits (out + 8, mday, 2);
  out[10] = '\0';
}

char *
ent_day_to_iso (gint32 day)
{
  char text[11];

  ent_day_write_iso (day, text);
  return text[0] != '\0' ? g_strdup (text) : NULL;
}

int
ent_day_age (gint32 birth, gint32 today)
{
  int year, month, mday, now_year, now_month, now_mday;

  if (!ent_day_to_ymd (birth, &year, &month, &mday))
    return -1;
  if (!ent_day_to_ymd (today, &now_year, &now_month, &now_mday) || birth > today)
    return -1;

  if (now_month < month || (now_month == month && now_mday < mday))
    return now_year - year - 1;
  return now_year - year;
}

/* Gauss's rule as completed for the Gregorian calendar: the golden number gives the full moon, then
 * the Sunday after it. */
gint32
ent_day_easter (int year)
{
  int golden, century, shift, moon, moon_correction, sunday, march;

  if (year < 1 || year > MAX_YEAR)
    return ENT_DAY_NONE;

  golden = year % 19;
  century = year / 100;
  shift = century / 4;
  moon_correction = (8 * century + 13) / 25;
  moon = (century - shift - moon_correction + 19 * golden + 15) % 30;
  moon -= moon / 28 * (1 - 29 / (moon + 1) * ((21 - golden) / 11));
  sunday = (year + year / 4 + moon + 2 - century + shift) % 7;
  march = moon - sunday + 28;

  return ent_day_from_ymd (year, 3, 1) + march - 1;
}

/* The list of the ten holidays is recalled, not read in the law of 4 January 1974. The days that
 * only some administrations keep (27 September, 15 November) are no legal holidays and do not move
 * terms. */
gboolean
ent_day_is_legal_holiday (gint32 day)
{
  static const struct
  {
    int month, mday;
  } fixed[] = { { 1, 1 }, { 5, 1 }, { 7, 21 }, { 8, 15 }, { 11, 1 }, { 11, 11 }, { 12, 25 } };
  int year, month, mday, after_easter;

  if (!ent_day_to_ymd (day, &year, &month, &mday))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    {
      if (fixed[i].month == month && fixed[i].mday == mday)
        return TRUE;
    }

  /* Easter Monday, Ascension, Whit Monday. */
  after_easter = day - ent_day_easter (year);
  return after_easter == 1 || after_easter == 39 || after_easter == 50;
}

gint32
ent_day_next_working (gint32 day)
{
  if (!ent_day_to_ymd (day, NULL, NULL, NULL))
    return ENT_DAY_NONE;

  while (ent_day_weekday (day) > 5 || ent_day_is_legal_holiday (day))
    day++;
  return ent_day_to_ymd (day, NULL, NULL, NULL) ? day : ENT_DAY_NONE;
}

static gint32
day_of_date_time (GDateTime *when)
{
  int year, month, mday;

  g_date_time_get_ymd (when, &year, &month, &mday);
  return ent_day_from_ymd (year, month, mday);
}

gint32
ent_day_today (void)
{
  gint32 said = g_atomic_int_get (&today_override);
  g_autoptr(GDateTime) now = NULL;

  if (said != ENT_DAY_NONE)
    return said;

  now = g_date_time_new_now_local ();
  return day_of_date_time (now);
}

void
ent_day_set_today (gint32 day)
{
  g_atomic_int_set (&today_override, day);
}

gint64
ent_stamp_now (void)
{
  return g_get_real_time ();
}

static GDateTime *
local_date_time (gint64 microseconds_utc)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc_usec (microseconds_utc);

  return utc != NULL ? g_date_time_to_local (utc) : NULL;
}

char *
ent_stamp_format (gint64 microseconds_utc)
{
  g_autoptr(GDateTime) local = local_date_time (microseconds_utc);

  if (local == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%02d/%02d/%04d %02d:%02d", g_date_time_get_day_of_month (local),
                          g_date_time_get_month (local), g_date_time_get_year (local),
                          g_date_time_get_hour (local), g_date_time_get_minute (local));
}

gint32
ent_stamp_day (gint64 microseconds_utc)
{
  g_autoptr(GDateTime) local = local_date_time (microseconds_utc);

  return local != NULL ? day_of_date_time (local) : ENT_DAY_NONE;
}
