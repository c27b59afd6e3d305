/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One edition of the text of a document, written by the office. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_DOCUMENT_TEMPLATE (ent_document_template_get_type ())
G_DECLARE_FINAL_TYPE (EntDocumentTemplate, ent_document_template, ENT, DOCUMENT_TEMPLATE, EntRecord)

struct _EntDocumentTemplate
{
  EntRecord parent_instance;

  char *title;
  char *kind; /* id of an EntDocumentKind */
  int language;
  int edition; /* 2 and up: 1 comes with the program */
  gint32 valid_from;
  char *text;
  gint64 written_at;
  char *author;
  char *note;
};

ENT_DECLARE_SCHEMA (ent_document_template_schema)

G_END_DECLS
