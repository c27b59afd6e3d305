/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an hour of an activity costs, by income, for a time. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_CONTRIBUTION_SCALE (ent_contribution_scale_get_type ())
G_DECLARE_FINAL_TYPE (EntContributionScale,
                      ent_contribution_scale,
                      ENT,
                      CONTRIBUTION_SCALE,
                      EntRecord)

struct _EntContributionScale
{
  EntRecord parent_instance;

  gint64 activity_id;
  char *activity_name; /* computed */
  gint32 from_day;
  gint32 to_day;
  char *source;
};

ENT_DECLARE_SCHEMA (ent_contribution_scale_schema)

G_END_DECLS
