/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets of several carers as one file: each has pages of its own, that count from one. A worker
 * thread. */

#pragma once

#include <gio/gio.h>

#include "ent-sheet-book.h"

G_BEGIN_DECLS

/* How far a long work is. */
typedef struct
{
  int permille; /* set while it goes on, atomically */
  GCancellable *cancellable; /* or NULL; borrowed */
} EntSheetProgress;

/* @carer_ids (element-type gint64), or NULL: all who have a visit. @is_two_sided: the sheets of
 * each begin on the front. ENT_DOCUMENT_ERROR_NOT_POSSIBLE with a sentence when nobody has a visit.
 * @progress may be NULL. */
GBytes *ent_sheet_print_carers (const EntSheetBook *book,
                                const GArray *carer_ids,
                                gboolean is_two_sided,
                                EntSheetProgress *progress,
                                GError **error);

/* Files joined to one; a single one is left as it is, with its tags. (element-type GBytes). */
GBytes *ent_sheet_print_join (GPtrArray *files, gboolean is_two_sided, GError **error);

/* Notes how far it is; FALSE when it was cancelled. @progress may be NULL. */
gboolean ent_sheet_progress_step (EntSheetProgress *progress,
                                  guint done,
                                  guint total,
                                  GError **error);

G_END_DECLS
