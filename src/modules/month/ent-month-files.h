/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of the month: totals on the page, and what leaves for pay, for the authority that
 * subsidises and for billing. Pure functions on a ledger, any thread.
 *
 * Pay: who worked, never for whom; no number of the national register. The authority: the name of
 * the beneficiary, the activity, the hours of the quarter, as a control on the spot asks; no
 * address, no birth date, no number of the national register, no price, nothing on health. Billing:
 * the name and what is to be paid. */

#pragma once

#include "ent-month-contingent.h"
#include "ent-month-sums.h"
#include "ent-month-table.h"

G_BEGIN_DECLS

/* Groups with their total: name, planned, done, to bill, on the way, kilometres, visits done,
 * cancelled, nobody at home, four kinds of unsocial hours, corrections. */
EntMonthTable *ent_month_table_totals (const EntMonthLedger *ledger, EntMonthGrouping by);
/* Carer, done, corrections, four kinds of unsocial hours with their percentages on the last day, on
 * the way, kilometres. */
EntMonthTable *ent_month_table_pay (const EntMonthLedger *ledger);
/* Year, quarter, code and name of the activity, beneficiary, hours done, corrections; subsidised
 * activities only. */
EntMonthTable *ent_month_table_authority (const EntMonthLedger *ledger);
/* Beneficiary, month, activity, first and last day, visits, hours, price, amount, what is to be
 * known. */
EntMonthTable *ent_month_table_bill (const EntMonthLedger *ledger);

G_END_DECLS
