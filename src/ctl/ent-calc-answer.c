/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes results of the calculator as JSON. Sums are texts with two decimals, since numbers of JSON
 * would blur them. One thread. */
#include "ent-calc-answer.h"

#include "ent-calc-case.h"
#include "ent-date.h"

#include <glib/gi18n-lib.h>

static const char *const roles[ENT_CALC_N_LINE_ROLES] = { "fact", "item", "sum" };

static void
add_text (JsonBuilder *builder, const char *member, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *member, gint64 value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

/* "-14.50" */
static char *
write_decimal (gint64 value, int unit, int places)
{
  gint64 rest = ABS (value) % unit;

  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%0*d", value < 0 ? "-" : "", ABS (value) / unit,
                          places, (int) rest);
}

static void
add_money (JsonBuilder *builder, const char *member, gint64 cents)
{
  g_autofree char *text = write_decimal (cents, 100, 2);

  add_text (builder, member, text);
}

static void
add_param (JsonBuilder *builder, const EntCalcParam *param)
{
  g_autofree char *text = NULL;

  switch (param->kind)
    {
    case ENT_CALC_PARAM_MONEY:
      add_money (builder, param->name, param->value);
      break;
    case ENT_CALC_PARAM_RATIO:
    case ENT_CALC_PARAM_PERCENT:
      text = write_decimal (param->value, 10000, 4);
      add_text (builder, param->name, text);
      break;
    case ENT_CALC_PARAM_NUMBER:
      add_number (builder, param->name, param->value);
      break;
    case ENT_CALC_PARAM_DAY:
      text = ent_day_to_iso ((gint32) param->value);
      add_text (builder, param->name, text);
      break;
    case ENT_CALC_PARAM_TEXT:
    default:
      add_text (builder, param->name, param->text);
      break;
    }
}

static void
add_params (JsonBuilder *builder, const EntCalcLine *line)
{
  if (line->n_params == 0)
    return;
  json_builder_set_member_name (builder, "values");
  json_builder_begin_object (builder);
  for (guint i = 0; i < line->n_params; i++)
    add_param (builder, &line->params[i]);
  json_builder_end_object (builder);
}

static void
add_line (JsonBuilder *builder, const EntCalcLine *line)
{
  g_autofree char *explanation = ent_calc_line_explain (line);

  json_builder_begin_object (builder);
  add_text (builder, "step", line->id);
  add_text (builder, "detail", line->detail);
  if (line->item >= 0)
    add_number (builder, "item", line->item);
  if (line->of_member >= 0)
    add_number (builder, "of_member", line->of_member);
  add_text (builder, "role", roles[line->role]);
  add_text (builder, "label", _ (line->label));
  if (line->amount != ENT_CALC_NO_AMOUNT)
    {
      add_money (builder, "amount", line->amount);
      add_text (builder, "period", ent_calc_periods[line->period].code);
    }
  add_text (builder, "explanation", explanation[0] != '\0' ? explanation : NULL);
  add_params (builder, line);
  add_text (builder, "rule", line->rule);
  add_text (builder, "source", line->source);
  add_text (builder, "note", line->note);
  add_text (builder, "status", ent_calc_statuses[line->status].code);
  json_builder_end_object (builder);
}

static void
add_lines (JsonBuilder *builder, const char *member, const GPtrArray *lines)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    add_line (builder, g_ptr_array_index (lines, i));
  json_builder_end_array (builder);
}

void
ent_calc_answer_add (JsonBuilder *builder, const char *id, const EntCalcResult *result)
{
  json_builder_begin_object (builder);
  add_text (builder, "id", id);
  add_number (builder, "category", result->category);
  if (result->article_34 != 0)
    add_number (builder, "article_34", result->article_34);
  add_money (builder, "annual", result->annual);
  add_money (builder, "resources", result->resources);
  add_money (builder, "exemption", result->exemption);
  add_money (builder, "counted", result->counted);
  add_money (builder, "granted", result->granted);
  add_money (builder, "month", result->month);
  add_money (builder, "paid", result->paid);
  add_number (builder, "isp_days_used", result->isp_days_used);
  add_number (builder, "isp_days_left", result->isp_days_left);
  add_text (builder, "status", ent_calc_statuses[result->status].code);
  add_lines (builder, "lines", result->lines);
  add_lines (builder, "refusals", result->refusals);
  json_builder_end_object (builder);
}

void
ent_calc_answer_add_error (JsonBuilder *builder, const char *id, const GError *error)
{
  gboolean not_covered = g_error_matches (error, ENT_CALC_ERROR, ENT_CALC_ERROR_NOT_COVERED);

  json_builder_begin_object (builder);
  add_text (builder, "id", id);
  add_text (builder, "error", error->message);
  add_text (builder, "fault", not_covered ? "not-covered" : "invalid");
  json_builder_end_object (builder);
}
