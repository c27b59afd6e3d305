/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for appointments. Any thread. */

#include "ent-agenda-rules.h"

#include "ent-date.h"

#include <glib/gi18n-lib.h>

static gboolean
is_off (const EntAppointment *self)
{
  return self->attendance == ENT_ATTENDANCE_EXCUSED || self->attendance == ENT_ATTENDANCE_CANCELLED;
}

gboolean
ent_appointment_is_coming (const EntAppointment *self, gint32 day)
{
  return self->day != ENT_DAY_NONE && self->day >= day && !is_off (self);
}

static int
end_of (const EntAppointment *self)
{
  return self->to_time != ENT_INT_NONE ? self->to_time : self->from_time + ENT_APPOINTMENT_LENGTH;
}

gboolean
ent_appointment_clashes (const EntAppointment *self, const EntAppointment *other)
{
  if (self->day == ENT_DAY_NONE || self->day != other->day || self->agent_id == 0 ||
      self->agent_id != other->agent_id || is_off (self) || is_off (other) ||
      self->from_time == ENT_INT_NONE || other->from_time == ENT_INT_NONE)
    return FALSE;
  return self->from_time < end_of (other) && other->from_time < end_of (self);
}

void
ent_appointment_check (EntAppointment *self, EntIssues *issues)
{
  if (self->to_time == ENT_INT_NONE)
    return;
  if (self->from_time == ENT_INT_NONE)
    ent_issues_add (issues, "from_time", _ ("An end needs a beginning: fill in from when."));
  else if (self->to_time <= self->from_time)
    ent_issues_add (issues, "to_time", _ ("The end lies before the beginning."));
}

void
ent_appointment_check_clash (GPtrArray *others, EntAppointment *self, EntIssues *issues)
{
  for (guint i = 0; i < others->len; i++)
    {
      EntAppointment *other = g_ptr_array_index (others, i);

      if (ent_record_get_id (other) == ent_record_get_id (self) ||
          !ent_appointment_clashes (self, other))
        continue;
      ent_issues_warn (issues, "from_time",
                       _ ("The agent already has an appointment at that time."));
      return;
    }
}
