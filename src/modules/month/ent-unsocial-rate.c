/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hours that are paid more, for a time. Record: see ent-record.h for
 * threads. */

#include "ent-unsocial-rate.h"

#include "ent-month-enums.h"
#include "ent-month-rules.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntUnsocialRate *self = ENT_UNSOCIAL_RATE (record);

  /* Translators: a kind of hours, like “Evening”, then how much more they are paid */
  return g_strdup_printf (_ ("%s: %d %% more"),
                          ent_enum_label (&ent_unsocial_kind_enum, self->kind),
                          MAX (0, self->percent));
}

static void
prepare (EntRecord *record)
{
  EntUnsocialRate *self = ENT_UNSOCIAL_RATE (record);

  ent_staff_clean_text (&self->source);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_unsocial_rate_check (ENT_UNSOCIAL_RATE (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_ENUM (EntUnsocialRate, kind, N_("Kind"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST |
            ENT_COLUMN_FILTER, &ent_unsocial_kind_enum),
  ENT_TIME (EntUnsocialRate, from_minute, N_("From"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST),
  ENT_TIME (EntUnsocialRate, to_minute, N_("To"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST),
  ENT_INT (EntUnsocialRate, percent, N_("Per cent more"), ENT_COLUMN_REQUIRED |
           ENT_COLUMN_IN_LIST),
  ENT_DATE (EntUnsocialRate, from_day, N_("First day"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST |
            ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_DATE (EntUnsocialRate, to_day, N_("Last day"), ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_TEXT (EntUnsocialRate, source, N_("Source"), ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE),
};

const EntSchema ent_unsocial_rate_schema = {
  .table = "unsocial_rate",
  .number = 56,
  .title = N_("Unsocial hours"),
  .plural = N_("Unsocial hours"),
  .icon_name = "ent-calendar-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "from_day DESC, id",
  .type = ent_unsocial_rate_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntUnsocialRate, ent_unsocial_rate, ENT_TYPE_RECORD)

static void
ent_unsocial_rate_class_init (EntUnsocialRateClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_unsocial_rate_schema);
}

static void
ent_unsocial_rate_init (EntUnsocialRate *self)
{
  self->to_minute = 1440;
  self->from_minute = 0;
}
