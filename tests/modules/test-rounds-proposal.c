/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Proposals for weeks at random: no difference breaks a rule, what is locked or over stays, a seed
 * tells all, and whoever stops waiting has a valid plan. */

#include "rounds-fixture.h"

#include "ent-rounds-proposal.h"

#include <locale.h>
#include <string.h>

#define N_CARERS 6
#define N_CLIENTS 16
#define N_PLACES 8

/* Which of the hard things a week has in it. */
static void
add_carers (EntRoundsWeek *week, GRand *rand)
{
  for (int i = 0; i < N_CARERS; i++)
    {
      int carer = put_carer (week, "Prestataire Exemple");

      carer_at (week, carer)->kind = i % 3 == 0 ? ENT_CARER_HOUSEHOLD_AIDE : ENT_CARER_FAMILY_AIDE;
      carer_at (week, carer)->weekly_minutes = 60 * g_rand_int_range (rand, 8, 25);
      carer_at (week, carer)->daily_minutes = i == 1 ? 300 : ENT_INT_NONE;
      carer_at (week, carer)->avoids_dogs = i == 2;
      carer_at (week, carer)->start_place = g_rand_int_range (rand, -1, N_PLACES);
      carer_at (week, carer)->end_place = g_rand_int_range (rand, -1, N_PLACES);
      carer_at (week, carer)->busy_before = i == 3 ? -120 : ENT_INT_NONE;
      carer_at (week, carer)->busy_after = i == 4 ? AT (7, 6, 0) : ENT_INT_NONE;
      for (int d = 0; d < 7; d++)
        {
          EntRoundsShift *shift = put_shift (week, carer, AT (d, 7 + i % 2, 0), AT (d, 12, 30));

          shift->is_away = g_rand_int_range (rand, 0, 12) == 0;
          shift->reason = shift->is_away ? g_strdup ("Maladie") : NULL;
          put_shift (week, carer, AT (d, 12, 45), i == 5 ? AT (d + 1, 1, 0) : AT (d, 18, 0));
        }
    }
}

static void
add_visit_at_random (EntRoundsWeek *week, GRand *rand)
{
  int on = g_rand_int_range (rand, 0, 7);
  int start = AT (on, g_rand_int_range (rand, 7, 22), 5 * g_rand_int_range (rand, 0, 12));
  gboolean stands = g_rand_int_range (rand, 0, 3) > 0;
  int index = put_visit (week, g_rand_int_range (rand, 0, N_CLIENTS),
                         stands ? g_rand_int_range (rand, 0, N_CARERS) : NOBODY, start);
  EntRoundsVisit *visit = visit_at (week, index);

  visit->minutes = 30 * g_rand_int_range (rand, 1, 5);
  visit->latest = on * 1440 + 1440 + visit->minutes - 1;
  visit->carer_kind = g_rand_boolean (rand) ? ENT_CARER_FAMILY_AIDE : 0;
  visit->is_locked = stands && g_rand_int_range (rand, 0, 6) == 0;
  visit->priority = (EntCarePriority) g_rand_int_range (rand, 1, 4);
  if (g_rand_int_range (rand, 0, 10) == 0)
    visit->state = (EntVisitState) g_rand_int_range (rand, ENT_VISIT_CONFIRMED,
                                                     ENT_VISIT_REPLACED + 1);
  if (g_rand_int_range (rand, 0, 3) == 0)
    {
      visit->earliest = start - 60;
      visit->latest = start + visit->minutes + 60;
    }
  if (g_rand_int_range (rand, 0, 8) == 0)
    visit->fixed_at = start;
  if (g_rand_int_range (rand, 0, 4) == 0)
    {
      visit->wished_from = start;
      visit->wished_to = start + visit->minutes + 30;
    }
  if (!stands && visit->fixed_at == ENT_ROUNDS_NONE)
    visit->start = NOBODY;
}

/* The second of two carers, at the same time. */
static void
add_second (EntRoundsWeek *week, int first)
{
  EntRoundsVisit twin = *visit_at (week, first);
  int index;

  if (twin.pair != ENT_ROUNDS_NONE)
    return;
  twin.id = 1000 + week->visits->len;
  twin.carer = NOBODY;
  twin.is_locked = FALSE;
  twin.state = ENT_VISIT_PLANNED;
  twin.activity = g_strdup (twin.activity);
  g_array_append_val (week->visits, twin);
  index = (int) week->visits->len - 1;
  make_pair (week, first, index);
}

static EntRoundsWeek *
week_at_random (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  EntRoundsWeek *week = picture_new ("2026-11-23", 7, N_PLACES);

  add_carers (week, rand);
  for (int i = 0; i < N_CLIENTS; i++)
    {
      int client = put_client (week, "Personne Exemple", g_rand_int_range (rand, -1, N_PLACES));

      client_at (week, client)->has_dog = i % 5 == 0;
    }
  for (int i = 0; i < 90; i++)
    add_visit_at_random (week, rand);
  for (int i = 0; i < 5; i++)
    add_second (week, g_rand_int_range (rand, 0, 90));
  for (int i = 0; i < 20; i++)
    put_bond (week, g_rand_int_range (rand, 0, N_CLIENTS), g_rand_int_range (rand, 0, N_CARERS),
              (EntRoundsBondKind) (1 + i % 3), 1 + i);
  ent_rounds_week_index (week);
  return week;
}

typedef struct
{
  GMainLoop *loop;
  EntRoundsProposal *proposal;
  guint n_told;
  GCancellable *cancellable;
} Wait;

static void
proposed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wait *wait = user_data;
  g_autoptr (GError) error = NULL;

  wait->proposal = ent_rounds_propose_finish (result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (wait->loop);
}

static void
told_cb (const EntPlannerProgress *progress, gpointer user_data)
{
  Wait *wait = user_data;

  wait->n_told++;
  g_assert_cmpfloat (progress->fraction, >=, 0);
  g_assert_cmpfloat (progress->fraction, <=, 1);
  if (wait->cancellable != NULL)
    g_cancellable_cancel (wait->cancellable);
}

static EntRoundsProposal *
propose (EntRoundsWeek *week, const EntRoundsWish *wish, GCancellable *cancellable)
{
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL, 0, cancellable };

  ent_rounds_propose_async (week, wish, told_cb, &wait, cancellable, proposed_cb, &wait);
  g_main_loop_run (wait.loop);
  g_main_loop_unref (wait.loop);
  g_assert_nonnull (wait.proposal);
  g_assert_cmpuint (wait.n_told, >, 0);
  return wait.proposal;
}

static EntRoundsWish
wish_for (EntRoundsFreedom freedom)
{
  return (EntRoundsWish) { freedom, 0, 3000, 5, 0, 6 };
}

static const EntRoundsDifference *
difference_at (const EntRoundsProposal *proposal, guint i)
{
  return &g_array_index (proposal->differences, EntRoundsDifference, i);
}

/* In the final picture, with what stands around it as it stands. */
static void
check_valid (EntRoundsProposal *proposal)
{
  g_autoptr (EntRoundsJudge) judge = ent_rounds_judge_new (proposal->week);
  guint position;
  EntRoundsAnswer answer;

  for (guint i = 0; i < proposal->differences->len; i++)
    {
      const EntRoundsDifference *d = difference_at (proposal, i);

      ent_rounds_judge_place (judge, d->visit, d->to_carer, d->to_start);
    }
  for (guint i = 0; i < proposal->differences->len; i++)
    {
      const EntRoundsDifference *d = difference_at (proposal, i);
      g_autofree char *why = NULL;

      g_assert_true (d->from_carer != d->to_carer || d->from_start != d->to_start);
      g_assert_cmpint (d->from_carer, ==, visit_at (proposal->week, d->visit)->carer);
      g_assert_cmpint (d->from_start, ==, visit_at (proposal->week, d->visit)->start);
      g_assert_cmpint (ent_rounds_judge_standing (judge, d->visit, NULL), ==, ENT_ROUNDS_FITS);
      why = ent_rounds_proposal_explain (proposal, d);
      g_assert_nonnull (why);
    }
  g_assert_true (ent_rounds_proposal_check (proposal, &position, &answer));
}

/* Nobody could make what is left to place, as the week then stands. */
static void
check_complete (EntRoundsProposal *proposal)
{
  EntRoundsOffer offer;

  for (int i = 0; i < (int) proposal->week->visits->len; i++)
    {
      const EntRoundsVisit *visit = visit_at (proposal->week, i);
      int carer, start;

      ent_rounds_judge_get_place (proposal->result, i, &carer, &start);
      if (ent_rounds_visit_is_open (visit) && !visit->is_locked && visit->pair == NOBODY &&
          carer == NOBODY)
        g_assert_cmpint (ent_rounds_judge_offers (proposal->result, i, &offer, 1), ==, 0);
    }
}

static void
check_untouched (const EntRoundsProposal *proposal, EntRoundsFreedom freedom)
{
  for (guint i = 0; i < proposal->differences->len; i++)
    {
      const EntRoundsVisit *visit = visit_at (proposal->week, difference_at (proposal, i)->visit);

      g_assert_false (visit->is_locked);
      g_assert_true (ent_rounds_visit_is_open (visit));
      if (freedom == ENT_ROUNDS_PLACE_REST)
        g_assert_false (ent_rounds_visit_occupies (visit));
    }
}

static void
test_never_breaks_a_rule (void)
{
  for (guint32 seed = 1; seed <= 8; seed++)
    for (int freedom = ENT_ROUNDS_PLACE_REST; freedom <= ENT_ROUNDS_FREELY; freedom++)
      {
        g_autoptr (EntRoundsWeek) week = week_at_random (seed);
        EntRoundsWish wish = wish_for ((EntRoundsFreedom) freedom);
        g_autoptr (EntRoundsProposal) proposal = propose (week, &wish, NULL);

        check_valid (proposal);
        check_complete (proposal);
        check_untouched (proposal, (EntRoundsFreedom) freedom);
        g_assert_cmpint (proposal->after.unplaced, <=, proposal->before.unplaced);
        g_assert_cmpuint (proposal->differences->len, >, 0);
      }
}

static void
test_same_seed (void)
{
  g_autoptr (EntRoundsWeek) week = week_at_random (11);
  EntRoundsWish wish = wish_for (ENT_ROUNDS_FREELY);
  g_autoptr (EntRoundsProposal) first = propose (week, &wish, NULL);
  g_autoptr (EntRoundsProposal) second = propose (week, &wish, NULL);

  g_assert_cmpuint (first->differences->len, ==, second->differences->len);
  for (guint i = 0; i < first->differences->len; i++)
    {
      const EntRoundsDifference *a = difference_at (first, i);
      const EntRoundsDifference *b = difference_at (second, i);

      g_assert_cmpint (a->visit, ==, b->visit);
      g_assert_cmpint (a->to_carer, ==, b->to_carer);
      g_assert_cmpint (a->to_start, ==, b->to_start);
    }
}

/* Stopped at the first news, after which hours would be left. */
static void
test_cancelled (void)
{
  g_autoptr (EntRoundsWeek) week = week_at_random (12);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  EntRoundsWish wish = { ENT_ROUNDS_FEW_CHANGES, 7200, 0, 5, 0, 6 };
  g_autoptr (EntRoundsProposal) proposal = propose (week, &wish, cancellable);

  check_valid (proposal);
  check_untouched (proposal, ENT_ROUNDS_FEW_CHANGES);
}

/* Whoever stops before it has begun gets what stood, put right. */
static void
test_cancelled_before (void)
{
  g_autoptr (EntRoundsWeek) week = week_at_random (14);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  EntRoundsWish wish = { ENT_ROUNDS_FREELY, 7200, 0, 5, 0, 6 };
  g_autoptr (EntRoundsProposal) proposal = NULL;

  g_cancellable_cancel (cancellable);
  proposal = propose (week, &wish, cancellable);
  check_valid (proposal);
}

static void
test_only_the_days_asked (void)
{
  g_autoptr (EntRoundsWeek) week = week_at_random (13);
  EntRoundsWish wish = wish_for (ENT_ROUNDS_FREELY);
  g_autoptr (EntRoundsProposal) proposal = NULL;

  wish.first_day = 2;
  wish.last_day = 3;
  proposal = propose (week, &wish, NULL);
  check_valid (proposal);
  g_assert_cmpuint (proposal->differences->len, >, 0);
  for (guint i = 0; i < proposal->differences->len; i++)
    {
      int on = visit_at (week, difference_at (proposal, i)->visit)->day;

      g_assert_true (on == 2 || on == 3);
    }
}

/* One of three visits is to place; the others stand well and need not move. */
static EntRoundsWeek *
small_week (void)
{
  EntRoundsWeek *week = picture_new ("2026-11-23", 7, 4);
  int luce = put_carer (week, "Luce Leroy");
  int marc = put_carer (week, "Marc Maes");

  put_shift (week, luce, AT (0, 8, 0), AT (0, 12, 0));
  put_shift (week, marc, AT (0, 8, 0), AT (0, 12, 0));
  put_visit (week, put_client (week, "Dupont Anne", 0), luce, AT (0, 8, 0));
  put_visit (week, put_client (week, "Exemple Bert", 1), marc, AT (0, 9, 17));
  put_visit (week, put_client (week, "Modèle Carl", 0), NOBODY, NOBODY);
  put_bond (week, 2, luce, ENT_ROUNDS_KNOWN, 4);
  ent_rounds_week_index (week);
  return week;
}

static void
test_place_the_rest (void)
{
  for (int freedom = ENT_ROUNDS_PLACE_REST; freedom <= ENT_ROUNDS_FEW_CHANGES; freedom++)
    {
      g_autoptr (EntRoundsWeek) week = small_week ();
      EntRoundsWish wish = wish_for ((EntRoundsFreedom) freedom);
      g_autoptr (EntRoundsProposal) proposal = propose (week, &wish, NULL);
      const EntRoundsDifference *d = difference_at (proposal, 0);
      g_autofree char *why = NULL;

      g_assert_cmpuint (proposal->differences->len, ==, 1);
      g_assert_cmpint (d->visit, ==, 2);
      g_assert_cmpint (d->from_carer, ==, NOBODY);
      g_assert_cmpint (d->to_carer, ==, 0);
      g_assert_cmpint (d->to_start, >=, AT (0, 9, 0));
      g_assert_cmpint (d->to_start % 5, ==, 0);
      g_assert_true (d->is_accepted);
      g_assert_cmpint (proposal->before.unplaced, ==, 1);
      g_assert_cmpint (proposal->after.unplaced, ==, 0);
      g_assert_cmpint (proposal->before.familiar_percent, ==, 0);
      g_assert_cmpint (proposal->after.familiar_percent, ==, 33);
      why = ent_rounds_proposal_explain (proposal, d);
      g_assert_cmpstr (why, ==, "Was to be placed · Knows Modèle Carl");
    }
}

/* Luce is away: her visit goes to Marc, and the reason is told. */
static void
test_absence (void)
{
  g_autoptr (EntRoundsWeek) week = small_week ();
  EntRoundsShift *shift = &g_array_index (week->shifts, EntRoundsShift, 0);
  EntRoundsWish wish = wish_for (ENT_ROUNDS_FEW_CHANGES);
  g_autoptr (EntRoundsProposal) proposal = NULL;
  g_autofree char *why = NULL;

  shift->is_away = TRUE;
  shift->reason = g_strdup ("Maladie");
  visit_at (week, 2)->state = ENT_VISIT_CANCELLED_SERVICE;
  proposal = propose (week, &wish, NULL);
  g_assert_cmpuint (proposal->differences->len, ==, 1);
  g_assert_cmpint (difference_at (proposal, 0)->visit, ==, 0);
  g_assert_cmpint (difference_at (proposal, 0)->to_carer, ==, 1);
  g_assert_cmpint (difference_at (proposal, 0)->to_start, ==, AT (0, 8, 0));
  why = ent_rounds_proposal_explain (proposal, difference_at (proposal, 0));
  g_assert_cmpstr (why, ==, "Luce Leroy is away: Maladie");
}

/* Two come at once. */
static void
test_pair (void)
{
  g_autoptr (EntRoundsWeek) week = small_week ();
  EntRoundsWish wish = wish_for (ENT_ROUNDS_FREELY);
  g_autoptr (EntRoundsProposal) proposal = NULL;
  int first, second, places[2][2];

  first = put_visit (week, 0, NOBODY, NOBODY);
  second = put_visit (week, 0, NOBODY, NOBODY);
  make_pair (week, first, second);
  ent_rounds_week_index (week);
  proposal = propose (week, &wish, NULL);
  check_valid (proposal);
  ent_rounds_judge_get_place (proposal->result, first, &places[0][0], &places[0][1]);
  ent_rounds_judge_get_place (proposal->result, second, &places[1][0], &places[1][1]);
  g_assert_cmpint (places[0][0], !=, NOBODY);
  g_assert_cmpint (places[1][0], !=, NOBODY);
  g_assert_cmpint (places[0][0], !=, places[1][0]);
  g_assert_cmpint (places[0][1], ==, places[1][1]);
}

/* A day of more than six hours has half an hour free in its middle, and rest is kept. */
static void
test_break (void)
{
  g_autoptr (EntRoundsWeek) week = picture_new ("2026-11-23", 1, 1);
  int luce = put_carer (week, "Luce Leroy");
  EntRoundsWish wish = wish_for (ENT_ROUNDS_FREELY);
  g_autoptr (EntRoundsProposal) proposal = NULL;
  gboolean is_free[48] = { FALSE };
  gboolean found = FALSE;

  put_shift (week, luce, AT (0, 8, 0), AT (0, 15, 30));
  for (int i = 0; i < 8; i++)
    put_visit (week, put_client (week, "Dupont Anne", 0), NOBODY, NOBODY);
  ent_rounds_week_index (week);
  wish.last_day = 0;
  proposal = propose (week, &wish, NULL);
  check_valid (proposal);
  g_assert_cmpint (proposal->after.unplaced, ==, 1);
  for (int i = 0; i < 48; i++)
    is_free[i] = TRUE;
  for (guint i = 0; i < proposal->differences->len; i++)
    for (int t = 0; t < 60; t++)
      is_free[(difference_at (proposal, i)->to_start + t) / 30] = FALSE;
  for (int half = 20; half < 27; half++)
    found = found || is_free[half];
  g_assert_true (found);
}

/* A week of the calendar counts, wherever the picture begins: nine hours until Sunday, eight from
 * Monday on. */
static void
test_weeks_of_the_calendar (void)
{
  g_autoptr (EntRoundsWeek) week = picture_new ("2026-11-25", 10, 1);
  g_autoptr (EntRoundsJudge) judge = NULL;
  int luce = put_carer (week, "Luce Leroy");
  int anne = put_client (week, "Dupont Anne", 0);
  EntRoundsFigures figures;
  EntRoundsAnswer answer;

  carer_at (week, luce)->weekly_minutes = 480;
  for (int d = 0; d < 10; d++)
    put_shift (week, luce, AT (d, 8, 0), AT (d, 18, 0));
  visit_at (week, put_visit (week, anne, luce, AT (4, 8, 0)))->minutes = 540;
  visit_at (week, put_visit (week, anne, luce, AT (5, 8, 0)))->minutes = 480;
  ent_rounds_figures (week, &figures);
  g_assert_cmpint (figures.overtime_minutes, ==, 60);
  judge = ent_rounds_judge_new (week);
  ent_rounds_judge_ask (judge, 0, luce, AT (4, 8, 0), &answer);
  g_assert_cmpint (answer.week_minutes, ==, 540);
  g_assert_true (answer.is_overtime);
  ent_rounds_judge_ask (judge, 1, luce, AT (5, 9, 0), &answer);
  g_assert_cmpint (answer.week_minutes, ==, 480);
  g_assert_false (answer.is_overtime);
}

/* Accepting one of two that change places alone is told. */
static void
test_partly_accepted (void)
{
  g_autoptr (EntRoundsWeek) week = small_week ();
  EntRoundsProposal proposal = { .week = week };
  EntRoundsDifference differences[] = { { 0, 0, 1, AT (0, 8, 0), AT (0, 9, 17), TRUE },
                                        { 1, 1, 0, AT (0, 9, 17), AT (0, 8, 0), FALSE } };
  EntRoundsAnswer answer;
  guint position = 5;

  proposal.differences = g_array_new (FALSE, FALSE, sizeof (EntRoundsDifference));
  g_array_append_vals (proposal.differences, differences, 2);
  g_assert_false (ent_rounds_proposal_check (&proposal, &position, &answer));
  g_assert_cmpuint (position, ==, 0);
  g_assert_cmpint (answer.reason, ==, ENT_ROUNDS_OVERLAP);
  g_array_index (proposal.differences, EntRoundsDifference, 1).is_accepted = TRUE;
  g_assert_true (ent_rounds_proposal_check (&proposal, &position, &answer));
  g_array_unref (proposal.differences);
}

/* As the register is once every second change has been accepted. */
static EntRoundsWeek *
accept_every_second (const EntRoundsProposal *proposal, guint32 seed)
{
  EntRoundsWeek *later = week_at_random (seed);

  for (guint i = 0; i < proposal->differences->len; i += 2)
    {
      const EntRoundsDifference *d = difference_at (proposal, i);

      visit_at (later, d->visit)->carer = d->to_carer;
      visit_at (later, d->visit)->start = d->to_start;
    }
  ent_rounds_week_index (later);
  return later;
}

/* The other half stays, says why, and leads to the same end. */
static void
test_carried (void)
{
  g_autoptr (EntRoundsWeek) week = week_at_random (3);
  EntRoundsWish wish = wish_for (ENT_ROUNDS_FREELY);
  g_autoptr (EntRoundsProposal) proposal = propose (week, &wish, NULL);
  g_autoptr (EntRoundsWeek) later = accept_every_second (proposal, 3);
  g_autoptr (EntRoundsProposal) rest = ent_rounds_proposal_carry (proposal, later);
  EntRoundsFigures figures;
  guint position;
  EntRoundsAnswer answer;

  g_assert_cmpuint (rest->differences->len, ==, proposal->differences->len / 2);
  g_assert_cmpuint (rest->differences->len, >, 1);
  for (guint i = 0; i < rest->differences->len; i++)
    {
      g_autofree char *why = ent_rounds_proposal_explain (rest, difference_at (rest, i));

      g_assert_cmpint (difference_at (rest, i)->visit, ==,
                       difference_at (proposal, 2 * i + 1)->visit);
      g_assert_nonnull (why);
    }
  g_assert_true (ent_rounds_proposal_check (rest, &position, &answer));
  g_assert_true (memcmp (&rest->after, &proposal->after, sizeof rest->after) == 0);
  ent_rounds_figures (later, &figures);
  g_assert_true (memcmp (&rest->before, &figures, sizeof figures) == 0);
}

/* What others have changed meanwhile is left out, and no longer counted. */
static void
test_carried_past_others (void)
{
  g_autoptr (EntRoundsWeek) week = small_week ();
  g_autoptr (EntRoundsWeek) later = small_week ();
  EntRoundsProposal proposal = { .week = week };
  EntRoundsDifference differences[] = { { 0, 0, 1, AT (0, 8, 0), AT (0, 11, 0), TRUE },
                                        { 1, 1, 0, AT (0, 9, 17), AT (0, 9, 20), TRUE } };
  g_autoptr (EntRoundsProposal) rest = NULL;
  EntRoundsFigures figures;

  proposal.differences = g_array_new (FALSE, FALSE, sizeof (EntRoundsDifference));
  g_array_append_vals (proposal.differences, differences, 2);
  visit_at (later, 0)->start = AT (0, 8, 15);
  visit_at (later, 1)->is_locked = TRUE;
  rest = ent_rounds_proposal_carry (&proposal, later);
  g_assert_cmpuint (rest->differences->len, ==, 0);
  ent_rounds_figures (later, &figures);
  g_assert_true (memcmp (&rest->after, &figures, sizeof figures) == 0);
  g_array_unref (proposal.differences);
}

static void
test_figures (void)
{
  g_autoptr (EntRoundsWeek) week = small_week ();
  EntRoundsFigures figures;

  carer_at (week, 0)->weekly_minutes = 45;
  carer_at (week, 0)->start_place = 2;
  visit_at (week, 0)->client = 2;
  ent_rounds_figures (week, &figures);
  g_assert_cmpint (figures.travel_minutes, ==, 20);
  g_assert_cmpint (figures.metres, ==, 10000);
  g_assert_cmpint (figures.unplaced, ==, 1);
  g_assert_cmpint (figures.familiar_percent, ==, 50);
  g_assert_cmpint (figures.overtime_minutes, ==, 15);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rounds-proposal/never-breaks-a-rule", test_never_breaks_a_rule);
  g_test_add_func ("/rounds-proposal/same-seed", test_same_seed);
  g_test_add_func ("/rounds-proposal/cancelled", test_cancelled);
  g_test_add_func ("/rounds-proposal/cancelled-before", test_cancelled_before);
  g_test_add_func ("/rounds-proposal/only-the-days-asked", test_only_the_days_asked);
  g_test_add_func ("/rounds-proposal/place-the-rest", test_place_the_rest);
  g_test_add_func ("/rounds-proposal/absence", test_absence);
  g_test_add_func ("/rounds-proposal/pair", test_pair);
  g_test_add_func ("/rounds-proposal/break", test_break);
  g_test_add_func ("/rounds-proposal/weeks-of-the-calendar", test_weeks_of_the_calendar);
  g_test_add_func ("/rounds-proposal/partly-accepted", test_partly_accepted);
  g_test_add_func ("/rounds-proposal/carried", test_carried);
  g_test_add_func ("/rounds-proposal/carried-past-others", test_carried_past_others);
  g_test_add_func ("/rounds-proposal/figures", test_figures);
  return g_test_run ();
}
