/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans, needs, wishes, stays and visits: what is refused, what is filled in, how a plan stands,
 * what a stay does to a visit. */

#include "care-fixture.h"
#include "ent-care-query.h"
#include "record-checks.h"

static void
test_seed (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM care_activity"), ==, 3);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM care_activity WHERE is_charged = 0"), ==,
                   1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM care_activity a WHERE NOT EXISTS"
                                   " (SELECT 1 FROM care_task t WHERE t.activity_id = a.id)"),
                   ==, 0);
  g_assert_cmpint (count (fixture, "SELECT amount FROM contribution_reduction"
                                   " WHERE from_day = '2024-07-01' AND to_day IS NULL"),
                   ==, 190);
}

static void
test_rhythm (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCareNeed) need = new_need ();

  assert_clean (need);
  need->monday = FALSE;
  assert_error (need, "monday");
  need->monday = TRUE;
  need->rhythm = ENT_CARE_MONTHLY;
  assert_error (need, "nth");
  need->nth = ENT_CARE_LAST;
  assert_clean (need);
  need->rhythm = ENT_CARE_ONCE;
  assert_error (need, "once_on");
  put (need, "once_on", iso ("2025-12-31"));
  assert_error (need, "once_on");
  put (need, "once_on", iso ("2026-01-01"));
  assert_clean (need);
  put (need, "to_day", iso ("2026-01-05"));
  put (need, "once_on", iso ("2026-01-06"));
  assert_error (need, "once_on");
  put (need, "to_day", iso ("2025-01-05"));
  assert_error (need, "to_day");
}

static void
test_length_and_windows (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    int earliest, latest, minutes;
    gboolean fits;
  } cases[] = {
    { 480, 600, 120, TRUE },  { 480, 600, 121, FALSE },  { 480, 480, 60, FALSE },
    { 1320, 360, 480, TRUE }, { 1320, 360, 481, FALSE }, { 480, ENT_INT_NONE, 600, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntCareNeed) need = new_need ();

      need->earliest = cases[i].earliest;
      need->latest = cases[i].latest;
      need->minutes = cases[i].minutes;
      if (cases[i].fits)
        assert_clean (need);
      else
        assert_error (need, "latest");
      need->minutes = 0;
      assert_error (need, "minutes");
      need->minutes = 1441;
      assert_error (need, "minutes");
    }
}

static void
test_fixed_time (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCareNeed) need = new_need ();

  need->fixed_at = 540;
  assert_error (need, "fixed_reason");
  put (need, "fixed_reason", ent_text ("Départ de l'ambulance"));
  assert_clean (need);
  need->fixed_at = 480;
  assert_clean (need);
  need->fixed_at = 541;
  assert_error (need, "fixed_at");
  need->fixed_at = 479;
  assert_error (need, "fixed_at");
  need->fixed_at = 500;
  need->wished_from = 500;
  assert_warning (need, "wished_from");
}

static void
test_gap (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCareNeed) need = new_need ();

  need->thursday = TRUE;
  need->min_gap_days = 3;
  assert_clean (need);
  need->sunday = TRUE;
  assert_warning (need, "min_gap_days");
  need->min_gap_days = 1;
  assert_clean (need);
  need->min_gap_days = 0;
  assert_error (need, "min_gap_days");
}

static void
test_one_or_two_carers (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCareNeed) need = new_need ();

  assert_clean (need);
  g_assert_cmpint (need->n_carers, ==, 1);
  need->n_carers = 2;
  assert_clean (need);
  need->n_carers = 3;
  assert_error (need, "n_carers");
}

static void
test_review_after_a_year (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  g_autoptr (EntCarePlan) open = load (fixture, &ent_care_plan_schema,
                                      add_plan (fixture, person, "2024-02-29", NULL));
  g_autoptr (EntCarePlan) brief = load (fixture, &ent_care_plan_schema,
                                       add_plan (fixture, person, "2026-01-05", "2026-03-31"));

  g_assert_cmpint (open->review_on, ==, day ("2025-02-28"));
  g_assert_cmpint (brief->review_on, ==, ENT_DAY_NONE);
  put (open, "review_on", iso ("2024-02-28"));
  assert_error (open, "review_on");
}

/* The rule and what lists show are one. */
static void
test_state (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *from, *to, *review, *away_from, *away_to;
    gboolean is_draft;
    EntCarePlanState state;
  } cases[] = {
    { "2026-01-05", NULL, NULL, NULL, NULL, FALSE, ENT_CARE_PLAN_RUNS },
    { "2026-11-21", "2026-11-21", NULL, NULL, NULL, FALSE, ENT_CARE_PLAN_RUNS },
    { "2026-11-22", NULL, NULL, NULL, NULL, FALSE, ENT_CARE_PLAN_COMING },
    { "2026-01-05", "2026-11-20", NULL, NULL, NULL, FALSE, ENT_CARE_PLAN_ENDED },
    { "2026-01-05", NULL, NULL, NULL, NULL, TRUE, ENT_CARE_PLAN_DRAFT },
    { "2026-01-05", NULL, "2026-11-21", NULL, NULL, FALSE, ENT_CARE_PLAN_TO_REVIEW },
    { "2026-01-05", NULL, "2026-11-22", NULL, NULL, FALSE, ENT_CARE_PLAN_RUNS },
    { "2026-01-05", NULL, NULL, "2026-11-21", NULL, FALSE, ENT_CARE_PLAN_SUSPENDED },
    { "2026-01-05", NULL, NULL, "2026-11-01", "2026-11-20", FALSE, ENT_CARE_PLAN_RUNS },
    { "2026-01-05", NULL, "2026-11-01", "2026-11-01", "2026-11-21", FALSE,
      ENT_CARE_PLAN_SUSPENDED },
    { "2026-01-05", "2026-11-20", NULL, "2026-11-21", NULL, TRUE, ENT_CARE_PLAN_DRAFT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 person = add_person (fixture);
      gint64 id = add_plan (fixture, person, cases[i].from, cases[i].to);
      g_autoptr (GPtrArray) stays = NULL;
      g_autoptr (EntCarePlan) plan = NULL;

      if (cases[i].review != NULL)
        change (fixture, &ent_care_plan_schema, id, "review_on", iso (cases[i].review));
      if (cases[i].is_draft)
        change (fixture, &ent_care_plan_schema, id, "is_draft", ent_int (1));
      if (cases[i].away_from != NULL)
        {
          g_autoptr (EntPersonStay) stay = ent_record_new (ENT_TYPE_PERSON_STAY);

          stay->person_id = person;
          stay->reason = ENT_STAY_HOLIDAY;
          put (stay, "from_day", iso (cases[i].away_from));
          put (stay, "to_day", iso (cases[i].away_to));
          insert (fixture, stay);
        }
      plan = load (fixture, &ent_care_plan_schema, id);
      stays = ent_care_query_stays_of (fixture->db, person, NULL);
      g_test_message ("case %u", i);
      g_assert_cmpint (plan->state, ==, cases[i].state);
      g_assert_cmpint (ent_care_plan_state_on (plan, stays, day ("2026-11-21")), ==,
                       cases[i].state);
    }
}

static void
test_wishes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCareWish) wish = ent_record_new (ENT_TYPE_CARE_WISH);

  wish->kind = ENT_CARE_REFUSED;
  assert_clean (wish);
  wish->kind = ENT_CARE_INCIDENT;
  assert_error (wish, "reason");
  put (wish, "reason", ent_text ("Propos déplacés (exemple)"));
  assert_clean (wish);
  put (wish, "from_day", iso ("2026-02-01"));
  put (wish, "to_day", iso ("2026-01-31"));
  assert_error (wish, "to_day");
}

static EntVisit *
new_visit (EntVisitState state)
{
  EntVisit *visit = ent_record_new (ENT_TYPE_VISIT);

  put (visit, "day", iso ("2026-11-23"));
  visit->minutes = 60;
  visit->start_time = 540;
  visit->state = (int) state;
  return visit;
}

static void
test_visit (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntVisit) visit = new_visit (ENT_VISIT_CANCELLED_BENEFICIARY);
  g_autofree char *when = ent_visit_format_when (visit);

  g_assert_cmpstr (when, ==, "23/11/2026 at 09:00");
  assert_error (visit, "cancel_reason");
  put (visit, "cancel_reason", ent_text ("Chez sa fille (exemple)"));
  assert_clean (visit);
  visit->place = 3;
  assert_error (visit, "place");
  visit->place = 2;
  visit->state = ENT_VISIT_PLANNED;
  visit->began_at = 540;
  assert_error (visit, "state");
  visit->state = ENT_VISIT_DONE;
  visit->ended_at = 540;
  assert_error (visit, "ended_at");
  visit->began_at = ENT_INT_NONE;
  assert_error (visit, "began_at");
  visit->began_at = 1400;
  assert_warning (visit, "carer_id");
}

static void
test_done (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntVisit) visit = new_visit (ENT_VISIT_PLANNED);

  ent_visit_mark_done (visit, 545, 600, day ("2026-11-23"));
  g_assert_cmpint (visit->state, ==, ENT_VISIT_DONE);
  g_assert_cmpint (visit->began_at, ==, 545);
  g_assert_cmpint (visit->ended_at, ==, 600);
  g_assert_false (visit->entered_late);
  ent_visit_mark_done (visit, 545, 600, day ("2026-11-24"));
  g_assert_true (visit->entered_late);
}

static void
test_exception (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *column;
    int number;
    gboolean is_exception;
  } cases[] = {
    { "minutes", 45, TRUE },
    { "start_time", 600, TRUE },
    { "day", 0, TRUE },
    { "state", ENT_VISIT_CANCELLED_SERVICE, TRUE },
    { "state", ENT_VISIT_CONFIRMED, FALSE },
    { "state", ENT_VISIT_DONE, FALSE },
    { "remark", 0, FALSE },
    { "carer_id", 7, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntVisit) original = new_visit (ENT_VISIT_PLANNED);
      g_autoptr (EntVisit) draft = ent_record_dup (original);

      if (g_str_equal (cases[i].column, "state"))
        draft->state = cases[i].number;
      else if (g_str_equal (cases[i].column, "day"))
        draft->day++;
      else if (g_str_equal (cases[i].column, "remark"))
        put (draft, "remark", ent_text ("Exemple"));
      else
        put (draft, cases[i].column, ent_int (cases[i].number));
      ent_visit_note_exception (original, draft);
      g_test_message ("case %u", i);
      g_assert_cmpint (draft->is_exception, ==, cases[i].is_exception);
    }
}

/* Placing a visit that had no time yet is no exception. */
static void
test_placing_is_no_exception (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntVisit) original = new_visit (ENT_VISIT_PLANNED);
  g_autoptr (EntVisit) draft = NULL;

  original->start_time = ENT_INT_NONE;
  draft = ent_record_dup (original);
  draft->start_time = 500;
  draft->carer_id = 4;
  ent_visit_note_exception (original, draft);
  g_assert_false (draft->is_exception);
}

static void
test_follow_stay (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntPersonStay) stay = ent_record_new (ENT_TYPE_PERSON_STAY);
  g_autoptr (EntVisit) planned = new_visit (ENT_VISIT_CONFIRMED);
  g_autoptr (EntVisit) done = new_visit (ENT_VISIT_DONE);
  g_autoptr (EntVisit) exception = new_visit (ENT_VISIT_PLANNED);
  g_autoptr (EntVisit) decided = new_visit (ENT_VISIT_CANCELLED_SERVICE);

  stay->reason = ENT_STAY_HOSPITAL;
  exception->is_exception = decided->is_exception = TRUE;
  g_assert_false (ent_visit_follow_stay (planned, NULL));
  g_assert_true (ent_visit_follow_stay (planned, stay));
  g_assert_true (ent_visit_is_freed (planned));
  g_assert_false (ent_visit_follow_stay (planned, stay));
  g_assert_true (ent_visit_follow_stay (planned, NULL));
  g_assert_cmpint (planned->state, ==, ENT_VISIT_PLANNED);
  g_assert_false (ent_visit_follow_stay (done, stay));
  g_assert_false (ent_visit_follow_stay (exception, stay));
  g_assert_false (ent_visit_follow_stay (decided, NULL));
}

static void
test_stay_edges (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntPersonStay) stay = ent_record_new (ENT_TYPE_PERSON_STAY);

  put (stay, "from_day", iso ("2026-11-23"));
  g_assert_false (ent_person_stay_covers (stay, day ("2026-11-22")));
  g_assert_true (ent_person_stay_covers (stay, day ("2026-11-23")));
  g_assert_true (ent_person_stay_covers (stay, day ("2030-01-01")));
  put (stay, "to_day", iso ("2026-11-23"));
  g_assert_true (ent_person_stay_covers (stay, day ("2026-11-23")));
  g_assert_false (ent_person_stay_covers (stay, day ("2026-11-24")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/care/seed", test_seed);
  ADD ("/care/rhythm", test_rhythm);
  ADD ("/care/length-and-windows", test_length_and_windows);
  ADD ("/care/fixed-time", test_fixed_time);
  ADD ("/care/gap", test_gap);
  ADD ("/care/one-or-two-carers", test_one_or_two_carers);
  ADD ("/care/review", test_review_after_a_year);
  ADD ("/care/state", test_state);
  ADD ("/care/wishes", test_wishes);
  ADD ("/care/visit", test_visit);
  ADD ("/care/done", test_done);
  ADD ("/care/exception", test_exception);
  ADD ("/care/placing", test_placing_is_no_exception);
  ADD ("/care/follow-stay", test_follow_stay);
  ADD ("/care/stay-edges", test_stay_edges);
  return g_test_run ();
}
