/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which minutes are paid more: a table of 1440 for each day asked for. Any thread, one at a time.
 */

#include "ent-month-rules.h"

#include "ent-care-calendar.h"
#include "ent-date.h"

#include <string.h>

#define MINUTES_A_DAY 1440
#define MONDAY_TO_SATURDAY 6

struct _EntUnsocialDays
{
  GPtrArray *rates; /* EntUnsocialRate */
  GHashTable *days; /* day → guint8[1440], the kind of each minute */
};

EntUnsocialDays *
ent_unsocial_days_new (GPtrArray *rates)
{
  EntUnsocialDays *self = g_new0 (EntUnsocialDays, 1);

  self->rates = g_ptr_array_ref (rates);
  self->days = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  return self;
}

void
ent_unsocial_days_free (EntUnsocialDays *self)
{
  g_ptr_array_unref (self->rates);
  g_hash_table_unref (self->days);
  g_free (self);
}

static gboolean
is_of_day (const EntUnsocialRate *rate, gint32 day)
{
  gboolean holiday = ent_day_weekday (day) > MONDAY_TO_SATURDAY || ent_day_is_legal_holiday (day);

  if (rate->from_day == ENT_DAY_NONE || day < rate->from_day ||
      (rate->to_day != ENT_DAY_NONE && day > rate->to_day))
    return FALSE;
  if (rate->kind == ENT_UNSOCIAL_SATURDAY)
    return ent_day_weekday (day) == MONDAY_TO_SATURDAY;
  return rate->kind != ENT_UNSOCIAL_HOLIDAY || holiday;
}

static gboolean
is_of_minute (const EntUnsocialRate *rate, int minute)
{
  if (rate->to_minute > rate->from_minute)
    return minute >= rate->from_minute && minute < rate->to_minute;
  return minute >= rate->from_minute || minute < rate->to_minute;
}

static void
mark (guint8 *kinds, int *percents, const EntUnsocialRate *rate)
{
  for (int minute = 0; minute < MINUTES_A_DAY; minute++)
    if (is_of_minute (rate, minute) && rate->percent > percents[minute])
      {
        kinds[minute] = (guint8) rate->kind;
        percents[minute] = rate->percent;
      }
}

static const guint8 *
kinds_of_day (EntUnsocialDays *self, gint32 day)
{
  guint8 *kinds = g_hash_table_lookup (self->days, GINT_TO_POINTER (day));
  int percents[MINUTES_A_DAY] = { 0 };

  if (kinds != NULL)
    return kinds;
  kinds = g_new0 (guint8, MINUTES_A_DAY);
  for (guint i = 0; i < self->rates->len; i++)
    {
      const EntUnsocialRate *rate = g_ptr_array_index (self->rates, i);

      if (is_of_day (rate, day))
        mark (kinds, percents, rate);
    }
  g_hash_table_insert (self->days, GINT_TO_POINTER (day), kinds);
  return kinds;
}

void
ent_unsocial_days_count (EntUnsocialDays *self,
                         gint32 day,
                         int began,
                         int minutes,
                         int minutes_of[ENT_UNSOCIAL_KINDS])
{
  gboolean steady = ent_care_end_on_clock (day, began, minutes) == began + minutes;

  memset (minutes_of, 0, ENT_UNSOCIAL_KINDS * sizeof (int));
  for (int i = 0; i < minutes; i++)
    {
      int clock = steady ? began + i : ent_care_end_on_clock (day, began, i);
      int kind = kinds_of_day (self, day + clock / MINUTES_A_DAY)[clock % MINUTES_A_DAY];

      if (kind > 0)
        minutes_of[kind - 1]++;
    }
}

int
ent_unsocial_percent (GPtrArray *rates, EntUnsocialKind kind, gint32 day)
{
  const EntUnsocialRate *found = NULL;

  for (guint i = 0; i < rates->len; i++)
    {
      const EntUnsocialRate *rate = g_ptr_array_index (rates, i);

      if (rate->kind == (int) kind && rate->from_day != ENT_DAY_NONE && rate->from_day <= day &&
          (rate->to_day == ENT_DAY_NONE || day <= rate->to_day) &&
          (found == NULL || rate->from_day > found->from_day))
        found = rate;
    }
  return found != NULL ? found->percent : 0;
}
