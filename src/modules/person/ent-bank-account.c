/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A bank account that help can be paid to. Record: see ent-record.h for
 * threads. */

#include "ent-bank-account.h"

#include "ent-iban.h"
#include "ent-person.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntBankAccount *self = ENT_BANK_ACCOUNT (record);

  return self->iban != NULL ? ent_iban_format (self->iban) : g_strdup ("");
}

static void
prepare (EntRecord *record)
{
  EntBankAccount *self = ENT_BANK_ACCOUNT (record);
  g_autofree char *iban = NULL;

  ent_staff_clean_text (&self->iban);
  ent_staff_clean_text (&self->holder);
  ent_staff_clean_text (&self->note);

  if (self->iban != NULL && ent_iban_parse (self->iban, &iban, NULL))
    g_set_str (&self->iban, iban);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  EntBankAccount *self = ENT_BANK_ACCOUNT (record);
  EntIbanStatus status = ENT_IBAN_OK;

  if (self->iban != NULL && !ent_iban_parse (self->iban, NULL, &status))
    ent_issues_add (issues, "iban", "%s", ent_iban_status_message (status));
  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntBankAccount, person_id, N_("Person"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_FILTER, ent_person_get_type),
  ENT_TEXT (EntBankAccount, iban, N_("IBAN"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCH | ENT_COLUMN_PRIVATE | ENT_COLUMN_IN_LIST |
            ENT_COLUMN_SORT | ENT_COLUMN_IBAN),
  ENT_TEXT (EntBankAccount, holder, N_("Holder, if somebody else"), ENT_COLUMN_IN_LIST),
  ENT_DATE (EntBankAccount, from_day, N_("From"), ENT_COLUMN_IN_LIST),
  ENT_DATE (EntBankAccount, to_day, N_("Until"), ENT_COLUMN_IN_LIST),
  ENT_TEXT (EntBankAccount, note, N_("Note"), ENT_COLUMN_IN_LIST),
};

const EntSchema ent_bank_account_schema = {
  .table = "bank_account",
  .number = 14,
  .title = N_("Bank account"),
  .plural = N_("Bank accounts"),
  .icon_name = "ent-bank-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "to_day IS NOT NULL, id",
  .type = ent_bank_account_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntBankAccount, ent_bank_account, ENT_TYPE_RECORD)

static void
ent_bank_account_class_init (EntBankAccountClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_bank_account_schema);
}

static void
ent_bank_account_init (EntBankAccount *self)
{
}
