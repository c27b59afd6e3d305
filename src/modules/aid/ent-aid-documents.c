/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Attestations of one aid as it stands on the day of the document: integration income, increased
 * intervention, reference address, accommodation, food aid, article 60. Each takes from the record
 * only what it says. Thread of the connection. */

#include "ent-aid-documents.h"

#include "ent-aid-query.h"
#include "ent-aid-rules.h"
#include "ent-aid-spans.h"
#include "ent-aid-words.h"
#include "ent-date.h"
#include "ent-money.h"
#include "ent-person-documents.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>

/* Of integration income or its equivalent, before the increased intervention. */
#define MONTHS_FOR_BIM 3

static void
set_day (EntFields *fields, const char *path, const EntDocumentRequest *request, gint32 day)
{
  g_autofree char *words = ent_wording_day (request->language, day);

  ent_fields_set (fields, path, words);
}

static void
set_span (EntFields *fields, const EntDocumentRequest *request, const EntAidSpan *span)
{
  ent_fields_set_flag (fields, "aid.running", span->running);
  set_day (fields, "aid.since", request, span->from_day);
  set_day (fields, "aid.until", request, span->to_day);
}

static char *
day_of (const EntDocumentRequest *request)
{
  return ent_day_format (request->day, ENT_DAY_NUMERIC);
}

static gboolean
fill_household_when_asked (EntDb *db,
                           const EntDocumentRequest *request,
                           EntFields *fields,
                           GError **error)
{
  if (ent_document_request_chose (request, "answer.household", "yes"))
    return ent_person_fill_household (db, request, fields, error);
  ent_fields_set_empty_list (fields, "household.members");

  return TRUE;
}

/* Says of which nature the income is, and since when without a break. What changed its nature on
 * the way counts for the mutual fund, not for who asks what somebody receives. */
static gboolean
fill_ris (EntDb *db, const EntDocumentRequest *request, EntFields *fields, GError **error)
{
  g_autoptr (GPtrArray)
                aids = ent_aid_query_for_document (db, request->subject_id, request->day, error);
  g_autofree char *day = day_of (request);
  g_autofree char *amount = NULL;
  EntAidSpan span;

  if (aids == NULL)
    return FALSE;
  if (!ent_aid_find_span (aids, ENT_AID_INCOMES, request->day, &span))
    {
      g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                   /* Translators: %s is a day */
                   _ ("No integration income and no equivalent of it is noted on the file of this "
                      "person up to %s."),
                   day);
      return FALSE;
    }
  ent_aid_find_span (aids, ENT_AID_BIT (span.aid->kind), request->day, &span);

  set_span (fields, request, &span);
  ent_fields_set_flag (fields, "aid.equivalent", span.aid->kind == ENT_AID_ERIS);
  ent_fields_set (fields, "aid.category",
                  ent_aid_words_category (request->language, span.aid->category));
  if (span.aid->monthly_amount != ENT_MONEY_NONE &&
      !ent_document_request_chose (request, "answer.amount", "no"))
    amount = ent_wording_money (request->language, span.aid->monthly_amount);
  ent_fields_set (fields, "aid.amount", amount);

  return TRUE;
}

static gboolean
refuse_bim (const EntDocumentRequest *request, const EntAidSpan *span, GError **error)
{
  g_autofree char *day = day_of (request);
  g_autofree char *since = NULL;
  g_autofree char *over = NULL;

  if (span == NULL)
    {
      g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                   /* Translators: %s is a day */
                   _ ("No integration income and no equivalent of it runs on the file of this "
                      "person on %s."),
                   day);
      return FALSE;
    }

  since = ent_day_format (span->from_day, ENT_DAY_NUMERIC);
  over = ent_day_format (ent_aid_last_day_of_months (span->from_day, MONTHS_FOR_BIM),
                         ENT_DAY_NUMERIC);
  g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
               /* Translators: both are days */
               _ ("The integration income of this person runs without a break since %s only: three "
                  "full months are attested from %s on."),
               since, over);
  return FALSE;
}

static gboolean
fill_bim (EntDb *db, const EntDocumentRequest *request, EntFields *fields, GError **error)
{
  g_autoptr (GPtrArray)
                aids = ent_aid_query_for_document (db, request->subject_id, request->day, error);
  EntAidSpan span;

  if (aids == NULL)
    return FALSE;
  if (!ent_aid_find_span (aids, ENT_AID_INCOMES, request->day, &span) || !span.running)
    return refuse_bim (request, NULL, error);
  if (ent_aid_income_months (aids, request->day) < MONTHS_FOR_BIM)
    return refuse_bim (request, &span, error);

  set_span (fields, request, &span);
  ent_fields_set_flag (fields, "aid.equivalent", span.kinds == ENT_AID_BIT (ENT_AID_ERIS));
  ent_fields_set_flag (fields, "aid.mixed", span.kinds == ENT_AID_INCOMES);
  set_day (fields, "aid.months_from", request, span.from_day);
  set_day (fields, "aid.months_until", request,
           ent_aid_last_day_of_months (span.from_day, MONTHS_FOR_BIM));

  return fill_household_when_asked (db, request, fields, error);
}

/* The span at one address: whoever moved without a day between did not live there all the time. */
static gboolean
find_stay (GPtrArray *aids, EntAidKind kind, gint32 day, EntAidSpan *span)
{
  g_autoptr (GPtrArray) there = g_ptr_array_new ();

  if (!ent_aid_find_span (aids, ENT_AID_BIT (kind), day, span))
    return FALSE;
  for (guint i = 0; i < aids->len; i++)
    {
      EntAid *aid = g_ptr_array_index (aids, i);

      if (aid->kind == (int) kind && g_strcmp0 (aid->place, span->aid->place) == 0)
        g_ptr_array_add (there, aid);
    }

  return ent_aid_find_span (there, ENT_AID_BIT (kind), day, span);
}

static gboolean
fill_reference_address (EntDb *db,
                        const EntDocumentRequest *request,
                        EntFields *fields,
                        GError **error)
{
  g_autoptr (GPtrArray)
                aids = ent_aid_query_for_document (db, request->subject_id, request->day, error);
  g_autofree char *day = day_of (request);
  EntAidSpan span;

  if (aids == NULL)
    return FALSE;
  if (!find_stay (aids, ENT_AID_REFERENCE_ADDRESS, request->day, &span) || !span.running)
    {
      g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                   /* Translators: %s is a day */
                   _ ("No reference address runs on the file of this person on %s."), day);
      return FALSE;
    }

  set_span (fields, request, &span);
  ent_fields_set (fields, "aid.place", span.aid->place);

  return TRUE;
}

static gboolean
fill_accommodation (EntDb *db, const EntDocumentRequest *request, EntFields *fields, GError **error)
{
  g_autoptr (GPtrArray)
                aids = ent_aid_query_for_document (db, request->subject_id, request->day, error);
  g_autofree char *day = day_of (request);
  EntAidSpan span;

  if (aids == NULL)
    return FALSE;
  if (!find_stay (aids, ENT_AID_ACCOMMODATION, request->day, &span))
    {
      g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                   /* Translators: %s is a day */
                   _ ("No accommodation is noted on the file of this person up to %s."), day);
      return FALSE;
    }

  set_span (fields, request, &span);
  ent_fields_set (fields, "aid.place", span.aid->place);

  return fill_household_when_asked (db, request, fields, error);
}

static gboolean
fill_food_card (EntDb *db, const EntDocumentRequest *request, EntFields *fields, GError **error)
{
  g_autoptr (GPtrArray)
                aids = ent_aid_query_for_document (db, request->subject_id, request->day, error);
  g_autofree char *day = day_of (request);
  g_autoptr (EntFields) household = ent_fields_new ();
  EntAidSpan span;

  if (aids == NULL)
    return FALSE;
  if (!ent_aid_find_span (aids, ENT_AID_BIT (ENT_AID_FOOD), request->day, &span) || !span.running)
    {
      g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                   /* Translators: %s is a day */
                   _ ("No food aid runs on the file of this person on %s."), day);
      return FALSE;
    }

  set_span (fields, request, &span);
  ent_fields_set (fields, "aid.place", span.aid->place);
  ent_fields_set (fields, "aid.card_number", span.aid->card_number);

  /* How many they are is all that the distribution needs; names stay out of the document. */
  if (!ent_person_fill_household (db, request, household, error))
    return FALSE;
  ent_fields_set (fields, "household.size", ent_fields_get (household, "household.size"));

  return TRUE;
}

static gboolean
fill_article_60 (EntDb *db, const EntDocumentRequest *request, EntFields *fields, GError **error)
{
  g_autoptr (GPtrArray)
                aids = ent_aid_query_for_document (db, request->subject_id, request->day, error);
  g_autofree char *day = day_of (request);
  g_autofree char *days = NULL;
  gboolean with_reason = ent_document_request_chose (request, "answer.reason", "yes");
  EntAidSpan span;

  if (aids == NULL)
    return FALSE;
  if (!ent_aid_find_span (aids, ENT_AID_BIT (ENT_AID_ARTICLE_60), request->day, &span))
    {
      g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                   /* Translators: %s is a day */
                   _ ("No employment under article 60 is noted on the file of this person up to "
                      "%s."),
                   day);
      return FALSE;
    }

  if (span.aid->days_worked != ENT_INT_NONE)
    days = g_strdup_printf ("%d", span.aid->days_worked);
  /* Place, hours and days are those of one employment, so is the period. */
  span.from_day = span.aid->from_day;
  span.to_day = span.aid->to_day;
  set_span (fields, request, &span);
  ent_fields_set (fields, "aid.place", span.aid->place);
  ent_fields_set (fields, "aid.weekly_hours", span.aid->weekly_hours);
  ent_fields_set (fields, "aid.days_worked", days);
  ent_fields_set (fields, "aid.end_reason",
                  with_reason && !span.running ? span.aid->end_reason : NULL);

  return TRUE;
}

/* clang-format off */
#define SPAN_CHIPS \
  { "aid.running", ENT_CHIP_FLAG, N_("The aid runs on the day of the document"), NULL }, \
  { "aid.since", ENT_CHIP_TEXT, N_("First day of the aid, without a break"), \
    N_("1 March 2026") }, \
  { "aid.until", ENT_CHIP_TEXT, N_("Last day of the aid, when it is known"), \
    N_("28 February 2027") }

#define PLACE_CHIP \
  { "aid.place", ENT_CHIP_TEXT, N_("Place or employer"), N_("Example Street 3, 9999 Exampletown") }

static const EntChip ris_chips[] = {
  SPAN_CHIPS,
  { "aid.equivalent", ENT_CHIP_FLAG, N_("It is the equivalent of integration income"), NULL },
  { "aid.category", ENT_CHIP_TEXT, N_("Category"), N_("single person (category 2)") },
  { "aid.amount", ENT_CHIP_TEXT, N_("Monthly amount"), "1 340,47 €" },
  { NULL, ENT_CHIP_TEXT, NULL, NULL },
};

static const EntChip bim_chips[] = {
  SPAN_CHIPS,
  { "aid.equivalent", ENT_CHIP_FLAG, N_("It is the equivalent of integration income"), NULL },
  { "aid.mixed", ENT_CHIP_FLAG, N_("Integration income and its equivalent in turn"), NULL },
  { "aid.months_from", ENT_CHIP_TEXT, N_("First day of the three full months"),
    N_("1 March 2026") },
  { "aid.months_until", ENT_CHIP_TEXT, N_("Last day of the three full months"),
    N_("31 May 2026") },
  ENT_PERSON_HOUSEHOLD_CHIPS,
  { NULL, ENT_CHIP_TEXT, NULL, NULL },
};

static const EntChip place_chips[] = {
  SPAN_CHIPS,
  PLACE_CHIP,
  { NULL, ENT_CHIP_TEXT, NULL, NULL },
};

static const EntChip accommodation_chips[] = {
  SPAN_CHIPS,
  PLACE_CHIP,
  ENT_PERSON_HOUSEHOLD_CHIPS,
  { NULL, ENT_CHIP_TEXT, NULL, NULL },
};

static const EntChip food_chips[] = {
  SPAN_CHIPS,
  PLACE_CHIP,
  { "aid.card_number", ENT_CHIP_TEXT, N_("Number of the card"), "0042" },
  { "household.size", ENT_CHIP_TEXT, N_("Number of persons in the household"), "3" },
  { NULL, ENT_CHIP_TEXT, NULL, NULL },
};

static const EntChip article_60_chips[] = {
  SPAN_CHIPS,
  PLACE_CHIP,
  { "aid.weekly_hours", ENT_CHIP_TEXT, N_("Hours a week"), "38" },
  { "aid.days_worked", ENT_CHIP_TEXT, N_("Days worked"), "312" },
  { "aid.end_reason", ENT_CHIP_TEXT, N_("Reason of the end"), N_("end of the contract") },
  { NULL, ENT_CHIP_TEXT, NULL, NULL },
};

static const EntQuestion ris_questions[] = {
  { "answer.amount", ENT_QUESTION_CHOICE, N_("Say the amount"), TRUE, &ent_document_yes_no_enum,
    ent_document_propose_yes },
  { NULL, ENT_QUESTION_TEXT, NULL, FALSE, NULL, NULL },
};

static const EntQuestion household_questions[] = {
  { "answer.household", ENT_QUESTION_CHOICE, N_("Name the members of the household"), TRUE,
    &ent_document_yes_no_enum, ent_document_propose_no },
  { NULL, ENT_QUESTION_TEXT, NULL, FALSE, NULL, NULL },
};

static const EntQuestion article_60_questions[] = {
  { "answer.reason", ENT_QUESTION_CHOICE, N_("Say why the employment ended"), TRUE,
    &ent_document_yes_no_enum, ent_document_propose_no },
  { NULL, ENT_QUESTION_TEXT, NULL, FALSE, NULL, NULL },
};
/* clang-format on */

const EntDocumentKind ent_aid_ris_attestation = {
  .id = "attestation-ris",
  .title = N_ ("Attestation of integration income"),
  .hint = N_ ("Category, amount and period, for a bank, a landlord, a school, a lawyer"),
  .icon_name = "ent-bank-symbolic",
  .shape = ENT_SHAPE_ATTESTATION,
  .subject = &ent_person_schema,
  .chips = ris_chips,
  .questions = ris_questions,
  .fill = fill_ris,
};

const EntDocumentKind ent_aid_bim_attestation = {
  .id = "attestation-bim",
  .title = N_ ("Attestation for the increased intervention"),
  .hint = N_ ("Three full months of integration income without a break, for the health fund"),
  .icon_name = "ent-id-card-symbolic",
  .shape = ENT_SHAPE_ATTESTATION,
  .subject = &ent_person_schema,
  .chips = bim_chips,
  .questions = household_questions,
  .fill = fill_bim,
};

const EntDocumentKind ent_aid_reference_address_attestation = {
  .id = "attestation-reference-address",
  .title = N_ ("Attestation of a reference address"),
  .hint = N_ ("Address at the centre and since when, for the municipality or unemployment office"),
  .icon_name = "ent-mail-symbolic",
  .shape = ENT_SHAPE_ATTESTATION,
  .subject = &ent_person_schema,
  .chips = place_chips,
  .fill = fill_reference_address,
};

const EntDocumentKind ent_aid_accommodation_attestation = {
  .id = "attestation-accommodation",
  .title = N_ ("Attestation of accommodation"),
  .hint = N_ ("Stay in a dwelling of the centre: transit, emergency"),
  .icon_name = "ent-home-symbolic",
  .shape = ENT_SHAPE_ATTESTATION,
  .subject = &ent_person_schema,
  .chips = accommodation_chips,
  .questions = household_questions,
  .fill = fill_accommodation,
};

const EntDocumentKind ent_aid_food_card_attestation = {
  .id = "attestation-food-card",
  .title = N_ ("Attestation of access to food aid"),
  .hint = N_ ("Card, validity and number of persons, to show at the distribution"),
  .icon_name = "ent-meals-symbolic",
  .shape = ENT_SHAPE_ATTESTATION,
  .subject = &ent_person_schema,
  .chips = food_chips,
  .fill = fill_food_card,
};

const EntDocumentKind ent_aid_article_60_attestation = {
  .id = "attestation-article-60",
  .title = N_ ("Attestation of employment under article 60"),
  .hint = N_ ("Period, place, hours and days worked, for unemployment and employment offices"),
  .icon_name = "ent-staff-symbolic",
  .shape = ENT_SHAPE_ATTESTATION,
  .subject = &ent_person_schema,
  .chips = article_60_chips,
  .questions = article_60_questions,
  .fill = fill_article_60,
};

const EntDocumentKind *const ent_aid_documents[] = {
  &ent_aid_ris_attestation,
  &ent_aid_attestation,
  &ent_aid_no_aid_attestation,
  &ent_aid_bim_attestation,
  &ent_aid_reference_address_attestation,
  &ent_aid_accommodation_attestation,
  &ent_aid_food_card_attestation,
  &ent_aid_article_60_attestation,
  NULL,
};
