/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who usually comes and when: what the eight weeks before say of the same visit on the same day of
 * the week. Thread of the connection. */

#pragma once

#include "ent-db.h"
#include "ent-sheet-book.h"

G_BEGIN_DECLS

/* Fills usual_carer and usual_start of the lines. Usual is what happened at least twice, and more
 * often than not. */
gboolean ent_sheet_usual_read (EntSheetBook *book, EntDb *db, GError **error);

G_END_DECLS
