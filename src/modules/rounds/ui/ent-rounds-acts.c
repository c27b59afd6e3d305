/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is decided on the board, by hand or from a proposal: each is one act in the register, that
 * can be undone. Main thread. */

#include "ent-rounds-page-private.h"

#include "ent-board-scale.h"
#include "ent-rounds-change.h"
#include "ent-rounds-offers.h"

#include <glib/gi18n-lib.h>

#define THINKING_S 8.0

typedef struct
{
  GArray *moves; /* EntRoundsMove */
  gint64 locked; /* a visit to lock or unlock; 0: none */
  gboolean is_locked;
} Decision;

static void
decision_free (Decision *decision)
{
  g_array_unref (decision->moves);
  g_free (decision);
}

static gboolean
write_decision (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  const Decision *decision = data;

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

/* Takes the decision. */
static void
decide (EntRoundsPage *self, const char *label, Decision *decision)
{
  Act *act = g_new0 (Act, 1);

  act->page = g_object_ref (self);
  act->label = g_strdup (label);
  ent_store_write_async (self->store, label, write_decision, decision,
                         (GDestroyNotify) decision_free, NULL, written_cb, act);
}

static Decision *
decision_new (void)
{
  Decision *decision = g_new0 (Decision, 1);

  decision->moves = g_array_new (FALSE, FALSE, sizeof (EntRoundsMove));
  return decision;
}

static EntRoundsWeek *
week_of (EntRoundsPage *self)
{
  return self->judge != NULL ? ent_rounds_judge_get_week (self->judge) : NULL;
}

static const EntRoundsVisit *
visit_of (EntRoundsPage *self, gint64 id, int *position)
{
  EntRoundsWeek *week = week_of (self);

  *position = week != NULL ? ent_rounds_week_find (week, id) : ENT_ROUNDS_NONE;
  return *position != ENT_ROUNDS_NONE ? &g_array_index (week->visits, EntRoundsVisit, *position)
                                      : NULL;
}

static void
add_move (Decision *decision, const EntRoundsWeek *week, int visit, int carer, int start)
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

static void
judge_cb (gint64 block, int row, int start, EntBoardVerdict *verdict, gpointer data)
{
  EntRoundsPage *self = data;
  EntRoundsAnswer answer;
  int visit;

  if (visit_of (self, block, &visit) == NULL)
    {
      verdict->text = g_strdup (_ ("This visit is of other days"));
      return;
    }
  ent_rounds_judge_ask (self->judge, visit, row, start, &answer);
  verdict->fits = answer.reason == ENT_ROUNDS_FITS;
  verdict->text = ent_rounds_judge_describe (self->judge, row, &answer);
}

static int
length_cb (gint64 block, gpointer data)
{
  int position;
  const EntRoundsVisit *visit = visit_of (data, block, &position);

  return visit != NULL ? visit->minutes : 0;
}

static void
moved_cb (EntRoundsPage *self, gint64 block, int row, int start)
{
  Decision *decision;
  int visit;

  if (visit_of (self, block, &visit) == NULL)
    return;
  decision = decision_new ();
  add_move (decision, week_of (self), visit, row, start);
  decide (self, _ ("Visit moved"), decision);
}

static void
offer_chosen (int visit, const EntRoundsOffer *offer, gpointer data)
{
  EntRoundsPage *self = data;
  Decision *decision;

  if (self->judge == NULL || visit >= (int) week_of (self)->visits->len)
    return;
  decision = decision_new ();
  add_move (decision, week_of (self), visit, offer->carer, offer->start);
  decide (self, _ ("Visit given to a carer"), decision);
}

void
ent_rounds_acts_offer (EntRoundsPage *self, gint64 visit_id)
{
  int visit;

  if (visit_of (self, visit_id, &visit) != NULL)
    ent_rounds_offers_show (GTK_WIDGET (self), self->judge, visit, offer_chosen, self);
}

static void
activated_cb (EntRoundsPage *self, gint64 block)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (shell != NULL)
    ent_shell_open (shell, &ent_visit_schema, block);
}

static void
act_on_block (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntRoundsPage *self = ENT_ROUNDS_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  int position;
  const EntRoundsVisit *visit = visit_of (self, id, &position);
  Decision *decision;

  if (visit == NULL)
    return;
  if (g_str_equal (name, "rounds.open"))
    activated_cb (self, id);
  else if (g_str_equal (name, "rounds.offer"))
    ent_rounds_acts_offer (self, id);
  else if (g_str_equal (name, "rounds.lock"))
    {
      decision = decision_new ();
      decision->locked = id;
      decision->is_locked = !visit->is_locked;
      decide (self, visit->is_locked ? _ ("Visit unlocked") : _ ("Visit locked"), decision);
    }
  else
    {
      decision = decision_new ();
      add_move (decision, week_of (self), position, ENT_ROUNDS_NONE, ENT_ROUNDS_NONE);
      decide (self, _ ("Visit taken off the board"), decision);
    }
}

static void
add_item (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static void
menu_cb (EntRoundsPage *self, gint64 block, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));
  int position;
  const EntRoundsVisit *visit = visit_of (self, block, &position);

  if (visit == NULL)
    return;
  add_item (menu, _ ("_Open the Visit"), "rounds.open", block);
  if (ent_rounds_visit_is_open (visit) && self->proposal == NULL)
    {
      if (!visit->is_locked)
        {
          add_item (menu, _ ("Who Else Could _Come…"), "rounds.offer", block);
          add_item (menu, _ ("_Take off the Board"), "rounds.unplace", block);
        }
      add_item (menu, visit->is_locked ? _ ("Un_lock") : _ ("_Lock"), "rounds.lock", block);
    }
  if (shell != NULL)
    ent_shell_extend_menu (shell, "board", g_variant_new_int64 (block), menu);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self->board));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

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
  else if (proposal->week == week_of (self) && proposal->differences->len > 0)
    {
      self->proposal = g_steal_pointer (&proposal);
      ent_rounds_proposal_pane_set (self->proposal_pane, self->proposal);
      ent_board_set_judge (self->board, NULL, NULL, NULL);
      adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
      ent_rounds_page_show (self);
    }
  else if (shell != NULL)
    ent_shell_toast (shell,
                     proposal->week == week_of (self)
                         ? _ ("Nothing better was found")
                         : _ ("The rounds have changed meanwhile: propose again"),
                     FALSE);
  show_planning (self);
}

static void
propose (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntRoundsPage *self = ENT_ROUNDS_PAGE (widget);
  EntRoundsWeek *week = week_of (self);
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
ent_rounds_acts_forget_proposal (EntRoundsPage *self)
{
  ent_rounds_proposal_pane_set (self->proposal_pane, NULL);
  g_clear_pointer (&self->proposal, ent_rounds_proposal_free);
  ent_board_set_judge (self->board, judge_cb, self, NULL);
  ent_board_set_length_of (self->board, length_cb);
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

  if (shell != NULL)
    ent_shell_toast (shell, text, FALSE);
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
ent_rounds_acts_accept (EntRoundsPage *self, GArray *positions)
{
  Decision *decision;

  if (!can_stand (self, positions))
    return;
  decision = decision_new ();
  for (guint i = 0; i < positions->len; i++)
    {
      int position = g_array_index (positions, int, i);
      const EntRoundsDifference *what = &g_array_index (self->proposal->differences,
                                                        EntRoundsDifference, position);

      add_move (decision, self->proposal->week, what->visit, what->to_carer, what->to_start);
    }
  decide (self, _ ("Proposal accepted"), decision);
}

void
ent_rounds_acts_update (EntRoundsPage *self)
{
  if (self->proposal != NULL)
    {
      g_autoptr (EntRoundsProposal)
                    rest = ent_rounds_proposal_carry (self->proposal, week_of (self));

      ent_rounds_acts_forget_proposal (self);
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
ent_rounds_acts_install (GtkWidgetClass *widget_class)
{
  static const char *const of_block[] = { "rounds.open", "rounds.offer", "rounds.lock",
                                          "rounds.unplace" };
  static const char *const proposing[] = { "rounds.propose", "rounds.propose-rest",
                                           "rounds.propose-freely" };

  for (guint i = 0; i < G_N_ELEMENTS (of_block); i++)
    gtk_widget_class_install_action (widget_class, of_block[i], "x", act_on_block);
  for (guint i = 0; i < G_N_ELEMENTS (proposing); i++)
    gtk_widget_class_install_action (widget_class, proposing[i], NULL, propose);
  gtk_widget_class_install_action (widget_class, "rounds.stop", NULL, stop);
}

void
ent_rounds_acts_connect (EntRoundsPage *self)
{
  g_signal_connect_object (self->board, "block-moved", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "block-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "block-menu", G_CALLBACK (menu_cb), self,
                           G_CONNECT_SWAPPED);
  ent_rounds_acts_forget_proposal (self);
}
