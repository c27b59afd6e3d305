/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something that can be asked for, and the law that it is granted under. Record: see ent-record.h
 * for threads. */

#include "ent-request-kind.h"

#include "ent-deadline-enums.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static void
prepare (EntRecord *record)
{
  ent_staff_clean_text (&ENT_REQUEST_KIND (record)->name);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_TEXT (EntRequestKind, name, N_("Aid"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_UNIQUE | ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST |
            ENT_COLUMN_SORT | ENT_COLUMN_WIDE),
  ENT_ENUM (EntRequestKind, regime, N_("Granted under"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_regime_enum),
  ENT_BOOL (EntRequestKind, has_project, N_("With an integration project"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_BOOL (EntRequestKind, active, N_("Can be asked for"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
};

const EntSchema ent_request_kind_schema = {
  .table = "request_kind",
  .number = 71,
  .title = N_("Aid that can be asked for"),
  .plural = N_("Aids that can be asked for"),
  .icon_name = "ent-aid-symbolic",
  .order = "name, id",
  .prepare = prepare,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .type = ent_request_kind_get_type,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntRequestKind, ent_request_kind, ENT_TYPE_RECORD)

static void
ent_request_kind_class_init (EntRequestKindClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_request_kind_schema);
}

static void
ent_request_kind_init (EntRequestKind *self)
{
}
