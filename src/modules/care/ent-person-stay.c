/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days on which a person is not at home. Record: see ent-record.h for threads. */

#include "ent-person-stay.h"

#include "ent-care-query.h"
#include "ent-care-rules.h"
#include "ent-date.h"
#include "ent-person.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice reasons[] = {
  { ENT_STAY_HOSPITAL, "hospital", N_("Hospital") },
  { ENT_STAY_CONVALESCENCE, "convalescence", N_("Convalescence") },
  { ENT_STAY_HOLIDAY, "holiday", N_("Holiday") },
  { ENT_STAY_OTHER, "other", N_("Other reason") },
};
/* clang-format on */

const EntEnum ent_stay_reason_enum = { "stay-reason", reasons, G_N_ELEMENTS (reasons) };

static char *
summary (EntRecord *record)
{
  EntPersonStay *self = ENT_PERSON_STAY (record);
  g_autofree char *from = ent_day_format (self->from_day, ENT_DAY_NUMERIC);

  /* Translators: why somebody is away from home, and the first day of it */
  return g_strdup_printf (_ ("%s since %s"), ent_enum_label (&ent_stay_reason_enum, self->reason),
                          from);
}

static void
prepare (EntRecord *record)
{
  EntPersonStay *self = ENT_PERSON_STAY (record);

  ent_staff_clean_text (&self->note);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_person_stay_check (ENT_PERSON_STAY (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntPersonStay, person_id, N_("Person"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_FILTER, ent_person_get_type),
  ENT_COMPUTED (EntPersonStay, person_name, N_("Person"),
                ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE, ent_care_sql_stay_person),
  ENT_DATE (EntPersonStay, from_day, N_("First day"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_DATE (EntPersonStay, to_day, N_("Last day"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_ENUM (EntPersonStay, reason, N_("Reason"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER | ENT_COLUMN_PRIVATE,
            &ent_stay_reason_enum),
  ENT_TEXT (EntPersonStay, note, N_("Note"), ENT_COLUMN_PRIVATE),
};

const EntSchema ent_person_stay_schema = {
  .table = "person_stay",
  .number = 46,
  .title = N_("Stay away from home"),
  .plural = N_("Stays away from home"),
  .icon_name = "ent-absence-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "from_day DESC, id",
  .type = ent_person_stay_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntPersonStay, ent_person_stay, ENT_TYPE_RECORD)

static void
ent_person_stay_class_init (EntPersonStayClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_person_stay_schema);
}

static void
ent_person_stay_init (EntPersonStay *self)
{
}
