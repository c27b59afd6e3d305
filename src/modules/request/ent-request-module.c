/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the request module brings: the register of requests, what belongs to one, deadlines.
 * Constant data, any thread. */

#include "ent-deadline-rule.h"
#include "ent-module.h"
#include "ent-request-documents.h"
#include "ent-request-event.h"
#include "ent-request-kind.h"
#include "ent-request-object.h"
#include "ent-request-piece.h"
#include "ent-request-query.h"
#include "ent-request-seed.h"
#include "ent-request-step.h"
#include "ent-request.h"

extern const EntMigration ent_request_migrations[];
extern const EntModule ent_request_module;

static const EntSchema *const schemas[] = {
  &ent_deadline_rule_schema, &ent_request_kind_schema,
  &ent_request_schema,       &ent_request_object_schema,
  &ent_request_step_schema,  &ent_request_event_schema,
  &ent_request_piece_schema, NULL,
};

const EntModule ent_request_module = {
  .id = "request",
  .schemas = schemas,
  .migrations = ent_request_migrations,
  .seed = ent_request_seed,
  .documents = ent_request_documents,
  .guard = ent_request_guard,
};
