/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long before a visit it is cancelled in time, for a time. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_CANCEL_NOTICE (ent_cancel_notice_get_type ())
G_DECLARE_FINAL_TYPE (EntCancelNotice, ent_cancel_notice, ENT, CANCEL_NOTICE, EntRecord)

struct _EntCancelNotice
{
  EntRecord parent_instance;

  gint32 from_day;
  gint32 to_day;
  int hours;
  char *source;
};

ENT_DECLARE_SCHEMA (ent_cancel_notice_schema)

G_END_DECLS
