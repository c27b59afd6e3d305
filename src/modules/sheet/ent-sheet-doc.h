/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet of a carer for a day or more: what stands at each door, in large type, with room to
 * write. Any thread. */

#pragma once

#include "ent-doc.h"
#include "ent-sheet-book.h"

G_BEGIN_DECLS

/* The days of the book for one carer; who has no visit gets a sheet that says so. */
EntDoc *ent_sheet_doc_new (const EntSheetBook *book, int carer);

/* The language that documents of the office are written in: that of the interface. Transfer full.
 */
char *ent_sheet_doc_language (void);

/* A paragraph or a heading, added to the blocks; borrowed. */
EntBlock *ent_sheet_doc_add (EntDoc *doc, EntBlockKind kind, guint level, const char *text);

G_END_DECLS
