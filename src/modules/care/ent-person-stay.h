/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days on which a person is not at home. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_STAY_HOSPITAL = 1,
  ENT_STAY_CONVALESCENCE,
  ENT_STAY_HOLIDAY,
  ENT_STAY_OTHER
} EntStayReason;

extern const EntEnum ent_stay_reason_enum;

#define ENT_TYPE_PERSON_STAY (ent_person_stay_get_type ())
G_DECLARE_FINAL_TYPE (EntPersonStay, ent_person_stay, ENT, PERSON_STAY, EntRecord)

/* Both days are days away. */
struct _EntPersonStay
{
  EntRecord parent_instance;

  gint64 person_id;
  char *person_name; /* computed */
  gint32 from_day;
  gint32 to_day; /* empty: nobody knows yet */
  int reason;
  char *note;
};

ENT_DECLARE_SCHEMA (ent_person_stay_schema)

G_END_DECLS
