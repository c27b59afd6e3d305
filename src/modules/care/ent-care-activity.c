/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What home care is made of: help, cleaning, sitting. Record: see ent-record.h for threads. */

#include "ent-care-activity.h"

#include "ent-care-rules.h"
#include "ent-carer-enums.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice prioritys[] = {
  { ENT_CARE_VITAL, "vital", N_("1 – Vital") },
  { ENT_CARE_IMPORTANT, "important", N_("2 – Important") },
  { ENT_CARE_POSTPONABLE, "postponable", N_("3 – Can wait") },
};
/* clang-format on */

const EntEnum ent_care_priority_enum = { "care-priority", prioritys, G_N_ELEMENTS (prioritys) };

static void
prepare (EntRecord *record)
{
  EntCareActivity *self = ENT_CARE_ACTIVITY (record);

  ent_staff_clean_text (&self->name);
  ent_staff_clean_text (&self->code);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_care_activity_check (ENT_CARE_ACTIVITY (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_TEXT (EntCareActivity, name, N_("Name"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_SEARCH |
            ENT_COLUMN_WIDE),
  ENT_TEXT (EntCareActivity, code, N_("Code"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_UNIQUE | ENT_COLUMN_SHORT),
  ENT_ENUM (EntCareActivity, carer_kind, N_("Done by"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_carer_kind_enum),
  ENT_BOOL (EntCareActivity, is_subsidised, N_("Subsidised"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_BOOL (EntCareActivity, is_charged, N_("Charged to the beneficiary"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_INT (EntCareActivity, minutes, N_("Usual minutes"), ENT_COLUMN_IN_LIST),
  ENT_ENUM (EntCareActivity, priority, N_("Priority"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST, &ent_care_priority_enum),
  ENT_DATE (EntCareActivity, from_day, N_("First day"), ENT_COLUMN_IN_LIST),
  ENT_DATE (EntCareActivity, to_day, N_("Last day"), ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
};

const EntSchema ent_care_activity_schema = {
  .table = "care_activity",
  .number = 40,
  .title = N_("Care activity"),
  .plural = N_("Activities"),
  .icon_name = "ent-aid-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "name, id",
  .type = ent_care_activity_get_type,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntCareActivity, ent_care_activity, ENT_TYPE_RECORD)

static void
ent_care_activity_class_init (EntCareActivityClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_care_activity_schema);
}

static void
ent_care_activity_init (EntCareActivity *self)
{
  self->priority = ENT_CARE_IMPORTANT;
}
