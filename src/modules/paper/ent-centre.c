/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The centre as its letters show it: one row, number 1. Record: see ent-record.h for threads. */

#include "ent-centre.h"

#include "ent-enterprise.h"
#include "ent-iban.h"
#include "ent-paper-enums.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntCentre *self = ENT_CENTRE (record);

  return g_strdup (self->name != NULL ? self->name : _ ("The centre"));
}

static void
prepare (EntRecord *record)
{
  EntCentre *self = ENT_CENTRE (record);
  char *normalized = NULL;

  ent_staff_clean_text (&self->name);
  ent_staff_clean_e_mail (&self->e_mail);
  ent_staff_clean_phone (&self->phone);
  normalized = self->enterprise_number != NULL ? ent_enterprise_normalize (self->enterprise_number)
                                               : NULL;
  if (normalized != NULL)
    {
      g_free (self->enterprise_number);
      self->enterprise_number = normalized;
    }
  normalized = NULL;
  if (self->iban != NULL && ent_iban_parse (self->iban, &normalized, NULL))
    {
      g_free (self->iban);
      self->iban = normalized;
    }
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  EntCentre *self = ENT_CENTRE (record);
  EntNumberStatus status = ENT_NUMBER_OK;
  EntIbanStatus iban_status = ENT_IBAN_OK;

  ent_staff_check_contact (self->e_mail, self->phone, issues);
  if (self->enterprise_number != NULL)
    status = ent_enterprise_parse (self->enterprise_number, NULL);
  if (status != ENT_NUMBER_OK)
    ent_issues_add (issues, "enterprise_number", "%s", ent_enterprise_status_message (status));
  if (self->iban != NULL && !ent_iban_parse (self->iban, NULL, &iban_status))
    ent_issues_add (issues, "iban", "%s", ent_iban_status_message (iban_status));
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_TEXT (EntCentre, name, N_("Name in full"), 0),
  ENT_TEXT (EntCentre, municipality, N_("Municipality"), 0),
  ENT_TEXT (EntCentre, street, N_("Street"), 0),
  ENT_TEXT (EntCentre, number, N_("House number"), ENT_COLUMN_SHORT),
  ENT_TEXT (EntCentre, postcode, N_("Postcode"), ENT_COLUMN_SHORT),
  ENT_TEXT (EntCentre, locality, N_("Locality"), 0),
  ENT_TEXT (EntCentre, phone, N_("Phone"), ENT_COLUMN_PHONE),
  ENT_TEXT (EntCentre, e_mail, N_("E-mail"), 0),
  ENT_TEXT (EntCentre, website, N_("Website"), 0),
  ENT_TEXT (EntCentre, enterprise_number, N_("Enterprise number"), 0),
  ENT_TEXT (EntCentre, iban, N_("Bank account"), ENT_COLUMN_IBAN),
  ENT_TEXT (EntCentre, opening_hours, N_("Opening hours"), ENT_COLUMN_LONG),
  ENT_TEXT (EntCentre, logo, N_("Logo"), ENT_COLUMN_HIDDEN | ENT_COLUMN_FILE),
  ENT_ENUM (EntCentre, window_side, N_("Window of the envelopes"), 0, &ent_envelope_side_enum),
  ENT_ENUM (EntCentre, language, N_("Usual language of letters"), 0, &ent_paper_language_enum),
};

const EntSchema ent_centre_schema = {
  .table = "centre",
  .number = 31,
  .title = N_("Centre"),
  .plural = N_("Centre"),
  .icon_name = "ent-staff-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "id",
  .type = ent_centre_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntCentre, ent_centre, ENT_TYPE_RECORD)

static void
ent_centre_class_init (EntCentreClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_centre_schema);
}

static void
ent_centre_init (EntCentre *self)
{
}
