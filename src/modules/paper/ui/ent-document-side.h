/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the register says of a document: number, code, who, when, for whom, signatures. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "ent-document.h"

G_BEGIN_DECLS

/* What a document's page shows beyond its record. */
typedef struct
{
  GBytes *pdf; /* NULL: the entry has no file, or it cannot be read */
  char *failure; /* why there is no file to show, or NULL */
  GPtrArray *requests; /* (element-type EntSignatureRequest) */
  EntDocument *other; /* the entry that cancels it, or the one that it cancels; or NULL */
} EntDocumentMore;

void ent_document_more_free (EntDocumentMore *self);

#define ENT_TYPE_DOCUMENT_SIDE (ent_document_side_get_type ())
G_DECLARE_FINAL_TYPE (EntDocumentSide, ent_document_side, ENT, DOCUMENT_SIDE, AdwBin)

/* Signals: "open-person", "open-other". */
GtkWidget *ent_document_side_new (void);
void ent_document_side_show (EntDocumentSide *self, EntDocument *document);
void ent_document_side_show_more (EntDocumentSide *self,
                                  EntDocument *document,
                                  EntDocumentMore *more);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDocumentMore, ent_document_more_free)

G_END_DECLS
