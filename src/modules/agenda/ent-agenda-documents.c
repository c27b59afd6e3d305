/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Attestation of presence at an appointment, and the letter that calls to one. Both find the
 * appointment by its day: the last one kept, or the next one planned, unless another is asked. Why
 * somebody came stays out of the attestation. Thread of the connection. */

#include "ent-agenda-documents.h"

#include "ent-agenda-query.h"
#include "ent-appointment.h"
#include "ent-date.h"
#include "ent-person-query.h"
#include "ent-staff-query.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>

/* Appointments come in the order of their days and times. */
static EntAppointment *
find_next (GPtrArray *appointments, gint32 day)
{
  for (guint i = 0; i < appointments->len; i++)
    {
      EntAppointment *each = g_ptr_array_index (appointments, i);

      if (each->attendance == ENT_ATTENDANCE_PLANNED && each->day != ENT_DAY_NONE &&
          each->day >= day)
        return each;
    }

  return NULL;
}

static gint32
find_last_kept (GPtrArray *appointments, gint32 day)
{
  gint32 last = ENT_DAY_NONE;

  for (guint i = 0; i < appointments->len; i++)
    {
      EntAppointment *each = g_ptr_array_index (appointments, i);

      if (each->attendance == ENT_ATTENDANCE_CAME && each->day != ENT_DAY_NONE && each->day <= day)
        last = MAX (last, each->day);
    }

  return last;
}

static void
add_presence (EntFields *fields, EntAppointment *appointment, const char *language)
{
  EntFields *item = ent_fields_append (fields, "appointments");
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  if (appointment->from_time != ENT_INT_NONE)
    from = ent_wording_time (language, appointment->from_time);
  if (appointment->to_time != ENT_INT_NONE)
    until = ent_wording_time (language, appointment->to_time);
  ent_fields_set (item, "from", from);
  ent_fields_set (item, "until", until);
  ent_fields_set (item, "place", appointment->place);
  ent_fields_set_flag (item, "home_visit", appointment->kind == ENT_APPOINTMENT_HOME_VISIT);
}

static gboolean
fill_presence (EntDb *db, const EntDocumentRequest *request, EntFields *fields, GError **error)
{
  g_autoptr (GPtrArray) all = ent_agenda_query_of_person (db, request->subject_id, error);
  g_autofree char *text = NULL;
  gint32 day;

  if (all == NULL)
    return FALSE;
  day = find_last_kept (all, request->day);
  day = ent_document_request_day (request, "answer.day", day);

  for (guint i = 0; i < all->len; i++)
    {
      EntAppointment *each = g_ptr_array_index (all, i);

      if (each->day == day && each->day <= request->day && each->attendance == ENT_ATTENDANCE_CAME)
        add_presence (fields, each, request->language);
    }
  if (ent_fields_n_items (fields, "appointments") > 0)
    return TRUE;

  text = ent_day_format (day != ENT_DAY_NONE ? day : request->day, ENT_DAY_NUMERIC);
  g_set_error (
      error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
      day != ENT_DAY_NONE
          /* Translators: %s is a day */
          ? _ ("No appointment to which this person came is noted on %s. Note the presence "
               "in the appointment first.")
          /* Translators: %s is a day */
          : _ ("No appointment to which this person came is noted up to %s. Note the "
               "presence in the appointment first."),
      text);
  return FALSE;
}

static gboolean
set_agent (EntDb *db, EntAppointment *appointment, EntFields *fields, GError **error)
{
  g_autoptr (EntAgent) agent = NULL;
  g_autofree char *name = NULL;

  if (appointment->agent_id != 0)
    {
      agent = ent_staff_query_by_id (db, appointment->agent_id, error);
      if (agent == NULL)
        return FALSE;
      name = agent->first_name != NULL
                 ? g_strdup_printf ("%s %s", agent->first_name, agent->last_name)
                 : g_strdup (agent->last_name);
    }
  ent_fields_set (fields, "appointment.agent", name);

  return TRUE;
}

static gboolean
set_appointment (EntDb *db,
                 EntAppointment *appointment,
                 const char *language,
                 EntFields *fields,
                 GError **error)
{
  g_autofree char *day = ent_wording_weekday_and_day (language, appointment->day);
  g_autofree char *time = NULL;

  if (appointment->from_time != ENT_INT_NONE)
    time = ent_wording_time (language, appointment->from_time);
  ent_fields_set (fields, "appointment.day", day);
  ent_fields_set (fields, "appointment.time", time);
  ent_fields_set (fields, "appointment.place", appointment->place);
  ent_fields_set_flag (fields, "appointment.interview",
                       appointment->kind == ENT_APPOINTMENT_INTERVIEW);
  ent_fields_set_flag (fields, "appointment.home_visit",
                       appointment->kind == ENT_APPOINTMENT_HOME_VISIT);
  ent_fields_set_flag (fields, "appointment.hearing", appointment->kind == ENT_APPOINTMENT_HEARING);

  return set_agent (db, appointment, fields, error);
}

static gboolean
fill_convocation (EntDb *db, const EntDocumentRequest *request, EntFields *fields, GError **error)
{
  g_autoptr (GPtrArray) all = ent_agenda_query_of_person (db, request->subject_id, error);
  g_autoptr (EntPerson) person = NULL;
  g_autofree char *text = NULL;
  gint32 asked = ent_document_request_day (request, "answer.day", ENT_DAY_NONE);
  EntAppointment *next;

  if (all == NULL || (person = ent_person_query_by_id (db, request->subject_id, error)) == NULL)
    return FALSE;
  if (person->deceased_on != ENT_DAY_NONE)
    {
      g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                           _ ("This person is noted as deceased and cannot be called to an "
                              "appointment. Cancel the appointment."));
      return FALSE;
    }
  next = find_next (all, asked != ENT_DAY_NONE ? MAX (asked, request->day) : request->day);
  if (next != NULL && (asked == ENT_DAY_NONE || next->day == asked))
    return set_appointment (db, next, request->language, fields, error);

  text = ent_day_format (asked != ENT_DAY_NONE ? asked : request->day, ENT_DAY_NUMERIC);
  g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
               asked != ENT_DAY_NONE
                   /* Translators: %s is a day */
                   ? _ ("No appointment of this person is planned on %s. Plan it first.")
                   /* Translators: %s is a day */
                   : _ ("No appointment of this person is planned from %s on. Plan it first."),
               text);
  return FALSE;
}

static char *
propose_kept_day (EntDb *db, gint64 subject_id, gint32 day, const char *language)
{
  g_autoptr (GPtrArray) all = ent_agenda_query_of_person (db, subject_id, NULL);

  return all != NULL ? ent_day_to_iso (find_last_kept (all, day)) : NULL;
}

static EntAppointment *
find_proposed (EntDb *db, gint64 subject_id, gint32 day)
{
  g_autoptr (GPtrArray) all = ent_agenda_query_of_person (db, subject_id, NULL);
  EntAppointment *next = all != NULL ? find_next (all, day) : NULL;

  return next != NULL ? g_object_ref (next) : NULL;
}

static char *
propose_next_day (EntDb *db, gint64 subject_id, gint32 day, const char *language)
{
  g_autoptr (EntAppointment) next = find_proposed (db, subject_id, day);

  return next != NULL ? ent_day_to_iso (next->day) : NULL;
}

static char *
propose_subject (EntDb *db, gint64 subject_id, gint32 day, const char *language)
{
  g_autoptr (EntAppointment) next = find_proposed (db, subject_id, day);

  return next != NULL ? g_strdup (next->subject) : NULL;
}

/* clang-format off */
static const EntChip presence_chips[] = {
  { "appointments", ENT_CHIP_LIST, N_("Appointments of the day"), NULL },
  { "appointments.from", ENT_CHIP_TEXT, N_("From what time"), "9 h" },
  { "appointments.until", ENT_CHIP_TEXT, N_("Until what time"), "9 h 45" },
  { "appointments.place", ENT_CHIP_TEXT, N_("Place of the appointment"), N_("Example Street 2") },
  { "appointments.home_visit", ENT_CHIP_FLAG, N_("It was a home visit"), NULL },
  { NULL, ENT_CHIP_TEXT, NULL, NULL },
};

static const EntChip convocation_chips[] = {
  { "appointment.day", ENT_CHIP_TEXT, N_("Day of the appointment"),
    N_("Tuesday 1 December 2026") },
  { "appointment.time", ENT_CHIP_TEXT, N_("Time of the appointment"), "9 h" },
  { "appointment.place", ENT_CHIP_TEXT, N_("Place of the appointment"), N_("Example Street 2") },
  { "appointment.agent", ENT_CHIP_TEXT, N_("With whom"), "Luc Martin" },
  { "appointment.interview", ENT_CHIP_FLAG, N_("It is an interview"), NULL },
  { "appointment.home_visit", ENT_CHIP_FLAG, N_("It is a home visit"), NULL },
  { "appointment.hearing", ENT_CHIP_FLAG, N_("It is a hearing"), NULL },
  { NULL, ENT_CHIP_TEXT, NULL, NULL },
};

static const EntQuestion presence_questions[] = {
  { "answer.day", ENT_QUESTION_DAY, N_("Day of the appointment"), TRUE, NULL, propose_kept_day },
  { NULL, ENT_QUESTION_TEXT, NULL, FALSE, NULL, NULL },
};

static const EntQuestion convocation_questions[] = {
  { "answer.day", ENT_QUESTION_DAY, N_("Day of the appointment"), TRUE, NULL, propose_next_day },
  { "answer.subject", ENT_QUESTION_TEXT, N_("What it is about"), TRUE, NULL, propose_subject },
  { "answer.bring", ENT_QUESTION_LINES, N_("What to bring, one thing a line"), FALSE, NULL, NULL },
  { NULL, ENT_QUESTION_TEXT, NULL, FALSE, NULL, NULL },
};
/* clang-format on */

const EntDocumentKind ent_agenda_presence_attestation = {
  .id = "attestation-presence",
  .title = N_ ("Attestation of presence"),
  .hint = N_ ("That somebody came to an appointment, for an employer or a school"),
  .icon_name = "ent-calendar-symbolic",
  .shape = ENT_SHAPE_ATTESTATION,
  .subject = &ent_person_schema,
  .chips = presence_chips,
  .questions = presence_questions,
  .fill = fill_presence,
};

const EntDocumentKind ent_agenda_convocation_letter = {
  .id = "letter-convocation",
  .title = N_ ("Letter for an appointment"),
  .hint = N_ ("When and where, with whom, what to bring, how to move it"),
  .icon_name = "ent-mail-symbolic",
  .shape = ENT_SHAPE_LETTER,
  .subject = &ent_person_schema,
  .chips = convocation_chips,
  .questions = convocation_questions,
  .fill = fill_convocation,
};

const EntDocumentKind *const ent_agenda_documents[] = {
  &ent_agenda_presence_attestation,
  &ent_agenda_convocation_letter,
  NULL,
};
