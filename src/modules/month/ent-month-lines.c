/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each visit counts for. Any thread. */

#include "ent-month-ledger.h"

#include "ent-date.h"

static gint64
price_of (const EntMonthLedger *self, const EntVisit *visit, gint64 *before)
{
  EntCareActivity *activity = ent_month_ledger_activity (self, visit->activity_id);
  EntContribution *decision = ent_month_tariff_decision (&self->tariff, visit->person_id,
                                                         visit->day);
  g_autoptr (EntRate) rate = NULL;

  *before = G_MININT64;
  if (activity == NULL)
    return G_MININT64;
  rate = ent_contribution_rate (decision, activity, &self->tariff.tables, visit->day);
  *before = rate->before;
  return rate->price;
}

static int
or_zero (int value)
{
  return value != ENT_INT_NONE ? value : 0;
}

static void
count_done (EntMonthLine *line, const EntVisit *visit, EntUnsocialDays *days)
{
  int of[ENT_UNSOCIAL_KINDS] = { 0 };

  line->done = ent_visit_done_minutes (visit);
  if (line->done > 0)
    {
      line->travel_minutes = or_zero (visit->travel_minutes);
      line->travel_metres = or_zero (visit->travel_metres);
    }
  if (line->began != ENT_INT_NONE && line->done > 0)
    ent_unsocial_days_count (days, line->day, line->began, line->done, of);
  line->evening = of[ENT_UNSOCIAL_EVENING - 1];
  line->saturday = of[ENT_UNSOCIAL_SATURDAY - 1];
  line->holiday = of[ENT_UNSOCIAL_HOLIDAY - 1];
  line->night = of[ENT_UNSOCIAL_NIGHT - 1];
}

static EntMonthLine *
count_visit (const EntMonthLedger *self,
             const EntVisit *visit,
             GPtrArray *rules,
             EntUnsocialDays *days)
{
  EntMonthLine *line = ent_record_new (ENT_TYPE_MONTH_LINE);
  EntMonthTerms terms = ent_month_terms (rules, visit->day);

  line->visit_id = ent_record_get_id ((gpointer) visit);
  line->person_id = visit->person_id;
  line->carer_id = visit->carer_id;
  line->activity_id = visit->activity_id;
  line->day = visit->day;
  line->began = ent_visit_counted_from (visit);
  line->state = visit->state;
  line->planned = visit->state == ENT_VISIT_REPLACED ? 0 : visit->minutes;
  line->billable = ent_visit_billable_minutes (visit, &terms);
  line->travel_minutes = line->travel_metres = 0;
  count_done (line, visit, days);
  if (line->billable > 0)
    line->price = price_of (self, visit, &line->price_before);
  return line;
}

GPtrArray *
ent_month_lines_count (const EntMonthLedger *self,
                       GPtrArray *visits,
                       GPtrArray *rules,
                       EntMonthProgress *progress,
                       GCancellable *cancellable)
{
  g_autoptr (EntUnsocialDays) days = ent_unsocial_days_new (self->unsocial_rates);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < visits->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_ptr_array_add (lines, count_visit (self, g_ptr_array_index (visits, i), rules, days));
      if (progress != NULL && i % 256 == 0)
        g_atomic_int_set (&progress->done, (int) (i * (guint64) 500 / visits->len));
    }
  return lines;
}

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  const EntMonthLine *left = *(EntMonthLine *const *) a, *right = *(EntMonthLine *const *) b;

  return left->visit_id < right->visit_id ? -1 : left->visit_id > right->visit_id;
}

char *
ent_month_lines_hash (GPtrArray *lines)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (lines, NULL, NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_visits);
  for (guint i = 0; i < sorted->len; i++)
    {
      const EntMonthLine *line = g_ptr_array_index (sorted, i);
      const gint64 values[] = { line->visit_id,       line->activity_id,   line->day,
                                line->began,          line->state,         line->planned,
                                line->done,           line->billable,      line->evening,
                                line->saturday,       line->holiday,       line->night,
                                line->travel_minutes, line->travel_metres, line->price_before,
                                line->price };

      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        {
          gint64 value = GINT64_TO_LE (values[j]);

          g_checksum_update (sum, (const guchar *) &value, sizeof value);
        }
    }
  return g_strdup (g_checksum_get_string (sum));
}
