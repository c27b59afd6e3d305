/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file kept with a person: received, scanned, or one of ours. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_ATTACHMENT (ent_attachment_get_type ())
G_DECLARE_FINAL_TYPE (EntAttachment, ent_attachment, ENT, ATTACHMENT, EntRecord)

struct _EntAttachment
{
  EntRecord parent_instance;

  gint64 person_id;
  char *title;
  char *person_name; /* computed */
  gint64 case_file_id;
  gint64 document_id;
  int origin;
  char *file;
  char *media_type;
  int size; /* bytes */
  int n_pages;
  gint32 received_on;
  gint64 added_at;
  char *author;
  char *note;
};

ENT_DECLARE_SCHEMA (ent_attachment_schema)

G_END_DECLS
