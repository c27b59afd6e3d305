/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the page of rounds share. Main thread. */

#pragma once

#include "ent-board.h"
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
  EntBoard *board;
  AdwWindowTitle *side_title;
  GtkStack *side_stack;
  EntRoundsUnplaced *unplaced;
  EntRoundsProposalPane *proposal_pane;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress;
  GtkLabel *figures;
  GMenu *more_menu; /* of the header: what other modules add */
  GtkWidget *menu; /* of a block */
  GSimpleAction *zoom_action;

  EntStore *store;
  gint32 first_day;
  int n_days;
  GCancellable *reading;
  guint reload_id;
  EntRoundsJudge *judge; /* NULL until the picture is read */
  EntRoundsProposal *proposal;
  GCancellable *planning; /* NULL: nothing is being planned */
};

/* ent-rounds-page.c: reads the register again. */
void ent_rounds_page_reload (EntRoundsPage *self);
/* Shows what stands or what is proposed. */
void ent_rounds_page_show (EntRoundsPage *self);

/* ent-rounds-acts.c: what is decided on the board. */
void ent_rounds_acts_install (GtkWidgetClass *widget_class);
void ent_rounds_acts_connect (EntRoundsPage *self);
/* A picture has been read: what can be done now. */
void ent_rounds_acts_update (EntRoundsPage *self);
/* Asks which carer should make the visit. */
void ent_rounds_acts_offer (EntRoundsPage *self, gint64 visit_id);
void ent_rounds_acts_forget_proposal (EntRoundsPage *self);
void ent_rounds_acts_accept (EntRoundsPage *self, GArray *positions);

G_END_DECLS
