/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a calculation finds: a line for each step, with its rule, its amount and its source. Nothing
 * in it depends on the language; ent_calc_line_explain () speaks it. Any thread. */
#pragma once

#include "ent-calc-scales.h"

G_BEGIN_DECLS

#define ENT_CALC_MAX_PARAMS 5

typedef enum
{
  ENT_CALC_LINE_FACT, /* tells, and adds nothing */
  ENT_CALC_LINE_ITEM, /* is part of the sum that follows */
  ENT_CALC_LINE_SUM,
  ENT_CALC_N_LINE_ROLES
} EntCalcLineRole;

typedef enum
{
  ENT_CALC_PARAM_MONEY, /* cents */
  ENT_CALC_PARAM_RATIO, /* ten thousandths: 1,7410 */
  ENT_CALC_PARAM_PERCENT, /* ten thousandths: 6 % */
  ENT_CALC_PARAM_NUMBER,
  ENT_CALC_PARAM_DAY,
  ENT_CALC_PARAM_TEXT /* what somebody wrote */
} EntCalcParamKind;

typedef struct
{
  const char *name;
  EntCalcParamKind kind;
  gint64 value;
  char *text;
} EntCalcParam;

typedef struct
{
  const char *id; /* of the step: "general-exemption" */
  const char *detail; /* code of the kind of income or person; may be NULL */
  int item; /* in the list of the case that it speaks of, from 0; -1 */
  int of_member; /* whose income, in the household; -1: of the applicant */
  EntCalcLineRole role;
  const char *label; /* to translate */
  gint64 amount; /* cents, below 0 when it is taken off; ENT_CALC_NO_AMOUNT */
  EntCalcPeriod period;
  const char *rule, *source, *note; /* owned by the scales */
  EntCalcStatus status; /* of the least known row that was used, as source and note */
  const char *explanation; /* to translate, with names of parameters in { } */
  EntCalcParam params[ENT_CALC_MAX_PARAMS];
  guint n_params;
} EntCalcLine;

/* Owns its lines. */
typedef struct
{
  EntCalcScales *scales;
  GPtrArray *lines; /* EntCalcLine, in order */
  GPtrArray *refusals; /* EntCalcLine: why there is no right; empty when there is one */
  int category;
  int article_34; /* version; 0: nobody under the same roof was looked at */
  gint64 annual; /* of the category */
  gint64 resources; /* a year, before the general exemption */
  gint64 exemption; /* general, a year */
  gint64 counted; /* resources that are taken into account, a year */
  gint64 granted; /* a year */
  gint64 month; /* granted */
  gint64 paid; /* for the part of the month; the same when it is whole */
  int isp_days_used, isp_days_left; /* before the day; 0 when no exemption is asked */
  EntCalcStatus status; /* of the least known line */
} EntCalcResult;

void ent_calc_result_free (EntCalcResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntCalcResult, ent_calc_result_free)

/* The first line of this id, or NULL. */
const EntCalcLine *ent_calc_result_find (const EntCalcResult *self, const char *id);

/* How the amount came about, in the language of the interface; the caller's. "" when there is
 * nothing to tell. */
char *ent_calc_line_explain (const EntCalcLine *self);

/* The value of a parameter as it stands in a sentence; the caller's. */
char *ent_calc_param_format (const EntCalcParam *self);

/* A step that differs between two results; a line is NULL where it does not occur. */
typedef struct
{
  const EntCalcLine *before;
  const EntCalcLine *after;
} EntCalcChange;

/* What differs, in order of the lines; borrows both results. Free with g_array_unref (). */
GArray *ent_calc_compare (const EntCalcResult *before, const EntCalcResult *after);

G_END_DECLS
