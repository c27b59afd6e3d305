/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Single, married, widowed…, from a day to a day. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_CIVIL_STATUS (ent_civil_status_get_type ())
G_DECLARE_FINAL_TYPE (EntCivilStatus, ent_civil_status, ENT, CIVIL_STATUS, EntRecord)

struct _EntCivilStatus
{
  EntRecord parent_instance;

  gint64 person_id;
  int status;
  gint32 from_day;
  gint32 to_day;
  gint64 partner_id;
};

ENT_DECLARE_SCHEMA (ent_civil_status_schema)

G_END_DECLS
