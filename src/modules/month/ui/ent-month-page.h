/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place where a month of home care is settled, added up, billed and closed. Main thread. */

#pragma once

#include "ent-shell.h"

G_BEGIN_DECLS

#define ENT_TYPE_MONTH_PAGE (ent_month_page_get_type ())
G_DECLARE_FINAL_TYPE (EntMonthPage, ent_month_page, ENT, MONTH_PAGE, AdwNavigationPage)

/* Of the month before this one. Floating. */
AdwNavigationPage *ent_month_page_new (EntShell *shell);

G_END_DECLS
