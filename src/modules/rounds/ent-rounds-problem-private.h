/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make a planner's problem share. Any thread. */

#pragma once

#include "ent-rounds-judge-private.h"
#include "ent-rounds-problem.h"

G_BEGIN_DECLS

/* Places of the planner: those of the picture, one for each client without a place, one that is
 * near to all, and where carers start and end. Ways from and to these cost but take no time, for a
 * shift begins at the first visit: their minutes stand where the planner reads kilometres. */
typedef struct
{
  const EntRoundsWeek *week;
  GArray *place_of; /* int, by place: which of the picture it is, ENT_ROUNDS_NONE */
  int *client_place; /* by client */
  int *home; /* by place of the picture */
  int first_home;
} EntRoundsMap;

typedef struct
{
  EntRoundsJudge *judge;
  const EntRoundsWeek *week;
  const EntRoundsWish *wish;
  EntRoundsProblem *out;
  EntRoundsMap map;
  GArray *shifts; /* EntPlanShift, in minutes of the picture until they are added */
  int *planner_of; /* by visit of the picture: its number there, ENT_PLAN_NONE */
} EntRoundsBuild;

void ent_rounds_map_init (EntRoundsMap *map, const EntRoundsWeek *week);
void ent_rounds_map_clear (EntRoundsMap *map);
int ent_rounds_map_home (const EntRoundsMap *map, int place);
/* A problem with the ways of all modes. Transfer full. */
EntPlanProblem *ent_rounds_map_new_problem (const EntRoundsMap *map);

gboolean ent_rounds_build_is_fixed (const EntRoundsBuild *self, int visit);
/* Carers and the hours that the days around leave them. */
void ent_rounds_build_carers (EntRoundsBuild *self);

G_END_DECLS
