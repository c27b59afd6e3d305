/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A need as a person tells it. Any thread. */

#include "ent-care-sentence.h"

#include "ent-clock.h"
#include "ent-date.h"

#include <glib/gi18n-lib.h>

/* With a capital, for a sentence begins with it; owned by the caller. */
static char *
capitalised (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (text), NULL);
}

/* Bit n is set for weekday n + 1. */
static guint
weekday_bits (const EntCareNeed *self)
{
  const gboolean days[] = { self->monday, self->tuesday,  self->wednesday, self->thursday,
                            self->friday, self->saturday, self->sunday };
  guint bits = 0;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    bits |= (days[i] ? 1u : 0u) << i;
  return bits;
}

/* "monday, wednesday and friday" */
static char *
weekdays (guint bits)
{
  g_autoptr (GString) list = g_string_new (NULL);
  const char *last = NULL;

  if (bits == 0x7f)
    return g_strdup (_ ("every day"));
  if (bits == 0x1f)
    return g_strdup (_ ("Monday to Friday"));
  for (int i = 0; i < 7; i++)
    {
      if (!(bits >> i & 1))
        continue;
      if (last != NULL)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", last);
      last = ent_weekday_name (i + 1);
    }
  if (last == NULL)
    return g_strdup (_ ("no day"));
  if (list->len == 0)
    return g_strdup (last);
  /* Translators: a list of weekdays, then the last of them, like “Monday, Tuesday and Friday” */
  return g_strdup_printf (_ ("%s and %s"), list->str, last);
}

char *
ent_care_need_when (const EntCareNeed *self)
{
  g_autofree char *days = weekdays (weekday_bits (self));

  switch (self->rhythm)
    {
    case ENT_CARE_WEEK_A:
      /* Translators: weekdays of every other week */
      return g_strdup_printf (_ ("Weeks A: %s"), days);
    case ENT_CARE_WEEK_B:
      /* Translators: weekdays of every other week */
      return g_strdup_printf (_ ("Weeks B: %s"), days);
    case ENT_CARE_MONTHLY:
      /* Translators: like “The first Monday of the month” */
      return g_strdup_printf (_ ("%s %s of the month"),
                              ent_enum_label (&ent_care_nth_enum, self->nth), days);
    case ENT_CARE_ONCE:
      return ent_day_format (self->once_on, ENT_DAY_NUMERIC);
    default:
      return capitalised (days);
    }
}

static char *
times (const EntCareNeed *self)
{
  g_autofree char *fixed = ent_clock_format (self->fixed_at);
  g_autofree char *earliest = ent_clock_format (self->earliest);
  g_autofree char *latest = ent_clock_format (self->latest);

  if (*fixed != '\0')
    /* Translators: an exact time of the day */
    return g_strdup_printf (_ ("at %s exactly"), fixed);
  if (*earliest != '\0' && *latest != '\0')
    return g_strdup_printf ("%s–%s", earliest, latest);
  if (*earliest != '\0')
    /* Translators: a time of the day */
    return g_strdup_printf (_ ("not before %s"), earliest);
  if (*latest != '\0')
    /* Translators: a time of the day */
    return g_strdup_printf (_ ("over by %s"), latest);
  return NULL;
}

char *
ent_care_need_sentence (const EntCareNeed *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  char *hours = times (self);

  g_ptr_array_add (parts, ent_care_need_when (self));
  if (hours != NULL)
    g_ptr_array_add (parts, hours);
  if (self->minutes != ENT_INT_NONE)
    /* Translators: a number of minutes */
    g_ptr_array_add (parts, g_strdup_printf (_ ("%d min"), self->minutes));
  if (self->n_carers == 2)
    g_ptr_array_add (parts, g_strdup (_ ("two carers")));
  return g_strjoinv (", ", (char **) parts->pdata);
}
