/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file that somebody brings, beside one of ours: which document it says it is, and where it
 * differs. A fraction of a second a page: a worker thread. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The text of each page. NULL with ENT_DOCUMENT_ERROR_PDF when the file cannot be read as a PDF.
 * Transfer full. */
char **ent_pdf_page_texts (GBytes *pdf, GError **error);
/* The number and code that stand at the foot of a page of ours, transfer full; FALSE when there are
 * none. */
gboolean ent_pdf_find_seal (char *const *pages, char **number, char **code);
/* How @theirs differs from @ours in words, as sentences; NULL when every page reads the same.
 * Transfer full. */
char *ent_pdf_first_difference (char *const *ours, char *const *theirs);
/* Whether @longer begins with all of @shorter. */
gboolean ent_pdf_is_continued (GBytes *shorter, GBytes *longer);

G_END_DECLS
