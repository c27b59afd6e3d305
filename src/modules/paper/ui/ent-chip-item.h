/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be put into a template: a field, a condition, a list, a mark of the page. Immutable;
 * main thread. */

#pragma once

#include <gio/gio.h>

#include "ent-paper-chips.h"

G_BEGIN_DECLS

#define ENT_TYPE_CHIP_ITEM (ent_chip_item_get_type ())
G_DECLARE_FINAL_TYPE (EntChipItem, ent_chip_item, ENT, CHIP_ITEM, GObject)

/* Where the cursor goes after a snippet was put into the text. */
#define ENT_SNIPPET_CURSOR '|'

/* Borrowed. */
const char *ent_chip_item_get_label (EntChipItem *self);
const char *ent_chip_item_get_group (EntChipItem *self);
/* What is written, with ENT_SNIPPET_CURSOR in it or not. */
const char *ent_chip_item_get_snippet (EntChipItem *self);
/* The same for a field that may be empty; NULL when that makes no difference. */
const char *ent_chip_item_get_optional (EntChipItem *self);
/* What is behind the brace, by which it is found while one types. */
const char *ent_chip_item_get_path (EntChipItem *self);
guint ent_chip_item_get_rank (EntChipItem *self);
/* Whether each word of @folded begins a word of it. */
gboolean ent_chip_item_matches (EntChipItem *self, const char *folded);

/* All of them, by group: (element-type EntChipItem), transfer full. */
GListModel *ent_chip_items_new (EntPaperChips *chips);

G_END_DECLS
