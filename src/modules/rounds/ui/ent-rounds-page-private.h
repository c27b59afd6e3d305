/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the page of rounds share. Main thread. */

#pragma once

#include "ent-board.h"
#include "ent-rounds-comparison.h"
#include "ent-rounds-map.h"
#include "ent-rounds-page.h"
#include "ent-rounds-proposal-pane.h"
#include "ent-rounds-proposal.h"
#include "ent-rounds-unplaced.h"

G_BEGIN_DECLS

struct _EntRoundsPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *title;
  AdwOverlaySplitView *split;
  GtkStack *stack;
  GtkPaned *panes; /* board and map, or one of the two */
  GtkWidget *board_side;
  EntBoard *board;
  EntRoundsMap *map;
  GtkRevealer *swap_revealer;
  GtkLabel *swap_label;
  AdwWindowTitle *side_title;
  GtkStack *side_stack;
  EntRoundsUnplaced *unplaced;
  EntRoundsProposalPane *proposal_pane;
  EntRoundsComparisonPane *comparison_pane;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress;
  GtkLabel *figures;
  GMenu *more_menu; /* of the header: what other modules add */
  GSimpleAction *zoom_action, *view_action, *compare_action;
  gboolean is_narrow;
  gboolean has_made_room; /* what is to be placed went, so that board and map have room */

  EntStore *store;
  gint32 first_day;
  int n_days;
  GCancellable *reading;
  guint reload_id, tick_id;
  gboolean finds_today; /* the board goes to today once it is read */
  EntRoundsJudge *judge; /* NULL until the picture is read */
  EntRoundsProposal *proposal;
  GCancellable *planning; /* NULL: nothing is being planned */
  EntRoundsComparison *comparison; /* with the week before; NULL: not asked for */
  gint64 swapping; /* the visit that is to change places; 0: none */
};

/* ent-rounds-page.c: reads the register again. */
void ent_rounds_page_reload (EntRoundsPage *self);
void ent_rounds_page_show_title (EntRoundsPage *self);
/* Shows what stands or what is proposed. */
void ent_rounds_page_show (EntRoundsPage *self);

/* NULL until it is read. */
EntRoundsWeek *ent_rounds_page_get_week (EntRoundsPage *self);
/* NULL when the visit is not in the picture. */
const EntRoundsVisit *ent_rounds_page_find (EntRoundsPage *self, gint64 id, int *position);

/* ent-rounds-view.c: what is seen of the picture, and how. */
void ent_rounds_view_install (GtkWidgetClass *widget_class);
void ent_rounds_view_connect (EntRoundsPage *self);
/* Shows the picture on the map too, if that is in sight. */
void ent_rounds_view_show (EntRoundsPage *self);
/* Puts the line of the present where it is by now. */
void ent_rounds_view_show_now (EntRoundsPage *self);
gboolean ent_rounds_view_is_compared (EntRoundsPage *self);
void ent_rounds_view_set_narrow (EntRoundsPage *self, gboolean is_narrow);

/* ent-rounds-acts.c: what is decided on the board. */
void ent_rounds_acts_install (GtkWidgetClass *widget_class);
void ent_rounds_acts_connect (EntRoundsPage *self);
/* A picture has been read: what can be done now. */
void ent_rounds_acts_update (EntRoundsPage *self);
/* Asks which carer should make the visit. */
void ent_rounds_acts_offer (EntRoundsPage *self, gint64 visit_id);
/* The board may be moved on again. */
void ent_rounds_acts_let_move (EntRoundsPage *self);

/* ent-rounds-propose.c: what is proposed. */
void ent_rounds_propose_install (GtkWidgetClass *widget_class);
void ent_rounds_propose_update (EntRoundsPage *self);
void ent_rounds_propose_forget (EntRoundsPage *self);
void ent_rounds_propose_accept (EntRoundsPage *self, GArray *positions);

G_END_DECLS
