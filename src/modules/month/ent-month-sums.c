/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Totals of a ledger. Any thread. */

#include "ent-month-sums.h"

#include "ent-date.h"

#include <glib/gi18n-lib.h>

#include <string.h>

void
ent_month_sums_add_line (EntMonthSums *self, const EntMonthLine *line)
{
  self->planned += line->planned;
  self->done += line->done;
  self->billable += line->billable;
  self->travel_minutes += line->travel_minutes;
  self->travel_metres += line->travel_metres;
  self->unsocial[ENT_UNSOCIAL_EVENING - 1] += line->evening;
  self->unsocial[ENT_UNSOCIAL_SATURDAY - 1] += line->saturday;
  self->unsocial[ENT_UNSOCIAL_HOLIDAY - 1] += line->holiday;
  self->unsocial[ENT_UNSOCIAL_NIGHT - 1] += line->night;
  self->n_done += line->state == ENT_VISIT_DONE;
  self->n_nobody_home += line->state == ENT_VISIT_NOBODY_HOME;
  self->n_cancelled += line->state == ENT_VISIT_CANCELLED_BENEFICIARY ||
                       line->state == ENT_VISIT_CANCELLED_SERVICE;
  self->n_open += line->state == ENT_VISIT_PLANNED || line->state == ENT_VISIT_CONFIRMED;
}

void
ent_month_sums_add_correction (EntMonthSums *self, const EntMonthCorrection *correction)
{
  if (correction->minutes != ENT_INT_NONE)
    self->corrected += correction->minutes;
  if (correction->amount != G_MININT64)
    self->amount += correction->amount;
}

void
ent_month_sums_add (EntMonthSums *self, const EntMonthSums *other)
{
  self->planned += other->planned;
  self->done += other->done;
  self->billable += other->billable;
  self->travel_minutes += other->travel_minutes;
  self->corrected += other->corrected;
  for (int i = 0; i < ENT_UNSOCIAL_KINDS; i++)
    self->unsocial[i] += other->unsocial[i];
  self->travel_metres += other->travel_metres;
  self->amount += other->amount;
  self->n_done += other->n_done;
  self->n_cancelled += other->n_cancelled;
  self->n_nobody_home += other->n_nobody_home;
  self->n_open += other->n_open;
}

gboolean
ent_month_sums_equal (const EntMonthSums *a, const EntMonthSums *b)
{
  return memcmp (a, b, sizeof *a) == 0;
}

EntMonthSums
ent_month_ledger_total (const EntMonthLedger *ledger)
{
  EntMonthSums sums;

  memset (&sums, 0, sizeof sums);
  for (guint i = 0; i < ledger->lines->len; i++)
    ent_month_sums_add_line (&sums, g_ptr_array_index (ledger->lines, i));
  for (guint i = 0; i < ledger->corrections->len; i++)
    ent_month_sums_add_correction (&sums, g_ptr_array_index (ledger->corrections, i));
  return sums;
}

static void
group_free (EntMonthGroup *self)
{
  g_free (self->name);
  g_free (self);
}

static gint64
key_of_day (gint32 day)
{
  EntMonth month = ent_month_of_day (day);

  return month.year * 4 + ent_month_quarter (month) - 1;
}

static gint64
key_of_line (const EntMonthLine *line, EntMonthGrouping by)
{
  switch (by)
    {
    case ENT_MONTH_BY_PERSON:
      return line->person_id;
    case ENT_MONTH_BY_CARER:
      return line->carer_id;
    case ENT_MONTH_BY_ACTIVITY:
      return line->activity_id;
    default:
      return key_of_day (line->day);
    }
}

static gint64
key_of_correction (const EntMonthCorrection *correction, EntMonthGrouping by)
{
  switch (by)
    {
    case ENT_MONTH_BY_PERSON:
      return correction->person_id;
    case ENT_MONTH_BY_CARER:
      return correction->carer_id;
    case ENT_MONTH_BY_ACTIVITY:
      return correction->activity_id;
    default:
      return key_of_day (correction->entered_on);
    }
}

static char *
name_of (const EntMonthLedger *ledger, EntMonthGrouping by, gint64 key)
{
  EntCareActivity *activity;

  switch (by)
    {
    case ENT_MONTH_BY_PERSON:
      return g_strdup (ent_month_ledger_person (ledger, key));
    case ENT_MONTH_BY_CARER:
      return g_strdup (ent_month_ledger_carer (ledger, key));
    case ENT_MONTH_BY_ACTIVITY:
      activity = ent_month_ledger_activity (ledger, key);
      return g_strdup (activity != NULL ? activity->name : _ ("No activity"));
    default:
      /* Translators: number of a quarter of the year (1 to 4), year */
      return g_strdup_printf (_ ("Quarter %d of %d"), (int) (key % 4) + 1, (int) (key / 4));
    }
}

typedef struct
{
  const EntMonthLedger *ledger;
  EntMonthGrouping by;
  GHashTable *found; /* key → EntMonthGroup, borrowed */
  GPtrArray *groups;
} Grouping;

static EntMonthSums *
sums_of (Grouping *self, gint64 key)
{
  EntMonthGroup *group = g_hash_table_lookup (self->found, &key);

  if (group == NULL)
    {
      group = g_new0 (EntMonthGroup, 1);
      group->key = key;
      group->name = name_of (self->ledger, self->by, key);
      g_ptr_array_add (self->groups, group);
      g_hash_table_insert (self->found, &group->key, group);
    }
  return &group->sums;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const EntMonthGroup *left = *(EntMonthGroup *const *) a;
  const EntMonthGroup *right = *(EntMonthGroup *const *) b;
  int order = g_utf8_collate (left->name, right->name);

  return order != 0 ? order : left->key < right->key ? -1 : left->key > right->key;
}

GPtrArray *
ent_month_ledger_group (const EntMonthLedger *ledger, EntMonthGrouping by)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_int64_hash, g_int64_equal);
  Grouping grouping = { ledger, by, found,
                        g_ptr_array_new_with_free_func ((GDestroyNotify) group_free) };

  for (guint i = 0; i < ledger->lines->len; i++)
    {
      const EntMonthLine *line = g_ptr_array_index (ledger->lines, i);

      ent_month_sums_add_line (sums_of (&grouping, key_of_line (line, by)), line);
    }
  for (guint i = 0; i < ledger->corrections->len; i++)
    {
      const EntMonthCorrection *correction = g_ptr_array_index (ledger->corrections, i);

      ent_month_sums_add_correction (sums_of (&grouping, key_of_correction (correction, by)),
                                     correction);
    }
  g_ptr_array_sort (grouping.groups, compare_names);
  return grouping.groups;
}

static gboolean
grouping_agrees (const EntMonthLedger *ledger, EntMonthGrouping by, const EntMonthSums *total)
{
  g_autoptr (GPtrArray) groups = ent_month_ledger_group (ledger, by);
  EntMonthSums sums;

  memset (&sums, 0, sizeof sums);
  for (guint i = 0; i < groups->len; i++)
    ent_month_sums_add (&sums, &((EntMonthGroup *) g_ptr_array_index (groups, i))->sums);
  return ent_month_sums_equal (&sums, total);
}

static gboolean
closing_agrees (const EntMonthLedger *ledger, const EntMonthClosing *closing)
{
  EntMonthSums sums;
  int n = 0;

  memset (&sums, 0, sizeof sums);
  for (guint i = 0; i < ledger->lines->len; i++)
    {
      const EntMonthLine *line = g_ptr_array_index (ledger->lines, i);

      if (line->closing_id != ent_record_get_id ((gpointer) closing))
        continue;
      ent_month_sums_add_line (&sums, line);
      n++;
    }
  return n == closing->visits && sums.planned == closing->planned && sums.done == closing->done &&
         sums.billable == closing->billable && sums.travel_minutes == closing->travel_minutes &&
         sums.travel_metres == closing->travel_metres;
}

gboolean
ent_month_ledger_agrees (const EntMonthLedger *ledger)
{
  EntMonthSums total = ent_month_ledger_total (ledger);

  for (int by = 0; by < ENT_MONTH_N_GROUPINGS; by++)
    if (!grouping_agrees (ledger, (EntMonthGrouping) by, &total))
      return FALSE;
  for (guint i = 0; i < ledger->closings->len; i++)
    if (!closing_agrees (ledger, g_ptr_array_index (ledger->closings, i)))
      return FALSE;
  return ledger->n_altered == 0;
}
