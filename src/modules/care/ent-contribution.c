/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was decided on the price that a beneficiary pays. Record: see ent-record.h for threads. */

#include "ent-contribution.h"

#include "ent-care-query.h"
#include "ent-contribution-rules.h"
#include "ent-date.h"
#include "ent-person.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntContribution *self = ENT_CONTRIBUTION (record);
  g_autofree char *from = ent_day_format (self->from_day, ENT_DAY_NUMERIC);

  if (self->person_name == NULL)
    /* Translators: a decision on a price, by its first day */
    return g_strdup_printf (_ ("Contribution since %s"), from);
  /* Translators: a decision on a price, by name of the person and first day */
  return g_strdup_printf (_ ("%s · contribution since %s"), self->person_name, from);
}

static void
prepare (EntRecord *record)
{
  EntContribution *self = ENT_CONTRIBUTION (record);

  ent_staff_clean_text (&self->household);
  ent_staff_clean_text (&self->derogation);

  ent_contribution_complete (self);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_contribution_check (ENT_CONTRIBUTION (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntContribution, person_id, N_("Person"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_FILTER, ent_person_get_type),
  ENT_COMPUTED (EntContribution, person_name, N_("Person"),
                ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE, ent_care_sql_contribution_person),
  ENT_DATE (EntContribution, from_day, N_("First day"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_DATE (EntContribution, to_day, N_("Last day"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_MONEY (EntContribution, income, N_("Income a month"),
             ENT_COLUMN_REQUIRED | ENT_COLUMN_PRIVATE),
  ENT_MONEY (EntContribution, charges, N_("Charges deducted"), ENT_COLUMN_PRIVATE),
  ENT_TEXT (EntContribution, household, N_("Household"), ENT_COLUMN_IN_LIST | ENT_COLUMN_SHORT),
  ENT_MONEY (EntContribution, rate, N_("Price an hour before the reduction"),
             ENT_COLUMN_IN_LIST | ENT_COLUMN_PRIVATE),
  ENT_TEXT (EntContribution, derogation, N_("Derogation"), ENT_COLUMN_PRIVATE),
  ENT_MONEY (EntContribution, derogation_rate, N_("Price an hour under the derogation"),
             ENT_COLUMN_PRIVATE),
  ENT_DATE (EntContribution, derogation_to, N_("Derogation until"), 0),
  ENT_DATE (EntContribution, review_on, N_("Review on"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
};

const EntSchema ent_contribution_schema = {
  .table = "contribution",
  .number = 51,
  .title = N_("Contribution to home care"),
  .plural = N_("Contributions"),
  .icon_name = "ent-bank-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "from_day DESC, id",
  .type = ent_contribution_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntContribution, ent_contribution, ENT_TYPE_RECORD)

static void
ent_contribution_class_init (EntContributionClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_contribution_schema);
}

static void
ent_contribution_init (EntContribution *self)
{
}
