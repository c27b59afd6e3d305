/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says how long a deadline is, what is left of it, and why it ends when it ends. Any thread. */

#include "ent-date.h"
#include "ent-deadline.h"

#include <glib/gi18n-lib.h>

char *
ent_deadline_format_length (EntDeadlineRule *rule)
{
  int amount = MAX (0, rule->amount);
  guint n = (guint) amount;

  if (amount == 0)
    return g_strdup (_ ("the same day"));
  switch (rule->unit)
    {
    case ENT_UNIT_WORKING_DAYS:
      return g_strdup_printf (ngettext ("%d working day", "%d working days", n), amount);
    case ENT_UNIT_MONTHS:
    case ENT_UNIT_COURT_MONTHS:
      return g_strdup_printf (ngettext ("%d month", "%d months", n), amount);
    default:
      return g_strdup_printf (ngettext ("%d day", "%d days", n), amount);
    }
}

char *
ent_deadline_format_days (gint32 due, gint32 today)
{
  int left = due - today;

  if (left == 0)
    return g_strdup (_ ("Today is the last day"));
  if (left > 0)
    return g_strdup_printf (ngettext ("%d day left", "%d days left", (guint) left), left);
  return g_strdup_printf (ngettext ("%d day late", "%d days late", (guint) -left), -left);
}

char *
ent_deadline_format_left (const EntDeadline *self, gint32 today)
{
  return self->due != ENT_DAY_NONE ? ent_deadline_format_days (self->due, today)
                                   : g_strdup (_ ("The clock stands still"));
}

static void
reason_free (gpointer data)
{
  EntDeadlineReason *reason = data;

  g_free (reason->title);
  g_free (reason->text);
  g_free (reason);
}

/* Takes @text. */
static void
add (GPtrArray *reasons, const char *title, char *text)
{
  EntDeadlineReason *reason = g_new0 (EntDeadlineReason, 1);

  reason->title = g_strdup (title);
  reason->text = text;
  g_ptr_array_add (reasons, reason);
}

static char *
long_day (gint32 day)
{
  return ent_day_format (day, ENT_DAY_LONG);
}

static void
add_rule (GPtrArray *reasons, EntDeadlineRule *rule)
{
  g_autofree char *length = ent_deadline_format_length (rule);
  g_autofree char *from = ent_day_format (rule->from_day, ENT_DAY_NUMERIC);

  add (reasons, _ ("Rule"),
       /* Translators: a length like “30 days”, how it is counted, a day */
       g_strdup_printf (_ ("%s (%s), in force since %s"), length,
                        ent_enum_label (&ent_deadline_unit_enum, rule->unit), from));
  add (reasons, _ ("Source"),
       rule->standing == ENT_STANDING_TO_CHECK
           /* Translators: a law */
           ? g_strdup_printf (_ ("%s – to be checked"), rule->source)
           : g_strdup (rule->source));
}

static void
add_start (GPtrArray *reasons, const EntDeadline *self)
{
  g_autofree char *start = long_day (self->start);

  add (reasons, _ ("Start"),
       g_strdup_printf ("%s · %s", ent_enum_label (&ent_deadline_start_enum, self->rule->start),
                        start));
  if (self->rule->amount > 0)
    {
      g_autofree char *first = long_day (self->first);

      add (reasons, _ ("First day that counts"),
           g_strdup_printf ("%s · %s", first,
                            ent_enum_label (&ent_deadline_first_enum, self->rule->first_day)));
    }
}

static void
add_standstills (GPtrArray *reasons, const EntDeadline *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->standstills->len; i++)
    {
      const EntStandstill *still = &g_array_index (self->standstills, EntStandstill, i);
      g_autofree char *from = ent_day_format (still->from_day, ENT_DAY_NUMERIC);
      g_autofree char *to = ent_day_format (still->to_day, ENT_DAY_NUMERIC);

      if (still->to_day == ENT_DAY_NONE)
        g_string_append_printf (text, _ ("since %s, until further notice"), from);
      else
        g_string_append_printf (text, _ ("from %s to %s"), from, to);
      g_string_append (text, "\n");
    }
  if (text->len == 0)
    return;
  if (self->due != ENT_DAY_NONE)
    g_string_append_printf (text,
                            ngettext ("%d day longer", "%d days longer", (guint) self->n_still),
                            self->n_still);
  add (reasons, _ ("Suspension"), g_strchomp (g_strdup (text->str)));
}

static void
add_days_off (GPtrArray *reasons, const EntDeadline *self)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->days_off->len; i++)
    g_ptr_array_add (days, long_day (g_array_index (self->days_off, gint32, i)));
  g_ptr_array_add (days, NULL);
  if (days->len > 1)
    add (reasons, _ ("Legal holidays met"), g_strjoinv ("\n", (char **) days->pdata));
}

static void
add_result (GPtrArray *reasons, const EntDeadline *self)
{
  g_autofree char *text = self->due != ENT_DAY_NONE ? long_day (self->due) : NULL;

  add (reasons, _ ("Day off at the end"),
       g_strdup (ent_enum_label (&ent_deadline_last_enum, self->rule->last_day)));
  add (reasons, _ ("Last day"),
       text != NULL ? g_steal_pointer (&text)
                    : g_strdup (_ ("Not known while the clock stands still")));
}

GPtrArray *
ent_deadline_explain (const EntDeadline *self)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func (reason_free);

  add_rule (reasons, self->rule);
  add_start (reasons, self);
  add_standstills (reasons, self);
  add_days_off (reasons, self);
  add_result (reasons, self);
  return reasons;
}
