/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Attestations of aid in a period, and of none. What lies outside the period that was asked stays
 * out of the document. Thread of the connection. */

#include "ent-aid-documents.h"
#include "ent-aid-query.h"
#include "ent-aid-spans.h"
#include "ent-aid-words.h"
#include "ent-date.h"
#include "ent-money.h"
#include "ent-person.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>

/* What is proposed: the year that ends on the day of the document. */
#define MONTHS_PROPOSED 12

typedef enum
{
  SCOPE_ALL = 1,
  SCOPE_INCOME
} Scope;

typedef struct
{
  gint32 from_day;
  gint32 to_day;
  guint kinds;
} Period;

/* A line of the list: one aid, or several of a kind that follow each other. */
typedef struct
{
  EntAid *aid; /* borrowed: the first */
  gint32 from_day;
  gint32 to_day; /* ENT_DAY_NONE: no end is known */
} Line;

/* clang-format off */
static const EntChoice scope_choices[] = {
  { SCOPE_ALL, "all", N_("All aid") },
  { SCOPE_INCOME, "income", N_("Integration income and its equivalent only") },
};

static const EntEnum scope_enum = { "scope", scope_choices, G_N_ELEMENTS (scope_choices) };
/* clang-format on */

static gint32
first_day_proposed (gint32 day)
{
  return ent_day_add_months (day, -MONTHS_PROPOSED);
}

static gboolean
read_period (const EntDocumentRequest *request, Period *period, GError **error)
{
  gboolean income = ent_document_request_chose (request, "answer.scope", "income");
  const char *wrong = NULL;

  period->to_day = ent_document_request_day (request, "answer.until", request->day);
  period->from_day = ent_document_request_day (request, "answer.from",
                                               first_day_proposed (request->day));
  period->kinds = income ? ENT_AID_INCOMES : ENT_AID_EVERY;

  if (period->from_day > period->to_day)
    wrong = _ ("The period ends before it begins. Correct one of its days.");
  else if (period->to_day > request->day)
    wrong = _ ("An attestation says nothing of days to come. End the period on the day of the "
               "document, or before.");
  if (wrong == NULL)
    return TRUE;

  g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE, wrong);
  return FALSE;
}

static GPtrArray *
load_in_period (EntDb *db, const EntDocumentRequest *request, const Period *period, GError **error)
{
  g_autoptr (GPtrArray) aids = NULL;

  aids = ent_aid_query_for_document (db, request->subject_id, request->day, error);
  if (aids == NULL)
    return NULL;

  return ent_aid_find_in_period (aids, period->kinds, period->from_day, period->to_day);
}

/* A higher amount after an index is another decision, not another aid: it shows when amounts do. */
static gboolean
joins (const Line *line, EntAid *aid, gboolean with_amounts)
{
  if (line->aid->kind != aid->kind || ent_aid_is_single (line->aid) || ent_aid_is_single (aid))
    return FALSE;
  if (with_amounts && (line->aid->monthly_amount != aid->monthly_amount ||
                       line->aid->one_off_amount != aid->one_off_amount))
    return FALSE;

  return line->to_day == ENT_DAY_NONE || line->to_day >= aid->from_day - 1;
}

static Line *
find_line (GArray *lines, EntAid *aid, gboolean with_amounts)
{
  for (guint i = lines->len; i > 0; i--)
    if (joins (&g_array_index (lines, Line, i - 1), aid, with_amounts))
      return &g_array_index (lines, Line, i - 1);

  return NULL;
}

static GArray *
make_lines (GPtrArray *aids, gboolean with_amounts)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < aids->len; i++)
    {
      EntAid *aid = g_ptr_array_index (aids, i);
      gint32 last = ent_aid_get_last_day (aid);
      Line line = { aid, aid->from_day, last };
      Line *before = find_line (lines, aid, with_amounts);

      if (before == NULL)
        g_array_append_val (lines, line);
      else if (before->to_day != ENT_DAY_NONE && (last == ENT_DAY_NONE || last > before->to_day))
        before->to_day = last;
    }

  return lines;
}

static void
set_money (EntFields *item, const char *path, const char *language, gint64 cents)
{
  g_autofree char *text = cents != ENT_MONEY_NONE ? ent_wording_money (language, cents) : NULL;

  ent_fields_set (item, path, text);
}

static void
add_line (EntFields *fields,
          const Line *line,
          const EntDocumentRequest *request,
          const Period *period)
{
  EntFields *item = ent_fields_append (fields, "aids");
  gboolean with_amounts = ent_document_request_chose (request, "answer.amounts", "yes");
  gboolean open = line->to_day == ENT_DAY_NONE || line->to_day >= period->to_day;
  gboolean single = ent_aid_is_single (line->aid);
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  from = ent_wording_day (request->language, MAX (line->from_day, period->from_day));
  until = ent_wording_day (request->language, open ? period->to_day : line->to_day);
  ent_fields_set (item, "name", ent_aid_words_kind (request->language, line->aid->kind));
  ent_fields_set (item, "from", from);
  ent_fields_set (item, "until", until);
  ent_fields_set_flag (item, "single", single);
  ent_fields_set_flag (item, "running", open && !single && period->to_day == request->day);
  set_money (item, "monthly", request->language,
             with_amounts ? line->aid->monthly_amount : ENT_MONEY_NONE);
  set_money (item, "one_off", request->language,
             with_amounts ? line->aid->one_off_amount : ENT_MONEY_NONE);
}

static gboolean
refuse_period (const Period *period, GError **error)
{
  g_autofree char *from = ent_day_format (period->from_day, ENT_DAY_NUMERIC);
  g_autofree char *until = ent_day_format (period->to_day, ENT_DAY_NUMERIC);

  if (period->kinds == ENT_AID_EVERY)
    g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                 /* Translators: both are days */
                 _ ("No aid is noted on the file of this person from %s to %s."), from, until);
  else
    g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                 /* Translators: both are days */
                 _ ("No integration income and no equivalent of it is noted on the file of this "
                    "person from %s to %s. Choose all aid, or another period."),
                 from, until);
  return FALSE;
}

static gboolean
fill_aid (EntDb *db, const EntDocumentRequest *request, EntFields *fields, GError **error)
{
  g_autoptr (GPtrArray) aids = NULL;
  g_autoptr (GArray) lines = NULL;
  Period period;

  if (!read_period (request, &period, error))
    return FALSE;
  aids = load_in_period (db, request, &period, error);
  if (aids == NULL)
    return FALSE;
  if (aids->len == 0)
    return refuse_period (&period, error);

  lines = make_lines (aids, ent_document_request_chose (request, "answer.amounts", "yes"));
  for (guint i = 0; i < lines->len; i++)
    add_line (fields, &g_array_index (lines, Line, i), request, &period);

  return TRUE;
}

static gboolean
fill_no_aid (EntDb *db, const EntDocumentRequest *request, EntFields *fields, GError **error)
{
  g_autoptr (GPtrArray) aids = NULL;
  g_autofree char *from = NULL;
  Period period;
  EntAid *first;

  if (!read_period (request, &period, error))
    return FALSE;
  aids = load_in_period (db, request, &period, error);
  if (aids == NULL)
    return FALSE;
  if (aids->len == 0)
    return TRUE;

  first = g_ptr_array_index (aids, 0);
  from = ent_day_format (first->from_day, ENT_DAY_NUMERIC);
  g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
               /* Translators: a kind of aid and a day */
               _ ("This person received aid in that period: “%s”, from %s. Choose another period, "
                  "or make an attestation of aid."),
               ent_enum_label (&ent_aid_kind_enum, first->kind), from);
  return FALSE;
}

static char *
propose_from (EntDb *db, gint64 subject_id, gint32 day, const char *language)
{
  return ent_day_to_iso (first_day_proposed (day));
}

static char *
propose_until (EntDb *db, gint64 subject_id, gint32 day, const char *language)
{
  return ent_day_to_iso (day);
}

/* Other aid tells more of someone, so it is proposed only when there is no income to attest. */
static char *
propose_scope (EntDb *db, gint64 subject_id, gint32 day, const char *language)
{
  EntDocumentRequest request = { .subject_id = subject_id, .day = day, .language = language };
  Period period = { first_day_proposed (day), day, ENT_AID_INCOMES };
  g_autoptr (GPtrArray) incomes = load_in_period (db, &request, &period, NULL);

  return g_strdup (incomes != NULL && incomes->len > 0 ? "income" : "all");
}

static char *
propose_all (EntDb *db, gint64 subject_id, gint32 day, const char *language)
{
  return g_strdup ("all");
}

/* clang-format off */
static const EntChip aid_chips[] = {
  { "aids", ENT_CHIP_LIST, N_("Aids of the period"), NULL },
  { "aids.name", ENT_CHIP_TEXT, N_("Kind of aid"), N_("social integration income") },
  { "aids.from", ENT_CHIP_TEXT, N_("First day in the period"), N_("1 March 2026") },
  { "aids.until", ENT_CHIP_TEXT, N_("Last day in the period"), N_("31 May 2026") },
  { "aids.running", ENT_CHIP_FLAG, N_("The aid runs on the day of the document"), NULL },
  { "aids.single", ENT_CHIP_FLAG, N_("The aid was given once"), NULL },
  { "aids.monthly", ENT_CHIP_TEXT, N_("Monthly amount, when asked"), "1 340,47 €" },
  { "aids.one_off", ENT_CHIP_TEXT, N_("Single amount, when asked"), "250,00 €" },
  { NULL, ENT_CHIP_TEXT, NULL, NULL },
};

static const EntChip no_chips[] = {
  { NULL, ENT_CHIP_TEXT, NULL, NULL },
};

static const EntQuestion aid_questions[] = {
  { "answer.from", ENT_QUESTION_DAY, N_("First day of the period"), TRUE, NULL, propose_from },
  { "answer.until", ENT_QUESTION_DAY, N_("Last day of the period"), TRUE, NULL, propose_until },
  { "answer.scope", ENT_QUESTION_CHOICE, N_("Of which aid"), TRUE, &scope_enum, propose_scope },
  { "answer.amounts", ENT_QUESTION_CHOICE, N_("Say the amounts"), TRUE, &ent_document_yes_no_enum,
    ent_document_propose_no },
  { NULL, ENT_QUESTION_TEXT, NULL, FALSE, NULL, NULL },
};

static const EntQuestion no_aid_questions[] = {
  { "answer.from", ENT_QUESTION_DAY, N_("First day of the period"), TRUE, NULL, propose_from },
  { "answer.until", ENT_QUESTION_DAY, N_("Last day of the period"), TRUE, NULL, propose_until },
  { "answer.scope", ENT_QUESTION_CHOICE, N_("Of which aid"), TRUE, &scope_enum, propose_all },
  { NULL, ENT_QUESTION_TEXT, NULL, FALSE, NULL, NULL },
};
/* clang-format on */

const EntDocumentKind ent_aid_attestation = {
  .id = "attestation-aid",
  .title = N_ ("Attestation of aid received"),
  .hint = N_ ("Which aid in a period, with amounts only when they are asked"),
  .icon_name = "ent-documents-symbolic",
  .shape = ENT_SHAPE_ATTESTATION,
  .subject = &ent_person_schema,
  .chips = aid_chips,
  .questions = aid_questions,
  .fill = fill_aid,
};

const EntDocumentKind ent_aid_no_aid_attestation = {
  .id = "attestation-no-aid",
  .title = N_ ("Attestation of no aid"),
  .hint = N_ ("That no aid was received in a period, for an office, a lawyer or another centre"),
  .icon_name = "ent-documents-symbolic",
  .shape = ENT_SHAPE_ATTESTATION,
  .subject = &ent_person_schema,
  .chips = no_chips,
  .questions = no_aid_questions,
  .fill = fill_no_aid,
};
