/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages made of the rounds, to be looked at, printed, saved, dragged out. Main thread. */

#pragma once

#include "ent-sheet-wish.h"
#include "ent-shell.h"

G_BEGIN_DECLS

#define ENT_TYPE_SHEET_PAGE (ent_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (EntSheetPage, ent_sheet_page, ENT, SHEET_PAGE, AdwNavigationPage)

/* Makes the pages at once, with progress. */
void ent_sheet_page_show (EntShell *shell, EntStore *store, const EntSheetWish *wish);

G_END_DECLS
