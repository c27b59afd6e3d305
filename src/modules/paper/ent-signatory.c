/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who signs for the centre, in which capacity, from when to when. Record: see ent-record.h for
 * threads. */

#include "ent-signatory.h"

#include "ent-agent.h"
#include "ent-paper-enums.h"
#include "ent-paper-query.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntSignatory *self = ENT_SIGNATORY (record);
  const char *role = ent_enum_label (&ent_signatory_role_enum, self->role);

  return self->agent_name != NULL ? g_strdup_printf ("%s, %s", self->agent_name, role)
                                  : g_strdup (role);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  EntSignatory *self = ENT_SIGNATORY (record);

  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
  if (self->role == ENT_ROLE_DELEGATE && self->delegation == NULL)
    ent_issues_warn (issues, "delegation",
                     _ ("Note the act by which the signature was delegated."));
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_ENUM (EntSignatory, role, N_("Capacity"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE |
            ENT_COLUMN_FILTER, &ent_signatory_role_enum),
  ENT_REF (EntSignatory, agent_id, N_("Agent"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_FILTER, ent_agent_get_type),
  ENT_COMPUTED (EntSignatory, agent_name, N_("Agent"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE, ent_paper_sql_signatory_name),
  ENT_TEXT (EntSignatory, title_fr, N_("Title in French"), ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE),
  ENT_TEXT (EntSignatory, title_nl, N_("Title in Dutch"), 0),
  ENT_TEXT (EntSignatory, title_de, N_("Title in German"), 0),
  ENT_DATE (EntSignatory, from_day, N_("From"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_DATE (EntSignatory, to_day, N_("Until"), ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_TEXT (EntSignatory, delegation, N_("Delegation"), ENT_COLUMN_LONG),
};

const EntSchema ent_signatory_schema = {
  .table = "signatory",
  .number = 27,
  .title = N_("Signatory"),
  .plural = N_("Signatories"),
  .icon_name = "ent-staff-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "from_day DESC, id",
  .type = ent_signatory_get_type,
  .summary = summary,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntSignatory, ent_signatory, ENT_TYPE_RECORD)

static void
ent_signatory_class_init (EntSignatoryClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_signatory_schema);
}

static void
ent_signatory_init (EntSignatory *self)
{
}
