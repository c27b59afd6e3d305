/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of a scale of contributions. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_CONTRIBUTION_ROW (ent_contribution_row_get_type ())
G_DECLARE_FINAL_TYPE (EntContributionRow, ent_contribution_row, ENT, CONTRIBUTION_ROW, EntRecord)

struct _EntContributionRow
{
  EntRecord parent_instance;

  gint64 scale_id;
  char *household; /* code of the scale; empty: all */
  gint64 income_from; /* cents a month */
  gint64 income_to;
  gint64 price; /* cents, before the reduction */
};

ENT_DECLARE_SCHEMA (ent_contribution_row_schema)

G_END_DECLS
