/* SPDX-License-Identifier: GPL-3.0-or-later */

/* That an agent has read an alert. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_ALERT_ACK (ent_alert_ack_get_type ())
G_DECLARE_FINAL_TYPE (EntAlertAck, ent_alert_ack, ENT, ALERT_ACK, EntRecord)

struct _EntAlertAck
{
  EntRecord parent_instance;

  gint64 alert_id;
  gint64 agent_id;
  gint64 acknowledged_at;
};

ENT_DECLARE_SCHEMA (ent_alert_ack_schema)

G_END_DECLS
