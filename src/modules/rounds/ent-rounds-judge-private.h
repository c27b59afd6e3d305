/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the judge share: where visits stand, and the rules. */

#pragma once

#include "ent-rounds-judge.h"
#include "ent-rounds-round.h"

G_BEGIN_DECLS

typedef struct
{
  int carer, start;
} EntRoundsPlace;

/* What one carer is to one client. */
typedef struct
{
  guint16 times; /* visits of the weeks before */
  guint8 is_wished, is_refused;
} EntRoundsTie;

struct _EntRoundsJudge
{
  EntRoundsWeek *week;
  EntRoundsPlace *places; /* by visit: where each stands */
  GArray **rounds; /* by carer: EntRoundsStop in order */
  EntRoundsTie *ties; /* clients × carers */
  int *client_first; /* by client, and one more: where its visits begin in client_visits */
  int *client_visits;
  GArray *trial; /* EntRoundsStop: a round with the visit that is asked about */
};

/* A visit put somewhere in thought. */
typedef struct
{
  EntRoundsJudge *judge;
  const EntRoundsWeek *week;
  const EntRoundsVisit *visit;
  const EntRoundsCarer *carer;
  int carer_index;
  EntRoundsStop stop;
  const EntRoundsStop *round; /* with the visit */
  int n, at; /* of the round; where the visit is in it */
  EntRoundsAnswer *answer;
} EntRoundsCase;

/* The first rule that refuses; what it names is filled in the answer. */
EntRoundsReason ent_rounds_rules_apply (EntRoundsCase *c);

/* As if the visit of the step were another, of the same person and day. */
void ent_rounds_judge_ask_as (EntRoundsJudge *self,
                              const EntRoundsVisit *visit,
                              int position,
                              EntRoundsPlace place,
                              EntRoundsAnswer *answer);

/* Whether it takes time where it stands for the judge. */
gboolean ent_rounds_judge_is_made (const EntRoundsJudge *self, int visit);
const EntRoundsTie *ent_rounds_judge_tie (const EntRoundsJudge *self, int client, int carer);

/* Sums of the round of a carer as it stands for the judge. */
void ent_rounds_judge_sum (EntRoundsJudge *self, int carer, EntRoundsSums *sums);
/* Minutes of work of those stops that lie in the calendar week of a day. */
int ent_rounds_work_of_week (const EntRoundsWeek *week,
                             int carer,
                             const EntRoundsStop *stops,
                             int n,
                             int day);

G_END_DECLS
