/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a new register knows of deadlines and of what can be asked for. Thread of the connection. */

#include "ent-request-seed.h"

#include "ent-date.h"
#include "ent-deadline-rule.h"
#include "ent-request-kind.h"

#include <glib/gi18n-lib.h>

/* Since when the acts that the rules come from are in force. */
#define INTEGRATION_SINCE "2002-10-01"
#define AID_SINCE "1976-08-05"

/* clang-format off */
static const struct
{
  int kind, regime, start, amount, unit, first, last;
  int standing;
  const char *since;
  const char *source;
} rules[] = {
  { ENT_DEADLINE_RECEIPT, 0, ENT_START_RECEPTION, 0, ENT_UNIT_DAYS, ENT_FIRST_NEXT,
    ENT_LAST_STAYS, ENT_STANDING_VERIFIED, AID_SINCE,
    N_("Act of 26 May 2002, article 18: the same day; social aid: practice") },
  { ENT_DEADLINE_TRANSFER, 0, ENT_START_RECEPTION, 5, ENT_UNIT_DAYS, ENT_FIRST_NEXT,
    ENT_LAST_STAYS, ENT_STANDING_VERIFIED, AID_SINCE,
    N_("Act of 26 May 2002, article 18: five calendar days") },
  { ENT_DEADLINE_CONFLICT, 0, ENT_START_CONFLICT, 5, ENT_UNIT_DAYS, ENT_FIRST_NEXT,
    ENT_LAST_STAYS, ENT_STANDING_VERIFIED, AID_SINCE,
    N_("Conflict of competence, put to the federal service for social integration") },
  { ENT_DEADLINE_DECISION, ENT_REGIME_INTEGRATION, ENT_START_RECEPTION, 30, ENT_UNIT_DAYS,
    ENT_FIRST_NEXT, ENT_LAST_STAYS, ENT_STANDING_VERIFIED, INTEGRATION_SINCE,
    N_("Act of 26 May 2002, article 21") },
  { ENT_DEADLINE_DECISION, ENT_REGIME_AID, ENT_START_RECEPTION, 1, ENT_UNIT_MONTHS,
    ENT_FIRST_NEXT, ENT_LAST_STAYS, ENT_STANDING_VERIFIED, AID_SINCE,
    N_("Organic Act of 8 July 1976, article 71") },
  { ENT_DEADLINE_NOTIFICATION, ENT_REGIME_INTEGRATION, ENT_START_DECISION, 8, ENT_UNIT_DAYS,
    ENT_FIRST_NEXT, ENT_LAST_STAYS, ENT_STANDING_VERIFIED, INTEGRATION_SINCE,
    N_("Act of 26 May 2002, article 21") },
  { ENT_DEADLINE_NOTIFICATION, ENT_REGIME_AID, ENT_START_DECISION, 8, ENT_UNIT_DAYS,
    ENT_FIRST_NEXT, ENT_LAST_STAYS, ENT_STANDING_TO_CHECK, AID_SINCE,
    N_("Organic Act of 8 July 1976, article 62bis") },
  { ENT_DEADLINE_PAYMENT, ENT_REGIME_INTEGRATION, ENT_START_DECISION, 15, ENT_UNIT_DAYS,
    ENT_FIRST_NEXT, ENT_LAST_STAYS, ENT_STANDING_VERIFIED, INTEGRATION_SINCE,
    N_("Act of 26 May 2002: first payment") },
  { ENT_DEADLINE_APPEAL_POSTED, 0, ENT_START_POSTING, 3, ENT_UNIT_COURT_MONTHS,
    ENT_FIRST_WORKING, ENT_LAST_MOVES, ENT_STANDING_VERIFIED, AID_SINCE,
    N_("Appeal before the labour tribunal: from the first working day after posting") },
  { ENT_DEADLINE_APPEAL_PRESENTED, 0, ENT_START_PRESENTATION, 3, ENT_UNIT_COURT_MONTHS,
    ENT_FIRST_NEXT, ENT_LAST_MOVES, ENT_STANDING_TO_CHECK, AID_SINCE,
    N_("Judicial Code, article 53bis, 1°") },
  { ENT_DEADLINE_APPEAL_SIMPLE, 0, ENT_START_POSTING, 3, ENT_UNIT_COURT_MONTHS,
    ENT_FIRST_THIRD_WORKING, ENT_LAST_MOVES, ENT_STANDING_TO_CHECK, AID_SINCE,
    N_("Judicial Code, article 53bis, 2°") },
  { ENT_DEADLINE_PROJECT, ENT_REGIME_INTEGRATION, ENT_START_DECISION, 3, ENT_UNIT_MONTHS,
    ENT_FIRST_NEXT, ENT_LAST_STAYS, ENT_STANDING_VERIFIED, INTEGRATION_SINCE,
    N_("Integration project: contract within three months of the decision") },
  { ENT_DEADLINE_REFLECTION, ENT_REGIME_INTEGRATION, ENT_START_PROJECT_OFFERED, 5,
    ENT_UNIT_WORKING_DAYS, ENT_FIRST_NEXT, ENT_LAST_STAYS, ENT_STANDING_VERIFIED,
    INTEGRATION_SINCE, N_("Integration project: five working days to reflect") },
  { ENT_DEADLINE_EVALUATION, ENT_REGIME_INTEGRATION, ENT_START_PROJECT_SIGNED, 3,
    ENT_UNIT_MONTHS, ENT_FIRST_NEXT, ENT_LAST_STAYS, ENT_STANDING_VERIFIED, INTEGRATION_SINCE,
    N_("Integration project: at least one evaluation each quarter") },
  { ENT_DEADLINE_REVIEW, ENT_REGIME_INTEGRATION, ENT_START_REVIEW, 12, ENT_UNIT_MONTHS,
    ENT_FIRST_NEXT, ENT_LAST_STAYS, ENT_STANDING_VERIFIED, INTEGRATION_SINCE,
    N_("Act of 26 May 2002, article 22: at least once a year") },
};

static const struct
{
  const char *name;
  int regime;
  gboolean has_project;
} kinds[] = {
  { N_("Integration income"), ENT_REGIME_INTEGRATION, FALSE },
  { N_("Integration income with a project"), ENT_REGIME_INTEGRATION, TRUE },
  { N_("Employment under article 60 or 61"), ENT_REGIME_INTEGRATION, FALSE },
  { N_("Equivalent of integration income"), ENT_REGIME_AID, FALSE },
  { N_("One-off financial aid"), ENT_REGIME_AID, FALSE },
  { N_("Urgent medical aid"), ENT_REGIME_AID, FALSE },
  { N_("Medical costs"), ENT_REGIME_AID, FALSE },
  { N_("Rent guarantee"), ENT_REGIME_AID, FALSE },
  { N_("Housing and reference address"), ENT_REGIME_AID, FALSE },
  { N_("Heating and energy"), ENT_REGIME_AID, FALSE },
  { N_("Debt mediation"), ENT_REGIME_AID, FALSE },
  { N_("Food aid"), ENT_REGIME_AID, FALSE },
  { N_("Home help"), ENT_REGIME_AID, FALSE },
  { N_("Meals at home"), ENT_REGIME_AID, FALSE },
  { N_("Guidance"), ENT_REGIME_AID, FALSE },
  { N_("Other aid"), ENT_REGIME_AID, FALSE },
};
/* clang-format on */

static gboolean
insert_rule (EntApply *apply, guint i, GError **error)
{
  g_autoptr (EntDeadlineRule) rule = ent_record_new (ENT_TYPE_DEADLINE_RULE);

  rule->kind = rules[i].kind;
  rule->regime = rules[i].regime;
  rule->start = rules[i].start;
  rule->amount = rules[i].amount;
  rule->unit = rules[i].unit;
  rule->first_day = rules[i].first;
  rule->last_day = rules[i].last;
  rule->standing = rules[i].standing;
  rule->from_day = ent_day_parse_iso (rules[i].since);
  rule->source = g_strdup (_ (rules[i].source));
  return ent_apply_insert (apply, rule, error);
}

static gboolean
insert_kind (EntApply *apply, guint i, GError **error)
{
  g_autoptr (EntRequestKind) kind = ent_record_new (ENT_TYPE_REQUEST_KIND);

  kind->name = g_strdup (_ (kinds[i].name));
  kind->regime = kinds[i].regime;
  kind->has_project = kinds[i].has_project;
  kind->active = TRUE;
  return ent_apply_insert (apply, kind, error);
}

gboolean
ent_request_seed (EntApply *apply, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!insert_rule (apply, i, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!insert_kind (apply, i, error))
      return FALSE;
  return TRUE;
}
