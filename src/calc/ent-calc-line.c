/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step of a calculation, and how it is told. Any thread. */
#include "ent-calc-private.h"

#include "ent-date.h"
#include "ent-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

EntCalcLine *
ent_calc_line_new (const char *id, const char *label, EntCalcLineRole role, gint64 amount)
{
  EntCalcLine *self = g_new0 (EntCalcLine, 1);

  self->id = id;
  self->label = label;
  self->role = role;
  self->amount = amount;
  self->item = self->of_member = -1;
  return self;
}

void
ent_calc_line_free (EntCalcLine *self)
{
  for (guint i = 0; i < self->n_params; i++)
    g_free (self->params[i].text);
  g_free (self);
}

void
ent_calc_line_use (EntCalcLine *self, const EntCalcRow *row)
{
  if (self->rule == NULL)
    {
      self->rule = row->rule;
      self->source = row->source;
      self->note = row->note;
      self->status = row->status;
    }
  else if (row->status > self->status)
    {
      self->source = row->source;
      self->note = row->note;
      self->status = row->status;
    }
}

void
ent_calc_line_vouch (EntCalcLine *self, const EntCalcRow *published)
{
  if (self->status != ENT_CALC_DERIVED || published->status != ENT_CALC_VERIFIED)
    return;
  self->status = ENT_CALC_VERIFIED;
  self->source = published->source;
}

static void
set_param (EntCalcLine *self, const EntCalcParam *param)
{
  g_return_if_fail (self->n_params < ENT_CALC_MAX_PARAMS);

  self->params[self->n_params++] = *param;
}

void
ent_calc_line_set_param (EntCalcLine *self, const char *name, EntCalcParamKind kind, gint64 value)
{
  set_param (self, &(EntCalcParam) { name, kind, value, NULL });
}

void
ent_calc_line_set_text (EntCalcLine *self, const char *name, const char *text)
{
  set_param (self, &(EntCalcParam) { name, ENT_CALC_PARAM_TEXT, 0, g_strdup (text) });
}

/* "1,7410", or "6 %" and "2,5 %"; a comma in every language, as in sums of money. */
static char *
format_ratio (gint64 value)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ",%04d", value / 10000, (int) (value % 10000));
}

static char *
format_percent (gint64 value)
{
  g_autofree char *decimals = g_strdup_printf (",%02d", (int) (value % 100));
  gsize length = strlen (decimals);

  while (length > 0 && (decimals[length - 1] == '0' || decimals[length - 1] == ','))
    decimals[--length] = '\0';
  return g_strdup_printf ("%" G_GINT64_FORMAT "%s\xc2\xa0%%", value / 100, decimals);
}

char *
ent_calc_param_format (const EntCalcParam *self)
{
  switch (self->kind)
    {
    case ENT_CALC_PARAM_MONEY:
      return ent_money_format (self->value);
    case ENT_CALC_PARAM_RATIO:
      return format_ratio (self->value);
    case ENT_CALC_PARAM_PERCENT:
      return format_percent (self->value);
    case ENT_CALC_PARAM_NUMBER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, self->value);
    case ENT_CALC_PARAM_DAY:
      return ent_day_format ((gint32) self->value, ENT_DAY_NUMERIC);
    case ENT_CALC_PARAM_TEXT:
    default:
      return g_strdup (self->text);
    }
}

static const EntCalcParam *
find_param (const EntCalcLine *self, const char *name, gsize length)
{
  for (guint i = 0; i < self->n_params; i++)
    if (strlen (self->params[i].name) == length &&
        strncmp (self->params[i].name, name, length) == 0)
      return &self->params[i];
  return NULL;
}

char *
ent_calc_line_explain (const EntCalcLine *self)
{
  GString *out = g_string_new (NULL);
  const char *p = self->explanation != NULL ? _ (self->explanation) : "";

  while (*p != '\0')
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;
      const EntCalcParam *param = end != NULL ? find_param (self, p + 1, (gsize) (end - p - 1))
                                              : NULL;
      g_autofree char *value = param != NULL ? ent_calc_param_format (param) : NULL;

      if (value == NULL)
        {
          g_string_append_c (out, *p++);
          continue;
        }
      g_string_append (out, value);
      p = end + 1;
    }
  return g_string_free_and_steal (out);
}
