/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the value of a scale is told in, and how well it is known. Any thread. */
#pragma once

#include "ent-calc-kinds.h"

G_BEGIN_DECLS

/* From the best known to the least. */
typedef enum
{
  ENT_CALC_VERIFIED, /* read in its source */
  ENT_CALC_DERIVED, /* computed from what was read */
  ENT_CALC_TO_CHECK,
  ENT_CALC_N_STATUSES
} EntCalcStatus;

typedef enum
{
  ENT_CALC_UNIT_CENTS,
  ENT_CALC_UNIT_RATIO, /* in ten thousandths */
  ENT_CALC_UNIT_WHOLE,
  ENT_CALC_UNIT_TREATMENT, /* EntCalcTreatment */
  ENT_CALC_UNIT_NONE /* a rule: it has a source and no figure */
} EntCalcUnit;

/* Of a kind of income. */
typedef enum
{
  ENT_CALC_COUNTED,
  ENT_CALC_EXEMPT,
  ENT_CALC_BY_ISP, /* counted, less the exemption of art. 35 */
  ENT_CALC_BY_HOUR, /* counted beyond an exempt amount an hour */
  ENT_CALC_OPEN, /* nobody knows yet */
  ENT_CALC_N_TREATMENTS
} EntCalcTreatment;

extern const EntCalcName ent_calc_statuses[ENT_CALC_N_STATUSES];
extern const EntCalcName ent_calc_treatments[ENT_CALC_N_TREATMENTS];

G_END_DECLS
