/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Home care in the invented commune: a year of visits that could have been, on ground that has
 * roads, and a week to come that waits to be planned. */

#include "demo-fixture.h"
#include "ent-month-close.h"
#include "ent-month-contingent.h"
#include "ent-month-sums.h"

#define HOUR_OF(day, minutes) "(julianday (" day ") * 1440 + " minutes ")"

static void
test_every_rhythm_is_promised (void)
{
  g_assert_cmpint (count (commune, "SELECT count(*) FROM care_plan"), ==, 40);
  g_assert_cmpint (count (commune, "SELECT count(DISTINCT rhythm) FROM care_need"), ==, 5);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM care_need_task"), >, 40);
}

/* Of those who pay, nearly all know what, from the day of the plan and from year to year. */
static void
test_contributions_are_decided (void)
{
  g_assert_cmpint (count (commune, "SELECT count(DISTINCT person_id) FROM contribution"), >=, 38);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM contribution"), >, 60);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM contribution WHERE rate IS NULL"), ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM contribution WHERE to_day IS NULL"), ==,
                   count (commune, "SELECT count(DISTINCT person_id) FROM contribution"));
  g_assert_cmpint (count (commune, "SELECT count(*) FROM contribution a JOIN contribution b"
                                   " ON b.person_id = a.person_id AND b.id <> a.id"
                                   " AND b.from_day >= a.from_day"
                                   " AND b.from_day <= coalesce (a.to_day, '9999-12-31')"),
                   ==, 0);
}

static void
test_a_year_of_visits (void)
{
  gint64 all = count (commune, "SELECT count(*) FROM visit WHERE day < '2026-06-15'"
                               " AND coalesce (cancel_reason, '') NOT LIKE 'Away:%'");
  gint64 done = count (commune, "SELECT count(*) FROM visit WHERE state = 'done'");

  g_assert_cmpint (all, >, 3000);
  g_assert_cmpint (done * 100, >, all * 91);
  g_assert_cmpint (done * 100, <, all * 98);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM visit WHERE day < '2025-06-30'"), >, 30);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM visit WHERE day < '2025-06-16'"), ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(DISTINCT substr (day, 1, 7)) FROM visit"
                                   " WHERE state = 'done'"),
                   >=, 12);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM visit WHERE state = 'planned'"
                                   " AND day < '2026-06-15'"),
                   ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM visit WHERE state = 'done'"
                                   " AND (day >= '2026-06-15' OR carer_id IS NULL"
                                   " OR began_at IS NULL OR ended_at IS NULL)"),
                   ==, 0);
}

static void
test_life_gets_in_the_way (void)
{
  static const char *const all[] = {
    "state = 'nobody-home'",
    "state = 'cancelled-beneficiary'",
    "state = 'cancelled-service' AND carer_id IS NOT NULL",
    "state = 'cancelled-service' AND cancel_reason LIKE 'Away:%'",
    "entered_late = 1",
    "state = 'done' AND remark LIKE 'En remplacement%'",
    "state = 'done' AND began_at < start_time",
    "state = 'done' AND began_at > start_time",
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *sql = g_strconcat ("SELECT count(*) FROM visit WHERE ", all[i], NULL);

      g_assert_cmpint (count (commune, sql), >, 3);
    }
  g_assert_cmpint (count (commune, "SELECT count(*) FROM visit v JOIN person_stay s"
                                   " ON s.person_id = v.person_id AND s.from_day <= v.day"
                                   " AND (s.to_day IS NULL OR s.to_day >= v.day)"
                                   " WHERE v.state IN ('planned', 'done')"),
                   ==, 0);
}

/* What is left of this week has its carers, the next is to place. */
static void
test_next_week_is_to_place (void)
{
  g_assert_cmpint (count (commune, "SELECT count(*) FROM visit WHERE state = 'planned'"
                                   " AND carer_id IS NOT NULL"
                                   " AND day BETWEEN '2026-06-15' AND '2026-06-21'"),
                   >, 50);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM visit WHERE carer_id IS NOT NULL"
                                   " AND day > '2026-06-21'"),
                   ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM visit WHERE state = 'planned'"
                                   " AND day BETWEEN '2026-06-22' AND '2026-06-28'"),
                   >, 60);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM (SELECT 1 FROM visit"
                                   " GROUP BY need_id, origin_day, place HAVING count(*) > 1)"),
                   ==, 0);
}

/* As planned, and as it really was. */
static void
test_nobody_is_in_two_homes (void)
{
  g_assert_cmpint (
      count (commune,
             "SELECT count(*) FROM (SELECT " HOUR_OF (
                 "day",
                 "start_time") " AS begins, "
                               "lag (" HOUR_OF ("day",
                                                "start_time") " + minutes) OVER (PARTITION BY "
                                                              "carer_id ORDER BY day, start_time) "
                                                              "AS before FROM visit WHERE carer_id "
                                                              "IS NOT NULL) WHERE begins < before"),
      ==, 0);
  g_assert_cmpint (
      count (
          commune,
          "SELECT count(*) FROM (SELECT " HOUR_OF ("day", "began_at") " AS begins, lag (" HOUR_OF (
              "day", "began_at") " + (ended_at - began_at + 1440) % 1440) OVER "
                                 "(PARTITION BY carer_id ORDER BY day, began_at) AS before FROM "
                                 "visit WHERE "
                                 "state = 'done') WHERE begins < before"),
      ==, 0);
}

/* From one home to the next of the same day there is time, and it is told. */
static void
test_ways_take_time (void)
{
  g_assert_cmpint (
      count (
          commune,
          "SELECT count(*) FROM (SELECT began_at, travel_minutes, lag (ended_at) OVER (PARTITION "
          "BY carer_id, day ORDER BY began_at) AS before FROM visit WHERE state = 'done') "
          "WHERE began_at >= before AND began_at - before < travel_minutes"),
      ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM visit WHERE state = 'done'"
                                   " AND travel_metres > 0 AND travel_minutes >= 4"),
                   >, 1000);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM visit WHERE travel_metres > 5000"), ==, 0);
}

/* Two carers of one visit begin together. */
static void
test_two_carers_come_together (void)
{
  g_assert_cmpint (count (commune, "SELECT count(*) FROM visit a JOIN visit b"
                                   " ON b.need_id = a.need_id AND b.day = a.day AND b.place = 2"
                                   " WHERE a.place = 1 AND a.carer_id IS NOT NULL"
                                   " AND b.carer_id IS NOT NULL"
                                   " AND (a.start_time <> b.start_time"
                                   " OR a.carer_id = b.carer_id)"),
                   ==, 0);
}

/* Homes lie in the extract, all but those left to place; persons of one street near each other. */
static void
test_homes_have_places (void)
{
  gint64 all = count (commune, "SELECT count(*) FROM address");
  gint64 placed = count (commune, "SELECT count(*) FROM address WHERE latitude IS NOT NULL");

  g_assert_cmpint (placed, <, all);
  g_assert_cmpint (placed * 100, >, all * 96);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM address WHERE latitude NOT BETWEEN "
                                   "512539000 AND 512762000 OR longitude NOT BETWEEN 47734000 AND "
                                   "48052000"),
                   ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM address WHERE latitude IS NOT NULL AND "
                                   "(placed_at <> 'interpolated' OR place_source <> 'osm' OR "
                                   "placed_for IS NULL)"),
                   ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM (SELECT 1 FROM address GROUP BY street "
                                   "HAVING max (latitude) - min (latitude) > 10000 OR "
                                   "max (longitude) - min (longitude) > 20000)"),
                   ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM (SELECT 1 FROM address WHERE latitude IS "
                                   "NOT NULL GROUP BY street, number, locality HAVING "
                                   "max (latitude) <> min (latitude))"),
                   ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM carer WHERE start_kind = 'home' AND "
                                   "start_latitude IS NULL"),
                   ==, 0);
}

/* What is over was told of, and when. */
static void
test_the_past_is_reported (void)
{
  g_assert_cmpint (count (commune, "SELECT count(*) FROM visit WHERE day < '2026-06-15'"
                                   " AND reported_at IS NULL"
                                   " AND coalesce (cancel_reason, '') NOT LIKE 'Away:%'"),
                   ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM visit WHERE reported_at IS NOT NULL"
                                   " AND (day >= '2026-06-15' OR entered_late <>"
                                   " (date (reported_at / 1000000, 'unixepoch') > day))"
                                   " AND start_time + minutes < 1440"),
                   ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM visit WHERE"
                                   " (state = 'cancelled-beneficiary') <>"
                                   " (notice_minutes IS NOT NULL)"),
                   ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM visit WHERE notice_late = 1"), >, 3);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM visit WHERE notice_minutes >= 1440"), >,
                   3);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM visit WHERE notice_minutes IS NOT NULL"
                                   " AND notice_late <> (notice_minutes < 1440)"),
                   ==, 0);
  g_assert_cmpint (count (commune, "SELECT count(*) FROM visit WHERE did_call = 1"
                                   " AND state <> 'nobody-home'"),
                   ==, 0);
}

static EntMonthLedger *
load_months (EntMonth from, EntMonth to)
{
  g_autoptr (GError) error = NULL;
  EntMonthLedger *ledger = ent_month_ledger_load (commune, from, to, TODAY, NULL, NULL, &error);

  g_assert_no_error (error);
  return ledger;
}

/* Until April all is settled, and April closed; May waits for somebody. */
static void
test_a_month_is_closed (void)
{
  const EntMonth first = { 2025, 6 }, april = { 2026, 4 }, may = { 2026, 5 };
  g_autoptr (EntMonthLedger) past = load_months (first, april);
  g_autoptr (EntMonthLedger) closed = load_months (april, april);
  g_autoptr (EntMonthLedger) open = load_months (may, may);

  g_assert_cmpuint (past->cases->len, ==, 0);
  g_assert_nonnull (ent_month_ledger_closing (closed, april));
  g_assert_true (ent_month_ledger_agrees (closed));
  g_assert_cmpint (count (commune, "SELECT count(*) FROM month_line"), ==,
                   count (commune, "SELECT count(*) FROM visit"
                                   " WHERE day BETWEEN '2026-04-01' AND '2026-04-30'"));
  g_assert_null (ent_month_ledger_closing (open, may));
  g_assert_cmpuint (open->cases->len, >, 5);
  g_assert_cmpuint (ent_month_hindrance (open, may).n_without_rate, ==, 0);
  /* What was found wrong with April counts in May. */
  g_assert_cmpuint (open->corrections->len, ==, 1);
  g_assert_true (ent_month_ledger_agrees (open));
}

/* Each activity has its hours of this year and of the last, about as many as it takes. */
static void
test_hours_are_granted (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
                standings = ent_contingent_query_standings (commune, 2026, TODAY, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (standings->len, >=, 3);
  for (guint i = 0; i < standings->len; i++)
    {
      const EntContingentStanding *standing = g_ptr_array_index (standings, i);

      g_assert_cmpint (standing->granted, >, standing->done);
      g_assert_cmpint (standing->granted * 10, >, standing->forecast * 7);
      g_assert_cmpint (standing->granted * 10, <, standing->forecast * 13);
    }
  g_assert_cmpint (count (commune, "SELECT count(*) FROM contingent WHERE year = 2025"), ==,
                   (gint64) standings->len);
}

int
main (int argc, char **argv)
{
  int code;

  g_test_init (&argc, &argv, NULL);
  begin ();
  g_test_add_func ("/demo/care/rhythms", test_every_rhythm_is_promised);
  g_test_add_func ("/demo/care/contributions", test_contributions_are_decided);
  g_test_add_func ("/demo/care/year", test_a_year_of_visits);
  g_test_add_func ("/demo/care/life", test_life_gets_in_the_way);
  g_test_add_func ("/demo/care/next-week", test_next_week_is_to_place);
  g_test_add_func ("/demo/care/one-home", test_nobody_is_in_two_homes);
  g_test_add_func ("/demo/care/ways", test_ways_take_time);
  g_test_add_func ("/demo/care/two-carers", test_two_carers_come_together);
  g_test_add_func ("/demo/care/places", test_homes_have_places);
  g_test_add_func ("/demo/care/reported", test_the_past_is_reported);
  g_test_add_func ("/demo/care/closed-month", test_a_month_is_closed);
  g_test_add_func ("/demo/care/contingents", test_hours_are_granted);
  code = g_test_run ();
  ent_db_close (commune);
  return code;
}
