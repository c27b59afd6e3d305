/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts who came and when. Thread of the connection. */

#include "ent-sheet-usual-query.h"

#include "ent-column.h"
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

struct _EntSheetHabits
{
  GHashTable *habits; /* (utf8 → Habit) */
  GHashTable *names; /* (gint64 → utf8) of carers */
};

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

static gboolean
read_habits (GHashTable *habits, EntDb *db, gint32 first_day, gint64 person_id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntRows) rows = ent_db_query (
      db,
      "SELECT v.need_id, v.place, v.origin_day, v.carer_id, v.start_time FROM visit v"
      " WHERE v.day BETWEEN $1 AND $2 AND ($3 = 0 OR v.person_id = $3)"
      " AND v.need_id IS NOT NULL AND v.carer_id IS NOT NULL AND v.start_time IS NOT NULL"
      " AND v.state IN ('planned', 'confirmed', 'done') ORDER BY v.day, v.id",
      ENT_ARGS (ent_day (first_day - DAYS_BEFORE), ent_day (first_day - 1), ent_int (person_id)),
      error);

  if (rows == NULL)
    return FALSE;
  while (ent_rows_next (rows, &local_error))
    take (habits, rows);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* All carers there ever were: who came may have left. */
static gboolean
read_names (GHashTable *names, EntDb *db, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntRows) rows = ent_db_query (
      db,
      "SELECT c.id, coalesce (w.first_name || ' ', '') || w.last_name FROM carer c"
      " JOIN agent w ON w.id = c.agent_id ORDER BY c.id",
      ENT_NO_ARGS, error);

  if (rows == NULL)
    return FALSE;
  while (ent_rows_next (rows, &local_error))
    {
      gint64 id = ent_rows_int (rows, 0);

      g_hash_table_insert (names, g_memdup2 (&id, sizeof id), g_strdup (ent_rows_text (rows, 1)));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

EntSheetHabits *
ent_sheet_habits_read (EntDb *db, gint32 first_day, gint64 person_id, GError **error)
{
  g_autoptr (EntSheetHabits) self = g_new0 (EntSheetHabits, 1);

  self->habits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, habit_free);
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (!read_habits (self->habits, db, first_day, person_id, error) ||
      !read_names (self->names, db, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ent_sheet_habits_free (EntSheetHabits *self)
{
  g_hash_table_unref (self->habits);
  g_hash_table_unref (self->names);
  g_free (self);
}

gboolean
ent_sheet_is_other_time (int usual, int start)
{
  return usual != ENT_INT_NONE && start != ENT_INT_NONE &&
         ABS (usual - start) >= ENT_SHEET_OTHER_TIME;
}

EntSheetUsual
ent_sheet_habits_find (const EntSheetHabits *self, gint64 need_id, int place, gint32 origin_day)
{
  EntSheetUsual usual = { 0, NULL, ENT_INT_NONE };
  g_autofree char *key = key_of (need_id, place, origin_day);
  const Habit *habit = need_id != 0 ? g_hash_table_lookup (self->habits, key) : NULL;
  gint64 value;

  if (habit != NULL && find_usual (habit->starts, &value))
    usual.start = (int) value;
  if (habit != NULL && find_usual (habit->carers, &value))
    {
      usual.carer_id = value;
      usual.carer = g_hash_table_lookup (self->names, &value);
    }
  return usual;
}
