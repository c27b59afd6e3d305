/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The days on which an agent holds a key. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_KEY_LOAN (ent_key_loan_get_type ())
G_DECLARE_FINAL_TYPE (EntKeyLoan, ent_key_loan, ENT, KEY_LOAN, EntRecord)

struct _EntKeyLoan
{
  EntRecord parent_instance;

  gint64 key_id;
  gint64 agent_id;
  char *agent_name; /* computed */
  gint32 given_on;
  gint32 returned_on; /* ENT_DAY_NONE: still out */
};

ENT_DECLARE_SCHEMA (ent_key_loan_schema)

G_END_DECLS
