/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The word index, on FTS5. Words are folded here first, so that another engine gives the same
 * answers. Thread of the connection. */

#include "ent-search.h"

#include <string.h>

#include "ent-module.h"
#include "ent-record.h"
#include "ent-sql.h"
#include "ent-text.h"

#define ROW_ID(schema, id) ((gint64) (schema)->number << 40 | (id))

void
ent_search_hit_free (EntSearchHit *self)
{
  g_free (self->summary);
  g_free (self);
}

static gboolean
all_digits (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p) && *p != ' ')
      return FALSE;

  return *text != '\0';
}

static char *
without_blanks (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p != ' ')
      g_string_append_c (out, *p);
  return g_string_free_and_steal (out);
}

/* Words beyond these narrow nothing any more. */
#define MAX_WORDS 24

/* Words first to last - 1 are digits only: what was typed with punctuation is looked for whole as
 * well. */
static void
append_numbers (GString *out, char **words, guint first, guint last)
{
  g_string_append (out, "((");
  for (guint i = first; i < last; i++)
    g_string_append_printf (out, i > first ? " AND \"%s\"*" : "\"%s\"*", words[i]);
  g_string_append (out, ") OR \"");
  for (guint i = first; i < last; i++)
    g_string_append (out, words[i]);
  g_string_append (out, "\"*)");
}

/* Each word becomes a quoted beginning, so that nothing a person types is read as FTS5 syntax. */
char *
ent_search_expression (const char *text)
{
  g_auto (GStrv) words = ent_text_tokens (text);
  guint n_words = MIN (g_strv_length (words), MAX_WORDS);
  g_autoptr (GString) out = g_string_new (NULL);
  guint i = 0;

  while (i < n_words)
    {
      guint end = i;

      if (out->len > 0)
        g_string_append (out, " AND ");
      while (end < n_words && all_digits (words[end]))
        end++;
      if (end > i + 1)
        append_numbers (out, words, i, end);
      else
        g_string_append_printf (out, "\"%s\"*", words[i]);
      i = MAX (end, i + 1);
    }
  return out->len > 0 ? g_string_free_and_steal (g_steal_pointer (&out)) : NULL;
}

GArray *
ent_search_ids (EntDb *db, const EntSchema *schema, const char *text, GError **error)
{
  g_autofree char *expression = ent_search_expression (text);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (EntRows) rows = NULL;
  g_autoptr (GError) local_error = NULL;

  if (expression == NULL)
    return g_steal_pointer (&ids);

  rows = ent_db_query (db,
                       "SELECT rowid FROM search_index WHERE search_index MATCH $1 "
                       "AND rowid BETWEEN $2 AND $3",
                       ENT_ARGS (ent_text (expression), ent_int (ROW_ID (schema, 0)),
                                 ent_int (ROW_ID (schema, (G_GINT64_CONSTANT (1) << 40) - 1))),
                       error);
  if (rows == NULL)
    return NULL;
  while (ent_rows_next (rows, &local_error))
    {
      gint64 id = ent_rows_int (rows, 0) & ((G_GINT64_CONSTANT (1) << 40) - 1);

      g_array_append_val (ids, id);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&ids);
}

static gboolean
has_words (const EntSchema *schema)
{
  for (guint i = 0; i < schema->n_columns; i++)
    if (schema->columns[i].flags & ENT_COLUMN_SEARCH)
      return TRUE;

  return FALSE;
}

static gboolean
add_hits (GPtrArray *hits,
          EntDb *db,
          const EntSchema *schema,
          const char *text,
          guint limit,
          GError **error)
{
  g_autoptr (GArray) ids = ent_search_ids (db, schema, text, error);
  g_autoptr (GString) tail = g_string_new ("WHERE id IN (");
  g_autofree char *order = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    return TRUE;

  /* Too many to sort: the first ones found stand for them, the list of the place shows them all. */
  for (guint i = 0; i < MIN (ids->len, 500); i++)
    g_string_append_printf (tail, i == 0 ? "%" G_GINT64_FORMAT : ", %" G_GINT64_FORMAT,
                            g_array_index (ids, gint64, i));
  g_string_append_printf (tail, ") ORDER BY %s LIMIT %u", schema->order, limit);
  records = ent_sql_load (db, schema, tail->str, ENT_NO_ARGS, error);
  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      EntSearchHit *hit = g_new0 (EntSearchHit, 1);

      hit->schema = schema;
      hit->id = ent_record_get_id (g_ptr_array_index (records, i));
      hit->summary = ent_record_get_summary (g_ptr_array_index (records, i));
      g_ptr_array_add (hits, hit);
    }
  return TRUE;
}

GPtrArray *
ent_search_everything (EntDb *db, const char *text, guint limit, GError **error)
{
  const EntSchema *const *all = ent_registry_schemas ();
  const GDestroyNotify hit_free = (GDestroyNotify) ent_search_hit_free;
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (hit_free);

  for (guint i = 0; all[i] != NULL; i++)
    if (has_words (all[i]) &&
        (ent_schema_owner (all[i]) == NULL || all[i]->found == ENT_FOUND_EVERYWHERE) &&
        !add_hits (hits, db, all[i], text, limit, error))
      return NULL;

  return g_steal_pointer (&hits);
}

static void
append_words (GString *out, const char *text)
{
  g_autofree char *folded = ent_text_fold (text);

  g_string_append_printf (out, "%s ", folded);
  if (all_digits (folded) && strchr (folded, ' ') != NULL)
    {
      g_autofree char *whole = without_blanks (folded);

      g_string_append_printf (out, "%s ", whole);
    }
}

/* "SELECT a, b FROM table WHERE key = $1" over the searchable columns, made once. */
static const char *
words_sql (const EntSchema *schema, const char *key)
{
  static GMutex mutex;
  static GHashTable *known;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *name = g_strdup_printf ("%s.%s", schema->table, key);
  const char *found;
  GString *sql;
  const char *separator = "SELECT ";

  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  found = g_hash_table_lookup (known, name);
  if (found != NULL)
    return found;

  sql = g_string_new (NULL);
  for (guint i = 0; i < schema->n_columns; i++)
    if (schema->columns[i].flags & ENT_COLUMN_SEARCH)
      {
        g_string_append_printf (sql, schema->columns[i].expression ? "%s(%s)" : "%s%s", separator,
                                schema->columns[i].expression ? schema->columns[i].expression
                                                              : schema->columns[i].name);
        separator = ", ";
      }
  g_string_append_printf (sql, " FROM %s WHERE %s = $1", schema->table, key);
  g_hash_table_insert (known, g_steal_pointer (&name), sql->str);
  return g_string_free_and_steal (sql);
}

static gboolean
collect (GString *out, EntDb *db, const char *sql, gint64 id, gboolean *found, GError **error)
{
  g_autoptr (EntRows) rows = ent_db_query (db, sql, ENT_ARGS (ent_int (id)), error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return FALSE;

  while (ent_rows_next (rows, &local_error))
    {
      *found = TRUE;
      for (guint i = 0; i < ent_rows_n_columns (rows); i++)
        if (ent_rows_text (rows, i) != NULL)
          append_words (out, ent_rows_text (rows, i));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
ent_search_remove (EntDb *db, const EntSchema *schema, gint64 id, GError **error)
{
  return ent_db_execute (db, "DELETE FROM search_index WHERE rowid = $1",
                         ENT_ARGS (ent_int (ROW_ID (schema, id))), NULL, error);
}

gboolean
ent_search_index (EntDb *db, const EntSchema *schema, gint64 id, gboolean is_new, GError **error)
{
  const EntSchema *const *all = ent_registry_schemas ();
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean found = FALSE;

  if (!has_words (schema))
    return TRUE;
  if (!is_new && !ent_search_remove (db, schema, id, error))
    return FALSE;
  if (!collect (words, db, words_sql (schema, "id"), id, &found, error))
    return FALSE;
  if (!found)
    return TRUE;

  for (guint i = 0; all[i] != NULL; i++)
    {
      const EntColumn *owner = ent_schema_owner (all[i]);

      /* What is found by itself everywhere is not found once more as its owner. */
      if (owner == NULL || all[i]->found == ENT_FOUND_EVERYWHERE)
        continue;
      if (owner->type () == schema->type () && has_words (all[i]) &&
          !collect (words, db, words_sql (all[i], owner->name), id, &found, error))
        return FALSE;
    }
  return ent_db_execute (db, "INSERT INTO search_index (rowid, words) VALUES ($1, $2)",
                         ENT_ARGS (ent_int (ROW_ID (schema, id)), ent_text (words->str)), NULL,
                         error);
}
