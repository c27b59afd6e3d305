/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file that the centre keeps on a person. Record: see ent-record.h for
 * threads. */

#include "ent-case-file.h"

#include "ent-person-query.h"

#include "ent-agent.h"
#include "ent-person.h"
#include "ent-person-enums.h"
#include "ent-person-rules.h"
#include "ent-staff-rules.h"
#include "ent-team.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntCaseFile *self = ENT_CASE_FILE (record);

  return g_strdup (self->number != NULL ? self->number : "");
}

static void
prepare (EntRecord *record)
{
  ent_staff_clean_text (&ENT_CASE_FILE (record)->number);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_case_file_check (ENT_CASE_FILE (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntCaseFile, person_id, N_("Person"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER,
           ent_person_get_type),
  ENT_TEXT (EntCaseFile, number, N_("Number"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_UNIQUE | ENT_COLUMN_SEARCH | ENT_COLUMN_READ_ONLY |
            ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT),
  ENT_DATE (EntCaseFile, opened_on, N_("Opened on"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_DATE (EntCaseFile, closed_on, N_("Closed on"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_ENUM (EntCaseFile, close_reason, N_("Reason of closing"),
            ENT_COLUMN_FILTER, &ent_close_reason_enum),
  ENT_REF (EntCaseFile, worker_id, N_("Worker"),
           ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, ent_agent_get_type),
  ENT_COMPUTED (EntCaseFile, person_name, N_("Person"), ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE,
                ent_case_file_sql_person_name),
  ENT_COMPUTED (EntCaseFile, worker_name, N_("Worker"), ENT_COLUMN_IN_LIST,
                ent_case_file_sql_worker_name),
  ENT_REF (EntCaseFile, team_id, N_("Team"), ENT_COLUMN_FILTER, ent_team_get_type),
  ENT_BOOL (EntCaseFile, restricted, N_("Restricted"), ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
};

const EntSchema ent_case_file_schema = {
  .table = "case_file",
  .number = 22,
  .title = N_("File"),
  .plural = N_("Files"),
  .icon_name = "ent-file-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "number DESC, id",
  .type = ent_case_file_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntCaseFile, ent_case_file, ENT_TYPE_RECORD)

static void
ent_case_file_class_init (EntCaseFileClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_case_file_schema);
}

static void
ent_case_file_init (EntCaseFile *self)
{
}
