/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A proposal: asked for, shown beside what stands, accepted in whole or in part. Main thread. */

#include "ent-rounds-decide.h"
#include "ent-rounds-page-private.h"

#include <glib/gi18n-lib.h>

#define THINKING_S 8.0

static void
progress_cb (const EntPlannerProgress *progress, gpointer data)
{
  EntRoundsPage *self = data;
  g_autofree char *text = g_strdup_printf (ngettext ("%d visit without a carer",
                                                     "%d visits without a carer",
                                                     progress->unplaced),
                                           progress->unplaced);

  gtk_progress_bar_set_fraction (self->progress, progress->fraction);
  gtk_progress_bar_set_text (self->progress, text);
}

static void
show_planning (EntRoundsPage *self)
{
  gboolean is_planning = self->planning != NULL;
  gboolean can_propose = !is_planning && self->judge != NULL && self->proposal == NULL;

  gtk_revealer_set_reveal_child (self->progress_revealer, is_planning);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.stop", is_planning);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.propose", can_propose);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.propose-rest", can_propose);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.propose-freely", can_propose);
}

static void
proposed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntRoundsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRoundsProposal) proposal = ent_rounds_propose_finish (result, &error);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (self->store == NULL)
    return;
  g_clear_object (&self->planning);
  if (proposal == NULL)
    {
      if (shell != NULL)
        ent_shell_report (shell, error);
    }
  /* Whoever went on meanwhile looks at other days, or at what has changed since. */
  else if (proposal->week == ent_rounds_page_get_week (self) && proposal->differences->len > 0)
    {
      self->proposal = g_steal_pointer (&proposal);
      ent_rounds_proposal_pane_set (self->proposal_pane, self->proposal);
      ent_board_set_judge (self->board, NULL, NULL, NULL);
      adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
      ent_rounds_page_show (self);
    }
  else if (shell != NULL)
    ent_shell_toast (shell,
                     proposal->week == ent_rounds_page_get_week (self)
                         ? _ ("Nothing better was found")
                         : _ ("The rounds have changed meanwhile: propose again"),
                     FALSE);
  show_planning (self);
}

static void
propose (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntRoundsPage *self = ENT_ROUNDS_PAGE (widget);
  EntRoundsWeek *week = ent_rounds_page_get_week (self);
  EntRoundsWish wish = { .freedom = ENT_ROUNDS_FEW_CHANGES, .seconds = THINKING_S, .seed = 1 };

  if (week == NULL || self->planning != NULL)
    return;
  if (g_str_equal (name, "rounds.propose-rest"))
    wish.freedom = ENT_ROUNDS_PLACE_REST;
  else if (g_str_equal (name, "rounds.propose-freely"))
    wish.freedom = ENT_ROUNDS_FREELY;
  wish.last_day = week->n_days - 1;
  self->planning = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_progress_bar_set_text (self->progress, _ ("Preparing…"));
  show_planning (self);
  ent_rounds_propose_async (week, &wish, progress_cb, self, self->planning, proposed_cb,
                            g_object_ref (self));
}

static void
stop (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (ENT_ROUNDS_PAGE (widget)->planning);
}

void
ent_rounds_propose_forget (EntRoundsPage *self)
{
  ent_rounds_proposal_pane_set (self->proposal_pane, NULL);
  g_clear_pointer (&self->proposal, ent_rounds_proposal_free);
  ent_rounds_acts_let_move (self);
  g_cancellable_cancel (self->planning);
  show_planning (self);
}

static void
tell_refusal (EntRoundsPage *self, const EntRoundsDifference *what, const EntRoundsAnswer *answer)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));
  const EntRoundsWeek *week = self->proposal->week;
  const EntRoundsVisit *visit = &g_array_index (week->visits, EntRoundsVisit, what->visit);
  const char *name = g_array_index (week->clients, EntRoundsClient, visit->client).name;
  g_autofree char *reason = ent_rounds_judge_describe (self->judge, what->to_carer, answer);
  /* Translators: whose visit, and why */
  g_autofree char *text = g_strdup_printf (_ ("%s cannot change without the rest: %s"), name,
                                           reason);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean is_blurred = root != NULL && gtk_widget_has_css_class (root, "blurred");

  if (shell != NULL)
    ent_shell_toast (shell, is_blurred ? _ ("One change cannot be made without the rest") : text,
                     FALSE);
}

/* Looks whether what was chosen can stand without the rest of the proposal; says why not. */
static gboolean
can_stand (EntRoundsPage *self, GArray *positions)
{
  GArray *all = self->proposal->differences;
  g_autoptr (GArray) ticked = g_array_copy (all);
  EntRoundsAnswer answer;
  guint refused = 0;
  gboolean stands;

  for (guint i = 0; i < all->len; i++)
    g_array_index (all, EntRoundsDifference, i).is_accepted = FALSE;
  for (guint i = 0; i < positions->len; i++)
    g_array_index (all, EntRoundsDifference, g_array_index (positions, int, i)).is_accepted = TRUE;
  stands = ent_rounds_proposal_check (self->proposal, &refused, &answer);
  if (!stands)
    tell_refusal (self, &g_array_index (all, EntRoundsDifference, refused), &answer);
  for (guint i = 0; i < all->len; i++)
    g_array_index (all, EntRoundsDifference, i)
        .is_accepted = g_array_index (ticked, EntRoundsDifference, i).is_accepted;
  return stands;
}

void
ent_rounds_propose_accept (EntRoundsPage *self, GArray *positions)
{
  EntRoundsDecision *decision;

  if (!can_stand (self, positions))
    return;
  decision = ent_rounds_decision_new ();
  for (guint i = 0; i < positions->len; i++)
    {
      int position = g_array_index (positions, int, i);
      const EntRoundsDifference *what = &g_array_index (self->proposal->differences,
                                                        EntRoundsDifference, position);

      ent_rounds_decision_add (decision, self->proposal->week, what->visit, what->to_carer,
                               what->to_start);
    }
  ent_rounds_page_decide (self, _ ("Proposal accepted"), decision);
}

void
ent_rounds_propose_update (EntRoundsPage *self)
{
  if (self->proposal != NULL)
    {
      g_autoptr (EntRoundsProposal)
                    rest = ent_rounds_proposal_carry (self->proposal,
                                                      ent_rounds_page_get_week (self));

      ent_rounds_propose_forget (self);
      if (rest->differences->len > 0)
        {
          self->proposal = g_steal_pointer (&rest);
          ent_rounds_proposal_pane_set (self->proposal_pane, self->proposal);
          ent_board_set_judge (self->board, NULL, NULL, NULL);
        }
    }
  show_planning (self);
}

void
ent_rounds_propose_install (GtkWidgetClass *widget_class)
{
  static const char *const proposing[] = { "rounds.propose", "rounds.propose-rest",
                                           "rounds.propose-freely" };

  for (guint i = 0; i < G_N_ELEMENTS (proposing); i++)
    gtk_widget_class_install_action (widget_class, proposing[i], NULL, propose);
  gtk_widget_class_install_action (widget_class, "rounds.stop", NULL, stop);
}
