/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each beneficiary pays for a month. Any thread. */

#include "ent-month-bill.h"

#include "ent-clock.h"
#include "ent-date.h"
#include "ent-money.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* What makes one line. */
typedef struct
{
  gint64 month, person_id, activity_id, price_before, price;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  /* No price is the smallest number there is: only unsigned ones may overflow. */
  return (guint) ((guint64) key->person_id * 31 + (guint64) key->activity_id * 7919 +
                  (guint64) key->price * 131 + (guint64) key->price_before * 17 +
                  (guint64) key->month);
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (Key)) == 0;
}

static EntBillLine *
new_line (const EntMonthLedger *ledger, const EntMonthLine *line, EntMonth month)
{
  EntBillLine *bill = g_new0 (EntBillLine, 1);
  EntMonthCorrection *aside = ent_month_ledger_set_aside (ledger, line->person_id, month);

  bill->month = month;
  bill->person_id = line->person_id;
  bill->activity_id = line->activity_id;
  bill->first = bill->last = line->day;
  bill->price_before = line->price_before;
  bill->price = line->price;
  bill->is_closed = line->closing_id != 0;
  if (line->price != ENT_MONEY_NONE)
    return bill;
  bill->kind = aside != NULL ? ENT_BILL_SET_ASIDE : ENT_BILL_NO_RATE;
  bill->reason = aside != NULL ? aside->reason : NULL;
  return bill;
}

static void
add_line (const EntMonthLedger *ledger,
          const EntMonthLine *line,
          GHashTable *found,
          GPtrArray *bills)
{
  EntMonth month = ent_month_of_day (line->day);
  Key key = { month.year * 12 + month.month, line->person_id, line->activity_id, line->price_before,
              line->price };
  EntBillLine *bill = g_hash_table_lookup (found, &key);

  if (bill == NULL)
    {
      bill = new_line (ledger, line, month);
      g_ptr_array_add (bills, bill);
      g_hash_table_insert (found, g_memdup2 (&key, sizeof key), bill);
    }
  bill->first = MIN (bill->first, line->day);
  bill->last = MAX (bill->last, line->day);
  bill->n_visits++;
  bill->minutes += line->billable;
}

static void
add_correction (const EntMonthCorrection *correction, GPtrArray *bills)
{
  EntBillLine *bill = g_new0 (EntBillLine, 1);

  bill->kind = ENT_BILL_CORRECTION;
  bill->month = ent_month_of_day (correction->entered_on);
  bill->person_id = correction->person_id;
  bill->activity_id = correction->activity_id;
  bill->first = bill->last = correction->entered_on;
  bill->price_before = bill->price = ENT_MONEY_NONE;
  bill->amount = correction->amount;
  bill->reason = correction->reason;
  bill->is_closed = TRUE;
  g_ptr_array_add (bills, bill);
}

static int
compare_ids (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_bills (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntMonthLedger *ledger = user_data;
  const EntBillLine *left = *(EntBillLine *const *) a, *right = *(EntBillLine *const *) b;
  int order = g_utf8_collate (ent_month_ledger_person (ledger, left->person_id),
                              ent_month_ledger_person (ledger, right->person_id));

  if (order == 0)
    order = compare_ids (left->person_id, right->person_id);
  if (order == 0)
    order = ent_month_compare (left->month, right->month);
  if (order == 0)
    order = compare_ids (left->kind == ENT_BILL_CORRECTION, right->kind == ENT_BILL_CORRECTION);
  if (order == 0)
    order = compare_ids (left->activity_id, right->activity_id);
  if (order == 0)
    order = compare_ids (left->first, right->first);
  return order != 0 ? order : compare_ids (left->price, right->price);
}

GPtrArray *
ent_month_bill (const EntMonthLedger *ledger)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);
  GPtrArray *bills = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ledger->lines->len; i++)
    {
      const EntMonthLine *line = g_ptr_array_index (ledger->lines, i);

      if (line->billable > 0)
        add_line (ledger, line, found, bills);
    }
  for (guint i = 0; i < bills->len; i++)
    {
      EntBillLine *bill = g_ptr_array_index (bills, i);

      if (bill->kind == ENT_BILL_HOURS)
        bill->amount = ent_month_amount (bill->minutes, bill->price);
    }
  for (guint i = 0; i < ledger->corrections->len; i++)
    {
      const EntMonthCorrection *correction = g_ptr_array_index (ledger->corrections, i);

      if (correction->amount != ENT_MONEY_NONE && correction->amount != 0)
        add_correction (correction, bills);
    }
  g_ptr_array_sort_with_data (bills, compare_bills, (gpointer) ledger);
  return bills;
}

gint64
ent_month_bill_amount (GPtrArray *lines)
{
  gint64 amount = 0;

  for (guint i = 0; i < lines->len; i++)
    amount += ((EntBillLine *) g_ptr_array_index (lines, i))->amount;
  return amount;
}

GHashTable *
ent_month_bill_without_rate (GPtrArray *lines)
{
  GHashTable *found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const EntBillLine *line = g_ptr_array_index (lines, i);

      if (line->kind == ENT_BILL_NO_RATE)
        g_hash_table_add (found, g_memdup2 (&line->person_id, sizeof line->person_id));
    }
  return found;
}

static void
tell_rate (const EntMonthLedger *ledger, const EntBillLine *line, GPtrArray *why)
{
  EntCareActivity *activity = ent_month_ledger_activity (ledger, line->activity_id);
  EntContribution *decision = ent_month_tariff_decision (&ledger->tariff, line->person_id,
                                                         line->first);
  g_autoptr (EntRate) rate = NULL;

  if (activity == NULL)
    return;
  rate = ent_contribution_rate (decision, activity, &ledger->tariff.tables, line->first);
  for (guint i = 0; i < rate->lines->len; i++)
    g_ptr_array_add (why, g_strdup (g_ptr_array_index (rate->lines, i)));
}

static void
tell_frozen_rate (const EntBillLine *line, GPtrArray *why)
{
  g_autofree char *before = ent_money_format (line->price_before);
  g_autofree char *price = ent_money_format (line->price);

  if (line->price != ENT_MONEY_NONE)
    g_ptr_array_add (why,
                     /* Translators: two amounts of money */
                     g_strdup_printf (_ ("As the month was closed: %s an hour, %s after the "
                                         "reduction."),
                                      before, price));
}

static void
tell_hours (const EntBillLine *line, GPtrArray *why)
{
  g_autofree char *first = ent_day_format (line->first, ENT_DAY_NUMERIC);
  g_autofree char *last = ent_day_format (line->last, ENT_DAY_NUMERIC);
  g_autofree char *minutes = ent_duration_format (line->minutes);
  g_autofree char *price = ent_money_format (line->price);
  g_autofree char *amount = ent_money_format (line->amount);

  g_ptr_array_add (why,
                   /* Translators: number of visits, first day, last day, hours */
                   g_strdup_printf (ngettext ("%d visit from %s to %s: %s.",
                                              "%d visits from %s to %s: %s.",
                                              (gulong) line->n_visits),
                                    line->n_visits, first, last, minutes));
  if (line->kind == ENT_BILL_HOURS)
    g_ptr_array_add (why,
                     /* Translators: hours, price of an hour, amount */
                     g_strdup_printf (_ ("%s × %s an hour = %s, rounded to the cent, half a cent "
                                         "up."),
                                      minutes, price, amount));
}

GPtrArray *
ent_month_bill_why (const EntMonthLedger *ledger, const EntBillLine *line)
{
  GPtrArray *why = g_ptr_array_new_with_free_func (g_free);

  if (line->kind == ENT_BILL_CORRECTION)
    g_ptr_array_add (why, g_strdup (_ ("Correction of a closed month.")));
  else
    {
      if (line->is_closed)
        tell_frozen_rate (line, why);
      else
        tell_rate (ledger, line, why);
      tell_hours (line, why);
    }
  if (line->kind == ENT_BILL_SET_ASIDE)
    g_ptr_array_add (why, g_strdup (_ ("No rate is decided, and it is not billed.")));
  if (line->reason != NULL)
    /* Translators: a reason that somebody gave */
    g_ptr_array_add (why, g_strdup_printf (_ ("Reason: %s"), line->reason));
  return why;
}
