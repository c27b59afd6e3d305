/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom a series goes to: each can be looked at, and left out; who cannot get it is told. Main
 * thread. */

#pragma once

#include "ent-paper-series.h"
#include "ent-pdf-pane.h"

G_BEGIN_DECLS

#define ENT_TYPE_SERIES_REVIEW (ent_series_review_get_type ())
G_DECLARE_FINAL_TYPE (EntSeriesReview, ent_series_review, ENT, SERIES_REVIEW, AdwBin)

/* The page of whoever is selected is shown in @pane, which must outlive the list. */
GtkWidget *ent_series_review_new (EntPdfPane *pane);
/* Shows the lines of a series that was checked. */
void ent_series_review_set_series (EntSeriesReview *self, EntStore *store, EntPaperSeries *series);

G_END_DECLS
