/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An absence of a carer whose visits were given to others. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_ABSENCE_COVER (ent_absence_cover_get_type ())
G_DECLARE_FINAL_TYPE (EntAbsenceCover, ent_absence_cover, ENT, ABSENCE_COVER, EntRecord)

struct _EntAbsenceCover
{
  EntRecord parent_instance;

  gint64 carer_id;
  char *carer_name; /* computed */
  gint64 absence_id;
  gint32 from_day;
  int from_time; /* empty: from the beginning of the day */
  gint32 to_day; /* empty: until further notice */
  int to_time; /* empty: until the end of the day */
  char *told; /* computed: "3 / 12" notices */
};

ENT_DECLARE_SCHEMA (ent_absence_cover_schema)

G_END_DECLS
