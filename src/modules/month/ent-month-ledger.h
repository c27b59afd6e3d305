/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Months of home care as they are counted: of closed months what was frozen, of open ones what the
 * visits say. Loading on the thread of the connection, then read on one thread at a time. */

#pragma once

#include "ent-contribution-rules.h"
#include "ent-db.h"
#include "ent-month-closing.h"
#include "ent-month-line.h"
#include "ent-month-rules.h"

G_BEGIN_DECLS

/* How prices are decided: all that may hold in the months. */
typedef struct
{
  GHashTable *decisions; /* person id (gint64 *) → GPtrArray of EntContribution, the latest first */
  EntContributionTables tables;
} EntMonthTariff;

/* A visit that somebody must look at. */
typedef struct
{
  EntVisit *visit;
  guint exceptions; /* EntMonthException */
} EntMonthCase;

typedef struct
{
  EntMonth from, to; /* the last one included */
  gint32 today;
  GPtrArray *lines; /* EntMonthLine, by day */
  GPtrArray *corrections; /* EntMonthCorrection entered in these months: they count in them */
  GPtrArray *set_aside; /* EntMonthCorrection: not billed in one of these months */
  GPtrArray *closings; /* EntMonthClosing of these months */
  GPtrArray *cases; /* EntMonthCase, of the open months */
  GPtrArray *activities; /* EntCareActivity, all */
  GPtrArray *unsocial_rates; /* EntUnsocialRate, all */
  EntMonthTariff tariff;
  GHashTable *persons; /* id (gint64 *) → name */
  GHashTable *carers;
  guint n_altered; /* closed months whose lines are not what was closed */
} EntMonthLedger;

/* How far a long piece of work is: written by the worker, read by whoever shows it. */
typedef struct
{
  int done; /* atomic; of 1000 */
} EntMonthProgress;

/* From @from to @to, both included, as of @today. @progress may be NULL. */
EntMonthLedger *ent_month_ledger_load (EntDb *db,
                                       EntMonth from,
                                       EntMonth to,
                                       gint32 today,
                                       EntMonthProgress *progress,
                                       GCancellable *cancellable,
                                       GError **error);
void ent_month_ledger_free (EntMonthLedger *self);

/* The closing of a month, or NULL while it is open. Borrowed. */
EntMonthClosing *ent_month_ledger_closing (const EntMonthLedger *self, EntMonth month);
/* Names as pages show them; borrowed, never NULL. */
const char *ent_month_ledger_person (const EntMonthLedger *self, gint64 id);
const char *ent_month_ledger_carer (const EntMonthLedger *self, gint64 id);
EntCareActivity *ent_month_ledger_activity (const EntMonthLedger *self, gint64 id);
/* Whether somebody decided that a person is not billed in a month. */
EntMonthCorrection *ent_month_ledger_set_aside (const EntMonthLedger *self,
                                                gint64 person_id,
                                                EntMonth month);

/* What holds of a person on a day, or NULL. Borrowed. */
EntContribution *ent_month_tariff_decision (const EntMonthTariff *self,
                                            gint64 person_id,
                                            gint32 day);

/* The lines as the visits say: (element-type EntMonthLine) without closing, transfer full. @visits:
 * (element-type EntVisit). Uses activities, rates and tariff of the ledger. */
GPtrArray *ent_month_lines_count (const EntMonthLedger *self,
                                  GPtrArray *visits,
                                  GPtrArray *rules,
                                  EntMonthProgress *progress,
                                  GCancellable *cancellable);
/* SHA-256 over all that was counted, in the order of visits; persons and carers, whose records may
 * become one with others, are left out. Transfer full. */
char *ent_month_lines_hash (GPtrArray *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntMonthLedger, ent_month_ledger_free)

G_END_DECLS
