/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of the visits of a day. Any thread. */

#include "ent-day-words.h"

#include "ent-clock.h"
#include "ent-date.h"

#include <glib/gi18n-lib.h>

static char *
between (int from, int to)
{
  g_autofree char *first = ent_clock_format (from % ENT_DAY_MINUTES);
  g_autofree char *last = ent_clock_format (to % ENT_DAY_MINUTES);

  return g_strdup_printf ("%s–%s", first, last);
}

char *
ent_day_describe_times (const EntDayVisit *visit)
{
  EntDayMoment end;

  if (visit->planned.state == ENT_VISIT_DONE && visit->began_at != ENT_INT_NONE &&
      visit->ended_at != ENT_INT_NONE)
    return between (visit->began_at, visit->ended_at);
  if (visit->planned.start.minutes == ENT_INT_NONE)
    return ent_duration_format (visit->planned.minutes);
  end = ent_day_moment_after (visit->planned.start, visit->planned.minutes);
  return between (visit->planned.start.minutes, end.minutes);
}

static char *
describe_done (const EntDayVisit *visit)
{
  int minutes = ent_day_minutes_done (visit->planned.start.day, visit->began_at, visit->ended_at);
  g_autofree char *duration = NULL;

  if (minutes == ENT_INT_NONE)
    return g_strdup (ent_enum_label (&ent_visit_state_enum, ENT_VISIT_DONE));
  duration = ent_duration_format (minutes);
  /* Translators: a visit, and how long it took */
  return g_strdup_printf (_ ("Done, %s"), duration);
}

static char *
describe_cancelled (const EntDayVisit *visit)
{
  const char *who = ent_enum_label (&ent_visit_state_enum, visit->planned.state);

  if (visit->notice_minutes == ENT_INT_NONE && !visit->notice_late)
    return g_strdup (who);
  /* Translators: “Cancelled by the beneficiary, too late” */
  return g_strdup_printf (visit->notice_late ? _ ("%s, too late") : _ ("%s, in time"), who);
}

static char *
describe_standing (const EntDayVisit *visit, EntDayStanding standing, int late_by)
{
  g_autofree char *duration = ent_duration_format (late_by);

  switch (standing)
    {
    case ENT_DAY_TO_PLACE:
      return g_strdup (C_ ("visit", "To place"));
    case ENT_DAY_UNDER_WAY:
      return g_strdup (C_ ("visit", "Under way"));
    case ENT_DAY_LATE:
      /* Translators: since when a report should have come, as a duration */
      return g_strdup_printf (_ ("Late by %s"), duration);
    case ENT_DAY_DONE:
      return describe_done (visit);
    case ENT_DAY_CANCELLED:
      return describe_cancelled (visit);
    default:
      return g_strdup (ent_enum_label (&ent_visit_state_enum, visit->planned.state));
    }
}

char *
ent_day_describe_state (const EntDayVisit *visit, EntDayMoment now, const EntDayPatience *patience)
{
  int late_by;
  EntDayStanding standing = ent_day_stand (&visit->planned, now, patience, &late_by);
  g_autofree char *plain = describe_standing (visit, standing, late_by);
  g_autofree char *text = NULL;
  g_autofree char *day = NULL;

  /* Translators: how a visit of the night stands, which began before midnight */
  text = visit->from_before ? g_strdup_printf (_ ("%s · since the day before"), plain)
                            : g_steal_pointer (&plain);
  if (!visit->entered_late || visit->reported_at == 0)
    return g_steal_pointer (&text);
  day = ent_day_format (ent_stamp_day (visit->reported_at), ENT_DAY_NUMERIC);
  /* Translators: how a visit went, and the day on which somebody said so: it was after the visit */
  return g_strdup_printf (_ ("%s · entered on %s"), text, day);
}

char *
ent_day_describe_figure (EntDayStanding standing, guint n)
{
  switch (standing)
    {
    case ENT_DAY_DONE:
      return g_strdup_printf (ngettext ("%u done", "%u done", n), n);
    case ENT_DAY_UNDER_WAY:
      return g_strdup_printf (ngettext ("%u under way", "%u under way", n), n);
    case ENT_DAY_LATE:
      return g_strdup_printf (ngettext ("%u late", "%u late", n), n);
    case ENT_DAY_NOBODY_HOME:
      return g_strdup_printf (ngettext ("%u nobody at home", "%u nobody at home", n), n);
    case ENT_DAY_CANCELLED:
      return g_strdup_printf (ngettext ("%u cancelled", "%u cancelled", n), n);
    case ENT_DAY_TO_PLACE:
      return g_strdup_printf (ngettext ("%u to place", "%u to place", n), n);
    case ENT_DAY_AHEAD:
      return g_strdup_printf (ngettext ("%u ahead", "%u ahead", n), n);
    default:
      return NULL;
    }
}

char *
ent_day_describe_notice (int minutes, int hours)
{
  g_autofree char *told = ent_duration_format (minutes);
  g_autofree char *asked = hours != ENT_INT_NONE ? ent_duration_format (hours * 60) : NULL;

  if (minutes == ENT_INT_NONE)
    return g_strdup ("");
  if (hours == ENT_INT_NONE)
    /* Translators: a duration */
    return g_strdup_printf (_ ("Told %s before; no rule says how long before it should be."), told);
  if (minutes < hours * 60)
    /* Translators: two durations */
    return g_strdup_printf (_ ("Too late: told %s before, %s are asked for."), told, asked);
  /* Translators: two durations */
  return g_strdup_printf (_ ("In time: told %s before, %s are asked for."), told, asked);
}
