/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the small things of a planning problem: times, minutes, names, skills, loads. One thread.
 */
#include "ent-plan-file-private.h"

#include "ent-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_MINUTES 100000
#define MAX_WHOLE 100000000
#define MAX_SKILLS 64

/* "HH:MM" or "HH:MM:SS", up to 24:00; -1 otherwise. */
static int
parse_clock (const char *text)
{
  int number[3] = { 0, 0, 0 };
  size_t length = strlen (text);

  if (length != 5 && length != 8)
    return -1;
  for (size_t i = 0; i < length; i++)
    {
      if (i % 3 == 2 ? text[i] != ':' : !g_ascii_isdigit (text[i]))
        return -1;
      if (i % 3 != 2)
        number[i / 3] = number[i / 3] * 10 + text[i] - '0';
    }
  if (number[1] > 59 || number[2] > 59)
    return -1;
  number[2] += number[0] * 3600 + number[1] * 60;
  return number[2] <= ENT_PLAN_DAY ? number[2] : -1;
}

int
ent_plan_file_parse_time (const char *text, gint32 first_day)
{
  const char *t = strchr (text, 'T');
  g_autofree char *date = t != NULL ? g_strndup (text, (gsize) (t - text)) : NULL;
  int clock = parse_clock (t != NULL ? t + 1 : text);
  gint32 day = t != NULL ? ent_day_parse_iso (date) : first_day;

  if (clock < 0 || day == ENT_DAY_NONE || day < first_day || day >= first_day + ENT_PLAN_FILE_DAYS)
    return -1;
  return (day - first_day) * ENT_PLAN_DAY + clock;
}

int
ent_plan_reading_time (EntPlanReading *self, const char *member, int fallback)
{
  const char *text = ent_json_walk_text (self->walk, member, FALSE);
  int time = text != NULL ? ent_plan_file_parse_time (text, self->file->first_day) : fallback;

  if (text == NULL || time >= 0)
    return time;
  ent_json_walk_fail (self->walk, member,
                      _ ("“%s” is no time of the plan, written as 08:30 on its first day or as "
                         "2026-12-31T08:30."),
                      text);
  return fallback;
}

int
ent_plan_reading_required_time (EntPlanReading *self, const char *member)
{
  if (!ent_json_walk_has (self->walk, member))
    ent_json_walk_fail (self->walk, member, _ ("this is missing."));
  return ent_plan_reading_time (self, member, 0);
}

int
ent_plan_reading_minutes (EntPlanReading *self, const char *member, int fallback, int least)
{
  const double range[] = { least / 60.0, MAX_MINUTES };
  double minutes = ent_json_walk_number (self->walk, member, fallback / 60.0, range);

  return (int) lround (minutes * 60);
}

int
ent_plan_reading_whole (EntPlanReading *self, const char *member, int fallback)
{
  const double range[] = { 0, MAX_WHOLE };
  double value = ent_json_walk_number (self->walk, member, fallback, range);

  if (value != floor (value))
    ent_json_walk_fail (self->walk, member, _ ("a whole number is needed here."));
  return (int) value;
}

int
ent_plan_reading_index (EntPlanReading *self,
                        const char *member,
                        GHashTable *ids,
                        gboolean required)
{
  const char *id = ent_json_walk_text (self->walk, member, required);
  int index = id != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (ids, id)) - 1 : ENT_PLAN_NONE;

  if (id != NULL && index == ENT_PLAN_NONE)
    ent_json_walk_fail (self->walk, member, _ ("nothing in this file has the id “%s”."), id);
  return index;
}

/* The place of a name in a list that grows; a fault when it holds too many. */
static int
number_of_name (EntPlanReading *self, GPtrArray *names, const char *name, guint most)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, &index))
    return (int) index;
  if (names->len == most)
    {
      ent_json_walk_fail (self->walk, NULL, _ ("“%s” is one name too many: a file has at most %u."),
                          name, most);
      return 0;
    }
  g_ptr_array_add (names, (gpointer) name);
  return (int) names->len - 1;
}

guint64
ent_plan_reading_skills (EntPlanReading *self, const char *member)
{
  guint64 bits = 0;
  guint n;

  if (!ent_json_walk_into (self->walk, member))
    return 0;
  n = ent_json_walk_count (self->walk);
  for (guint i = 0; i < n; i++)
    {
      const char *name = ent_json_walk_text_at (self->walk, i);

      if (name != NULL)
        bits |= (guint64) 1 << number_of_name (self, self->skills, name, MAX_SKILLS);
    }
  ent_json_walk_out (self->walk);
  return bits;
}

void
ent_plan_reading_loads (EntPlanReading *self, const char *member, int *loads)
{
  g_autoptr (GList) names = NULL;

  if (!ent_json_walk_into (self->walk, member))
    return;
  ent_json_walk_expect_object (self->walk);
  names = ent_json_walk_names (self->walk);
  for (GList *l = names; l != NULL; l = l->next)
    loads[number_of_name (self, self->loads, l->data, ENT_PLAN_DIMENSIONS)] =
        ent_plan_reading_whole (self, l->data, 0);
  ent_json_walk_out (self->walk);
}

const char *
ent_plan_reading_enter (EntPlanReading *self, GHashTable *ids)
{
  const char *id = ent_json_walk_text (self->walk, "id", TRUE);

  if (id == NULL)
    return NULL;
  if (g_hash_table_contains (ids, id))
    ent_json_walk_fail (self->walk, "id", _ ("“%s” is the id of another already."), id);
  g_hash_table_insert (ids, (gpointer) id, GINT_TO_POINTER ((int) g_hash_table_size (ids) + 1));
  return id;
}
