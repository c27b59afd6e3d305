/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something that can be asked for, and the law that it is granted under. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_REQUEST_KIND (ent_request_kind_get_type ())
G_DECLARE_FINAL_TYPE (EntRequestKind, ent_request_kind, ENT, REQUEST_KIND, EntRecord)

struct _EntRequestKind
{
  EntRecord parent_instance;

  char *name;
  int regime; /* EntRegime */
  gboolean has_project; /* an integration project goes with it */
  gboolean active;
};

ENT_DECLARE_SCHEMA (ent_request_kind_schema)

G_END_DECLS
