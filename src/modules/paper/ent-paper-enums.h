/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The choices of paper. Constant data, any thread. */

#pragma once

#include "ent-column.h"

G_BEGIN_DECLS

/* What an entry of the register of documents tells. */
typedef enum
{
  ENT_ENTRY_ISSUED = 1,
  ENT_ENTRY_CANCELLED /* an earlier entry no longer holds */
} EntDocumentEntry;

typedef enum
{
  ENT_SIGNING_BY_HAND = 1, /* on paper: room is left above the name */
  ENT_SIGNING_ELECTRONIC, /* the signature book */
  ENT_SIGNING_NONE
} EntSigning;

typedef enum
{
  ENT_SENT_HANDED = 1,
  ENT_SENT_POST,
  ENT_SENT_REGISTERED_POST,
  ENT_SENT_E_MAIL,
  ENT_SENT_OTHER
} EntSentHow;

typedef enum
{
  ENT_ROLE_DIRECTOR_GENERAL = 1,
  ENT_ROLE_PRESIDENT,
  ENT_ROLE_FINANCIAL_DIRECTOR,
  ENT_ROLE_DELEGATE,
  ENT_ROLE_AUTHOR /* whoever makes the document */
} EntSignatoryRole;

typedef enum
{
  ENT_REQUEST_WAITING = 1,
  ENT_REQUEST_SIGNED,
  ENT_REQUEST_REFUSED,
  ENT_REQUEST_WITHDRAWN
} EntRequestState;

typedef enum
{
  ENT_MEANS_ELECTRONIC = 1,
  ENT_MEANS_PAPER /* by hand, the scan kept */
} EntSigningMeans;

typedef enum
{
  ENT_ORIGIN_RECEIVED = 1, /* a file that somebody brought or sent */
  ENT_ORIGIN_SCAN, /* a document of ours that came back signed */
  ENT_ORIGIN_ISSUED /* a document of ours, put among the pieces */
} EntAttachmentOrigin;

typedef enum
{
  ENT_SIDE_LEFT = 1,
  ENT_SIDE_RIGHT
} EntEnvelopeSide;

/* Languages in which the centre writes; nicks are ISO 639-1. */
typedef enum
{
  ENT_PAPER_FR = 1,
  ENT_PAPER_NL,
  ENT_PAPER_DE
} EntPaperLanguage;

extern const EntEnum ent_document_entry_enum;
extern const EntEnum ent_signing_enum;
extern const EntEnum ent_sent_how_enum;
extern const EntEnum ent_signatory_role_enum;
extern const EntEnum ent_request_state_enum;
extern const EntEnum ent_signing_means_enum;
extern const EntEnum ent_attachment_origin_enum;
extern const EntEnum ent_envelope_side_enum;
extern const EntEnum ent_paper_language_enum;

G_END_DECLS
