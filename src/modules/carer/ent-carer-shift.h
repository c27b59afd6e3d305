/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hours of the week in which a carer works, each week or every other one. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_CARER_SHIFT (ent_carer_shift_get_type ())
G_DECLARE_FINAL_TYPE (EntCarerShift, ent_carer_shift, ENT, CARER_SHIFT, EntRecord)

struct _EntCarerShift
{
  EntRecord parent_instance;

  gint64 carer_id;
  int weekday; /* on which it begins */
  int week;
  int from_time; /* minutes of the day */
  int to_time; /* before from_time: of the next day */
  gint32 from_day;
  gint32 to_day; /* last day on which it begins */
};

ENT_DECLARE_SCHEMA (ent_carer_shift_schema)

G_END_DECLS
