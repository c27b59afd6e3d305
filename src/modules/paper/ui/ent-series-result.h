/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What came of a series: what was issued, what was not and why, and what to do with the paper. Main
 * thread. */

#pragma once

#include <adwaita.h>

#include "ent-paper-series.h"

G_BEGIN_DECLS

#define ENT_TYPE_SERIES_RESULT (ent_series_result_get_type ())
G_DECLARE_FINAL_TYPE (EntSeriesResult, ent_series_result, ENT, SERIES_RESULT, AdwBin)

/* Signals: "resume": go on with those that are left; "open" (gint64 of a person). */
void ent_series_result_show (EntSeriesResult *self, EntStore *store, EntPaperSeries *series);
/* For printing labels in the same order. */
void ent_series_result_set_order (EntSeriesResult *self, EntSeriesOrder order);

G_END_DECLS
