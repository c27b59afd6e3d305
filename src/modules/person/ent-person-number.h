/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register number that a person has had. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_PERSON_NUMBER (ent_person_number_get_type ())
G_DECLARE_FINAL_TYPE (EntPersonNumber, ent_person_number, ENT, PERSON_NUMBER, EntRecord)

struct _EntPersonNumber
{
  EntRecord parent_instance;

  gint64 person_id;
  char *number;
  int kind;
  gint32 valid_from;
  gint32 valid_to;
  char *reason;
};

ENT_DECLARE_SCHEMA (ent_person_number_schema)

G_END_DECLS
