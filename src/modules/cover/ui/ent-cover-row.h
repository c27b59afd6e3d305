/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One visit without its carer: who could make it, what was chosen. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-cover-plan.h"

G_BEGIN_DECLS

#define ENT_TYPE_COVER_ROW (ent_cover_row_get_type ())
G_DECLARE_FINAL_TYPE (EntCoverRow, ent_cover_row, ENT, COVER_ROW, AdwExpanderRow)

/* Signals: "given" (int): the offer at this position; "left"; "cancelled": a reason is to be asked;
 * "reopened". @plan is borrowed and must outlive the row. */
GtkWidget *ent_cover_row_new (EntCoverPlan *plan, guint orphan);
guint ent_cover_row_get_orphan (EntCoverRow *self);
/* As it was shown, whatever the plan has found since. Borrowed. */
const EntRoundsOffer *ent_cover_row_get_offer (EntCoverRow *self, int position);
/* The plan says something else now. */
void ent_cover_row_update (EntCoverRow *self);

G_END_DECLS
