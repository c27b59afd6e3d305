/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long before a visit it is cancelled in time, for a time. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_VISIT_NOTICE (ent_visit_notice_get_type ())
G_DECLARE_FINAL_TYPE (EntVisitNotice, ent_visit_notice, ENT, VISIT_NOTICE, EntRecord)

struct _EntVisitNotice
{
  EntRecord parent_instance;

  gint32 from_day;
  gint32 to_day;
  int hours;
  char *source;
};

ENT_DECLARE_SCHEMA (ent_visit_notice_schema)

G_END_DECLS
