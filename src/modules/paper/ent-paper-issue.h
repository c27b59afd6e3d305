/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Issuing: the number, the seal, the frozen file, the line in the register, the signature book.
 * Inside an act, on the writing thread. */

#pragma once

#include "ent-apply.h"
#include "ent-document.h"
#include "ent-paper-make.h"

G_BEGIN_DECLS

/* Issues the document and returns its id; 0 with @error set: nothing was numbered. The file is in
 * the vault before the number is given. */
gint64 ent_paper_issue (EntApply *apply, const EntPaperRequest *request, GError **error);

/* Enters that a document no longer holds, with a reason, and withdraws what waits for a signature.
 * Returns the id of the new entry, 0 with @error set. */
gint64 ent_paper_cancel (EntApply *apply,
                         gint64 document_id,
                         const char *reason,
                         gint32 day,
                         const char *author,
                         GError **error);

/* Issues the same again with @signer_id signing in place of @signer_for, and cancels the first,
 * which must wait for @signer_for and of which nobody may have signed anything. */
gint64 ent_paper_issue_for_stand_in (EntApply *apply,
                                     gint64 document_id,
                                     gint64 signer_for,
                                     gint64 signer_id,
                                     const EntPaperRequest *asker,
                                     GError **error);

/* The request that made a document, for making it again. Transfer full; NULL when its kind is not
 * known to this program. */
EntPaperRequest *ent_paper_request_of (EntDocument *document);

/* The bytes to show and print: the latest signed revision, else the file as issued. */
GBytes *ent_paper_get_file (EntDb *db, EntDocument *document, GError **error);

/* "D2026-000123". Transfer full. */
char *ent_paper_number (int year, int sequence);
/* "ABCD-EFGH-JKMN" over what identifies a document: it can be said over the telephone. @secret: the
 * register's. Transfer full. */
char *ent_paper_code (const char *secret, const char *number, const char *content);
/* What a person typed as the register writes it: case, blanks, hyphens, O and 0. Transfer full. */
char *ent_paper_normalize_code (const char *typed);
char *ent_paper_normalize_number (const char *typed);

G_END_DECLS
