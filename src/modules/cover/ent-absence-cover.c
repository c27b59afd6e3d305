/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An absence of a carer whose visits were given to others. Record: see ent-record.h for threads. */

#include "ent-absence-cover.h"

#include "ent-agent-absence.h"
#include "ent-carer.h"
#include "ent-cover-query.h"
#include "ent-cover-rules.h"
#include "ent-date.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntAbsenceCover *self = ENT_ABSENCE_COVER (record);
  EntCoverAway away = { .from_day = self->from_day,
                        .from_time = self->from_time,
                        .to_day = self->to_day,
                        .to_time = self->to_time };
  g_autofree char *when = ent_cover_away_describe (&away);

  return self->carer_name != NULL ? g_strdup_printf ("%s · %s", self->carer_name, when)
                                  : g_steal_pointer (&when);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  EntAbsenceCover *self = ENT_ABSENCE_COVER (record);
  EntCoverAway away = { .from_day = self->from_day,
                        .from_time = self->from_time,
                        .to_day = self->to_day,
                        .to_time = self->to_time };

  ent_cover_away_check (&away, issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntAbsenceCover, carer_id, N_("Carer"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_FILTER, ent_carer_get_type),
  ENT_COMPUTED (EntAbsenceCover, carer_name, N_("Carer"),
                ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE, ent_cover_sql_carer),
  ENT_REF (EntAbsenceCover, absence_id, N_("Absence"), 0, ent_agent_absence_get_type),
  ENT_DATE (EntAbsenceCover, from_day, N_("First day"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_TIME (EntAbsenceCover, from_time, N_("From what time"), ENT_COLUMN_IN_LIST),
  ENT_DATE (EntAbsenceCover, to_day, N_("Last day"), ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_TIME (EntAbsenceCover, to_time, N_("Until what time"), ENT_COLUMN_IN_LIST),
  ENT_COMPUTED (EntAbsenceCover, told, N_("Told"), ENT_COLUMN_IN_LIST, ent_cover_sql_told),
};

const EntSchema ent_absence_cover_schema = {
  .table = "absence_cover",
  .number = 53,
  .title = N_("Stand-ins"),
  .plural = N_("Absences covered"),
  .icon_name = "ent-absence-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "from_day DESC, id",
  .type = ent_absence_cover_get_type,
  .summary = summary,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntAbsenceCover, ent_absence_cover, ENT_TYPE_RECORD)

static void
ent_absence_cover_class_init (EntAbsenceCoverClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_absence_cover_schema);
}

static void
ent_absence_cover_init (EntAbsenceCover *self)
{
}
