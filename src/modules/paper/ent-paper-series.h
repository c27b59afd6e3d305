/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same document for many persons: each is an act of its own, so that a failure or a stop leaves
 * whole what was issued before it, and the window stays free between two of them. Main
 * thread. */

#pragma once

#include "ent-paper-request.h"
#include "ent-paper-series-query.h"
#include "ent-store.h"

G_BEGIN_DECLS

#define ENT_TYPE_PAPER_SERIES (ent_paper_series_get_type ())
G_DECLARE_FINAL_TYPE (EntPaperSeries, ent_paper_series, ENT, PAPER_SERIES, GObject)

/* Properties: "n-done", "n-failed", "total" (uint, without what is left out), "running" (boolean).
 * Signals: "checked" (gboolean whether it could be); "progress"; "finished".
 * @model is copied. @ids: (element-type gint64) of persons. */
EntPaperSeries *ent_paper_series_new (EntStore *store,
                                      const EntPaperRequest *model,
                                      GArray *ids,
                                      EntSeriesOrder order);
/* Reads and checks the lines, then emits "checked". */
void ent_paper_series_prepare (EntPaperSeries *self);
/* How far checking is, 0 to 1. */
double ent_paper_series_get_fraction (EntPaperSeries *self);
/* Issues all that is not left out and was not issued yet, one after the other. */
void ent_paper_series_start (EntPaperSeries *self);
/* Ends after the one that is being written; what was issued stays issued. */
void ent_paper_series_stop (EntPaperSeries *self);
gboolean ent_paper_series_is_stopped (EntPaperSeries *self);

/* (element-type EntSeriesLine), NULL before they were read. Borrowed. */
GPtrArray *ent_paper_series_get_lines (EntPaperSeries *self);
void ent_paper_series_leave_out (EntPaperSeries *self, guint position, gboolean leave_out);
/* Lines that are not left out. */
guint ent_paper_series_get_total (EntPaperSeries *self);
guint ent_paper_series_get_n_done (EntPaperSeries *self);
guint ent_paper_series_get_n_failed (EntPaperSeries *self);
/* Why checking failed, or issuing was given up: a full disk, a damaged file. NULL when neither.
 * Borrowed. */
const GError *ent_paper_series_get_error (EntPaperSeries *self);
/* Borrowed. */
const EntPaperRequest *ent_paper_series_get_model (EntPaperSeries *self);

G_END_DECLS
