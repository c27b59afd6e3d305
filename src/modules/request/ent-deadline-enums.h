/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Choices of deadlines. Constant data, any thread. */

#pragma once

#include "ent-column.h"

G_BEGIN_DECLS

/* The law that an aid is granted under. */
typedef enum
{
  ENT_REGIME_INTEGRATION = 1, /* Act of 26 May 2002 */
  ENT_REGIME_AID /* Organic Act of 8 July 1976 */
} EntRegime;

typedef enum
{
  ENT_DEADLINE_RECEIPT = 1,
  ENT_DEADLINE_TRANSFER,
  ENT_DEADLINE_CONFLICT,
  ENT_DEADLINE_DECISION,
  ENT_DEADLINE_NOTIFICATION,
  ENT_DEADLINE_PAYMENT,
  ENT_DEADLINE_APPEAL_POSTED,
  ENT_DEADLINE_APPEAL_PRESENTED,
  ENT_DEADLINE_APPEAL_SIMPLE,
  ENT_DEADLINE_PROJECT,
  ENT_DEADLINE_REFLECTION,
  ENT_DEADLINE_EVALUATION,
  ENT_DEADLINE_REVIEW
} EntDeadlineKind;

#define ENT_DEADLINE_LAST ENT_DEADLINE_REVIEW

/* The act from which a deadline runs. */
typedef enum
{
  ENT_START_RECEPTION = 1,
  ENT_START_DECISION,
  ENT_START_POSTING,
  ENT_START_PRESENTATION,
  ENT_START_CONFLICT,
  ENT_START_PROJECT_OFFERED,
  ENT_START_PROJECT_SIGNED,
  ENT_START_REVIEW /* the latest one; before the first, the decision */
} EntDeadlineStart;

#define ENT_START_LAST ENT_START_REVIEW

typedef enum
{
  ENT_UNIT_DAYS = 1, /* of the calendar */
  ENT_UNIT_WORKING_DAYS, /* Monday to Friday, no legal holiday */
  ENT_UNIT_MONTHS, /* from a date to the same date */
  ENT_UNIT_COURT_MONTHS /* from a date to the day before the same date */
} EntDeadlineUnit;

/* The first day that counts. */
typedef enum
{
  ENT_FIRST_NEXT = 1, /* the day after the act */
  ENT_FIRST_WORKING, /* the first working day after it */
  ENT_FIRST_THIRD_WORKING /* the third working day after it */
} EntDeadlineFirst;

typedef enum
{
  ENT_LAST_STAYS = 1,
  ENT_LAST_MOVES /* to the next working day */
} EntDeadlineLast;

typedef enum
{
  ENT_STANDING_VERIFIED = 1,
  ENT_STANDING_TO_CHECK
} EntRuleStanding;

extern const EntEnum ent_regime_enum;
extern const EntEnum ent_deadline_kind_enum;
extern const EntEnum ent_deadline_start_enum;
extern const EntEnum ent_deadline_unit_enum;
extern const EntEnum ent_deadline_first_enum;
extern const EntEnum ent_deadline_last_enum;
extern const EntEnum ent_rule_standing_enum;

G_END_DECLS
