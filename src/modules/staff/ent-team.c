/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A team or service of the centre. Record: see ent-record.h for threads. */

#include "ent-team.h"

#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static void
prepare (EntRecord *record)
{
  EntTeam *self = ENT_TEAM (record);

  ent_staff_clean_text (&self->name);
  ent_staff_clean_e_mail (&self->e_mail);
  ent_staff_clean_phone (&self->phone);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  EntTeam *self = ENT_TEAM (record);

  ent_staff_check_contact (self->e_mail, self->phone, issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_TEXT (EntTeam, name, N_("Name"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_UNIQUE | ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST |
            ENT_COLUMN_SORT | ENT_COLUMN_WIDE),
  ENT_TEXT (EntTeam, e_mail, N_("E-mail"), ENT_COLUMN_IN_LIST),
  ENT_TEXT (EntTeam, phone, N_("Phone"), ENT_COLUMN_IN_LIST | ENT_COLUMN_PHONE),
  ENT_BOOL (EntTeam, active, N_("Active"), ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
};

const EntSchema ent_team_schema = {
  .table = "team",
  .number = 2,
  .title = N_("Team"),
  .plural = N_("Teams"),
  .icon_name = "ent-staff-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "name, id",
  .type = ent_team_get_type,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntTeam, ent_team, ENT_TYPE_RECORD)

static void
ent_team_class_init (EntTeamClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_team_schema);
}

static void
ent_team_init (EntTeam *self)
{
  self->active = TRUE;
}
