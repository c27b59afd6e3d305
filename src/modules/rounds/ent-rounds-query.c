/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads some days of home care from the register: people and their visits here, carers in
 * ent-rounds-carers-query.c. Thread of the connection. */

#include "ent-rounds-query.h"

#include "ent-carer-enums.h"
#include "ent-date.h"
#include "ent-rounds-hours.h"
#include "ent-rounds-query-private.h"
#include "ent-rounds-round.h"
#include "ent-sql.h"

#define WEEKS_BEFORE 8
#define UNITS_PER_DEGREE 1e7

#define IN_PICTURE " IN (SELECT v.person_id FROM visit v WHERE v.day BETWEEN $1 AND $2)"

/* Home on the first day, as a person's page tells it. */
#define HOME \
  "SELECT b.id FROM address b WHERE b.person_id = p.id AND b.kind <> 'postal'" \
  " AND (b.to_day IS NULL OR b.to_day >= $1) AND (b.from_day IS NULL OR b.from_day <= $1)" \
  " ORDER BY CASE b.kind WHEN 'domicile' THEN 0 WHEN 'reference' THEN 1" \
  " WHEN 'residence' THEN 2 ELSE 3 END, b.from_day DESC NULLS LAST, b.id DESC LIMIT 1"

int
ent_rounds_read_int (EntRows *rows, guint column)
{
  EntValue value = ent_rows_get (rows, column);

  return value.type == ENT_VALUE_INT ? (int) value.i : ENT_INT_NONE;
}

int
ent_rounds_read_enum (EntRows *rows, guint column, const EntEnum *choices)
{
  const char *nick = ent_rows_text (rows, column);
  const EntChoice *choice = nick != NULL ? ent_enum_by_nick (choices, nick) : NULL;

  return choice != NULL ? choice->value : 0;
}

void
ent_rounds_reading_note (GHashTable *index, gint64 id, guint position)
{
  g_hash_table_insert (index, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (position + 1));
}

int
ent_rounds_reading_find (GHashTable *index, gint64 id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (index, &id)) - 1;
}

int
ent_rounds_reading_add_place (EntRoundsReading *self, EntPoint point)
{
  gint64 key = (gint64) (point.latitude * UNITS_PER_DEGREE) * 4000000000 +
               (gint64) (point.longitude * UNITS_PER_DEGREE);
  int found = ent_rounds_reading_find (self->places, key);

  if (found != ENT_ROUNDS_NONE)
    return found;
  ent_rounds_reading_note (self->places, key, self->week->places->len);
  g_array_append_val (self->week->places, point);
  return (int) self->week->places->len - 1;
}

EntRows *
ent_rounds_reading_query (EntRoundsReading *self, const char *sql, GError **error)
{
  return ent_db_query (self->db, sql, ENT_ARGS (ent_day (self->first), ent_day (self->last)),
                       error);
}

gboolean
ent_rounds_reading_each (EntRoundsReading *self,
                         EntRows *rows,
                         EntRoundsRowFunc take,
                         GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return FALSE;
  while (ent_rows_next (rows, &local_error))
    take (self, rows);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
take_client (EntRoundsReading *self, EntRows *rows)
{
  EntRoundsClient client = { .person_id = ent_rows_int (rows, 0),
                             .name = g_strdup (ent_rows_text (rows, 1)),
                             .place = ENT_ROUNDS_NONE,
                             .most_carers = ENT_INT_NONE };
  int latitude = ent_rounds_read_int (rows, 2);
  int longitude = ent_rounds_read_int (rows, 3);

  if (latitude != ENT_INT_NONE && longitude != ENT_INT_NONE)
    client.place = ent_rounds_reading_add_place (self, (EntPoint) { latitude / UNITS_PER_DEGREE,
                                                                    longitude / UNITS_PER_DEGREE });
  ent_rounds_reading_note (self->clients, client.person_id, self->week->clients->len);
  g_array_append_val (self->week->clients, client);
}

/* What the plans say of the home; of several plans all that one of them says. */
static void
take_plan (EntRoundsReading *self, EntRows *rows)
{
  int position = ent_rounds_reading_find (self->clients, ent_rows_int (rows, 0));
  EntRoundsClient *client;

  if (position == ENT_ROUNDS_NONE)
    return;
  client = &g_array_index (self->week->clients, EntRoundsClient, position);
  client->has_dog = client->has_dog || ent_rows_int (rows, 1) != 0;
  client->has_cat = client->has_cat || ent_rows_int (rows, 2) != 0;
  client->smokes = client->smokes || ent_rows_int (rows, 3) != 0;
  if (ent_rounds_read_int (rows, 4) != ENT_INT_NONE)
    client->most_carers = ent_rounds_read_int (rows, 4);
}

static void
take_stay (EntRoundsReading *self, EntRows *rows)
{
  int position = ent_rounds_reading_find (self->clients, ent_rows_int (rows, 0));
  const char *last = ent_rows_text (rows, 2);
  gint32 from = ent_day_parse_iso (ent_rows_text (rows, 1));
  gint32 to = last != NULL ? ent_day_parse_iso (last) : self->last;

  if (position == ENT_ROUNDS_NONE)
    return;
  for (gint32 day = MAX (from, self->first); day <= MIN (to, self->last); day++)
    g_array_index (self->week->clients, EntRoundsClient, position).away |= G_GUINT64_CONSTANT (1)
                                                                           << (day - self->first);
}

static gboolean
read_clients (EntRoundsReading *self, GError **error)
{
  g_autoptr (EntRows) people = NULL;
  g_autoptr (EntRows) plans = NULL;
  g_autoptr (EntRows) stays = NULL;

  people = ent_rounds_reading_query (
      self,
      "SELECT p.id, p.last_name || coalesce (' ' || p.first_names, ''), a.latitude, a.longitude"
      " FROM person p LEFT JOIN address a ON a.id = (" HOME ") WHERE p.id" IN_PICTURE
      " ORDER BY p.id",
      error);
  if (!ent_rounds_reading_each (self, people, take_client, error))
    return FALSE;
  plans = ent_rounds_reading_query (
      self,
      "SELECT c.person_id, c.has_dog, c.has_cat, c.smokes, c.most_carers FROM care_plan c"
      " WHERE c.is_draft = 0 AND c.from_day <= $2 AND (c.to_day IS NULL OR c.to_day >= $1)"
      " AND c.person_id" IN_PICTURE " ORDER BY c.from_day, c.id",
      error);
  if (!ent_rounds_reading_each (self, plans, take_plan, error))
    return FALSE;
  stays = ent_rounds_reading_query (
      self,
      "SELECT s.person_id, s.from_day, s.to_day FROM person_stay s"
      " WHERE s.from_day <= $2 AND (s.to_day IS NULL OR s.to_day >= $1)"
      " AND s.person_id" IN_PICTURE,
      error);
  return ent_rounds_reading_each (self, stays, take_stay, error);
}

/* What the need asks for, as times of the picture. */
static void
set_windows (EntRoundsVisit *visit, const int asked[5])
{
  int midnight = visit->day * ENT_ROUNDS_DAY;
  int earliest = asked[0], latest = asked[1];
  int *wishes[] = { &visit->wished_from, &visit->wished_to };

  visit->earliest = midnight + (earliest != ENT_INT_NONE ? earliest : 0);
  if (latest == ENT_INT_NONE)
    visit->latest = midnight + ENT_ROUNDS_DAY + visit->minutes - 1;
  else if (earliest != ENT_INT_NONE && latest <= earliest)
    visit->latest = midnight + ENT_ROUNDS_DAY + latest;
  else
    visit->latest = midnight + latest;
  for (int i = 0; i < 2; i++)
    *wishes[i] = asked[2 + i] != ENT_INT_NONE ? midnight + asked[2 + i] : ENT_ROUNDS_NONE;
  if (visit->wished_from != ENT_ROUNDS_NONE && visit->wished_to != ENT_ROUNDS_NONE &&
      visit->wished_to <= visit->wished_from)
    visit->wished_to += ENT_ROUNDS_DAY;
  visit->fixed_at = asked[4] != ENT_INT_NONE ? midnight + asked[4] : ENT_ROUNDS_NONE;
}

/* The visits of a need on a day come one after the other: two carers make a pair. */
static void
pair_up (EntRoundsReading *self, EntRows *rows)
{
  guint here = self->week->visits->len;
  EntRoundsVisit *visit = &g_array_index (self->week->visits, EntRoundsVisit, here - 1);
  g_autofree char *key = NULL;
  gpointer other;

  if (ent_rows_text (rows, 18) == NULL)
    return;
  key = g_strdup_printf ("%" G_GINT64_FORMAT " %s", ent_rows_int (rows, 17),
                         ent_rows_text (rows, 18));
  other = g_hash_table_lookup (self->made, key);
  if (other == NULL)
    {
      g_hash_table_insert (self->made, g_steal_pointer (&key), GUINT_TO_POINTER (here));
      return;
    }
  if (g_array_index (self->week->visits, EntRoundsVisit, GPOINTER_TO_UINT (other) - 1).day !=
      visit->day)
    return;
  visit->pair = GPOINTER_TO_INT (other) - 1;
  g_array_index (self->week->visits, EntRoundsVisit, visit->pair).pair = (int) here - 1;
}

static void
take_visit (EntRoundsReading *self, EntRows *rows)
{
  EntRoundsVisit visit = { .id = ent_rows_int (rows, 0),
                           .version = (int) ent_rows_int (rows, 1),
                           .client = ent_rounds_reading_find (self->clients,
                                                              ent_rows_int (rows, 2)),
                           .carer = ent_rounds_reading_find (self->carers, ent_rows_int (rows, 3)),
                           .minutes = (int) ent_rows_int (rows, 6),
                           .is_locked = ent_rows_int (rows, 8) != 0,
                           .is_exception = ent_rows_int (rows, 9) != 0,
                           .pair = ENT_ROUNDS_NONE,
                           .place = ent_rounds_read_int (rows, 20) };
  int start = ent_rounds_read_int (rows, 5);
  int asked[5];

  visit.day = ent_day_parse_iso (ent_rows_text (rows, 4)) - self->first;
  visit.start = start != ENT_INT_NONE ? visit.day * ENT_ROUNDS_DAY + start : ENT_ROUNDS_NONE;
  visit.need_id = ent_rows_int (rows, 17);
  visit.state = (EntVisitState) ent_rounds_read_enum (rows, 7, &ent_visit_state_enum);
  visit.priority = (EntCarePriority) ent_rounds_read_enum (rows, 10, &ent_care_priority_enum);
  visit.carer_kind = ent_rounds_read_enum (rows, 11, &ent_carer_kind_enum);
  visit.activity = g_strdup (ent_rows_text (rows, 19));
  for (int i = 0; i < 5; i++)
    asked[i] = ent_rounds_read_int (rows, 12 + (guint) i);
  set_windows (&visit, asked);
  g_array_append_val (self->week->visits, visit);
  pair_up (self, rows);
}

static gboolean
read_visits (EntRoundsReading *self, GError **error)
{
  g_autoptr (EntRows) rows = ent_rounds_reading_query (
      self,
      "SELECT v.id, v.version, v.person_id, v.carer_id, v.day, v.start_time, v.minutes, v.state,"
      " v.is_locked, v.is_exception, coalesce (n.priority, a.priority), a.carer_kind, n.earliest,"
      " n.latest, n.wished_from, n.wished_to, n.fixed_at, v.need_id, v.origin_day, a.name,"
      " v.place"
      " FROM visit v JOIN care_activity a ON a.id = v.activity_id"
      " LEFT JOIN care_need n ON n.id = v.need_id WHERE v.day BETWEEN $1 AND $2"
      " ORDER BY v.day, v.start_time NULLS LAST, v.id",
      error);

  return ent_rounds_reading_each (self, rows, take_visit, error);
}

static void
add_bond (EntRoundsReading *self, EntRows *rows, EntRoundsBondKind kind, int times)
{
  EntRoundsBond bond = { ent_rounds_reading_find (self->clients, ent_rows_int (rows, 0)),
                         ent_rounds_reading_find (self->carers, ent_rows_int (rows, 1)), kind,
                         times };

  if (bond.client != ENT_ROUNDS_NONE && bond.carer != ENT_ROUNDS_NONE)
    g_array_append_val (self->week->bonds, bond);
}

static void
take_wish (EntRoundsReading *self, EntRows *rows)
{
  add_bond (self, rows, ent_rows_int (rows, 2) != 0 ? ENT_ROUNDS_WISHED : ENT_ROUNDS_REFUSED, 0);
}

static void
take_known (EntRoundsReading *self, EntRows *rows)
{
  add_bond (self, rows, ENT_ROUNDS_KNOWN, (int) ent_rows_int (rows, 2));
}

/* A refusal outlives the plan in which it was noted, a wish does not. */
static gboolean
read_bonds (EntRoundsReading *self, GError **error)
{
  g_autoptr (EntRows) wishes = NULL;
  g_autoptr (EntRows) known = NULL;

  wishes = ent_rounds_reading_query (
      self,
      "SELECT c.person_id, w.carer_id, CASE w.kind WHEN 'wished' THEN 1 ELSE 0 END AS wished,"
      " min (w.id) FROM care_wish w"
      " JOIN care_plan c ON c.id = w.plan_id"
      " WHERE (w.from_day IS NULL OR w.from_day <= $2) AND (w.to_day IS NULL OR w.to_day >= $1)"
      " AND (w.kind <> 'wished' OR (c.is_draft = 0 AND c.from_day <= $2"
      " AND (c.to_day IS NULL OR c.to_day >= $1)))"
      " AND c.person_id" IN_PICTURE " GROUP BY c.person_id, w.carer_id, wished"
      " ORDER BY 4",
      error);
  if (!ent_rounds_reading_each (self, wishes, take_wish, error))
    return FALSE;
  known = ent_db_query (self->db,
                        "SELECT v.person_id, v.carer_id, count(*) FROM visit v"
                        " WHERE v.day BETWEEN $1 AND $2 AND v.carer_id IS NOT NULL"
                        " AND v.state IN ('planned', 'confirmed', 'done')"
                        " GROUP BY v.person_id, v.carer_id ORDER BY v.person_id, v.carer_id",
                        ENT_ARGS (ent_day (self->first - WEEKS_BEFORE * 7),
                                  ent_day (self->first - 1)),
                        error);
  return ent_rounds_reading_each (self, known, take_known, error);
}

static gboolean
read_hours (EntRoundsReading *self, GError **error)
{
  g_autoptr (GPtrArray) rules = ent_sql_load (self->db, &ent_working_time_rule_schema,
                                             "ORDER BY from_day, id", ENT_NO_ARGS, error);

  for (int day = 0; rules != NULL && day < self->week->n_days; day++)
    *ent_rounds_week_hours (self->week, day) = ent_rounds_hours_on (rules, self->first + day);
  return rules != NULL;
}

static GHashTable *
index_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static gboolean
read_all (EntRoundsReading *self, GError **error)
{
  return read_hours (self, error) && ent_rounds_read_carers (self, error) &&
         read_clients (self, error) && read_visits (self, error) && read_bonds (self, error);
}

EntRoundsWeek *
ent_rounds_query_week (EntDb *db, gint32 first_day, int n_days, GError **error)
{
  g_autoptr (EntRoundsWeek) week = NULL;
  EntRoundsReading self = { .db = db, .first = first_day, .last = first_day + n_days - 1 };
  gboolean ok;

  g_return_val_if_fail (first_day != ENT_DAY_NONE && n_days >= 1 && n_days <= 62, NULL);

  self.week = week = ent_rounds_week_new (first_day, n_days);
  self.carers = index_new ();
  self.clients = index_new ();
  self.places = index_new ();
  self.made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ok = read_all (&self, error);
  g_hash_table_unref (self.carers);
  g_hash_table_unref (self.clients);
  g_hash_table_unref (self.places);
  g_hash_table_unref (self.made);
  if (!ok)
    return NULL;
  ent_rounds_week_index (week);
  return g_steal_pointer (&week);
}
