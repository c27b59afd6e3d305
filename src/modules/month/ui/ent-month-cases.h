/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The visits of a month that somebody must look at. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-month-picture.h"

G_BEGIN_DECLS

#define ENT_TYPE_MONTH_CASES (ent_month_cases_get_type ())
G_DECLARE_FINAL_TYPE (EntMonthCases, ent_month_cases, ENT, MONTH_CASES, AdwBin)

/* Property "compact" (boolean): buttons without words. Signals: "settle" (gint64 visit, int
 * EntSettling): at once; "opened" (gint64 visit): ask how. */
void ent_month_cases_set_picture (EntMonthCases *self, EntMonthPicture *picture);

G_END_DECLS
