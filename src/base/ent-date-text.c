/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days in words: what is typed, what is shown. Any thread. */
#include "ent-date.h"
#include "ent-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Month names come from our own translations and not from the C library, so that a date never
 * speaks another language than the window around it, also where the system locale is not installed.
 */
static const char *const month_names[] = {
  NC_ ("month", "January"), NC_ ("month", "February"), NC_ ("month", "March"),
  NC_ ("month", "April"),   NC_ ("month", "May"),      NC_ ("month", "June"),
  NC_ ("month", "July"),    NC_ ("month", "August"),   NC_ ("month", "September"),
  NC_ ("month", "October"), NC_ ("month", "November"), NC_ ("month", "December"),
};

static const char *const month_abbreviations[] = {
  NC_ ("month abbreviation", "Jan"), NC_ ("month abbreviation", "Feb"),
  NC_ ("month abbreviation", "Mar"), NC_ ("month abbreviation", "Apr"),
  NC_ ("month abbreviation", "May"), NC_ ("month abbreviation", "Jun"),
  NC_ ("month abbreviation", "Jul"), NC_ ("month abbreviation", "Aug"),
  NC_ ("month abbreviation", "Sep"), NC_ ("month abbreviation", "Oct"),
  NC_ ("month abbreviation", "Nov"), NC_ ("month abbreviation", "Dec"),
};

static const char *const weekday_names[] = {
  NC_ ("weekday", "Monday"),   NC_ ("weekday", "Tuesday"), NC_ ("weekday", "Wednesday"),
  NC_ ("weekday", "Thursday"), NC_ ("weekday", "Friday"),  NC_ ("weekday", "Saturday"),
  NC_ ("weekday", "Sunday"),
};

/* The languages of the country and English, folded, whatever the interface speaks. */
static const char *const typed_months[] = {
  "janvier januari januar january janner",
  "fevrier februari februar february",
  "mars maart mrt marz mrz maerz march",
  "avril april",
  "mai mei may",
  "juin juni june",
  "juillet juli july",
  "aout augustus august",
  "septembre september",
  "octobre oktober october",
  "novembre november",
  "decembre december dezember",
};

static const char *const typed_weekdays[] = {
  "lundi maandag montag monday",          "mardi dinsdag dienstag tuesday",
  "mercredi woensdag mittwoch wednesday", "jeudi donderdag donnerstag thursday",
  "vendredi vrijdag freitag friday",      "samedi zaterdag samstag saturday",
  "dimanche zondag sonntag sunday",
};

const char *
ent_month_name (int month)
{
  if (month < 1 || month > 12)
    return "";
  return g_dpgettext2 (GETTEXT_PACKAGE, "month", month_names[month - 1]);
}

const char *
ent_month_abbreviation (int month)
{
  if (month < 1 || month > 12)
    return "";
  return g_dpgettext2 (GETTEXT_PACKAGE, "month abbreviation", month_abbreviations[month - 1]);
}

const char *
ent_weekday_name (int weekday)
{
  if (weekday < 1 || weekday > 7)
    return "";
  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday", weekday_names[weekday - 1]);
}

static char *
format_medium (int year, int month, int mday)
{
  const char *name = ent_month_abbreviation (month);

  if (mday == 1)
    /* Translators: the first day of a month: short month, year; French says "1er %1$s %2$d" */
    return g_strdup_printf (C_ ("first day of a month", "1 %1$s %2$d"), name, year);
  /* Translators: day of the month, short month, year */
  return g_strdup_printf (C_ ("date", "%1$d %2$s %3$d"), mday, name, year);
}

static char *
format_long (int year, int month, int mday, int weekday)
{
  const char *name = ent_month_name (month);
  const char *day_name = ent_weekday_name (weekday);

  if (mday == 1)
    /* Translators: weekday, month, year; French says "%1$s 1er %2$s %3$d" */
    return g_strdup_printf (C_ ("first day of a month", "%1$s 1 %2$s %3$d"), day_name, name, year);
  /* Translators: weekday, day of the month, month, year */
  return g_strdup_printf (C_ ("date", "%1$s %2$d %3$s %4$d"), day_name, mday, name, year);
}

char *
ent_day_format (gint32 day, EntDayStyle style)
{
  int year, month, mday;

  if (!ent_day_to_ymd (day, &year, &month, &mday))
    return g_strdup ("");

  switch (style)
    {
    case ENT_DAY_MEDIUM:
      return format_medium (year, month, mday);
    case ENT_DAY_LONG:
      return format_long (year, month, mday, ent_day_weekday (day));
    case ENT_DAY_NUMERIC:
    default:
      return g_strdup_printf ("%02d/%02d/%04d", mday, month, year);
    }
}

/* Whether word stands among the blank-separated words, whole or, with three letters, begun. */
static gboolean
names_word (const char *words, const char *word, gboolean *whole)
{
  gsize length = strlen (word);
  gboolean begun = FALSE;

  *whole = FALSE;
  for (const char *p = words; p != NULL; p = strchr (p, ' '))
    {
      while (*p == ' ')
        p++;
      if (strncmp (p, word, length) != 0)
        continue;
      if (p[length] == ' ' || p[length] == '\0')
        *whole = TRUE;
      begun = begun || length >= 3;
    }
  return begun || *whole;
}

/* 1–12; 0 when unknown or when it begins the names of two months ("jui"). */
static int
month_of_word (const char *word)
{
  int found = 0;

  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *name = ent_text_fold (ent_month_name (month));
      g_autofree char *abbreviation = ent_text_fold (ent_month_abbreviation (month));
      g_autofree char *words = g_strjoin (" ", typed_months[month - 1], name, abbreviation, NULL);
      gboolean whole;

      if (!names_word (words, word, &whole))
        continue;
      if (whole)
        return month;
      found = found == 0 ? month : -1;
    }
  return MAX (found, 0);
}

/* 1–7, or 0. */
static int
weekday_of_word (const char *word)
{
  for (int weekday = 1; weekday <= 7; weekday++)
    {
      g_autofree char *name = ent_text_fold (ent_weekday_name (weekday));
      g_autofree char *words = g_strjoin (" ", typed_weekdays[weekday - 1], name, NULL);
      gboolean whole;

      if (names_word (words, word, &whole) && whole)
        return weekday;
    }
  return 0;
}

/* Digits of the word, or -1; a day may carry an ordinal ending (1er, 2de, 1st). */
static int
number_of_word (const char *word, gboolean ordinal)
{
  static const char *const endings[] = {
    "er", "e", "eme", "ste", "de", "st", "nd", "rd", "th", NULL
  };
  gsize n_digits = strspn (word, "0123456789");

  if (n_digits == 0 || n_digits > (ordinal ? 2 : 4))
    return -1;
  if (word[n_digits] != '\0' && !(ordinal && g_strv_contains (endings, word + n_digits)))
    return -1;
  return (int) g_ascii_strtoll (word, NULL, 10);
}

/* A typed year: four digits, or two with the century of the rule in the header. */
static int
year_of_word (const char *word, gint32 today)
{
  int number = number_of_word (word, FALSE);
  int this_year = 0;

  if (number < 0)
    return 0;
  if (strlen (word) == 4)
    return number >= 1000 ? number : 0;
  if (strlen (word) != 2)
    return 0;

  ent_day_to_ymd (today, &this_year, NULL, NULL);
  return 2000 + number <= this_year + 10 ? 2000 + number : 1900 + number;
}

/* 01022026 or 010226. */
static gint32
day_of_digits (const char *word, gint32 today)
{
  gsize length = strlen (word);
  char parts[3][5] = { "", "", "" };

  if ((length != 6 && length != 8) || strspn (word, "0123456789") != length)
    return ENT_DAY_NONE;

  memcpy (parts[0], word, 2);
  memcpy (parts[1], word + 2, 2);
  memcpy (parts[2], word + 4, length - 4);
  return ent_day_from_ymd (year_of_word (parts[2], today), number_of_word (parts[1], FALSE),
                           number_of_word (parts[0], FALSE));
}

/* Two or three words: day, month in figures or letters, perhaps the year. */
static gint32
day_of_words (char **words, guint n_words, gint32 today)
{
  const char *day_word = words[0];
  const char *month_word = words[1];
  int year, month;

  if (strlen (words[0]) == 4 && n_words == 3 && g_ascii_isdigit (words[0][3]))
    {
      /* Year first, as in ISO. */
      if (strlen (words[1]) > 2 || strlen (words[2]) > 2)
        return ENT_DAY_NONE;
      return ent_day_from_ymd (year_of_word (words[0], today), number_of_word (words[1], FALSE),
                               number_of_word (words[2], FALSE));
    }

  if (g_ascii_isalpha (words[0][0]))
    {
      day_word = words[1];
      month_word = words[0];
    }

  if (n_words == 3)
    year = year_of_word (words[2], today);
  else if (!ent_day_to_ymd (today, &year, NULL, NULL))
    return ENT_DAY_NONE;

  if (g_ascii_isdigit (month_word[0]))
    month = strlen (month_word) <= 2 ? number_of_word (month_word, FALSE) : 0;
  else
    month = month_of_word (month_word);

  return ent_day_from_ymd (year, month, number_of_word (day_word, TRUE));
}

/* Whether the text has only letters, digits and the marks that people put between them. */
static gboolean
has_only_date_marks (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (!g_unichar_isalnum (ch) && !g_unichar_ismark (ch) && !g_unichar_isspace (ch) &&
          (ch >= 0x80 || strchr ("/.-,'", (int) ch) == NULL))
        return FALSE;
    }
  return TRUE;
}

gint32
ent_day_parse (const char *text, gint32 today)
{
  g_auto(GStrv) words = NULL;
  char **rest;
  guint n_words;
  int weekday = 0;
  gint32 day = ENT_DAY_NONE;

  if (text == NULL || !g_utf8_validate (text, -1, NULL) || !has_only_date_marks (text))
    return ENT_DAY_NONE;
  if (today == ENT_DAY_NONE)
    today = ent_day_today ();

  words = ent_text_tokens (text);
  rest = words;
  n_words = g_strv_length (words);
  if (n_words > 2)
    weekday = weekday_of_word (words[0]);
  if (weekday != 0)
    {
      rest++;
      n_words--;
    }

  if (n_words == 1)
    day = day_of_digits (rest[0], today);
  else if (n_words == 2 || n_words == 3)
    day = day_of_words (rest, n_words, today);

  /* A weekday that contradicts the date is a slip in one of them: better ask again. */
  if (weekday != 0 && ent_day_weekday (day) != weekday)
    return ENT_DAY_NONE;
  return day;
}
