/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes results of the calculator for people: a line a step, its amount at the right, how and by
 * which rule below. One thread. */
#include "ent-calc-answer.h"
#include "ent-calc-case.h"
#include "ent-money.h"

#include <glib/gi18n-lib.h>

#define LABEL_COLUMNS 56
#define AMOUNT_COLUMNS 16

static void
append_padded (GString *out, const char *text, int columns, gboolean to_right)
{
  int missing = columns - (int) g_utf8_strlen (text, -1);

  if (!to_right)
    g_string_append (out, text);
  for (; missing > 0; missing--)
    g_string_append_c (out, ' ');
  if (to_right)
    g_string_append (out, text);
}

static void
append_amount (GString *out, const EntCalcLine *line)
{
  g_autofree char *amount = ent_money_format (line->amount);

  append_padded (out, amount, AMOUNT_COLUMNS, TRUE);
  g_string_append_printf (out, " %s", _ (ent_calc_periods[line->period].label));
}

/* The rule, and whether somebody has to look at it. */
static void
append_rule (GString *out, const EntCalcLine *line)
{
  const char *status = _ (ent_calc_statuses[line->status].label);

  if (line->rule == NULL)
    return;
  if (line->status == ENT_CALC_TO_CHECK)
    g_string_append_printf (out, "      [%s] %s (%s)%s%s\n", status, line->rule, line->source,
                            line->note != NULL ? " – " : "", line->note != NULL ? line->note : "");
  else
    g_string_append_printf (out, "      %s (%s)\n", line->rule, line->source);
}

static void
append_line (GString *out, const EntCalcLine *line)
{
  g_autofree char *explanation = ent_calc_line_explain (line);
  gboolean has_amount = line->amount != ENT_CALC_NO_AMOUNT;
  const char *mark = line->role == ENT_CALC_LINE_SUM ? "= " : line->of_member >= 0 ? "    " : "  ";
  g_autofree char *label = g_strconcat (mark, _ (line->label), NULL);

  append_padded (out, label, has_amount ? LABEL_COLUMNS : 0, FALSE);
  if (has_amount)
    append_amount (out, line);
  g_string_append_c (out, '\n');
  if (explanation[0] != '\0')
    g_string_append_printf (out, "      %s\n", explanation);
  append_rule (out, line);
}

char *
ent_calc_answer_write (const char *id, const EntCalcResult *result)
{
  GString *out = g_string_new (NULL);

  if (id != NULL)
    g_string_append_printf (out, "%s\n", id);
  for (guint i = 0; i < result->lines->len; i++)
    append_line (out, g_ptr_array_index (result->lines, i));
  for (guint i = 0; i < result->refusals->len; i++)
    append_line (out, g_ptr_array_index (result->refusals, i));
  return g_string_free_and_steal (out);
}
