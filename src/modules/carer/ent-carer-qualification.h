/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a carer has learnt or is registered as, and until when that holds. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_CARER_QUALIFICATION (ent_carer_qualification_get_type ())
G_DECLARE_FINAL_TYPE (EntCarerQualification,
                      ent_carer_qualification,
                      ENT,
                      CARER_QUALIFICATION,
                      EntRecord)

struct _EntCarerQualification
{
  EntRecord parent_instance;

  gint64 carer_id;
  char *carer_name; /* computed */
  int kind;
  char *label;
  char *number;
  gint32 obtained_on;
  gint32 valid_to; /* last day */
};

ENT_DECLARE_SCHEMA (ent_carer_qualification_schema)

G_END_DECLS
