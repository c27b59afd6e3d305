/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a request to a document ready for paper: fields, template, letterhead, signatures. Thread of
 * the connection, reading or writing. */

#pragma once

#include "ent-centre.h"
#include "ent-doc.h"
#include "ent-fields.h"
#include "ent-paper-request.h"
#include "ent-template.h"

G_BEGIN_DECLS

/* Who signs, as it is printed. */
typedef struct
{
  int role; /* EntSignatoryRole */
  gint64 agent_id;
  char *title; /* "La Directrice générale," */
  char *name;
  char *instead_of; /* name of the one who is absent, or NULL */
} EntPaperSigner;

/**
 * EntPaperMade:
 *
 * A request worked out. With @problem set nothing can be made of it. With @gaps or @faults there is
 * a page to look at, and nothing to issue.
 */
typedef struct
{
  EntDoc *doc; /* NULL with @problem or @faults */
  EntFields *fields;
  char *title; /* of this document, from its first heading */
  char *language;
  int edition;
  char *template_hash;
  char *recipient; /* first line of the address, or NULL */
  gint64 case_file_id;
  gint64 person_id;
  GPtrArray *gaps; /* (element-type utf8), labels of what is missing, translated */
  GPtrArray *faults; /* (element-type EntTemplateFault) of the template, or NULL */
  GPtrArray *signers; /* (element-type EntPaperSigner), in the order of signing */
  char *problem; /* a sentence: why it cannot be made */
} EntPaperMade;

/* NULL only when the records cannot be read. */
EntPaperMade *ent_paper_make (EntDb *db, const EntPaperRequest *request, GError **error);
void ent_paper_made_free (EntPaperMade *self);
/* Sets @error and returns FALSE unless it can be issued as it is. */
gboolean ent_paper_made_check (EntPaperMade *self, GError **error);

/* Answers the questions that have a proposal and no answer yet. */
void ent_paper_propose (EntDb *db, EntPaperRequest *request);

/* The page as it would come out, marked as a draft. */
typedef struct
{
  GBytes *pdf; /* NULL with a problem or faults */
  guint n_pages;
  EntPaperMade *made;
} EntPaperDraft;

EntPaperDraft *ent_paper_draft (EntDb *db,
                                const EntPaperRequest *request,
                                GCancellable *cancellable,
                                GError **error);
void ent_paper_draft_free (EntPaperDraft *self);

/* Roles that sign a kind of document, "director-general,president", as the centre has it; the
 * setting's name. Transfer full. */
char *ent_paper_signers_setting (const EntDocumentKind *kind);
const char *ent_paper_default_signers (const EntDocumentKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPaperMade, ent_paper_made_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPaperDraft, ent_paper_draft_free)

G_END_DECLS
