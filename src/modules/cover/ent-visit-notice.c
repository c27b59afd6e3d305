/* SPDX-License-Identifier: GPL-3.0-or-later */

/* That somebody is to be told, or has been told, what has changed in a visit. Record: see
 * ent-record.h for threads. */

#include "ent-visit-notice.h"

#include "ent-absence-cover.h"
#include "ent-agent.h"
#include "ent-carer.h"
#include "ent-cover-query.h"
#include "ent-cover-rules.h"
#include "ent-date.h"
#include "ent-staff-rules.h"
#include "ent-visit.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice kinds[] = {
  { ENT_NOTICE_OTHER_CARER, "other-carer", N_("Another carer") },
  { ENT_NOTICE_OTHER_TIME, "other-time", N_("Another time") },
  { ENT_NOTICE_CANCELLED, "cancelled", N_("Visit cancelled") },
  { ENT_NOTICE_NEW_VISIT, "new-visit", N_("One more visit for the carer") },
  { ENT_NOTICE_NO_CARER, "no-carer", N_("No carer yet") },
};

static const EntChoice recipients[] = {
  { ENT_NOTICE_BENEFICIARY, "beneficiary", N_("Beneficiary") },
  { ENT_NOTICE_FAMILY, "family", N_("Family") },
  { ENT_NOTICE_CARER, "carer", N_("Carer") },
  { ENT_NOTICE_PRESCRIBER, "prescriber", N_("Prescriber") },
};

static const EntChoice hows[] = {
  { ENT_NOTICE_BY_PHONE, "phone", N_("By phone") },
  { ENT_NOTICE_BY_VISIT, "visit", N_("At a visit") },
  { ENT_NOTICE_BY_LETTER, "letter", N_("By letter") },
  { ENT_NOTICE_BY_SMS, "sms", N_("By text message") },
  { ENT_NOTICE_BY_E_MAIL, "e-mail", N_("By e-mail") },
};

static const EntChoice outcomes[] = {
  { ENT_NOTICE_AGREED, "agreed", N_("Agreed") },
  { ENT_NOTICE_NOT_REACHED, "not-reached", N_("Not reached") },
  { ENT_NOTICE_REFUSED, "refused", N_("Refused") },
};
/* clang-format on */

const EntEnum ent_notice_kind_enum = { "notice-kind", kinds, G_N_ELEMENTS (kinds) };
const EntEnum ent_notice_recipient_enum = { "notice-recipient", recipients,
                                            G_N_ELEMENTS (recipients) };
const EntEnum ent_notice_how_enum = { "notice-how", hows, G_N_ELEMENTS (hows) };
const EntEnum ent_notice_outcome_enum = { "notice-outcome", outcomes, G_N_ELEMENTS (outcomes) };

static char *
summary (EntRecord *record)
{
  EntVisitNotice *self = ENT_VISIT_NOTICE (record);
  g_autofree char *day = ent_day_format (self->day, ENT_DAY_NUMERIC);
  const char *kind = ent_enum_label (&ent_notice_kind_enum, self->kind);

  return self->person_name != NULL ? g_strdup_printf ("%s · %s · %s", self->person_name, day, kind)
                                   : g_strdup_printf ("%s · %s", day, kind);
}

static void
prepare (EntRecord *record)
{
  ent_staff_clean_text (&ENT_VISIT_NOTICE (record)->note);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_visit_notice_check (ENT_VISIT_NOTICE (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntVisitNotice, visit_id, N_("Visit"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_CASCADE | ENT_COLUMN_READ_ONLY,
           ent_visit_get_type),
  ENT_REF (EntVisitNotice, cover_id, N_("Stand-ins"),
           ENT_COLUMN_CASCADE | ENT_COLUMN_FILTER | ENT_COLUMN_READ_ONLY,
           ent_absence_cover_get_type),
  ENT_DATE (EntVisitNotice, day, N_("Day"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER |
                ENT_COLUMN_READ_ONLY),
  ENT_COMPUTED (EntVisitNotice, person_name, N_("Person"),
                ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE, ent_cover_sql_notice_person),
  ENT_ENUM (EntVisitNotice, kind, N_("What has changed"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER | ENT_COLUMN_READ_ONLY,
            &ent_notice_kind_enum),
  ENT_ENUM (EntVisitNotice, recipient, N_("Whom to tell"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER,
            &ent_notice_recipient_enum),
  ENT_TIME (EntVisitNotice, old_time, N_("Was at"), ENT_COLUMN_READ_ONLY),
  ENT_REF (EntVisitNotice, old_carer_id, N_("Carer before"), ENT_COLUMN_READ_ONLY,
           ent_carer_get_type),
  ENT_COMPUTED (EntVisitNotice, old_carer, N_("Carer before"), 0, ent_cover_sql_notice_old),
  ENT_TIME (EntVisitNotice, new_time, N_("Now at"), ENT_COLUMN_IN_LIST | ENT_COLUMN_READ_ONLY),
  ENT_REF (EntVisitNotice, new_carer_id, N_("Carer now"), ENT_COLUMN_FILTER | ENT_COLUMN_READ_ONLY,
           ent_carer_get_type),
  ENT_COMPUTED (EntVisitNotice, new_carer, N_("Carer now"),
                ENT_COLUMN_IN_LIST, ent_cover_sql_notice_new),
  ENT_STAMP (EntVisitNotice, told_at, N_("Told at"),
             ENT_COLUMN_READ_ONLY | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_REF (EntVisitNotice, told_by_id, N_("Told by"), ENT_COLUMN_FILTER | ENT_COLUMN_READ_ONLY,
           ent_agent_get_type),
  ENT_ENUM (EntVisitNotice, how, N_("How"), ENT_COLUMN_FILTER | ENT_COLUMN_READ_ONLY,
            &ent_notice_how_enum),
  ENT_ENUM (EntVisitNotice, outcome, N_("Answer"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER | ENT_COLUMN_READ_ONLY,
            &ent_notice_outcome_enum),
  ENT_TEXT (EntVisitNotice, note, N_("Note"), ENT_COLUMN_LONG | ENT_COLUMN_PRIVATE),
};

const EntSchema ent_visit_notice_schema = {
  .table = "visit_notice",
  .number = 52,
  .title = N_("Notice"),
  .plural = N_("Notices"),
  .icon_name = "ent-phone-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "day, id",
  .type = ent_visit_notice_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntVisitNotice, ent_visit_notice, ENT_TYPE_RECORD)

static void
ent_visit_notice_class_init (EntVisitNoticeClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_visit_notice_schema);
}

static void
ent_visit_notice_init (EntVisitNotice *self)
{
}
