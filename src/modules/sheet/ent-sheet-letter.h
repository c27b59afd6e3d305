/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letter that tells somebody who comes in a week and when, and what changes. Constant data;
 * filled on the thread of the connection. */

#pragma once

#include "ent-document-kind.h"

G_BEGIN_DECLS

/* Path of the question: any day of the week. */
#define ENT_SHEET_LETTER_WEEK "answer.week"

extern const EntDocumentKind ent_sheet_week_letter;

/* All of them, NULL-terminated. */
extern const EntDocumentKind *const ent_sheet_documents[];

G_END_DECLS
