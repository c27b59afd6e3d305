/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hours that are subsidised in a year. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_CONTINGENT (ent_contingent_get_type ())
G_DECLARE_FINAL_TYPE (EntContingent, ent_contingent, ENT, CONTINGENT, EntRecord)

struct _EntContingent
{
  EntRecord parent_instance;

  gint64 activity_id;
  char *activity_name; /* computed */
  int year;
  int kind;
  int hours; /* of a correction also below zero */
  gint32 decided_on;
  char *source;
};

ENT_DECLARE_SCHEMA (ent_contingent_schema)

G_END_DECLS
