/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the region takes off the price of an hour, for a time. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_CONTRIBUTION_REDUCTION (ent_contribution_reduction_get_type ())
G_DECLARE_FINAL_TYPE (EntContributionReduction,
                      ent_contribution_reduction,
                      ENT,
                      CONTRIBUTION_REDUCTION,
                      EntRecord)

struct _EntContributionReduction
{
  EntRecord parent_instance;

  gint32 from_day;
  gint32 to_day;
  gint64 amount; /* cents */
  char *source;
};

ENT_DECLARE_SCHEMA (ent_contribution_reduction_schema)

G_END_DECLS
