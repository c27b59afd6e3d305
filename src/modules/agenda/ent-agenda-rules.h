/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for appointments, and how two of them stand to one another. Pure functions on
 * records and values, any thread; the day is an argument. */

#pragma once

#include "ent-appointment.h"
#include "ent-issues.h"

G_BEGIN_DECLS

/* How long one is thought to take when its end was not said, in minutes. */
#define ENT_APPOINTMENT_LENGTH 30

/* Still to take place: on @day or later, and neither excused nor cancelled. */
gboolean ent_appointment_is_coming (const EntAppointment *self, gint32 day);
/* Whether both cannot be held by one agent. Without a time of its own none is in the way. */
gboolean ent_appointment_clashes (const EntAppointment *self, const EntAppointment *other);

/* What is wrong with one appointment by itself. */
void ent_appointment_check (EntAppointment *self, EntIssues *issues);
/* Warns when the agent is taken at that time. @others: (element-type EntAppointment). */
void ent_appointment_check_clash (GPtrArray *others, EntAppointment *self, EntIssues *issues);

G_END_DECLS
