/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that a template of a kind may name: what every document has, what the kind adds, what it
 * asks. A value; any thread, one at a time. */

#pragma once

#include "ent-document-kind.h"

G_BEGIN_DECLS

typedef struct _EntPaperChips EntPaperChips;

#define ENT_TYPE_PAPER_CHIPS (ent_paper_chips_get_type ())
GType ent_paper_chips_get_type (void);

/* @kind NULL: what every document has. */
EntPaperChips *ent_paper_chips_new (const EntDocumentKind *kind);
EntPaperChips *ent_paper_chips_ref (EntPaperChips *self);
void ent_paper_chips_unref (EntPaperChips *self);
/* As ent_template_parse() takes them; borrowed. */
const EntChip *const *ent_paper_chips_get (EntPaperChips *self);
/* The samples as if they were somebody's: lists have two items, conditions take their "else" but
 * for what a sentence needs. Transfer full. */
EntFields *ent_paper_chips_fill_samples (EntPaperChips *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPaperChips, ent_paper_chips_unref)

G_END_DECLS
