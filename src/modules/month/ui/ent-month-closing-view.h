/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a month is closed, what stands against it, what was corrected in it. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-month-picture.h"

G_BEGIN_DECLS

#define ENT_TYPE_MONTH_CLOSING_VIEW (ent_month_closing_view_get_type ())
G_DECLARE_FINAL_TYPE (EntMonthClosingView, ent_month_closing_view, ENT, MONTH_CLOSING_VIEW, AdwBin)

void ent_month_closing_view_set_picture (EntMonthClosingView *self, EntMonthPicture *picture);

G_END_DECLS
