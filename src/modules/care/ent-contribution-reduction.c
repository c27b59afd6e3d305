/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the region takes off the price of an hour, for a time. Record: see ent-record.h for threads.
 */

#include "ent-contribution-reduction.h"

#include "ent-contribution-rules.h"
#include "ent-money.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntContributionReduction *self = ENT_CONTRIBUTION_REDUCTION (record);
  g_autofree char *amount = ent_money_format (self->amount);

  return g_strdup_printf (_ ("%s an hour"), amount);
}

static void
prepare (EntRecord *record)
{
  EntContributionReduction *self = ENT_CONTRIBUTION_REDUCTION (record);

  ent_staff_clean_text (&self->source);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_contribution_reduction_check (ENT_CONTRIBUTION_REDUCTION (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_DATE (EntContributionReduction, from_day, N_("First day"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_DATE (EntContributionReduction, to_day, N_("Last day"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_MONEY (EntContributionReduction, amount, N_("Reduction an hour"),
             ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST),
  ENT_TEXT (EntContributionReduction, source, N_("Source"), ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE),
};

const EntSchema ent_contribution_reduction_schema = {
  .table = "contribution_reduction",
  .number = 50,
  .title = N_("Reduction of contributions"),
  .plural = N_("Reductions"),
  .icon_name = "ent-swap-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "from_day DESC, id",
  .type = ent_contribution_reduction_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntContributionReduction, ent_contribution_reduction, ENT_TYPE_RECORD)

static void
ent_contribution_reduction_class_init (EntContributionReductionClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_contribution_reduction_schema);
}

static void
ent_contribution_reduction_init (EntContributionReduction *self)
{
}
