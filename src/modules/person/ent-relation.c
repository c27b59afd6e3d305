/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody who counts for a person: contact, representative, doctor. Record: see ent-record.h for
 * threads. */

#include "ent-relation.h"

#include "ent-person.h"
#include "ent-person-enums.h"
#include "ent-person-rules.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntRelation *self = ENT_RELATION (record);
  const char *role = ent_enum_label (&ent_relation_role_enum, self->role);
  const char *who = self->name != NULL ? self->name : self->organisation;

  if (who == NULL)
    return g_strdup (role);

  /* Translators: role of a contact, then the name */
  return g_strdup_printf (_ ("%s: %s"), role, who);
}

static void
prepare (EntRecord *record)
{
  EntRelation *self = ENT_RELATION (record);

  ent_staff_clean_text (&self->name);
  ent_staff_clean_text (&self->organisation);
  ent_staff_clean_phone (&self->phone);
  ent_staff_clean_e_mail (&self->e_mail);
  ent_person_clean_long (&self->mandate);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_relation_check (ENT_RELATION (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntRelation, person_id, N_("Person"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_FILTER, ent_person_get_type),
  ENT_ENUM (EntRelation, role, N_("Role"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_relation_role_enum),
  ENT_REF (EntRelation, other_id, N_("Known person"), ENT_COLUMN_IN_LIST, ent_person_get_type),
  ENT_TEXT (EntRelation, name, N_("Name"), ENT_COLUMN_IN_LIST),
  ENT_TEXT (EntRelation, organisation, N_("Organisation"), ENT_COLUMN_IN_LIST),
  ENT_TEXT (EntRelation, phone, N_("Phone"), ENT_COLUMN_IN_LIST | ENT_COLUMN_PHONE),
  ENT_TEXT (EntRelation, e_mail, N_("E-mail"), 0),
  ENT_TEXT (EntRelation, mandate, N_("Mandate"), ENT_COLUMN_LONG),
  ENT_DATE (EntRelation, from_day, N_("From"), 0),
  ENT_DATE (EntRelation, to_day, N_("Until"), 0),
  ENT_BOOL (EntRelation, informs_allowed, N_("May be told about the person"), ENT_COLUMN_IN_LIST),
};

const EntSchema ent_relation_schema = {
  .table = "relation",
  .number = 15,
  .title = N_("Relation"),
  .plural = N_("Relations"),
  .icon_name = "ent-link-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "to_day IS NOT NULL, id",
  .type = ent_relation_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntRelation, ent_relation, ENT_TYPE_RECORD)

static void
ent_relation_class_init (EntRelationClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_relation_schema);
}

static void
ent_relation_init (EntRelation *self)
{
}
