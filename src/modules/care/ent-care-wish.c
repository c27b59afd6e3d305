/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which carers a beneficiary wishes, and which may not come. Record: see ent-record.h for threads.
 */

#include "ent-care-wish.h"

#include "ent-care-plan.h"
#include "ent-care-query.h"
#include "ent-care-rules.h"
#include "ent-carer.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice kinds[] = {
  { ENT_CARE_WISHED, "wished", N_("Wished") },
  { ENT_CARE_REFUSED, "refused", N_("Refused by the beneficiary") },
  { ENT_CARE_FAMILY, "family", N_("Family tie") },
  { ENT_CARE_INCIDENT, "incident", N_("Incident") },
};
/* clang-format on */

const EntEnum ent_care_wish_kind_enum = { "care-wish-kind", kinds, G_N_ELEMENTS (kinds) };

static char *
summary (EntRecord *record)
{
  EntCareWish *self = ENT_CARE_WISH (record);
  const char *kind = ent_enum_label (&ent_care_wish_kind_enum, self->kind);

  return self->carer_name != NULL ? g_strdup_printf ("%s · %s", self->carer_name, kind)
                                  : g_strdup (kind);
}

static void
prepare (EntRecord *record)
{
  EntCareWish *self = ENT_CARE_WISH (record);

  ent_staff_clean_text (&self->reason);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_care_wish_check (ENT_CARE_WISH (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntCareWish, plan_id, N_("Care plan"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_CASCADE, ent_care_plan_get_type),
  ENT_REF (EntCareWish, carer_id, N_("Carer"), ENT_COLUMN_REQUIRED, ent_carer_get_type),
  ENT_COMPUTED (EntCareWish, carer_name, N_("Carer"),
                ENT_COLUMN_IN_LIST, ent_care_sql_wish_carer),
  ENT_ENUM (EntCareWish, kind, N_("Kind"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER,
            &ent_care_wish_kind_enum),
  ENT_TEXT (EntCareWish, reason, N_("Reason"), ENT_COLUMN_PRIVATE),
  ENT_DATE (EntCareWish, from_day, N_("First day"), ENT_COLUMN_IN_LIST),
  ENT_DATE (EntCareWish, to_day, N_("Last day"), ENT_COLUMN_IN_LIST),
};

const EntSchema ent_care_wish_schema = {
  .table = "care_wish",
  .number = 45,
  .title = N_("Wish about carers"),
  .plural = N_("Wishes about carers"),
  .icon_name = "ent-people-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "from_day DESC, id",
  .type = ent_care_wish_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntCareWish, ent_care_wish, ENT_TYPE_RECORD)

static void
ent_care_wish_class_init (EntCareWishClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_care_wish_schema);
}

static void
ent_care_wish_init (EntCareWish *self)
{
}
