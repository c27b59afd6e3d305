/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the attestation of presence and the convocation say, and when they refuse. */

#include "ent-agenda-documents.h"
#include "ent-agent.h"
#include "ent-appointment.h"
#include "module-fixture.h"

#include <string.h>

#include "document-fixture.h"

static EntAppointment *
new_appointment (gint64 person, const char *on, int from, const char *attendance)
{
  EntAppointment *appointment = ent_record_new (ENT_TYPE_APPOINTMENT);

  put (appointment, "person_id", ent_int (person));
  put (appointment, "day", iso (on));
  put (appointment, "from_time", ent_int (from));
  put (appointment, "kind", ent_text ("interview"));
  put (appointment, "attendance", ent_text (attendance));
  return appointment;
}

static void
add_appointment (Fixture *fixture, gint64 person, const char *on, int from, const char *attendance)
{
  g_autoptr (EntAppointment) appointment = new_appointment (person, on, from, attendance);

  insert (fixture, appointment);
}

static const char *
from_of (EntFields *fields, guint position)
{
  return ent_fields_get (ent_fields_item (fields, "appointments", position), "from");
}

static void
test_presence (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntAppointment) long_one = new_appointment (person, "2026-11-20", 840, "came");
  g_autoptr (EntFields) fields = NULL;

  put (long_one, "to_time", ent_int (885));
  put (long_one, "subject", ent_text ("Dettes"));
  insert (fixture, long_one);
  add_appointment (fixture, person, "2026-11-20", 545, "came");
  add_appointment (fixture, person, "2026-11-20", 660, "absent");
  add_appointment (fixture, person, "2026-10-01", 600, "came");
  add_appointment (fixture, person, "2026-11-22", 600, "came");
  fields = filled (fixture, &ent_agenda_presence_attestation, person, "2026-11-21", NULL);

  g_assert_cmpuint (ent_fields_n_items (fields, "appointments"), ==, 2);
  g_assert_cmpstr (from_of (fields, 0), ==, "9\u00a0h\u00a005");
  g_assert_cmpstr (from_of (fields, 1), ==, "14\u00a0h");
  g_assert_cmpstr (ent_fields_get (ent_fields_item (fields, "appointments", 1), "until"), ==,
                   "14\u00a0h\u00a045");
}

/* Why somebody came is nobody else's business. */
static void
test_presence_without_subject (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntAppointment) appointment = new_appointment (person, "2026-11-20", 840, "came");
  g_autoptr (EntFields) fields = NULL;
  g_autofree char *json = NULL;

  put (appointment, "subject", ent_text ("Dettes"));
  insert (fixture, appointment);
  fields = filled (fixture, &ent_agenda_presence_attestation, person, "2026-11-21", NULL);
  json = ent_fields_to_json (fields);
  g_assert_null (strstr (json, "Dettes"));
}

static void
test_presence_on_a_day (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntFields) fields = NULL;

  assert_refused (fixture, &ent_agenda_presence_attestation, person, "2026-11-21", NULL);
  add_appointment (fixture, person, "2026-10-01", 600, "came");
  add_appointment (fixture, person, "2026-11-20", 660, "absent");
  add_appointment (fixture, person, "2026-12-01", 660, "came");
  fields = filled (fixture, &ent_agenda_presence_attestation, person, "2026-11-21",
                   ANSWERS ("answer.day", "2026-10-01"));
  g_assert_cmpuint (ent_fields_n_items (fields, "appointments"), ==, 1);
  assert_refused (fixture, &ent_agenda_presence_attestation, person, "2026-11-21",
                  ANSWERS ("answer.day", "2026-11-20"));
  assert_refused (fixture, &ent_agenda_presence_attestation, person, "2026-11-21",
                  ANSWERS ("answer.day", "2026-12-01"));
}

static void
test_convocation (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);
  g_autoptr (EntAppointment) hearing = new_appointment (person, "2026-12-01", 540, "planned");
  g_autoptr (EntFields) fields = NULL;

  put (agent, "last_name", ent_text ("Martin"));
  put (agent, "first_name", ent_text ("Luc"));
  put (agent, "function", ent_text ("social-worker"));
  put (hearing, "kind", ent_text ("hearing"));
  put (hearing, "agent_id", ent_int (insert (fixture, agent)));
  insert (fixture, hearing);
  add_appointment (fixture, person, "2026-11-20", 540, "planned");
  add_appointment (fixture, person, "2026-11-25", 540, "cancelled");
  add_appointment (fixture, person, "2026-12-01", 600, "planned");
  fields = filled (fixture, &ent_agenda_convocation_letter, person, "2026-11-21", NULL);

  g_assert_cmpstr (ent_fields_get (fields, "appointment.day"), ==, "mardi 1er décembre 2026");
  g_assert_cmpstr (ent_fields_get (fields, "appointment.time"), ==, "9\u00a0h");
  g_assert_cmpstr (ent_fields_get (fields, "appointment.agent"), ==, "Luc Martin");
  g_assert_null (ent_fields_get (fields, "appointment.place"));
  g_assert_true (ent_fields_is_true (fields, "appointment.hearing"));
  g_assert_false (ent_fields_is_true (fields, "appointment.interview"));
}

static void
test_convocation_refused (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");

  add_appointment (fixture, person, "2026-11-20", 540, "planned");
  assert_refused (fixture, &ent_agenda_convocation_letter, person, "2026-11-21", NULL);
  add_appointment (fixture, person, "2026-12-01", 540, "planned");
  assert_refused (fixture, &ent_agenda_convocation_letter, person, "2026-11-21",
                  ANSWERS ("answer.day", "2026-11-30"));
  assert_refused (fixture, &ent_agenda_convocation_letter, person, "2026-11-21",
                  ANSWERS ("answer.day", "2026-11-20"));
  ent_fields_unref (filled (fixture, &ent_agenda_convocation_letter, person, "2026-11-21",
                            ANSWERS ("answer.day", "2026-12-01")));
}

static void
test_proposals (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  const EntQuestion *questions = ent_agenda_convocation_letter.questions;
  g_autoptr (EntAppointment) next = new_appointment (person, "2026-12-01", 540, "planned");
  g_autofree char *none = questions[0].propose (fixture->db, person, day ("2026-11-21"), "fr");
  g_autofree char *on = NULL;
  g_autofree char *subject = NULL;

  g_assert_null (none);
  put (next, "subject", ent_text ("Votre demande"));
  insert (fixture, next);
  on = questions[0].propose (fixture->db, person, day ("2026-11-21"), "fr");
  subject = questions[1].propose (fixture->db, person, day ("2026-11-21"), "fr");
  g_assert_cmpstr (on, ==, "2026-12-01");
  g_assert_cmpstr (subject, ==, "Votre demande");
}

static void
test_nobody_calls_the_dead (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");

  add_appointment (fixture, person, "2026-12-01", 540, "planned");
  ent_fields_unref (filled (fixture, &ent_agenda_convocation_letter, person, "2026-11-21", NULL));
  note_death (fixture, person, "2026-11-20");
  assert_refused (fixture, &ent_agenda_convocation_letter, person, "2026-11-21", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/agenda-documents/presence/last-day", test_presence);
  ADD ("/agenda-documents/presence/without-subject", test_presence_without_subject);
  ADD ("/agenda-documents/presence/on-a-day", test_presence_on_a_day);
  ADD ("/agenda-documents/convocation/next", test_convocation);
  ADD ("/agenda-documents/convocation/refused", test_convocation_refused);
  ADD ("/agenda-documents/convocation/proposals", test_proposals);

  ADD ("/agenda-documents/convocation/deceased", test_nobody_calls_the_dead);
  return g_test_run ();
}
