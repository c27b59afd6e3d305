/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who stands in for a carer who is away. Any thread, one at a time. */

#include "ent-cover-plan.h"

#define DAY 1440

static void
clear_orphan (gpointer data)
{
  g_free (((EntCoverOrphan *) data)->reason);
}

static int
find_carer (const EntRoundsWeek *week, gint64 id)
{
  for (guint i = 0; i < week->carers->len; i++)
    if (g_array_index (week->carers, EntRoundsCarer, i).id == id)
      return (int) i;
  return ENT_ROUNDS_NONE;
}

static gboolean
is_orphan (const EntCoverPlan *self, const EntRoundsVisit *visit)
{
  int start = visit->start != ENT_ROUNDS_NONE ? visit->start - visit->day * DAY : ENT_INT_NONE;

  return self->carer != ENT_ROUNDS_NONE && visit->carer == self->carer &&
         ent_rounds_visit_is_open (visit) &&
         ent_cover_away_takes (&self->away, self->week->first_day + visit->day, start,
                               visit->minutes);
}

static int
time_of (const EntRoundsVisit *visit)
{
  return visit->start != ENT_ROUNDS_NONE ? visit->start : visit->earliest;
}

static int
compare_orphans (gconstpointer a, gconstpointer b, gpointer data)
{
  const EntRoundsWeek *week = data;
  const EntRoundsVisit *left = &g_array_index (week->visits, EntRoundsVisit,
                                               ((const EntCoverOrphan *) a)->visit);
  const EntRoundsVisit *right = &g_array_index (week->visits, EntRoundsVisit,
                                                ((const EntCoverOrphan *) b)->visit);

  if (left->day != right->day)
    return left->day - right->day;
  if (time_of (left) != time_of (right))
    return time_of (left) - time_of (right);
  if (left->priority != right->priority)
    return (int) left->priority - (int) right->priority;
  return (left->id > right->id) - (left->id < right->id);
}

static void
list_orphans (EntCoverPlan *self)
{
  for (guint i = 0; i < self->week->visits->len; i++)
    {
      EntRoundsVisit *visit = &g_array_index (self->week->visits, EntRoundsVisit, i);
      EntCoverOrphan orphan = { .visit = (int) i,
                                .was_locked = visit->is_locked,
                                .old_start = visit->start,
                                .is_stale = TRUE };

      if (!is_orphan (self, visit))
        continue;
      visit->is_locked = FALSE;
      g_array_append_val (self->orphans, orphan);
    }
  g_array_sort_with_data (self->orphans, compare_orphans, self->week);
}

EntCoverPlan *
ent_cover_plan_new (EntRoundsWeek *week,
                    const EntCoverAway *away,
                    gint64 agent_id,
                    const char *carer_name)
{
  EntCoverPlan *self = g_new0 (EntCoverPlan, 1);

  self->away = *away;
  self->agent_id = agent_id;
  self->carer_name = g_strdup (carer_name);
  self->week = week;
  self->carer = find_carer (week, away->carer_id);
  self->orphans = g_array_new (FALSE, TRUE, sizeof (EntCoverOrphan));
  g_array_set_clear_func (self->orphans, clear_orphan);
  list_orphans (self);
  self->judge = ent_rounds_judge_new (week);
  return self;
}

void
ent_cover_plan_free (EntCoverPlan *self)
{
  ent_rounds_judge_free (self->judge);
  g_array_unref (self->orphans);
  ent_rounds_week_unref (self->week);
  g_free (self->carer_name);
  g_free (self);
}

EntCoverOrphan *
ent_cover_plan_get (const EntCoverPlan *self, guint orphan)
{
  return &g_array_index (self->orphans, EntCoverOrphan, orphan);
}

const EntRoundsVisit *
ent_cover_plan_visit (const EntCoverPlan *self, guint orphan)
{
  return &g_array_index (self->week->visits, EntRoundsVisit,
                         ent_cover_plan_get (self, orphan)->visit);
}

const EntRoundsClient *
ent_cover_plan_client (const EntCoverPlan *self, guint orphan)
{
  return &g_array_index (self->week->clients, EntRoundsClient,
                         ent_cover_plan_visit (self, orphan)->client);
}

static void
find_offers (EntCoverPlan *self, EntCoverOrphan *orphan)
{
  EntRoundsOffer found[ENT_COVER_MOST + 1];
  int n = ent_rounds_judge_offers (self->judge, orphan->visit, found, ENT_COVER_MOST + 1);

  orphan->n_offers = 0;
  orphan->is_stale = FALSE;
  for (int i = 0; i < n && orphan->n_offers < ENT_COVER_MOST; i++)
    if (found[i].carer != self->carer)
      orphan->offers[orphan->n_offers++] = found[i];
}

/* What was chosen takes somebody's time: the rest is asked anew. */
static void
note_choice (EntCoverPlan *self)
{
  for (guint i = 0; i < self->orphans->len; i++)
    {
      EntCoverOrphan *orphan = ent_cover_plan_get (self, i);

      orphan->is_stale = orphan->is_stale || orphan->fate == ENT_COVER_OPEN;
    }
}

static void
stand (EntCoverPlan *self, const EntCoverOrphan *orphan, int carer, int start)
{
  ent_rounds_judge_place (self->judge, orphan->visit, carer, start);
}

gboolean
ent_cover_plan_give (EntCoverPlan *self, guint position, const EntRoundsOffer *offer)
{
  EntCoverOrphan *orphan = ent_cover_plan_get (self, position);
  EntRoundsOffer chosen = *offer;

  ent_cover_plan_reopen (self, position);
  ent_rounds_judge_ask (self->judge, orphan->visit, chosen.carer, chosen.start, &chosen.answer);
  if (chosen.carer == self->carer || chosen.answer.reason != ENT_ROUNDS_FITS)
    return FALSE;
  stand (self, orphan, chosen.carer, chosen.start);
  orphan->chosen = chosen;
  orphan->fate = ENT_COVER_GIVEN;
  note_choice (self);
  return TRUE;
}

void
ent_cover_plan_reopen (EntCoverPlan *self, guint position)
{
  EntCoverOrphan *orphan = ent_cover_plan_get (self, position);

  stand (self, orphan, self->carer, orphan->old_start);
  g_clear_pointer (&orphan->reason, g_free);
  orphan->fate = ENT_COVER_OPEN;
  note_choice (self);
}

void
ent_cover_plan_leave (EntCoverPlan *self, guint position)
{
  ent_cover_plan_reopen (self, position);
  ent_cover_plan_get (self, position)->fate = ENT_COVER_LEFT;
}

gboolean
ent_cover_plan_cancel (EntCoverPlan *self, guint position, const char *reason)
{
  EntCoverOrphan *orphan = ent_cover_plan_get (self, position);
  g_autofree char *text = g_strstrip (g_strdup (reason != NULL ? reason : ""));

  if (ent_cover_plan_visit (self, position)->priority != ENT_CARE_POSTPONABLE || *text == '\0')
    return FALSE;
  ent_cover_plan_reopen (self, position);
  stand (self, orphan, ENT_ROUNDS_NONE, ENT_ROUNDS_NONE);
  orphan->reason = g_steal_pointer (&text);
  orphan->fate = ENT_COVER_CANCELLED;
  return TRUE;
}

/* The most pressing of those that are open and not yet tried; -1: none. */
static int
next_to_accept (const EntCoverPlan *self)
{
  int best = -1;

  for (guint i = 0; i < self->orphans->len; i++)
    {
      const EntCoverOrphan *orphan = ent_cover_plan_get (self, i);

      if (orphan->fate != ENT_COVER_OPEN || !orphan->is_stale)
        continue;
      if (best < 0 || ent_cover_plan_visit (self, i)->priority <
                          ent_cover_plan_visit (self, (guint) best)->priority)
        best = (int) i;
    }
  return best;
}

static void
accept_best (EntCoverPlan *self, EntCoverOrphan *orphan)
{
  if (orphan->n_offers == 0)
    return;
  orphan->chosen = orphan->offers[0];
  orphan->fate = ENT_COVER_GIVEN;
  stand (self, orphan, orphan->chosen.carer, orphan->chosen.start);
}

void
ent_cover_plan_accept_all (EntCoverPlan *self)
{
  self->is_accepting = TRUE;
  note_choice (self);
}

gboolean
ent_cover_plan_step (EntCoverPlan *self)
{
  int next = next_to_accept (self);
  EntCoverOrphan *orphan;

  if (next < 0 && !self->is_accepting)
    return FALSE;
  if (next < 0)
    {
      /* For whom nobody was found, those who have visits nearby by now are asked again. */
      self->is_accepting = FALSE;
      note_choice (self);
      return TRUE;
    }
  orphan = ent_cover_plan_get (self, (guint) next);
  find_offers (self, orphan);
  if (self->is_accepting)
    accept_best (self, orphan);
  return TRUE;
}

guint
ent_cover_plan_count (const EntCoverPlan *self, EntCoverFate fate)
{
  guint n = 0;

  for (guint i = 0; i < self->orphans->len; i++)
    n += ent_cover_plan_get (self, i)->fate == fate;
  return n;
}
