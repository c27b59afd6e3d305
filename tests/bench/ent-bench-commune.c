/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Home-care plans of invented communes. Sizes from what services of such communes publish; hours,
 * skills and wishes as home care has them: a rush in the morning and at noon, household help that
 * can be at any hour, a few visits by two carers, the same persons several days a week. Any thread.
 */
#include "ent-bench-commune.h"

#include <math.h>

#define HOUR 3600
#define MINUTE 60
#define SKILL_CARE (G_GUINT64_CONSTANT (1) << 0)
#define SKILL_HOUSEHOLD (G_GUINT64_CONSTANT (1) << 1)
#define SKILL_WATCH (G_GUINT64_CONSTANT (1) << 2)
#define SKILL_DUTCH (G_GUINT64_CONSTANT (1) << 3)
#define N_MODES 2 /* car, bicycle */

typedef enum
{
  MORNING_CARE,
  NOON_MEAL,
  EVENING_CARE,
  HOUSEHOLD,
  WATCH,
  N_NEEDS,
} Need;

static const struct
{
  int share; /* of a hundred clients */
  int days; /* a week */
  int from, to, duration;
  guint64 skills;
  EntPlanPriority priority;
} needs[N_NEEDS] = {
  [MORNING_CARE] = { 15, 5, 7 * HOUR, 11 * HOUR, 45 * MINUTE, SKILL_CARE, ENT_PLAN_VITAL },
  [NOON_MEAL] = { 15, 5, 11 * HOUR, 13 * HOUR + 1800, 30 * MINUTE, SKILL_CARE, ENT_PLAN_VITAL },
  [EVENING_CARE] = { 8, 7, 16 * HOUR, 19 * HOUR, 30 * MINUTE, SKILL_CARE, ENT_PLAN_VITAL },
  [HOUSEHOLD] = { 55, 1, 8 * HOUR, 15 * HOUR, 120 * MINUTE, SKILL_HOUSEHOLD, ENT_PLAN_POSTPONABLE },
  [WATCH] = { 7, 2, 9 * HOUR, 14 * HOUR, 120 * MINUTE, SKILL_WATCH, ENT_PLAN_IMPORTANT },
};

typedef struct
{
  const EntBenchCommune *commune;
  EntPlanProblem *problem;
  guint64 state;
  int *x, *y; /* metres; place 0 is the office, then carers' homes, then clients */
  int n_places;
  int n_visits;
} Maker;

static const EntBenchCommune communes[] = {
  { "medium-week", 650, 30, 7 },
  { "medium-day", 130, 30, 1 },
  { "large-day", 800, 250, 1 },
};

/* splitmix64: the same on every machine. */
static guint64
next (Maker *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static int
below (Maker *self, int n)
{
  return (int) (next (self) % (guint64) n);
}

/* A few villages: most people live near the middle of one. */
static void
make_places (Maker *self)
{
  int n_villages = 6;
  int x[6], y[6];

  for (int i = 0; i < n_villages; i++)
    {
      x[i] = below (self, 14000);
      y[i] = below (self, 10000);
    }
  for (int i = 0; i < self->n_places; i++)
    {
      int village = MIN (below (self, n_villages), below (self, n_villages));

      self->x[i] = x[village] + below (self, 900) + below (self, 900) - 900;
      self->y[i] = y[village] + below (self, 900) + below (self, 900) - 900;
    }
}

static void
set_matrix (Maker *self, int mode, double metres_per_second, int start)
{
  gsize n = (gsize) self->n_places;
  g_autofree int *seconds = g_new (int, n *n);
  g_autofree int *metres = g_new (int, n *n);

  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < n; j++)
      {
        double crow = hypot (self->x[i] - self->x[j], self->y[i] - self->y[j]);

        metres[i * n + j] = (int) (1.3 * crow);
        seconds[i * n + j] = i == j ? 0 : start + (int) (1.3 * crow / metres_per_second);
      }
  ent_plan_problem_set_matrix (self->problem, mode, seconds, metres);
}

static void
add_shift (Maker *self, int carer, int day, int from, int hours)
{
  EntPlanShift shift = {
    .carer = carer,
    .from = day * ENT_PLAN_DAY + from,
    .start_place = 1 + carer,
    .end_place = 1 + carer,
    .max_trips = 1,
  };

  shift.regular_to = shift.from + hours * HOUR;
  shift.to = shift.regular_to + (hours > 0 ? HOUR / 2 : 1);
  if (hours > 6)
    {
      shift.break_from = shift.from + 4 * HOUR;
      shift.break_to = shift.from + 6 * HOUR;
      shift.break_length = 30 * MINUTE;
    }
  for (int i = 0; i < ENT_PLAN_DIMENSIONS; i++)
    shift.capacity[i] = G_MAXINT;
  ent_plan_problem_add_shift (self->problem, &shift);
}

/* Of ten carers five do care, one care and watching, four the household; one in eight cycles. In a
 * week each works five days, a third of them in the evening. */
static void
add_carers (Maker *self, int sick)
{
  for (int i = 0; i < self->commune->n_carers; i++)
    {
      g_autofree char *id = g_strdup_printf ("carer-%d", i + 1);
      gboolean late = i % 3 == 2;
      EntPlanCarer carer = {
        .id = id,
        .skills = i % 10 < 6 ? SKILL_CARE : SKILL_HOUSEHOLD,
        .mode = i % 8 == 7,
        .max_day = 10 * HOUR,
        .max_week = 48 * HOUR,
        .contract_week = 38 * HOUR,
        .min_rest = 11 * HOUR,
      };

      carer.skills |= i % 10 == 4 ? SKILL_WATCH : 0;
      carer.skills |= i % 4 == 0 ? SKILL_DUTCH : 0;
      ent_plan_problem_add_carer (self->problem, &carer);
      for (int day = 0; day < self->commune->n_days; day++)
        {
          gboolean off = self->commune->n_days > 1 && (day + i) % 7 >= 5;

          if (!off)
            add_shift (self, i, day, late ? 11 * HOUR : 7 * HOUR, i == sick ? 0 : 8);
        }
    }
}

/* On a single day those who come daily are five times as likely to be met as those of once a week.
 */
static int
weight (const Maker *self, int need)
{
  return needs[need].share * (self->commune->n_days > 1 ? 1 : needs[need].days);
}

static Need
draw_need (Maker *self)
{
  int all = 0;
  int draw;
  int need = 0;

  for (int i = 0; i < N_NEEDS; i++)
    all += weight (self, i);
  for (draw = below (self, all); draw >= weight (self, need); need++)
    draw -= weight (self, need);
  return (Need) need;
}

static int
add_visit (Maker *self, int client, Need need, int day, int wish)
{
  g_autofree char *id = g_strdup_printf ("visit-%d", self->n_visits + 1);
  int midnight = day * ENT_PLAN_DAY;
  EntPlanWindow window = {
    .from = midnight + needs[need].from,
    .to = midnight + needs[need].to,
    .wish_from = midnight + MAX (wish - 30 * MINUTE, needs[need].from),
    .wish_to = midnight + MIN (wish + 30 * MINUTE, needs[need].to),
  };
  EntPlanVisit visit = {
    .id = id,
    .place = 1 + self->commune->n_carers + client,
    .client = client,
    .duration = needs[need].duration,
    .priority = needs[need].priority,
    .required_skills = needs[need].skills,
    .wished_skills = client % 9 == 0 ? SKILL_DUTCH : 0,
    .fixed_carer = ENT_PLAN_NONE,
    .fixed_start = ENT_PLAN_NONE,
    .reference_carer = ENT_PLAN_NONE,
    .reference_start = ENT_PLAN_NONE,
  };

  self->n_visits++;
  return ent_plan_problem_add_visit (self->problem, &visit, &window, 1);
}

static void
add_client (Maker *self, int client)
{
  Need need = draw_need (self);
  int span = (needs[need].to - needs[need].from) / (15 * MINUTE);
  int wish = needs[need].from + below (self, span) * 15 * MINUTE;
  int n_days = self->commune->n_days > 1 ? needs[need].days : 1;
  int first_day = n_days == 1 && self->commune->n_days > 1 ? below (self, 5) : 0;
  int carer = below (self, self->commune->n_carers);

  for (int i = 0; i < n_days && self->n_visits < self->commune->n_visits; i++)
    {
      int day = n_days == 2 ? first_day + 2 * i : first_day + i;
      int visit = add_visit (self, client, need, day, wish);

      if (need == MORNING_CARE && client % 12 == 0 && self->n_visits < self->commune->n_visits)
        {
          EntPlanLink both = { visit, add_visit (self, client, need, day, wish), 0, 0,
                               ENT_PLAN_DIFFERENT_CARERS };

          ent_plan_problem_add_link (self->problem, &both);
        }
    }
  if (client % 3 == 0)
    {
      EntPlanAffinity affinity = { client, ENT_PLAN_NONE, carer,
                                   client % 15 == 0 ? ENT_PLAN_FORBIDDEN : ENT_PLAN_PREFERRED };

      ent_plan_problem_add_affinity (self->problem, &affinity);
    }
}

const EntBenchCommune *
ent_bench_commune_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (communes); i++)
    if (g_str_equal (communes[i].name, name))
      return &communes[i];
  return NULL;
}

EntPlanProblem *
ent_bench_commune_new (const EntBenchCommune *commune, guint64 seed, int sick)
{
  Maker self = { .commune = commune, .state = seed };

  /* Never more clients than visits. */
  self.n_places = 1 + commune->n_carers + commune->n_visits;
  self.x = g_new (int, self.n_places);
  self.y = g_new (int, self.n_places);
  make_places (&self);
  self.problem = ent_plan_problem_new (self.n_places, N_MODES);
  set_matrix (&self, 0, 10.0, 60);
  set_matrix (&self, 1, 4.2, 30);
  add_carers (&self, sick);
  for (int client = 0; self.n_visits < commune->n_visits; client++)
    add_client (&self, client);
  g_free (self.x);
  g_free (self.y);
  return self.problem;
}
