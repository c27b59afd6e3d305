/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The choices of the records about the month. Constant data. */

#pragma once

#include "ent-column.h"

G_BEGIN_DECLS

/* Hours that are paid more. A minute counts once: under the kind with the highest percentage. */
typedef enum
{
  ENT_UNSOCIAL_EVENING = 1,
  ENT_UNSOCIAL_SATURDAY,
  ENT_UNSOCIAL_HOLIDAY, /* Sundays and legal holidays */
  ENT_UNSOCIAL_NIGHT
} EntUnsocialKind;

#define ENT_UNSOCIAL_KINDS 4

extern const EntEnum ent_unsocial_kind_enum;

typedef enum
{
  ENT_MONTH_TOLERANCE = 1, /* minutes that may differ from the plan without a word */
  ENT_MONTH_BILL_LATE_CANCEL, /* per cent of the planned minutes */
  ENT_MONTH_BILL_NOBODY_HOME
} EntMonthRuleKind;

extern const EntEnum ent_month_rule_kind_enum;

typedef enum
{
  ENT_CONTINGENT_GRANTED = 1,
  ENT_CONTINGENT_CORRECTION
} EntContingentKind;

extern const EntEnum ent_contingent_kind_enum;

typedef enum
{
  ENT_MONTH_CORRECTED = 1, /* something of a closed month was wrong */
  ENT_MONTH_SET_ASIDE /* no rate is decided: not billed in this month, for a reason */
} EntMonthCorrectionKind;

extern const EntEnum ent_month_correction_kind_enum;

G_END_DECLS
