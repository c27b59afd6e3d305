/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says of a visit whether a carer can make it at a time. Any thread, one at a time. */

#include "ent-rounds-judge.h"

#include "ent-rounds-judge-private.h"

static EntRoundsTie *
tie_of (EntRoundsJudge *self, int client, int carer)
{
  return &self->ties[(gsize) client * self->week->carers->len + (gsize) carer];
}

static void
read_ties (EntRoundsJudge *self)
{
  const EntRoundsWeek *week = self->week;

  self->ties = g_new0 (EntRoundsTie, (gsize) week->clients->len * week->carers->len + 1);
  for (guint i = 0; i < week->bonds->len; i++)
    {
      const EntRoundsBond *bond = &g_array_index (week->bonds, EntRoundsBond, i);
      EntRoundsTie *tie = tie_of (self, bond->client, bond->carer);

      if (bond->kind == ENT_ROUNDS_WISHED)
        tie->is_wished = TRUE;
      else if (bond->kind == ENT_ROUNDS_REFUSED)
        tie->is_refused = TRUE;
      else
        tie->times = (guint16) MIN (bond->times, G_MAXUINT16);
    }
}

/* The visits of each client, one client's behind the other's. */
static void
sort_by_client (EntRoundsJudge *self)
{
  const EntRoundsWeek *week = self->week;
  guint n = week->visits->len;
  g_autofree int *next = g_new0 (int, week->clients->len + 1);

  self->client_first = g_new0 (int, week->clients->len + 1);
  self->client_visits = g_new (int, n + 1);
  for (guint i = 0; i < n; i++)
    self->client_first[g_array_index (week->visits, EntRoundsVisit, i).client + 1]++;
  for (guint i = 0; i < week->clients->len; i++)
    {
      self->client_first[i + 1] += self->client_first[i];
      next[i] = self->client_first[i];
    }
  for (guint i = 0; i < n; i++)
    self->client_visits[next[g_array_index (week->visits, EntRoundsVisit, i).client]++] = (int) i;
}

static void
insert_stop (GArray *round, const EntRoundsStop *stop)
{
  guint i = round->len;

  while (i > 0 && g_array_index (round, EntRoundsStop, i - 1).from > stop->from)
    i--;
  g_array_insert_vals (round, i, stop, 1);
}

static void
remove_stop (GArray *round, int visit)
{
  for (guint i = 0; i < round->len; i++)
    if (g_array_index (round, EntRoundsStop, i).visit == visit)
      {
        g_array_remove_index (round, i);
        return;
      }
}

EntRoundsJudge *
ent_rounds_judge_new (EntRoundsWeek *week)
{
  EntRoundsJudge *self = g_new0 (EntRoundsJudge, 1);

  self->week = ent_rounds_week_ref (week);
  self->places = g_new (EntRoundsPlace, week->visits->len + 1);
  self->rounds = g_new0 (GArray *, week->carers->len + 1);
  self->trial = g_array_new (FALSE, FALSE, sizeof (EntRoundsStop));
  for (guint i = 0; i < week->carers->len; i++)
    self->rounds[i] = g_array_new (FALSE, FALSE, sizeof (EntRoundsStop));
  for (guint i = 0; i < week->visits->len; i++)
    {
      const EntRoundsVisit *visit = &g_array_index (week->visits, EntRoundsVisit, i);

      self->places[i] = (EntRoundsPlace) { ENT_ROUNDS_NONE, ENT_ROUNDS_NONE };
      ent_rounds_judge_place (self, (int) i, visit->carer, visit->start);
    }
  read_ties (self);
  sort_by_client (self);
  return self;
}

void
ent_rounds_judge_free (EntRoundsJudge *self)
{
  for (guint i = 0; i < self->week->carers->len; i++)
    g_array_unref (self->rounds[i]);
  g_free (self->rounds);
  g_free (self->places);
  g_free (self->ties);
  g_free (self->client_first);
  g_free (self->client_visits);
  g_array_unref (self->trial);
  ent_rounds_week_unref (self->week);
  g_free (self);
}

EntRoundsWeek *
ent_rounds_judge_get_week (EntRoundsJudge *self)
{
  return self->week;
}

static const EntRoundsVisit *
visit_at (const EntRoundsJudge *self, int visit)
{
  return &g_array_index (self->week->visits, EntRoundsVisit, visit);
}

gboolean
ent_rounds_judge_is_made (const EntRoundsJudge *self, int visit)
{
  EntRoundsVisit here = *visit_at (self, visit);

  here.carer = self->places[visit].carer;
  here.start = self->places[visit].start;
  return ent_rounds_visit_occupies (&here);
}

void
ent_rounds_judge_place (EntRoundsJudge *self, int visit, int carer, int start)
{
  if (ent_rounds_judge_is_made (self, visit))
    remove_stop (self->rounds[self->places[visit].carer], visit);
  self->places[visit] = (EntRoundsPlace) { carer, start };
  if (ent_rounds_judge_is_made (self, visit))
    {
      EntRoundsStop stop = ent_rounds_stop_make (self->week, visit, carer, start);

      insert_stop (self->rounds[carer], &stop);
    }
}

void
ent_rounds_judge_get_place (EntRoundsJudge *self, int visit, int *carer, int *start)
{
  *carer = self->places[visit].carer;
  *start = self->places[visit].start;
}

const EntRoundsTie *
ent_rounds_judge_tie (const EntRoundsJudge *self, int client, int carer)
{
  return &self->ties[(gsize) client * self->week->carers->len + (gsize) carer];
}

void
ent_rounds_judge_sum (EntRoundsJudge *self, int carer, EntRoundsSums *sums)
{
  const GArray *round = self->rounds[carer];

  ent_rounds_stops_sum (self->week, carer, (const EntRoundsStop *) (gpointer) round->data,
                        round->len, sums);
}

/* The round of the carer with the visit at its new time, and without it where it stands. */
static void
put_on_trial (EntRoundsJudge *self, EntRoundsCase *c)
{
  const GArray *round = self->rounds[c->carer_index];

  g_array_set_size (self->trial, 0);
  if (round->len > 0)
    g_array_append_vals (self->trial, round->data, round->len);
  if (self->places[c->stop.visit].carer == c->carer_index)
    remove_stop (self->trial, c->stop.visit);
  insert_stop (self->trial, &c->stop);
  c->round = (const EntRoundsStop *) (gpointer) self->trial->data;
  c->n = (int) self->trial->len;
  while (c->round[c->at].visit != c->stop.visit)
    c->at++;
}

static void
count_way (EntRoundsCase *c)
{
  const EntRoundsStop *here = &c->round[c->at];
  const EntRoundsStop *before = c->at > 0 ? here - 1 : NULL;
  const EntRoundsStop *behind = c->at + 1 < c->n ? here + 1 : NULL;
  int to, from, saved = 0;

  if (before != NULL && !ent_rounds_stop_joins (before, here))
    before = NULL;
  if (behind != NULL && !ent_rounds_stop_joins (here, behind))
    behind = NULL;
  c->answer->travel = ent_rounds_stop_way (c->week, c->carer_index, before, here, &to) +
                      ent_rounds_stop_way (c->week, c->carer_index, here, behind, &from);
  if (before != NULL || behind != NULL)
    c->answer->travel -= ent_rounds_stop_way (c->week, c->carer_index, before, behind, &saved);
  c->answer->metres = to + from - saved;
}

static int
count_known (EntRoundsCase *c)
{
  const EntRoundsJudge *judge = c->judge;
  int client = c->visit->client;
  int known = ent_rounds_judge_tie (judge, client, c->carer_index)->times;

  for (int i = judge->client_first[client]; i < judge->client_first[client + 1]; i++)
    {
      int other = judge->client_visits[i];

      known += other != c->stop.visit && judge->places[other].carer == c->carer_index &&
               ent_rounds_judge_is_made (judge, other);
    }
  return known;
}

static void
count_cost (EntRoundsCase *c)
{
  EntRoundsAnswer *answer = c->answer;

  count_way (c);
  answer->week_minutes = ent_rounds_work_of_week (c->week, c->carer_index, c->round, c->n,
                                                  c->stop.day);
  answer->contract_minutes = c->carer->weekly_minutes;
  answer->is_overtime = answer->contract_minutes != ENT_INT_NONE &&
                        answer->week_minutes > answer->contract_minutes;
  answer->is_outside_wish = (c->visit->wished_from != ENT_ROUNDS_NONE &&
                             c->stop.from < c->visit->wished_from) ||
                            (c->visit->wished_to != ENT_ROUNDS_NONE &&
                             c->stop.to > c->visit->wished_to);
  answer->is_wished = ent_rounds_judge_tie (c->judge, c->visit->client, c->carer_index)->is_wished;
  answer->known = count_known (c);
}

static void
judge (EntRoundsJudge *self, const EntRoundsVisit *visit, int carer, EntRoundsAnswer *answer)
{
  EntRoundsCase c = { .judge = self,
                      .week = self->week,
                      .visit = visit,
                      .carer = &g_array_index (self->week->carers, EntRoundsCarer, carer),
                      .carer_index = carer,
                      .stop = ent_rounds_stop_make (self->week, answer->visit, carer,
                                                    answer->start),
                      .answer = answer };

  c.stop.to = c.stop.from + visit->minutes;
  put_on_trial (self, &c);
  answer->reason = ent_rounds_rules_apply (&c);
  if (answer->reason == ENT_ROUNDS_FITS)
    count_cost (&c);
}

static void
begin_answer (EntRoundsAnswer *answer, int visit, int start)
{
  *answer = (EntRoundsAnswer) { .reason = ENT_ROUNDS_FITS,
                                .visit = visit,
                                .start = start,
                                .other = ENT_ROUNDS_NONE,
                                .shift = ENT_ROUNDS_NONE,
                                .contract_minutes = ENT_INT_NONE };
}

void
ent_rounds_judge_ask_as (EntRoundsJudge *self,
                         const EntRoundsVisit *visit,
                         int position,
                         EntRoundsPlace place,
                         EntRoundsAnswer *answer)
{
  gboolean stays = self->places[position].carer == place.carer &&
                   self->places[position].start == place.start;

  begin_answer (answer, position, place.start);
  if (!ent_rounds_visit_is_open (visit) || (visit->is_locked && !stays))
    answer->reason = ENT_ROUNDS_LOCKED;
  else if (ent_rounds_day_of (place.start) != visit->day)
    answer->reason = ENT_ROUNDS_OTHER_DAY;
  else
    judge (self, visit, place.carer, answer);
}

void
ent_rounds_judge_ask (EntRoundsJudge *self,
                      int visit,
                      int carer,
                      int start,
                      EntRoundsAnswer *answer)
{
  ent_rounds_judge_ask_as (self, visit_at (self, visit), visit, (EntRoundsPlace) { carer, start },
                           answer);
}

EntRoundsReason
ent_rounds_judge_standing (EntRoundsJudge *self, int visit, int *other)
{
  EntRoundsAnswer answer;

  begin_answer (&answer, visit, self->places[visit].start);
  if (ent_rounds_visit_is_open (visit_at (self, visit)) && ent_rounds_judge_is_made (self, visit))
    judge (self, visit_at (self, visit), self->places[visit].carer, &answer);
  if (other != NULL)
    *other = answer.other;
  return answer.reason;
}
