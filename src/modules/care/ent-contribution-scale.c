/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an hour of an activity costs, by income, for a time. Record: see ent-record.h for threads.
 */

#include "ent-contribution-scale.h"

#include "ent-care-activity.h"
#include "ent-care-query.h"
#include "ent-contribution-rules.h"
#include "ent-date.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntContributionScale *self = ENT_CONTRIBUTION_SCALE (record);
  g_autofree char *from = ent_day_format (self->from_day, ENT_DAY_NUMERIC);

  /* Translators: name of an activity, first day of its scale */
  return g_strdup_printf (_ ("%s, scale since %s"),
                          self->activity_name != NULL ? self->activity_name : "", from);
}

static void
prepare (EntRecord *record)
{
  EntContributionScale *self = ENT_CONTRIBUTION_SCALE (record);

  ent_staff_clean_text (&self->source);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_contribution_scale_check (ENT_CONTRIBUTION_SCALE (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntContributionScale, activity_id, N_("Activity"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_FILTER, ent_care_activity_get_type),
  ENT_COMPUTED (EntContributionScale, activity_name, N_("Activity"),
                ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE, ent_care_sql_scale_activity),
  ENT_DATE (EntContributionScale, from_day, N_("First day"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_DATE (EntContributionScale, to_day, N_("Last day"), ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_TEXT (EntContributionScale, source, N_("Source"), ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE),
};

const EntSchema ent_contribution_scale_schema = {
  .table = "contribution_scale",
  .number = 48,
  .title = N_("Scale of contributions"),
  .plural = N_("Scales"),
  .icon_name = "ent-columns-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "from_day DESC, id",
  .type = ent_contribution_scale_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntContributionScale, ent_contribution_scale, ENT_TYPE_RECORD)

static void
ent_contribution_scale_class_init (EntContributionScaleClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_contribution_scale_schema);
}

static void
ent_contribution_scale_init (EntContributionScale *self)
{
}
