/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the page of a month share. Main thread. */

#pragma once

#include "ent-month-bills.h"
#include "ent-month-cases.h"
#include "ent-month-closing-view.h"
#include "ent-month-contingents.h"
#include "ent-month-page.h"
#include "ent-month-totals.h"

G_BEGIN_DECLS

struct _EntMonthPage
{
  AdwNavigationPage parent_instance;

  GtkMenuButton *month_button;
  GtkStack *stack;
  AdwViewStack *views;
  AdwViewStackPage *cases_page;
  AdwViewStackPage *bills_page;
  AdwViewStackPage *contingents_page;
  EntMonthCases *cases;
  EntMonthTotals *totals;
  EntMonthBills *bills;
  EntMonthContingents *contingents;
  EntMonthClosingView *closing;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress;

  EntStore *store;
  EntMonth month;
  EntMonthRange range;
  GCancellable *reading;
  guint reload_id;
  EntMonthPicture *picture; /* NULL until it is read */
  GCancellable *working; /* a closing that runs; NULL: none */
  guint tick_id; /* shows how far it is */
};

/* ent-month-acts.c: settling, billing, closing, correcting. */
void ent_month_acts_install (GtkWidgetClass *widget_class);
void ent_month_acts_update (EntMonthPage *self);
void ent_month_acts_settle (EntMonthPage *self, gint64 visit_id, EntSettling how);
void ent_month_acts_open_bill (EntMonthPage *self, guint index);
void ent_month_acts_add_hours (EntMonthPage *self, gint64 activity_id);

/* ent-month-closing-act.c: closing, with progress. */
void ent_month_closing_act_install (GtkWidgetClass *widget_class);
void ent_month_closing_act_update (EntMonthPage *self);

/* ent-month-export.c: files and paper. */
void ent_month_export_install (GtkWidgetClass *widget_class);

/* ent-month-settle-dialog.c: asks how a visit went. */
void ent_month_settle_dialog_present (EntMonthPage *self, gint64 visit_id);

G_END_DECLS
