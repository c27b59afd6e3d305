/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry of the register of documents: one that was issued, or the cancellation of one. Record:
 * see ent-record.h for threads. */

#include "ent-document.h"

#include "ent-agent.h"
#include "ent-case-file.h"
#include "ent-paper-enums.h"
#include "ent-paper-query.h"
#include "ent-person.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntDocument *self = ENT_DOCUMENT (record);

  return g_strdup_printf ("%s – %s", self->number != NULL ? self->number : "",
                          self->title != NULL ? self->title : "");
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_TEXT (EntDocument, number, N_("Number"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_UNIQUE | ENT_COLUMN_SEARCH |
            ENT_COLUMN_READ_ONLY | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT),
  ENT_INT (EntDocument, year, N_("Year"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY | ENT_COLUMN_HIDDEN),
  ENT_INT (EntDocument, sequence, N_("Place in the year"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY | ENT_COLUMN_HIDDEN),
  ENT_DATE (EntDocument, made_on, N_("Made on"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT |
            ENT_COLUMN_FILTER | ENT_COLUMN_READ_ONLY),
  ENT_TEXT (EntDocument, title, N_("Document"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT |
            ENT_COLUMN_SEARCH | ENT_COLUMN_WIDE | ENT_COLUMN_READ_ONLY),
  ENT_REF (EntDocument, person_id, N_("Person"),
            ENT_COLUMN_OWNER | ENT_COLUMN_FILTER |
            ENT_COLUMN_READ_ONLY | ENT_COLUMN_LATE, ent_person_get_type),
  ENT_COMPUTED (EntDocument, person_name, N_("Person"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE | ENT_COLUMN_SEARCH,
            ent_paper_sql_document_person),
  ENT_ENUM (EntDocument, entry, N_("Entry"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_FILTER |
            ENT_COLUMN_READ_ONLY, &ent_document_entry_enum),
  ENT_COMPUTED (EntDocument, cancelled_by, N_("Cancelled by"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_NAMED, ent_paper_sql_cancelled_by),
  ENT_COMPUTED (EntDocument, waiting_for, N_("Waiting for the signature of"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_NAMED, ent_paper_sql_waiting_for),
  ENT_REF (EntDocument, cancels_id, N_("Cancels"),
            ENT_COLUMN_READ_ONLY | ENT_COLUMN_HIDDEN, ent_document_get_type),
  ENT_TEXT (EntDocument, kind, N_("Kind"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_FILTER | ENT_COLUMN_READ_ONLY),
  ENT_REF (EntDocument, case_file_id, N_("File"),
            ENT_COLUMN_READ_ONLY | ENT_COLUMN_LATE, ent_case_file_get_type),
  ENT_TEXT (EntDocument, subject_table, N_("Subject"), ENT_COLUMN_READ_ONLY | ENT_COLUMN_HIDDEN),
  ENT_INT (EntDocument, subject_id, N_("Subject number"),
            ENT_COLUMN_READ_ONLY | ENT_COLUMN_HIDDEN),
  ENT_ENUM (EntDocument, language, N_("Language"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_FILTER |
            ENT_COLUMN_READ_ONLY, &ent_paper_language_enum),
  ENT_TEXT (EntDocument, purpose, N_("Purpose"),
            ENT_COLUMN_SEARCH | ENT_COLUMN_READ_ONLY),
  ENT_TEXT (EntDocument, recipient, N_("For whom"), ENT_COLUMN_SEARCH | ENT_COLUMN_READ_ONLY),
  ENT_STAMP (EntDocument, made_at, N_("Made at"), ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY),
  ENT_TEXT (EntDocument, author, N_("Made by"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY),
  ENT_REF (EntDocument, agent_id, N_("Agent"),
            ENT_COLUMN_READ_ONLY | ENT_COLUMN_FILTER, ent_agent_get_type),
  ENT_INT (EntDocument, edition, N_("Edition of the template"), ENT_COLUMN_READ_ONLY),
  ENT_TEXT (EntDocument, template_hash, N_("Digest of the template"),
            ENT_COLUMN_READ_ONLY | ENT_COLUMN_HIDDEN),
  ENT_TEXT (EntDocument, answers, N_("Answers"),
            ENT_COLUMN_READ_ONLY | ENT_COLUMN_HIDDEN | ENT_COLUMN_LONG),
  ENT_TEXT (EntDocument, reason, N_("Reason of the cancellation"),
            ENT_COLUMN_READ_ONLY | ENT_COLUMN_LONG),
  ENT_TEXT (EntDocument, code, N_("Check code"), ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY),
  ENT_TEXT (EntDocument, file, N_("Digest"),
            ENT_COLUMN_READ_ONLY | ENT_COLUMN_HIDDEN | ENT_COLUMN_FILE),
  ENT_INT (EntDocument, n_pages, N_("Pages"), ENT_COLUMN_READ_ONLY),
  ENT_ENUM (EntDocument, signing, N_("Signature"),
            ENT_COLUMN_READ_ONLY | ENT_COLUMN_FILTER, &ent_signing_enum),
  ENT_TEXT (EntDocument, signed_file, N_("Digest when signed"),
            ENT_COLUMN_READ_ONLY | ENT_COLUMN_HIDDEN | ENT_COLUMN_FILE | ENT_COLUMN_LATE),
  ENT_ENUM (EntDocument, sent_how, N_("Sent"),
            ENT_COLUMN_FILTER | ENT_COLUMN_LATE, &ent_sent_how_enum),
  ENT_DATE (EntDocument, sent_on, N_("Sent on"), ENT_COLUMN_FILTER | ENT_COLUMN_LATE),
};

const EntSchema ent_document_schema = {
  .table = "document",
  .number = 25,
  .title = N_("Document"),
  .plural = N_("Documents"),
  .icon_name = "ent-document-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "year DESC, sequence DESC, id",
  .type = ent_document_get_type,
  .summary = summary,
  .is_final = TRUE,
  .found = ENT_FOUND_EVERYWHERE,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntDocument, ent_document, ENT_TYPE_RECORD)

static void
ent_document_class_init (EntDocumentClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_document_schema);
}

static void
ent_document_init (EntDocument *self)
{
}
