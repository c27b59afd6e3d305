/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something to know before meeting a person; it always ends on a day. Record: see ent-record.h for
 * threads. */

#include "ent-alert.h"

#include "ent-agent.h"
#include "ent-date.h"
#include "ent-person.h"
#include "ent-person-enums.h"
#include "ent-person-rules.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  return g_strdup (ent_enum_label (&ent_alert_kind_enum, ENT_ALERT (record)->kind));
}

static void
prepare (EntRecord *record)
{
  ent_person_clean_long (&ENT_ALERT (record)->text);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  EntAlert *self = ENT_ALERT (record);

  ent_staff_check_period (self->from_day, self->until_day, "until_day", issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntAlert, person_id, N_("Person"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER,
           ent_person_get_type),
  ENT_ENUM (EntAlert, kind, N_("Kind"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_alert_kind_enum),
  ENT_TEXT (EntAlert, text, N_("What to know"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_LONG | ENT_COLUMN_PRIVATE | ENT_COLUMN_IN_LIST),
  ENT_REF (EntAlert, author_id, N_("Written by"),
           ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, ent_agent_get_type),
  ENT_DATE (EntAlert, from_day, N_("From"), ENT_COLUMN_IN_LIST),
  ENT_DATE (EntAlert, until_day, N_("Until"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
};

const EntSchema ent_alert_schema = {
  .table = "alert",
  .number = 16,
  .title = N_("Alert"),
  .plural = N_("Alerts"),
  .icon_name = "ent-alert-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "until_day, id",
  .type = ent_alert_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntAlert, ent_alert, ENT_TYPE_RECORD)

static void
ent_alert_class_init (EntAlertClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_alert_schema);
}

static void
ent_alert_init (EntAlert *self)
{
}

gboolean
ent_alert_is_current (EntAlert *self, gint32 day)
{
  return (self->from_day == ENT_DAY_NONE || self->from_day <= day) &&
         (self->until_day == ENT_DAY_NONE || day <= self->until_day);
}
