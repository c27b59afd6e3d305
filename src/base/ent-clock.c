/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of day and windows of time, in minutes since midnight. Any thread. */
#include "ent-clock.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY 1440

static int now_override = ENT_CLOCK_NONE;

/* Blanks of any kind out, lower case, so that "8 H 30" and "8h30" are one. */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (!g_unichar_isspace (ch))
        g_string_append_unichar (out, g_unichar_tolower (ch));
    }
  return g_string_free_and_steal (out);
}

/* Up to so many digits at *p, which moves on; -1 when there are none or more. */
static int
take_number (const char **p, gsize max_digits)
{
  gsize n = strspn (*p, "0123456789");
  int value = 0;

  if (n == 0 || n > max_digits)
    return -1;
  for (gsize i = 0; i < n; i++)
    value = value * 10 + (*p)[i] - '0';
  *p += n;
  return value;
}

static int
minutes_of (int hours, int minutes)
{
  int total = hours * 60 + minutes;

  return hours >= 0 && minutes >= 0 && minutes < 60 && total <= DAY ? total : ENT_CLOCK_NONE;
}

int
ent_clock_parse (const char *text)
{
  g_autofree char *plain = NULL;
  const char *p;
  gsize n_digits;
  int hours, minutes;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return ENT_CLOCK_NONE;

  plain = squeeze (text);
  p = plain;
  n_digits = strspn (p, "0123456789");
  if (n_digits > 2 && p[n_digits] == '\0')
    {
      hours = take_number (&p, 4);
      return hours < 0 ? ENT_CLOCK_NONE : minutes_of (hours / 100, hours % 100);
    }

  hours = take_number (&p, 2);
  if (hours < 0 || *p == '\0')
    return minutes_of (hours, 0);
  /* Hour in French and English, uur in Dutch, Uhr in German. */
  if (*p == 'h' || *p == 'u')
    {
      p += g_str_has_prefix (p, "uur") || g_str_has_prefix (p, "uhr") ? 3 : 1;
      if (*p == '\0')
        return minutes_of (hours, 0);
    }
  else if (*p == ':' || *p == '.')
    p++;
  else
    return ENT_CLOCK_NONE;

  n_digits = strspn (p, "0123456789");
  minutes = take_number (&p, 2);
  return n_digits == 2 && *p == '\0' ? minutes_of (hours, minutes) : ENT_CLOCK_NONE;
}

char *
ent_clock_format (int minutes)
{
  if (minutes < 0 || minutes > DAY)
    return g_strdup ("");
  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}

int
ent_clock_now (void)
{
  int said = g_atomic_int_get (&now_override);
  g_autoptr(GDateTime) now = NULL;

  if (said != ENT_CLOCK_NONE)
    return said;
  now = g_date_time_new_now_local ();
  return g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
}

void
ent_clock_set_now (int minutes)
{
  g_atomic_int_set (&now_override, minutes);
}

char *
ent_duration_format (int minutes)
{
  if (minutes < 0)
    return g_strdup ("");
  if (minutes < 60)
    /* Translators: a duration in minutes */
    return g_strdup_printf (C_ ("duration", "%d min"), minutes);
  if (minutes % 60 == 0)
    /* Translators: a duration in hours */
    return g_strdup_printf (C_ ("duration", "%d h"), minutes / 60);
  /* Translators: a duration in hours and minutes */
  return g_strdup_printf (C_ ("duration", "%d h %02d"), minutes / 60, minutes % 60);
}

/* Tenths or hundredths of an hour, ",6" or ",60h", as minutes. */
static int
take_fraction (const char **p)
{
  const char *digits = *p;
  int value = take_number (p, 2);
  int whole = *p - digits == 1 ? 10 : 100;

  if (**p == 'h')
    ++*p;
  return value < 0 ? -1 : (value * 60 + whole / 2) / whole;
}

/* What stands behind the whole hours: "", ",6", ":36", "h", "h36", "h36min"; -1 when it is none. */
static int
take_rest (const char **p)
{
  char sign = **p;
  int value;

  if (sign != ',' && sign != ':' && sign != 'h')
    return 0;
  ++*p;
  if (sign == ',')
    return take_fraction (p);
  if (sign == 'h' && **p == '\0')
    return 0;

  value = take_number (p, 2);
  if (value >= 0 && g_str_has_prefix (*p, "min"))
    *p += strlen ("min");
  return value < 60 ? value : -1;
}

int
ent_duration_parse (const char *text)
{
  g_autofree char *plain = NULL;
  const char *p;
  int hours, minutes;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return ENT_CLOCK_NONE;

  plain = squeeze (text);
  p = plain;
  hours = take_number (&p, 5);
  if (hours >= 0 && g_str_equal (p, "min"))
    return hours <= 7 * DAY ? hours : ENT_CLOCK_NONE;
  minutes = take_rest (&p);
  if (hours < 0 || minutes < 0 || *p != '\0' || hours * 60 + minutes > 7 * DAY)
    return ENT_CLOCK_NONE;
  return hours * 60 + minutes;
}

gboolean
ent_clock_window_parse (const char *text, EntClockWindow *window)
{
  static const char *const separators[] = { "–",   "—",     "→",     "-",   " à ",
                                            " a ", " tot ", " bis ", " to " };
  g_auto(GStrv) parts = NULL;
  EntClockWindow found = { ENT_CLOCK_NONE, ENT_CLOCK_NONE };

  *window = found;
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      if (strstr (text, separators[i]) == NULL)
        continue;
      parts = g_strsplit (text, separators[i], 2);
      break;
    }
  if (parts == NULL)
    return FALSE;

  found.from = ent_clock_parse (parts[0]);
  found.to = ent_clock_parse (parts[1]);
  if (ent_clock_window_is_empty (found))
    return FALSE;
  *window = found;
  return TRUE;
}

char *
ent_clock_window_format (EntClockWindow window)
{
  if (ent_clock_window_is_empty (window))
    return g_strdup ("");
  return g_strdup_printf ("%02d:%02d–%02d:%02d", window.from / 60, window.from % 60, window.to / 60,
                          window.to % 60);
}

gboolean
ent_clock_window_is_empty (EntClockWindow window)
{
  return window.from < 0 || window.to <= window.from;
}

gboolean
ent_clock_window_contains (EntClockWindow window, int minutes)
{
  return !ent_clock_window_is_empty (window) && minutes >= window.from && minutes < window.to;
}

EntClockWindow
ent_clock_window_intersect (EntClockWindow a, EntClockWindow b)
{
  EntClockWindow shared = { MAX (a.from, b.from), MIN (a.to, b.to) };

  if (ent_clock_window_is_empty (a) || ent_clock_window_is_empty (b) ||
      ent_clock_window_is_empty (shared))
    return (EntClockWindow) { ENT_CLOCK_NONE, ENT_CLOCK_NONE };
  return shared;
}
