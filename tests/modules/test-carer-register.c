/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Carers in the register: one for each agent, hours that the store refuses, places, found by
 * words. */

#include "ent-carer-place.h"
#include "ent-carer-query.h"
#include "ent-search.h"
#include "module-fixture.h"
#include "record-checks.h"

#include "carer-fixture.h"

#include "ent-team.h"

static gint64
add_carer (Fixture *fixture, gint64 agent_id, const char *kind)
{
  g_autoptr (EntCarer) carer = new_carer (agent_id, kind);

  return insert (fixture, carer);
}

static void
test_one_for_an_agent (Fixture *fixture, gconstpointer unused)
{
  gint64 agent = add_agent (fixture, "Luc", "Leroy");
  gint64 other = add_agent (fixture, "Anne", "Dupont");
  gint64 id = add_carer (fixture, agent, "home-sitter");
  g_autoptr (EntCarer) again = new_carer (agent, "family-aide");
  g_autoptr (EntCarer) found = ent_carer_query_of_agent (fixture->db, agent, NULL);
  g_autofree char *sentence = NULL;

  g_assert_true (is_refused (fixture, again, &sentence));
  g_assert_nonnull (strstr (sentence, "Luc Leroy"));
  g_assert_cmpint (ent_record_get_id (found), ==, id);
  g_assert_null (ent_carer_query_of_agent (fixture->db, other, NULL));
}

static void
test_computed (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntTeam) team = ent_record_new (ENT_TYPE_TEAM);
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);
  g_autoptr (EntCarer) carer = NULL;
  g_autoptr (EntCarer) saved = NULL;
  g_autofree char *summary = NULL;

  put (team, "name", ent_text ("Aide à domicile"));
  put (agent, "last_name", ent_text ("Leroy"));
  put (agent, "first_name", ent_text ("Luc"));
  put (agent, "function", ent_text ("family-aide"));
  put (agent, "team_id", ent_int (insert (fixture, team)));
  put (agent, "active_to", iso ("2026-11-21"));
  carer = new_carer (insert (fixture, agent), "family-aide");
  saved = load (fixture, &ent_carer_schema, insert (fixture, carer));
  summary = ent_record_get_summary (saved);
  g_assert_cmpstr (summary, ==, "Luc Leroy");
  g_assert_cmpstr (saved->team_name, ==, "Aide à domicile");
  g_assert_cmpstr (saved->in_service, ==, "✓");
  g_assert_cmpint (saved->end_kind, ==, ENT_CARER_END_AS_START);

  g_clear_object (&saved);
  ent_day_set_today (day ("2026-11-22"));
  saved = load (fixture, &ent_carer_schema, ent_record_get_id (carer));
  g_assert_null (saved->in_service);
}

static void
test_colours_follow (Fixture *fixture, gconstpointer unused)
{
  for (int i = 0; i < ENT_CARER_COLOURS + 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("Leroy %d", i);
      gint64 id = add_carer (fixture, add_agent (fixture, "Luc", name), "family-aide");
      g_autoptr (EntCarer) carer = load (fixture, &ent_carer_schema, id);

      g_assert_cmpint (carer->colour, ==, i % ENT_CARER_COLOURS + 1);
    }
}

static void
test_found_by_name (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_carer (fixture, add_agent (fixture, "Hélène", "Leroy"), "family-aide");
  g_autoptr (GArray) ids = ent_search_ids (fixture->db, &ent_carer_schema, "leroy hel", NULL);

  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, id);
}

static EntCarerShift *
shift_of (gint64 carer, int weekday, int from, int to)
{
  EntCarerShift *shift = new_shift (weekday, ENT_WEEK_EVERY, from, to);

  shift->carer_id = carer;
  return shift;
}

static void
test_hours_are_refused (Fixture *fixture, gconstpointer unused)
{
  gint64 aide = add_carer (fixture, add_agent (fixture, "Luc", "Leroy"), "family-aide");
  gint64 sitter = add_carer (fixture, add_agent (fixture, "Anne", "Dupont"), "home-sitter");
  g_autoptr (EntCarerShift) first = shift_of (aide, 1, 480, 720);
  g_autoptr (EntCarerShift) second = shift_of (aide, 1, 700, 780);
  g_autoptr (EntCarerShift) elsewhere = shift_of (sitter, 1, 700, 780);
  g_autoptr (EntCarerShift) night = shift_of (aide, 2, 1320, 360);
  g_autoptr (EntCarerShift) sitting = shift_of (sitter, 2, 1320, 360);
  g_autofree char *sentence = NULL;

  insert (fixture, first);
  g_assert_true (is_refused (fixture, second, &sentence));
  g_assert_nonnull (strstr (sentence, "08:00–12:00"));
  insert (fixture, elsewhere);
  g_assert_true (is_refused (fixture, night, NULL));
  insert (fixture, sitting);
  second->from_time = 720;
  insert (fixture, second);
}

static void
test_week_in_order (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_carer (fixture, add_agent (fixture, "Luc", "Leroy"), "family-aide");
  static const int weekdays[] = { 3, 7, 1, 5, 1 };
  g_autoptr (EntCarerWork) work = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    {
      g_autoptr (EntCarerShift)
                    shift = shift_of (id, weekdays[i], i == 4 ? 480 : 600, i == 4 ? 600 : 720);

      insert (fixture, shift);
    }
  work = ent_carer_query_work (fixture->db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (work->shifts->len, ==, 5);
  g_assert_cmpint (((EntCarerShift *) g_ptr_array_index (work->shifts, 0))->from_time, ==, 480);
  g_assert_cmpint (((EntCarerShift *) g_ptr_array_index (work->shifts, 1))->weekday, ==, 1);
  g_assert_cmpint (((EntCarerShift *) g_ptr_array_index (work->shifts, 4))->weekday, ==, 7);
  g_assert_null (ent_carer_query_work (fixture->db, id + 1, &error));
  g_assert_nonnull (error);
}

static void
test_contract_is_typed_as_hours (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *text;
    int minutes;
  } cases[] = { { "19 h", 1140 }, { "19:30", 1170 }, { "38", 2280 }, { "7,6", 456 } };
  const EntColumn *column = ent_schema_column (&ent_carer_schema, "weekly_minutes");
  g_autoptr (EntCarer) carer = new_carer (1, "family-aide");
  g_autofree char *message = NULL;
  g_autofree char *shown = NULL;
  EntValue value;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (ent_column_parse (column, cases[i].text, 0, &value, NULL));
      g_assert_cmpint (value.i, ==, cases[i].minutes);
    }
  g_assert_false (ent_column_parse (column, "many", 0, &value, &message));
  g_assert_nonnull (message);
  carer->weekly_minutes = 1170;
  shown = ent_record_display (carer, "weekly_minutes");
  g_assert_cmpstr (shown, ==, "19 h 30");
}

static void
test_checks (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCarer) carer = new_carer (1, "family-aide");

  assert_clean (carer);
  carer->daily_minutes = 1440;
  assert_clean (carer);
  carer->daily_minutes = 1441;
  assert_error (carer, "daily_minutes");
  carer->daily_minutes = 480;
  carer->start_kind = ENT_CARER_START_OTHER;
  assert_error (carer, "start_address");
  put (carer, "start_address", ent_text ("Rue du Moulin 3, 4999 Sart"));
  assert_clean (carer);
  carer->end_kind = ENT_CARER_END_OTHER;
  assert_error (carer, "end_address");
  carer->end_kind = ENT_CARER_END_AS_START;
  put (carer, "from_day", iso ("2026-05-05"));
  put (carer, "to_day", iso ("2026-05-04"));
  assert_error (carer, "to_day");
}

static void
test_places (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCarer) carer = new_carer (1, "family-aide");
  const EntPoint there = { 50.5, 5.75 };
  const EntPoint nowhere = { 95.0, 5.75 };
  EntPoint point;

  g_assert_false (ent_carer_get_start (carer, &point));
  g_assert_false (ent_carer_set_start (carer, there)); /* no address */
  carer->start_kind = ENT_CARER_START_HOME;
  put (carer, "start_address", ent_text ("Rue du Moulin 3, 4999 Sart"));
  g_assert_false (ent_carer_set_start (carer, nowhere));
  g_assert_true (ent_carer_set_start (carer, there));
  assert_clean (carer);
  g_assert_true (ent_carer_get_start (carer, &point));
  g_assert_cmpint (carer->start_latitude, ==, 505000000);
  g_assert_cmpfloat_with_epsilon (point.longitude, 5.75, 1e-9);
  g_assert_true (ent_carer_get_end (carer, &point));
  carer->end_kind = ENT_CARER_END_OTHER;
  put (carer, "end_address", ent_text ("Place de l'Église 1, 4999 Sart"));
  g_assert_false (ent_carer_get_end (carer, &point));
  g_assert_true (ent_carer_set_end (carer, there));
  g_assert_true (ent_carer_get_end (carer, &point));

  /* Capitals do not make another address, another number does. */
  put (carer, "start_address", ent_text ("RUE DU MOULIN 3, 4999 Sart"));
  assert_clean (carer);
  g_assert_true (ent_carer_get_start (carer, &point));
  put (carer, "start_address", ent_text ("Rue du Moulin 5, 4999 Sart"));
  assert_clean (carer);
  g_assert_false (ent_carer_get_start (carer, &point));
  g_assert_true (ent_carer_get_end (carer, &point));
  carer->end_kind = ENT_CARER_END_CENTRE;
  assert_clean (carer);
  g_assert_false (ent_carer_get_end (carer, &point));
  g_assert_cmpint (carer->end_latitude, ==, ENT_INT_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/carer-register/one-for-an-agent", test_one_for_an_agent);
  ADD ("/carer-register/computed", test_computed);
  ADD ("/carer-register/colours-follow", test_colours_follow);
  ADD ("/carer-register/found-by-name", test_found_by_name);
  ADD ("/carer-register/hours-are-refused", test_hours_are_refused);
  ADD ("/carer-register/week-in-order", test_week_in_order);
  ADD ("/carer-register/contract-is-typed-as-hours", test_contract_is_typed_as_hours);
  ADD ("/carer-register/checks", test_checks);
  ADD ("/carer-register/places", test_places);
  return g_test_run ();
}
