/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The localities of a region. Any thread once read. */
#include "ent-address-places.h"

#include <sqlcipher/sqlite3.h>
#include <string.h>

#include "ent-region-private.h"

/* Towns less alike than this are other towns. */
#define TOWN_FLOOR 0.75

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

static void
free_row (gpointer data)
{
  EntAddressPlaceRow *row = data;

  g_free (row->postcode);
  g_free (row->name);
  g_free (row->keys);
  g_free (row);
}

static void
free_array (gpointer data)
{
  g_array_unref (data);
}

/* The file may come from a stranger: bad text becomes readable text. */
static char *
text_at (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static void
index_keys (EntAddressPlaces *self, const char *keys, guint at)
{
  g_auto(GStrv) lines = g_strsplit (keys, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      GArray *rows = g_hash_table_lookup (self->by_key, lines[i]);

      if (rows == NULL)
        {
          rows = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->by_key, g_strdup (lines[i]), rows);
        }
      g_array_append_val (rows, at);
    }
}

static void
add_row (EntAddressPlaces *self, sqlite3_stmt *statement)
{
  EntAddressPlaceRow *row = g_new0 (EntAddressPlaceRow, 1);

  row->origin = (EntAddressOrigin) sqlite3_column_int (statement, 1);
  row->post = g_strcmp0 ((const char *) sqlite3_column_text (statement, 2), "post") == 0;
  row->postcode = text_at (statement, 3);
  row->name = text_at (statement, 4);
  row->keys = text_at (statement, 5);
  row->has_point = sqlite3_column_type (statement, 6) != SQLITE_NULL;
  row->point = (EntE7) { sqlite3_column_int (statement, 6), sqlite3_column_int (statement, 7) };
  if (row->name == NULL)
    row->name = g_strdup ("");
  if (row->keys == NULL)
    row->keys = g_strdup ("");
  index_keys (self, row->keys, self->rows->len);
  g_ptr_array_add (self->rows, row);
}

EntAddressPlaces *
ent_address_places_read (sqlite3 *db, GError **error)
{
  static const char sql[] = "SELECT id, origin, kind, postcode, name, keys, lat, lon FROM place"
                            " ORDER BY id";
  g_autoptr(EntAddressPlaces) self = g_new0 (EntAddressPlaces, 1);
  g_autoptr(sqlite3_stmt) statement = NULL;
  int code;

  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_array);
  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    {
      ent_region_fail (db, error);
      return NULL;
    }
  while ((code = sqlite3_step (statement)) == SQLITE_ROW &&
         sqlite3_column_int64 (statement, 0) == (gint64) self->rows->len + 1)
    add_row (self, statement);
  if (code != SQLITE_DONE && code != SQLITE_ROW)
    {
      ent_region_fail (db, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
ent_address_places_free (EntAddressPlaces *self)
{
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

const EntAddressPlaceRow *
ent_address_places_get (const EntAddressPlaces *self, gint64 id)
{
  return id >= 1 && id <= self->rows->len ? g_ptr_array_index (self->rows, (guint) id - 1) : NULL;
}

double
ent_address_place_likeness (const EntAddressPlaceRow *row, const EntAddressName *name)
{
  double best = 0.0;

  for (const char *line = row->keys; line != NULL;)
    {
      EntAddressName own;

      line = ent_address_name_init_key (&own, line);
      best = MAX (best, ent_address_name_score (name, &own));
    }
  return best;
}

/* Only what stands behind a postcode, which is little enough to compare with all of it. */
static void
find_alike (const EntAddressPlaces *self, const EntAddressName *name, GPtrArray *found)
{
  double best = TOWN_FLOOR;

  for (guint i = 0; i < self->rows->len; i++)
    {
      EntAddressPlaceRow *row = g_ptr_array_index (self->rows, i);
      double likeness = row->post ? ent_address_place_likeness (row, name) : 0.0;

      if (likeness < best)
        continue;
      if (likeness > best)
        g_ptr_array_set_size (found, 0);
      best = likeness;
      g_ptr_array_add (found, row);
    }
}

GPtrArray *
ent_address_places_find (const EntAddressPlaces *self, const char *text, gboolean *exact)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *key = NULL;
  EntAddressName name;
  GArray *rows;

  *exact = FALSE;
  ent_address_name_init (&name, text);
  if (name.n == 0)
    return found;

  key = ent_address_name_key (&name);
  rows = g_hash_table_lookup (self->by_key, key);
  *exact = rows != NULL;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_ptr_array_add (found, g_ptr_array_index (self->rows, g_array_index (rows, guint, i)));
  if (rows == NULL)
    find_alike (self, &name, found);
  return found;
}
