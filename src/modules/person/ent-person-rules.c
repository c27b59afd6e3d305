/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for a person and what belongs to it. Any thread. */

#include "ent-person-rules.h"

#include "ent-contact.h"
#include "ent-date.h"
#include "ent-national-number.h"
#include "ent-person-enums.h"
#include "ent-places-query.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Older than anybody ever was in this country: most likely a slip of the keyboard. */
#define AGE_MAX 115

void
ent_draft_set (gpointer draft, const char *column, EntValue value)
{
  int position = ent_schema_find (ent_record_get_schema (draft), column);

  g_return_if_fail (position >= 0);

  ent_record_set_value (draft, (guint) position, &value);
}

void
ent_person_clean_long (char **field)
{
  if (*field == NULL)
    return;

  g_strstrip (*field);
  if (**field == '\0')
    g_clear_pointer (field, g_free);
}

/* The birth date inside a register number against the one that was noted; month and day may be
 * missing in the number: it is a number all the same, and says less than it seems to. */
static void
check_number_birth (EntPerson *self, const EntNationalNumber *number, EntIssues *issues)
{
  int year, month, day;

  if (number->birth_month == 0 || number->birth_day == 0)
    ent_issues_warn (issues, "national_number",
                     _ ("This number was given without a full date of birth. Compare it with the "
                        "document."));
  if (number->birth_year == 0 || !ent_day_to_ymd (self->birth_date, &year, &month, &day))
    return;

  if (number->birth_year != year || (number->birth_month != 0 && number->birth_month != month) ||
      (number->birth_day != 0 && number->birth_day != day))
    ent_issues_warn (issues, "national_number",
                     _ ("This number says another date of birth than the one noted. One of the two "
                        "may be wrong."));
}

static void
check_number (EntPerson *self, gint32 today, EntIssues *issues)
{
  EntNationalNumber number;
  EntNumberStatus status;

  if (self->national_number == NULL)
    return;

  status = ent_national_number_parse (self->national_number, &number);
  if (status != ENT_NUMBER_OK)
    {
      ent_issues_add (issues, "national_number", "%s", ent_number_status_message (status));
      return;
    }

  if (number.birth_day_number != ENT_DAY_NONE && number.birth_day_number > today)
    ent_issues_add (issues, "national_number",
                    _ ("This number belongs to somebody born in the future. Check the digits."));
  check_number_birth (self, &number, issues);
  if (number.sex_known &&
      ((self->sex == ENT_SEX_MALE && !number.male) || (self->sex == ENT_SEX_FEMALE && number.male)))
    ent_issues_warn (issues, "national_number",
                     _ ("This number was given to a person of the other sex. One of the two may be "
                        "wrong."));
}

static void
check_life (EntPerson *self, gint32 today, EntIssues *issues)
{
  if (self->birth_date != ENT_DAY_NONE)
    {
      if (self->birth_date > today)
        ent_issues_add (issues, "birth_date", _ ("This date lies in the future."));
      else if (ent_person_get_age (self, today) > AGE_MAX)
        ent_issues_warn (issues, "birth_date", _ ("More than %d years ago: is the year right?"),
                         AGE_MAX);
    }

  if (self->deceased_on != ENT_DAY_NONE)
    {
      if (self->deceased_on > today)
        ent_issues_add (issues, "deceased_on", _ ("This date lies in the future."));
      else if (self->birth_date != ENT_DAY_NONE && self->deceased_on < self->birth_date)
        ent_issues_add (issues, "deceased_on", _ ("The death lies before the birth."));
    }
}

void
ent_person_check (EntPerson *self, gint32 today, EntIssues *issues)
{
  check_life (self, today, issues);
  check_number (self, today, issues);

  if (self->residence_until != ENT_DAY_NONE && self->residence_title == 0)
    ent_issues_warn (issues, "residence_title", _ ("Valid until a day, but which title is it?"));
  else if (self->residence_until != ENT_DAY_NONE && self->residence_title == ENT_RESIDENCE_BELGIAN)
    ent_issues_warn (issues, "residence_until",
                     _ ("A Belgian needs no residence title: this date has no effect."));
}

void
ent_address_check (EntAddress *self, EntIssues *issues)
{
  gboolean belgian = self->country_id == 0;

  if (self->street == NULL && self->locality == NULL)
    ent_issues_add (issues, "street", _ ("Give a street or at least a locality."));
  if (self->number != NULL && self->street == NULL)
    ent_issues_warn (issues, "number", _ ("A number without its street."));
  if (belgian && self->postcode != NULL && !ent_places_is_postcode (self->postcode))
    ent_issues_add (issues, "postcode",
                    _ ("A Belgian postcode has four digits, 1000 to 9992. For an address abroad, "
                       "choose the country."));
  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
}

void
ent_contact_point_check (EntContactPoint *self, EntIssues *issues)
{
  EntPhoneStatus status = ENT_PHONE_OK;
  g_autofree char *phone = NULL;

  if (self->value == NULL)
    return;

  switch (self->kind)
    {
    case ENT_CONTACT_E_MAIL:
      if (!ent_email_is_valid (self->value))
        ent_issues_add (issues, "value",
                        _ ("This is not an e-mail address. It looks like name@example.be."));
      break;

    case ENT_CONTACT_MOBILE:
    case ENT_CONTACT_LANDLINE:
      phone = ent_phone_normalize (self->value, NULL, &status);
      if (phone == NULL)
        ent_issues_add (issues, "value", "%s", ent_phone_status_message (status));
      break;

    default:
      break;
    }
}

void
ent_relation_check (EntRelation *self, EntIssues *issues)
{
  if (self->name == NULL && self->organisation == NULL && self->other_id == 0)
    ent_issues_add (issues, "name", _ ("Give a name, an organisation, or choose a known person."));
  if (self->other_id != 0 && self->other_id == self->person_id)
    ent_issues_add (issues, "other_id", _ ("Choose another person."));
  ent_staff_check_contact (self->e_mail, self->phone, issues);
  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
}

/* "2026-00042": a year, then at least five digits. */
static gboolean
is_file_number (const char *number)
{
  gsize length = strlen (number);

  return length >= 10 && strspn (number, "0123456789") == 4 && number[4] == '-' &&
         strspn (number + 5, "0123456789") == length - 5;
}

void
ent_case_file_check (EntCaseFile *self, EntIssues *issues)
{
  if (self->number != NULL && !is_file_number (self->number))
    ent_issues_add (issues, "number", _ ("A file number looks like 2026-00042."));
  if (self->opened_on != ENT_DAY_NONE && self->closed_on != ENT_DAY_NONE &&
      self->closed_on < self->opened_on)
    ent_issues_add (issues, "closed_on", _ ("The file cannot close before it opens."));
  if (self->closed_on != ENT_DAY_NONE && self->close_reason == 0)
    ent_issues_warn (issues, "close_reason", _ ("Why was the file closed?"));
  if (self->closed_on == ENT_DAY_NONE && self->close_reason != 0)
    ent_issues_add (issues, "closed_on", _ ("A reason of closing needs the day of closing."));
}

EntPersonNumber *
ent_person_former_number (gint64 person_id,
                          const char *former,
                          const char *current,
                          gint32 day,
                          const char *reason)
{
  g_autofree char *old_number = ent_national_number_normalize (former);
  g_autofree char *new_number = ent_national_number_normalize (current);
  EntPersonNumber *line;
  EntNationalNumber parsed;

  if (old_number == NULL || g_strcmp0 (old_number, new_number) == 0)
    return NULL;

  ent_national_number_parse (old_number, &parsed);
  line = ent_record_new (ENT_TYPE_PERSON_NUMBER);
  ent_draft_set (line, "person_id", ent_int (person_id));
  ent_draft_set (line, "number", ent_text (old_number));
  ent_draft_set (line, "kind", ent_text (parsed.is_bis ? "bis" : "niss"));
  if (day != ENT_DAY_NONE)
    ent_draft_set (line, "valid_to", ent_day (day - 1));
  ent_draft_set (line, "reason", reason != NULL ? ent_text (reason) : ent_null ());

  return line;
}

gboolean
ent_person_keep_number (EntChangeSet *set, EntPerson *original, EntPerson *draft, gint32 day)
{
  g_autoptr (EntPersonNumber) line = NULL;

  line = ent_person_former_number (ent_record_get_id (original), original->national_number,
                                   draft->national_number, day, NULL);
  if (line == NULL)
    return FALSE;

  ent_change_set_insert (set, line);
  return TRUE;
}
