/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody asks the centre for aid: an entry of the register of requests. Record: see ent-record.h
 * for threads. */

#include "ent-request.h"

#include "ent-agent.h"
#include "ent-person.h"
#include "ent-request-kind.h"
#include "ent-request-query.h"
#include "ent-request-rules.h"
#include "ent-team.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntRequest *self = ENT_REQUEST (record);

  if (self->number == NULL)
    return g_strdup (_ ("Request"));
  /* Translators: the number of a request, then a name */
  return g_strdup_printf (_ ("%s – %s"), self->number,
                          self->person_name != NULL ? self->person_name : "");
}

static void
prepare (EntRecord *record)
{
  ent_request_prepare (ENT_REQUEST (record));
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_request_check (ENT_REQUEST (record), issues);
}

static void
settle (EntRecord *record, EntDb *db, EntIssues *issues)
{
  EntRequest *self = ENT_REQUEST (record);

  if (self->sequence == ENT_INT_NONE)
    ent_request_query_give_number (db, self);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_TEXT (EntRequest, number, N_("Number"),
            ENT_COLUMN_UNIQUE | ENT_COLUMN_SEARCH | ENT_COLUMN_READ_ONLY | ENT_COLUMN_IN_LIST |
            ENT_COLUMN_SORT),
  ENT_INT (EntRequest, year, N_("Year"), ENT_COLUMN_READ_ONLY | ENT_COLUMN_HIDDEN),
  ENT_INT (EntRequest, sequence, N_("Place in the year"),
           ENT_COLUMN_READ_ONLY | ENT_COLUMN_HIDDEN),
  ENT_DATE (EntRequest, registered_on, N_("Registered on"),
            ENT_COLUMN_READ_ONLY | ENT_COLUMN_FILTER),
  ENT_REF (EntRequest, person_id, N_("Person"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_FILTER, ent_person_get_type),
  ENT_COMPUTED (EntRequest, person_name, N_("Person"), ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE,
                ent_request_sql_person),
  ENT_REF (EntRequest, kind_id, N_("Asks for"), ENT_COLUMN_REQUIRED | ENT_COLUMN_FILTER,
           ent_request_kind_get_type),
  ENT_COMPUTED (EntRequest, objects, N_("Asks for"), ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE,
                ent_request_sql_objects),
  ENT_DATE (EntRequest, received_on, N_("Received on"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_TIME (EntRequest, received_time, N_("Received at"), 0),
  ENT_ENUM (EntRequest, channel, N_("How it came"), ENT_COLUMN_REQUIRED | ENT_COLUMN_FILTER,
            &ent_request_channel_enum),
  ENT_ENUM (EntRequest, asker, N_("Who asks"), ENT_COLUMN_REQUIRED | ENT_COLUMN_FILTER,
            &ent_request_asker_enum),
  ENT_TEXT (EntRequest, asker_name, N_("Name of who asks, and mandate"), 0),
  ENT_BOOL (EntRequest, is_signed, N_("The register is signed"), ENT_COLUMN_FILTER),
  ENT_BOOL (EntRequest, is_urgent, N_("Urgent"), ENT_COLUMN_FILTER | ENT_COLUMN_QUIET),
  ENT_TEXT (EntRequest, urgency_reason, N_("Why it is urgent"), ENT_COLUMN_PRIVATE),
  ENT_BOOL (EntRequest, after_unemployment, N_("Because unemployment benefit ended"),
            ENT_COLUMN_FILTER | ENT_COLUMN_QUIET),
  ENT_DATE (EntRequest, unemployment_end, N_("End of unemployment benefit"), 0),
  ENT_REF (EntRequest, worker_id, N_("Worker"), ENT_COLUMN_FILTER, ent_agent_get_type),
  ENT_COMPUTED (EntRequest, worker_name, N_("Worker"), ENT_COLUMN_IN_LIST,
                ent_request_sql_worker),
  ENT_REF (EntRequest, team_id, N_("Team"), ENT_COLUMN_FILTER, ent_team_get_type),
  ENT_COMPUTED (EntRequest, team_name, N_("Team"), 0, ent_request_sql_team),
  ENT_ENUM (EntRequest, step, N_("Step"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER,
            &ent_request_stage_enum),
  ENT_ENUM (EntRequest, result, N_("Result"), ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER,
            &ent_request_result_enum),
  ENT_ENUM (EntRequest, ending, N_("How it ended"), ENT_COLUMN_FILTER,
            &ent_request_ending_enum),
  ENT_DATE (EntRequest, ended_on, N_("Ended on"), 0),
  ENT_TEXT (EntRequest, ending_reason, N_("Reason"), ENT_COLUMN_LONG | ENT_COLUMN_PRIVATE),
  ENT_TEXT (EntRequest, note, N_("Note"), ENT_COLUMN_LONG | ENT_COLUMN_PRIVATE),
  ENT_BOOL (EntRequest, is_open, N_("Under way"), ENT_COLUMN_READ_ONLY | ENT_COLUMN_FILTER),
};

const EntSchema ent_request_schema = {
  .table = "request",
  .number = 72,
  .title = N_("Request"),
  .plural = N_("Requests"),
  .icon_name = "ent-requests-symbolic",
  .order = "year DESC, sequence DESC, id",
  .found = ENT_FOUND_EVERYWHERE,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
  .settle = settle,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .type = ent_request_get_type,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntRequest, ent_request, ENT_TYPE_RECORD)

static void
ent_request_class_init (EntRequestClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_request_schema);
}

static void
ent_request_init (EntRequest *self)
{
}
