/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long before a visit it is cancelled in time, for a time. Record: see ent-record.h for
 * threads. */

#include "ent-cancel-notice.h"

#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

#define MOST_HOURS (31 * 24)

static char *
summary (EntRecord *record)
{
  int hours = ENT_CANCEL_NOTICE (record)->hours;

  /* Translators: how long before a visit it may be cancelled */
  return g_strdup_printf (ngettext ("%d hour before", "%d hours before", (gulong) hours), hours);
}

static void
prepare (EntRecord *record)
{
  ent_staff_clean_text (&ENT_CANCEL_NOTICE (record)->source);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  EntCancelNotice *self = ENT_CANCEL_NOTICE (record);

  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
  if (self->hours != ENT_INT_NONE && (self->hours < 0 || self->hours > MOST_HOURS))
    ent_issues_add (issues, "hours", _ ("A notice lasts between no hour and a month."));
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_DATE (EntCancelNotice, from_day, N_("First day"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_DATE (EntCancelNotice, to_day, N_("Last day"), ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_INT (EntCancelNotice, hours, N_("Hours of notice"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_NAMED),
  ENT_TEXT (EntCancelNotice, source, N_("Source"), ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE),
};

const EntSchema ent_cancel_notice_schema = {
  .table = "cancel_notice",
  .number = 55,
  .title = N_("Notice of a cancellation"),
  .plural = N_("Notices of cancellations"),
  .icon_name = "ent-absence-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "from_day DESC, id",
  .type = ent_cancel_notice_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntCancelNotice, ent_cancel_notice, ENT_TYPE_RECORD)

static void
ent_cancel_notice_class_init (EntCancelNoticeClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_cancel_notice_schema);
}

static void
ent_cancel_notice_init (EntCancelNotice *self)
{
}
