/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The documents that the modules bring, their templates, what a template may name. Any thread; the
 * texts of the office are read on the thread of the connection. */

#pragma once

#include "ent-db.h"
#include "ent-document-kind.h"

G_BEGIN_DECLS

/* All kinds in the order of the modules: (element-type EntDocumentKind), transfer container. */
GPtrArray *ent_paper_kinds (void);
/* Those about records of a type. Transfer container. */
GPtrArray *ent_paper_kinds_for (const EntSchema *subject);
const EntDocumentKind *ent_paper_kind (const char *id);
/* What its templates may name: NULL-terminated array of arrays, transfer container. */
const EntChip **ent_paper_kind_chips (const EntDocumentKind *kind);

/* The text that comes with the program; NULL when there is none in this language. Transfer full. */
char *ent_paper_shipped_template (const char *kind, const char *language);
/* The text in use on a day and the number of its edition: the office's own, else the program's. In
 * French when there is none in @language, which is then changed. NULL with @error set when there is
 * none at all. Transfer full. */
char *ent_paper_current_template (EntDb *db,
                                  const EntDocumentKind *kind,
                                  const char **language,
                                  gint32 day,
                                  int *edition,
                                  GError **error);

G_END_DECLS
