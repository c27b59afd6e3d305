/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something to know before meeting a person; it always ends on a day. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_ALERT (ent_alert_get_type ())
G_DECLARE_FINAL_TYPE (EntAlert, ent_alert, ENT, ALERT, EntRecord)

struct _EntAlert
{
  EntRecord parent_instance;

  gint64 person_id;
  int kind;
  char *text;
  gint64 author_id;
  gint32 from_day;
  gint32 until_day;
};

ENT_DECLARE_SCHEMA (ent_alert_schema)

gboolean ent_alert_is_current (EntAlert *self, gint32 day);

G_END_DECLS
