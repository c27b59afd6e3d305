/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When an agent is away, and who stands in. Record: see ent-record.h for threads. */

#include "ent-agent-absence.h"

#include "ent-absence-hours.h"
#include "ent-agent.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice kinds[] = {
  { ENT_ABSENCE_LEAVE, "leave", N_("Leave") },
  { ENT_ABSENCE_SICKNESS, "sickness", N_("Sickness") },
  { ENT_ABSENCE_TRAINING, "training", N_("Training") },
  { ENT_ABSENCE_OTHER, "other", N_("Other absence") },
};
/* clang-format on */

const EntEnum ent_absence_kind_enum = { "absence-kind", kinds, G_N_ELEMENTS (kinds) };

static char *
summary (EntRecord *record)
{
  EntAgentAbsence *self = ENT_AGENT_ABSENCE (record);
  g_autofree char *when = ent_agent_absence_describe (self);

  return g_strdup_printf ("%s · %s", ent_enum_label (&ent_absence_kind_enum, self->kind), when);
}

static void
prepare (EntRecord *record)
{
  ent_staff_clean_text (&ENT_AGENT_ABSENCE (record)->note);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_staff_check_absence (ENT_AGENT_ABSENCE (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntAgentAbsence, agent_id, N_("Agent"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER,
           ent_agent_get_type),
  ENT_DATE (EntAgentAbsence, from_day, N_("First day"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_TIME (EntAgentAbsence, from_time, N_("From what time"), ENT_COLUMN_IN_LIST),
  ENT_DATE (EntAgentAbsence, to_day, N_("Last day"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_TIME (EntAgentAbsence, to_time, N_("Until what time"), ENT_COLUMN_IN_LIST),
  ENT_ENUM (EntAgentAbsence, kind, N_("Kind"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_absence_kind_enum),
  ENT_REF (EntAgentAbsence, stand_in_id, N_("Stand-in"),
           ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, ent_agent_get_type),
  ENT_TEXT (EntAgentAbsence, note, N_("Note"), 0),
};

const EntSchema ent_agent_absence_schema = {
  .table = "agent_absence",
  .number = 3,
  .title = N_("Absence"),
  .plural = N_("Absences"),
  .icon_name = "ent-absence-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "from_day, id",
  .type = ent_agent_absence_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntAgentAbsence, ent_agent_absence, ENT_TYPE_RECORD)

static void
ent_agent_absence_class_init (EntAgentAbsenceClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_agent_absence_schema);
}

static void
ent_agent_absence_init (EntAgentAbsence *self)
{
}
