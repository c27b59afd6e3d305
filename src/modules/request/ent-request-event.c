/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something that happened to a request: a suspension, a hearing, a letter that was sent. Record:
 * see ent-record.h for threads. */

#include "ent-request-event.h"

#include "ent-person-rules.h"
#include "ent-request-query.h"
#include "ent-request-rules.h"
#include "ent-request.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  return g_strdup (ent_enum_label (&ent_request_happening_enum, ENT_REQUEST_EVENT (record)->kind));
}

static void
prepare (EntRecord *record)
{
  EntRequestEvent *self = ENT_REQUEST_EVENT (record);

  ent_staff_clean_text (&self->partner);
  ent_person_clean_long (&self->reason);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_request_event_check (ENT_REQUEST_EVENT (record), issues);
}

static void
settle (EntRecord *record, EntDb *db, EntIssues *issues)
{
  EntRequestEvent *self = ENT_REQUEST_EVENT (record);

  if (self->author == NULL)
    self->author = ent_request_query_author (db);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntRequestEvent, request_id, N_("Request"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_CASCADE, ent_request_get_type),
  ENT_ENUM (EntRequestEvent, kind, N_("What happened"), ENT_COLUMN_REQUIRED | ENT_COLUMN_FILTER,
            &ent_request_happening_enum),
  ENT_DATE (EntRequestEvent, day, N_("Date"), ENT_COLUMN_REQUIRED),
  ENT_TIME (EntRequestEvent, time, N_("At"), 0),
  ENT_DATE (EntRequestEvent, to_day, N_("Last day of the suspension"), 0),
  ENT_TEXT (EntRequestEvent, partner, N_("With whom, or to which centre"), 0),
  ENT_TEXT (EntRequestEvent, reason, N_("Reason or note"), ENT_COLUMN_LONG | ENT_COLUMN_PRIVATE),
  ENT_TEXT (EntRequestEvent, author, N_("Noted by"), ENT_COLUMN_READ_ONLY),
};

const EntSchema ent_request_event_schema = {
  .table = "request_event",
  .number = 75,
  .title = N_("Event of a request"),
  .plural = N_("Events of requests"),
  .icon_name = "ent-calendar-symbolic",
  .order = "day DESC, id",
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
  .settle = settle,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .type = ent_request_event_get_type,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntRequestEvent, ent_request_event, ENT_TYPE_RECORD)

static void
ent_request_event_class_init (EntRequestEventClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_request_event_schema);
}

static void
ent_request_event_init (EntRequestEvent *self)
{
}
