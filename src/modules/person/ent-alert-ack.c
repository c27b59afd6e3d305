/* SPDX-License-Identifier: GPL-3.0-or-later */

/* That an agent has read an alert. Record: see ent-record.h for
 * threads. */

#include "ent-alert-ack.h"

#include "ent-agent.h"
#include "ent-alert.h"
#include "ent-date.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  return ent_stamp_format (ENT_ALERT_ACK (record)->acknowledged_at);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntAlertAck, alert_id, N_("Alert"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER, ent_alert_get_type),
  ENT_REF (EntAlertAck, agent_id, N_("Agent"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST, ent_agent_get_type),
  ENT_STAMP (EntAlertAck, acknowledged_at, N_("Read at"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST),
};

const EntSchema ent_alert_ack_schema = {
  .table = "alert_ack",
  .number = 17,
  .title = N_("Alert read"),
  .plural = N_("Alerts read"),
  .icon_name = "ent-alert-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "id",
  .type = ent_alert_ack_get_type,
  .summary = summary,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntAlertAck, ent_alert_ack, ENT_TYPE_RECORD)

static void
ent_alert_ack_class_init (EntAlertAckClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_alert_ack_schema);
}

static void
ent_alert_ack_init (EntAlertAck *self)
{
}
