/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moves that belong together. Any thread, one at a time. */

#include "ent-rounds-together.h"

#include "ent-rounds-judge-private.h"

#include <glib/gi18n-lib.h>

static const EntRoundsVisit *
visit_at (const EntRoundsJudge *self, int visit)
{
  return &g_array_index (self->week->visits, EntRoundsVisit, visit);
}

/* TRUE when one of the visits stays where it is. */
static gboolean
is_held (EntRoundsJudge *self, EntRoundsTogether *together)
{
  for (int i = 0; i < together->n_steps; i++)
    {
      const EntRoundsStep *step = &together->steps[i];

      if (!visit_at (self, step->visit)->is_locked)
        continue;
      ent_rounds_judge_ask (self, step->visit, step->carer, step->start, &together->answer);
      together->refused = i;
      if (together->answer.reason == ENT_ROUNDS_LOCKED)
        return TRUE;
    }
  return FALSE;
}

/* Asks for each step while all the others are taken. */
static void
judge_steps (EntRoundsJudge *self, EntRoundsTogether *together)
{
  EntRoundsPlace stood[2];
  EntRoundsAnswer answer;

  if (is_held (self, together))
    return;
  for (int i = 0; i < together->n_steps; i++)
    stood[i] = self->places[together->steps[i].visit];
  for (int i = 0; i < together->n_steps; i++)
    {
      const EntRoundsStep *step = &together->steps[i];

      ent_rounds_judge_place (self, step->visit, step->carer, step->start);
    }
  together->refused = ENT_ROUNDS_NONE;
  for (int i = 0; i < together->n_steps && together->refused == ENT_ROUNDS_NONE; i++)
    {
      const EntRoundsStep *step = &together->steps[i];

      ent_rounds_judge_ask (self, step->visit, step->carer, step->start, &answer);
      if (answer.reason != ENT_ROUNDS_FITS)
        together->refused = i;
      if (i == 0 || together->refused == i)
        together->answer = answer;
    }
  for (int i = 0; i < together->n_steps; i++)
    ent_rounds_judge_place (self, together->steps[i].visit, stood[i].carer, stood[i].start);
}

void
ent_rounds_judge_move (EntRoundsJudge *self,
                       int visit,
                       int carer,
                       int start,
                       EntRoundsTogether *together)
{
  int pair = visit_at (self, visit)->pair;

  *together = (EntRoundsTogether) { .steps = { { visit, carer, start } },
                                    .n_steps = 1,
                                    .refused = ENT_ROUNDS_NONE };
  if (pair != ENT_ROUNDS_NONE && ent_rounds_judge_is_made (self, pair) &&
      self->places[pair].start != start && self->places[pair].carer != carer)
    together->steps[together->n_steps++] = (EntRoundsStep) { pair, self->places[pair].carer,
                                                             start };
  if (together->n_steps > 1)
    {
      judge_steps (self, together);
      return;
    }
  ent_rounds_judge_ask (self, visit, carer, start, &together->answer);
  if (together->answer.reason != ENT_ROUNDS_FITS)
    together->refused = 0;
}

void
ent_rounds_judge_swap (EntRoundsJudge *self, int first, int second, EntRoundsTogether *together)
{
  EntRoundsPlace a = self->places[first], b = self->places[second];
  gboolean same_day = visit_at (self, first)->day == visit_at (self, second)->day;
  EntRoundsTogether carers = {
    .steps = { { first, b.carer, a.start }, { second, a.carer, b.start } }, .n_steps = 2
  };

  *together = (EntRoundsTogether) {
    .steps = { { first, b.carer, b.start }, { second, a.carer, a.start } }, .n_steps = 2
  };
  if (same_day)
    judge_steps (self, together);
  if (same_day && (together->refused == ENT_ROUNDS_NONE || a.carer == b.carer))
    return;
  judge_steps (self, &carers);
  if (!same_day || carers.refused == ENT_ROUNDS_NONE)
    *together = carers;
}

char *
ent_rounds_judge_describe_together (EntRoundsJudge *self, const EntRoundsTogether *together)
{
  const EntRoundsStep *step = &together->steps[MAX (together->refused, 0)];
  const EntRoundsWeek *week = self->week;
  const EntRoundsClient *client = &g_array_index (week->clients, EntRoundsClient,
                                                  visit_at (self, step->visit)->client);
  const EntRoundsCarer *carer = &g_array_index (week->carers, EntRoundsCarer, step->carer);
  g_autofree char *text = ent_rounds_judge_describe (self, step->carer, &together->answer);

  if (together->n_steps == 1)
    return g_steal_pointer (&text);
  if (together->refused == ENT_ROUNDS_NONE)
    /* Translators: what a move of two visits at once costs the first of them */
    return g_strdup_printf (_ ("Both move · %s"), text);
  /* Translators: whose visit; by whom it would be made; why that cannot be */
  return g_strdup_printf (_ ("%1$s with %2$s: %3$s"), client->name, carer->name, text);
}

gboolean
ent_rounds_visit_can_split (const EntRoundsVisit *visit)
{
  return ent_rounds_visit_is_open (visit) && !visit->is_locked && visit->pair == ENT_ROUNDS_NONE &&
         visit->minutes >= 2 * ENT_ROUNDS_LEAST_PART;
}

void
ent_rounds_judge_ask_part (EntRoundsJudge *self,
                           int visit,
                           int minutes,
                           int carer,
                           EntRoundsAnswer *answer)
{
  EntRoundsVisit part = *visit_at (self, visit);

  part.minutes -= minutes;
  part.fixed_at = ENT_ROUNDS_NONE;
  ent_rounds_judge_ask_as (self, &part, visit,
                           (EntRoundsPlace) { carer, self->places[visit].start + minutes }, answer);
}
