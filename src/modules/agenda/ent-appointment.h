/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An appointment with a person. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_APPOINTMENT_INTERVIEW = 1,
  ENT_APPOINTMENT_HOME_VISIT,
  ENT_APPOINTMENT_HEARING, /* before the committee */
  ENT_APPOINTMENT_OTHER
} EntAppointmentKind;

typedef enum
{
  ENT_ATTENDANCE_PLANNED = 1,
  ENT_ATTENDANCE_CAME,
  ENT_ATTENDANCE_ABSENT,
  ENT_ATTENDANCE_EXCUSED,
  ENT_ATTENDANCE_CANCELLED /* by the centre */
} EntAttendance;

extern const EntEnum ent_appointment_kind_enum;
extern const EntEnum ent_attendance_enum;

#define ENT_TYPE_APPOINTMENT (ent_appointment_get_type ())
G_DECLARE_FINAL_TYPE (EntAppointment, ent_appointment, ENT, APPOINTMENT, EntRecord)

struct _EntAppointment
{
  EntRecord parent_instance;

  gint64 person_id;
  char *person_name; /* computed */
  gint32 day;
  int from_time; /* minutes of the day */
  int to_time;
  int kind;
  char *place;
  gint64 agent_id;
  char *agent_name; /* computed */
  char *subject;
  int attendance;
  char *note;
};

ENT_DECLARE_SCHEMA (ent_appointment_schema)

/* "21/11/2026 at 14:30"; transfer full. */
char *ent_appointment_format_when (EntAppointment *self);

G_END_DECLS
