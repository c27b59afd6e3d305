/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed from one text to another, line by line. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ENT_DIFF_SAME,
  ENT_DIFF_REMOVED, /* in the first only */
  ENT_DIFF_ADDED /* in the second only */
} EntDiffKind;

typedef struct
{
  EntDiffKind kind;
  char *text; /* without its line break */
} EntDiffLine;

/* The fewest lines removed and added that lead from @before to @after: (element-type EntDiffLine),
 * transfer full. */
GPtrArray *ent_text_diff (const char *before, const char *after);

G_END_DECLS
