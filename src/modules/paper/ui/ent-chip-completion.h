/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Proposes fields while one types behind a brace; the focus stays in the text. Main thread. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _EntChipCompletion EntChipCompletion;

/* Borrows @view, which must free it before it is disposed of. */
EntChipCompletion *ent_chip_completion_new (GtkTextView *view);
void ent_chip_completion_free (EntChipCompletion *self);
/* As of ent_chip_items_new(). */
void ent_chip_completion_set_items (EntChipCompletion *self, GListModel *items);
/* Whether something is being proposed. */
gboolean ent_chip_completion_is_open (EntChipCompletion *self);
/* The view was given its size. */
void ent_chip_completion_allocate (EntChipCompletion *self);

G_END_DECLS
