/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A person in a household: role, first day, last day. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_HOUSEHOLD_MEMBER (ent_household_member_get_type ())
G_DECLARE_FINAL_TYPE (EntHouseholdMember, ent_household_member, ENT, HOUSEHOLD_MEMBER, EntRecord)

struct _EntHouseholdMember
{
  EntRecord parent_instance;

  gint64 household_id;
  gint64 person_id;
  int role;
  gint32 from_day;
  gint32 to_day; /* last day of presence */
  int custody_percent; /* 1 to 100, ENT_INT_NONE when custody is not shared */
  gboolean shares_matters;
  char *note;
};

ENT_DECLARE_SCHEMA (ent_household_member_schema)

G_END_DECLS
