/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the hours that are subsidised in a year stand. Any thread. */

#include "ent-month-contingent.h"

#include "ent-care-calendar.h"
#include "ent-care-rules.h"
#include "ent-clock.h"
#include "ent-date.h"

#include <glib/gi18n-lib.h>

void
ent_contingent_standing_free (EntContingentStanding *self)
{
  g_free (self->name);
  g_free (self);
}

void
ent_contingent_reckon (EntContingentStanding *self, int year, gint32 today)
{
  gint32 first = ent_day_from_ymd (year, 1, 1), last = ent_day_from_ymd (year, 12, 31);
  gint64 passed = CLAMP (today, first, last + 1) - first;

  self->left = self->granted - self->done;
  self->forecast = self->done + self->planned;
  /* Days that lie behind whole; on New Year's Day nothing is known yet. */
  self->straight = passed > 0 ? self->done * (last - first + 1) / passed : 0;
}

guint
ent_contingent_warnings (const EntContingentStanding *self)
{
  guint found = 0;

  if (self->done > self->granted)
    found |= ENT_CONTINGENT_OVER;
  if (self->forecast > self->granted)
    found |= ENT_CONTINGENT_OVER_BY_PLAN;
  if (self->straight > self->granted)
    found |= ENT_CONTINGENT_OVER_BY_PACE;
  return found;
}

static char *
hours (gint64 minutes)
{
  return ent_duration_format ((int) MIN (minutes, G_MAXINT));
}

char *
ent_contingent_warning_text (const EntContingentStanding *self)
{
  guint warnings = ent_contingent_warnings (self);
  gint64 worst = MAX (self->forecast, self->straight);
  g_autofree char *over = hours (worst - self->granted);
  g_autofree char *done_over = hours (self->done - self->granted);

  if (self->granted == 0 && self->done == 0 && self->planned == 0)
    return NULL;
  if (self->granted == 0)
    return g_strdup (_ ("No hours are noted as granted for this year."));
  if (warnings & ENT_CONTINGENT_OVER)
    /* Translators: hours */
    return g_strdup_printf (_ ("More hours are done than granted: %s too many."), done_over);
  if (warnings & ENT_CONTINGENT_OVER_BY_PLAN)
    /* Translators: hours */
    return g_strdup_printf (_ ("At the end of the year the contingent is exceeded by %s."), over);
  if (warnings & ENT_CONTINGENT_OVER_BY_PACE)
    /* Translators: hours */
    return g_strdup_printf (_ ("Going on as until now, the contingent is exceeded by %s; what is "
                               "planned stays within it."),
                            over);
  return NULL;
}

gint64
ent_contingent_need_minutes (const EntCareNeed *need,
                             const EntCarePlan *plan,
                             GPtrArray *stays,
                             gint32 from,
                             gint32 to)
{
  g_autoptr (GArray) days = NULL;
  gint64 minutes = 0;

  if (plan->is_draft)
    return 0;
  from = MAX (from, plan->from_day);
  if (plan->to_day != ENT_DAY_NONE)
    to = MIN (to, plan->to_day);
  days = ent_care_need_days (need, from, to);
  for (guint i = 0; i < days->len; i++)
    if (ent_person_stay_find (stays, plan->person_id, g_array_index (days, gint32, i)) == NULL)
      minutes += (gint64) need->minutes * MAX (1, need->n_carers);
  return minutes;
}
