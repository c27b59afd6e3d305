/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each beneficiary pays for a month. Pure functions on a ledger, any thread.
 *
 * Minutes of one person, one activity and one price in one month make one line; when the price
 * changes within the month there is one line for each. A line is the minutes at the price an hour,
 * rounded once, to the cent, half a cent up. */

#pragma once

#include "ent-month-ledger.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_BILL_HOURS, /* minutes at a price */
  ENT_BILL_NO_RATE, /* no price is decided: the month cannot be closed */
  ENT_BILL_SET_ASIDE, /* no price is decided, and it is not billed, for a reason */
  ENT_BILL_CORRECTION /* of a month closed before */
} EntBillKind;

typedef struct
{
  EntBillKind kind;
  EntMonth month;
  gint64 person_id;
  gint64 activity_id;
  gint32 first, last; /* days of visits */
  int n_visits;
  int minutes;
  gint64 price_before, price; /* cents an hour */
  gint64 amount; /* cents */
  gboolean is_closed;
  const char *reason; /* of what was set aside or corrected; borrowed from the ledger */
} EntBillLine;

/* By person, month, activity and first day: (element-type EntBillLine), transfer full. */
GPtrArray *ent_month_bill (const EntMonthLedger *ledger);
gint64 ent_month_bill_amount (GPtrArray *lines);
/* Persons (gint64 *) with hours to bill and no rate; a set, transfer full. */
GHashTable *ent_month_bill_without_rate (GPtrArray *lines);
/* How an amount came about: (element-type utf8), translated, transfer full. */
GPtrArray *ent_month_bill_why (const EntMonthLedger *ledger, const EntBillLine *line);

G_END_DECLS
