/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a carer has learnt or is registered as, and until when that holds. Record: see ent-record.h
 * for threads. */

#include "ent-carer-qualification.h"

#include "ent-carer-enums.h"
#include "ent-carer-query.h"
#include "ent-carer-rules.h"
#include "ent-carer.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntCarerQualification *self = ENT_CARER_QUALIFICATION (record);
  const char *kind = ent_enum_label (&ent_qualification_kind_enum, self->kind);

  if (self->label == NULL)
    return g_strdup (kind);
  return self->kind == ENT_QUALIFICATION_OTHER ? g_strdup (self->label)
                                               : g_strdup_printf ("%s · %s", kind, self->label);
}

static void
prepare (EntRecord *record)
{
  EntCarerQualification *self = ENT_CARER_QUALIFICATION (record);

  ent_staff_clean_text (&self->label);
  ent_staff_clean_text (&self->number);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_carer_qualification_check (ENT_CARER_QUALIFICATION (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntCarerQualification, carer_id, N_("Carer"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_CASCADE | ENT_COLUMN_FILTER,
           ent_carer_get_type),
  ENT_COMPUTED (EntCarerQualification, carer_name, N_("Carer"),
                ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE, ent_carer_sql_qualified_name),
  ENT_ENUM (EntCarerQualification, kind, N_("Qualification"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER,
            &ent_qualification_kind_enum),
  ENT_TEXT (EntCarerQualification, label, N_("More exactly"), ENT_COLUMN_IN_LIST),
  ENT_TEXT (EntCarerQualification, number, N_("Reference number"), ENT_COLUMN_SHORT),
  ENT_DATE (EntCarerQualification, obtained_on, N_("Obtained on"), ENT_COLUMN_FILTER),
  ENT_DATE (EntCarerQualification, valid_to, N_("Holds until"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
};

const EntSchema ent_carer_qualification_schema = {
  .table = "carer_qualification",
  .number = 34,
  .title = N_("Qualification"),
  .plural = N_("Qualifications"),
  .icon_name = "ent-qualification-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "valid_to IS NULL, valid_to, id",
  .type = ent_carer_qualification_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntCarerQualification, ent_carer_qualification, ENT_TYPE_RECORD)

static void
ent_carer_qualification_class_init (EntCarerQualificationClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_carer_qualification_schema);
}

static void
ent_carer_qualification_init (EntCarerQualification *self)
{
}
