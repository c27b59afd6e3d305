/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The days on which an agent holds a key. Record: see ent-record.h for threads. */

#include "ent-key-loan.h"

#include "ent-agent.h"
#include "ent-carer-query.h"
#include "ent-home-key.h"
#include "ent-key-rules.h"
#include "ent-sql.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntKeyLoan *self = ENT_KEY_LOAN (record);

  return g_strdup (self->agent_name != NULL ? self->agent_name : "");
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_key_loan_check (ENT_KEY_LOAN (record), issues);
}

static void
settle (EntRecord *record, EntDb *db, EntIssues *issues)
{
  EntKeyLoan *self = ENT_KEY_LOAN (record);
  g_autoptr (GPtrArray) loans = ent_key_loan_query_of_key (db, self->key_id, NULL);
  g_autoptr (GPtrArray) keys = ent_sql_load (db, &ent_home_key_schema, "WHERE id = $1",
                                            ENT_ARGS (ent_int (self->key_id)), NULL);

  if (loans != NULL)
    ent_key_loan_check_others (loans, self, issues);
  if (keys != NULL && keys->len > 0)
    ent_key_loan_check_key (g_ptr_array_index (keys, 0), self, issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntKeyLoan, key_id, N_("Key"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_CASCADE | ENT_COLUMN_FILTER,
           ent_home_key_get_type),
  ENT_REF (EntKeyLoan, agent_id, N_("Held by"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_FILTER, ent_agent_get_type),
  ENT_COMPUTED (EntKeyLoan, agent_name, N_("Held by"), ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE,
                ent_key_loan_sql_agent_name),
  ENT_DATE (EntKeyLoan, given_on, N_("Given on"), ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST),
  ENT_DATE (EntKeyLoan, returned_on, N_("Returned on"), ENT_COLUMN_IN_LIST),
};

const EntSchema ent_key_loan_schema = {
  .table = "key_loan",
  .number = 37,
  .title = N_("Loan of a key"),
  .plural = N_("Loans of keys"),
  .icon_name = "ent-key-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "given_on DESC, id",
  .type = ent_key_loan_get_type,
  .summary = summary,
  .validate = validate,
  .settle = settle,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntKeyLoan, ent_key_loan, ENT_TYPE_RECORD)

static void
ent_key_loan_class_init (EntKeyLoanClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_key_loan_schema);
}

static void
ent_key_loan_init (EntKeyLoan *self)
{
}
