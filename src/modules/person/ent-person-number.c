/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register number that a person has had. Record: see ent-record.h for
 * threads. */

#include "ent-person-number.h"

#include "ent-national-number.h"
#include "ent-person.h"
#include "ent-person-enums.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntPersonNumber *self = ENT_PERSON_NUMBER (record);

  return ent_national_number_mask (self->number != NULL ? self->number : "");
}

static void
prepare (EntRecord *record)
{
  EntPersonNumber *self = ENT_PERSON_NUMBER (record);
  EntNationalNumber parsed;
  g_autofree char *number = NULL;

  ent_staff_clean_text (&self->number);
  ent_staff_clean_text (&self->reason);

  number = ent_national_number_normalize (self->number);
  if (number == NULL)
    return;

  g_set_str (&self->number, number);
  ent_national_number_parse (number, &parsed);
  self->kind = parsed.is_bis ? ENT_NUMBER_KIND_BIS : ENT_NUMBER_KIND_NISS;
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  EntPersonNumber *self = ENT_PERSON_NUMBER (record);

  if (self->number != NULL)
    {
      EntNumberStatus status = ent_national_number_parse (self->number, NULL);

      if (status != ENT_NUMBER_OK)
        ent_issues_add (issues, "number", "%s", ent_number_status_message (status));
    }
  ent_staff_check_period (self->valid_from, self->valid_to, "valid_to", issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntPersonNumber, person_id, N_("Person"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_FILTER, ent_person_get_type),
  ENT_TEXT (EntPersonNumber, number, N_("Number"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCH | ENT_COLUMN_PRIVATE | ENT_COLUMN_IN_LIST |
            ENT_COLUMN_SORT | ENT_COLUMN_NUMBER),
  ENT_ENUM (EntPersonNumber, kind, N_("Kind"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST, &ent_number_kind_enum),
  ENT_DATE (EntPersonNumber, valid_from, N_("Valid from"), ENT_COLUMN_IN_LIST),
  ENT_DATE (EntPersonNumber, valid_to, N_("Valid until"), ENT_COLUMN_IN_LIST),
  ENT_TEXT (EntPersonNumber, reason, N_("Reason"), ENT_COLUMN_IN_LIST),
};

const EntSchema ent_person_number_schema = {
  .table = "person_number",
  .number = 11,
  .title = N_("Former number"),
  .plural = N_("Former numbers"),
  .icon_name = "ent-id-card-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "id",
  .type = ent_person_number_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntPersonNumber, ent_person_number, ENT_TYPE_RECORD)

static void
ent_person_number_class_init (EntPersonNumberClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_person_number_schema);
}

static void
ent_person_number_init (EntPersonNumber *self)
{
}
