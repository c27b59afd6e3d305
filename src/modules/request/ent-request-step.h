/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A step that a request has reached, when, and by whom. Record. */

#pragma once

#include "ent-request-enums.h"
#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_REQUEST_STEP (ent_request_step_get_type ())
G_DECLARE_FINAL_TYPE (EntRequestStep, ent_request_step, ENT, REQUEST_STEP, EntRecord)

struct _EntRequestStep
{
  EntRecord parent_instance;

  gint64 request_id;
  int step; /* EntRequestStage */
  gint32 day;
  char *author; /* given by the register */
  char *note;
};

ENT_DECLARE_SCHEMA (ent_request_step_schema)

G_END_DECLS
