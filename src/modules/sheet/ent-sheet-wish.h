/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody asks to be printed or written of the rounds, and the documents that answer it.
 * Thread of the connection. */

#pragma once

#include "ent-db.h"
#include "ent-roads.h"
#include "ent-sheet-book.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_SHEET_CARERS, /* what carers take with them */
  ENT_SHEET_LETTERS, /* what the people who are visited get by post */
  ENT_SHEET_BOARD, /* the board itself, to hang on a wall */
  ENT_SHEET_CALENDAR, /* a file for a calendar */
  ENT_SHEET_TRACK, /* a file for a map */
  ENT_SHEET_N_KINDS
} EntSheetKind;

typedef struct
{
  EntSheetKind kind;
  gint32 first_day;
  int n_days;
  gint64 carer_id; /* 0: all */
  gint64 person_id; /* of letters; 0: all who are visited */
  gboolean is_two_sided;
  gboolean is_large; /* of the board: A3 */
  gboolean is_named; /* of files: with names and addresses */
} EntSheetWish;

/* The days with their ways; @roads NULL: as the crow flies. Transfer full. */
EntSheetBook *ent_sheet_wish_book (EntDb *db,
                                   const EntSheetWish *wish,
                                   EntRoads *roads,
                                   GCancellable *cancellable,
                                   GError **error);
/* (element-type EntDoc), transfer full. */
GPtrArray *ent_sheet_wish_docs (EntDb *db,
                                const EntSheetWish *wish,
                                EntRoads *roads,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
