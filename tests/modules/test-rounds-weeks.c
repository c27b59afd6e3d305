/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two weeks side by side, in pictures made by hand and in a register: what is otherwise, what is
 * copied and why the rest is not; and a visit that is split. */

#include "rounds-case.h"

#include "care-fixture.h"

#include "ent-person-stay.h"
#include "ent-rounds-query.h"
#include "ent-rounds-together.h"
#include "ent-rounds-weeks.h"

#include <locale.h>
#include <string.h>

/* The same people a week later, without a visit. */
static void
set_up_other (Case *other)
{
  set_up (other, NULL);
  other->week->first_day += 7;
}

/* Of that need; for the first of two carers unless said otherwise. */
static int
put_of_need (Case *self, gint64 need, int client, int carer, int start)
{
  int visit = put_visit (self->week, client, carer, start);

  visit_at (self->week, visit)->need_id = need;
  visit_at (self->week, visit)->place = 1;
  return visit;
}

static const EntRoundsContrast *
contrast_at (GArray *contrasts, guint i)
{
  g_assert_cmpuint (i, <, contrasts->len);
  return &g_array_index (contrasts, EntRoundsContrast, i);
}

static void
test_compare (Case *before, gconstpointer unused)
{
  Case now = { 0 };
  g_autoptr (GArray) contrasts = NULL;
  int carer, both, fresh, gone, extra;

  set_up_other (&now);
  put_of_need (before, 1, before->anne, before->luce, AT (0, 8, 0));
  put_of_need (&now, 1, now.anne, now.luce, AT (0, 8, 0));
  put_of_need (before, 2, before->anne, before->luce, AT (0, 9, 0));
  carer = put_of_need (&now, 2, now.anne, now.marc, AT (0, 9, 0));
  put_of_need (before, 3, before->bert, before->luce, AT (0, 11, 0));
  both = put_of_need (&now, 3, now.bert, NOBODY, NOBODY);
  fresh = put_of_need (&now, 4, now.carl, now.luce, AT (0, 13, 0));
  gone = put_of_need (before, 5, before->dora, before->marc, AT (0, 14, 0));
  put_of_need (&now, 5, now.dora, now.marc, AT (0, 14, 0));
  visit_at (now.week, 4)->state = ENT_VISIT_CANCELLED_BENEFICIARY;
  extra = put_visit (now.week, now.anne, now.luce, AT (0, 16, 0));
  visit_at (now.week, extra)->need_id = 1;
  visit_at (now.week, extra)->place = ENT_INT_NONE;
  contrasts = ent_rounds_weeks_compare (now.week, before->week);
  g_assert_cmpuint (contrasts->len, ==, 4);
  g_assert_cmpint (contrast_at (contrasts, 0)->now, ==, both);
  g_assert_cmpuint (contrast_at (contrasts, 0)->otherwise, ==,
                    ENT_ROUNDS_OTHER_CARER | ENT_ROUNDS_OTHER_TIME);
  g_assert_cmpint (contrast_at (contrasts, 1)->now, ==, carer);
  g_assert_cmpuint (contrast_at (contrasts, 1)->otherwise, ==, ENT_ROUNDS_OTHER_CARER);
  g_assert_cmpint (contrast_at (contrasts, 2)->now, ==, fresh);
  g_assert_cmpint (contrast_at (contrasts, 2)->before, ==, ENT_ROUNDS_NONE);
  g_assert_cmpuint (contrast_at (contrasts, 2)->otherwise, ==, ENT_ROUNDS_NEW);
  g_assert_cmpint (contrast_at (contrasts, 3)->before, ==, gone);
  g_assert_cmpuint (contrast_at (contrasts, 3)->otherwise, ==, ENT_ROUNDS_GONE);
  tear_down (&now, NULL);
}

/* Length counts as time; another day of the week is another visit. */
static void
test_compare_edges (Case *before, gconstpointer unused)
{
  Case now = { 0 };
  g_autoptr (GArray) contrasts = NULL;
  g_autoptr (GArray) same = NULL;

  set_up_other (&now);
  put_of_need (before, 1, before->anne, before->luce, AT (0, 8, 0));
  visit_at (now.week, put_of_need (&now, 1, now.anne, now.luce, AT (0, 8, 0)))->minutes = 61;
  put_of_need (before, 2, before->anne, before->luce, AT (0, 9, 0));
  put_of_need (&now, 2, now.anne, now.luce, AT (1, 9, 0));
  contrasts = ent_rounds_weeks_compare (now.week, before->week);
  g_assert_cmpuint (contrasts->len, ==, 3);
  g_assert_cmpuint (contrast_at (contrasts, 0)->otherwise, ==, ENT_ROUNDS_OTHER_TIME);
  g_assert_cmpuint (contrast_at (contrasts, 1)->otherwise, ==, ENT_ROUNDS_GONE);
  g_assert_cmpuint (contrast_at (contrasts, 2)->otherwise, ==, ENT_ROUNDS_NEW);
  same = ent_rounds_weeks_compare (now.week, now.week);
  g_assert_cmpuint (same->len, ==, 0);
  tear_down (&now, NULL);
}

static EntRoundsCopy *
copy_to (Case *now, Case *next)
{
  ent_rounds_week_index (next->week);
  next->judge = ent_rounds_judge_new (next->week);
  return ent_rounds_weeks_copy (now->week, next->judge);
}

static void
test_copy (Case *now, gconstpointer unused)
{
  Case next = { 0 };
  g_autoptr (EntRoundsCopy) copy = NULL;
  const EntRoundsMove *move;
  int target;

  set_up_other (&next);
  visit_at (now->week, put_of_need (now, 1, now->anne, now->luce, AT (0, 8, 0)))->is_locked = TRUE;
  target = put_of_need (&next, 1, next.anne, NOBODY, NOBODY);
  put_of_need (now, 2, now->bert, now->luce, AT (0, 9, 10));
  put_of_need (&next, 2, next.bert, next.marc, AT (0, 11, 0)); /* given */
  put_of_need (now, 3, now->carl, now->luce, AT (0, 11, 0)); /* missing */
  put_of_need (now, 4, now->dora, NOBODY, NOBODY); /* nothing to copy */
  copy = copy_to (now, &next);
  g_assert_cmpuint (copy->moves->len, ==, 1);
  g_assert_cmpuint (copy->uncopied->len, ==, 0);
  g_assert_cmpuint (copy->n_given, ==, 1);
  g_assert_cmpuint (copy->n_missing, ==, 1);
  move = &g_array_index (copy->moves, EntRoundsMove, 0);
  g_assert_cmpint (move->visit_id, ==, visit_at (next.week, target)->id);
  g_assert_cmpint (move->carer_id, ==, carer_at (next.week, next.luce)->id);
  g_assert_cmpint (move->day, ==, next.week->first_day);
  g_assert_cmpint (move->start_time, ==, 480);
  g_assert_true (move->locks);
  tear_down (&next, NULL);
}

/* Away next week; and somebody who works there no longer. */
static void
test_copy_refused (Case *now, gconstpointer unused)
{
  Case next = { 0 };
  g_autoptr (EntRoundsCopy) copy = NULL;

  set_up_other (&next);
  put_of_need (now, 1, now->anne, now->luce, AT (0, 8, 0));
  put_of_need (&next, 1, next.anne, NOBODY, NOBODY);
  put_of_need (now, 2, now->bert, now->marc, AT (0, 9, 0));
  put_of_need (&next, 2, next.bert, NOBODY, NOBODY);
  g_array_index (next.week->shifts, EntRoundsShift, 0).is_away = TRUE;
  carer_at (next.week, next.marc)->id = 999;
  copy = copy_to (now, &next);
  g_assert_cmpuint (copy->moves->len, ==, 0);
  g_assert_cmpuint (copy->uncopied->len, ==, 2);
  EXPECT (g_array_index (copy->uncopied, EntRoundsUncopied, 0).answer, AWAY);
  g_assert_cmpint (g_array_index (copy->uncopied, EntRoundsUncopied, 1).carer, ==, ENT_ROUNDS_NONE);
  tear_down (&next, NULL);
}

/* Two carers: both, or none. */
static void
test_copy_pair (Case *now, gconstpointer marc_is_away)
{
  Case next = { 0 };
  g_autoptr (EntRoundsCopy) copy = NULL;
  int here[2], there[2];

  set_up_other (&next);
  for (int i = 0; i < 2; i++)
    {
      here[i] = put_of_need (now, 1, now->anne, i == 0 ? now->luce : now->marc, AT (0, 8, 0));
      there[i] = put_of_need (&next, 1, next.anne, NOBODY, NOBODY);
      visit_at (now->week, here[i])->place = visit_at (next.week, there[i])->place = i + 1;
    }
  make_pair (now->week, here[0], here[1]);
  make_pair (next.week, there[0], there[1]);
  g_array_index (next.week->shifts, EntRoundsShift, 1).is_away = marc_is_away != NULL;
  copy = copy_to (now, &next);
  g_assert_cmpuint (copy->moves->len, ==, marc_is_away != NULL ? 0 : 2);
  g_assert_cmpuint (copy->uncopied->len, ==, marc_is_away != NULL ? 2 : 0);
  for (guint i = 0; i < copy->uncopied->len; i++)
    g_assert_nonnull (strstr (g_array_index (copy->uncopied, EntRoundsUncopied, i).why,
                              i == 0 ? "Marc Maes" : "the other cannot come"));
  g_assert_cmpint (ent_rounds_judge_standing (next.judge, there[0], NULL), ==, ENT_ROUNDS_FITS);
  tear_down (&next, NULL);
}

/* In a register. */

static EntRoundsWeek *
read_week (Fixture *fixture, const char *first)
{
  g_autoptr (GError) error = NULL;
  EntRoundsWeek *week = ent_rounds_query_week (fixture->db, day (first), 7, &error);

  g_assert_no_error (error);
  return week;
}

static gint64
set_up_need (Fixture *fixture)
{
  gint64 need = add_need (fixture, add_plan (fixture, add_person (fixture), "2026-01-05", NULL));

  generate (fixture, 0, "2026-12-20", NULL);
  return need;
}

static gboolean
split (Fixture *fixture, const EntRoundsSplit *what, gint64 *act, GError **error)
{
  EntApply *apply = ent_apply_begin (fixture->db, "Split", "tester", NULL);

  if (!ent_rounds_apply_split (apply, what, error))
    {
      ent_apply_abort (apply);
      return FALSE;
    }
  if (act != NULL)
    *act = ent_apply_get_id (apply);
  g_assert_true (ent_apply_commit (apply, NULL));
  return TRUE;
}

static gint64
place_visit (Fixture *fixture, gint64 need, gint64 carer)
{
  g_autoptr (EntVisit) visit = visit_of (fixture, need, "2026-11-23");
  gint64 id = ent_record_get_id (visit);

  change (fixture, &ent_visit_schema, id, "start_time", ent_int (480));
  change (fixture, &ent_visit_schema, id, "carer_id", ent_int (carer));
  return id;
}

/* Both parts are left alone by generation, know the hours that were agreed, and are no pair. */
static void
test_split (Fixture *fixture, gconstpointer unused)
{
  gint64 need = set_up_need (fixture), act = 0;
  gint64 carer = add_carer (fixture);
  gint64 id = place_visit (fixture, need, carer);
  EntRoundsSplit what = { id, 0, 40, carer };
  g_autoptr (EntRoundsWeek) week = NULL;
  g_autoptr (EntRoundsWeek) after = NULL;

  g_assert_true (split (fixture, &what, &act, NULL));
  generate (fixture, 0, "2026-12-20", NULL);
  week = read_week (fixture, "2026-11-23");
  g_assert_cmpuint (week->visits->len, ==, 2);
  for (int i = 0; i < 2; i++)
    {
      const EntRoundsVisit *part = visit_at (week, i);

      g_assert_true (part->is_exception);
      g_assert_cmpint (part->minutes, ==, i == 0 ? 40 : 20);
      g_assert_cmpint (part->start, ==, i == 0 ? 480 : 520);
      g_assert_cmpint (part->earliest, ==, 480);
      g_assert_cmpint (part->latest, ==, 600);
      g_assert_cmpint (part->pair, ==, ENT_ROUNDS_NONE);
    }
  undo (fixture, act);
  after = read_week (fixture, "2026-11-23");
  g_assert_cmpuint (after->visits->len, ==, 1);
  g_assert_cmpint (visit_at (after, 0)->minutes, ==, 60);
}

/* A part is split again; one that goes to nobody has no time. */
static void
test_split_again (Fixture *fixture, gconstpointer unused)
{
  gint64 need = set_up_need (fixture);
  gint64 id = place_visit (fixture, need, add_carer (fixture));
  g_autoptr (EntRoundsWeek) week = NULL;
  g_autoptr (EntRoundsWeek) thirds = NULL;

  g_assert_true (split (fixture, &(EntRoundsSplit) { id, 0, 20, 0 }, NULL, NULL));
  week = read_week (fixture, "2026-11-23");
  g_assert_cmpint (visit_at (week, 1)->start, ==, ENT_ROUNDS_NONE);
  g_assert_cmpint (visit_at (week, 1)->carer, ==, ENT_ROUNDS_NONE);
  g_assert_true (
      split (fixture, &(EntRoundsSplit) { visit_at (week, 1)->id, 0, 20, 0 }, NULL, NULL));
  thirds = read_week (fixture, "2026-11-23");
  g_assert_cmpuint (thirds->visits->len, ==, 3);
}

static void
test_split_refused (Fixture *fixture, gconstpointer unused)
{
  gint64 need = set_up_need (fixture);
  gint64 id = place_visit (fixture, need, add_carer (fixture));
  static const int minutes[] = { 14, 46, 0, 60, -5 };

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (split (fixture, &(EntRoundsSplit) { id, 0, minutes[i], 0 }, NULL, &error));
      g_assert_nonnull (error);
    }
  change (fixture, &ent_visit_schema, id, "is_locked", ent_int (1));
  g_assert_false (split (fixture, &(EntRoundsSplit) { id, 0, 30, 0 }, NULL, NULL));
  change (fixture, &ent_visit_schema, id, "is_locked", ent_int (0));
  g_assert_true (split (fixture, &(EntRoundsSplit) { id, 0, 15, 0 }, NULL, NULL));
}

/* From the first day of a stay to its last, and without an end. */
static void
test_stay (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  g_autoptr (EntPersonStay) stay = ent_record_new (ENT_TYPE_PERSON_STAY);
  g_autoptr (EntRoundsWeek) week = NULL;
  g_autoptr (EntRoundsWeek) open = NULL;
  gint64 id;

  add_need (fixture, add_plan (fixture, person, "2026-01-05", NULL));
  generate (fixture, 0, "2026-12-20", NULL);
  stay->person_id = person;
  stay->reason = ENT_STAY_HOSPITAL;
  stay->from_day = day ("2026-11-24");
  stay->to_day = day ("2026-11-26");
  id = insert (fixture, stay);
  week = read_week (fixture, "2026-11-23");
  g_assert_cmpuint (client_at (week, 0)->away, ==, 14);
  g_assert_false (ent_rounds_week_is_away (week, visit_at (week, 0)));
  change (fixture, &ent_person_stay_schema, id, "to_day", ent_null ());
  open = read_week (fixture, "2026-11-23");
  g_assert_cmpuint (client_at (open, 0)->away, ==, 126);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  CASE ("/rounds-weeks/compare", test_compare);
  CASE ("/rounds-weeks/compare-edges", test_compare_edges);
  CASE ("/rounds-weeks/copy", test_copy);
  CASE ("/rounds-weeks/copy-refused", test_copy_refused);
  CASE ("/rounds-weeks/copy-pair", test_copy_pair);
  g_test_add ("/rounds-weeks/copy-pair-refused", Case, "Marc", set_up, test_copy_pair, tear_down);
  ADD ("/rounds-weeks/split", test_split);
  ADD ("/rounds-weeks/split-again", test_split_again);
  ADD ("/rounds-weeks/split-refused", test_split_refused);
  ADD ("/rounds-weeks/stay", test_stay);
  return g_test_run ();
}
