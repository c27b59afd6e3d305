/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures what the board of a week asks: reading 650 visits and 30 carers, judging where a visit
 * could go, who could stand in, a first proposal. Prints "BENCH, name, value, unit, goal",
 * separated by tabs. One thread; the register lies in memory. */

#include "ent-bench-rounds.h"
#include "ent-date.h"
#include "ent-module.h"
#include "ent-register.h"
#include "ent-rounds-proposal.h"
#include "ent-rounds-query.h"

#define N_CARERS 30
#define N_CLIENTS 130
#define N_WEEKS 9 /* the one that is read is the last */
#define N_ASKED 1000
#define N_REPEATED 15

#define ENT_MODULE(name) extern const EntModule ent_##name##_module;
#include "ent-modules.h"
#undef ENT_MODULE

#define ENT_MODULE(name) &ent_##name##_module,
static const EntModule *const all_modules[] = {
#include "ent-modules.h"
};
#undef ENT_MODULE

static void
print (const char *name, double value, const char *unit, const char *goal)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.2f", value);
  g_print ("BENCH\t%s\t%s\t%s\t%s\n", name, text, unit, goal);
}

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static EntRoundsWeek *
measure_reading (EntDb *db, gint32 monday)
{
  EntRoundsWeek *week = NULL;
  g_autoptr (GError) error = NULL;
  double best = G_MAXDOUBLE, best_ways = G_MAXDOUBLE;

  for (int i = 0; i < N_REPEATED; i++)
    {
      double start = now_ms (), read;

      g_clear_pointer (&week, ent_rounds_week_unref);
      week = ent_rounds_query_week (db, monday, 7, &error);
      ent_bench_stop_on (error);
      read = now_ms ();
      best = MIN (best, read - start);
      ent_rounds_week_set_ways (week, NULL, NULL, &error);
      best_ways = MIN (best_ways, now_ms () - read);
    }
  print ("visits of the week", week->visits->len, "", "");
  print ("a week of 650 visits is read", best, "ms", "< 60");
  print ("its ways as the crow flies", best_ways, "ms", "");
  return week;
}

static void
measure_judging (EntRoundsWeek *week)
{
  double start = now_ms ();
  g_autoptr (EntRoundsJudge) judge = ent_rounds_judge_new (week);
  double made = now_ms ();
  EntRoundsOffer offers[5];
  int n_fit = 0, n_offers = 0;

  print ("the judge is ready", made - start, "ms", "");
  start = now_ms ();
  for (int i = 0; i < N_ASKED; i++)
    {
      int visit = i % (int) week->visits->len;
      int day = g_array_index (week->visits, EntRoundsVisit, visit).day;
      EntRoundsAnswer answer;

      ent_rounds_judge_ask (judge, visit, i % N_CARERS, day * 1440 + 480 + i % 96 * 5, &answer);
      n_fit += answer.reason == ENT_ROUNDS_FITS;
    }
  print ("1,000 answers of the judge", now_ms () - start, "ms", "< 1000");
  print ("of which fit", n_fit, "", "");
  start = now_ms ();
  for (int i = 0; i < 100; i++)
    n_offers += ent_rounds_judge_offers (judge, i, offers, 5);
  print ("100 times five substitutes", now_ms () - start, "ms", "");
  print ("of which found", n_offers, "", "");
}

typedef struct
{
  GMainLoop *loop;
  EntRoundsProposal *proposal;
} Wait;

static void
proposed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wait *wait = user_data;
  g_autoptr (GError) error = NULL;

  wait->proposal = ent_rounds_propose_finish (result, &error);
  ent_bench_stop_on (error);
  g_main_loop_quit (wait->loop);
}

static void
measure_proposing (EntRoundsWeek *week)
{
  EntRoundsWish wish = { ENT_ROUNDS_FEW_CHANGES, 5, 0, 1, 0, 6 };
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL };
  double start = now_ms ();

  ent_rounds_propose_async (week, &wish, NULL, NULL, NULL, proposed_cb, &wait);
  print ("the window waits for a proposal to begin", now_ms () - start, "ms", "< 100");
  g_main_loop_run (wait.loop);
  print ("visits to place before", wait.proposal->before.unplaced, "", "");
  print ("visits to place after", wait.proposal->after.unplaced, "", "");
  print ("minutes on the way before", wait.proposal->before.travel_minutes, "min", "");
  print ("minutes on the way after", wait.proposal->after.travel_minutes, "min", "");
  print ("differences", wait.proposal->differences->len, "", "");
  ent_rounds_proposal_free (wait.proposal);
  g_main_loop_unref (wait.loop);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRoundsWeek) week = NULL;
  EntBenchRounds size = { N_CARERS, N_CLIENTS, N_WEEKS };
  gint32 monday = ent_day_from_ymd (2026, 11, 23);
  EntRegister *reg;
  EntDb *db;

  ent_registry_set_modules (all_modules, G_N_ELEMENTS (all_modules));
  ent_day_set_today (monday);
  reg = ent_register_new_in_memory (&error);
  ent_bench_stop_on (error);
  db = ent_register_steal_db (reg);
  ent_bench_rounds_fill (db, &size, monday);
  week = measure_reading (db, monday);
  measure_judging (week);
  measure_proposing (week);
  ent_db_close (db);
  ent_register_close (reg);
  return 0;
}
