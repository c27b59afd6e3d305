/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What else is asked for in a request. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_REQUEST_OBJECT (ent_request_object_get_type ())
G_DECLARE_FINAL_TYPE (EntRequestObject, ent_request_object, ENT, REQUEST_OBJECT, EntRecord)

struct _EntRequestObject
{
  EntRecord parent_instance;

  gint64 request_id;
  gint64 kind_id;
  char *kind_name; /* computed */
  char *detail;
};

ENT_DECLARE_SCHEMA (ent_request_object_schema)

G_END_DECLS
