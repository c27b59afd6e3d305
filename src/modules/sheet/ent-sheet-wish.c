/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The documents that answer a wish. Thread of the connection. */

#include "ent-sheet-wish.h"

#include "ent-rounds-query.h"
#include "ent-sheet-board.h"
#include "ent-sheet-letters.h"
#include "ent-sheet-print.h"
#include "ent-sheet-query.h"

EntSheetBook *
ent_sheet_wish_book (EntDb *db,
                     const EntSheetWish *wish,
                     EntRoads *roads,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (EntSheetBook) book = ent_sheet_query_book (db, wish->first_day, wish->n_days, error);

  if (book == NULL || !ent_rounds_week_set_ways (book->week, roads, cancellable, error))
    return NULL;
  return g_steal_pointer (&book);
}

static GPtrArray *
make_sheets (const EntSheetBook *book, const EntSheetWish *wish, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (wish->carer_id == 0)
    return ent_sheet_print_carers (book, NULL, error);
  g_array_append_val (ids, wish->carer_id);
  return ent_sheet_print_carers (book, ids, error);
}

static GPtrArray *
make_board (const EntSheetBook *book, const EntSheetWish *wish)
{
  GPtrArray *docs = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_doc_free);

  g_ptr_array_add (docs, ent_sheet_board_new (book, wish->is_large));
  return docs;
}

GPtrArray *
ent_sheet_wish_docs (EntDb *db,
                     const EntSheetWish *wish,
                     EntRoads *roads,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (EntSheetBook) book = NULL;

  if (wish->kind == ENT_SHEET_LETTERS)
    return ent_sheet_letters_make (db, wish, cancellable, error);
  book = ent_sheet_wish_book (db, wish, roads, cancellable, error);
  if (book == NULL)
    return NULL;
  return wish->kind == ENT_SHEET_BOARD ? make_board (book, wish) : make_sheets (book, wish, error);
}
