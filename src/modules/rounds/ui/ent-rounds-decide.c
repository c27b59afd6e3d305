/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes decisions: each is one act in the register, that can be undone. Main thread. */

#include "ent-rounds-decide.h"

#include "ent-board-scale.h"
#include "ent-rounds-page-private.h"

void
ent_rounds_decision_free (EntRoundsDecision *decision)
{
  g_array_unref (decision->moves);
  g_free (decision);
}

static gboolean
write_decision (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  const EntRoundsDecision *decision = data;

  if (decision->split.visit_id != 0)
    return ent_rounds_apply_split (apply, &decision->split, error);
  if (decision->locked != 0)
    return ent_rounds_apply_lock (apply, decision->locked, decision->is_locked, error);
  return ent_rounds_apply_moves (apply, (const EntRoundsMove *) (gpointer) decision->moves->data,
                                 decision->moves->len, error);
}

typedef struct
{
  EntRoundsPage *page;
  char *label;
} Act;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Act *act = user_data;
  g_autoptr (GError) error = NULL;
  EntShell *shell = ent_shell_for (GTK_WIDGET (act->page));

  if (ent_store_write_finish (ENT_STORE (source), result, &error) != 0 && shell != NULL)
    ent_shell_toast (shell, act->label, TRUE);
  else if (shell != NULL)
    ent_shell_report (shell, error);
  if (error != NULL)
    ent_rounds_page_reload (act->page);
  g_object_unref (act->page);
  g_free (act->label);
  g_free (act);
}

void
ent_rounds_page_decide (EntRoundsPage *self, const char *label, EntRoundsDecision *decision)
{
  Act *act;

  if (self->store == NULL)
    {
      ent_rounds_decision_free (decision);
      return;
    }
  act = g_new0 (Act, 1);
  act->page = g_object_ref (self);
  act->label = g_strdup (label);
  ent_store_write_async (self->store, label, write_decision, decision,
                         (GDestroyNotify) ent_rounds_decision_free, NULL, written_cb, act);
}

EntRoundsDecision *
ent_rounds_decision_new (void)
{
  EntRoundsDecision *decision = g_new0 (EntRoundsDecision, 1);

  decision->moves = g_array_new (FALSE, FALSE, sizeof (EntRoundsMove));
  return decision;
}

void
ent_rounds_decision_add (EntRoundsDecision *decision,
                         const EntRoundsWeek *week,
                         int visit,
                         int carer,
                         int start)
{
  const EntRoundsVisit *what = &g_array_index (week->visits, EntRoundsVisit, visit);
  EntRoundsMove move = { .visit_id = what->id,
                         .version = what->version,
                         .day = week->first_day + what->day,
                         .start_time = ENT_INT_NONE,
                         .travel_minutes = ENT_INT_NONE,
                         .travel_metres = ENT_INT_NONE };

  if (carer != ENT_ROUNDS_NONE)
    move.carer_id = g_array_index (week->carers, EntRoundsCarer, carer).id;
  if (start != ENT_ROUNDS_NONE)
    {
      move.day = week->first_day + start / ENT_BOARD_DAY;
      move.start_time = start % ENT_BOARD_DAY;
    }
  g_array_append_val (decision->moves, move);
}
