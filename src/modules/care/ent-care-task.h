/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a carer does during a visit, as sheets name it. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_CARE_TASK (ent_care_task_get_type ())
G_DECLARE_FINAL_TYPE (EntCareTask, ent_care_task, ENT, CARE_TASK, EntRecord)

struct _EntCareTask
{
  EntRecord parent_instance;

  gint64 activity_id;
  char *name;
  int sort; /* on sheets and in forms */
};

ENT_DECLARE_SCHEMA (ent_care_task_schema)

G_END_DECLS
