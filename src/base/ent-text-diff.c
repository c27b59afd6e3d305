/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Comparing texts of a few hundred lines: the longest common subsequence, worked out from the end
 * so that it is read from the beginning. Any thread. */

#include "ent-text-diff.h"

/* Beyond, the table would not fit: what lies between equal ends is then removed and added whole. */
#define MAX_CELLS (16 * 1024 * 1024)

typedef struct
{
  char **lines;
  guint start;
  guint end;
} Side;

static void
line_free (EntDiffLine *line)
{
  g_free (line->text);
  g_free (line);
}

static void
add (GPtrArray *result, EntDiffKind kind, const char *text)
{
  EntDiffLine *line = g_new0 (EntDiffLine, 1);

  line->kind = kind;
  line->text = g_strdup (text);
  g_ptr_array_add (result, line);
}

/* lengths[i * width + j]: lines in common of what follows i in @a and j in @b. */
static guint *
measure (const Side *a, const Side *b, gsize width)
{
  gsize height = a->end - a->start + 1;
  guint *lengths = g_new0 (guint, height * width);

  for (gsize i = height - 1; i-- > 0;)
    for (gsize j = width - 1; j-- > 0;)
      {
        guint *cell = &lengths[i * width + j];

        if (g_str_equal (a->lines[a->start + i], b->lines[b->start + j]))
          *cell = cell[width + 1] + 1;
        else
          *cell = MAX (cell[width], cell[1]);
      }
  return lengths;
}

static void
compare_middle (GPtrArray *result, Side *a, Side *b)
{
  gsize width = b->end - b->start + 1;
  gboolean fits = (a->end - a->start + 1) * width <= MAX_CELLS;
  g_autofree guint *lengths = fits ? measure (a, b, width) : NULL;
  guint first = a->start;
  guint second = b->start;

  while (a->start < a->end || b->start < b->end)
    {
      const guint *cell = fits ? &lengths[(a->start - first) * width + (b->start - second)] : NULL;
      gboolean in_both = a->start < a->end && b->start < b->end;

      if (fits && in_both && g_str_equal (a->lines[a->start], b->lines[b->start]))
        {
          add (result, ENT_DIFF_SAME, a->lines[a->start++]);
          b->start++;
        }
      else if (b->start == b->end || (in_both && (!fits || cell[width] >= cell[1])))
        add (result, ENT_DIFF_REMOVED, a->lines[a->start++]);
      else
        add (result, ENT_DIFF_ADDED, b->lines[b->start++]);
    }
}

GPtrArray *
ent_text_diff (const char *before, const char *after)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  g_auto (GStrv) before_lines = g_strsplit (before, "\n", -1);
  g_auto (GStrv) after_lines = g_strsplit (after, "\n", -1);
  Side a = { before_lines, 0, g_strv_length (before_lines) };
  Side b = { after_lines, 0, g_strv_length (after_lines) };
  guint tail = a.end;

  while (a.start < a.end && b.start < b.end && g_str_equal (a.lines[a.start], b.lines[b.start]))
    {
      add (result, ENT_DIFF_SAME, a.lines[a.start++]);
      b.start++;
    }
  while (a.end > a.start && b.end > b.start && g_str_equal (a.lines[a.end - 1], b.lines[b.end - 1]))
    {
      a.end--;
      b.end--;
    }
  compare_middle (result, &a, &b);
  for (guint i = a.end; i < tail; i++)
    add (result, ENT_DIFF_SAME, a.lines[i]);
  return result;
}
