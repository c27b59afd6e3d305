/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that the page of a month shows. Read on the report thread. */

#include "ent-month-picture.h"

#include "ent-date.h"

G_DEFINE_FINAL_TYPE (EntMonthItem, ent_month_item, G_TYPE_OBJECT)

static void
ent_month_item_class_init (EntMonthItemClass *klass)
{
}

static void
ent_month_item_init (EntMonthItem *self)
{
}

EntMonthItem *
ent_month_item_new (guint index)
{
  EntMonthItem *self = g_object_new (ENT_TYPE_MONTH_ITEM, NULL);

  self->index = index;
  return self;
}

EntMonth
ent_month_range_first (EntMonth month, EntMonthRange range)
{
  if (range == ENT_MONTH_RANGE_YEAR)
    month.month = 1;
  else if (range == ENT_MONTH_RANGE_QUARTER)
    month.month = (ent_month_quarter (month) - 1) * 3 + 1;
  return month;
}

EntMonth
ent_month_range_last (EntMonth month, EntMonthRange range)
{
  if (range == ENT_MONTH_RANGE_YEAR)
    month.month = 12;
  else if (range == ENT_MONTH_RANGE_QUARTER)
    month.month = ent_month_quarter (month) * 3;
  return month;
}

static void
picture_clear (gpointer data)
{
  EntMonthPicture *self = data;

  g_clear_pointer (&self->bills, g_ptr_array_unref);
  g_clear_pointer (&self->standings, g_ptr_array_unref);
  g_clear_pointer (&self->ledger, ent_month_ledger_free);
  for (int by = 0; by < ENT_MONTH_N_GROUPINGS; by++)
    g_clear_pointer (&self->tables[by], ent_month_table_free);
}

EntMonthPicture *
ent_month_picture_ref (EntMonthPicture *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ent_month_picture_unref (EntMonthPicture *self)
{
  g_atomic_rc_box_release_full (self, picture_clear);
}

/* What waits for somebody stands first, the others keep their order. */
static GPtrArray *
order_bills (GPtrArray *bills)
{
  GPtrArray *ordered = g_ptr_array_new_full (bills->len, g_free);

  for (int others = 0; others < 2; others++)
    for (guint i = 0; i < bills->len; i++)
      {
        EntBillLine *line = g_ptr_array_index (bills, i);

        if ((line->kind != ENT_BILL_NO_RATE) == others)
          g_ptr_array_add (ordered, line);
      }
  g_ptr_array_set_free_func (bills, NULL);
  g_ptr_array_unref (bills);
  return ordered;
}

static void
add_up (EntMonthPicture *self, const EntMonthLedger *range)
{
  for (int by = 0; by < ENT_MONTH_N_GROUPINGS; by++)
    self->tables[by] = ent_month_table_totals (range, (EntMonthGrouping) by);
  self->agrees = ent_month_ledger_agrees (range);
  self->bills = ent_month_bill (self->ledger);
  self->amount = ent_month_bill_amount (self->bills);
  self->bills = order_bills (self->bills);
  self->hindrance = ent_month_hindrance (self->ledger, self->month);
}

EntMonthPicture *
ent_month_picture_read (EntDb *db,
                        EntMonth month,
                        EntMonthRange range,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (EntMonthPicture) self = g_atomic_rc_box_new0 (EntMonthPicture);
  g_autoptr (EntMonthLedger) all = NULL;
  gint32 today = ent_day_today ();

  self->month = month;
  self->ledger = ent_month_ledger_load (db, month, month, today, NULL, cancellable, error);
  if (self->ledger == NULL)
    return NULL;
  if (range != ENT_MONTH_RANGE_MONTH)
    {
      all = ent_month_ledger_load (db, ent_month_range_first (month, range),
                                   ent_month_range_last (month, range), today, NULL, cancellable,
                                   error);
      if (all == NULL)
        return NULL;
    }
  self->standings = ent_contingent_query_standings (db, month.year, today, cancellable, error);
  if (self->standings == NULL)
    return NULL;
  add_up (self, all != NULL ? all : self->ledger);
  return g_steal_pointer (&self);
}
