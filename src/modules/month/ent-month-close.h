/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Settling exceptions, and closing a month. A closed month is final: it is not opened again, nor
 * undone; its visits do not change any more, whichever act asks, and what was wrong is corrected by
 * dated entries that count in the month in which they are made. Thread of the connection. */

#pragma once

#include "ent-apply.h"
#include "ent-module.h"
#include "ent-month-ledger.h"

G_BEGIN_DECLS

/* What stands between a month and its closing. */
typedef struct
{
  guint n_cases; /* visits still to settle */
  guint n_open; /* visits not reported yet, those of today and later included */
  guint n_without_rate; /* persons */
  gboolean is_over; /* the last day lies behind */
  gboolean is_closed;
} EntMonthHindrance;

EntMonthHindrance ent_month_hindrance (const EntMonthLedger *ledger, EntMonth month);
gboolean ent_month_may_close (const EntMonthHindrance *self);
/* Why not, a sentence each: (element-type utf8), transfer full. */
GPtrArray *ent_month_hindrance_sentences (const EntMonthHindrance *self);

typedef struct
{
  EntMonth month;
  gint32 today;
  char *author;
  EntMonthProgress *progress; /* may be NULL */
  gint64 at; /* stamp; 0: now */
} EntMonthClosingOrder;

/* Counts the month anew and freezes it. FALSE with ENT_STORE_ERROR_REFUSED and the sentences when
 * something stands against it. */
gboolean ent_month_close (EntApply *apply,
                          const EntMonthClosingOrder *order,
                          GCancellable *cancellable,
                          GError **error);

/* How one visit is settled. */
typedef enum
{
  ENT_SETTLE_AS_PLANNED, /* done, at the times of the plan */
  ENT_SETTLE_AS_REPORTED, /* it stays as it is */
  ENT_SETTLE_TIMES, /* done, at other times */
  ENT_SETTLE_NOBODY_HOME,
  ENT_SETTLE_CANCELLED, /* by the beneficiary, in time */
  ENT_SETTLE_CANCELLED_LATE,
  ENT_SETTLE_CANCELLED_SERVICE
} EntSettling;

typedef struct
{
  EntSettling how;
  int began, ended; /* of ENT_SETTLE_TIMES */
  const char *reason; /* of what was cancelled */
} EntSettlement;

/* Changes a draft of the visit as a report of the day would; @today is the day of the settling. */
void ent_month_settle (EntVisit *draft, const EntSettlement *settlement, gint32 today);
/* Whether the rest may be settled so, without looking at each: visits not reported as planned,
 * others as reported; not those that overlap. */
gboolean ent_month_may_settle_rest (const EntMonthCase *self, EntSettling how);

/* EntModule.guard: refuses to change visits of closed months. The one change that is let through is
 * that of the beneficiary alone, when two records of one person become one. */
gboolean ent_month_guard (EntDb *db, const EntWrite *write, GError **error);

G_END_DECLS
