/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of a scale of contributions. Record: see ent-record.h for threads. */

#include "ent-contribution-row.h"

#include "ent-contribution-rules.h"
#include "ent-contribution-scale.h"
#include "ent-money.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntContributionRow *self = ENT_CONTRIBUTION_ROW (record);
  g_autofree char *price = ent_money_format (self->price);

  /* Translators: an amount of money for each hour */
  return g_strdup_printf (_ ("%s an hour"), price);
}

static void
prepare (EntRecord *record)
{
  EntContributionRow *self = ENT_CONTRIBUTION_ROW (record);

  ent_staff_clean_text (&self->household);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_contribution_row_check (ENT_CONTRIBUTION_ROW (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntContributionRow, scale_id, N_("Scale"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_CASCADE,
           ent_contribution_scale_get_type),
  ENT_TEXT (EntContributionRow, household, N_("Household"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_SHORT),
  ENT_MONEY (EntContributionRow, income_from, N_("Income from"), ENT_COLUMN_IN_LIST),
  ENT_MONEY (EntContributionRow, income_to, N_("Income to"), ENT_COLUMN_IN_LIST),
  ENT_MONEY (EntContributionRow, price, N_("Price an hour"),
             ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST),
};

const EntSchema ent_contribution_row_schema = {
  .table = "contribution_row",
  .number = 49,
  .title = N_("Row of a scale"),
  .plural = N_("Rows of a scale"),
  .icon_name = "ent-bank-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "household, income_from, id",
  .type = ent_contribution_row_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntContributionRow, ent_contribution_row, ENT_TYPE_RECORD)

static void
ent_contribution_row_class_init (EntContributionRowClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_contribution_row_schema);
}

static void
ent_contribution_row_init (EntContributionRow *self)
{
}
