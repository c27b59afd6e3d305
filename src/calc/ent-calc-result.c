/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks into results, and compares two of them. Any thread. */
#include "ent-calc-private.h"

void
ent_calc_result_free (EntCalcResult *self)
{
  ent_calc_scales_unref (self->scales);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->refusals);
  g_free (self);
}

const EntCalcLine *
ent_calc_result_find (const EntCalcResult *self, const char *id)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const EntCalcLine *line = g_ptr_array_index (self->lines, i);

      if (g_str_equal (line->id, id))
        return line;
    }
  return NULL;
}

static const EntCalcLine *
line_at (const EntCalcResult *result, guint i)
{
  return g_ptr_array_index (result->lines, i);
}

/* Whether they speak of the same step. */
static gboolean
is_same_step (const EntCalcLine *a, const EntCalcLine *b)
{
  return g_str_equal (a->id, b->id) && a->item == b->item && a->of_member == b->of_member &&
         g_str_equal (a->label, b->label);
}

static gboolean
is_same_param (const EntCalcParam *a, const EntCalcParam *b)
{
  return g_str_equal (a->name, b->name) && a->kind == b->kind && a->value == b->value &&
         g_strcmp0 (a->text, b->text) == 0;
}

/* Whether they say the same about it. */
static gboolean
is_equal (const EntCalcLine *a, const EntCalcLine *b)
{
  if (a->amount != b->amount || a->period != b->period || a->status != b->status ||
      g_strcmp0 (a->explanation, b->explanation) != 0 || g_strcmp0 (a->rule, b->rule) != 0 ||
      a->n_params != b->n_params)
    return FALSE;
  for (guint i = 0; i < a->n_params; i++)
    if (!is_same_param (&a->params[i], &b->params[i]))
      return FALSE;
  return TRUE;
}

/* Where the step stands from a line on; the number of lines when it does not. */
static guint
find_step (const EntCalcResult *result, const EntCalcLine *wanted, guint from)
{
  while (from < result->lines->len && !is_same_step (line_at (result, from), wanted))
    from++;
  return from;
}

static void
add_change (GArray *changes, const EntCalcLine *before, const EntCalcLine *after)
{
  EntCalcChange change = { before, after };

  if (before == NULL || after == NULL || !is_equal (before, after))
    g_array_append_val (changes, change);
}

GArray *
ent_calc_compare (const EntCalcResult *before, const EntCalcResult *after)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (EntCalcChange));
  guint next = 0;

  /* Steps come in the same order in both; what stands between two common ones was added. */
  for (guint i = 0; i < before->lines->len; i++)
    {
      guint found = find_step (after, line_at (before, i), next);

      if (found == after->lines->len)
        {
          add_change (changes, line_at (before, i), NULL);
          continue;
        }
      for (; next < found; next++)
        add_change (changes, NULL, line_at (after, next));
      add_change (changes, line_at (before, i), line_at (after, next++));
    }
  for (; next < after->lines->len; next++)
    add_change (changes, NULL, line_at (after, next));
  return changes;
}
