/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is decided on the board by hand. Main thread. */

#include "ent-rounds-page-private.h"

#include "ent-board-scale.h"
#include "ent-clock.h"
#include "ent-popup-menu.h"
#include "ent-rounds-decide.h"
#include "ent-rounds-offers.h"
#include "ent-rounds-split.h"
#include "ent-rounds-together.h"

#include <glib/gi18n-lib.h>

static void
judge_cb (gint64 block, int row, int start, EntBoardVerdict *verdict, gpointer data)
{
  EntRoundsPage *self = data;
  EntRoundsTogether together;
  int visit;

  if (ent_rounds_page_find (self, block, &visit) == NULL)
    {
      verdict->text = g_strdup (_ ("This visit is of other days"));
      return;
    }
  ent_rounds_judge_move (self->judge, visit, row, start, &together);
  verdict->fits = together.refused == ENT_ROUNDS_NONE;
  verdict->text = ent_rounds_judge_describe_together (self->judge, &together);
}

static int
length_cb (gint64 block, gpointer data)
{
  int position;
  const EntRoundsVisit *visit = ent_rounds_page_find (data, block, &position);

  return visit != NULL ? visit->minutes : 0;
}

/* All its steps, or none. */
static void
take_steps (EntRoundsPage *self, const char *label, const EntRoundsTogether *together)
{
  EntRoundsDecision *decision = ent_rounds_decision_new ();

  for (int i = 0; i < together->n_steps; i++)
    ent_rounds_decision_add (decision, ent_rounds_page_get_week (self), together->steps[i].visit,
                             together->steps[i].carer, together->steps[i].start);
  ent_rounds_page_decide (self, label, decision);
}

static void
moved_cb (EntRoundsPage *self, gint64 block, int row, int start)
{
  EntRoundsTogether together;
  int visit;

  if (ent_rounds_page_find (self, block, &visit) == NULL)
    return;
  ent_rounds_judge_move (self->judge, visit, row, start, &together);
  if (together.refused == ENT_ROUNDS_NONE)
    take_steps (self, ngettext ("Visit moved", "Visits moved", together.n_steps), &together);
}

static int
find_carer (const EntRoundsWeek *week, gint64 id)
{
  for (int i = 0; i < (int) week->carers->len; i++)
    if (g_array_index (week->carers, EntRoundsCarer, i).id == id)
      return i;
  return ENT_ROUNDS_NONE;
}

static void
say (EntRoundsPage *self, const char *text)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (shell != NULL)
    ent_shell_toast (shell, text, FALSE);
}

/* The picture may have been read again since carers were offered: what was chosen is judged anew.
 */
static void
offer_chosen (const EntRoundsChoice *choice, gpointer data)
{
  EntRoundsPage *self = data;
  EntRoundsTogether together = { .refused = 0 };
  int visit, carer = ENT_ROUNDS_NONE;

  if (ent_rounds_page_find (self, choice->visit_id, &visit) != NULL)
    carer = find_carer (ent_rounds_page_get_week (self), choice->carer_id);
  if (carer != ENT_ROUNDS_NONE)
    ent_rounds_judge_move (self->judge, visit, carer, choice->start, &together);
  if (together.refused == ENT_ROUNDS_NONE)
    take_steps (self, _ ("Visit given to a carer"), &together);
  else
    say (self, _ ("The rounds have changed meanwhile: choose again"));
}

void
ent_rounds_acts_offer (EntRoundsPage *self, gint64 visit_id)
{
  int visit;

  if (ent_rounds_page_find (self, visit_id, &visit) != NULL)
    ent_rounds_offers_show (GTK_WIDGET (self), self->judge, visit, offer_chosen, self);
}

/* Changing places. */

/* The visit, if somebody makes it: it may have been taken off the board meanwhile. */
static const EntRoundsVisit *
find_made (EntRoundsPage *self, gint64 id, int *position)
{
  const EntRoundsVisit *visit = ent_rounds_page_find (self, id, position);

  return visit != NULL && ent_rounds_visit_occupies (visit) ? visit : NULL;
}

/* "Dupont Anne, 09:00, Luce Leroy" */
static char *
describe (EntRoundsPage *self, int position)
{
  const EntRoundsWeek *week = ent_rounds_page_get_week (self);
  const EntRoundsVisit *visit = &g_array_index (week->visits, EntRoundsVisit, position);
  g_autofree char *time = ent_clock_format (visit->start % ENT_BOARD_DAY);
  const char *client = g_array_index (week->clients, EntRoundsClient, visit->client).name;
  const char *carer = g_array_index (week->carers, EntRoundsCarer, visit->carer).name;

  return g_strjoin (", ", client, time, carer, NULL);
}

static void
show_swap (EntRoundsPage *self)
{
  gint64 other = ent_board_get_selected (self->board);
  EntRoundsTogether together = { .refused = 0 };
  g_autofree char *one = NULL;
  g_autofree char *text = NULL;
  const EntRoundsVisit *first, *second;
  int a, b;

  first = find_made (self, self->swapping, &a);
  second = other != self->swapping ? find_made (self, other, &b) : NULL;
  gtk_revealer_set_reveal_child (self->swap_revealer, first != NULL);
  if (first == NULL)
    return;
  one = describe (self, a);
  if (second == NULL)
    /* Translators: whose visit, with the time and the carer */
    text = g_strdup_printf (_ ("Choose the visit with which this one changes places: %s"), one);
  else
    {
      g_autofree char *two = describe (self, b);
      g_autofree char *verdict = NULL;

      ent_rounds_judge_swap (self->judge, a, b, &together);
      verdict = ent_rounds_judge_describe_together (self->judge, &together);
      /* Translators: whose two visits change places, and whether they can */
      text = g_strdup_printf (_ ("%1$s ⇄ %2$s: %3$s"), one, two, verdict);
    }
  gtk_label_set_label (self->swap_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.swap-now",
                                 together.refused == ENT_ROUNDS_NONE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->board), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
set_swapping (EntRoundsPage *self, gint64 visit_id)
{
  self->swapping = visit_id;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.swap-cancel", visit_id != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.swap-now", FALSE);
  show_swap (self);
  if (visit_id == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

static void
swap_now (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntRoundsPage *self = ENT_ROUNDS_PAGE (widget);
  EntRoundsTogether together;
  int a, b;

  if (find_made (self, self->swapping, &a) == NULL ||
      find_made (self, ent_board_get_selected (self->board), &b) == NULL || a == b)
    return;
  ent_rounds_judge_swap (self->judge, a, b, &together);
  if (together.refused != ENT_ROUNDS_NONE)
    return;
  set_swapping (self, 0);
  take_steps (self, _ ("Visits swapped"), &together);
}

static void
cancel_swap (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_swapping (ENT_ROUNDS_PAGE (widget), 0);
}

static void
selected_cb (EntRoundsPage *self)
{
  if (self->swapping != 0)
    show_swap (self);
}

static void
split_chosen (const EntRoundsSplit *split, gpointer data)
{
  EntRoundsDecision *decision = ent_rounds_decision_new ();

  decision->split = *split;
  ent_rounds_page_decide (data, _ ("Visit split in two"), decision);
}

static void
open_visit (EntRoundsPage *self, gint64 block)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (shell != NULL)
    ent_shell_open (shell, &ent_visit_schema, block);
}

/* While two visits are to change places, what is chosen is the second. */
static void
activated_cb (EntRoundsPage *self, gint64 block)
{
  if (self->swapping != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "rounds.swap-now", NULL);
  else
    open_visit (self, block);
}

static void
change_lock (EntRoundsPage *self, const EntRoundsVisit *visit)
{
  EntRoundsDecision *decision = ent_rounds_decision_new ();

  decision->locked = visit->id;
  decision->is_locked = !visit->is_locked;
  ent_rounds_page_decide (self, visit->is_locked ? _ ("Visit unlocked") : _ ("Visit locked"),
                          decision);
}

static void
take_off (EntRoundsPage *self, int visit)
{
  EntRoundsDecision *decision = ent_rounds_decision_new ();

  ent_rounds_decision_add (decision, ent_rounds_page_get_week (self), visit, ENT_ROUNDS_NONE,
                           ENT_ROUNDS_NONE);
  ent_rounds_page_decide (self, _ ("Visit taken off the board"), decision);
}

static void
act_on_block (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntRoundsPage *self = ENT_ROUNDS_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  int position;
  const EntRoundsVisit *visit = ent_rounds_page_find (self, id, &position);

  if (visit == NULL)
    return;
  if (g_str_equal (name, "rounds.open"))
    open_visit (self, id);
  else if (g_str_equal (name, "rounds.offer"))
    ent_rounds_acts_offer (self, id);
  else if (g_str_equal (name, "rounds.lock"))
    change_lock (self, visit);
  else if (g_str_equal (name, "rounds.swap"))
    set_swapping (self, find_made (self, id, &position) != NULL ? id : 0);
  else if (g_str_equal (name, "rounds.split"))
    ent_rounds_split_show (GTK_WIDGET (self), self->judge, position, split_chosen, self);
  else
    take_off (self, position);
}

static void
add_item (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
acts_on (EntRoundsPage *self, const EntRoundsVisit *visit)
{
  GMenu *menu = g_menu_new ();
  gint64 block = visit->id;

  add_item (menu, _ ("_Open the Visit"), "rounds.open", block);
  if (ent_rounds_visit_is_open (visit) && self->proposal == NULL)
    {
      if (!visit->is_locked)
        {
          add_item (menu, _ ("Who Else Could _Come…"), "rounds.offer", block);
          add_item (menu, _ ("S_wap with…"), "rounds.swap", block);
          if (ent_rounds_visit_can_split (visit))
            add_item (menu, _ ("_Split in Two…"), "rounds.split", block);
          add_item (menu, _ ("_Take off the Board"), "rounds.unplace", block);
        }
      add_item (menu, visit->is_locked ? _ ("Un_lock") : _ ("_Lock"), "rounds.lock", block);
    }
  return G_MENU_MODEL (menu);
}

static void
menu_cb (EntRoundsPage *self, gint64 block, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenuModel) acts = NULL;
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));
  int position;
  const EntRoundsVisit *visit = ent_rounds_page_find (self, block, &position);

  if (visit == NULL)
    return;
  acts = acts_on (self, visit);
  g_menu_append_section (menu, NULL, acts);
  if (shell != NULL)
    ent_shell_extend_menu (shell, "board", g_variant_new ("(xi)", block, (int) visit->state), more);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  ent_popup_menu_show (GTK_WIDGET (self->board), G_MENU_MODEL (menu),
                       &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

void
ent_rounds_acts_let_move (EntRoundsPage *self)
{
  ent_board_set_judge (self->board, judge_cb, self, NULL);
  ent_board_set_length_of (self->board, length_cb);
}

void
ent_rounds_acts_update (EntRoundsPage *self)
{
  int visit;

  if (self->swapping != 0 && find_made (self, self->swapping, &visit) == NULL)
    set_swapping (self, 0);
  else if (self->swapping != 0)
    show_swap (self);
}

void
ent_rounds_acts_install (GtkWidgetClass *widget_class)
{
  static const char *const of_block[] = { "rounds.open", "rounds.offer", "rounds.lock",
                                          "rounds.swap", "rounds.split", "rounds.unplace" };

  for (guint i = 0; i < G_N_ELEMENTS (of_block); i++)
    gtk_widget_class_install_action (widget_class, of_block[i], "x", act_on_block);
  gtk_widget_class_install_action (widget_class, "rounds.swap-now", NULL, swap_now);
  gtk_widget_class_install_action (widget_class, "rounds.swap-cancel", NULL, cancel_swap);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "rounds.swap-cancel", NULL);
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
  g_signal_connect_object (self->board, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.swap-now", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.swap-cancel", FALSE);
}
