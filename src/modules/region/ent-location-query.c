/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses and names are read apart and put together by the person. Thread of the connection. */

#include "ent-location-query.h"

#include "ent-address-position.h"
#include "ent-error.h"
#include "ent-person.h"
#include "ent-sql.h"

#include <glib/gi18n-lib.h>

#define HOLDS \
  " country_id IS NULL AND (to_day IS NULL OR to_day >= ent_today ())" \
  " AND NOT EXISTS (SELECT 1 FROM person WHERE person.id = address.person_id" \
  " AND person.deceased_on IS NOT NULL)"

#define PERSON_NAME "last_name || coalesce (' ' || first_names, '')"

#define IS_WAITING \
  " placed_at IS NULL AND (street IS NOT NULL OR locality IS NOT NULL OR postcode IS NOT NULL) " \
  "AND"

#define IS_PINNED " placed_at = 'manual' AND"

#define IS_PLACED \
  " placed_at IS NOT NULL AND kind <> 'postal'" \
  " AND (from_day IS NULL OR from_day <= ent_today ()) AND"

EntLocated *
ent_located_copy (const EntLocated *self)
{
  EntLocated *copy = g_new0 (EntLocated, 1);

  copy->address = g_object_ref (self->address);
  copy->name = g_strdup (self->name);
  return copy;
}

void
ent_located_free (EntLocated *self)
{
  g_object_unref (self->address);
  g_free (self->name);
  g_free (self);
}

static GHashTable *
read_names (EntDb *db, const char *condition, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id, " PERSON_NAME " FROM person"
                                          " WHERE id IN (SELECT person_id FROM address WHERE%s)",
                                          condition);
  g_autoptr (EntRows) rows = ent_db_query (db, sql, ENT_NO_ARGS, error);
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return NULL;
  names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  while (ent_rows_next (rows, &local_error))
    {
      gint64 id = ent_rows_int (rows, 0);

      g_hash_table_insert (names, g_memdup2 (&id, sizeof id), g_strdup (ent_rows_text (rows, 1)));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&names);
}

static EntLocated *
located_new (EntAddress *address, GHashTable *names)
{
  EntLocated *self = g_new0 (EntLocated, 1);

  self->address = g_object_ref (address);
  self->name = g_strdup (g_hash_table_lookup (names, &address->person_id));
  return self;
}

/* @wanted NULL: all that the condition gives. */
static gboolean
read_places (EntDb *db,
             const char *condition,
             gboolean (*wanted) (EntAddress *address),
             GPtrArray *places,
             GError **error)
{
  g_autofree char *tail = g_strdup_printf ("WHERE%s ORDER BY locality, street, number, id",
                                           condition);
  g_autoptr (GPtrArray) addresses = NULL;
  g_autoptr (GHashTable) names = NULL;

  addresses = ent_sql_load (db, &ent_address_schema, tail, ENT_NO_ARGS, error);
  if (addresses == NULL)
    return FALSE;
  names = read_names (db, condition, error);
  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < addresses->len; i++)
    {
      EntAddress *address = g_ptr_array_index (addresses, i);

      if (wanted == NULL || wanted (address))
        g_ptr_array_add (places, located_new (address, names));
    }
  return TRUE;
}

GPtrArray *
ent_location_query_waiting (EntDb *db, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_located_free);

  if (!read_places (db, IS_WAITING HOLDS, NULL, places, error) ||
      !read_places (db, IS_PINNED HOLDS, ent_address_pin_is_doubtful, places, error))
    return NULL;
  return g_steal_pointer (&places);
}

GPtrArray *
ent_location_query_placed (EntDb *db, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_located_free);

  if (!read_places (db, IS_PLACED HOLDS, NULL, places, error))
    return NULL;
  return g_steal_pointer (&places);
}

static char *
read_name (EntDb *db, gint64 person_id)
{
  g_autoptr (EntRows) rows = NULL;

  rows = ent_db_query (db, "SELECT " PERSON_NAME " FROM person WHERE id = $1",
                       ENT_ARGS (ent_int (person_id)), NULL);
  return rows != NULL && ent_rows_next (rows, NULL) ? g_strdup (ent_rows_text (rows, 0)) : NULL;
}

EntLocated *
ent_location_query_address (EntDb *db, gint64 address_id, GError **error)
{
  g_autoptr (GPtrArray) addresses = NULL;
  EntLocated *self;

  addresses = ent_sql_load (db, &ent_address_schema, "WHERE id = $1",
                            ENT_ARGS (ent_int (address_id)), error);
  if (addresses == NULL)
    return NULL;
  if (addresses->len == 0)
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND,
                           _ ("This address is no longer in the register."));
      return NULL;
    }
  self = g_new0 (EntLocated, 1);
  self->address = g_ptr_array_steal_index (addresses, 0);
  self->name = read_name (db, self->address->person_id);
  return self;
}

GPtrArray *
ent_location_query_home (EntDb *db, gint64 address_id, GError **error)
{
  EntLocated *first = ent_location_query_address (db, address_id, error);
  g_autoptr (GPtrArray) home = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_located_free);
  g_autoptr (GPtrArray) near = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_located_free);
  g_autofree char *condition = NULL;

  if (first == NULL)
    return NULL;
  g_ptr_array_add (home, first);
  if (!ent_address_has_position (first->address))
    return g_steal_pointer (&home);
  condition = g_strdup_printf (" latitude = %d AND longitude = %d AND" HOLDS,
                               first->address->latitude, first->address->longitude);
  if (!read_places (db, condition, NULL, near, error))
    return NULL;
  for (guint i = 0; i < near->len; i++)
    {
      const EntLocated *other = g_ptr_array_index (near, i);

      if (ent_record_get_id (other->address) != address_id &&
          ent_address_reads_as (other->address, first->address))
        g_ptr_array_add (home, ent_located_copy (other));
    }
  return g_steal_pointer (&home);
}

static gint64
count_doubtful (EntDb *db)
{
  g_autoptr (GPtrArray) pinned = ent_sql_load (db, &ent_address_schema, "WHERE" IS_PINNED HOLDS,
                                              ENT_NO_ARGS, NULL);
  gint64 n = 0;

  for (guint i = 0; pinned != NULL && i < pinned->len; i++)
    n += ent_address_pin_is_doubtful (g_ptr_array_index (pinned, i)) ? 1 : 0;
  return n;
}

void
ent_location_query_counts (EntDb *db, EntLocationCounts *counts)
{
  counts->n_placed = ent_db_number (db, "SELECT count(*) FROM address WHERE" IS_PLACED HOLDS,
                                    ENT_NO_ARGS, 0);
  counts->n_waiting = ent_db_number (db, "SELECT count(*) FROM address WHERE" IS_WAITING HOLDS,
                                     ENT_NO_ARGS, 0);
  counts->n_doubtful = count_doubtful (db);
}
