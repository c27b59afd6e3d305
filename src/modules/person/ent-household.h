/* SPDX-License-Identifier: GPL-3.0-or-later */

/* People who live under one roof. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_HOUSEHOLD (ent_household_get_type ())
G_DECLARE_FINAL_TYPE (EntHousehold, ent_household, ENT, HOUSEHOLD, EntRecord)

struct _EntHousehold
{
  EntRecord parent_instance;

  char *name;
  char *members; /* computed: who is present today */
  char *remark;
};

ENT_DECLARE_SCHEMA (ent_household_schema)

G_END_DECLS
