/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An aid that was granted to a person. Record: see ent-record.h for threads. */

#include "ent-aid.h"

#include "ent-aid-query.h"
#include "ent-aid-rules.h"
#include "ent-case-file.h"
#include "ent-date.h"
#include "ent-person.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice kinds[] = {
  { ENT_AID_RIS, "ris", N_("RIS (integration income)") },
  { ENT_AID_ERIS, "eris", N_("ERIS (equivalent social aid)") },
  { ENT_AID_FINANCIAL, "financial", N_("Financial aid") },
  { ENT_AID_MEDICAL, "medical", N_("Medical aid") },
  { ENT_AID_RENT_GUARANTEE, "rent-guarantee", N_("Rent guarantee") },
  { ENT_AID_ACCOMMODATION, "accommodation", N_("Accommodation") },
  { ENT_AID_FOOD, "food", N_("Food aid") },
  { ENT_AID_REFERENCE_ADDRESS, "reference-address", N_("Reference address at the centre") },
  { ENT_AID_ARTICLE_60, "article-60", N_("Job under article 60 § 7") },
  { ENT_AID_INSTALLATION_GRANT, "installation-grant", N_("Installation grant") },
  { ENT_AID_HOME_CARE, "home-care", N_("Home care") },
  { ENT_AID_MEALS, "meals", N_("Meals at home") },
  { ENT_AID_HEATING, "heating", N_("Heating fund") },
  { ENT_AID_DEBT_MEDIATION, "debt-mediation", N_("Debt mediation") },
  { ENT_AID_OTHER, "other", N_("Other aid") },
};
static const EntChoice categories[] = {
  { ENT_AID_COHABITING, "cohabiting", N_("1 – Cohabiting") },
  { ENT_AID_SINGLE, "single", N_("2 – Single") },
  { ENT_AID_FAMILY, "family", N_("3 – With a family to support") },
};
static const EntChoice organs[] = {
  { ENT_ORGAN_SPECIAL_COMMITTEE, "special-committee",
    N_("Special committee of the social service") },
  { ENT_ORGAN_COUNCIL, "council", N_("Council of social action") },
  { ENT_ORGAN_BUREAU, "bureau", N_("Permanent bureau") },
  { ENT_ORGAN_PRESIDENT, "president", N_("President, in urgency") },
};
/* clang-format on */

const EntEnum ent_aid_kind_enum = { "aid-kind", kinds, G_N_ELEMENTS (kinds) };
const EntEnum ent_aid_category_enum = { "aid-category", categories, G_N_ELEMENTS (categories) };
const EntEnum ent_organ_enum = { "organ", organs, G_N_ELEMENTS (organs) };

static char *
summary (EntRecord *record)
{
  EntAid *self = ENT_AID (record);
  const char *kind = ent_enum_label (&ent_aid_kind_enum, self->kind);

  return self->person_name != NULL ? g_strdup_printf ("%s · %s", self->person_name, kind)
                                   : g_strdup (kind);
}

static void
prepare (EntRecord *record)
{
  EntAid *self = ENT_AID (record);

  ent_staff_clean_text (&self->decision);
  ent_staff_clean_text (&self->place);
  ent_staff_clean_text (&self->card_number);
  ent_staff_clean_text (&self->weekly_hours);
  ent_staff_clean_text (&self->end_reason);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_aid_check (ENT_AID (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntAid, person_id, N_("Person"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_FILTER, ent_person_get_type),
  ENT_COMPUTED (EntAid, person_name, N_("Person"), ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE,
                ent_aid_sql_person_name),
  ENT_ENUM (EntAid, kind, N_("Kind"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_aid_kind_enum),
  ENT_ENUM (EntAid, category, N_("Category"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_aid_category_enum),
  ENT_MONEY (EntAid, monthly_amount, N_("Amount a month"), ENT_COLUMN_IN_LIST),
  ENT_MONEY (EntAid, one_off_amount, N_("Amount in all"), 0),
  ENT_DATE (EntAid, from_day, N_("First day"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_DATE (EntAid, to_day, N_("Last day"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_COMPUTED (EntAid, runs, N_("Runs today"), ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER,
                ent_aid_sql_runs),
  ENT_REF (EntAid, case_file_id, N_("File"), 0, ent_case_file_get_type),
  ENT_DATE (EntAid, decided_on, N_("Decided on"), ENT_COLUMN_FILTER),
  ENT_ENUM (EntAid, organ, N_("Decided by"), ENT_COLUMN_FILTER, &ent_organ_enum),
  ENT_TEXT (EntAid, decision, N_("Reference of the decision"), 0),
  ENT_TEXT (EntAid, place, N_("Address or employer"), 0),
  ENT_TEXT (EntAid, card_number, N_("Number of the card"), ENT_COLUMN_SEARCH | ENT_COLUMN_SHORT),
  ENT_TEXT (EntAid, weekly_hours, N_("Hours a week"), ENT_COLUMN_SHORT),
  ENT_INT (EntAid, days_worked, N_("Days worked"), 0),
  ENT_TEXT (EntAid, end_reason, N_("Reason of the end"), 0),
  ENT_TEXT (EntAid, note, N_("Note"), ENT_COLUMN_LONG | ENT_COLUMN_PRIVATE),
};

const EntSchema ent_aid_schema = {
  .table = "aid",
  .number = 23,
  .title = N_("Aid"),
  .plural = N_("Aids"),
  .icon_name = "ent-aid-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "from_day DESC, id",
  .type = ent_aid_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntAid, ent_aid, ENT_TYPE_RECORD)

static void
ent_aid_class_init (EntAidClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_aid_schema);
}

static void
ent_aid_init (EntAid *self)
{
}
