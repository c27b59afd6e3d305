/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Months of home care as they are counted: what is read, and looking things up in it. Thread of the
 * connection. */

#include "ent-month-ledger.h"

#include "ent-date.h"
#include "ent-day-query.h"
#include "ent-month-query.h"

#include <glib/gi18n-lib.h>

static void
month_case_free (EntMonthCase *self)
{
  g_object_unref (self->visit);
  g_free (self);
}

static EntMonthLedger *
ledger_new (EntMonth from, EntMonth to, gint32 today)
{
  EntMonthLedger *self = g_new0 (EntMonthLedger, 1);

  self->from = from;
  self->to = to;
  self->today = today;
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  self->closings = g_ptr_array_new_with_free_func (g_object_unref);
  self->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) month_case_free);
  return self;
}

static void
tariff_clear (EntMonthTariff *self)
{
  g_clear_pointer (&self->decisions, g_hash_table_unref);
  g_clear_pointer (&self->tables.scales, g_ptr_array_unref);
  g_clear_pointer (&self->tables.rows, g_ptr_array_unref);
  g_clear_pointer (&self->tables.reductions, g_ptr_array_unref);
}

void
ent_month_ledger_free (EntMonthLedger *self)
{
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->closings);
  g_ptr_array_unref (self->cases);
  g_clear_pointer (&self->corrections, g_ptr_array_unref);
  g_clear_pointer (&self->set_aside, g_ptr_array_unref);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_clear_pointer (&self->unsocial_rates, g_ptr_array_unref);
  g_clear_pointer (&self->persons, g_hash_table_unref);
  g_clear_pointer (&self->carers, g_hash_table_unref);
  tariff_clear (&self->tariff);
  g_free (self);
}

/* Asked of the register only where nobody said when it was cancelled: that is seldom. */
static gboolean
wants_notice (EntDb *db, const EntVisit *visit)
{
  return visit->state == ENT_VISIT_CANCELLED_BENEFICIARY && visit->notice_minutes == ENT_INT_NONE &&
         visit->settled_on == ENT_DAY_NONE &&
         ent_day_query_notice_hours (db, visit->day) != ENT_INT_NONE;
}

static void
find_cases (EntMonthLedger *self, EntDb *db, GPtrArray *visits, GPtrArray *rules)
{
  EntMonthTerms of_end = ent_month_terms (rules, ent_month_last_day (self->to));
  g_autoptr (GHashTable) overlaps = ent_month_overlaps (visits, of_end.tolerance);

  for (guint i = 0; i < visits->len; i++)
    {
      EntVisit *visit = g_ptr_array_index (visits, i);
      gint64 id = ent_record_get_id (visit);
      EntMonthTerms terms = ent_month_terms (rules, visit->day);
      EntMonthFacts facts = { g_hash_table_contains (overlaps, &id), wants_notice (db, visit) };
      guint exceptions = visit->day < self->today ? ent_month_exceptions (visit, &terms, &facts)
                                                  : 0;
      EntMonthCase *found;

      if (exceptions == 0)
        continue;
      found = g_new0 (EntMonthCase, 1);
      found->visit = g_object_ref (visit);
      found->exceptions = exceptions;
      g_ptr_array_add (self->cases, found);
    }
}

static gboolean
count_open (EntMonthLedger *self,
            EntDb *db,
            EntMonth month,
            EntMonthProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  gint32 first = ent_month_first_day (month), last = ent_month_last_day (month);
  g_autoptr (GPtrArray) rules = ent_month_query_rules (db, error);
  g_autoptr (GPtrArray) visits = rules != NULL ? ent_month_query_visits (db, first, last, error)
                                              : NULL;
  GPtrArray *lines;

  if (visits == NULL)
    return FALSE;
  find_cases (self, db, visits, rules);
  lines = ent_month_lines_count (self, visits, rules, progress, cancellable);
  g_ptr_array_extend_and_steal (self->lines, lines);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
read_closed (EntMonthLedger *self, EntDb *db, EntMonthClosing *closing, GError **error)
{
  GPtrArray *lines = ent_month_query_lines (db, ent_record_get_id (closing), error);
  g_autofree char *hash = NULL;

  if (lines == NULL)
    return FALSE;
  hash = ent_month_lines_hash (lines);
  if (g_strcmp0 (hash, closing->hash) != 0)
    self->n_altered++;
  g_ptr_array_extend_and_steal (self->lines, lines);
  return TRUE;
}

static gboolean
read_month (EntMonthLedger *self,
            EntDb *db,
            EntMonth month,
            EntMonthProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  EntMonthClosing *closing = ent_month_ledger_closing (self, month);

  return closing != NULL ? read_closed (self, db, closing, error)
                         : count_open (self, db, month, progress, cancellable, error);
}

static gboolean
read_common (EntMonthLedger *self, EntDb *db, GError **error)
{
  gint32 first = ent_month_first_day (self->from), last = ent_month_last_day (self->to);
  g_autoptr (GPtrArray) closings = ent_month_query_closings (db, self->from, self->to, error);

  if (closings == NULL)
    return FALSE;
  g_ptr_array_extend (self->closings, closings, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  return (self->activities = ent_month_query_activities (db, error)) != NULL &&
         (self->unsocial_rates = ent_month_query_unsocial_rates (db, error)) != NULL &&
         (self->corrections = ent_month_query_corrections (db, first, last, error)) != NULL &&
         (self->set_aside = ent_month_query_set_aside (db, self->from, self->to, error)) != NULL &&
         (self->persons = ent_month_query_person_names (db, first, last, error)) != NULL &&
         (self->carers = ent_month_query_carer_names (db, error)) != NULL &&
         ent_month_query_tariff (db, first, last, &self->tariff, error);
}

EntMonthLedger *
ent_month_ledger_load (EntDb *db,
                       EntMonth from,
                       EntMonth to,
                       gint32 today,
                       EntMonthProgress *progress,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (EntMonthLedger) self = ledger_new (from, to, today);

  if (!read_common (self, db, error))
    return NULL;
  for (EntMonth month = from; ent_month_compare (month, to) <= 0; month = ent_month_add (month, 1))
    if (!read_month (self, db, month, progress, cancellable, error))
      return NULL;
  return g_steal_pointer (&self);
}

EntMonthClosing *
ent_month_ledger_closing (const EntMonthLedger *self, EntMonth month)
{
  for (guint i = 0; i < self->closings->len; i++)
    {
      EntMonthClosing *closing = g_ptr_array_index (self->closings, i);

      if (closing->year == month.year && closing->month == month.month)
        return closing;
    }
  return NULL;
}

const char *
ent_month_ledger_person (const EntMonthLedger *self, gint64 id)
{
  const char *name = g_hash_table_lookup (self->persons, &id);

  return name != NULL ? name : _ ("No beneficiary");
}

const char *
ent_month_ledger_carer (const EntMonthLedger *self, gint64 id)
{
  const char *name = g_hash_table_lookup (self->carers, &id);

  return name != NULL ? name : _ ("No carer noted");
}

EntCareActivity *
ent_month_ledger_activity (const EntMonthLedger *self, gint64 id)
{
  for (guint i = 0; i < self->activities->len; i++)
    if (ent_record_get_id (g_ptr_array_index (self->activities, i)) == id)
      return g_ptr_array_index (self->activities, i);
  return NULL;
}

EntMonthCorrection *
ent_month_ledger_set_aside (const EntMonthLedger *self, gint64 person_id, EntMonth month)
{
  for (guint i = 0; i < self->set_aside->len; i++)
    {
      EntMonthCorrection *set = g_ptr_array_index (self->set_aside, i);

      if (set->person_id == person_id && set->year == month.year && set->month == month.month)
        return set;
    }
  return NULL;
}

EntContribution *
ent_month_tariff_decision (const EntMonthTariff *self, gint64 person_id, gint32 day)
{
  GPtrArray *decisions = g_hash_table_lookup (self->decisions, &person_id);

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      EntContribution *decision = g_ptr_array_index (decisions, i);

      if (decision->from_day <= day &&
          (decision->to_day == ENT_DAY_NONE || decision->to_day >= day))
        return decision;
    }
  return NULL;
}
