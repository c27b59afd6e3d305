/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rounds of a week, or a month: who makes which visit when, moved by hand or proposed. Other
 * modules add to the menu of the place "board" about its days, "(ii)": the first and how many; and
 * to that of a block about its visit, "(xi)": which, and its EntVisitState. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-shell.h"

G_BEGIN_DECLS

#define ENT_TYPE_ROUNDS_PAGE (ent_rounds_page_get_type ())
G_DECLARE_FINAL_TYPE (EntRoundsPage, ent_rounds_page, ENT, ROUNDS_PAGE, AdwNavigationPage)

AdwNavigationPage *ent_rounds_page_new (EntShell *shell);

G_END_DECLS
