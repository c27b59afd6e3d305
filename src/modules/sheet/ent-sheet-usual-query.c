/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts who came and when. Thread of the connection. */

#include "ent-sheet-usual-query.h"

#include "ent-date.h"

#define DAYS_BEFORE 56
#define LEAST_TIMES 2

/* How often somebody came, or a time was kept. */
typedef struct
{
  gint64 value;
  int times;
} Tally;

typedef struct
{
  GArray *carers, *starts; /* Tally */
} Habit;

static void
habit_free (gpointer data)
{
  Habit *self = data;

  g_array_unref (self->carers);
  g_array_unref (self->starts);
  g_free (self);
}

static char *
key_of (gint64 need_id, int place, gint32 origin_day)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %d %d", need_id, place,
                          ent_day_weekday (origin_day));
}

static void
tally (GArray *tallies, gint64 value)
{
  Tally first = { value, 1 };

  for (guint i = 0; i < tallies->len; i++)
    if (g_array_index (tallies, Tally, i).value == value)
      {
        g_array_index (tallies, Tally, i).times++;
        return;
      }
  g_array_append_val (tallies, first);
}

/* FALSE when nothing is usual. */
static gboolean
find_usual (const GArray *tallies, gint64 *value)
{
  int all = 0;
  const Tally *best = NULL;

  for (guint i = 0; i < tallies->len; i++)
    {
      const Tally *each = &g_array_index (tallies, Tally, i);

      all += each->times;
      if (best == NULL || each->times > best->times)
        best = each;
    }
  if (best == NULL || best->times < LEAST_TIMES || best->times * 2 <= all)
    return FALSE;
  *value = best->value;
  return TRUE;
}

static void
take (GHashTable *habits, EntRows *rows)
{
  char *key = key_of (ent_rows_int (rows, 0), (int) ent_rows_int (rows, 1),
                      ent_day_parse_iso (ent_rows_text (rows, 2)));
  Habit *habit = g_hash_table_lookup (habits, key);

  if (habit == NULL)
    {
      habit = g_new0 (Habit, 1);
      habit->carers = g_array_new (FALSE, FALSE, sizeof (Tally));
      habit->starts = g_array_new (FALSE, FALSE, sizeof (Tally));
      g_hash_table_insert (habits, key, habit);
    }
  else
    g_free (key);
  tally (habit->carers, ent_rows_int (rows, 3));
  tally (habit->starts, ent_rows_int (rows, 4));
}

static GHashTable *
read_habits (EntSheetBook *book, EntDb *db, GError **error)
{
  g_autoptr (GHashTable)
                habits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, habit_free);
  gint32 first = book->week->first_day;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntRows) rows = ent_db_query (
      db,
      "SELECT v.need_id, v.place, v.origin_day, v.carer_id, v.start_time FROM visit v"
      " WHERE v.day BETWEEN $1 AND $2 AND v.need_id IS NOT NULL AND v.carer_id IS NOT NULL"
      " AND v.start_time IS NOT NULL AND v.state IN ('planned', 'confirmed', 'done')"
      " ORDER BY v.day, v.id",
      ENT_ARGS (ent_day (first - DAYS_BEFORE), ent_day (first - 1)), error);

  if (rows == NULL)
    return NULL;
  while (ent_rows_next (rows, &local_error))
    take (habits, rows);
  if (local_error == NULL)
    return g_steal_pointer (&habits);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* All carers there ever were: who came may have left. */
static GHashTable *
read_names (EntDb *db, GError **error)
{
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntRows) rows = ent_db_query (
      db,
      "SELECT c.id, coalesce (w.first_name || ' ', '') || w.last_name FROM carer c"
      " JOIN agent w ON w.id = c.agent_id ORDER BY c.id",
      ENT_NO_ARGS, error);

  if (rows == NULL)
    return NULL;
  names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  while (ent_rows_next (rows, &local_error))
    {
      gint64 id = ent_rows_int (rows, 0);

      g_hash_table_insert (names, g_memdup2 (&id, sizeof id), g_strdup (ent_rows_text (rows, 1)));
    }
  if (local_error == NULL)
    return g_steal_pointer (&names);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static void
set_usual (EntSheetVisit *line, GHashTable *habits, GHashTable *names)
{
  g_autofree char *key = key_of (line->need_id, line->place, line->origin_day);
  const Habit *habit = line->need_id != 0 ? g_hash_table_lookup (habits, key) : NULL;
  gint64 value;

  if (habit == NULL)
    return;
  if (find_usual (habit->starts, &value))
    line->usual_start = (int) value;
  if (!find_usual (habit->carers, &value))
    return;
  line->usual_carer_id = value;
  line->usual_carer = g_strdup (g_hash_table_lookup (names, &value));
}

gboolean
ent_sheet_usual_read (EntSheetBook *book, EntDb *db, GError **error)
{
  g_autoptr (GHashTable) habits = read_habits (book, db, error);
  g_autoptr (GHashTable) names = habits != NULL ? read_names (db, error) : NULL;

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < book->visits->len; i++)
    set_usual (ent_sheet_book_line (book, (int) i), habits, names);
  return TRUE;
}
