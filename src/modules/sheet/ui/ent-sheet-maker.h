/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the pages that a wish asks for: read on the report thread, drawn on others. Main thread. */

#pragma once

#include "ent-sheet-print.h"
#include "ent-sheet-wish.h"
#include "ent-store.h"

G_BEGIN_DECLS

/* @wish is copied; @progress stays with the caller until the end, and may be cancelled. */
void ent_sheet_make_async (EntStore *store,
                           const EntSheetWish *wish,
                           EntSheetProgress *progress,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/* The file; NULL with @error. */
GBytes *ent_sheet_make_finish (GAsyncResult *result, GError **error);

/* A wish with the roads of the region, as a thread reads it. */
typedef struct
{
  EntSheetWish wish;
  EntRoads *roads; /* or NULL */
} EntSheetQuestion;

EntSheetQuestion *ent_sheet_question_new (const EntSheetWish *wish);
void ent_sheet_question_free (EntSheetQuestion *self);

G_END_DECLS
