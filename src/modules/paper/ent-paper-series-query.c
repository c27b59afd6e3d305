/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom a series goes to, and in which order. Thread of the connection. */

#include "ent-paper-series-query.h"

#include "ent-person.h"

/* The address of a letter: the postal one that holds on the day, else where the person lives. */
#define LETTER_POSTCODE \
  "SELECT a.postcode FROM address a WHERE a.person_id = person.id" \
  " AND (a.to_day IS NULL OR a.to_day >= $2) AND (a.from_day IS NULL OR a.from_day <= $2)" \
  " ORDER BY CASE a.kind WHEN 'postal' THEN 0 WHEN 'domicile' THEN 1 WHEN 'reference' THEN 2" \
  " WHEN 'residence' THEN 3 ELSE 4 END, a.id LIMIT 1"

static const char line_sql[] =
    "SELECT last_name || coalesce (' ' || first_names, ''), sort_key, deceased_on IS NOT NULL,"
    " (" LETTER_POSTCODE ") FROM person WHERE id = $1";

void
ent_series_line_free (EntSeriesLine *self)
{
  g_free (self->name);
  g_free (self->sort_key);
  g_free (self->postcode);
  g_free (self->number);
  g_free (self->problem);
  g_free (self);
}

EntSeriesLine *
ent_series_line_copy (const EntSeriesLine *self)
{
  EntSeriesLine *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->sort_key = g_strdup (self->sort_key);
  copy->postcode = g_strdup (self->postcode);
  copy->number = g_strdup (self->number);
  copy->problem = g_strdup (self->problem);
  return copy;
}

static int
compare_names (const EntSeriesLine *a, const EntSeriesLine *b)
{
  int order = g_strcmp0 (a->sort_key, b->sort_key);

  if (order != 0)
    return order;
  return a->subject_id < b->subject_id ? -1 : a->subject_id > b->subject_id;
}

/* Who has no address comes last: nothing of hers goes into an envelope. */
static int
compare_postcodes (const EntSeriesLine *a, const EntSeriesLine *b)
{
  int order;

  if ((a->postcode == NULL) != (b->postcode == NULL))
    return a->postcode == NULL ? 1 : -1;
  order = g_strcmp0 (a->postcode, b->postcode);
  return order != 0 ? order : compare_names (a, b);
}

static EntSeriesLine *
read_line (EntDb *db, gint64 id, gint32 day, GError **error)
{
  g_autoptr (EntRows)
                rows = ent_db_query (db, line_sql, ENT_ARGS (ent_int (id), ent_day (day)), error);
  EntSeriesLine *line;

  if (rows == NULL || !ent_rows_next (rows, error))
    return NULL;
  line = g_new0 (EntSeriesLine, 1);
  line->subject_id = id;
  line->name = g_strdup (ent_rows_text (rows, 0));
  line->sort_key = g_strdup (ent_rows_text (rows, 1));
  line->is_dead = ent_rows_int (rows, 2) != 0;
  line->postcode = g_strdup (ent_rows_text (rows, 3));
  return line;
}

GPtrArray *
ent_paper_series_query (EntDb *db, GArray *ids, EntSeriesOrder order, gint32 day, GError **error)
{
  g_autoptr (GPtrArray)
                lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_series_line_free);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) local_error = NULL;
      EntSeriesLine *line = read_line (db, g_array_index (ids, gint64, i), day, &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      if (line != NULL)
        g_ptr_array_add (lines, line);
    }
  g_ptr_array_sort_values (lines, order == ENT_SERIES_BY_POSTCODE ? (GCompareFunc) compare_postcodes
                                                                  : (GCompareFunc) compare_names);
  return g_steal_pointer (&lines);
}

gboolean
ent_paper_series_serves (const EntSchema *schema)
{
  const EntColumn *owner = ent_schema_owner (schema);

  return schema == &ent_person_schema || (owner != NULL && owner->type () == ENT_TYPE_PERSON);
}

GArray *
ent_paper_series_persons (EntDb *db,
                          const EntQuery *query,
                          GCancellable *cancellable,
                          GError **error)
{
  const EntSchema *schema = ent_query_get_schema (query);
  g_autoptr (GArray) ids = ent_query_run (query, db, cancellable, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree char *sql = NULL;
  GArray *persons;

  if (ids == NULL || schema == &ent_person_schema)
    return g_steal_pointer (&ids);
  sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = $1", ent_schema_owner (schema)->name,
                         schema->table);
  persons = g_array_sized_new (FALSE, FALSE, sizeof (gint64), ids->len);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 person = ent_db_number (db, sql, ENT_ARGS (ent_int (g_array_index (ids, gint64, i))),
                                     0);

      if (person == 0 || g_hash_table_contains (seen, &person))
        continue;
      g_array_append_val (persons, person);
      g_hash_table_add (seen, &g_array_index (persons, gint64, persons->len - 1));
    }
  return persons;
}
