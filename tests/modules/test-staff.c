/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Agents, absences and who stands in. */

#include "ent-absence-hours.h"
#include "ent-agent-absence.h"
#include "ent-agent.h"
#include "ent-date.h"
#include "ent-staff-query.h"
#include "ent-staff-rules.h"
#include "ent-team.h"
#include "module-fixture.h"
#include "record-checks.h"

static gint64
add_agent (Fixture *fixture, const char *last, const char *first)
{
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);

  put (agent, "last_name", ent_text (last));
  put (agent, "first_name", ent_text (first));
  put (agent, "function", ent_text ("social-worker"));
  return insert (fixture, agent);
}

static EntAgentAbsence *
new_absence (gint64 agent, const char *from, const char *to, gint64 stand_in)
{
  EntAgentAbsence *absence = ent_record_new (ENT_TYPE_AGENT_ABSENCE);

  put (absence, "agent_id", ent_int (agent));
  put (absence, "from_day", iso (from));
  put (absence, "to_day", iso (to));
  put (absence, "kind", ent_text ("leave"));
  if (stand_in != 0)
    put (absence, "stand_in_id", ent_int (stand_in));
  return absence;
}

/* @from_time and @to_time: minutes of the day, or ENT_INT_NONE. */
static EntAgentAbsence *
away (const char *from, int from_time, const char *to, int to_time)
{
  EntAgentAbsence *absence = new_absence (1, from, to, 0);

  absence->from_time = from_time;
  absence->to_time = to_time;
  return absence;
}

/* What is taken of a stretch that begins on a day, in minutes. @from and @to: from the midnight of
 * that day. */
static int
taken (EntAgentAbsence *absence, const char *on, int from, int to)
{
  gint64 midnight = (gint64) day (on) * 1440;
  gint64 first = midnight + from;
  gint64 end = midnight + to;

  return ent_agent_absence_clip (absence, day (on), &first, &end) ? (int) (end - first) : 0;
}

static void
test_summary_and_order (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_agent (fixture, "Éloy", "Zoé");
  g_autoptr (EntAgent) agent = load (fixture, &ent_agent_schema, id);
  g_autofree char *summary = ent_record_get_summary (agent);

  g_assert_cmpstr (summary, ==, "Zoé Éloy");
  g_assert_true (g_str_has_prefix (agent->sort_key, "eloy"));
}

static void
test_team_starts_active (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntTeam) team = ent_record_new (ENT_TYPE_TEAM);
  g_autoptr (EntTeam) read = NULL;

  g_assert_true (team->active);
  put (team, "name", ent_text ("  Aide   sociale "));
  put (team, "phone", ent_text ("010 43 60 00"));
  read = load (fixture, &ent_team_schema, insert (fixture, team));
  g_assert_true (read->active);
  g_assert_cmpstr (read->name, ==, "Aide sociale");
  g_assert_cmpstr (read->phone, ==, "+3210436000");
}

static void
test_agent_checks (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);

  assert_clean (agent);
  put (agent, "e_mail", ent_text ("zoe at example"));
  assert_error (agent, "e_mail");
  put (agent, "e_mail", ent_text ("zoe@example.be"));
  put (agent, "phone", ent_text ("12"));
  assert_error (agent, "phone");
  put (agent, "phone", ent_null ());
  put (agent, "active_from", iso ("2026-02-01"));
  put (agent, "active_to", iso ("2026-01-31"));
  assert_error (agent, "active_to");
  put (agent, "active_to", iso ("2026-02-01"));
  assert_clean (agent);
  g_assert_true (ent_agent_is_in_service (agent, day ("2026-02-01")));
  g_assert_false (ent_agent_is_in_service (agent, day ("2026-02-02")));
}

static void
test_login_is_unique (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntAgent) first = ent_record_new (ENT_TYPE_AGENT);
  g_autoptr (EntAgent) second = NULL;
  g_autoptr (EntAgent) found = NULL;

  put (first, "last_name", ent_text ("Lambert"));
  put (first, "function", ent_text ("it"));
  put (first, "login", ent_text ("lambert"));
  second = ent_record_dup (first);
  insert (fixture, first);
  g_assert_true (is_refused (fixture, second, NULL));

  found = ent_staff_query_by_login (fixture->db, "lambert", NULL);
  g_assert_nonnull (found);
  g_assert_cmpint (ent_record_get_id (found), ==, ent_record_get_id (first));
  g_assert_null (ent_staff_query_by_login (fixture->db, "nobody", NULL));
}

static void
test_absence_checks (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntAgentAbsence) backwards = new_absence (1, "2026-05-10", "2026-05-09", 0);
  g_autoptr (EntAgentAbsence) own = new_absence (1, "2026-05-09", "2026-05-10", 1);
  g_autoptr (EntAgentAbsence) good = new_absence (1, "2026-05-09", "2026-05-09", 2);

  assert_error (backwards, "to_day");
  assert_error (own, "stand_in_id");
  assert_clean (good);
}

static void
test_hours_checks (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *to;
    int from_time, to_time;
    gboolean is_sound;
  } cases[] = {
    { "2026-05-09", 720, 721, TRUE },        { "2026-05-09", 720, 720, FALSE },
    { "2026-05-09", 720, 719, FALSE },       { "2026-05-09", 720, ENT_INT_NONE, TRUE },
    { "2026-05-09", ENT_INT_NONE, 1, TRUE }, { "2026-05-09", ENT_INT_NONE, 0, FALSE },
    { "2026-05-10", 720, 0, TRUE },          { "2026-05-10", 720, 600, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntAgentAbsence) absence = away ("2026-05-09", cases[i].from_time, cases[i].to,
                                                 cases[i].to_time);

      g_test_message ("case %u", i);
      if (cases[i].is_sound)
        assert_clean (absence);
      else
        assert_error (absence, "to_time");
    }
}

/* Kept as they are, and empty when nothing was said. */
static void
test_hours_are_kept (Fixture *fixture, gconstpointer unused)
{
  gint64 anne = add_agent (fixture, "Dupont", "Anne");
  g_autoptr (EntAgentAbsence) hours = away ("2026-11-20", 720, "2026-11-22", 0);
  g_autoptr (EntAgentAbsence) days = new_absence (anne, "2026-11-25", "2026-11-25", 0);
  g_autoptr (EntAgentAbsence) read = NULL;
  g_autoptr (EntAgentAbsence) whole = NULL;

  hours->agent_id = anne;
  read = load (fixture, &ent_agent_absence_schema, insert (fixture, hours));
  whole = load (fixture, &ent_agent_absence_schema, insert (fixture, days));
  g_assert_cmpint (read->from_time, ==, 720);
  g_assert_cmpint (read->to_time, ==, 0);
  g_assert_cmpint (whole->from_time, ==, ENT_INT_NONE);
  g_assert_cmpint (whole->to_time, ==, ENT_INT_NONE);
}

static void
test_words (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *to;
    int from_time, to_time;
    const char *words;
  } cases[] = {
    { "2026-11-22", 720, ENT_INT_NONE, "from 20/11/2026 at 12:00 to 22/11/2026" },
    { "2026-11-22", ENT_INT_NONE, 480, "from 20/11/2026 to 22/11/2026 at 08:00" },
    { "2026-11-22", ENT_INT_NONE, ENT_INT_NONE, "from 20/11/2026 to 22/11/2026" },
    { "2026-11-20", ENT_INT_NONE, ENT_INT_NONE, "20/11/2026" },
    { "2026-11-20", 720, ENT_INT_NONE, "20/11/2026 from 12:00" },
    { "2026-11-20", ENT_INT_NONE, 720, "20/11/2026 until 12:00" },
    { "2026-11-20", 0, 720, "20/11/2026 from 00:00 to 12:00" },
  };
  g_autoptr (EntAgentAbsence) sick = away ("2026-11-20", 720, "2026-11-22", ENT_INT_NONE);
  g_autofree char *summary = NULL;
  EntAbsencePeriod open = { day ("2026-11-20"), 720, ENT_DAY_NONE, ENT_INT_NONE };
  g_autofree char *without_end = ent_absence_period_describe (&open);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntAgentAbsence) absence = away ("2026-11-20", cases[i].from_time, cases[i].to,
                                                 cases[i].to_time);
      g_autofree char *words = ent_agent_absence_describe (absence);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
  sick->kind = ENT_ABSENCE_SICKNESS;
  summary = ent_record_get_summary (sick);
  g_assert_cmpstr (summary, ==, "Sickness · from 20/11/2026 at 12:00 to 22/11/2026");
  g_assert_cmpstr (without_end, ==, "from 20/11/2026 at 12:00 until further notice");
}

/* A stretch that ends when the absence begins, or begins when it ends, is left alone. */
static void
test_clip (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntAgentAbsence) noon = away ("2026-11-20", 720, "2026-11-20", ENT_INT_NONE);
  g_autoptr (EntAgentAbsence) morning = away ("2026-11-20", ENT_INT_NONE, "2026-11-20", 720);

  g_assert_cmpint (taken (noon, "2026-11-20", 660, 720), ==, 0);
  g_assert_cmpint (taken (noon, "2026-11-20", 660, 721), ==, 1);
  g_assert_cmpint (taken (noon, "2026-11-20", 720, 780), ==, 60);
  g_assert_cmpint (taken (noon, "2026-11-19", 720, 780), ==, 0);
  g_assert_cmpint (taken (noon, "2026-11-21", 0, 60), ==, 0);
  g_assert_cmpint (taken (morning, "2026-11-20", 720, 780), ==, 0);
  g_assert_cmpint (taken (morning, "2026-11-20", 719, 780), ==, 1);
  g_assert_cmpint (taken (morning, "2026-11-20", 0, 60), ==, 60);
}

/* A night belongs to its evening, unless a time is said; hours are those of the clock, also in the
 * nights in which the clock is put back or forward. */
static void
test_clip_nights (Fixture *fixture, gconstpointer unused)
{
  static const char *const evenings[] = { "2026-11-20", "2026-10-24", "2027-03-27" };

  for (guint i = 0; i < G_N_ELEMENTS (evenings); i++)
    {
      const char *evening = evenings[i];
      g_autofree char *morning = ent_day_to_iso (day (evening) + 1);
      g_autoptr (EntAgentAbsence) days = away (evening, ENT_INT_NONE, evening, ENT_INT_NONE);
      g_autoptr (EntAgentAbsence) next = away (morning, ENT_INT_NONE, morning, ENT_INT_NONE);
      g_autoptr (EntAgentAbsence) from_two = away (morning, 120, morning, ENT_INT_NONE);
      g_autoptr (EntAgentAbsence) until_two = away (evening, ENT_INT_NONE, morning, 120);
      g_autoptr (EntAgentAbsence) midnight = away (evening, ENT_INT_NONE, morning, 0);

      g_assert_cmpint (taken (days, evening, 1320, 1800), ==, 480);
      g_assert_cmpint (taken (next, evening, 1320, 1800), ==, 0);
      g_assert_cmpint (taken (from_two, evening, 1320, 1800), ==, 240);
      g_assert_cmpint (taken (until_two, evening, 1320, 1800), ==, 240);
      g_assert_cmpint (taken (midnight, evening, 1320, 1800), ==, 120);
      g_assert_false (ent_agent_absence_covers (midnight, day (morning)));
      g_assert_true (ent_agent_absence_takes_day (midnight, day (evening)));
      g_assert_true (ent_agent_absence_covers (until_two, day (morning)));
      g_assert_false (ent_agent_absence_takes_day (until_two, day (morning)));
    }
}

/* The afternoon of who is away in the morning is free. */
static void
test_hours_overlap (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) absences = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (EntAgentAbsence) behind = away ("2026-05-10", 720, "2026-05-10", ENT_INT_NONE);
  g_autoptr (EntAgentAbsence) into = away ("2026-05-10", 719, "2026-05-10", ENT_INT_NONE);
  g_autoptr (EntIssues) issues = ent_issues_new ();

  g_ptr_array_add (absences, away ("2026-05-10", ENT_INT_NONE, "2026-05-10", 720));
  ent_record_set_identity (g_ptr_array_index (absences, 0), 1, 1);
  ent_staff_check_overlap (absences, behind, issues);
  g_assert_cmpuint (ent_issues_n (issues), ==, 0);
  ent_staff_check_overlap (absences, into, issues);
  g_assert_cmpuint (ent_issues_n (issues), ==, 1);
}

/* For some hours the work of the day stays, unless somebody is named for it. */
static void
test_stand_in_for_hours (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) absences = g_ptr_array_new_with_free_func (g_object_unref);
  EntAgentAbsence *absence = away ("2026-05-02", 720, "2026-05-04", 0);

  g_ptr_array_add (absences, absence);
  g_assert_cmpint (ent_staff_who_stands_in (absences, 1, day ("2026-05-02")), ==, 1);
  g_assert_cmpint (ent_staff_who_stands_in (absences, 1, day ("2026-05-03")), ==, 0);
  g_assert_cmpint (ent_staff_who_stands_in (absences, 1, day ("2026-05-04")), ==, 1);
  absence->stand_in_id = 7;
  g_assert_cmpint (ent_staff_who_stands_in (absences, 1, day ("2026-05-02")), ==, 7);
  g_assert_cmpint (ent_staff_who_stands_in (absences, 1, day ("2026-05-03")), ==, 7);
  g_assert_cmpint (ent_staff_who_stands_in (absences, 1, day ("2026-05-04")), ==, 1);
}

static void
test_overlap_warns (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) absences = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (EntAgentAbsence) touching = new_absence (1, "2026-05-10", "2026-05-12", 0);
  g_autoptr (EntAgentAbsence) apart = new_absence (1, "2026-05-11", "2026-05-12", 0);
  g_autoptr (EntIssues) issues = ent_issues_new ();

  g_ptr_array_add (absences, new_absence (1, "2026-05-01", "2026-05-10", 0));
  g_ptr_array_add (absences, new_absence (2, "2026-05-01", "2026-05-30", 0));
  ent_record_set_identity (g_ptr_array_index (absences, 0), 1, 1);
  ent_record_set_identity (g_ptr_array_index (absences, 1), 2, 1);

  ent_staff_check_overlap (absences, apart, issues);
  g_assert_cmpuint (ent_issues_n (issues), ==, 0);
  ent_staff_check_overlap (absences, touching, issues);
  g_assert_cmpuint (ent_issues_n (issues), ==, 1);
  g_assert_cmpuint (ent_issues_n_errors (issues), ==, 0);
}

static void
test_stand_in_chain (Fixture *fixture, gconstpointer unused)
{
  gint64 anne = add_agent (fixture, "Dupont", "Anne");
  gint64 marc = add_agent (fixture, "Leroy", "Marc");
  gint64 zoe = add_agent (fixture, "Éloy", "Zoé");
  g_autoptr (EntAgentAbsence) first = new_absence (anne, "2026-05-01", "2026-05-10", marc);
  g_autoptr (EntAgentAbsence) second = new_absence (marc, "2026-05-05", "2026-05-06", zoe);
  g_autoptr (EntAgentAbsence) third = new_absence (zoe, "2026-05-06", "2026-05-06", anne);

  insert (fixture, first);
  insert (fixture, second);
  insert (fixture, third);

#define STAND_IN(iso_day) (ent_staff_query_stand_in (fixture->db, anne, day (iso_day), NULL))
  g_assert_cmpint (STAND_IN ("2026-04-30"), ==, anne);
  g_assert_cmpint (STAND_IN ("2026-05-01"), ==, marc);
  g_assert_cmpint (STAND_IN ("2026-05-05"), ==, zoe);
  /* On the 6th each stands in for the next: a circle, so nobody. */
  g_assert_cmpint (STAND_IN ("2026-05-06"), ==, 0);
  g_assert_cmpint (STAND_IN ("2026-05-10"), ==, marc);
  g_assert_cmpint (STAND_IN ("2026-05-11"), ==, anne);
#undef STAND_IN
}

static void
test_nobody_named (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) absences = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (absences, new_absence (1, "2026-05-01", "2026-05-10", 0));
  g_assert_cmpint (ent_staff_who_stands_in (absences, 1, day ("2026-05-02")), ==, 0);
  /* A second absence on the same day that names somebody goes before. */
  g_ptr_array_add (absences, new_absence (1, "2026-05-02", "2026-05-02", 7));
  g_assert_cmpint (ent_staff_who_stands_in (absences, 1, day ("2026-05-02")), ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/staff/summary-and-order", test_summary_and_order);
  ADD ("/staff/team-starts-active", test_team_starts_active);
  ADD ("/staff/agent-checks", test_agent_checks);
  ADD ("/staff/login-is-unique", test_login_is_unique);
  ADD ("/staff/absence-checks", test_absence_checks);
  ADD ("/staff/hours-checks", test_hours_checks);
  ADD ("/staff/hours-are-kept", test_hours_are_kept);
  ADD ("/staff/hours-words", test_words);
  ADD ("/staff/hours-clip", test_clip);
  ADD ("/staff/hours-clip-nights", test_clip_nights);
  ADD ("/staff/hours-overlap", test_hours_overlap);
  ADD ("/staff/hours-stand-in", test_stand_in_for_hours);
  ADD ("/staff/overlap-warns", test_overlap_warns);
  ADD ("/staff/stand-in-chain", test_stand_in_chain);
  ADD ("/staff/nobody-named", test_nobody_named);

  return g_test_run ();
}
