/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry of the register of documents: one that was issued, or the cancellation of one. Record.
 */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_DOCUMENT (ent_document_get_type ())
G_DECLARE_FINAL_TYPE (EntDocument, ent_document, ENT, DOCUMENT, EntRecord)

struct _EntDocument
{
  EntRecord parent_instance;

  char *number; /* "D2026-000123" */
  int year;
  int sequence; /* 1, 2, 3… without a gap */
  gint32 made_on;
  char *title;
  gint64 person_id;
  char *person_name; /* computed */
  int entry;
  char *cancelled_by; /* computed */
  char *waiting_for; /* computed */
  gint64 cancels_id;
  char *kind; /* id of an EntDocumentKind */
  gint64 case_file_id;
  char *subject_table; /* the record that it is about */
  int subject_id;
  int language;
  char *purpose;
  char *recipient; /* as it stands in the address */
  gint64 made_at;
  char *author;
  gint64 agent_id;
  int edition;
  char *template_hash;
  char *answers; /* JSON */
  char *reason;
  char *code;
  char *file; /* SHA-256 of the file as it was issued */
  int n_pages;
  int signing;
  char *signed_file; /* of the latest signed revision */
  int sent_how;
  gint32 sent_on;
};

ENT_DECLARE_SCHEMA (ent_document_schema)

G_END_DECLS
