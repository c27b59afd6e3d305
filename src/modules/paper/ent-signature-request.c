/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document that waits for somebody’s signature, or had it: a line of the signature book, which
 * says who was asked for good and what came of it later. Record: see ent-record.h for threads. */

#include "ent-signature-request.h"

#include "ent-agent.h"
#include "ent-document.h"
#include "ent-paper-enums.h"
#include "ent-paper-query.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntSignatureRequest *self = ENT_SIGNATURE_REQUEST (record);

  return g_strdup_printf ("%s – %s", self->document_number != NULL ? self->document_number : "",
                          self->agent_name != NULL ? self->agent_name : "");
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntSignatureRequest, document_id, N_("Document"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER |
            ENT_COLUMN_CASCADE | ENT_COLUMN_READ_ONLY, ent_document_get_type),
  ENT_COMPUTED (EntSignatureRequest, document_number, N_("Number"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_SEARCH, ent_paper_sql_request_number),
  ENT_COMPUTED (EntSignatureRequest, document_title, N_("Document"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE | ENT_COLUMN_SEARCH,
            ent_paper_sql_request_title),
  ENT_COMPUTED (EntSignatureRequest, person_name, N_("Person"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE | ENT_COLUMN_SEARCH,
            ent_paper_sql_request_person),
  ENT_INT (EntSignatureRequest, position, N_("Order"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY),
  ENT_ENUM (EntSignatureRequest, role, N_("Capacity"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST |
            ENT_COLUMN_READ_ONLY | ENT_COLUMN_FILTER, &ent_signatory_role_enum),
  ENT_REF (EntSignatureRequest, agent_id, N_("Signatory"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY | ENT_COLUMN_FILTER, ent_agent_get_type),
  ENT_COMPUTED (EntSignatureRequest, agent_name, N_("Signatory"),
            ENT_COLUMN_IN_LIST, ent_paper_sql_request_agent),
  ENT_ENUM (EntSignatureRequest, state, N_("State"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_LATE |
            ENT_COLUMN_READ_ONLY | ENT_COLUMN_FILTER, &ent_request_state_enum),
  ENT_ENUM (EntSignatureRequest, means, N_("Means"),
            ENT_COLUMN_LATE | ENT_COLUMN_READ_ONLY, &ent_signing_means_enum),
  ENT_STAMP (EntSignatureRequest, asked_at, N_("Asked at"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_READ_ONLY | ENT_COLUMN_SORT),
  ENT_TEXT (EntSignatureRequest, asked_by, N_("Asked by"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY),
  ENT_STAMP (EntSignatureRequest, done_at, N_("Done at"), ENT_COLUMN_LATE | ENT_COLUMN_READ_ONLY),
  ENT_TEXT (EntSignatureRequest, done_by, N_("Done by"), ENT_COLUMN_LATE | ENT_COLUMN_READ_ONLY),
  ENT_TEXT (EntSignatureRequest, certificate, N_("Certificate"),
            ENT_COLUMN_LATE | ENT_COLUMN_READ_ONLY),
  ENT_TEXT (EntSignatureRequest, comment, N_("Comment"),
            ENT_COLUMN_LONG | ENT_COLUMN_LATE | ENT_COLUMN_READ_ONLY),
  ENT_TEXT (EntSignatureRequest, file, N_("Digest"),
            ENT_COLUMN_LATE | ENT_COLUMN_READ_ONLY | ENT_COLUMN_HIDDEN | ENT_COLUMN_FILE),
};

const EntSchema ent_signature_request_schema = {
  .table = "signature_request",
  .number = 28,
  .title = N_("Signature"),
  .plural = N_("Signature book"),
  .icon_name = "ent-sign-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "asked_at DESC, position, id",
  .type = ent_signature_request_get_type,
  .summary = summary,
  .is_final = TRUE,
  .found = ENT_FOUND_IN_LISTS,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntSignatureRequest, ent_signature_request, ENT_TYPE_RECORD)

static void
ent_signature_request_class_init (EntSignatureRequestClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_signature_request_schema);
}

static void
ent_signature_request_init (EntSignatureRequest *self)
{
}
