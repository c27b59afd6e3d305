/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One day of home care as it happens. Main thread. */

#pragma once

#include "ent-shell.h"

G_BEGIN_DECLS

#define ENT_TYPE_DAY_PAGE (ent_day_page_get_type ())
G_DECLARE_FINAL_TYPE (EntDayPage, ent_day_page, ENT, DAY_PAGE, AdwNavigationPage)

/* Today. Transfer floating. */
AdwNavigationPage *ent_day_page_new (EntShell *shell);

G_END_DECLS
