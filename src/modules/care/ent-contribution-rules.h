/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an hour of home care costs a beneficiary on a day, and why. Pure functions on records, any
 * thread; the day is an argument. */

#pragma once

#include "ent-care-activity.h"
#include "ent-contribution-reduction.h"
#include "ent-contribution-row.h"
#include "ent-contribution-scale.h"
#include "ent-contribution.h"
#include "ent-issues.h"

G_BEGIN_DECLS

/* Where the price comes from. */
typedef enum
{
  ENT_RATE_UNKNOWN, /* nothing says it */
  ENT_RATE_FREE, /* the activity is not charged */
  ENT_RATE_DEROGATION,
  ENT_RATE_SCALE,
  ENT_RATE_DECIDED /* no scale covers the day: what was decided */
} EntRateSource;

/* What applies to everybody: arrays of records of these kinds, borrowed. */
typedef struct
{
  GPtrArray *scales;
  GPtrArray *rows;
  GPtrArray *reductions;
} EntContributionTables;

typedef struct
{
  EntRateSource source;
  gint64 price; /* cents an hour to pay, ENT_MONEY_NONE when unknown */
  gint64 before; /* cents, before the reduction */
  gint64 reduction; /* cents */
  GPtrArray *lines; /* (element-type utf8): how it was reckoned, in order, translated */
} EntRate;

void ent_contribution_scale_check (EntContributionScale *self, EntIssues *issues);
void ent_contribution_row_check (EntContributionRow *self, EntIssues *issues);
void ent_contribution_reduction_check (EntContributionReduction *self, EntIssues *issues);
void ent_contribution_check (EntContribution *self, EntIssues *issues);
/* Fills in the day of the review, and the end of a derogation after three months. */
void ent_contribution_complete (EntContribution *self);

/* The price of an hour of @activity on @day: the derogation, else the row of the scale for income
 * less charges and household, else what was decided; less the reduction of that day, never below
 * nothing. @decision NULL: nothing was decided. */
EntRate *ent_contribution_rate (const EntContribution *decision,
                                const EntCareActivity *activity,
                                const EntContributionTables *tables,
                                gint32 day);
void ent_rate_free (EntRate *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRate, ent_rate_free)

G_END_DECLS
