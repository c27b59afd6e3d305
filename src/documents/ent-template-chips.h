/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the chips of a template stand, for colouring them while one types. Any thread. */

#pragma once

#include "ent-fields.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_RANGE_FIELD,
  ENT_RANGE_IF, /* {else if} too */
  ENT_RANGE_FOR,
  ENT_RANGE_ELSE,
  ENT_RANGE_END,
  ENT_RANGE_DIRECTIVE,
  ENT_RANGE_BRACE /* no chip, but a brace that is not closed or was never opened */
} EntChipRangeKind;

typedef struct
{
  gsize offset; /* bytes */
  gsize length;
  EntChipRangeKind kind;
  gboolean valid; /* known, in its place, and closed when it opens something */
} EntChipRange;

/* (element-type EntChipRange), by place, none over another; transfer full. @chips as for
 * ent_template_parse(). Empty when @text is not UTF-8. Fast: the text is cut, not read. */
GArray *ent_template_find_chips (const char *text, const EntChip *const *chips);

G_END_DECLS
