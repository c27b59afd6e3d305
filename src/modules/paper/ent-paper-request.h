/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody asks to be printed: which document, about whom, in which language, with which
 * answers. A value; any thread, one at a time. */

#pragma once

#include "ent-document-kind.h"
#include "ent-paper-enums.h"

G_BEGIN_DECLS

typedef struct
{
  const EntDocumentKind *kind;
  gint64 subject_id;
  gint32 day; /* on which it is made */
  gint64 at; /* the moment that the register notes; 0: now */
  char *language; /* NULL: that of the person, else the centre's */
  GHashTable *answers; /* path of a question → text; never NULL */
  char *purpose;
  char *recipient; /* lines of an address; NULL: the person herself */
  int signing; /* EntSigning */
  gboolean own_signature; /* the author's own picture above her name */
  gboolean large_type;
  char *author; /* as the history names her */
  gint64 agent_id; /* who makes it, 0 when not among the agents */
  gint64 signer_id; /* who signs in place of @signer_for, 0: nobody */
  gint64 signer_for;
  char *template_text; /* a text not saved yet, for its preview; NULL: the one in use */
} EntPaperRequest;

#define ENT_TYPE_PAPER_REQUEST (ent_paper_request_get_type ())
GType ent_paper_request_get_type (void);

EntPaperRequest *ent_paper_request_new (const EntDocumentKind *kind, gint64 subject_id, gint32 day);
EntPaperRequest *ent_paper_request_copy (const EntPaperRequest *self);
void ent_paper_request_free (EntPaperRequest *self);
/* Copies; NULL or "" takes the answer away. */
void ent_paper_request_set_answer (EntPaperRequest *self, const char *path, const char *text);
const char *ent_paper_request_get_answer (const EntPaperRequest *self, const char *path);
/* The answers as one line of JSON, sorted, and back; with them the recipient and large type, when
 * they were asked. Transfer full. */
char *ent_paper_request_answers_to_json (const EntPaperRequest *self);
void ent_paper_request_set_answers_from_json (EntPaperRequest *self, const char *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPaperRequest, ent_paper_request_free)

G_END_DECLS
