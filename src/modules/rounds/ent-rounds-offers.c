/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who could make a visit, and when: times worth a try are those where something begins or ends.
 * Any thread, one at a time. */

#include "ent-rounds-judge-private.h"

#include <string.h>

#define STEP 5 /* minutes; times that people tell each other are whole multiples */

/* Times to try for a visit with one carer. */
typedef struct
{
  EntRoundsJudge *judge;
  const EntRoundsVisit *visit;
  const EntRoundsHours *hours;
  int index;
  int wanted; /* the nearer to it the better */
  gboolean has_own; /* wanted is its own time */
  int carer;
  int step; /* times tried are multiples of it */
  EntRoundsOffer *best;
  gboolean found;
} Search;

static int
wanted_time (const EntRoundsVisit *visit, int standing, gboolean *has_own)
{
  *has_own = standing != ENT_ROUNDS_NONE || visit->fixed_at != ENT_ROUNDS_NONE;
  if (standing != ENT_ROUNDS_NONE)
    return standing;
  if (visit->fixed_at != ENT_ROUNDS_NONE)
    return visit->fixed_at;
  return visit->wished_from != ENT_ROUNDS_NONE ? visit->wished_from : visit->earliest;
}

static void
try_time (Search *self, int start)
{
  EntRoundsAnswer answer;

  if (self->found && ABS (start - self->wanted) >= ABS (self->best->start - self->wanted))
    return;
  if (!ent_rounds_visit_allows (self->visit, start, NULL))
    return;
  ent_rounds_judge_ask (self->judge, self->index, self->carer, start, &answer);
  if (answer.reason != ENT_ROUNDS_FITS)
    return;
  *self->best = (EntRoundsOffer) { self->carer, start, answer };
  self->found = TRUE;
}

static int
floor_to_step (const Search *self, int minutes)
{
  return minutes - ((minutes % self->step) + self->step) % self->step;
}

/* At @start or as soon after as people tell the time. */
static void
try_from (Search *self, int start)
{
  try_time (self, floor_to_step (self, start + self->step - 1));
}

static void
try_until (Search *self, int start)
{
  try_time (self, floor_to_step (self, start));
}

static void
try_around_shifts (Search *self)
{
  const EntRoundsWeek *week = self->judge->week;
  int first, end;

  ent_rounds_week_shifts_of (week, self->carer, &first, &end);
  for (int i = first; i < end; i++)
    {
      const EntRoundsShift *shift = &g_array_index (week->shifts, EntRoundsShift, i);

      if (shift->is_away || shift->to <= self->visit->earliest ||
          shift->from >= self->visit->latest)
        continue;
      try_from (self, shift->from);
      try_until (self, shift->to - self->visit->minutes);
    }
}

static gboolean
is_near (const Search *self, int time)
{
  return time >= self->visit->earliest - 2 * ENT_ROUNDS_DAY &&
         time <= self->visit->latest + ENT_ROUNDS_DAY;
}

/* Before and behind each visit, with a break or without, and so long after or before one of another
 * day. */
static void
try_around_visits (Search *self)
{
  const EntRoundsWeek *week = self->judge->week;
  const GArray *round = self->judge->rounds[self->carer];
  int minutes = self->visit->minutes;

  for (guint i = 0; i < round->len; i++)
    {
      const EntRoundsStop *stop = &g_array_index (round, EntRoundsStop, i);
      EntRoundsStop here = { .visit = self->index };
      int to_here, from_here;

      if (stop->visit == self->index || !is_near (self, stop->from))
        continue;
      to_here = stop->to + ent_rounds_stop_way (week, self->carer, stop, &here, NULL);
      from_here = stop->from - minutes - ent_rounds_stop_way (week, self->carer, &here, stop, NULL);
      try_from (self, to_here);
      try_from (self, to_here + self->hours->break_length);
      try_until (self, from_here);
      try_until (self, from_here - self->hours->break_length);
      try_from (self, stop->to + self->hours->rest);
      try_until (self, stop->from - minutes - self->hours->rest);
    }
}

static void
try_around_edges (Search *self)
{
  const EntRoundsCarer *carer = &g_array_index (self->judge->week->carers, EntRoundsCarer,
                                                self->carer);

  if (carer->busy_before != ENT_INT_NONE)
    {
      try_from (self, carer->busy_before);
      try_from (self, carer->busy_before + self->hours->rest);
    }
  if (carer->busy_after != ENT_INT_NONE)
    try_until (self, carer->busy_after - self->hours->rest - self->visit->minutes);
}

static void
try_around_pair (Search *self)
{
  int carer, start;

  if (self->visit->pair == ENT_ROUNDS_NONE ||
      !ent_rounds_judge_is_made (self->judge, self->visit->pair))
    return;
  ent_rounds_judge_get_place (self->judge, self->visit->pair, &carer, &start);
  try_time (self, start);
}

static void
try_all (Search *self)
{
  const EntRoundsVisit *visit = self->visit;

  try_from (self, self->wanted);
  try_until (self, self->wanted);
  try_from (self, visit->earliest);
  try_from (self, visit->day * ENT_ROUNDS_DAY);
  try_until (self, visit->latest - visit->minutes);
  try_until (self, visit->latest - visit->minutes - ENT_ROUNDS_DAY);
  if (visit->fixed_at != ENT_ROUNDS_NONE)
    try_time (self, visit->fixed_at);
  try_around_pair (self);
  try_around_shifts (self);
  try_around_visits (self);
  try_around_edges (self);
}

/* At the very time, else at a time that people tell, else to the minute. */
static gboolean
search_carer (Search *self)
{
  static const int steps[] = { STEP, 1 };

  self->found = FALSE;
  try_time (self, self->wanted);
  for (guint i = 0; !self->found && i < G_N_ELEMENTS (steps); i++)
    {
      self->step = steps[i];
      try_all (self);
    }
  return self->found;
}

static int
compare_offers (gconstpointer a, gconstpointer b, gpointer data)
{
  const EntRoundsOffer *left = a;
  const EntRoundsOffer *right = b;
  const Search *search = data;
  int keys[][2] = {
    { search->has_own && left->start != search->wanted,
      search->has_own && right->start != search->wanted },
    { !left->answer.is_wished, !right->answer.is_wished },
    { left->answer.known == 0, right->answer.known == 0 },
    { left->answer.is_overtime, right->answer.is_overtime },
    { left->answer.travel, right->answer.travel },
    { ABS (left->start - search->wanted), ABS (right->start - search->wanted) },
    { left->carer, right->carer },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return 0;
}

int
ent_rounds_judge_offers (EntRoundsJudge *self, int visit, EntRoundsOffer *offers, int max)
{
  int n_carers = (int) self->week->carers->len;
  g_autofree EntRoundsOffer *all = g_new (EntRoundsOffer, (gsize) n_carers + 1);
  Search search = { .judge = self,
                    .index = visit,
                    .visit = &g_array_index (self->week->visits, EntRoundsVisit, visit) };
  int carer, start;
  int n = 0;

  search.hours = ent_rounds_week_hours (self->week, search.visit->day);
  ent_rounds_judge_get_place (self, visit, &carer, &start);
  search.wanted = wanted_time (search.visit, start, &search.has_own);
  for (search.carer = 0; search.carer < n_carers; search.carer++)
    {
      search.best = &all[n];
      if (search_carer (&search) && (search.carer != carer || all[n].start != start))
        n++;
    }
  g_sort_array (all, (gsize) n, sizeof *all, compare_offers, &search);
  n = MIN (n, max);
  if (n > 0)
    memcpy (offers, all, sizeof *offers * (gsize) n);
  return n;
}
