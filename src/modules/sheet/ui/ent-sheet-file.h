/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the rounds of a carer to a file that somebody chooses. Main thread. */

#pragma once

#include "ent-sheet-wish.h"
#include "ent-shell.h"

G_BEGIN_DECLS

/* Of a calendar or a track. */
void ent_sheet_file_save (EntShell *shell, EntStore *store, const EntSheetWish *wish);

G_END_DECLS
