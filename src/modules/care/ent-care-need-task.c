/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A task that the visits of a need have. Record: see ent-record.h for threads. */

#include "ent-care-need-task.h"

#include "ent-care-need.h"
#include "ent-care-query.h"
#include "ent-care-task.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  return g_strdup (ENT_CARE_NEED_TASK (record)->task_name);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntCareNeedTask, need_id, N_("Visit that returns"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_CASCADE, ent_care_need_get_type),
  ENT_REF (EntCareNeedTask, task_id, N_("Task"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_CASCADE, ent_care_task_get_type),
  ENT_COMPUTED (EntCareNeedTask, task_name, N_("Task"),
                ENT_COLUMN_IN_LIST, ent_care_sql_need_task_name),
};

const EntSchema ent_care_need_task_schema = {
  .table = "care_need_task",
  .number = 44,
  .title = N_("Task of a visit"),
  .plural = N_("Tasks of a visit"),
  .icon_name = "ent-aid-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "need_id, id",
  .type = ent_care_need_task_get_type,
  .summary = summary,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntCareNeedTask, ent_care_need_task, ENT_TYPE_RECORD)

static void
ent_care_need_task_class_init (EntCareNeedTaskClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_care_need_task_schema);
}

static void
ent_care_need_task_init (EntCareNeedTask *self)
{
}
