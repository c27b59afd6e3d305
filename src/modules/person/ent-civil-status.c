/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Single, married, widowed…, from a day to a day. Record: see ent-record.h for
 * threads. */

#include "ent-civil-status.h"

#include "ent-person.h"
#include "ent-person-enums.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  return g_strdup (ent_enum_label (&ent_civil_enum, ENT_CIVIL_STATUS (record)->status));
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  EntCivilStatus *self = ENT_CIVIL_STATUS (record);

  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
  if (self->partner_id != 0 && self->partner_id == self->person_id)
    ent_issues_add (issues, "partner_id", _ ("Choose another person."));
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntCivilStatus, person_id, N_("Person"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_FILTER, ent_person_get_type),
  ENT_ENUM (EntCivilStatus, status, N_("Civil status"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_civil_enum),
  ENT_DATE (EntCivilStatus, from_day, N_("From"), ENT_COLUMN_IN_LIST),
  ENT_DATE (EntCivilStatus, to_day, N_("Until"), ENT_COLUMN_IN_LIST),
  ENT_REF (EntCivilStatus, partner_id, N_("With"), ENT_COLUMN_IN_LIST, ent_person_get_type),
};

const EntSchema ent_civil_status_schema = {
  .table = "civil_status",
  .number = 19,
  .title = N_("Civil status"),
  .plural = N_("Civil statuses"),
  .icon_name = "ent-people-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "to_day IS NOT NULL, from_day DESC, id",
  .type = ent_civil_status_get_type,
  .summary = summary,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntCivilStatus, ent_civil_status, ENT_TYPE_RECORD)

static void
ent_civil_status_class_init (EntCivilStatusClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_civil_status_schema);
}

static void
ent_civil_status_init (EntCivilStatus *self)
{
}
