/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what is printed of some days of home care. Thread of the connection. */

#pragma once

#include "ent-db.h"
#include "ent-roads.h"
#include "ent-sheet-book.h"

G_BEGIN_DECLS

/* 1 to 61 days. Transfer full; NULL with @error. Ways as ent_rounds_week_set_ways () says. */
EntSheetBook *ent_sheet_query_book (EntDb *db, gint32 first_day, int n_days, GError **error);

/* Those who have a visit in these days: (element-type gint64), by name. Transfer full. */
GArray *ent_sheet_query_persons (EntDb *db, gint32 first_day, int n_days, GError **error);

typedef struct
{
  gint64 id;
  char *name;
} EntSheetCarer;

/* Those who give care on a day or later: (element-type EntSheetCarer), by name. Transfer full. */
GPtrArray *ent_sheet_query_carers (EntDb *db, gint32 day, GError **error);

G_END_DECLS
