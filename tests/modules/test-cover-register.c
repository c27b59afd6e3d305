/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An absence with its stand-ins in a register: read, written as one act, taken back, told. */

#include "cover-fixture.h"

#include "ent-error.h"
#include "ent-rounds-judge.h"
#include "ent-rounds-query.h"

#include <locale.h>

static EntVisit *
visit (Fixture *fixture, gint64 id)
{
  return load (fixture, &ent_visit_schema, id);
}

static void
test_read (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  EntCoverAway away = away_on_monday (&self, ENT_INT_NONE);
  g_autoptr (EntCoverPlan) plan = read_plan (fixture, &away);

  g_assert_cmpstr (plan->carer_name, ==, "Luce Leroy");
  g_assert_cmpint (plan->agent_id, ==, self.luce_agent);
  g_assert_cmpuint (plan->orphans->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (ent_cover_plan_visit (plan, i)->id, ==, self.visits[i]);
      g_assert_cmpint (ent_cover_plan_get (plan, i)->n_offers, ==, 1);
      g_assert_false (ent_cover_plan_get (plan, i)->is_stale);
    }
}

static void
test_read_from_noon (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  EntCoverAway away = away_on_monday (&self, HOURS (12, 0));
  g_autoptr (EntCoverPlan) plan = read_plan (fixture, &away);

  g_assert_cmpuint (plan->orphans->len, ==, 1);
  g_assert_cmpint (ent_cover_plan_visit (plan, 0)->id, ==, self.visits[2]);
}

/* A carer without hours or visits there still gets her absence. */
static void
test_nothing_to_cover (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  EntCoverAway away = away_on_monday (&self, ENT_INT_NONE);
  g_autoptr (EntCoverPlan) plan = NULL;

  away.from_day = away.to_day = day ("2027-02-01");
  plan = read_plan (fixture, &away);
  g_assert_cmpuint (plan->orphans->len, ==, 0);
  g_assert_cmpint (write_plan (fixture, plan, NULL), !=, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM agent_absence"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM visit_notice"), ==, 0);
}

static void
test_unknown_carer (Fixture *fixture, gconstpointer unused)
{
  EntCoverAway away = { .carer_id = 77, .from_day = day (MONDAY), .to_day = day (MONDAY) };
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_cover_query_plan (fixture->db, &away, NULL, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND);
}

static void
test_write (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  g_autoptr (EntCoverPlan) plan = decide (fixture, &self);
  g_autoptr (EntVisit) given = NULL;
  g_autoptr (EntVisit) left = NULL;
  g_autoptr (EntVisit) cancelled = NULL;

  g_assert_cmpint (write_plan (fixture, plan, NULL), !=, 0);
  given = visit (fixture, self.visits[0]);
  left = visit (fixture, self.visits[1]);
  cancelled = visit (fixture, self.visits[2]);
  g_assert_cmpint (given->carer_id, ==, self.marc);
  g_assert_cmpint (given->start_time, ==, HOURS (9, 0));
  g_assert_cmpint (left->carer_id, ==, 0);
  g_assert_cmpint (left->start_time, ==, HOURS (11, 0));
  g_assert_cmpint (left->state, ==, ENT_VISIT_PLANNED);
  g_assert_cmpint (cancelled->state, ==, ENT_VISIT_CANCELLED_SERVICE);
  g_assert_cmpint (cancelled->carer_id, ==, self.luce);
  g_assert_cmpstr (cancelled->cancel_reason, ==, "Reporté à la semaine suivante");
  g_assert_true (cancelled->is_exception);
}

static void
test_absence_is_noted (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  g_autoptr (EntCoverPlan) plan = decide (fixture, &self);
  g_autoptr (EntAbsenceCover) cover = NULL;
  g_autoptr (EntAgentAbsence) absence = NULL;
  gint64 id = 0;

  g_assert_cmpint (write_plan (fixture, plan, &id), !=, 0);
  cover = load (fixture, &ent_absence_cover_schema, id);
  absence = load (fixture, &ent_agent_absence_schema, cover->absence_id);
  g_assert_cmpstr (cover->carer_name, ==, "Luce Leroy");
  g_assert_cmpstr (cover->told, ==, "0 / 4");
  g_assert_cmpint (absence->agent_id, ==, self.luce_agent);
  g_assert_cmpint (absence->kind, ==, ENT_ABSENCE_SICKNESS);
  g_assert_cmpint (absence->from_day, ==, day (MONDAY));
  g_assert_cmpint (absence->to_day, ==, day (MONDAY));
  g_assert_cmpint (absence->from_time, ==, ENT_INT_NONE);
  g_assert_cmpint (absence->to_time, ==, ENT_INT_NONE);
}

/* Who falls ill at noon is noted from noon: the morning on the board stays as it is. */
static void
test_hours_are_noted (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  EntCoverAway away = away_on_monday (&self, HOURS (12, 0));
  g_autoptr (EntCoverPlan) plan = NULL;
  g_autoptr (EntRoundsWeek) week = NULL;
  g_autoptr (EntRoundsJudge) judge = NULL;

  away.to_time = HOURS (17, 0);
  plan = read_plan (fixture, &away);
  g_assert_cmpint (write_plan (fixture, plan, NULL), !=, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM agent_absence WHERE from_time = 720"
                                   " AND to_time = 1020 AND from_day = to_day"),
                   ==, 1);
  week = ent_rounds_query_week (fixture->db, day (MONDAY), 7, NULL);
  g_assert_true (ent_rounds_week_set_ways (week, NULL, NULL, NULL));
  judge = ent_rounds_judge_new (week);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (ent_rounds_judge_standing (judge, ent_rounds_week_find (week, self.visits[i]),
                                                NULL),
                     ==, ENT_ROUNDS_FITS);
}

static void
test_noted_absence_is_used (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  g_autoptr (EntCoverPlan) plan = decide (fixture, &self);
  g_autoptr (EntAgentAbsence) absence = ent_record_new (ENT_TYPE_AGENT_ABSENCE);

  absence->agent_id = self.luce_agent;
  absence->from_day = day ("2026-11-20");
  absence->to_day = day (MONDAY);
  absence->kind = ENT_ABSENCE_LEAVE;
  insert (fixture, absence);
  g_assert_cmpint (write_plan (fixture, plan, NULL), !=, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM agent_absence"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT absence_id FROM absence_cover"), ==,
                   ent_record_get_id (absence));
}

static gint64
note_absence (Fixture *fixture, const Day *self, int from_time, int to_time)
{
  g_autoptr (EntAgentAbsence) absence = ent_record_new (ENT_TYPE_AGENT_ABSENCE);

  absence->agent_id = self->luce_agent;
  absence->from_day = absence->to_day = day (MONDAY);
  absence->from_time = from_time;
  absence->to_time = to_time;
  absence->kind = ENT_ABSENCE_SICKNESS;
  return insert (fixture, absence);
}

/* One that begins a minute later, or ends a minute earlier, is not the same; one that lasts longer
 * is used. */
static void
test_noted_hours_are_used (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  EntCoverAway away = away_on_monday (&self, HOURS (12, 0));
  g_autoptr (EntCoverPlan) plan = NULL;
  gint64 longer;

  away.to_time = HOURS (17, 0);
  note_absence (fixture, &self, HOURS (12, 1), ENT_INT_NONE);
  note_absence (fixture, &self, ENT_INT_NONE, HOURS (16, 59));
  longer = note_absence (fixture, &self, HOURS (12, 0), HOURS (17, 0));
  plan = read_plan (fixture, &away);
  g_assert_cmpint (write_plan (fixture, plan, NULL), !=, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM agent_absence"), ==, 3);
  g_assert_cmpint (count (fixture, "SELECT absence_id FROM absence_cover"), ==, longer);
}

static void
test_other_hours_are_noted (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  EntCoverAway away = away_on_monday (&self, HOURS (12, 0));
  g_autoptr (EntCoverPlan) plan = NULL;

  note_absence (fixture, &self, HOURS (12, 1), ENT_INT_NONE);
  plan = read_plan (fixture, &away);
  g_assert_cmpint (write_plan (fixture, plan, NULL), !=, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM agent_absence"), ==, 2);
}

/* The time of a last day that is not said says nothing. */
static void
test_open_end_from_noon (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  EntCoverAway away = away_on_monday (&self, HOURS (12, 0));
  g_autoptr (EntCoverPlan) plan = NULL;

  away.to_day = ENT_DAY_NONE;
  away.to_time = HOURS (8, 0);
  plan = read_plan (fixture, &away);
  g_assert_cmpint (write_plan (fixture, plan, NULL), !=, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM agent_absence WHERE from_time = 720"
                                   " AND to_day = '2026-12-20' AND to_time IS NULL"),
                   ==, 1);
}

static void
test_open_end_is_noted (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  EntCoverAway away = away_on_monday (&self, ENT_INT_NONE);
  g_autoptr (EntCoverPlan) plan = NULL;

  away.to_day = ENT_DAY_NONE;
  plan = read_plan (fixture, &away);
  g_assert_cmpint (plan->week->n_days, ==, 28);
  g_assert_cmpint (write_plan (fixture, plan, NULL), !=, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM agent_absence"
                                   " WHERE to_day = '2026-12-20' AND note IS NOT NULL"),
                   ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM absence_cover WHERE to_day IS NULL"), ==,
                   1);
}

/* The beneficiary of the visit that was given, and Marc; that of the one left, to whom nobody comes
 * yet; that of the cancelled one. */
static void
test_notices (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  g_autoptr (EntCoverPlan) plan = decide (fixture, &self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notices = NULL;
  static const struct
  {
    int visit;
    EntNoticeKind kind;
    EntNoticeRecipient recipient;
  } wanted[] = {
    { 0, ENT_NOTICE_OTHER_CARER, ENT_NOTICE_BENEFICIARY },
    { 0, ENT_NOTICE_NEW_VISIT, ENT_NOTICE_CARER },
    { 1, ENT_NOTICE_NO_CARER, ENT_NOTICE_BENEFICIARY },
    { 2, ENT_NOTICE_CANCELLED, ENT_NOTICE_BENEFICIARY },
  };

  g_assert_cmpint (write_plan (fixture, plan, NULL), !=, 0);
  notices = ent_sql_load (fixture->db, &ent_visit_notice_schema, "ORDER BY id", ENT_NO_ARGS,
                          &error);
  g_assert_no_error (error);
  g_assert_cmpuint (notices->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < notices->len; i++)
    {
      EntVisitNotice *notice = g_ptr_array_index (notices, i);

      g_assert_cmpint (notice->visit_id, ==, self.visits[wanted[i].visit]);
      g_assert_cmpint (notice->kind, ==, wanted[i].kind);
      g_assert_cmpint (notice->recipient, ==, wanted[i].recipient);
      g_assert_cmpstr (notice->old_carer, ==, "Luce Leroy");
      g_assert_cmpstr (notice->new_carer, ==, wanted[i].visit == 0 ? "Marc Maes" : NULL);
      g_assert_cmpint (notice->new_time, ==,
                       wanted[i].visit == 0 ? HOURS (9, 0) : (int) ENT_INT_NONE);
      g_assert_cmpint (notice->told_at, ==, 0);
    }
}

/* What nobody decided about is told as what was left. */
static void
test_open_visits_are_told (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  EntCoverAway away = away_on_monday (&self, ENT_INT_NONE);
  g_autoptr (EntCoverPlan) plan = read_plan (fixture, &away);

  g_assert_cmpuint (ent_cover_plan_count (plan, ENT_COVER_OPEN), ==, 3);
  g_assert_cmpint (write_plan (fixture, plan, NULL), !=, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM visit_notice WHERE kind = 'no-carer'"
                                   " AND recipient = 'beneficiary' AND new_carer_id IS NULL"
                                   " AND new_time IS NULL AND old_time IS NOT NULL"),
                   ==, 3);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM visit_notice"), ==, 3);
}

static void
test_undo (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  g_autoptr (EntCoverPlan) plan = NULL;
  gint64 act;

  change (fixture, &ent_visit_schema, self.visits[0], "is_locked", ent_int (1));
  plan = decide (fixture, &self);
  act = write_plan (fixture, plan, NULL);
  g_assert_cmpint (act, !=, 0);
  undo (fixture, act);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (EntVisit) back = visit (fixture, self.visits[i]);

      g_assert_cmpint (back->carer_id, ==, self.luce);
      g_assert_cmpint (back->state, ==, ENT_VISIT_PLANNED);
      g_assert_cmpint (back->is_locked, ==, i == 0);
      g_assert_null (back->cancel_reason);
    }
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM agent_absence"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM absence_cover"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM visit_notice"), ==, 0);
}

/* The lock stays shut behind whoever takes the visit, and opens for one that is to place. */
static void
test_locked (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  g_autoptr (EntCoverPlan) plan = NULL;
  g_autoptr (EntVisit) given = NULL;
  g_autoptr (EntVisit) left = NULL;

  change (fixture, &ent_visit_schema, self.visits[0], "is_locked", ent_int (1));
  change (fixture, &ent_visit_schema, self.visits[1], "is_locked", ent_int (1));
  plan = decide (fixture, &self);
  g_assert_cmpint (write_plan (fixture, plan, NULL), !=, 0);
  given = visit (fixture, self.visits[0]);
  left = visit (fixture, self.visits[1]);
  g_assert_cmpint (given->carer_id, ==, self.marc);
  g_assert_true (given->is_locked);
  g_assert_cmpint (left->carer_id, ==, 0);
  g_assert_false (left->is_locked);
}

static void
check_conflict (Fixture *fixture, gboolean is_locked)
{
  Day self = set_up_day (fixture);
  g_autoptr (EntCoverPlan) plan = NULL;

  change (fixture, &ent_visit_schema, self.visits[0], "is_locked", ent_int (is_locked));
  plan = decide (fixture, &self);
  change (fixture, &ent_visit_schema, self.visits[0], "minutes", ent_int (45));
  g_assert_cmpint (write_plan (fixture, plan, NULL), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM agent_absence"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM visit_notice"), ==, 0);
}

static void
test_changed_meanwhile (Fixture *fixture, gconstpointer unused)
{
  check_conflict (fixture, FALSE);
}

static void
test_locked_changed_meanwhile (Fixture *fixture, gconstpointer unused)
{
  check_conflict (fixture, TRUE);
}

static void
test_done_is_untouched (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  EntCoverAway away = away_on_monday (&self, ENT_INT_NONE);
  g_autoptr (EntCoverPlan) plan = NULL;
  g_autoptr (EntVisit) done = NULL;

  change (fixture, &ent_visit_schema, self.visits[0], "state", ent_text ("done"));
  plan = read_plan (fixture, &away);
  g_assert_cmpuint (plan->orphans->len, ==, 2);
  g_assert_cmpint (write_plan (fixture, plan, NULL), !=, 0);
  done = visit (fixture, self.visits[0]);
  g_assert_cmpint (done->carer_id, ==, self.luce);
  g_assert_cmpint (done->state, ==, ENT_VISIT_DONE);
}

static void
answer (Fixture *fixture, gint64 notice, EntNoticeOutcome outcome)
{
  EntNoticeAnswer said = { outcome, ENT_NOTICE_BY_PHONE, 0, 1795000000000000 };
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Told", "tester", &error);

  g_assert_true (ent_cover_apply_answer (apply, &notice, 1, &said, &error));
  g_assert_no_error (error);
  g_assert_true (ent_apply_commit (apply, &error));
}

static void
test_answers (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  g_autoptr (EntCoverPlan) plan = decide (fixture, &self);
  gint64 told, carer_told;

  g_assert_cmpint (write_plan (fixture, plan, NULL), !=, 0);
  told = count (fixture, "SELECT id FROM visit_notice WHERE kind = 'other-carer'");
  carer_told = count (fixture, "SELECT id FROM visit_notice WHERE kind = 'new-visit'");
  answer (fixture, carer_told, ENT_NOTICE_AGREED);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM visit WHERE told_at IS NOT NULL"), ==, 0);
  answer (fixture, told, ENT_NOTICE_NOT_REACHED);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM visit WHERE told_at IS NOT NULL"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM visit_notice"
                                   " WHERE outcome = 'not-reached' AND told_at IS NULL"),
                   ==, 1);
  answer (fixture, told, ENT_NOTICE_REFUSED);
  g_assert_cmpint (count (fixture, "SELECT told_at FROM visit WHERE told_at IS NOT NULL"), ==,
                   1795000000000000);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM visit_notice WHERE told_at IS NOT NULL"
                                   " AND how = 'phone'"),
                   ==, 2);
}

static void
test_notice_goes_with_its_visit (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  g_autoptr (EntCoverPlan) plan = decide (fixture, &self);
  g_autoptr (GError) error = NULL;
  EntApply *apply;

  g_assert_cmpint (write_plan (fixture, plan, NULL), !=, 0);
  apply = ent_apply_begin (fixture->db, "Deleted", "tester", &error);
  g_assert_true (ent_apply_delete (apply, &ent_visit_schema, self.visits[0], &error));
  g_assert_true (ent_apply_commit (apply, &error));
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM visit_notice"), ==, 2);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("/cover/register/read", test_read);
  ADD ("/cover/register/read-from-noon", test_read_from_noon);
  ADD ("/cover/register/nothing-to-cover", test_nothing_to_cover);
  ADD ("/cover/register/unknown-carer", test_unknown_carer);
  ADD ("/cover/register/write", test_write);
  ADD ("/cover/register/absence-is-noted", test_absence_is_noted);
  ADD ("/cover/register/hours-are-noted", test_hours_are_noted);
  ADD ("/cover/register/noted-hours-are-used", test_noted_hours_are_used);
  ADD ("/cover/register/other-hours-are-noted", test_other_hours_are_noted);
  ADD ("/cover/register/open-end-from-noon", test_open_end_from_noon);
  ADD ("/cover/register/open-visits-are-told", test_open_visits_are_told);
  ADD ("/cover/register/noted-absence-is-used", test_noted_absence_is_used);
  ADD ("/cover/register/open-end-is-noted", test_open_end_is_noted);
  ADD ("/cover/register/notices", test_notices);
  ADD ("/cover/register/undo", test_undo);
  ADD ("/cover/register/locked", test_locked);
  ADD ("/cover/register/changed-meanwhile", test_changed_meanwhile);
  ADD ("/cover/register/locked-changed-meanwhile", test_locked_changed_meanwhile);
  ADD ("/cover/register/done-is-untouched", test_done_is_untouched);
  ADD ("/cover/register/answers", test_answers);
  ADD ("/cover/register/notice-goes-with-its-visit", test_notice_goes_with_its_visit);
  return g_test_run ();
}
