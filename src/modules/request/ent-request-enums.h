/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Choices of requests. Constant data, any thread. */

#pragma once

#include "ent-column.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_CHANNEL_COUNTER = 1,
  ENT_CHANNEL_LETTER,
  ENT_CHANNEL_E_MAIL,
  ENT_CHANNEL_PHONE,
  ENT_CHANNEL_VISIT,
  ENT_CHANNEL_OTHER_CENTRE,
  ENT_CHANNEL_OFFICE
} EntRequestChannel;

/* Who asks. */
typedef enum
{
  ENT_ASKER_SELF = 1,
  ENT_ASKER_MANDATED,
  ENT_ASKER_REPRESENTATIVE, /* administrator, parent, guardian */
  ENT_ASKER_OFFICE /* ex officio */
} EntRequestAsker;

typedef enum
{
  ENT_STEP_REGISTERED = 1,
  ENT_STEP_ENQUIRY,
  ENT_STEP_PROPOSAL,
  ENT_STEP_SESSION,
  ENT_STEP_DECISION,
  ENT_STEP_NOTIFICATION,
  ENT_STEP_EXECUTION
} EntRequestStage;

#define ENT_STEP_LAST ENT_STEP_EXECUTION

typedef enum
{
  ENT_RESULT_GRANTED = 1,
  ENT_RESULT_PARTLY,
  ENT_RESULT_REFUSED
} EntRequestResult;

typedef enum
{
  ENT_ENDING_ANNULLED = 1,
  ENT_ENDING_WITHDRAWN,
  ENT_ENDING_TRANSFERRED
} EntRequestEnding;

typedef enum
{
  ENT_HAPPENING_RECEIPT = 1,
  ENT_HAPPENING_SUSPENSION,
  ENT_HAPPENING_CONVOCATION,
  ENT_HAPPENING_RIGHT_TO_BE_HEARD,
  ENT_HAPPENING_HEARING,
  ENT_HAPPENING_INCOMPETENT,
  ENT_HAPPENING_TRANSFER,
  ENT_HAPPENING_CONFLICT,
  ENT_HAPPENING_REFERRED,
  ENT_HAPPENING_POSTING,
  ENT_HAPPENING_PRESENTATION,
  ENT_HAPPENING_HAND_OVER,
  ENT_HAPPENING_PROJECT_OFFERED,
  ENT_HAPPENING_PROJECT_SIGNED,
  ENT_HAPPENING_PROJECT_EVALUATED,
  ENT_HAPPENING_REVIEW,
  ENT_HAPPENING_OTHER
} EntRequestHappening;

#define ENT_HAPPENING_LAST ENT_HAPPENING_OTHER

extern const EntEnum ent_request_channel_enum;
extern const EntEnum ent_request_asker_enum;
extern const EntEnum ent_request_stage_enum;
extern const EntEnum ent_request_result_enum;
extern const EntEnum ent_request_ending_enum;
extern const EntEnum ent_request_happening_enum;

G_END_DECLS
