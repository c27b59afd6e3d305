/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Choices of deadlines. Constant data, any thread. */

#include "ent-deadline-enums.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice regimes[] = {
  { ENT_REGIME_INTEGRATION, "integration", N_("Right to social integration") },
  { ENT_REGIME_AID, "aid", N_("Social aid") },
};

static const EntChoice kinds[] = {
  { ENT_DEADLINE_RECEIPT, "receipt", N_("Receipt of the request") },
  { ENT_DEADLINE_TRANSFER, "transfer", N_("Transfer to the competent centre") },
  { ENT_DEADLINE_CONFLICT, "conflict", N_("Conflict of competence put to the ministry") },
  { ENT_DEADLINE_DECISION, "decision", N_("Decision") },
  { ENT_DEADLINE_NOTIFICATION, "notification", N_("Notification of the decision") },
  { ENT_DEADLINE_PAYMENT, "payment", N_("First payment") },
  { ENT_DEADLINE_APPEAL_POSTED, "appeal-posted", N_("Appeal, counted from the posting") },
  { ENT_DEADLINE_APPEAL_PRESENTED, "appeal-presented",
    N_("Appeal, counted from the presentation") },
  { ENT_DEADLINE_APPEAL_SIMPLE, "appeal-simple",
    N_("Appeal, registered post without receipt") },
  { ENT_DEADLINE_PROJECT, "project", N_("Contract of the integration project") },
  { ENT_DEADLINE_REFLECTION, "reflection", N_("Time to reflect before signing the project") },
  { ENT_DEADLINE_EVALUATION, "evaluation", N_("Evaluation of the project") },
  { ENT_DEADLINE_REVIEW, "review", N_("Yearly review") },
};

static const EntChoice starts[] = {
  { ENT_START_RECEPTION, "reception", N_("Reception of the request") },
  { ENT_START_DECISION, "decision", N_("Day of the decision") },
  { ENT_START_POSTING, "posting", N_("Posting of the letter") },
  { ENT_START_PRESENTATION, "presentation", N_("Presentation or handing over of the letter") },
  { ENT_START_CONFLICT, "conflict", N_("Refusal of the other centre") },
  { ENT_START_PROJECT_OFFERED, "project-offered", N_("Project handed over for reading") },
  { ENT_START_PROJECT_SIGNED, "project-signed", N_("Signature or evaluation of the project") },
  { ENT_START_REVIEW, "review", N_("Latest review, else the decision") },
};

static const EntChoice units[] = {
  { ENT_UNIT_DAYS, "days", N_("Calendar days") },
  { ENT_UNIT_WORKING_DAYS, "working-days", N_("Working days") },
  { ENT_UNIT_MONTHS, "months", N_("Months, from date to date") },
  { ENT_UNIT_COURT_MONTHS, "court-months", N_("Months, to the day before the same date") },
};

static const EntChoice firsts[] = {
  { ENT_FIRST_NEXT, "next", N_("Day after the act") },
  { ENT_FIRST_WORKING, "working", N_("First working day after the act") },
  { ENT_FIRST_THIRD_WORKING, "third-working", N_("Third working day after the act") },
};

static const EntChoice lasts[] = {
  { ENT_LAST_STAYS, "stays", N_("Stays, even on a day off") },
  { ENT_LAST_MOVES, "moves", N_("Moves to the next working day") },
};

static const EntChoice standings[] = {
  { ENT_STANDING_VERIFIED, "verified", N_("Checked") },
  { ENT_STANDING_TO_CHECK, "to-check", N_("To be checked") },
};
/* clang-format on */

const EntEnum ent_regime_enum = { "regime", regimes, G_N_ELEMENTS (regimes) };
const EntEnum ent_deadline_kind_enum = { "deadline-kind", kinds, G_N_ELEMENTS (kinds) };
const EntEnum ent_deadline_start_enum = { "deadline-start", starts, G_N_ELEMENTS (starts) };
const EntEnum ent_deadline_unit_enum = { "deadline-unit", units, G_N_ELEMENTS (units) };
const EntEnum ent_deadline_first_enum = { "deadline-first", firsts, G_N_ELEMENTS (firsts) };
const EntEnum ent_deadline_last_enum = { "deadline-last", lasts, G_N_ELEMENTS (lasts) };
const EntEnum ent_rule_standing_enum = { "rule-standing", standings, G_N_ELEMENTS (standings) };
