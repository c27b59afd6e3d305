/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each beneficiary pays for a month. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-month-picture.h"

G_BEGIN_DECLS

#define ENT_TYPE_MONTH_BILLS (ent_month_bills_get_type ())
G_DECLARE_FINAL_TYPE (EntMonthBills, ent_month_bills, ENT, MONTH_BILLS, AdwBin)

/* Signal "opened" (guint): the place of a line among the bills of the picture. */
void ent_month_bills_set_picture (EntMonthBills *self, EntMonthPicture *picture);

G_END_DECLS
