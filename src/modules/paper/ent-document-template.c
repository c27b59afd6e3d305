/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One edition of the text of a document, written by the office. Never changed: what is saved
 * becomes the next edition. Record: see ent-record.h for threads. */

#include "ent-document-template.h"

#include "ent-paper-enums.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntDocumentTemplate *self = ENT_DOCUMENT_TEMPLATE (record);

  /* Translators: title of a template, number of its edition */
  return g_strdup_printf (_ ("%s, edition %d"), self->title != NULL ? self->title : self->kind,
                          self->edition);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_TEXT (EntDocumentTemplate, title, N_("Document"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_SEARCH | ENT_COLUMN_SORT |
            ENT_COLUMN_WIDE | ENT_COLUMN_READ_ONLY),
  ENT_TEXT (EntDocumentTemplate, kind, N_("Kind"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY | ENT_COLUMN_FILTER),
  ENT_ENUM (EntDocumentTemplate, language, N_("Language"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST |
            ENT_COLUMN_FILTER, &ent_paper_language_enum),
  ENT_INT (EntDocumentTemplate, edition, N_("Edition"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_READ_ONLY),
  ENT_DATE (EntDocumentTemplate, valid_from, N_("Used from"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_TEXT (EntDocumentTemplate, text, N_("Text"), ENT_COLUMN_REQUIRED | ENT_COLUMN_LONG),
  ENT_STAMP (EntDocumentTemplate, written_at, N_("Written at"),
             ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_READ_ONLY),
  ENT_TEXT (EntDocumentTemplate, author, N_("Author"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_READ_ONLY),
  ENT_TEXT (EntDocumentTemplate, note, N_("What changed"), ENT_COLUMN_LONG),
};

const EntSchema ent_document_template_schema = {
  .table = "document_template",
  .number = 26,
  .title = N_("Template"),
  .plural = N_("Templates"),
  .icon_name = "ent-template-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "title, language, edition DESC, id",
  .type = ent_document_template_get_type,
  .summary = summary,
  .is_final = TRUE,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntDocumentTemplate, ent_document_template, ENT_TYPE_RECORD)

static void
ent_document_template_class_init (EntDocumentTemplateClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_document_template_schema);
}

static void
ent_document_template_init (EntDocumentTemplate *self)
{
}
