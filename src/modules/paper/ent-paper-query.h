/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about paper that the descriptors cannot answer. Thread of the connection. */

#pragma once

#include "ent-attachment.h"
#include "ent-centre.h"
#include "ent-db.h"
#include "ent-document-template.h"
#include "ent-document.h"
#include "ent-signatory.h"
#include "ent-signature-request.h"

G_BEGIN_DECLS

/* What the computed columns are. */
extern const char ent_paper_sql_signatory_name[];
extern const char ent_paper_sql_document_person[];
extern const char ent_paper_sql_cancelled_by[];
extern const char ent_paper_sql_waiting_for[];
extern const char ent_paper_sql_request_number[];
extern const char ent_paper_sql_request_title[];
extern const char ent_paper_sql_request_person[];
extern const char ent_paper_sql_request_agent[];
extern const char ent_paper_sql_attachment_person[];

/* For all: transfer full; NULL when there is none, or with @error set. */

/* One record of any type. */
gpointer ent_paper_query_record (EntDb *db, const EntSchema *schema, gint64 id, GError **error);

EntCentre *ent_paper_query_centre (EntDb *db, GError **error);
char *ent_paper_query_setting (EntDb *db, const char *name);
/* The latest edition in use on a day. */
EntDocumentTemplate *ent_paper_query_template (EntDb *db,
                                               const char *kind,
                                               const char *language,
                                               gint32 day,
                                               GError **error);
/* Who holds a role on a day: the one who took it last. */
EntSignatory *ent_paper_query_signatory (EntDb *db, int role, gint32 day, GError **error);
/* The last number given in a year, 0 when none was. */
int ent_paper_query_last_sequence (EntDb *db, int year);
/* The document of the latest day that still holds. */
EntDocument *ent_paper_query_latest (EntDb *db, GError **error);
EntDocument *ent_paper_query_by_number (EntDb *db, const char *number, GError **error);
/* The document whose file, as issued or as signed at any time, has this digest. */
EntDocument *ent_paper_query_by_digest (EntDb *db, const char *digest, GError **error);
/* The entry that cancels a document. */
EntDocument *ent_paper_query_cancellation (EntDb *db, gint64 document_id, GError **error);
/* (element-type EntSignatureRequest), in the order of signing. */
GPtrArray *ent_paper_query_requests (EntDb *db, gint64 document_id, GError **error);
/* Waiting and next in turn for one of @agents (element-type gint64); oldest first:
 * (element-type EntSignatureRequest). */
GPtrArray *ent_paper_query_turn (EntDb *db, GArray *agents, GError **error);
/* Digest of the picture of an agent's signature. */
char *ent_paper_query_signature_image (EntDb *db, gint64 agent_id);
/* The piece with this content that the person already has. */
EntAttachment *ent_paper_query_attachment (EntDb *db,
                                           gint64 person_id,
                                           const char *digest,
                                           GError **error);
/* The file of a person that is open, the latest of them; 0 when there is none. */
gint64 ent_paper_query_open_file (EntDb *db, gint64 person_id, char **number);

G_END_DECLS
