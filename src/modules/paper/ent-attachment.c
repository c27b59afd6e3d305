/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file kept with a person: received, scanned, or one of ours. Record: see ent-record.h for
 * threads. */

#include "ent-attachment.h"

#include "ent-case-file.h"
#include "ent-document.h"
#include "ent-paper-enums.h"
#include "ent-paper-query.h"
#include "ent-person.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntAttachment, person_id, N_("Person"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER |
            ENT_COLUMN_CASCADE | ENT_COLUMN_FILTER, ent_person_get_type),
  ENT_TEXT (EntAttachment, title, N_("Title"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SEARCH |
            ENT_COLUMN_SORT | ENT_COLUMN_WIDE),
  ENT_COMPUTED (EntAttachment, person_name, N_("Person"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE | ENT_COLUMN_SEARCH,
            ent_paper_sql_attachment_person),
  ENT_REF (EntAttachment, case_file_id, N_("File"), ENT_COLUMN_FILTER, ent_case_file_get_type),
  ENT_REF (EntAttachment, document_id, N_("Document of ours"),
            ENT_COLUMN_READ_ONLY, ent_document_get_type),
  ENT_ENUM (EntAttachment, origin, N_("Origin"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST |
            ENT_COLUMN_FILTER | ENT_COLUMN_READ_ONLY, &ent_attachment_origin_enum),
  ENT_TEXT (EntAttachment, file, N_("Digest"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY | ENT_COLUMN_HIDDEN | ENT_COLUMN_FILE),
  ENT_TEXT (EntAttachment, media_type, N_("Kind of file"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY),
  ENT_INT (EntAttachment, size, N_("Size"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY | ENT_COLUMN_HIDDEN),
  ENT_INT (EntAttachment, n_pages, N_("Pages"), ENT_COLUMN_READ_ONLY | ENT_COLUMN_IN_LIST),
  ENT_DATE (EntAttachment, received_on, N_("Received on"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_STAMP (EntAttachment, added_at, N_("Added at"), ENT_COLUMN_READ_ONLY | ENT_COLUMN_REQUIRED),
  ENT_TEXT (EntAttachment, author, N_("Added by"), ENT_COLUMN_READ_ONLY | ENT_COLUMN_REQUIRED),
  ENT_TEXT (EntAttachment, note, N_("Remark"), ENT_COLUMN_LONG | ENT_COLUMN_SEARCH),
};

const EntSchema ent_attachment_schema = {
  .table = "attachment",
  .number = 29,
  .title = N_("Piece"),
  .plural = N_("Pieces"),
  .icon_name = "ent-attachment-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "received_on DESC, id",
  .type = ent_attachment_get_type,
  .found = ENT_FOUND_IN_LISTS,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntAttachment, ent_attachment, ENT_TYPE_RECORD)

static void
ent_attachment_class_init (EntAttachmentClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_attachment_schema);
}

static void
ent_attachment_init (EntAttachment *self)
{
}
