/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Appointments: times that hold together, who is taken, what is to come. */

#include "ent-agenda-query.h"
#include "ent-agenda-rules.h"
#include "ent-agent.h"
#include "ent-appointment.h"
#include "ent-person.h"
#include "module-fixture.h"
#include "record-checks.h"

static EntAppointment *
new_appointment (const char *on, int from, int to, gint64 agent)
{
  EntAppointment *self = ent_record_new (ENT_TYPE_APPOINTMENT);

  self->kind = ENT_APPOINTMENT_INTERVIEW;
  put (self, "day", iso (on));
  self->from_time = from;
  self->to_time = to;
  self->agent_id = agent;
  return self;
}

static gint64
add_person (Fixture *fixture)
{
  g_autoptr (EntPerson) person = ent_record_new (ENT_TYPE_PERSON);

  put (person, "last_name", ent_text ("Dupont"));
  return insert (fixture, person);
}

static gint64
add_agent (Fixture *fixture)
{
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);

  put (agent, "last_name", ent_text ("Leroy"));
  put (agent, "first_name", ent_text ("Luc"));
  put (agent, "function", ent_text ("social-worker"));
  return insert (fixture, agent);
}

static void
test_times (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntAppointment) plain = new_appointment ("2026-05-04", 540, 570, 0);
  g_autoptr (EntAppointment) whole = new_appointment ("2026-05-04", ENT_INT_NONE, ENT_INT_NONE, 0);
  g_autoptr (EntAppointment) backwards = new_appointment ("2026-05-04", 570, 540, 0);
  g_autoptr (EntAppointment) same = new_appointment ("2026-05-04", 570, 570, 0);
  g_autoptr (EntAppointment) headless = new_appointment ("2026-05-04", ENT_INT_NONE, 540, 0);
  g_autofree char *name = ent_record_get_summary (plain);
  g_autofree char *day_only = ent_record_get_summary (whole);

  assert_clean (plain);
  assert_clean (whole);
  assert_error (backwards, "to_time");
  assert_error (same, "to_time");
  assert_error (headless, "from_time");
  g_assert_true (g_str_has_prefix (name, "04/05/2026"));
  g_assert_cmpstr (day_only, ==, "04/05/2026");
}

static void
test_clash (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  static const struct
  {
    const char *day;
    int from;
    int to;
    gint64 agent;
    gboolean clashes;
  } cases[] = {
    { "2026-05-04", 560, 600, 1, TRUE },
    { "2026-05-04", 570, 600, 1, FALSE },
    { "2026-05-04", 560, 600, 2, FALSE },
    { "2026-05-05", 560, 600, 1, FALSE },
    { "2026-05-04", 500, 540, 1, FALSE },
    { "2026-05-04", 500, ENT_INT_NONE, 1, FALSE },
    { "2026-05-04", 511, ENT_INT_NONE, 1, TRUE },
    { "2026-05-04", ENT_INT_NONE, ENT_INT_NONE, 1, FALSE },
  };

  g_ptr_array_add (others, new_appointment ("2026-05-04", 540, 570, 1));
  ent_record_set_identity (g_ptr_array_index (others, 0), 1, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntAppointment) self = new_appointment (cases[i].day, cases[i].from, cases[i].to,
                                                        cases[i].agent);
      g_autoptr (EntIssues) issues = ent_issues_new ();

      ent_appointment_check_clash (others, self, issues);
      g_assert_cmpuint (ent_issues_n (issues), ==, cases[i].clashes ? 1 : 0);
      g_assert_cmpuint (ent_issues_n_errors (issues), ==, 0);
      self->attendance = ENT_ATTENDANCE_CANCELLED;
      g_assert_false (ent_appointment_clashes (self, g_ptr_array_index (others, 0)));
    }
}

static void
test_coming (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntAppointment) self = new_appointment ("2026-05-04", 540, 570, 0);

  g_assert_true (ent_appointment_is_coming (self, day ("2026-05-04")));
  g_assert_false (ent_appointment_is_coming (self, day ("2026-05-05")));
  self->attendance = ENT_ATTENDANCE_EXCUSED;
  g_assert_false (ent_appointment_is_coming (self, day ("2026-05-01")));
}

static void
test_of_day (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  gint64 agent = add_agent (fixture);
  g_autoptr (EntAppointment) late = new_appointment ("2026-05-04", 800, 830, agent);
  g_autoptr (EntAppointment) early = new_appointment ("2026-05-04", 540, 570, 0);
  g_autoptr (EntAppointment) other = new_appointment ("2026-05-05", 540, 570, agent);
  EntAppointment *all[] = { late, early, other };
  g_autoptr (GPtrArray) of_day = NULL;
  g_autoptr (GPtrArray) of_agent = NULL;
  g_autoptr (GPtrArray) of_person = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      all[i]->person_id = person;
      insert (fixture, all[i]);
    }
  of_day = ent_agenda_query_of_day (fixture->db, day ("2026-05-04"), 0, NULL);
  g_assert_cmpuint (of_day->len, ==, 2);
  g_assert_cmpint (((EntAppointment *) g_ptr_array_index (of_day, 0))->from_time, ==, 540);
  of_agent = ent_agenda_query_of_day (fixture->db, day ("2026-05-04"), agent, NULL);
  g_assert_cmpuint (of_agent->len, ==, 1);
  g_assert_cmpstr (((EntAppointment *) g_ptr_array_index (of_agent, 0))->agent_name, ==,
                   "Luc Leroy");
  of_person = ent_agenda_query_of_person (fixture->db, person, NULL);
  g_assert_cmpuint (of_person->len, ==, 3);
  g_assert_cmpstr (((EntAppointment *) g_ptr_array_index (of_person, 2))->person_name, ==,
                   "Dupont");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/agenda/times", test_times);
  ADD ("/agenda/clash", test_clash);
  ADD ("/agenda/coming", test_coming);
  ADD ("/agenda/of-day", test_of_day);
  return g_test_run ();
}
