/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was promised to a beneficiary at home. Record: see ent-record.h for threads. */

#include "ent-care-plan.h"

#include "ent-agent.h"
#include "ent-aid.h"
#include "ent-care-query.h"
#include "ent-care-rules.h"
#include "ent-date.h"
#include "ent-person.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice states[] = {
  { ENT_CARE_PLAN_DRAFT, "draft", N_("Draft") },
  { ENT_CARE_PLAN_COMING, "coming", N_("Begins later") },
  { ENT_CARE_PLAN_RUNS, "runs", N_("Runs") },
  { ENT_CARE_PLAN_SUSPENDED, "suspended", N_("Suspended") },
  { ENT_CARE_PLAN_TO_REVIEW, "to-review", N_("To review") },
  { ENT_CARE_PLAN_ENDED, "ended", N_("Ended") },
};
/* clang-format on */

const EntEnum ent_care_plan_state_enum = { "care-plan-state", states, G_N_ELEMENTS (states) };

static char *
summary (EntRecord *record)
{
  EntCarePlan *self = ENT_CARE_PLAN (record);
  g_autofree char *from = ent_day_format (self->from_day, ENT_DAY_NUMERIC);

  if (self->person_name == NULL)
    /* Translators: a care plan by its first day */
    return g_strdup_printf (_ ("Care plan since %s"), from);
  /* Translators: a care plan by name of the person and first day */
  return g_strdup_printf (_ ("%s · care plan since %s"), self->person_name, from);
}

static void
prepare (EntRecord *record)
{
  EntCarePlan *self = ENT_CARE_PLAN (record);

  ent_staff_clean_text (&self->reference);
  ent_staff_clean_text (&self->access);
  ent_staff_clean_text (&self->alerts);
  ent_staff_clean_text (&self->other_pets);
  ent_staff_clean_phone (&self->phone);
  ent_staff_clean_text (&self->note);

  ent_care_plan_complete (self);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_care_plan_check (ENT_CARE_PLAN (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntCarePlan, person_id, N_("Person"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_FILTER, ent_person_get_type),
  ENT_COMPUTED (EntCarePlan, person_name, N_("Person"),
                ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE, ent_care_sql_plan_person),
  { "state", ENT_KIND_ENUM, ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER,
    ENT_FIELD_CHECK (EntCarePlan, state, int), N_("State"), &ent_care_plan_state_enum, NULL,
    ent_care_sql_plan_state },
  ENT_BOOL (EntCarePlan, is_draft, N_("Draft: no visit is made from it"),
            ENT_COLUMN_FILTER | ENT_COLUMN_QUIET),
  ENT_REF (EntCarePlan, aid_id, N_("Aid that grants it"), 0, ent_aid_get_type),
  ENT_DATE (EntCarePlan, decided_on, N_("Decided on"), 0),
  ENT_ENUM (EntCarePlan, organ, N_("Decided by"), ENT_COLUMN_FILTER, &ent_organ_enum),
  ENT_TEXT (EntCarePlan, reference, N_("Decision or convention"), 0),
  ENT_REF (EntCarePlan, agent_id, N_("Reference worker"), ENT_COLUMN_FILTER, ent_agent_get_type),
  ENT_COMPUTED (EntCarePlan, agent_name, N_("Reference worker"),
                ENT_COLUMN_IN_LIST, ent_care_sql_plan_agent),
  ENT_DATE (EntCarePlan, from_day, N_("First day"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_DATE (EntCarePlan, to_day, N_("Last day"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_DATE (EntCarePlan, review_on, N_("Review on"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_TEXT (EntCarePlan, access, N_("How to get in"), ENT_COLUMN_PRIVATE | ENT_COLUMN_LONG),
  ENT_TEXT (EntCarePlan, alerts, N_("What the work needs to know"),
            ENT_COLUMN_PRIVATE | ENT_COLUMN_LONG),
  ENT_BOOL (EntCarePlan, has_dog, N_("Dog"), ENT_COLUMN_QUIET),
  ENT_BOOL (EntCarePlan, has_cat, N_("Cat"), ENT_COLUMN_QUIET),
  ENT_TEXT (EntCarePlan, other_pets, N_("Other animals"), 0),
  ENT_BOOL (EntCarePlan, smokes, N_("Smoker at home"), ENT_COLUMN_QUIET),
  ENT_TEXT (EntCarePlan, phone, N_("Phone to call"), ENT_COLUMN_PHONE),
  ENT_INT (EntCarePlan, most_carers, N_("At most so many carers"), ENT_COLUMN_NAMED),
  ENT_TEXT (EntCarePlan, note, N_("Note"), ENT_COLUMN_LONG | ENT_COLUMN_PRIVATE),
};

const EntSchema ent_care_plan_schema = {
  .table = "care_plan",
  .number = 42,
  .title = N_("Care plan"),
  .plural = N_("Care plans"),
  .icon_name = "ent-aid-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "from_day DESC, id",
  .type = ent_care_plan_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntCarePlan, ent_care_plan, ENT_TYPE_RECORD)

static void
ent_care_plan_class_init (EntCarePlanClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_care_plan_schema);
}

static void
ent_care_plan_init (EntCarePlan *self)
{
}
