/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A person in a household: role, first day, last day. Record: see ent-record.h for
 * threads. */

#include "ent-household-member.h"

#include "ent-household.h"
#include "ent-household-rules.h"
#include "ent-person.h"
#include "ent-person-enums.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  return g_strdup (ent_enum_label (&ent_member_role_enum, ENT_HOUSEHOLD_MEMBER (record)->role));
}

static void
prepare (EntRecord *record)
{
  ent_staff_clean_text (&ENT_HOUSEHOLD_MEMBER (record)->note);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_household_member_check (ENT_HOUSEHOLD_MEMBER (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntHouseholdMember, household_id, N_("Household"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_CASCADE | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER,
           ent_household_get_type),
  ENT_REF (EntHouseholdMember, person_id, N_("Person"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER,
           ent_person_get_type),
  ENT_ENUM (EntHouseholdMember, role, N_("Role"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_member_role_enum),
  ENT_DATE (EntHouseholdMember, from_day, N_("From"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT),
  ENT_DATE (EntHouseholdMember, to_day, N_("Until"), ENT_COLUMN_IN_LIST),
  ENT_INT (EntHouseholdMember, custody_percent, N_("Custody in %"), ENT_COLUMN_IN_LIST),
  ENT_BOOL (EntHouseholdMember, shares_matters, N_("Shares household matters"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_TEXT (EntHouseholdMember, note, N_("Note"), ENT_COLUMN_IN_LIST),
};

const EntSchema ent_household_member_schema = {
  .table = "household_member",
  .number = 21,
  .title = N_("Household member"),
  .plural = N_("Household members"),
  .icon_name = "ent-household-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "to_day IS NOT NULL, from_day, id",
  .type = ent_household_member_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntHouseholdMember, ent_household_member, ENT_TYPE_RECORD)

static void
ent_household_member_class_init (EntHouseholdMemberClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_household_member_schema);
}

static void
ent_household_member_init (EntHouseholdMember *self)
{
  self->shares_matters = TRUE;
}
