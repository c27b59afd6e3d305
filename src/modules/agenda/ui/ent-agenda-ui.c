/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Appointments on the page of a person, their list among the beneficiaries, their own page. Main
 * thread. */

#include "ent-agent.h"
#include "ent-appointment.h"
#include "ent-date.h"
#include "ent-person-rules.h"
#include "ent-person.h"
#include "ent-place.h"
#include "ent-plain-page.h"

#include <glib/gi18n-lib.h>

static char *
row_title (gpointer record)
{
  return ent_appointment_format_when (record);
}

static char *
subtitle (gpointer record)
{
  EntAppointment *self = record;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (4, NULL, TRUE);

  g_ptr_array_add (parts, (gpointer) ent_enum_label (&ent_appointment_kind_enum, self->kind));
  if (self->attendance != ENT_ATTENDANCE_PLANNED)
    g_ptr_array_add (parts, (gpointer) ent_enum_label (&ent_attendance_enum, self->attendance));
  if (self->subject != NULL)
    g_ptr_array_add (parts, self->subject);
  if (self->agent_name != NULL)
    g_ptr_array_add (parts, self->agent_name);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static const char *
icon_name (gpointer record)
{
  return "ent-calendar-symbolic";
}

static void
fill (gpointer draft, gint32 today)
{
  g_object_set (draft, "day", ent_day_next_working (today + 1), "kind", ENT_APPOINTMENT_INTERVIEW,
                "attendance", ENT_ATTENDANCE_PLANNED, NULL);
}

static const char *const columns[] = { "day",      "from_time", "to_time",    "kind", "place",
                                       "agent_id", "subject",   "attendance", "note", NULL };

/* Past ones fold by their day, which is their last as well. */
static const EntChildSpec appointments = {
  .schema = &ent_appointment_schema,
  .title = N_ ("Appointments"),
  .add_label = N_ ("Give an appointment"),
  .added = N_ ("Appointment given"),
  .changed = N_ ("Appointment changed"),
  .removed = N_ ("Appointment deleted"),
  .columns = columns,
  .order = "day DESC, from_time DESC, id DESC",
  .past_column = "day",
  .row_title = row_title,
  .subtitle = subtitle,
  .icon_name = icon_name,
  .fill = fill,
  .hide_empty = TRUE,
};

static const char *const when[] = { "person_id", "day",   "from_time", "to_time",
                                    "kind",      "place", "agent_id",  NULL };
static const char *const about[] = { "subject", "attendance", "note", NULL };
static const EntFieldGroup groups[] = { { NULL, when }, { NULL, about }, { NULL, NULL } };

static const EntPlainSpec page_spec = {
  .schema = &ent_appointment_schema,
  .groups = groups,
  .create_title = N_ ("New appointment"),
  .created = N_ ("Appointment given"),
  .edit_title = N_ ("Edit the appointment"),
  .changed = N_ ("Appointment changed"),
  .deleted = N_ ("Appointment deleted"),
  .fill = fill,
};

static GtkWidget *
make_group (EntRecordPage *page)
{
  return ent_child_group_new (ent_record_page_get_store (page), &appointments,
                              ent_record_page_get_id (page));
}

static void
extend_page (const EntSchema *schema, EntRecordPage *page)
{
  if (schema == &ent_person_schema)
    ent_child_group_extend_page (page, make_group, "agenda", "ent-calendar-symbolic",
                                 _ ("Give an appointment"));
}

static void
fill_today (EntQuery *query, gint32 today)
{
  EntValue day = ent_day (today);

  ent_query_add_condition (query, "day", ENT_OP_EQUAL, &day);
}

static void
fill_coming (EntQuery *query, gint32 today)
{
  EntValue day = ent_day (today);
  EntValue planned = ent_text ("planned");

  ent_query_add_condition (query, "day", ENT_OP_AT_LEAST, &day);
  ent_query_add_condition (query, "attendance", ENT_OP_EQUAL, &planned);
  ent_query_set_order (query, "day", FALSE);
}

static const EntReadyList lists[] = {
  { &ent_appointment_schema, N_ ("Appointments of today"), fill_today },
  { &ent_appointment_schema, N_ ("Appointments to come"), fill_coming },
  { NULL, NULL, NULL },
};

static const char *const tables[] = { "appointment", NULL };

static const EntPlaceTables place_tables[] = { { "beneficiaries", tables }, { NULL, NULL } };

static const EntPlace places[] = { { NULL, NULL, NULL, NULL, NULL, 0 } };

static const EntRecordUi records[] = {
  { &ent_appointment_schema, .plain = &page_spec },
  { NULL, NULL, NULL },
};

extern const EntModuleUi ent_agenda_ui;
const EntModuleUi ent_agenda_ui = {
  .places = places,
  .records = records,
  .extend_page = extend_page,
  .tables = place_tables,
  .lists = lists,
};
