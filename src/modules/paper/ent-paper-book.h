/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The signature book: whose turn it is, signing, refusing, signing on paper. What writes runs
 * inside an act, on the writing thread. */

#pragma once

#include "ent-apply.h"
#include "ent-attachment.h"
#include "ent-signature-request.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What waits for an agent on a day, in order: her own turns, and those of the absent whom she
 * stands in for: (element-type EntSignatureRequest), transfer full. Reading thread. */
GPtrArray *ent_paper_book_for (EntDb *db, gint64 agent_id, gint32 day, GError **error);

/* The file that the signatory signs: that of the one before. Any thread of a connection. */
GBytes *ent_paper_book_file (EntDb *db, gint64 request_id, GError **error);

/* Enters a signature that was made: @pdf continues the file that was to be signed. */
gboolean ent_paper_book_sign (EntApply *apply,
                              gint64 request_id,
                              GBytes *pdf,
                              const char *certificate,
                              const char *who,
                              GError **error);
/* Enters that the document will not be signed, and why; those after are withdrawn. */
gboolean ent_paper_book_refuse (EntApply *apply,
                                gint64 request_id,
                                const char *comment,
                                const char *who,
                                GError **error);
/* Enters that the paper was signed by hand, its scan kept with the person. */
gboolean ent_paper_book_sign_on_paper (EntApply *apply,
                                       gint64 request_id,
                                       GBytes *scan,
                                       const char *who,
                                       GError **error);

/* A file to keep with a person. */
typedef struct
{
  gint64 person_id;
  gint64 document_id; /* of ours, or 0 */
  int origin; /* EntAttachmentOrigin */
  const char *title;
  const char *media_type;
  gint32 received_on;
  const char *who;
  gint64 at; /* the moment noted; 0: now */
} EntPaperPiece;

/* Keeps a file with a person; the id of the piece, or of the one that holds the same file already,
 * which @known then tells. 0 with @error set. */
gint64 ent_paper_attach (EntApply *apply,
                         const EntPaperPiece *piece,
                         GBytes *bytes,
                         gboolean *known,
                         GError **error);

G_END_DECLS
