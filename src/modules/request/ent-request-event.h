/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something that happened to a request: a suspension, a hearing, a letter that was sent. Record. */

#pragma once

#include "ent-request-enums.h"
#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_REQUEST_EVENT (ent_request_event_get_type ())
G_DECLARE_FINAL_TYPE (EntRequestEvent, ent_request_event, ENT, REQUEST_EVENT, EntRecord)

struct _EntRequestEvent
{
  EntRecord parent_instance;

  gint64 request_id;
  int kind; /* EntRequestHappening */
  gint32 day;
  int time;
  gint32 to_day; /* last day of a suspension */
  char *partner; /* the other centre, who assisted */
  char *reason;
  char *author; /* given by the register */
};

ENT_DECLARE_SCHEMA (ent_request_event_schema)

G_END_DECLS
