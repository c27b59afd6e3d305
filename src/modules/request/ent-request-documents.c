/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills the receipt of a request: what was asked, when, and the latest day of the decision. Thread
 * of the connection. */

#include "ent-request-documents.h"

#include "ent-date.h"
#include "ent-request-query.h"
#include "ent-request-queue-query.h"
#include "ent-sql.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>

static void
set_day (EntFields *fields, const char *path, const EntDocumentRequest *request, gint32 day)
{
  g_autofree char *words = ent_wording_day (request->language, day);

  ent_fields_set (fields, path, words);
}

static EntRequest *
load (EntDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) found = ent_sql_load (db, &ent_request_schema, "WHERE id = $1",
                                             ENT_ARGS (ent_int (id)), error);

  if (found == NULL)
    return NULL;
  if (found->len == 1)
    return g_object_ref (g_ptr_array_index (found, 0));
  g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                       _ ("This request is no longer in the register."));
  return NULL;
}

static gboolean
check (EntRequest *self, GError **error)
{
  if (self->ending != ENT_ENDING_ANNULLED)
    return TRUE;
  g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                       _ ("This request was annulled: there is nothing to acknowledge."));
  return FALSE;
}

/* By the rule that the clock of the decision follows. */
static gboolean
fill_term (const EntDocumentRequest *request,
           EntFields *fields,
           const EntRequestFacts *facts,
           GPtrArray *rules,
           GError **error)
{
  g_autoptr (EntRequestClock) clock = ent_request_clock_of (facts, rules, ENT_DEADLINE_DECISION);
  g_autofree char *amount = NULL;

  if (clock == NULL || clock->deadline->due == ENT_DAY_NONE)
    {
      g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                           _ ("The latest day of the decision is not known: the clock stands "
                              "still, or no deadline is in force."));
      return FALSE;
    }
  amount = g_strdup_printf ("%d", clock->deadline->rule->amount);
  ent_fields_set (fields, "request.term", amount);
  ent_fields_set_flag (fields, "request.term_in_months",
                       clock->deadline->rule->unit == ENT_UNIT_MONTHS ||
                           clock->deadline->rule->unit == ENT_UNIT_COURT_MONTHS);
  set_day (fields, "request.decision_by", request, clock->deadline->due);
  return TRUE;
}

static void
fill_request (EntFields *fields, const EntDocumentRequest *request, EntRequest *self)
{
  gboolean oral = self->channel == ENT_CHANNEL_COUNTER || self->channel == ENT_CHANNEL_PHONE ||
                  self->channel == ENT_CHANNEL_VISIT;
  g_autofree char *time = self->received_time != ENT_INT_NONE
                              ? ent_wording_time (request->language, self->received_time)
                              : NULL;

  ent_fields_set (fields, "request.number", self->number);
  ent_fields_set (fields, "request.objects", self->objects);
  set_day (fields, "request.received_on", request, self->received_on);
  ent_fields_set (fields, "request.received_at", time);
  set_day (fields, "request.registered_on", request, self->registered_on);
  ent_fields_set_flag (fields, "request.oral", oral);
  ent_fields_set_flag (fields, "request.ex_officio", self->asker == ENT_ASKER_OFFICE);
  ent_fields_set (fields, "request.asker",
                  self->asker == ENT_ASKER_MANDATED || self->asker == ENT_ASKER_REPRESENTATIVE
                      ? self->asker_name
                      : NULL);
  ent_fields_set (fields, "request.worker", self->worker_name);
  ent_fields_set (fields, "request.service", self->team_name);
}

static gboolean
fill (EntDb *db, const EntDocumentRequest *request, EntFields *fields, GError **error)
{
  g_autoptr (EntRequest) self = load (db, request->subject_id, error);
  g_autoptr (EntRequestFacts) facts = NULL;
  g_autoptr (GPtrArray) rules = NULL;

  if (self == NULL || !check (self, error))
    return FALSE;
  facts = ent_request_facts_read (db, self, error);
  rules = facts != NULL ? ent_request_query_rules (db, error) : NULL;
  if (rules == NULL)
    return FALSE;
  fill_request (fields, request, self);
  ent_fields_set_flag (fields, "request.integration",
                       (facts->regimes & 1u << ENT_REGIME_INTEGRATION) != 0);
  return fill_term (request, fields, facts, rules, error);
}

/* clang-format off */
static const EntChip chips[] = {
  { "request.number", ENT_CHIP_TEXT, N_("Number of the request"), "2026/00042" },
  { "request.objects", ENT_CHIP_TEXT, N_("What is asked for"), N_("Integration income") },
  { "request.received_on", ENT_CHIP_TEXT, N_("Day of reception"), N_("23 November 2026") },
  { "request.received_at", ENT_CHIP_TEXT, N_("Time of reception"), "9 h 30" },
  { "request.registered_on", ENT_CHIP_TEXT, N_("Day of registration"), N_("23 November 2026") },
  { "request.decision_by", ENT_CHIP_TEXT, N_("Latest day of the decision"),
    N_("23 December 2026") },
  { "request.term", ENT_CHIP_TEXT, N_("Term of examination, as a number"), "30" },
  { "request.term_in_months", ENT_CHIP_FLAG, N_("The term is in months, not in days"), NULL },
  { "request.integration", ENT_CHIP_FLAG, N_("It is about the right to social integration"),
    NULL },
  { "request.oral", ENT_CHIP_FLAG, N_("It was made by word of mouth"), NULL },
  { "request.ex_officio", ENT_CHIP_FLAG, N_("It was opened ex officio"), NULL },
  { "request.asker", ENT_CHIP_TEXT, N_("Who asked in the person’s name"), "Marc Maes" },
  { "request.worker", ENT_CHIP_TEXT, N_("Worker of the request"), "Luce Leroy" },
  { "request.service", ENT_CHIP_TEXT, N_("Service of the request"), N_("Social service") },
  { NULL, ENT_CHIP_TEXT, NULL, NULL },
};
/* clang-format on */

const EntDocumentKind ent_request_receipt = {
  .id = "letter-receipt",
  .title = N_ ("Receipt of a request"),
  .hint = N_ ("Proof that it was received, and the latest day of the decision"),
  .icon_name = "ent-requests-symbolic",
  .shape = ENT_SHAPE_LETTER,
  .subject = &ent_request_schema,
  .chips = chips,
  .fill = fill,
};

const EntDocumentKind *const ent_request_documents[] = { &ent_request_receipt, NULL };
