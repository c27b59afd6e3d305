/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks which days, which carer and how; then the pages are shown, or the file is written. Main
 * thread. */

#pragma once

#include "ent-sheet-wish.h"
#include "ent-shell.h"

G_BEGIN_DECLS

#define ENT_TYPE_SHEET_DIALOG (ent_sheet_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntSheetDialog, ent_sheet_dialog, ENT, SHEET_DIALOG, AdwDialog)

/* @wish: what is proposed. */
void ent_sheet_dialog_present (EntShell *shell, EntStore *store, const EntSheetWish *wish);

G_END_DECLS
