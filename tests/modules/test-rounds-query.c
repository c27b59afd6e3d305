/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture read from a register: what of it is there and where; moves written, refused, undone. */

#include "care-fixture.h"
#include "carer-fixture.h"

#include "ent-address-position.h"
#include "ent-address.h"
#include "ent-belonging-enums.h"
#include "ent-care-wish.h"
#include "ent-carer-place.h"
#include "ent-error.h"
#include "ent-rounds-change.h"
#include "ent-rounds-judge.h"
#include "ent-rounds-query.h"

#include <locale.h>

#define MONDAY "2026-11-23"

typedef struct
{
  gint64 person, plan, need, carer, agent;
} Home;

static EntRoundsWeek *
read_week (Fixture *fixture, const char *first, int n_days)
{
  g_autoptr (GError) error = NULL;
  EntRoundsWeek *week = ent_rounds_query_week (fixture->db, day (first), n_days, &error);

  g_assert_no_error (error);
  return week;
}

static void
add_home (Fixture *fixture, gint64 person, EntAddressKind kind, double latitude)
{
  g_autoptr (EntAddress) address = ent_record_new (ENT_TYPE_ADDRESS);
  EntAddressPosition position = { .point = { latitude, 4.5 }, .placed_at = ENT_PLACED_BY_HAND };

  address->person_id = person;
  address->kind = kind;
  put (address, "street", ent_text ("Rue de l'Exemple"));
  put (address, "number", ent_text ("1"));
  put (address, "locality", ent_text ("Exempleville"));
  g_assert_true (ent_address_set_position (address, &position));
  insert (fixture, address);
}

static void
add_hours (Fixture *fixture, gint64 carer, int week, int from, int to)
{
  g_autoptr (EntCarerShift) shift = new_shift (ENT_WEEKDAY_MONDAY, week, from, to);

  shift->carer_id = carer;
  insert (fixture, shift);
}

/* One visit each Monday between eight and ten, by one who works on Mondays. */
static Home
set_up_home (Fixture *fixture)
{
  Home self = { 0 };
  g_autoptr (EntCarer) carer = NULL;

  self.person = add_person (fixture);
  add_home (fixture, self.person, ENT_ADDRESS_RESIDENCE, 50.5);
  add_home (fixture, self.person, ENT_ADDRESS_DOMICILE, 50.4);
  self.plan = add_plan (fixture, self.person, "2026-01-05", NULL);
  self.need = add_need (fixture, self.plan);
  self.agent = add_agent (fixture, "Luce", "Leroy");
  carer = new_carer (self.agent, "family-aide");
  carer->travel_mode = ENT_TRAVEL_BICYCLE;
  carer->weekly_minutes = 1140;
  carer->start_kind = ENT_CARER_START_HOME;
  put (carer, "start_address", ent_text ("Rue du Modèle 2"));
  ent_carer_set_start (carer, (EntPoint) { 50.41, 4.5 });
  self.carer = insert (fixture, carer);
  add_hours (fixture, self.carer, ENT_WEEK_EVERY, HOURS (8, 0), HOURS (12, 0));
  generate (fixture, 0, "2026-12-20", NULL);
  return self;
}

static const EntRoundsVisit *
visit_in (const EntRoundsWeek *week, guint position)
{
  g_assert_cmpuint (position, <, week->visits->len);
  return &g_array_index (week->visits, EntRoundsVisit, position);
}

static void
test_read (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (EntRoundsWeek) week = read_week (fixture, MONDAY, 7);
  const EntRoundsVisit *visit = visit_in (week, 0);
  const EntRoundsClient *client = &g_array_index (week->clients, EntRoundsClient, 0);
  const EntRoundsCarer *carer = &g_array_index (week->carers, EntRoundsCarer, 0);

  g_assert_cmpuint (week->visits->len, ==, 1);
  g_assert_cmpuint (week->clients->len, ==, 1);
  g_assert_cmpuint (week->carers->len, ==, 1);
  g_assert_cmpint (ent_rounds_week_find (week, visit->id), ==, 0);
  g_assert_cmpint (ent_rounds_week_find (week, -5), ==, ENT_ROUNDS_NONE);
  g_assert_cmpint (visit->client, ==, 0);
  g_assert_cmpint (visit->carer, ==, ENT_ROUNDS_NONE);
  g_assert_cmpint (visit->start, ==, ENT_ROUNDS_NONE);
  g_assert_cmpint (visit->minutes, ==, 60);
  g_assert_cmpint (visit->earliest, ==, 480);
  g_assert_cmpint (visit->latest, ==, 600);
  g_assert_cmpint (visit->wished_from, ==, ENT_ROUNDS_NONE);
  g_assert_cmpint (visit->carer_kind, ==, ENT_CARER_FAMILY_AIDE);
  g_assert_cmpint (visit->pair, ==, ENT_ROUNDS_NONE);
  g_assert_cmpint (client->person_id, ==, home.person);
  g_assert_cmpstr (client->name, ==, "Dupont Anne");
  g_assert_cmpfloat (g_array_index (week->places, EntPoint, client->place).latitude, ==, 50.4);
  g_assert_cmpint (carer->id, ==, home.carer);
  g_assert_cmpstr (carer->name, ==, "Luce Leroy");
  g_assert_cmpint (carer->mode, ==, ENT_ROAD_BICYCLE);
  g_assert_cmpint (carer->start_place, ==, carer->end_place);
  g_assert_cmpfloat (g_array_index (week->places, EntPoint, carer->start_place).latitude, ==,
                     50.41);
}

/* Hours follow the week and absences; a night of the Sunday before reaches in. */
static void
test_hours (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (EntAgentAbsence) absence = ent_record_new (ENT_TYPE_AGENT_ABSENCE);
  g_autoptr (EntCarerShift)
                night = new_shift (ENT_WEEKDAY_SUNDAY, ENT_WEEK_EVERY, HOURS (22, 0), HOURS (6, 0));
  g_autoptr (EntRoundsWeek) week = NULL;
  EntRoundsShift *shifts;

  add_hours (fixture, home.carer, ENT_WEEK_B, HOURS (13, 0), HOURS (16, 0));
  absence->agent_id = home.agent;
  absence->kind = ENT_ABSENCE_SICKNESS;
  put (absence, "from_day", iso ("2026-11-30"));
  put (absence, "to_day", iso ("2026-11-30"));
  insert (fixture, absence);
  night->carer_id = home.carer;
  change (fixture, &ent_carer_schema, home.carer, "kind", ent_text ("home-sitter"));
  insert (fixture, night);
  week = read_week (fixture, MONDAY, 14);
  shifts = &g_array_index (week->shifts, EntRoundsShift, 0);
  g_assert_cmpuint (week->shifts->len, ==, 6);
  g_assert_cmpint (shifts[0].from, ==, -120);
  g_assert_cmpint (shifts[0].to, ==, 360);
  g_assert_cmpint (shifts[1].from, ==, HOURS (8, 0));
  g_assert_false (shifts[1].is_away);
  g_assert_cmpint (shifts[2].from, ==, HOURS (13, 0));
  g_assert_cmpint (shifts[3].from, ==, 6 * 1440 + HOURS (22, 0));
  g_assert_cmpint (shifts[4].from, ==, 7 * 1440 + HOURS (8, 0));
  g_assert_true (shifts[4].is_away);
  g_assert_cmpstr (shifts[4].reason, ==, "Sickness");
  g_assert_cmpint (shifts[5].from, ==, 13 * 1440 + HOURS (22, 0));
}

static void
add_absence (Fixture *fixture, gint64 agent, const char *on, int from_time, int to_time)
{
  g_autoptr (EntAgentAbsence) absence = ent_record_new (ENT_TYPE_AGENT_ABSENCE);

  absence->agent_id = agent;
  absence->kind = ENT_ABSENCE_SICKNESS;
  put (absence, "from_day", iso (on));
  put (absence, "to_day", iso (on));
  absence->from_time = from_time;
  absence->to_time = to_time;
  insert (fixture, absence);
}

static void
assert_shift (const EntRoundsWeek *week, guint position, int from, int to, gboolean is_away)
{
  const EntRoundsShift *shift = &g_array_index (week->shifts, EntRoundsShift, position);

  g_assert_cmpint (shift->from, ==, from);
  g_assert_cmpint (shift->to, ==, to);
  g_assert_cmpint (shift->is_away, ==, is_away);
  g_assert_cmpstr (shift->reason, ==, is_away ? "Sickness" : NULL);
}

/* An absence from noon leaves the morning; one at midday leaves both ends. */
static void
test_away_for_hours (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (EntRoundsWeek) week = NULL;

  add_hours (fixture, home.carer, ENT_WEEK_B, HOURS (13, 0), HOURS (16, 0));
  add_absence (fixture, home.agent, MONDAY, HOURS (10, 0), HOURS (14, 0));
  week = read_week (fixture, MONDAY, 7);
  g_assert_cmpuint (week->shifts->len, ==, 4);
  assert_shift (week, 0, HOURS (8, 0), HOURS (10, 0), FALSE);
  assert_shift (week, 1, HOURS (10, 0), HOURS (12, 0), TRUE);
  assert_shift (week, 2, HOURS (13, 0), HOURS (14, 0), TRUE);
  assert_shift (week, 3, HOURS (14, 0), HOURS (16, 0), FALSE);
}

/* What stands in the way of the only visit at that time. */
static EntRoundsReason
stands (EntRoundsWeek *week, int start)
{
  g_autoptr (EntRoundsJudge) judge = ent_rounds_judge_new (week);
  EntRoundsAnswer answer;

  ent_rounds_judge_ask (judge, 0, 0, start, &answer);
  return answer.reason;
}

static void
test_visits_around_an_absence (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (EntRoundsWeek) week = NULL;

  change (fixture, &ent_care_need_schema, home.need, "latest", ent_int (HOURS (18, 0)));
  generate (fixture, 0, "2026-12-20", NULL);
  add_absence (fixture, home.agent, MONDAY, HOURS (9, 0), HOURS (9, 30));
  week = read_week (fixture, MONDAY, 7);
  g_assert_true (ent_rounds_week_set_ways (week, NULL, NULL, NULL));
  g_assert_cmpuint (week->visits->len, ==, 1);
  g_assert_cmpint (stands (week, HOURS (8, 0)), ==, ENT_ROUNDS_FITS);
  g_assert_cmpint (stands (week, HOURS (8, 1)), ==, ENT_ROUNDS_AWAY);
  g_assert_cmpint (stands (week, HOURS (9, 29)), ==, ENT_ROUNDS_AWAY);
  g_assert_cmpint (stands (week, HOURS (9, 30)), ==, ENT_ROUNDS_FITS);
}

/* The night of the last day is cut by an absence of the morning behind the picture, that of the day
 * before by one of its first morning; whole days leave both to their evenings. */
static void
test_nights_cut_by_hours (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (EntCarerShift)
                night = new_shift (ENT_WEEKDAY_SUNDAY, ENT_WEEK_EVERY, HOURS (22, 0), HOURS (6, 0));
  g_autoptr (EntRoundsWeek) week = NULL;

  change (fixture, &ent_carer_schema, home.carer, "kind", ent_text ("home-sitter"));
  night->carer_id = home.carer;
  insert (fixture, night);
  add_absence (fixture, home.agent, MONDAY, ENT_INT_NONE, HOURS (2, 0));
  add_absence (fixture, home.agent, "2026-11-30", HOURS (2, 0), ENT_INT_NONE);
  week = read_week (fixture, MONDAY, 7);
  g_assert_cmpuint (week->shifts->len, ==, 4);
  assert_shift (week, 0, -120, HOURS (6, 0), FALSE);
  assert_shift (week, 1, HOURS (8, 0), HOURS (12, 0), FALSE);
  assert_shift (week, 2, 6 * 1440 + HOURS (22, 0), 7 * 1440 + HOURS (2, 0), FALSE);
  assert_shift (week, 3, 7 * 1440 + HOURS (2, 0), 7 * 1440 + HOURS (6, 0), TRUE);
}

static void
test_pair_and_windows (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (EntRoundsWeek) week = NULL;
  const EntRoundsVisit *visit;

  change (fixture, &ent_care_need_schema, home.need, "n_carers", ent_int (2));
  change (fixture, &ent_care_need_schema, home.need, "earliest", ent_int (HOURS (21, 0)));
  change (fixture, &ent_care_need_schema, home.need, "latest", ent_int (HOURS (2, 0)));
  change (fixture, &ent_care_need_schema, home.need, "wished_from", ent_int (HOURS (22, 0)));
  change (fixture, &ent_care_need_schema, home.need, "wished_to", ent_int (HOURS (1, 0)));
  generate (fixture, 0, "2026-12-20", NULL);
  week = read_week (fixture, MONDAY, 8);
  g_assert_cmpuint (week->visits->len, ==, 4);
  visit = visit_in (week, 2);
  g_assert_cmpint (visit->day, ==, 7);
  g_assert_cmpint (visit->pair, ==, 3);
  g_assert_cmpint (visit_in (week, 3)->pair, ==, 2);
  g_assert_cmpint (visit_in (week, 0)->pair, ==, 1);
  g_assert_cmpint (visit->earliest, ==, 7 * 1440 + HOURS (21, 0));
  g_assert_cmpint (visit->latest, ==, 8 * 1440 + HOURS (2, 0));
  g_assert_cmpint (visit->wished_from, ==, 7 * 1440 + HOURS (22, 0));
  g_assert_cmpint (visit->wished_to, ==, 8 * 1440 + HOURS (1, 0));
}

static void
add_wish (Fixture *fixture, const Home *home, const char *kind, const char *from, const char *to)
{
  g_autoptr (EntCareWish) wish = ent_record_new (ENT_TYPE_CARE_WISH);

  wish->plan_id = home->plan;
  wish->carer_id = home->carer;
  put (wish, "kind", ent_text (kind));
  put (wish, "from_day", iso (from));
  put (wish, "to_day", iso (to));
  insert (fixture, wish);
}

static int
n_bonds (const EntRoundsWeek *week, EntRoundsBondKind kind)
{
  int n = 0;

  for (guint i = 0; i < week->bonds->len; i++)
    n += g_array_index (week->bonds, EntRoundsBond, i).kind == kind;
  return n;
}

/* A wish until Sunday, a refusal from Tuesday on. */
static void
test_wishes (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (EntRoundsWeek) monday = NULL;
  g_autoptr (EntRoundsWeek) sunday = NULL;
  g_autoptr (EntRoundsWeek) both = NULL;

  add_wish (fixture, &home, "wished", NULL, "2026-11-29");
  add_wish (fixture, &home, "family", "2026-11-24", NULL);
  monday = read_week (fixture, MONDAY, 1);
  g_assert_cmpint (n_bonds (monday, ENT_ROUNDS_WISHED), ==, 1);
  g_assert_cmpint (n_bonds (monday, ENT_ROUNDS_REFUSED), ==, 0);
  both = read_week (fixture, MONDAY, 2);
  g_assert_cmpint (n_bonds (both, ENT_ROUNDS_REFUSED), ==, 1);
  sunday = read_week (fixture, "2026-11-30", 1);
  g_assert_cmpint (n_bonds (sunday, ENT_ROUNDS_WISHED), ==, 0);
  g_assert_cmpint (n_bonds (sunday, ENT_ROUNDS_REFUSED), ==, 1);
}

static EntRoundsMove
move_to (gint64 visit, gint64 carer, const char *on, int start)
{
  return (EntRoundsMove) { visit, 0, carer, day (on), start, 7, 2500 };
}

/* The number of the act; 0 when it was refused, with the sentence. */
static gint64
apply_moves (Fixture *fixture, const EntRoundsMove *moves, guint n, char **sentence)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Move", "tester", &error);
  gint64 act = ent_apply_get_id (apply);

  if (ent_rounds_apply_moves (apply, moves, n, &error))
    {
      g_assert_true (ent_apply_commit (apply, &error));
      return act;
    }
  ent_apply_abort (apply);
  if (sentence != NULL)
    *sentence = g_strdup (error->message);
  return 0;
}

static gint64
id_of (Fixture *fixture, const Home *home, const char *on)
{
  g_autoptr (EntVisit) visit = visit_of (fixture, home->need, on);

  return ent_record_get_id (visit);
}

/* Visits of the eight weeks before, not the ninth, nor those that were cancelled. */
static void
test_known (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (EntRoundsWeek) within = NULL;
  g_autoptr (EntRoundsWeek) behind = NULL;
  EntRoundsMove moves[] = {
    move_to (id_of (fixture, &home, MONDAY), home.carer, MONDAY, 480),
    move_to (id_of (fixture, &home, "2026-11-30"), home.carer, "2026-11-30", 480),
    move_to (id_of (fixture, &home, "2026-12-07"), home.carer, "2026-12-07", 480),
  };

  g_assert_cmpint (apply_moves (fixture, moves, 3, NULL), >, 0);
  change (fixture, &ent_visit_schema, moves[1].visit_id, "cancel_reason", ent_text ("Exemple"));
  change (fixture, &ent_visit_schema, moves[1].visit_id, "state",
          ent_text ("cancelled-beneficiary"));
  generate (fixture, 0, "2027-01-31", NULL);
  within = read_week (fixture, "2027-01-18", 7);
  g_assert_cmpint (n_bonds (within, ENT_ROUNDS_KNOWN), ==, 1);
  g_assert_cmpint (g_array_index (within->bonds, EntRoundsBond, 0).times, ==, 2);
  behind = read_week (fixture, "2027-01-25", 7);
  g_assert_cmpint (g_array_index (behind->bonds, EntRoundsBond, 0).times, ==, 1);
}

/* What lies just outside the picture is told, for the rest between two days. */
static void
test_edges (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  EntRoundsMove move = move_to (id_of (fixture, &home, "2026-11-30"), home.carer, "2026-11-30",
                                HOURS (23, 30));
  g_autoptr (EntRoundsWeek) before = NULL;
  g_autoptr (EntRoundsWeek) behind = NULL;
  const EntRoundsCarer *carer;

  g_assert_cmpint (apply_moves (fixture, &move, 1, NULL), >, 0);
  behind = read_week (fixture, "2026-12-01", 1);
  carer = &g_array_index (behind->carers, EntRoundsCarer, 0);
  g_assert_cmpint (carer->busy_before, ==, 30);
  g_assert_cmpint (carer->busy_after, ==, ENT_INT_NONE);
  before = read_week (fixture, "2026-11-28", 2);
  carer = &g_array_index (before->carers, EntRoundsCarer, 0);
  g_assert_cmpint (carer->busy_before, ==, ENT_INT_NONE);
  g_assert_cmpint (carer->busy_after, ==, 2 * 1440 + HOURS (23, 30));
}

static void
test_ways (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntRoundsWeek) week = NULL;
  int metres, from, to;

  set_up_home (fixture);
  week = read_week (fixture, MONDAY, 7);
  from = g_array_index (week->carers, EntRoundsCarer, 0).start_place;
  to = g_array_index (week->clients, EntRoundsClient, 0).place;
  g_assert_true (ent_rounds_week_set_ways (week, NULL, NULL, NULL));
  g_assert_true (week->is_estimated);
  g_assert_null (week->seconds[ENT_ROAD_CAR]);
  g_assert_nonnull (week->seconds[ENT_ROAD_BICYCLE]);
  /* 1,112 m as the crow flies, 1.3 times as much on the road, at 14 km/h. */
  g_assert_cmpint (ent_rounds_week_way (week, ENT_ROAD_BICYCLE, from, to, &metres), ==, 7);
  g_assert_cmpint (metres, ==, 1446);
  g_assert_cmpint (ent_rounds_week_way (week, ENT_ROAD_FOOT, from, to, &metres), ==, 20);
  g_assert_cmpint (ent_rounds_week_way (week, ENT_ROAD_BICYCLE, to, to, &metres), ==, 0);
  g_assert_cmpint (ent_rounds_week_way (week, ENT_ROAD_BICYCLE, to, ENT_ROUNDS_NONE, &metres), ==,
                   ENT_ROUNDS_UNKNOWN_MINUTES);
  g_assert_cmpint (metres, ==, 0);
}

static void
test_move (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  EntRoundsMove move = move_to (id_of (fixture, &home, MONDAY), home.carer, MONDAY, 500);
  g_autoptr (EntVisit) placed = NULL;
  g_autoptr (EntVisit) moved = NULL;
  g_autoptr (EntVisit) back = NULL;
  gint64 act;

  g_assert_cmpint (apply_moves (fixture, &move, 1, NULL), >, 0);
  placed = load (fixture, &ent_visit_schema, move.visit_id);
  g_assert_cmpint (placed->carer_id, ==, home.carer);
  g_assert_cmpint (placed->start_time, ==, 500);
  g_assert_cmpint (placed->travel_minutes, ==, 7);
  g_assert_cmpint (placed->travel_metres, ==, 2500);
  g_assert_false (placed->is_exception);
  change (fixture, &ent_visit_schema, move.visit_id, "state", ent_text ("confirmed"));
  change (fixture, &ent_visit_schema, move.visit_id, "told_at", ent_int (1));
  move.start_time = 510;
  act = apply_moves (fixture, &move, 1, NULL);
  moved = load (fixture, &ent_visit_schema, move.visit_id);
  g_assert_true (moved->is_exception);
  g_assert_cmpint (moved->state, ==, ENT_VISIT_PLANNED);
  g_assert_cmpint (moved->told_at, ==, 0);
  undo (fixture, act);
  back = load (fixture, &ent_visit_schema, move.visit_id);
  g_assert_cmpint (back->start_time, ==, 500);
  g_assert_cmpint (back->state, ==, ENT_VISIT_CONFIRMED);
  g_assert_false (back->is_exception);
}

/* Another carer at the same time, and nobody, are no exceptions of the plan. */
static void
test_carer_is_no_exception (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  EntRoundsMove move = move_to (id_of (fixture, &home, MONDAY), home.carer, MONDAY, 500);
  g_autoptr (EntVisit) visit = NULL;

  g_assert_cmpint (apply_moves (fixture, &move, 1, NULL), >, 0);
  move.carer_id = 0;
  g_assert_cmpint (apply_moves (fixture, &move, 1, NULL), >, 0);
  move.start_time = ENT_INT_NONE;
  g_assert_cmpint (apply_moves (fixture, &move, 1, NULL), >, 0);
  visit = load (fixture, &ent_visit_schema, move.visit_id);
  g_assert_false (visit->is_exception);
  g_assert_cmpint (visit->carer_id, ==, 0);
  g_assert_cmpint (visit->start_time, ==, ENT_INT_NONE);
}

/* Nothing of an act is written when one of its visits is not as it was. */
static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  EntRoundsMove moves[] = { move_to (id_of (fixture, &home, MONDAY), home.carer, MONDAY, 500),
                            move_to (id_of (fixture, &home, "2026-11-30"), home.carer, "2026-11-30",
                                     500) };
  g_autofree char *cancelled = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *gone = NULL;

  moves[1].version = 1;
  g_assert_cmpint (apply_moves (fixture, moves, 2, NULL), >, 0);
  g_assert_cmpint (apply_moves (fixture, moves, 2, &changed), ==, 0);
  g_assert_nonnull (strstr (changed, "somebody else has changed this visit"));
  change (fixture, &ent_visit_schema, moves[1].visit_id, "state", ent_text ("done"));
  moves[0].start_time = moves[1].start_time = 510;
  g_assert_cmpint (apply_moves (fixture, moves, 2, &cancelled), ==, 0);
  g_assert_nonnull (strstr (cancelled, "Dupont Anne, 30/11/2026 at 08:20"));
  moves[1].visit_id = 999999;
  g_assert_cmpint (apply_moves (fixture, moves, 2, &gone), ==, 0);
  g_assert_cmpstr (gone, ==, "One of the visits is no longer in the register.");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM visit WHERE start_time = 510"), ==, 0);
}

static void
test_lock (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  EntRoundsMove move = move_to (id_of (fixture, &home, MONDAY), home.carer, MONDAY, 500);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRoundsWeek) week = NULL;
  g_autofree char *sentence = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Lock", "tester", &error);

  g_assert_true (ent_rounds_apply_lock (apply, move.visit_id, TRUE, &error));
  g_assert_true (ent_apply_commit (apply, &error));
  week = read_week (fixture, MONDAY, 7);
  g_assert_true (visit_in (week, 0)->is_locked);
  g_assert_cmpint (apply_moves (fixture, &move, 1, &sentence), ==, 0);
  g_assert_nonnull (strstr (sentence, "this visit is locked."));
  apply = ent_apply_begin (fixture->db, "Unlock", "tester", &error);
  g_assert_true (ent_rounds_apply_lock (apply, move.visit_id, FALSE, &error));
  g_assert_true (ent_apply_commit (apply, &error));
  g_assert_cmpint (apply_moves (fixture, &move, 1, NULL), >, 0);
}

/* What the judge allows in the picture is what the register then shows. */
static void
test_round_trip (Fixture *fixture, gconstpointer unused)
{
  Home home = set_up_home (fixture);
  g_autoptr (EntRoundsWeek) before = read_week (fixture, MONDAY, 7);
  g_autoptr (EntRoundsWeek) after = NULL;
  g_autoptr (EntRoundsJudge) judge = ent_rounds_judge_new (before);
  EntRoundsOffer offer;
  EntRoundsMove move;

  g_assert_cmpint (ent_rounds_judge_offers (judge, 0, &offer, 1), ==, 1);
  g_assert_cmpint (offer.start, ==, 480);
  move = move_to (visit_in (before, 0)->id, home.carer, MONDAY, offer.start);
  move.version = visit_in (before, 0)->version;
  g_assert_cmpint (apply_moves (fixture, &move, 1, NULL), >, 0);
  after = read_week (fixture, MONDAY, 7);
  g_assert_cmpint (visit_in (after, 0)->carer, ==, 0);
  g_assert_cmpint (visit_in (after, 0)->start, ==, 480);
  g_assert_cmpint (visit_in (before, 0)->start, ==, ENT_ROUNDS_NONE);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("/rounds-query/read", test_read);
  ADD ("/rounds-query/hours", test_hours);
  ADD ("/rounds-query/away-for-hours", test_away_for_hours);
  ADD ("/rounds-query/visits-around-an-absence", test_visits_around_an_absence);
  ADD ("/rounds-query/nights-cut-by-hours", test_nights_cut_by_hours);
  ADD ("/rounds-query/pair-and-windows", test_pair_and_windows);
  ADD ("/rounds-query/wishes", test_wishes);
  ADD ("/rounds-query/known", test_known);
  ADD ("/rounds-query/edges", test_edges);
  ADD ("/rounds-query/ways", test_ways);
  ADD ("/rounds-query/move", test_move);
  ADD ("/rounds-query/carer-is-no-exception", test_carer_is_no_exception);
  ADD ("/rounds-query/refused", test_refused);
  ADD ("/rounds-query/lock", test_lock);
  ADD ("/rounds-query/round-trip", test_round_trip);
  return g_test_run ();
}
