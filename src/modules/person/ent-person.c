/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody whom the centre knows. Record: see ent-record.h for
 * threads. */

#include "ent-person.h"

#include "ent-agent.h"
#include "ent-country.h"
#include "ent-date.h"
#include "ent-national-number.h"
#include "ent-person-enums.h"
#include "ent-person-query.h"
#include "ent-person-rules.h"
#include "ent-person-silence.h"
#include "ent-staff-rules.h"
#include "ent-text.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntPerson *self = ENT_PERSON (record);
  g_autofree char *name = ent_person_get_name (self);
  int year = 0;

  if (!ent_day_to_ymd (self->birth_date, &year, NULL, NULL))
    return g_steal_pointer (&name);

  return g_strdup_printf ("%s (%d)", name, year);
}

static void
prepare (EntRecord *record)
{
  EntPerson *self = ENT_PERSON (record);
  g_autofree char *number = NULL;
  g_autofree char *both = NULL;

  ent_staff_clean_text (&self->last_name);
  ent_staff_clean_text (&self->usual_name);
  ent_staff_clean_text (&self->first_names);
  ent_staff_clean_text (&self->birth_place);
  ent_staff_clean_text (&self->national_number);
  ent_person_clean_long (&self->remark);

  /* A number that does not check stays as typed, for validation to say what is wrong. */
  number = ent_national_number_normalize (self->national_number);
  if (number != NULL)
    g_set_str (&self->national_number, number);

  both = g_strdup_printf ("%s %s", self->last_name != NULL ? self->last_name : "",
                          self->first_names != NULL ? self->first_names : "");
  g_free (self->sort_key);
  self->sort_key = ent_text_sort_key (both);

  ent_person_tidy_silences (self);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_person_check (ENT_PERSON (record), ent_day_today (), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_TEXT (EntPerson, last_name, N_("Last name"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT),
  ENT_TEXT (EntPerson, first_names, N_("First names"),
            ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT),
  ENT_TEXT (EntPerson, usual_name, N_("Usual name"), ENT_COLUMN_SEARCH),
  ENT_ENUM (EntPerson, sex, N_("Sex"), ENT_COLUMN_FILTER, &ent_sex_enum),
  ENT_DATE (EntPerson, birth_date, N_("Date of birth"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER | ENT_COLUMN_SILENCE),
  ENT_TEXT (EntPerson, birth_place, N_("Place of birth"), ENT_COLUMN_SILENCE),
  ENT_TEXT (EntPerson, national_number, N_("National register number"),
            ENT_COLUMN_SEARCH | ENT_COLUMN_UNIQUE | ENT_COLUMN_PRIVATE | ENT_COLUMN_IN_LIST |
            ENT_COLUMN_SILENCE | ENT_COLUMN_NUMBER),
  ENT_COMPUTED (EntPerson, address_line, N_("Address"), ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE,
                ent_person_sql_address_line),
  ENT_COMPUTED (EntPerson, postcode, N_("Postcode"), 0, ent_person_sql_postcode),
  ENT_COMPUTED (EntPerson, phone, N_("Phone"),
                ENT_COLUMN_IN_LIST | ENT_COLUMN_PHONE, ent_person_sql_phone),
  ENT_COMPUTED (EntPerson, file_numbers, N_("Files"), ENT_COLUMN_SHORT,
                ent_person_sql_file_numbers),
  ENT_COMPUTED (EntPerson, worker_name, N_("Worker"), ENT_COLUMN_IN_LIST,
                ent_person_sql_worker_name),
  ENT_REF (EntPerson, nationality_id, N_("Nationality"),
           ENT_COLUMN_FILTER | ENT_COLUMN_SILENCE, ent_country_get_type),
  ENT_ENUM (EntPerson, residence_title, N_("Residence title"),
            ENT_COLUMN_FILTER | ENT_COLUMN_PRIVATE | ENT_COLUMN_SILENCE, &ent_residence_title_enum),
  ENT_DATE (EntPerson, residence_until, N_("Residence title valid until"),
            ENT_COLUMN_FILTER | ENT_COLUMN_PRIVATE),
  ENT_ENUM (EntPerson, language, N_("Language"),
            ENT_COLUMN_FILTER | ENT_COLUMN_SILENCE, &ent_language_enum),
  ENT_BOOL (EntPerson, interpreter_needed, N_("Needs an interpreter"), ENT_COLUMN_FILTER),
  ENT_DATE (EntPerson, deceased_on, N_("Deceased on"), ENT_COLUMN_FILTER),
  ENT_REF (EntPerson, reference_worker_id, N_("Reference worker"),
           ENT_COLUMN_FILTER, ent_agent_get_type),
  ENT_TEXT (EntPerson, remark, N_("Remark"), ENT_COLUMN_LONG | ENT_COLUMN_PRIVATE),
  ENT_TEXT (EntPerson, silences, N_("What was not said"), ENT_COLUMN_HIDDEN),
  ENT_TEXT (EntPerson, sort_key, N_("Order"), ENT_COLUMN_HIDDEN | ENT_COLUMN_SORT),
};

const EntSchema ent_person_schema = {
  .table = "person",
  .number = 10,
  .title = N_("Person"),
  .plural = N_("Persons"),
  .icon_name = "ent-people-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "sort_key, id",
  .type = ent_person_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntPerson, ent_person, ENT_TYPE_RECORD)

static void
ent_person_class_init (EntPersonClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_person_schema);
}

static void
ent_person_init (EntPerson *self)
{
}

char *
ent_person_get_name (EntPerson *self)
{
  if (self->first_names == NULL)
    return g_strdup (self->last_name != NULL ? self->last_name : "");

  return g_strdup_printf ("%s %s", self->last_name != NULL ? self->last_name : "",
                          self->first_names);
}

int
ent_person_get_age (EntPerson *self, gint32 day)
{
  if (self->deceased_on != ENT_DAY_NONE && self->deceased_on < day)
    return ent_day_age (self->birth_date, self->deceased_on);

  return ent_day_age (self->birth_date, day);
}
