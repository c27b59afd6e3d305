/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Totals of a ledger, by person, carer, activity or quarter. Every line and every correction is in
 * exactly one group of each grouping, so that the groups of each add up to the same. Pure
 * functions, any thread. */

#pragma once

#include "ent-month-ledger.h"

G_BEGIN_DECLS

typedef struct
{
  /* Minutes. */
  gint64 planned, done, billable, travel_minutes, corrected;
  gint64 unsocial[ENT_UNSOCIAL_KINDS]; /* parts of @done */
  gint64 travel_metres;
  gint64 amount; /* of corrections, cents */
  int n_done, n_cancelled, n_nobody_home, n_open;
} EntMonthSums;

typedef enum
{
  ENT_MONTH_BY_PERSON,
  ENT_MONTH_BY_CARER,
  ENT_MONTH_BY_ACTIVITY,
  ENT_MONTH_BY_QUARTER,
  ENT_MONTH_N_GROUPINGS
} EntMonthGrouping;

typedef struct
{
  gint64 key; /* id, or year × 4 + quarter − 1; 0: nobody */
  char *name;
  EntMonthSums sums;
} EntMonthGroup;

void ent_month_sums_add_line (EntMonthSums *self, const EntMonthLine *line);
void ent_month_sums_add_correction (EntMonthSums *self, const EntMonthCorrection *correction);
void ent_month_sums_add (EntMonthSums *self, const EntMonthSums *other);
gboolean ent_month_sums_equal (const EntMonthSums *a, const EntMonthSums *b);

EntMonthSums ent_month_ledger_total (const EntMonthLedger *ledger);
/* By name: (element-type EntMonthGroup), transfer full. */
GPtrArray *ent_month_ledger_group (const EntMonthLedger *ledger, EntMonthGrouping by);
/* Whether all groupings add up to the total, and closed months to what was closed. */
gboolean ent_month_ledger_agrees (const EntMonthLedger *ledger);

G_END_DECLS
