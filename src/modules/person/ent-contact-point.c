/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How to reach a person: phone, e-mail. Record: see ent-record.h for
 * threads. */

#include "ent-contact-point.h"

#include "ent-contact.h"
#include "ent-person.h"
#include "ent-person-enums.h"
#include "ent-person-rules.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntContactPoint *self = ENT_CONTACT_POINT (record);
  const char *text = self->display_form != NULL ? self->display_form : self->value;

  return g_strdup (text != NULL ? text : "");
}

/* What was typed tells its kind when nobody chose one. */
static int
guess_kind (const char *value)
{
  g_autofree char *phone = NULL;

  if (ent_email_is_valid (value))
    return ENT_CONTACT_E_MAIL;

  phone = ent_phone_normalize (value, NULL, NULL);
  if (phone == NULL)
    return 0;

  return ent_phone_is_mobile (phone) ? ENT_CONTACT_MOBILE : ENT_CONTACT_LANDLINE;
}

static void
prepare_phone (EntContactPoint *self)
{
  g_autofree char *phone = ent_phone_normalize (self->value, NULL, NULL);
  GString *digits;

  if (phone == NULL)
    return;

  g_set_str (&self->value, phone);
  self->display_form = ent_phone_format (phone);

  digits = g_string_new (NULL);
  for (const char *c = self->display_form; *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      g_string_append_c (digits, *c);
  self->search_form = g_string_free (digits, FALSE);
}

static void
prepare (EntRecord *record)
{
  EntContactPoint *self = ENT_CONTACT_POINT (record);

  ent_staff_clean_text (&self->label);
  ent_staff_clean_text (&self->value);
  g_clear_pointer (&self->display_form, g_free);
  g_clear_pointer (&self->search_form, g_free);
  if (self->value == NULL)
    return;

  if (self->kind == 0)
    self->kind = guess_kind (self->value);
  if (self->kind == ENT_CONTACT_MOBILE || self->kind == ENT_CONTACT_LANDLINE)
    prepare_phone (self);
  if (self->kind == ENT_CONTACT_E_MAIL)
    ent_staff_clean_e_mail (&self->value);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_contact_point_check (ENT_CONTACT_POINT (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntContactPoint, person_id, N_("Person"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_FILTER, ent_person_get_type),
  ENT_ENUM (EntContactPoint, kind, N_("Kind"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_contact_kind_enum),
  ENT_TEXT (EntContactPoint, value, N_("Number or address"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT |
            ENT_COLUMN_PHONE),
  ENT_TEXT (EntContactPoint, label, N_("Remark"), ENT_COLUMN_IN_LIST),
  ENT_BOOL (EntContactPoint, preferred, N_("Preferred"), ENT_COLUMN_IN_LIST),
  ENT_TEXT (EntContactPoint, display_form, N_("As read"), ENT_COLUMN_HIDDEN),
  ENT_TEXT (EntContactPoint, search_form, N_("As dialled"), ENT_COLUMN_HIDDEN | ENT_COLUMN_SEARCH),
};

const EntSchema ent_contact_point_schema = {
  .table = "contact_point",
  .number = 13,
  .title = N_("Means of contact"),
  .plural = N_("Means of contact"),
  .icon_name = "ent-phone-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "preferred DESC, id",
  .type = ent_contact_point_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntContactPoint, ent_contact_point, ENT_TYPE_RECORD)

static void
ent_contact_point_class_init (EntContactPointClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_contact_point_schema);
}

static void
ent_contact_point_init (EntContactPoint *self)
{
}
