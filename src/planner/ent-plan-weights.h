/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What counts how much, in the coordinator's terms. Points are whole numbers; with the defaults a
 * point is what a second of travel costs, so that a minute late reads as so many minutes driven.
 */
#pragma once

#include <glib.h>

#include "ent-plan-problem.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_PLAN_TERM_UNPLACED, /* visits that nobody makes, by priority */
  ENT_PLAN_TERM_WISHES, /* minutes outside the wished windows */
  ENT_PLAN_TERM_WORST_WISH, /* the largest of them */
  ENT_PLAN_TERM_TRAVEL, /* minutes and kilometres on the way */
  ENT_PLAN_TERM_WORK, /* carers' own cost per minute and km */
  ENT_PLAN_TERM_CARER, /* not a preferred carer, a disliked one, a wished skill missing */
  ENT_PLAN_TERM_CONTINUITY, /* a further carer for the same person */
  ENT_PLAN_TERM_OVERTIME, /* back after the regular hours, and work beyond the contract */
  ENT_PLAN_TERM_BALANCE, /* how unlike the shares of their contract are, of those who have shifts */
  ENT_PLAN_TERM_CHANGES, /* against the reference plan */
  ENT_PLAN_N_TERMS,
} EntPlanTerm;

typedef struct
{
  int unplaced[ENT_PLAN_N_PRIORITIES]; /* points a visit */
  int wish_early, wish_late; /* points a minute */
  int worst_wish; /* points a minute of the largest lateness */
  int travel_minute, travel_km;
  int not_preferred; /* when the client has a preferred carer and another comes */
  int disliked;
  int wished_skill; /* each missing one */
  int further_carer; /* each carer of a client beyond the first within the plan */
  int overtime; /* points a minute */
  /* Points a minute of mean distance from the fair share, over the carers with a contract: their
   * work is shared out in proportion to their contracts. 0: none. */
  int balance;
  int change_carer;
  int change_minute; /* beyond change_free minutes from the reference start */
  int change_free; /* minutes, 10 */
} EntPlanWeights;

/* The centre's defaults. */
extern const EntPlanWeights ent_plan_default_weights;

/* Each term's stable name in files ("unplaced", "wishes", …); NULL past the last. */
const char *ent_plan_term_name (EntPlanTerm term);

G_END_DECLS
