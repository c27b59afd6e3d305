/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A step that a request has reached, when, and by whom. Record: see ent-record.h for
 * threads. */

#include "ent-request-step.h"

#include "ent-person-rules.h"
#include "ent-request-query.h"
#include "ent-request-rules.h"
#include "ent-request.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  return g_strdup (ent_enum_label (&ent_request_stage_enum, ENT_REQUEST_STEP (record)->step));
}

static void
prepare (EntRecord *record)
{
  ent_person_clean_long (&ENT_REQUEST_STEP (record)->note);
}

static void
settle (EntRecord *record, EntDb *db, EntIssues *issues)
{
  EntRequestStep *self = ENT_REQUEST_STEP (record);
  g_autoptr (GPtrArray) steps = NULL;

  if (self->author == NULL)
    self->author = ent_request_query_author (db);
  steps = ent_request_query_steps (db, self->request_id, NULL);
  if (steps != NULL)
    ent_request_check_step (steps, self, issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntRequestStep, request_id, N_("Request"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_CASCADE, ent_request_get_type),
  ENT_ENUM (EntRequestStep, step, N_("Step"), ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY,
            &ent_request_stage_enum),
  ENT_DATE (EntRequestStep, day, N_("Date"), ENT_COLUMN_REQUIRED),
  ENT_TEXT (EntRequestStep, author, N_("Noted by"), ENT_COLUMN_READ_ONLY),
  ENT_TEXT (EntRequestStep, note, N_("Note"), ENT_COLUMN_LONG | ENT_COLUMN_PRIVATE),
};

const EntSchema ent_request_step_schema = {
  .table = "request_step",
  .number = 74,
  .title = N_("Step of a request"),
  .plural = N_("Steps of requests"),
  .icon_name = "ent-history-symbolic",
  .order = "day, id",
  .summary = summary,
  .prepare = prepare,
  .settle = settle,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .type = ent_request_step_get_type,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntRequestStep, ent_request_step, ENT_TYPE_RECORD)

static void
ent_request_step_class_init (EntRequestStepClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_request_step_schema);
}

static void
ent_request_step_init (EntRequestStep *self)
{
}
