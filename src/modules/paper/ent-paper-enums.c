/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The choices of paper. Constant data, any thread. */

#include "ent-paper-enums.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice entries[] = {
  { ENT_ENTRY_ISSUED, "issued", N_("Issued") },
  { ENT_ENTRY_CANCELLED, "cancelled", N_("Cancellation") },
};

static const EntChoice signings[] = {
  { ENT_SIGNING_BY_HAND, "by-hand", N_("By hand, on paper") },
  { ENT_SIGNING_ELECTRONIC, "electronic", N_("Electronically") },
  { ENT_SIGNING_NONE, "none", N_("Without a signature") },
};

static const EntChoice sent_how[] = {
  { ENT_SENT_HANDED, "handed", N_("Handed over") },
  { ENT_SENT_POST, "post", N_("By post") },
  { ENT_SENT_REGISTERED_POST, "registered-post", N_("By registered post") },
  { ENT_SENT_E_MAIL, "e-mail", N_("By e-mail") },
  { ENT_SENT_OTHER, "other", N_("Otherwise") },
};

static const EntChoice roles[] = {
  { ENT_ROLE_DIRECTOR_GENERAL, "director-general", N_("Director general") },
  { ENT_ROLE_PRESIDENT, "president", N_("President") },
  { ENT_ROLE_FINANCIAL_DIRECTOR, "financial-director", N_("Financial director") },
  { ENT_ROLE_DELEGATE, "delegate", N_("Delegate") },
  { ENT_ROLE_AUTHOR, "author", N_("Who makes the document") },
};

static const EntChoice states[] = {
  { ENT_REQUEST_WAITING, "waiting", N_("Waiting") },
  { ENT_REQUEST_SIGNED, "signed", N_("Signed") },
  { ENT_REQUEST_REFUSED, "refused", N_("Refused") },
  { ENT_REQUEST_WITHDRAWN, "withdrawn", N_("Withdrawn") },
};

static const EntChoice means[] = {
  { ENT_MEANS_ELECTRONIC, "electronic", N_("Electronic signature") },
  { ENT_MEANS_PAPER, "paper", N_("By hand, scan kept") },
};

static const EntChoice origins[] = {
  { ENT_ORIGIN_RECEIVED, "received", N_("Received") },
  { ENT_ORIGIN_SCAN, "scan", N_("Signed paper, scanned") },
  { ENT_ORIGIN_ISSUED, "issued", N_("Made by the centre") },
};

static const EntChoice sides[] = {
  { ENT_SIDE_LEFT, "left", N_("Left") },
  { ENT_SIDE_RIGHT, "right", N_("Right") },
};

static const EntChoice languages[] = {
  { ENT_PAPER_FR, "fr", N_("French") },
  { ENT_PAPER_NL, "nl", N_("Dutch") },
  { ENT_PAPER_DE, "de", N_("German") },
};
/* clang-format on */

const EntEnum ent_document_entry_enum = { "document-entry", entries, G_N_ELEMENTS (entries) };
const EntEnum ent_signing_enum = { "signing", signings, G_N_ELEMENTS (signings) };
const EntEnum ent_sent_how_enum = { "sent-how", sent_how, G_N_ELEMENTS (sent_how) };
const EntEnum ent_signatory_role_enum = { "signatory-role", roles, G_N_ELEMENTS (roles) };
const EntEnum ent_request_state_enum = { "request-state", states, G_N_ELEMENTS (states) };
const EntEnum ent_signing_means_enum = { "signing-means", means, G_N_ELEMENTS (means) };
const EntEnum ent_attachment_origin_enum = { "attachment-origin", origins, G_N_ELEMENTS (origins) };
const EntEnum ent_envelope_side_enum = { "envelope-side", sides, G_N_ELEMENTS (sides) };
const EntEnum ent_paper_language_enum = { "paper-language", languages, G_N_ELEMENTS (languages) };
