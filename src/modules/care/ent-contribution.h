/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was decided on the price that a beneficiary pays. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_CONTRIBUTION (ent_contribution_get_type ())
G_DECLARE_FINAL_TYPE (EntContribution, ent_contribution, ENT, CONTRIBUTION, EntRecord)

struct _EntContribution
{
  EntRecord parent_instance;

  gint64 person_id;
  char *person_name; /* computed */
  gint32 from_day;
  gint32 to_day;
  gint64 income; /* of the household, cents */
  gint64 charges;
  char *household; /* code of the scale */
  gint64 rate; /* as decided; cents */
  char *derogation; /* its reference */
  gint64 derogation_rate; /* before the reduction; cents */
  gint32 derogation_to;
  gint32 review_on;
};

ENT_DECLARE_SCHEMA (ent_contribution_schema)

G_END_DECLS
