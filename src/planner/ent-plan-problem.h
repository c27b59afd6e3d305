/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be planned: visits, carers with their shifts, places and the ways between them. Plain
 * data that knows no person: whoever plans keeps the meaning of the indexes. Built on one thread,
 * then only read, from any. Times are seconds since the midnight before the plan's first day (a
 * later day adds 86,400, whatever the clock does), costs are points: see ent-plan-weights.h. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENT_PLAN_NONE (-1)
#define ENT_PLAN_DAY 86400
#define ENT_PLAN_DIMENSIONS 4 /* of a load: meals hot, meals cold, trays, parcels, say */

typedef enum
{
  ENT_PLAN_VITAL,
  ENT_PLAN_IMPORTANT,
  ENT_PLAN_POSTPONABLE,
  ENT_PLAN_N_PRIORITIES,
} EntPlanPriority;

/* A visit never starts outside [from, to]; each minute outside [wish_from, wish_to] costs. */
typedef struct
{
  int from, to;
  int wish_from, wish_to;
  int early_per_minute, late_per_minute; /* points; 0: the weights' own */
} EntPlanWindow;

typedef struct
{
  const char *id; /* for messages and files only; unique; owned by the problem */
  int place;
  int client; /* whose visit it is, for continuity and gaps; ENT_PLAN_NONE */
  int duration; /* seconds at the place, > 0 */
  EntPlanPriority priority;
  guint64 required_skills, wished_skills; /* a bit each; the carer has all of the former */
  int fixed_carer; /* ENT_PLAN_NONE: free. Begun or promised visits have both. The other rules hold
                    */
  int fixed_start; /* ENT_PLAN_NONE: free; lies in a window */
  gboolean only_allowed; /* only carers with an ENT_PLAN_ALLOWED or _PREFERRED affinity */
  int load[ENT_PLAN_DIMENSIONS]; /* what is brought; 0 or more */
  int max_on_board; /* seconds from leaving the kitchen to this place; 0: no limit */
  int reference_carer; /* of the standing plan or what was told; ENT_PLAN_NONE */
  int reference_start; /* ENT_PLAN_NONE */
  int unplaced_points; /* 0: the weights' own. Otherwise compared by points, not by priority */
} EntPlanVisit;

/* start (second) − start (first) lies in [least, most], if both are placed; unless most is
 * G_MAXINT, both are placed or neither. */
typedef enum
{
  ENT_PLAN_ANY_CARER,
  ENT_PLAN_SAME_CARER,
  ENT_PLAN_DIFFERENT_CARERS,
} EntPlanTogether;

typedef struct
{
  int first, second;
  int least, most; /* seconds; most may be G_MAXINT */
  EntPlanTogether together;
} EntPlanLink;

typedef enum
{
  ENT_PLAN_ALLOWED,
  ENT_PLAN_PREFERRED, /* the regular one: a wish kept */
  ENT_PLAN_DISLIKED,
  ENT_PLAN_FORBIDDEN,
} EntPlanAffinityKind;

/* Between a client's visits and a carer; of one visit when client is ENT_PLAN_NONE. */
typedef struct
{
  int client, visit, carer;
  EntPlanAffinityKind kind;
} EntPlanAffinity;

/* Work is time at visits, on the way and reloading. A shift is of the day in which it begins. */
typedef struct
{
  const char *id;
  guint64 skills;
  int mode; /* which travel matrix */
  int max_day, max_week; /* seconds of work; 0: no limit. Weeks are days 0–6, 7–13, … */
  int contract_week; /* seconds of work; beyond it is overtime; 0: none */
  int worked_week; /* seconds worked in the first week outside this plan */
  int min_rest; /* seconds from being back to leaving on a later day; 39,600 by law */
  int cost_per_minute, cost_per_km; /* points; minutes from leaving to being back */
} EntPlanCarer;

typedef struct
{
  int carer;
  int from, to, regular_to; /* earliest leave, latest return; return after regular_to is overtime */
  int start_place, end_place;
  int break_from, break_to; /* when it begins; anywhere on the way or at a stop */
  int break_length; /* 0: no break */
  int break_after; /* only when the shift's work is longer, in seconds; 0: always */
  int capacity[ENT_PLAN_DIMENSIONS]; /* of the vehicle; G_MAXINT: no limit */
  int max_trips, reload; /* 1 to 8, with so many seconds at start_place between two */
} EntPlanShift;

typedef struct _EntPlanProblem EntPlanProblem;

EntPlanProblem *ent_plan_problem_new (int n_places, int n_modes);
EntPlanProblem *ent_plan_problem_ref (EntPlanProblem *self);
void ent_plan_problem_unref (EntPlanProblem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPlanProblem, ent_plan_problem_unref)

/* n_places × n_places each, copied; rows are where one leaves. May break the triangle inequality.
 */
void ent_plan_problem_set_matrix (EntPlanProblem *self,
                                  int mode,
                                  const int *seconds,
                                  const int *metres);

/* Each copies what it is given, texts too. */
int ent_plan_problem_add_visit (EntPlanProblem *self,
                                const EntPlanVisit *visit,
                                const EntPlanWindow *windows,
                                int n_windows);
int ent_plan_problem_add_carer (EntPlanProblem *self, const EntPlanCarer *carer);
int ent_plan_problem_add_shift (EntPlanProblem *self, const EntPlanShift *shift);
void ent_plan_problem_add_link (EntPlanProblem *self, const EntPlanLink *link);
void ent_plan_problem_add_affinity (EntPlanProblem *self, const EntPlanAffinity *affinity);

int ent_plan_problem_get_n_visits (const EntPlanProblem *self);
int ent_plan_problem_get_n_carers (const EntPlanProblem *self);
int ent_plan_problem_get_n_shifts (const EntPlanProblem *self);
int ent_plan_problem_get_n_links (const EntPlanProblem *self);
int ent_plan_problem_get_n_affinities (const EntPlanProblem *self);
int ent_plan_problem_get_n_places (const EntPlanProblem *self);
int ent_plan_problem_get_n_modes (const EntPlanProblem *self);
const EntPlanVisit *ent_plan_problem_get_visit (const EntPlanProblem *self, int visit);
const EntPlanWindow *ent_plan_problem_get_windows (const EntPlanProblem *self,
                                                   int visit,
                                                   int *n_windows);
const EntPlanCarer *ent_plan_problem_get_carer (const EntPlanProblem *self, int carer);
const EntPlanShift *ent_plan_problem_get_shift (const EntPlanProblem *self, int shift);
const EntPlanLink *ent_plan_problem_get_link (const EntPlanProblem *self, int link);
const EntPlanAffinity *ent_plan_problem_get_affinity (const EntPlanProblem *self, int affinity);
gboolean ent_plan_problem_has_matrix (const EntPlanProblem *self, int mode);
int ent_plan_problem_get_seconds (const EntPlanProblem *self, int mode, int from, int to);
int ent_plan_problem_get_metres (const EntPlanProblem *self, int mode, int from, int to);

G_END_DECLS
