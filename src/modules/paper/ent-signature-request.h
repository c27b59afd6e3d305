/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document that waits for somebody’s signature, or had it: a line of the signature book. Record.
 */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_SIGNATURE_REQUEST (ent_signature_request_get_type ())
G_DECLARE_FINAL_TYPE (EntSignatureRequest, ent_signature_request, ENT, SIGNATURE_REQUEST, EntRecord)

struct _EntSignatureRequest
{
  EntRecord parent_instance;

  gint64 document_id;
  char *document_number; /* computed */
  char *document_title; /* computed */
  char *person_name; /* computed */
  int position; /* 1 signs first */
  int role;
  gint64 agent_id;
  char *agent_name; /* computed */
  int state;
  int means;
  gint64 asked_at;
  char *asked_by;
  gint64 done_at;
  char *done_by;
  char *certificate; /* whom it names */
  char *comment;
  char *file; /* of the revision that this signature made, or of the scan of the paper */
};

ENT_DECLARE_SCHEMA (ent_signature_request_schema)

G_END_DECLS
