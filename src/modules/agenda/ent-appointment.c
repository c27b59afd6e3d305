/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An appointment with a person. Record: see ent-record.h for threads. */

#include "ent-appointment.h"

#include "ent-agenda-query.h"
#include "ent-agenda-rules.h"
#include "ent-agent.h"
#include "ent-clock.h"
#include "ent-date.h"
#include "ent-person.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice kinds[] = {
  { ENT_APPOINTMENT_INTERVIEW, "interview", N_("Interview") },
  { ENT_APPOINTMENT_HOME_VISIT, "home-visit", N_("Home visit") },
  { ENT_APPOINTMENT_HEARING, "hearing", N_("Hearing by the committee") },
  { ENT_APPOINTMENT_OTHER, "other", N_("Other appointment") },
};
static const EntChoice attendances[] = {
  { ENT_ATTENDANCE_PLANNED, "planned", N_("Planned") },
  { ENT_ATTENDANCE_CAME, "came", N_("Came") },
  { ENT_ATTENDANCE_ABSENT, "absent", N_("Did not come") },
  { ENT_ATTENDANCE_EXCUSED, "excused", N_("Excused") },
  { ENT_ATTENDANCE_CANCELLED, "cancelled", N_("Cancelled by the centre") },
};
/* clang-format on */

const EntEnum ent_appointment_kind_enum = { "appointment-kind", kinds, G_N_ELEMENTS (kinds) };
const EntEnum ent_attendance_enum = { "attendance", attendances, G_N_ELEMENTS (attendances) };

char *
ent_appointment_format_when (EntAppointment *self)
{
  g_autofree char *day = ent_day_format (self->day, ENT_DAY_NUMERIC);
  g_autofree char *time = NULL;

  if (self->from_time == ENT_INT_NONE)
    return g_steal_pointer (&day);
  time = ent_clock_format (self->from_time);
  /* Translators: a day, then a time of that day, like “21/11/2026 at 14:30” */
  return g_strdup_printf (_ ("%s at %s"), day, time);
}

static char *
summary (EntRecord *record)
{
  EntAppointment *self = ENT_APPOINTMENT (record);
  g_autofree char *when = ent_appointment_format_when (self);

  return self->person_name != NULL ? g_strdup_printf ("%s · %s", self->person_name, when)
                                   : g_steal_pointer (&when);
}

static void
prepare (EntRecord *record)
{
  EntAppointment *self = ENT_APPOINTMENT (record);

  ent_staff_clean_text (&self->place);
  ent_staff_clean_text (&self->subject);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_appointment_check (ENT_APPOINTMENT (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntAppointment, person_id, N_("Person"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_FILTER, ent_person_get_type),
  ENT_DATE (EntAppointment, day, N_("Day"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_TIME (EntAppointment, from_time, N_("Starts at"), ENT_COLUMN_IN_LIST),
  ENT_TIME (EntAppointment, to_time, N_("Ends at"), 0),
  ENT_COMPUTED (EntAppointment, person_name, N_("Person"), ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE,
                ent_agenda_sql_person_name),
  ENT_ENUM (EntAppointment, kind, N_("Kind"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER,
            &ent_appointment_kind_enum),
  ENT_TEXT (EntAppointment, place, N_("Meeting place"), ENT_COLUMN_IN_LIST),
  ENT_REF (EntAppointment, agent_id, N_("Agent"), ENT_COLUMN_FILTER, ent_agent_get_type),
  ENT_COMPUTED (EntAppointment, agent_name, N_("Agent"), ENT_COLUMN_IN_LIST,
                ent_agenda_sql_agent_name),
  ENT_TEXT (EntAppointment, subject, N_("Subject"), ENT_COLUMN_PRIVATE),
  ENT_ENUM (EntAppointment, attendance, N_("Attendance"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_attendance_enum),
  ENT_TEXT (EntAppointment, note, N_("Note"), ENT_COLUMN_LONG | ENT_COLUMN_PRIVATE),
};

const EntSchema ent_appointment_schema = {
  .table = "appointment",
  .number = 24,
  .title = N_("Appointment"),
  .plural = N_("Appointments"),
  .icon_name = "ent-calendar-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "day DESC, from_time, id",
  .type = ent_appointment_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntAppointment, ent_appointment, ENT_TYPE_RECORD)

static void
ent_appointment_class_init (EntAppointmentClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_appointment_schema);
}

static void
ent_appointment_init (EntAppointment *self)
{
  self->attendance = ENT_ATTENDANCE_PLANNED;
}
