/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Visits made from plans: once, as one act; what somebody changed stays, what the need says now is
 * followed, who is away gets none. */

#include "care-fixture.h"

#define N_VISITS "SELECT count(*) FROM visit"

typedef struct
{
  gint64 person;
  gint64 plan;
  gint64 need;
} Case;

/* Four Mondays: 23 and 30 November, 7 and 14 December 2026. */
static Case
four_weeks (Fixture *fixture)
{
  Case self = { 0 };

  self.person = add_person (fixture);
  self.plan = add_plan (fixture, self.person, "2026-01-05", NULL);
  self.need = add_need (fixture, self.plan);
  g_assert_cmpuint (generate (fixture, 0, "2026-12-20", NULL).n_made, ==, 4);
  return self;
}

static void
add_stay (Fixture *fixture, gint64 person, const char *from, const char *to)
{
  g_autoptr (EntPersonStay) stay = ent_record_new (ENT_TYPE_PERSON_STAY);

  stay->person_id = person;
  stay->reason = ENT_STAY_HOSPITAL;
  put (stay, "from_day", iso (from));
  put (stay, "to_day", iso (to));
  insert (fixture, stay);
}

static void
change_visit (Fixture *fixture, gint64 need, const char *on, const char *column, EntValue value)
{
  g_autoptr (EntVisit) visit = visit_of (fixture, need, on);

  change (fixture, &ent_visit_schema, ent_record_get_id (visit), column, value);
}

static void
test_made (Fixture *fixture, gconstpointer unused)
{
  Case all = four_weeks (fixture);
  g_autoptr (EntVisit) visit = visit_of (fixture, all.need, "2026-12-07");

  g_assert_cmpint (visit->day, ==, day ("2026-12-07"));
  g_assert_cmpint (visit->person_id, ==, all.person);
  g_assert_cmpint (visit->plan_id, ==, all.plan);
  g_assert_cmpint (visit->activity_id, ==, activity (fixture, "AVQ"));
  g_assert_cmpint (visit->minutes, ==, 60);
  g_assert_cmpint (visit->carer_id, ==, 0);
  g_assert_cmpint (visit->start_time, ==, ENT_INT_NONE);
  g_assert_cmpint (visit->state, ==, ENT_VISIT_PLANNED);
  g_assert_false (visit->is_exception);
}

static void
test_again_changes_nothing (Fixture *fixture, gconstpointer unused)
{
  EntCareCount again;
  gint64 act = 0;

  four_weeks (fixture);
  again = generate (fixture, 0, "2026-12-20", &act);
  g_assert_cmpuint (again.n_kept, ==, 4);
  g_assert_cmpuint (again.n_made + again.n_renewed + again.n_removed + again.n_freed +
                        again.n_restored,
                    ==, 0);
  g_assert_cmpint (count (fixture, N_VISITS), ==, 4);
  g_assert_cmpint (ent_db_number (fixture->db, "SELECT count(*) FROM audit WHERE set_id = $1",
                                  ENT_ARGS (ent_int (act)), -1),
                   ==, 0);
}

static void
test_later_horizon_adds (Fixture *fixture, gconstpointer unused)
{
  EntCareCount longer;

  four_weeks (fixture);
  longer = generate (fixture, 0, "2027-02-28", NULL);
  g_assert_cmpuint (longer.n_kept, ==, 4);
  g_assert_cmpuint (longer.n_made, ==, 10);
  g_assert_cmpuint (generate (fixture, 0, "2026-12-20", NULL).n_removed, ==, 0);
}

static void
test_one_undo (Fixture *fixture, gconstpointer unused)
{
  Case all = four_weeks (fixture);
  gint64 act = 0;

  change_visit (fixture, all.need, "2026-11-30", "is_locked", ent_int (1));
  change (fixture, &ent_care_need_schema, all.need, "minutes", ent_int (90));
  add_stay (fixture, all.person, "2026-12-14", NULL);
  generate (fixture, 0, "2027-01-31", &act);
  undo (fixture, act);
  g_assert_cmpint (count (fixture, N_VISITS), ==, 4);
  g_assert_cmpint (count (fixture, N_VISITS " WHERE minutes = 60 AND state = 'planned'"), ==, 4);
}

static void
test_fixed_time (Fixture *fixture, gconstpointer unused)
{
  gint64 plan = add_plan (fixture, add_person (fixture), "2026-01-05", NULL);
  g_autoptr (EntCareNeed) need = new_need ();
  g_autoptr (EntVisit) visit = NULL;
  gint64 id;

  need->plan_id = plan;
  need->activity_id = activity (fixture, "AVQ");
  need->fixed_at = 510;
  put (need, "fixed_reason", ent_text ("Passage de l'infirmière"));
  id = insert (fixture, need);
  generate (fixture, 0, "2026-12-20", NULL);
  visit = visit_of (fixture, id, "2026-11-23");
  g_assert_cmpint (visit->start_time, ==, 510);
}

static void
test_two_carers (Fixture *fixture, gconstpointer unused)
{
  gint64 plan = add_plan (fixture, add_person (fixture), "2026-01-05", NULL);
  gint64 need = add_need (fixture, plan);
  EntCareCount counted;

  change (fixture, &ent_care_need_schema, need, "n_carers", ent_int (2));
  g_assert_cmpuint (generate (fixture, 0, "2026-11-30", NULL).n_made, ==, 4);
  g_assert_cmpint (count (fixture, N_VISITS " WHERE place = 2"), ==, 2);
  change (fixture, &ent_care_need_schema, need, "n_carers", ent_int (1));
  counted = generate (fixture, 0, "2026-11-30", NULL);
  g_assert_cmpuint (counted.n_removed, ==, 2);
  g_assert_cmpuint (counted.n_kept, ==, 2);
  g_assert_cmpint (count (fixture, N_VISITS " WHERE place = 2"), ==, 0);
}

/* Each way to touch a visit: whatever the need says later, it stays. */
static void
test_touched_survive (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *column;
    const char *text;
    int number;
  } touches[] = {
    { "is_exception", NULL, 1 },
    { "is_locked", NULL, 1 },
    { "state", "done", 0 },
    { "state", "nobody-home", 0 },
    { "state", "cancelled-beneficiary", 0 },
    { "state", "replaced", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (touches); i++)
    {
      gint64 plan = add_plan (fixture, add_person (fixture), "2026-01-05", NULL);
      gint64 need = add_need (fixture, plan);
      g_autoptr (EntVisit) before = NULL;
      g_autoptr (EntVisit) after = NULL;
      EntCareCount counted;

      generate (fixture, plan, "2026-11-29", NULL);
      change_visit (fixture, need, "2026-11-23", "cancel_reason", ent_text ("Motif d'exemple"));
      change_visit (fixture, need, "2026-11-23", touches[i].column,
                    touches[i].text != NULL ? ent_text (touches[i].text)
                                            : ent_int (touches[i].number));
      before = visit_of (fixture, need, "2026-11-23");
      change (fixture, &ent_care_need_schema, need, "minutes", ent_int (90));
      counted = generate (fixture, plan, "2026-11-29", NULL);
      g_assert_cmpuint (counted.n_kept, ==, 1);
      g_assert_cmpuint (counted.n_made + counted.n_renewed, ==, 0);
      change (fixture, &ent_care_need_schema, need, "to_day", iso ("2026-11-01"));
      counted = generate (fixture, plan, "2026-11-29", NULL);
      g_assert_cmpuint (counted.n_kept, ==, 1);
      after = visit_of (fixture, need, "2026-11-23");
      g_assert_nonnull (after);
      g_assert_cmpuint (ent_record_compare (before, after), ==, 0);
    }
}

/* A visit moved to another day is not made a second time on its own. */
static void
test_moved_is_not_made_again (Fixture *fixture, gconstpointer unused)
{
  Case all = four_weeks (fixture);
  g_autoptr (EntVisit) visit = visit_of (fixture, all.need, "2026-11-30");
  g_autoptr (EntVisit) moved = NULL;

  change (fixture, &ent_visit_schema, ent_record_get_id (visit), "day", iso ("2026-12-01"));
  change (fixture, &ent_visit_schema, ent_record_get_id (visit), "is_exception", ent_int (1));
  g_assert_cmpuint (generate (fixture, 0, "2026-12-20", NULL).n_made, ==, 0);
  moved = visit_of (fixture, all.need, "2026-11-30");
  g_assert_cmpint (moved->day, ==, day ("2026-12-01"));
}

static void
test_need_changed (Fixture *fixture, gconstpointer unused)
{
  Case all = four_weeks (fixture);
  EntCareCount counted;

  change (fixture, &ent_care_need_schema, all.need, "minutes", ent_int (45));
  change (fixture, &ent_care_need_schema, all.need, "activity_id",
          ent_int (activity (fixture, "AMS")));
  counted = generate (fixture, 0, "2026-12-20", NULL);
  g_assert_cmpuint (counted.n_renewed, ==, 4);
  g_assert_cmpint (count (fixture, N_VISITS " WHERE minutes = 45"), ==, 4);
  change (fixture, &ent_care_need_schema, all.need, "tuesday", ent_int (1));
  change (fixture, &ent_care_need_schema, all.need, "monday", ent_int (0));
  counted = generate (fixture, 0, "2026-12-20", NULL);
  g_assert_cmpuint (counted.n_removed, ==, 4);
  g_assert_cmpuint (counted.n_made, ==, 4);
}

/* A carer stays while the time still suits; else the visit is to be placed again. */
static void
test_placed_visits_follow_the_window (Fixture *fixture, gconstpointer unused)
{
  Case all = four_weeks (fixture);
  gint64 carer = add_carer (fixture);
  g_autoptr (EntVisit) stays = NULL;
  g_autoptr (EntVisit) freed = NULL;

  change_visit (fixture, all.need, "2026-11-23", "carer_id", ent_int (carer));
  change_visit (fixture, all.need, "2026-11-23", "start_time", ent_int (540));
  change_visit (fixture, all.need, "2026-11-30", "carer_id", ent_int (carer));
  change_visit (fixture, all.need, "2026-11-30", "start_time", ent_int (490));
  g_assert_cmpuint (generate (fixture, 0, "2026-12-20", NULL).n_kept, ==, 4);
  change (fixture, &ent_care_need_schema, all.need, "earliest", ent_int (500));
  g_assert_cmpuint (generate (fixture, 0, "2026-12-20", NULL).n_renewed, ==, 1);
  stays = visit_of (fixture, all.need, "2026-11-23");
  freed = visit_of (fixture, all.need, "2026-11-30");
  g_assert_cmpint (stays->carer_id, ==, carer);
  g_assert_cmpint (stays->start_time, ==, 540);
  g_assert_cmpint (freed->carer_id, ==, 0);
  g_assert_cmpint (freed->start_time, ==, ENT_INT_NONE);
}

static void
test_window_past_midnight (Fixture *fixture, gconstpointer unused)
{
  gint64 need = add_need (fixture, add_plan (fixture, add_person (fixture), "2026-01-05", NULL));
  gint64 carer = add_carer (fixture);

  change (fixture, &ent_care_need_schema, need, "latest", ent_int (360));
  change (fixture, &ent_care_need_schema, need, "earliest", ent_int (1320));
  generate (fixture, 0, "2026-11-30", NULL);
  change_visit (fixture, need, "2026-11-23", "carer_id", ent_int (carer));
  change_visit (fixture, need, "2026-11-23", "start_time", ent_int (1400));
  change_visit (fixture, need, "2026-11-30", "carer_id", ent_int (carer));
  change_visit (fixture, need, "2026-11-30", "start_time", ent_int (1320));
  g_assert_cmpuint (generate (fixture, 0, "2026-11-30", NULL).n_kept, ==, 2);
  change (fixture, &ent_care_need_schema, need, "latest", ent_int (10));
  g_assert_cmpuint (generate (fixture, 0, "2026-11-30", NULL).n_renewed, ==, 1);
}

static void
test_need_ended (Fixture *fixture, gconstpointer unused)
{
  Case all = four_weeks (fixture);

  change (fixture, &ent_care_need_schema, all.need, "to_day", iso ("2026-12-01"));
  g_assert_cmpuint (generate (fixture, 0, "2026-11-30", NULL).n_removed, ==, 2);
  g_assert_cmpint (count (fixture, N_VISITS), ==, 2);
}

static void
test_plan_that_does_not_run (Fixture *fixture, gconstpointer unused)
{
  Case all = four_weeks (fixture);

  change (fixture, &ent_care_plan_schema, all.plan, "to_day", iso ("2026-12-07"));
  g_assert_cmpuint (generate (fixture, 0, "2026-12-20", NULL).n_removed, ==, 1);
  change (fixture, &ent_care_plan_schema, all.plan, "from_day", iso ("2026-12-01"));
  g_assert_cmpuint (generate (fixture, 0, "2026-12-20", NULL).n_removed, ==, 2);
  change (fixture, &ent_care_plan_schema, all.plan, "is_draft", ent_int (1));
  g_assert_cmpuint (generate (fixture, 0, "2026-12-20", NULL).n_removed, ==, 1);
  g_assert_cmpint (count (fixture, N_VISITS), ==, 0);
}

static void
test_past_is_left_alone (Fixture *fixture, gconstpointer unused)
{
  Case all = four_weeks (fixture);
  EntCareHorizon later = { 0, day ("2026-12-01"), day ("2026-12-20") };
  EntCareCount counted;
  g_autoptr (EntApply) apply = NULL;

  change (fixture, &ent_care_need_schema, all.need, "to_day", iso ("2026-01-31"));
  apply = ent_apply_begin (fixture->db, "Visits", "tester", NULL);
  g_assert_true (ent_care_generate (apply, &later, &counted, NULL, NULL));
  g_assert_cmpuint (counted.n_removed, ==, 2);
  g_assert_cmpint (count (fixture, N_VISITS), ==, 2);
}

static void
test_death_ends_it (Fixture *fixture, gconstpointer unused)
{
  Case all = four_weeks (fixture);

  ent_day_set_today (day ("2026-12-01"));
  change (fixture, &ent_person_schema, all.person, "deceased_on", iso ("2026-11-30"));
  g_assert_cmpuint (generate (fixture, 0, "2026-12-20", NULL).n_removed, ==, 2);
}

static void
test_away_gets_none (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  gint64 need = add_need (fixture, add_plan (fixture, person, "2026-01-05", NULL));
  g_autoptr (EntVisit) back = NULL;

  add_stay (fixture, person, "2026-11-23", "2026-12-06");
  g_assert_cmpuint (generate (fixture, 0, "2026-12-20", NULL).n_made, ==, 2);
  back = visit_of (fixture, need, "2026-12-07");
  g_assert_nonnull (back);
}

static void
test_away_frees_and_deletion_brings_back (Fixture *fixture, gconstpointer unused)
{
  Case all = four_weeks (fixture);
  gint64 carer = add_carer (fixture);
  g_autoptr (EntVisit) freed = NULL;
  g_autoptr (EntVisit) back = NULL;
  g_autoptr (GError) error = NULL;
  EntApply *apply;
  gint64 stay;

  change_visit (fixture, all.need, "2026-11-30", "carer_id", ent_int (carer));
  change_visit (fixture, all.need, "2026-12-07", "is_exception", ent_int (1));
  add_stay (fixture, all.person, "2026-11-30", "2026-12-10");
  g_assert_cmpuint (generate (fixture, 0, "2026-12-20", NULL).n_freed, ==, 1);
  g_assert_cmpuint (generate (fixture, 0, "2026-12-20", NULL).n_freed, ==, 0);
  freed = visit_of (fixture, all.need, "2026-11-30");
  g_assert_cmpint (freed->state, ==, ENT_VISIT_CANCELLED_SERVICE);
  g_assert_nonnull (freed->cancel_reason);
  g_assert_cmpint (count (fixture, N_VISITS " WHERE state = 'planned'"), ==, 3);

  stay = count (fixture, "SELECT id FROM person_stay");
  apply = ent_apply_begin (fixture->db, "Stay deleted", "tester", &error);
  g_assert_true (ent_care_delete_stay (apply, stay, day ("2026-11-21"), &error));
  g_assert_true (ent_apply_commit (apply, &error));
  back = visit_of (fixture, all.need, "2026-11-30");
  g_assert_cmpint (back->state, ==, ENT_VISIT_PLANNED);
  g_assert_cmpint (back->carer_id, ==, carer);
  g_assert_null (back->cancel_reason);
}

static void
test_shorter_stay_restores (Fixture *fixture, gconstpointer unused)
{
  Case all = four_weeks (fixture);
  gint64 stay;

  add_stay (fixture, all.person, "2026-11-24", NULL);
  g_assert_cmpuint (generate (fixture, 0, "2026-12-20", NULL).n_freed, ==, 3);
  stay = count (fixture, "SELECT id FROM person_stay");
  change (fixture, &ent_person_stay_schema, stay, "to_day", iso ("2026-12-01"));
  g_assert_cmpuint (generate (fixture, 0, "2026-12-20", NULL).n_restored, ==, 2);
}

static void
drop_need (Fixture *fixture, gint64 need, const char *today)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Need dropped", "tester", &error);

  g_assert_true (ent_care_drop_need (apply, need, day (today), &error));
  g_assert_true (ent_apply_commit (apply, &error));
}

static void
test_dropped_need (Fixture *fixture, gconstpointer unused)
{
  Case done = four_weeks (fixture);
  gint64 other = add_need (fixture, done.plan);
  g_autoptr (EntCareNeed) ended = NULL;

  generate (fixture, 0, "2026-12-20", NULL);
  drop_need (fixture, other, "2026-11-21");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM care_need"), ==, 1);
  g_assert_cmpint (count (fixture, N_VISITS), ==, 4);
  change_visit (fixture, done.need, "2026-11-23", "state", ent_text ("done"));
  drop_need (fixture, done.need, "2026-11-28");
  ended = load (fixture, &ent_care_need_schema, done.need);
  g_assert_cmpint (ended->to_day, ==, day ("2026-11-27"));
  g_assert_cmpint (count (fixture, N_VISITS), ==, 1);
}

static void
test_refusals_do_not_matter (Fixture *fixture, gconstpointer unused)
{
  Case all = four_weeks (fixture);
  g_autoptr (EntCareWish) wish = ent_record_new (ENT_TYPE_CARE_WISH);
  gint64 carer = add_carer (fixture);
  EntCareCount counted;

  change_visit (fixture, all.need, "2026-11-23", "carer_id", ent_int (carer));
  wish->plan_id = all.plan;
  wish->carer_id = carer;
  wish->kind = ENT_CARE_REFUSED;
  insert (fixture, wish);
  counted = generate (fixture, 0, "2026-12-20", NULL);
  g_assert_cmpuint (counted.n_kept, ==, 4);
  g_assert_cmpint (count (fixture, N_VISITS " WHERE carer_id IS NOT NULL"), ==, 1);
}

static void
test_of_one_plan_only (Fixture *fixture, gconstpointer unused)
{
  Case all = four_weeks (fixture);
  gint64 other = add_plan (fixture, add_person (fixture), "2026-01-05", NULL);
  EntCareCount counted;

  add_need (fixture, other);
  change (fixture, &ent_care_need_schema, all.need, "minutes", ent_int (30));
  counted = generate (fixture, other, "2026-11-30", NULL);
  g_assert_cmpuint (counted.n_made, ==, 2);
  g_assert_cmpuint (counted.n_renewed + counted.n_removed + counted.n_kept, ==, 0);
}

/* 250 plans with 650 visits a week. */
static void
test_quick (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Plans", "tester", &error);
  gint64 care = activity (fixture, "AVQ");
  gint64 began;

  for (int i = 0; i < 250; i++)
    {
      g_autoptr (EntPerson) person = ent_record_new (ENT_TYPE_PERSON);
      g_autoptr (EntCarePlan) plan = ent_record_new (ENT_TYPE_CARE_PLAN);
      g_autoptr (EntCareNeed) need = new_need ();

      put (person, "last_name", ent_text ("Exemple"));
      g_assert_true (ent_apply_insert (apply, person, &error));
      plan->person_id = ent_record_get_id (person);
      plan->from_day = day ("2026-01-01");
      g_assert_true (ent_apply_insert (apply, plan, &error));
      need->plan_id = ent_record_get_id (plan);
      need->activity_id = care;
      need->thursday = TRUE;
      need->saturday = i % 5 < 3;
      g_assert_true (ent_apply_insert (apply, need, &error));
    }
  g_assert_true (ent_apply_commit (apply, &error));
  began = g_get_monotonic_time ();
  g_assert_cmpuint (generate (fixture, 0, "2026-12-20", NULL).n_made, ==, 2600);
  g_test_message ("made in %d ms", (int) ((g_get_monotonic_time () - began) / 1000));
  began = g_get_monotonic_time ();
  g_assert_cmpuint (generate (fixture, 0, "2026-12-20", NULL).n_kept, ==, 2600);
  g_test_message ("looked at again in %d ms", (int) ((g_get_monotonic_time () - began) / 1000));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/care-generate/made", test_made);
  ADD ("/care-generate/again", test_again_changes_nothing);
  ADD ("/care-generate/later-horizon", test_later_horizon_adds);
  ADD ("/care-generate/one-undo", test_one_undo);
  ADD ("/care-generate/fixed-time", test_fixed_time);
  ADD ("/care-generate/two-carers", test_two_carers);
  ADD ("/care-generate/touched-survive", test_touched_survive);
  ADD ("/care-generate/moved", test_moved_is_not_made_again);
  ADD ("/care-generate/need-changed", test_need_changed);
  ADD ("/care-generate/placed", test_placed_visits_follow_the_window);
  ADD ("/care-generate/past-midnight", test_window_past_midnight);
  ADD ("/care-generate/need-ended", test_need_ended);
  ADD ("/care-generate/plan-does-not-run", test_plan_that_does_not_run);
  ADD ("/care-generate/past", test_past_is_left_alone);
  ADD ("/care-generate/death", test_death_ends_it);
  ADD ("/care-generate/away", test_away_gets_none);
  ADD ("/care-generate/away-frees", test_away_frees_and_deletion_brings_back);
  ADD ("/care-generate/shorter-stay", test_shorter_stay_restores);
  ADD ("/care-generate/dropped-need", test_dropped_need);
  ADD ("/care-generate/refusals", test_refusals_do_not_matter);
  ADD ("/care-generate/one-plan", test_of_one_plan_only);
  ADD ("/care-generate/quick", test_quick);
  return g_test_run ();
}
