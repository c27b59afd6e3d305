/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What else is asked for in a request. Record: see ent-record.h for
 * threads. */

#include "ent-request-object.h"

#include "ent-request-kind.h"
#include "ent-request-query.h"
#include "ent-request.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntRequestObject *self = ENT_REQUEST_OBJECT (record);

  return g_strdup (self->kind_name != NULL ? self->kind_name : _ ("Object"));
}

static void
prepare (EntRecord *record)
{
  ent_staff_clean_text (&ENT_REQUEST_OBJECT (record)->detail);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntRequestObject, request_id, N_("Request"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_CASCADE, ent_request_get_type),
  ENT_REF (EntRequestObject, kind_id, N_("Asks for"), ENT_COLUMN_REQUIRED,
           ent_request_kind_get_type),
  ENT_COMPUTED (EntRequestObject, kind_name, N_("Asks for"), 0, ent_request_sql_object_kind),
  ENT_TEXT (EntRequestObject, detail, N_("Details"), ENT_COLUMN_PRIVATE),
};

const EntSchema ent_request_object_schema = {
  .table = "request_object",
  .number = 73,
  .title = N_("Object of a request"),
  .plural = N_("Objects of requests"),
  .icon_name = "ent-aid-symbolic",
  .order = "id",
  .summary = summary,
  .prepare = prepare,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .type = ent_request_object_get_type,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntRequestObject, ent_request_object, ENT_TYPE_RECORD)

static void
ent_request_object_class_init (EntRequestObjectClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_request_object_schema);
}

static void
ent_request_object_init (EntRequestObject *self)
{
}
