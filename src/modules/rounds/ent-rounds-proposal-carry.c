/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A proposal outlives the picture that it was made of: what was accepted is left out, what others
 * have changed meanwhile too. Any thread. */

#include "ent-rounds-proposal.h"

static gint64
carer_id (const EntRoundsWeek *week, int carer)
{
  return carer != ENT_ROUNDS_NONE ? g_array_index (week->carers, EntRoundsCarer, carer).id : 0;
}

static int
find_carer (const EntRoundsWeek *week, gint64 id)
{
  for (guint i = 0; id != 0 && i < week->carers->len; i++)
    if (g_array_index (week->carers, EntRoundsCarer, i).id == id)
      return (int) i;
  return ENT_ROUNDS_NONE;
}

/* FALSE when it no longer stands as it did, or the carer has gone. */
static gboolean
carry_one (const EntRoundsWeek *old, const EntRoundsWeek *week, EntRoundsDifference *what)
{
  gint64 id = g_array_index (old->visits, EntRoundsVisit, what->visit).id;
  gint64 to = carer_id (old, what->to_carer);
  const EntRoundsVisit *visit;

  what->visit = ent_rounds_week_find (week, id);
  if (what->visit == ENT_ROUNDS_NONE)
    return FALSE;
  visit = &g_array_index (week->visits, EntRoundsVisit, what->visit);
  if (!ent_rounds_visit_is_open (visit) || visit->is_locked || visit->start != what->from_start ||
      carer_id (week, visit->carer) != carer_id (old, what->from_carer))
    return FALSE;
  what->from_carer = visit->carer;
  what->to_carer = find_carer (week, to);
  return to == 0 || what->to_carer != ENT_ROUNDS_NONE;
}

EntRoundsProposal *
ent_rounds_proposal_carry (const EntRoundsProposal *self, EntRoundsWeek *week)
{
  EntRoundsProposal *rest = g_new0 (EntRoundsProposal, 1);

  rest->week = ent_rounds_week_ref (week);
  rest->differences = g_array_new (FALSE, FALSE, sizeof (EntRoundsDifference));
  rest->standing = ent_rounds_judge_new (week);
  rest->result = ent_rounds_judge_new (week);
  for (guint i = 0; i < self->differences->len; i++)
    {
      EntRoundsDifference what = g_array_index (self->differences, EntRoundsDifference, i);

      if (!carry_one (self->week, week, &what))
        continue;
      ent_rounds_judge_place (rest->result, what.visit, what.to_carer, what.to_start);
      g_array_append_val (rest->differences, what);
    }
  ent_rounds_judge_figures (rest->standing, &rest->before);
  ent_rounds_judge_figures (rest->result, &rest->after);
  return rest;
}
