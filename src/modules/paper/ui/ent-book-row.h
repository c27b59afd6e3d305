/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One document that waits for a signature: a tick, what it is, since when, in whose place. Main
 * thread. */

#pragma once

#include "ent-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_BOOK_ROW (ent_book_row_get_type ())
G_DECLARE_FINAL_TYPE (EntBookRow, ent_book_row, ENT, BOOK_ROW, GtkListBoxRow)

/* Signal "ticked": the tick was set or taken away. Space on the row does it too. */
GtkWidget *ent_book_row_new (const EntBookTurn *turn);
/* Borrowed by the row: the book must outlive it. */
const EntBookTurn *ent_book_row_get_turn (EntBookRow *self);
gboolean ent_book_row_is_ticked (EntBookRow *self);
/* What cannot be signed cannot be ticked. */
void ent_book_row_set_ticked (EntBookRow *self, gboolean ticked);

G_END_DECLS
