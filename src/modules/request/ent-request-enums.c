/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Choices of requests. Constant data, any thread. */

#include "ent-request-enums.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice channels[] = {
  { ENT_CHANNEL_COUNTER, "counter", N_("At the counter") },
  { ENT_CHANNEL_LETTER, "letter", N_("By letter") },
  { ENT_CHANNEL_E_MAIL, "e-mail", N_("By e-mail") },
  { ENT_CHANNEL_PHONE, "phone", N_("By phone") },
  { ENT_CHANNEL_VISIT, "visit", N_("During a home visit") },
  { ENT_CHANNEL_OTHER_CENTRE, "other-centre", N_("Sent by another centre") },
  { ENT_CHANNEL_OFFICE, "office", N_("On the centre’s own initiative") },
};

static const EntChoice askers[] = {
  { ENT_ASKER_SELF, "self", N_("The person herself") },
  { ENT_ASKER_MANDATED, "mandated", N_("Somebody with a mandate") },
  { ENT_ASKER_REPRESENTATIVE, "representative", N_("A legal representative") },
  { ENT_ASKER_OFFICE, "office", N_("Nobody: ex officio") },
};

static const EntChoice stages[] = {
  { ENT_STEP_REGISTERED, "registered", N_("Request") },
  { ENT_STEP_ENQUIRY, "enquiry", N_("Enquiry") },
  { ENT_STEP_PROPOSAL, "proposal", N_("Proposal") },
  { ENT_STEP_SESSION, "session", N_("Session") },
  { ENT_STEP_DECISION, "decision", N_("Decision") },
  { ENT_STEP_NOTIFICATION, "notification", N_("Notification") },
  { ENT_STEP_EXECUTION, "execution", N_("Execution") },
};

static const EntChoice results[] = {
  { ENT_RESULT_GRANTED, "granted", N_("Granted") },
  { ENT_RESULT_PARTLY, "partly", N_("Granted in part") },
  { ENT_RESULT_REFUSED, "refused", N_("Refusal") },
};

static const EntChoice endings[] = {
  { ENT_ENDING_ANNULLED, "annulled", N_("Annulled") },
  { ENT_ENDING_WITHDRAWN, "withdrawn", N_("Withdrawn by the person") },
  { ENT_ENDING_TRANSFERRED, "transferred", N_("Sent to the competent centre") },
};

static const EntChoice happenings[] = {
  { ENT_HAPPENING_RECEIPT, "receipt", N_("Receipt handed over on paper") },
  { ENT_HAPPENING_SUSPENSION, "suspension", N_("Suspension of the clock") },
  { ENT_HAPPENING_CONVOCATION, "convocation", N_("Convocation") },
  { ENT_HAPPENING_RIGHT_TO_BE_HEARD, "right-to-be-heard", N_("Told of the right to be heard") },
  { ENT_HAPPENING_HEARING, "hearing", N_("Hearing") },
  { ENT_HAPPENING_INCOMPETENT, "incompetent", N_("The centre is not competent") },
  { ENT_HAPPENING_TRANSFER, "transfer", N_("Sent to another centre") },
  { ENT_HAPPENING_CONFLICT, "conflict", N_("The other centre refuses it") },
  { ENT_HAPPENING_REFERRED, "referred", N_("Conflict put to the ministry") },
  { ENT_HAPPENING_POSTING, "posting", N_("Decision posted, registered") },
  { ENT_HAPPENING_PRESENTATION, "presentation", N_("Registered letter presented") },
  { ENT_HAPPENING_HAND_OVER, "hand-over", N_("Decision handed over against receipt") },
  { ENT_HAPPENING_PROJECT_OFFERED, "project-offered", N_("Integration project handed over") },
  { ENT_HAPPENING_PROJECT_SIGNED, "project-signed", N_("Integration project signed") },
  { ENT_HAPPENING_PROJECT_EVALUATED, "project-evaluated", N_("Integration project evaluated") },
  { ENT_HAPPENING_REVIEW, "review", N_("Review of the aid") },
  { ENT_HAPPENING_OTHER, "other", N_("Something else") },
};
/* clang-format on */

const EntEnum ent_request_channel_enum = { "request-channel", channels, G_N_ELEMENTS (channels) };
const EntEnum ent_request_asker_enum = { "request-asker", askers, G_N_ELEMENTS (askers) };
const EntEnum ent_request_stage_enum = { "request-stage", stages, G_N_ELEMENTS (stages) };
const EntEnum ent_request_result_enum = { "request-result", results, G_N_ELEMENTS (results) };
const EntEnum ent_request_ending_enum = { "request-ending", endings, G_N_ELEMENTS (endings) };
const EntEnum ent_request_happening_enum = { "request-happening", happenings,
                                             G_N_ELEMENTS (happenings) };
