/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Agents, absences and who stands in. */

#include "ent-agent-absence.h"
#include "ent-agent.h"
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
  ADD ("/staff/overlap-warns", test_overlap_warns);
  ADD ("/staff/stand-in-chain", test_stand_in_chain);
  ADD ("/staff/nobody-named", test_nobody_named);

  return g_test_run ();
}
