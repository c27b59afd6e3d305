/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several documents as one file: each has pages of its own, that count from one. A worker thread.
 */

#pragma once

#include <gio/gio.h>

#include "ent-doc.h"
#include "ent-sheet-book.h"

G_BEGIN_DECLS

/* How far a long work is. */
typedef struct
{
  int permille; /* set while it goes on, atomically */
  GCancellable *cancellable; /* or NULL; borrowed */
} EntSheetProgress;

/* A sheet for each carer: (element-type EntDoc), transfer full. @carer_ids (element-type gint64),
 * or NULL: all who have a visit. ENT_DOCUMENT_ERROR_NOT_POSSIBLE with a sentence when nobody has.
 */
GPtrArray *ent_sheet_print_carers (const EntSheetBook *book,
                                   const GArray *carer_ids,
                                   GError **error);

/* Draws and joins; a single document keeps its tags. @is_two_sided: each begins on the front of a
 * sheet. @progress may be NULL. */
GBytes *ent_sheet_print (GPtrArray *docs,
                         gboolean is_two_sided,
                         EntSheetProgress *progress,
                         GError **error);

G_END_DECLS
