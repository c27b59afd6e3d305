/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hours that are paid more, for a time. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_UNSOCIAL_RATE (ent_unsocial_rate_get_type ())
G_DECLARE_FINAL_TYPE (EntUnsocialRate, ent_unsocial_rate, ENT, UNSOCIAL_RATE, EntRecord)

struct _EntUnsocialRate
{
  EntRecord parent_instance;

  int kind;
  int from_minute; /* of the day */
  int to_minute; /* excluded; before the other: through midnight */
  int percent;
  gint32 from_day;
  gint32 to_day;
  char *source;
};

ENT_DECLARE_SCHEMA (ent_unsocial_rate_schema)

G_END_DECLS
