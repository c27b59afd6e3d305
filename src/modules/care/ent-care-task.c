/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a carer does during a visit, as sheets name it. Record: see ent-record.h for threads. */

#include "ent-care-task.h"

#include "ent-care-activity.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static void
prepare (EntRecord *record)
{
  EntCareTask *self = ENT_CARE_TASK (record);

  ent_staff_clean_text (&self->name);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntCareTask, activity_id, N_("Activity"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_CASCADE,
           ent_care_activity_get_type),
  ENT_TEXT (EntCareTask, name, N_("Name"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST),
  ENT_INT (EntCareTask, sort, N_("Position"), 0),
};

const EntSchema ent_care_task_schema = {
  .table = "care_task",
  .number = 41,
  .title = N_("Care task"),
  .plural = N_("Care tasks"),
  .icon_name = "ent-aid-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "activity_id, sort, id",
  .type = ent_care_task_get_type,
  .prepare = prepare,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntCareTask, ent_care_task, ENT_TYPE_RECORD)

static void
ent_care_task_class_init (EntCareTaskClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_care_task_schema);
}

static void
ent_care_task_init (EntCareTask *self)
{
}
