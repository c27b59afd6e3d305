/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The board on paper: a row for each carer, days or hours across. Any thread. */

#pragma once

#include "ent-doc.h"
#include "ent-sheet-book.h"

G_BEGIN_DECLS

/* The days of the book, one day by its hours; on A4 or A3, lying. */
EntDoc *ent_sheet_board_new (const EntSheetBook *book, gboolean is_large);

G_END_DECLS
