/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A key to the home of a person, known by its number: neither it nor what is made of it ever names
 * the address. Record: see ent-record.h for threads. */

#include "ent-home-key.h"

#include "ent-carer-query.h"
#include "ent-key-rules.h"
#include "ent-person.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntHomeKey *self = ENT_HOME_KEY (record);

  /* Translators: the number of a key */
  return self->number != ENT_INT_NONE ? g_strdup_printf (_ ("Key %d"), self->number)
                                      : g_strdup (_ ("Key"));
}

static void
prepare (EntRecord *record)
{
  EntHomeKey *self = ENT_HOME_KEY (record);

  ent_staff_clean_text (&self->opens);
  ent_staff_clean_text (&self->box_code);
  ent_staff_clean_text (&self->kept_at);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_home_key_check (ENT_HOME_KEY (record), issues);
}

static void
settle (EntRecord *record, EntDb *db, EntIssues *issues)
{
  EntHomeKey *self = ENT_HOME_KEY (record);
  g_autoptr (GPtrArray) loans = NULL;

  if (self->number == ENT_INT_NONE)
    self->number = ent_home_key_query_next_number (db);
  loans = ent_key_loan_query_of_key (db, ent_record_get_id (self), NULL);
  if (loans != NULL)
    ent_home_key_check_return (self, loans, issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_INT (EntHomeKey, number, N_("Number"),
           ENT_COLUMN_UNIQUE | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_REF (EntHomeKey, person_id, N_("Whose home"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_FILTER, ent_person_get_type),
  ENT_COMPUTED (EntHomeKey, holder, N_("Held by"),
                ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE | ENT_COLUMN_FILTER, ent_home_key_sql_holder),
  ENT_TEXT (EntHomeKey, opens, N_("Opens"), 0),
  ENT_TEXT (EntHomeKey, box_code, N_("Code of the key box"), ENT_COLUMN_PRIVATE | ENT_COLUMN_SHORT),
  ENT_TEXT (EntHomeKey, kept_at, N_("Kept at"), 0),
  ENT_DATE (EntHomeKey, returned_on, N_("Given back to the person on"), ENT_COLUMN_FILTER),
  ENT_TEXT (EntHomeKey, note, N_("Note"), ENT_COLUMN_LONG | ENT_COLUMN_PRIVATE),
};

const EntSchema ent_home_key_schema = {
  .table = "home_key",
  .number = 36,
  .title = N_("Key"),
  .plural = N_("Keys"),
  .icon_name = "ent-key-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "number, id",
  .type = ent_home_key_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
  .settle = settle,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntHomeKey, ent_home_key, ENT_TYPE_RECORD)

static void
ent_home_key_class_init (EntHomeKeyClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_home_key_schema);
}

static void
ent_home_key_init (EntHomeKey *self)
{
}
