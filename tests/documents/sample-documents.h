/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents for the tests, about invented people. Any thread. */

#pragma once

#include "ent-doc.h"

G_BEGIN_DECLS

EntBlock *sample_add (EntDoc *doc, EntBlockKind kind, guint level, const char *text);
EntBlock *sample_paragraph (EntBlock *parent, const char *text);
/* Cells separated by '|'. */
EntBlock *sample_row (EntBlock *table, gboolean head, const char *cells);
EntBlock *sample_signature (EntBlock *signatures, const char *role, const char *name);
/* A small PNG with transparency, and one cut off. */
GBytes *sample_png (void);
/* A baseline JPEG of 8 by 8 dots. */
GBytes *sample_jpeg (void);

/* A decision in French of three pages, with all that a letter has. */
EntDoc *sample_letter (void);
EntDoc *sample_attestation (void);
/* An empty document with a footer, page numbers and a seal. */
EntDoc *sample_empty (const char *language);
const char *sample_prose (const char *language);

G_END_DECLS
