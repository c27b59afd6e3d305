/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The totals of a month as a table. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-month-picture.h"

G_BEGIN_DECLS

#define ENT_TYPE_MONTH_TOTALS (ent_month_totals_get_type ())
G_DECLARE_FINAL_TYPE (EntMonthTotals, ent_month_totals, ENT, MONTH_TOTALS, AdwBin)

/* Signal "range-changed" (int EntMonthRange): other months are to be added up. */
void ent_month_totals_set_picture (EntMonthTotals *self, EntMonthPicture *picture);

G_END_DECLS
