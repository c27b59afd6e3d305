/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a carer works and what a carer may do. Any thread. */

#include "ent-carer-rules.h"

#include "ent-absence-hours.h"
#include "ent-date.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

#define DAY 1440

void
ent_carer_work_free (EntCarerWork *self)
{
  g_clear_object (&self->carer);
  g_clear_object (&self->agent);
  g_clear_pointer (&self->shifts, g_ptr_array_unref);
  g_clear_pointer (&self->absences, g_ptr_array_unref);
  g_free (self);
}

/* A week of the calendar belongs to the year in which its Thursday lies. */
EntWeek
ent_week_of_day (gint32 day)
{
  gint32 thursday = day + 4 - ent_day_weekday (day);
  int year = 0;

  ent_day_to_ymd (thursday, &year, NULL, NULL);
  return (thursday - ent_day_from_ymd (year, 1, 1)) / 7 % 2 == 0 ? ENT_WEEK_A : ENT_WEEK_B;
}

static gboolean
is_between (gint32 day, gint32 from, gint32 to)
{
  return (from == ENT_DAY_NONE || from <= day) && (to == ENT_DAY_NONE || day <= to);
}

gboolean
ent_carer_is_in_service (const EntCarer *self, EntAgent *agent, gint32 day)
{
  return is_between (day, self->from_day, self->to_day) &&
         (agent == NULL || ent_agent_is_in_service (agent, day));
}

gboolean
ent_carer_may_do (const EntCarer *self, guint kinds)
{
  return kinds == 0 || (self->kind != 0 && (kinds & ENT_CARER_KIND_BIT (self->kind)) != 0);
}

gboolean
ent_carer_is_qualified (GPtrArray *qualifications, EntQualificationKind kind, gint32 day)
{
  for (guint i = 0; i < qualifications->len; i++)
    {
      const EntCarerQualification *one = g_ptr_array_index (qualifications, i);

      if (one->kind == (int) kind && is_between (day, one->obtained_on, one->valid_to))
        return TRUE;
    }
  return FALSE;
}

gboolean
ent_carer_is_absent (const EntCarerWork *work, gint32 day)
{
  for (guint i = 0; work->absences != NULL && i < work->absences->len; i++)
    {
      EntAgentAbsence *absence = g_ptr_array_index (work->absences, i);

      if (absence->agent_id == work->carer->agent_id && ent_agent_absence_takes_day (absence, day))
        return TRUE;
    }
  return FALSE;
}

int
ent_carer_shift_minutes (const EntCarerShift *self)
{
  if (self->from_time == ENT_INT_NONE || self->to_time == ENT_INT_NONE)
    return 0;
  return self->to_time - self->from_time + (self->to_time < self->from_time ? DAY : 0);
}

gboolean
ent_carer_shift_begins_on (const EntCarerShift *self, gint32 day)
{
  return self->weekday == ent_day_weekday (day) && is_between (day, self->from_day, self->to_day) &&
         (self->week == ENT_WEEK_EVERY || self->week == (int) ent_week_of_day (day));
}

static EntCarerSpan
span_of (const EntCarerShift *shift, gint32 day)
{
  gint64 from = (gint64) day * DAY + shift->from_time;

  return (EntCarerSpan) { from, from + ent_carer_shift_minutes (shift) };
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  gint64 left = ((const EntCarerSpan *) a)->from;
  gint64 right = ((const EntCarerSpan *) b)->from;

  return left < right ? -1 : left > right;
}

static void
join_spans (GArray *spans)
{
  guint n = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      EntCarerSpan span = g_array_index (spans, EntCarerSpan, i);
      EntCarerSpan *last = n > 0 ? &g_array_index (spans, EntCarerSpan, n - 1) : NULL;

      if (last != NULL && span.from <= last->to)
        last->to = MAX (last->to, span.to);
      else
        g_array_index (spans, EntCarerSpan, n++) = span;
    }
  g_array_set_size (spans, n);
}

const EntAgentAbsence *
ent_carer_next_absence (const EntCarerWork *work, gint32 day, EntCarerSpan *span)
{
  const EntAgentAbsence *next = NULL;
  EntCarerSpan taken = { span->to, span->to };

  for (guint i = 0; work->absences != NULL && i < work->absences->len; i++)
    {
      const EntAgentAbsence *absence = g_ptr_array_index (work->absences, i);
      EntCarerSpan part = *span;

      if (absence->agent_id != work->carer->agent_id ||
          !ent_agent_absence_clip (absence, day, &part.from, &part.to) || part.from >= taken.from)
        continue;
      next = absence;
      taken = part;
    }
  *span = taken;
  return next;
}

/* What absences leave of a shift. */
static void
add_present (const EntCarerWork *work, gint32 day, EntCarerSpan span, GArray *spans)
{
  while (span.from < span.to)
    {
      EntCarerSpan away = span;
      EntCarerSpan present = span;

      ent_carer_next_absence (work, day, &away);
      present.to = away.from;
      if (present.from < present.to)
        g_array_append_val (spans, present);
      span.from = away.to;
    }
}

GArray *
ent_carer_spans (const EntCarerWork *work, gint32 first, gint32 last)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (EntCarerSpan));

  for (gint32 day = first; day <= last; day++)
    {
      if (!ent_carer_is_in_service (work->carer, work->agent, day))
        continue;
      for (guint i = 0; i < work->shifts->len; i++)
        {
          const EntCarerShift *shift = g_ptr_array_index (work->shifts, i);

          if (ent_carer_shift_minutes (shift) > 0 && ent_carer_shift_begins_on (shift, day))
            add_present (work, day, span_of (shift, day), spans);
        }
    }
  g_array_sort (spans, compare_spans);
  join_spans (spans);
  return spans;
}

gboolean
ent_carer_works (const EntCarerWork *work, gint32 day, int from, int to)
{
  gint64 begin = (gint64) day * DAY + from;
  gint64 end = (gint64) day * DAY + to + (to < from ? DAY : 0);
  g_autoptr (GArray) spans = ent_carer_spans (work, day - 1, day + 1);

  for (guint i = 0; i < spans->len; i++)
    {
      const EntCarerSpan *span = &g_array_index (spans, EntCarerSpan, i);

      if (span->from <= begin && end <= span->to)
        return TRUE;
    }
  return FALSE;
}

static gboolean
meet_on (const EntCarerShift *self, const EntCarerShift *other, gint32 day)
{
  EntCarerSpan mine = span_of (self, day);

  for (gint32 its = day - 1; its <= day + 1; its++)
    {
      EntCarerSpan theirs = span_of (other, its);

      if (ent_carer_shift_begins_on (other, its) && mine.from < theirs.to && theirs.from < mine.to)
        return TRUE;
    }
  return FALSE;
}

/* Two weeks tell: the pattern repeats. That a year may end and begin with week A is left out, for
 * it would forbid for ever what meets once in some years. */
gboolean
ent_carer_shifts_overlap (const EntCarerShift *self, const EntCarerShift *other)
{
  gint32 first = MAX (self->from_day, other->from_day);
  gint32 last = self->to_day == ENT_DAY_NONE    ? other->to_day
                : other->to_day == ENT_DAY_NONE ? self->to_day
                                                : MIN (self->to_day, other->to_day);

  if (ent_carer_shift_minutes (self) == 0 || ent_carer_shift_minutes (other) == 0)
    return FALSE;
  if (first == ENT_DAY_NONE)
    first = last != ENT_DAY_NONE ? last - 13 : ent_day_from_ymd (2001, 1, 1);
  for (gint32 day = first - 1; day < first + 14; day++)
    if (ent_carer_shift_begins_on (self, day) && meet_on (self, other, day))
      return TRUE;
  return FALSE;
}

int
ent_carer_pattern_minutes (GPtrArray *shifts, gint32 day)
{
  int twice = 0;

  for (guint i = 0; i < shifts->len; i++)
    {
      const EntCarerShift *shift = g_ptr_array_index (shifts, i);

      if (is_between (day, shift->from_day, shift->to_day))
        twice += ent_carer_shift_minutes (shift) * (shift->week == ENT_WEEK_EVERY ? 2 : 1);
    }
  return twice / 2;
}

int
ent_carer_next_colour (const guint n_used[ENT_CARER_COLOURS])
{
  int best = 0;

  for (int i = 1; i < ENT_CARER_COLOURS; i++)
    if (n_used[i] < n_used[best])
      best = i;
  return best + 1;
}
