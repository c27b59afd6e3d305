/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says of a visit whether this carer can make it at that time, with the first reason against it or
 * what it would cost; and who could stand in. Pure: a picture of the week is all it knows. Any
 * thread; an answer takes a few microseconds. Sources of the rules: domain rules of home care, and
 * the rules of working time that the register keeps. The first rule that says no, in the order of
 * the reasons, gives the answer. */

#pragma once

#include "ent-rounds-week.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_ROUNDS_FITS,
  ENT_ROUNDS_LOCKED, /* it stays where it is */
  ENT_ROUNDS_OTHER_DAY, /* a visit stays on its day: move it by its page */
  ENT_ROUNDS_NOT_QUALIFIED, /* another job */
  ENT_ROUNDS_NOT_HOME, /* the person is away */
  ENT_ROUNDS_BARRED, /* refused, family, incident */
  ENT_ROUNDS_ALLERGY, /* dog, cat or smoke there */
  ENT_ROUNDS_AWAY, /* absent */
  ENT_ROUNDS_NO_SHIFT, /* does not work then */
  ENT_ROUNDS_WINDOW, /* outside the hours that were agreed */
  ENT_ROUNDS_FIXED_TIME, /* the time was promised */
  ENT_ROUNDS_OVERLAP, /* is at somebody else's then */
  ENT_ROUNDS_TRAVEL, /* cannot be there in time, or not at the next in time */
  ENT_ROUNDS_PAIR, /* the other carer of the two, or together with oneself */
  ENT_ROUNDS_DAY_HOURS,
  ENT_ROUNDS_BREAK, /* a long day without a break */
  ENT_ROUNDS_REST, /* too little between two days */
} EntRoundsReason;

typedef struct
{
  EntRoundsReason reason;
  int visit, start; /* what was asked */
  int other; /* the visit that stands in the way; ENT_ROUNDS_NONE: none, or outside the picture */
  int shift; /* that an absence takes, ENT_ROUNDS_NONE */
  int missing; /* minutes that are lacking; 0: cannot be said */
  int due; /* minutes that the rule asks for, of hours, breaks and rest */
  /* What it would cost when it fits: minutes and metres on the way more than without it. */
  int travel, metres;
  /* Of work the carer would have in that calendar week, as far as it lies in the picture; see
   * ent_rounds_week_work (). And of the contract. */
  int week_minutes;
  int contract_minutes; /* ENT_INT_NONE: not said */
  gboolean is_outside_wish; /* soft: outside the wished hours */
  gboolean is_overtime; /* soft: beyond the contract */
  gboolean is_wished; /* the person wishes this carer */
  int known; /* visits of this carer there in the eight weeks before and in the picture */
} EntRoundsAnswer;

typedef struct _EntRoundsJudge EntRoundsJudge;

/* Prepares itself once for a picture: carers' days in order. One thread at a time. */
EntRoundsJudge *ent_rounds_judge_new (EntRoundsWeek *week);
void ent_rounds_judge_free (EntRoundsJudge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRoundsJudge, ent_rounds_judge_free)

EntRoundsWeek *ent_rounds_judge_get_week (EntRoundsJudge *self);

/* From now on as if the visit stood there (ENT_ROUNDS_NONE: nowhere), to judge moves that belong
 * together, such as those of a pair. The picture stays as it is. */
void ent_rounds_judge_place (EntRoundsJudge *self, int visit, int carer, int start);
/* Where it stands for the judge. */
void ent_rounds_judge_get_place (EntRoundsJudge *self, int visit, int *carer, int *start);

/* @visit taken out first where it now stands. @start: minutes in the picture. */
void ent_rounds_judge_ask (EntRoundsJudge *self,
                           int visit,
                           int carer,
                           int start,
                           EntRoundsAnswer *answer);

/* The rule that a visit breaks where it stands: ENT_ROUNDS_FITS for none, or when it stands
 * nowhere. */
EntRoundsReason ent_rounds_judge_standing (EntRoundsJudge *self, int visit, int *other);

typedef struct
{
  int carer;
  int start;
  EntRoundsAnswer answer;
} EntRoundsOffer;

/* Carers who could make the visit, the best first: at its own time when it has one, else, and for
 * those who could not then, at the nearest time in its window that fits. Ordered by: same time,
 * wished, known, no overtime, least travel. Returns how many (at most @max). */
int ent_rounds_judge_offers (EntRoundsJudge *self, int visit, EntRoundsOffer *offers, int max);

/* "At Mrs X from 9:00 to 10:00": the reason in a sentence, or what it costs: "+4 min on the way ·
 * 12 h 30 of 19 h". Transfer full. */
char *ent_rounds_judge_describe (EntRoundsJudge *self, int carer, const EntRoundsAnswer *answer);

G_END_DECLS
