/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the contingents of the year stand. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-month-picture.h"

G_BEGIN_DECLS

#define ENT_TYPE_MONTH_CONTINGENTS (ent_month_contingents_get_type ())
G_DECLARE_FINAL_TYPE (EntMonthContingents, ent_month_contingents, ENT, MONTH_CONTINGENTS, AdwBin)

/* Signal "add" (gint64 activity): hours are to be noted. */
void ent_month_contingents_set_picture (EntMonthContingents *self, EntMonthPicture *picture);

G_END_DECLS
