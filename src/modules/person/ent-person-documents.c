/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents about a person that take nothing but the person's own records: household as known to
 * the centre, request for documents, free letter. Thread of the connection. */

#include "ent-person-documents.h"

#include "ent-date.h"
#include "ent-household-rules.h"
#include "ent-person-enums.h"
#include "ent-person-query.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>

/* How long someone has to bring documents, unless the agent says otherwise. */
#define DAYS_FOR_DOCUMENTS 14

char *
ent_person_get_document_name (EntPerson *self)
{
  g_autofree char *last = NULL;

  last = g_utf8_strup (self->last_name != NULL ? self->last_name : "", -1);
  if (self->first_names == NULL)
    return g_steal_pointer (&last);

  return g_strdup_printf ("%s %s", self->first_names, last);
}

static void
add_member (EntFields *fields, EntHouseholdMember *member, EntPerson *person, const char *language)
{
  EntFields *item = ent_fields_append (fields, "household.members");
  g_autofree char *name = ent_person_get_document_name (person);
  g_autofree char *birth = ent_wording_day (language, person->birth_date);

  ent_fields_set (item, "name", name);
  ent_fields_set (item, "birth_date", birth);
  ent_fields_set_flag (item, "woman", person->sex == ENT_SEX_FEMALE);
  ent_fields_set_flag (item, "man", person->sex == ENT_SEX_MALE);
  ent_fields_set_flag (item, "reference", member->role == ENT_MEMBER_REFERENCE);
  ent_fields_set_flag (item, "partner", member->role == ENT_MEMBER_PARTNER);
  ent_fields_set_flag (item, "child", member->role == ENT_MEMBER_CHILD);
  ent_fields_set_flag (item, "parent", member->role == ENT_MEMBER_PARENT);
  ent_fields_set_flag (item, "relative", member->role == ENT_MEMBER_RELATIVE);
  ent_fields_set_flag (item, "shared",
                       member->custody_percent != ENT_INT_NONE && member->custody_percent < 100);
}

/* Who is there on the day, without those who died before it: a line left open is no presence. */
static gboolean
add_members (EntDb *db,
             GPtrArray *present,
             const EntDocumentRequest *request,
             EntFields *fields,
             GError **error)
{
  for (guint i = 0; i < present->len; i++)
    {
      EntHouseholdMember *member = g_ptr_array_index (present, i);
      g_autoptr (EntPerson) person = ent_person_query_by_id (db, member->person_id, error);

      if (person == NULL)
        return FALSE;
      if (person->deceased_on == ENT_DAY_NONE || person->deceased_on >= request->day)
        add_member (fields, member, person, request->language);
    }

  return TRUE;
}

gboolean
ent_person_fill_household (EntDb *db,
                           const EntDocumentRequest *request,
                           EntFields *fields,
                           GError **error)
{
  gint64 household = ent_household_query_current (db, request->subject_id, request->day);
  g_autofree char *size = NULL;
  guint n;

  ent_fields_set_empty_list (fields, "household.members");
  if (household != 0)
    {
      g_autoptr (GPtrArray) members = ent_household_query_members (db, household, error);
      g_autoptr (GPtrArray) present = NULL;

      if (members == NULL)
        return FALSE;
      present = ent_household_on (members, request->day);
      if (!add_members (db, present, request, fields, error))
        return FALSE;
    }

  n = ent_fields_n_items (fields, "household.members");
  size = n > 0 ? g_strdup_printf ("%u", n) : NULL;
  ent_fields_set (fields, "household.size", size);
  ent_fields_set_flag (fields, "household.alone", n == 1);

  return TRUE;
}

static gboolean
fill_household_attestation (EntDb *db,
                            const EntDocumentRequest *request,
                            EntFields *fields,
                            GError **error)
{
  g_autoptr (EntPerson) person = ent_person_query_by_id (db, request->subject_id, error);
  g_autofree char *day = NULL;

  if (person == NULL)
    return FALSE;
  if (person->deceased_on != ENT_DAY_NONE && person->deceased_on < request->day)
    {
      g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                           _ ("This person is noted as deceased and has no household any more. "
                              "Make the attestation for somebody who lives there."));
      return FALSE;
    }
  if (!ent_person_fill_household (db, request, fields, error))
    return FALSE;
  if (ent_fields_n_items (fields, "household.members") > 0)
    return TRUE;

  day = ent_day_format (request->day, ENT_DAY_NUMERIC);
  g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
               /* Translators: %s is a day */
               _ ("No household is noted on the file of this person on %s. Note the household "
                  "first, even of one person."),
               day);
  return FALSE;
}

static char *
propose_limit (EntDb *db, gint64 subject_id, gint32 day, const char *language)
{
  return ent_day_to_iso (ent_day_next_working (day + DAYS_FOR_DOCUMENTS));
}

/* clang-format off */
static const EntChip household_chips[] = {
  ENT_PERSON_HOUSEHOLD_CHIPS,
  { NULL, ENT_CHIP_TEXT, NULL, NULL },
};

static const EntChip no_chips[] = {
  { NULL, ENT_CHIP_TEXT, NULL, NULL },
};

static const EntQuestion documents_questions[] = {
  /* Translators: completes "To examine …", in the language of the letter */
  { "answer.reason", ENT_QUESTION_TEXT, N_("To examine what (“your request of 3 November”)"),
    FALSE, NULL, NULL },
  { "answer.documents", ENT_QUESTION_LINES, N_("Documents asked for, one a line"), TRUE, NULL,
    NULL },
  { "answer.until", ENT_QUESTION_DAY, N_("Last day to bring them"), TRUE, NULL, propose_limit },
  { NULL, ENT_QUESTION_TEXT, NULL, FALSE, NULL, NULL },
};

static const EntQuestion free_questions[] = {
  { "answer.subject", ENT_QUESTION_TEXT, N_("Subject of the letter"), TRUE, NULL, NULL },
  { "answer.text", ENT_QUESTION_LONG, N_("Text of the letter"), TRUE, NULL, NULL },
  { NULL, ENT_QUESTION_TEXT, NULL, FALSE, NULL, NULL },
};
/* clang-format on */

const EntDocumentKind ent_person_household_attestation = {
  .id = "attestation-household",
  .title = N_ ("Attestation of the household known to the centre"),
  .hint = N_ ("Who lives together as the centre knows it; the municipality alone certifies it"),
  .icon_name = "ent-household-symbolic",
  .shape = ENT_SHAPE_ATTESTATION,
  .subject = &ent_person_schema,
  .chips = household_chips,
  .fill = fill_household_attestation,
};

const EntDocumentKind ent_person_documents_letter = {
  .id = "letter-documents",
  .title = N_ ("Request for documents"),
  .hint = N_ ("A letter that says what is missing, and until when to bring it"),
  .icon_name = "ent-requests-symbolic",
  .shape = ENT_SHAPE_LETTER,
  .subject = &ent_person_schema,
  .chips = no_chips,
  .questions = documents_questions,
};

const EntDocumentKind ent_person_free_letter = {
  .id = "letter-free",
  .title = N_ ("Free letter"),
  .hint = N_ ("A letter of your own words on the paper of the centre"),
  .icon_name = "ent-mail-symbolic",
  .shape = ENT_SHAPE_LETTER,
  .subject = &ent_person_schema,
  .chips = no_chips,
  .questions = free_questions,
};

const EntDocumentKind *const ent_person_documents[] = {
  &ent_person_household_attestation,
  &ent_person_documents_letter,
  &ent_person_free_letter,
  NULL,
};
