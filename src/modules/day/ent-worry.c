/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What worries a carer about somebody, for the reference worker to follow. Record: see ent-record.h
 * for threads. */

#include "ent-worry.h"

#include "ent-agent.h"
#include "ent-carer.h"
#include "ent-date.h"
#include "ent-day-query.h"
#include "ent-person-rules.h"
#include "ent-person.h"
#include "ent-visit.h"
#include "ent-worry-rules.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice urgencies[] = {
  { ENT_WORRY_NOW, "now", N_("At once") },
  { ENT_WORRY_TODAY, "today", N_("Within the day") },
  { ENT_WORRY_WEEK, "week", N_("Within a week") },
};

static const EntChoice states[] = {
  { ENT_WORRY_NEW, "new", N_("New worry") },
  { ENT_WORRY_SEEN, "seen", N_("Seen, no outcome yet") },
  { ENT_WORRY_FOLLOWED, "followed", N_("Followed up") },
};

static const EntChoice outcomes[] = {
  { ENT_WORRY_CONTACTED, "contacted", N_("The person was contacted") },
  { ENT_WORRY_VISITED, "visited", N_("Somebody paid a visit") },
  { ENT_WORRY_PLAN_CHANGED, "plan-changed", N_("The care plan was changed") },
  { ENT_WORRY_PASSED_ON, "passed-on", N_("Passed on to the doctor or the family") },
  { ENT_WORRY_NOTHING_NEEDED, "nothing-needed", N_("Nothing needs to be done") },
  { ENT_WORRY_OTHER, "other", N_("Something else") },
};
/* clang-format on */

const EntEnum ent_worry_urgency_enum = { "worry-urgency", urgencies, G_N_ELEMENTS (urgencies) };
const EntEnum ent_worry_state_enum = { "worry-state", states, G_N_ELEMENTS (states) };
const EntEnum ent_worry_outcome_enum = { "worry-outcome", outcomes, G_N_ELEMENTS (outcomes) };

static char *
summary (EntRecord *record)
{
  EntWorry *self = ENT_WORRY (record);

  if (self->person_name == NULL)
    return g_strdup (_ ("Worry"));
  return g_strdup_printf ("%s · %s", self->person_name,
                          ent_enum_label (&ent_worry_state_enum, self->state));
}

static void
prepare (EntRecord *record)
{
  EntWorry *self = ENT_WORRY (record);

  ent_person_clean_long (&self->what);
  ent_person_clean_long (&self->outcome_text);
  ent_worry_complete (self, ent_day_today ());
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_worry_check (ENT_WORRY (record), issues);
}

/* Who followed it stays noted, whoever follows the person later. */
static void
settle (EntRecord *record, EntDb *db, EntIssues *issues)
{
  EntWorry *self = ENT_WORRY (record);

  if (self->state == ENT_WORRY_FOLLOWED && self->agent_id == 0)
    self->agent_id = ent_day_query_worker (db, self->person_id, ent_day_today ());
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntWorry, person_id, N_("Person"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_FILTER, ent_person_get_type),
  ENT_COMPUTED (EntWorry, person_name, N_("Person"),
                ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE, ent_day_sql_worry_person),
  ENT_ENUM (EntWorry, urgency, N_("Urgency"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_worry_urgency_enum),
  ENT_DATE (EntWorry, due_on, N_("Outcome expected by"),
            ENT_COLUMN_READ_ONLY | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_ENUM (EntWorry, state, N_("Follow-up"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_worry_state_enum),
  ENT_TEXT (EntWorry, what, N_("What was seen or heard"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_LONG | ENT_COLUMN_PRIVATE),
  ENT_COMPUTED (EntWorry, worker_name, N_("Who follows it"),
                ENT_COLUMN_IN_LIST, ent_day_sql_worry_worker),
  ENT_COMPUTED (EntWorry, hands_login, N_("Login of who follows it"),
                ENT_COLUMN_HIDDEN, ent_day_sql_worry_hands),
  ENT_STAMP (EntWorry, noted_at, N_("Noted at"), ENT_COLUMN_READ_ONLY),
  ENT_REF (EntWorry, carer_id, N_("Carer who told it"), ENT_COLUMN_FILTER, ent_carer_get_type),
  ENT_COMPUTED (EntWorry, carer_name, N_("Carer who told it"), 0, ent_day_sql_worry_carer),
  ENT_REF (EntWorry, visit_id, N_("Home-care visit"), ENT_COLUMN_READ_ONLY, ent_visit_get_type),
  ENT_REF (EntWorry, agent_id, N_("Given to"), ENT_COLUMN_FILTER, ent_agent_get_type),
  ENT_ENUM (EntWorry, outcome, N_("Outcome"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_worry_outcome_enum),
  ENT_TEXT (EntWorry, outcome_text, N_("What was done about it"),
            ENT_COLUMN_LONG | ENT_COLUMN_PRIVATE),
  ENT_DATE (EntWorry, outcome_on, N_("Day of the outcome"), ENT_COLUMN_FILTER),
  ENT_REF (EntWorry, outcome_by, N_("Followed up by"), ENT_COLUMN_FILTER, ent_agent_get_type),
};

/* What has no outcome stays on top, the most pressing first. */
const EntSchema ent_worry_schema = {
  .table = "worry",
  .number = 54,
  .title = N_("Worry"),
  .plural = N_("Worries"),
  .icon_name = "ent-worry-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "state = 'followed', CASE WHEN state <> 'followed' THEN due_on END, noted_at DESC, id",
  .type = ent_worry_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
  .settle = settle,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntWorry, ent_worry, ENT_TYPE_RECORD)

static void
ent_worry_class_init (EntWorryClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_worry_schema);
}

static void
ent_worry_init (EntWorry *self)
{
  self->state = ENT_WORRY_NEW;
  self->urgency = ENT_WORRY_TODAY;
}
