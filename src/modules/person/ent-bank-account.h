/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A bank account that help can be paid to. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_BANK_ACCOUNT (ent_bank_account_get_type ())
G_DECLARE_FINAL_TYPE (EntBankAccount, ent_bank_account, ENT, BANK_ACCOUNT, EntRecord)

struct _EntBankAccount
{
  EntRecord parent_instance;

  gint64 person_id;
  char *iban;
  char *holder;
  gint32 from_day;
  gint32 to_day;
  char *note;
};

ENT_DECLARE_SCHEMA (ent_bank_account_schema)

G_END_DECLS
