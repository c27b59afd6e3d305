/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for carers, their hours and their qualifications. Any thread. */

#include "ent-carer-rules.h"
#include "ent-clock.h"
#include "ent-date.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

#define DAY 1440

void
ent_carer_check (EntCarer *self, EntIssues *issues)
{
  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
  if (self->daily_minutes != ENT_INT_NONE && self->daily_minutes > DAY)
    ent_issues_add (issues, "daily_minutes", _ ("A day has 24 hours."));
  if (self->start_kind == ENT_CARER_START_OTHER && self->start_address == NULL)
    ent_issues_add (issues, "start_address", _ ("Fill in the address where the day begins."));
  if (self->end_kind == ENT_CARER_END_OTHER && self->end_address == NULL)
    ent_issues_add (issues, "end_address", _ ("Fill in the address where the day ends."));
}

void
ent_carer_shift_check (const EntCarerShift *self, EntIssues *issues)
{
  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
  if (self->from_time == ENT_INT_NONE || self->to_time == ENT_INT_NONE)
    return;
  if (self->from_time >= DAY)
    ent_issues_add (issues, "from_time", _ ("Midnight as a beginning is 0:00 of the next day."));
  else if (self->from_time == self->to_time)
    ent_issues_add (issues, "to_time", _ ("The end is the beginning."));
}

void
ent_carer_qualification_check (const EntCarerQualification *self, EntIssues *issues)
{
  ent_staff_check_period (self->obtained_on, self->valid_to, "valid_to", issues);
  if (self->kind == ENT_QUALIFICATION_OTHER && self->label == NULL)
    ent_issues_add (issues, "label", _ ("Say which qualification this is."));
}

void
ent_carer_shift_check_night (const EntCarer *carer, const EntCarerShift *self, EntIssues *issues)
{
  if (self->from_time == ENT_INT_NONE || self->to_time == ENT_INT_NONE ||
      self->to_time >= self->from_time || carer->kind == ENT_CARER_HOME_SITTER)
    return;
  ent_issues_add (issues, "to_time",
                  _ ("The end lies before the beginning. Only a home sitter works on into the next "
                     "day."));
}

void
ent_carer_shift_check_overlap (GPtrArray *shifts, const EntCarerShift *self, EntIssues *issues)
{
  for (guint i = 0; i < shifts->len; i++)
    {
      EntCarerShift *other = g_ptr_array_index (shifts, i);
      g_autofree char *words = NULL;

      if (ent_record_get_id (other) == ent_record_get_id ((gpointer) self) ||
          !ent_carer_shifts_overlap (self, other))
        continue;
      words = ent_record_get_summary (other);
      /* Translators: hours of work in a week, “Monday 08:00–12:00, every week” */
      ent_issues_add (issues, "from_time", _ ("These hours overlap others: %s."), words);
      return;
    }
}

void
ent_carer_check_hours (const EntCarerWork *work,
                       EntCarerShift *draft,
                       gint32 day,
                       EntIssues *issues)
{
  g_autoptr (GPtrArray) shifts = g_ptr_array_new ();
  g_autofree char *pattern = NULL;
  g_autofree char *contract = NULL;
  int minutes;

  for (guint i = 0; i < work->shifts->len; i++)
    if (draft == NULL ||
        ent_record_get_id (g_ptr_array_index (work->shifts, i)) != ent_record_get_id (draft))
      g_ptr_array_add (shifts, g_ptr_array_index (work->shifts, i));
  if (draft != NULL)
    g_ptr_array_add (shifts, draft);

  minutes = ent_carer_pattern_minutes (shifts, day);
  if (work->carer->weekly_minutes == ENT_INT_NONE || minutes <= work->carer->weekly_minutes)
    return;
  pattern = ent_duration_format (minutes);
  contract = ent_duration_format (work->carer->weekly_minutes);
  /* Translators: two durations, “20 h” and “19 h” */
  ent_issues_warn (issues, "to_time", _ ("The pattern comes to %s a week, the contract says %s."),
                   pattern, contract);
}
