/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about persons, households and files that the descriptors cannot answer. Thread of the
 * connection. */

#include "ent-person-query.h"

#include "ent-alert.h"
#include "ent-error.h"
#include "ent-places-query.h"
#include "ent-sql.h"

#include <glib/gi18n-lib.h>

/* The address that holds today, the domicile before all others. */
#define CURRENT_ADDRESS \
  " FROM address a WHERE a.person_id = person.id AND a.kind <> 'postal'" \
  " AND (a.to_day IS NULL OR a.to_day >= ent_today ())" \
  " AND (a.from_day IS NULL OR a.from_day <= ent_today ())" \
  " ORDER BY CASE a.kind WHEN 'domicile' THEN 0 WHEN 'reference' THEN 1" \
  " WHEN 'residence' THEN 2 ELSE 3 END, a.from_day DESC NULLS LAST, a.id DESC LIMIT 1"

const char ent_person_sql_address_line[] =
    "SELECT concat_ws (', ', a.street || coalesce (' ' || a.number, '')"
    " || coalesce ('/' || a.box, ''), nullif (concat_ws (' ', a.postcode, a.locality), "
    "''))" CURRENT_ADDRESS;

const char ent_person_sql_postcode[] = "SELECT a.postcode" CURRENT_ADDRESS;

const char ent_person_sql_phone[] =
    "SELECT coalesce (c.display_form, c.value) FROM contact_point c WHERE c.person_id = person.id"
    " AND c.kind IN ('mobile', 'landline') ORDER BY c.preferred DESC, c.id LIMIT 1";

const char ent_person_sql_file_numbers[] =
    "SELECT string_agg (f.number, ', ' ORDER BY f.number) FROM case_file f"
    " WHERE f.person_id = person.id";

const char ent_person_sql_worker_name[] =
    "SELECT coalesce (w.first_name || ' ', '') || w.last_name FROM agent w"
    " WHERE w.id = person.reference_worker_id";

const char ent_household_sql_members[] =
    "SELECT string_agg (p.last_name || coalesce (' ' || p.first_names, ''), ', '"
    " ORDER BY CASE m.role WHEN 'reference' THEN 0 ELSE 1 END, p.sort_key, p.id)"
    " FROM household_member m JOIN person p ON p.id = m.person_id"
    " WHERE m.household_id = household.id AND m.from_day <= ent_today ()"
    " AND (m.to_day IS NULL OR m.to_day >= ent_today ())";

const char ent_case_file_sql_person_name[] =
    "SELECT p.last_name || coalesce (' ' || p.first_names, '') FROM person p"
    " WHERE p.id = case_file.person_id";

const char ent_case_file_sql_worker_name[] =
    "SELECT coalesce (w.first_name || ' ', '') || w.last_name FROM agent w"
    " WHERE w.id = case_file.worker_id";

EntPerson *
ent_person_query_by_id (EntDb *db, gint64 person_id, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;

  found = ent_sql_load (db, &ent_person_schema, "WHERE id = $1", ENT_ARGS (ent_int (person_id)),
                        error);
  if (found == NULL)
    return NULL;
  if (found->len == 0)
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND,
                           _ ("This person is no longer in the register."));
      return NULL;
    }

  return g_object_ref (g_ptr_array_index (found, 0));
}

GPtrArray *
ent_person_query_referring (EntDb *db,
                            const EntSchema *schema,
                            const char *column,
                            gint64 person_id,
                            GError **error)
{
  g_autofree char *tail = NULL;

  tail = g_strdup_printf ("WHERE %s = $1 ORDER BY %s", column, schema->order);

  return ent_sql_load (db, schema, tail, ENT_ARGS (ent_int (person_id)), error);
}

GPtrArray *
ent_person_query_owned (EntDb *db, const EntSchema *schema, gint64 person_id, GError **error)
{
  const EntColumn *owner = ent_schema_owner (schema);

  g_return_val_if_fail (owner != NULL, NULL);

  return ent_person_query_referring (db, schema, owner->name, person_id, error);
}

GPtrArray *
ent_household_query_members (EntDb *db, gint64 household_id, GError **error)
{
  return ent_sql_load (db, &ent_household_member_schema, "WHERE household_id = $1 ORDER BY id",
                       ENT_ARGS (ent_int (household_id)), error);
}

GPtrArray *
ent_household_query_memberships (EntDb *db, gint64 person_id, GError **error)
{
  return ent_sql_load (db, &ent_household_member_schema,
                       "WHERE person_id = $1 ORDER BY from_day, id", ENT_ARGS (ent_int (person_id)),
                       error);
}

gint64
ent_household_query_current (EntDb *db, gint64 person_id, gint32 day)
{
  return ent_db_number (db,
                        "SELECT household_id FROM household_member "
                        "WHERE person_id = $1 AND from_day <= $2 "
                        "AND (to_day IS NULL OR to_day >= $2) "
                        "ORDER BY coalesce (custody_percent, 100) DESC, from_day DESC, id DESC "
                        "LIMIT 1",
                        ENT_ARGS (ent_int (person_id), ent_day (day)), 0);
}

GPtrArray *
ent_alert_query_pending (EntDb *db, gint64 person_id, gint64 agent_id, gint32 day, GError **error)
{
  return ent_sql_load (db, &ent_alert_schema,
                       "WHERE person_id = $1 AND until_day >= $2 "
                       "AND (from_day IS NULL OR from_day <= $2) AND NOT EXISTS "
                       "(SELECT 1 FROM alert_ack WHERE alert_ack.alert_id = alert.id "
                       "AND alert_ack.agent_id = $3) ORDER BY until_day, id",
                       ENT_ARGS (ent_int (person_id), ent_day (day), ent_int (agent_id)), error);
}

char *
ent_case_file_next_number (EntDb *db, int year)
{
  g_autofree char *first = g_strdup_printf ("%04d-", year);
  g_autofree char *after = g_strdup_printf ("%04d-", year + 1);
  gint64 highest;

  highest = ent_db_number (db,
                           "SELECT max (CAST (substr (number, 6) AS BIGINT)) FROM case_file "
                           "WHERE number >= $1 AND number < $2",
                           ENT_ARGS (ent_text (first), ent_text (after)), 0);

  return g_strdup_printf ("%04d-%05" G_GINT64_FORMAT, year, highest + 1);
}

void
ent_address_check_place (EntDb *db, EntAddress *address, EntIssues *issues)
{
  g_autoptr (EntLocality) locality = NULL;

  if (address->country_id != 0 || !ent_places_is_postcode (address->postcode))
    return;

  if (!ent_places_postcode_exists (db, address->postcode))
    {
      ent_issues_warn (issues, "postcode", _ ("No Belgian locality has this postcode."));
      return;
    }

  if (address->locality == NULL)
    return;
  locality = ent_places_find_locality (db, address->postcode, address->locality, NULL);
  if (locality == NULL)
    ent_issues_warn (issues, "locality", _ ("This postcode has no locality of that name."));
}
