/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody asks the centre for aid: an entry of the register of requests. Record. */

#pragma once

#include "ent-request-enums.h"
#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_REQUEST (ent_request_get_type ())
G_DECLARE_FINAL_TYPE (EntRequest, ent_request, ENT, REQUEST, EntRecord)

struct _EntRequest
{
  EntRecord parent_instance;

  char *number; /* "2026/00042", given by the register */
  int year;
  int sequence; /* 1, 2, 3… without a gap in its year */
  gint32 registered_on;
  gint64 person_id;
  char *person_name; /* computed */
  gint64 kind_id; /* what is asked for first */
  char *objects; /* computed: all that is asked for */
  gint32 received_on; /* the day from which the clocks run */
  int received_time;
  int channel; /* EntRequestChannel */
  int asker; /* EntRequestAsker */
  char *asker_name;
  gboolean is_signed; /* the applicant signed the register */
  gboolean is_urgent;
  char *urgency_reason;
  gboolean after_unemployment; /* asked since unemployment benefit ended */
  gint32 unemployment_end;
  gint64 worker_id;
  char *worker_name; /* computed */
  gint64 team_id;
  char *team_name; /* computed */
  int step; /* EntRequestStage, the latest */
  int result; /* EntRequestResult */
  int ending; /* EntRequestEnding: why it never came to its last step */
  gint32 ended_on;
  char *ending_reason;
  char *note;
  gboolean is_open; /* derived */
};

ENT_DECLARE_SCHEMA (ent_request_schema)

G_END_DECLS
