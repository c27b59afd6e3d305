/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What carers do, in words. Any thread. */

#include "ent-carer-words.h"

#include "ent-clock.h"

#include <glib/gi18n-lib.h>

/* Inside a sentence. */
static const char *
weeks_of (const EntCarerShift *self)
{
  switch (self->week)
    {
    case ENT_WEEK_A:
      return C_ ("inside a sentence", "week A (odd numbers)");
    case ENT_WEEK_B:
      return C_ ("inside a sentence", "week B (even numbers)");
    default:
      return C_ ("inside a sentence", "every week");
    }
}

char *
ent_carer_shift_to_text (const EntCarerShift *self)
{
  const char *weekday = ent_enum_label (&ent_weekday_enum, self->weekday);
  g_autofree char *from = ent_clock_format (self->from_time);
  g_autofree char *to = ent_clock_format (self->to_time);

  if (ent_carer_shift_minutes (self) == 0)
    return g_strdup (weekday);
  if (self->to_time < self->from_time)
    /* Translators: hours of work through a night: weekday, time, next weekday, time, which weeks */
    return g_strdup_printf (_ ("%1$s %2$s to %3$s %4$s, %5$s"), weekday, from,
                            ent_enum_label (&ent_weekday_enum, self->weekday % 7 + 1), to,
                            weeks_of (self));
  /* Translators: hours of work: weekday, time, time, which weeks */
  return g_strdup_printf (_ ("%1$s %2$s–%3$s, %4$s"), weekday, from, to, weeks_of (self));
}

char *
ent_carer_hours_to_text (const EntCarer *carer, GPtrArray *shifts, gint32 day)
{
  int minutes = ent_carer_pattern_minutes (shifts, day);
  g_autofree char *pattern = ent_duration_format (minutes);
  g_autofree char *contract = NULL;

  if (minutes == 0)
    return NULL;
  if (carer->weekly_minutes == ENT_INT_NONE)
    /* Translators: a duration */
    return g_strdup_printf (_ ("%s a week on average"), pattern);
  contract = ent_duration_format (carer->weekly_minutes);
  /* Translators: two durations */
  return g_strdup_printf (_ ("%s a week on average, for a contract of %s"), pattern, contract);
}
