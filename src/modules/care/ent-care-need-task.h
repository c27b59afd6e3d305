/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A task that the visits of a need have. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_CARE_NEED_TASK (ent_care_need_task_get_type ())
G_DECLARE_FINAL_TYPE (EntCareNeedTask, ent_care_need_task, ENT, CARE_NEED_TASK, EntRecord)

struct _EntCareNeedTask
{
  EntRecord parent_instance;

  gint64 need_id;
  gint64 task_id;
  char *task_name; /* computed */
};

ENT_DECLARE_SCHEMA (ent_care_need_task_schema)

G_END_DECLS
