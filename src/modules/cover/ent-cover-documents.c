/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letter that tells a beneficiary what changes in her visits: all changes of a period on one
 * sheet. Thread of the connection. */

#include "ent-cover-documents.h"

#include "ent-cover-query.h"
#include "ent-cover-rules.h"
#include "ent-date.h"
#include "ent-person.h"
#include "ent-visit-notice.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>

static void
set_time (EntFields *fields, const char *path, const char *language, int time)
{
  g_autofree char *text = time != ENT_INT_NONE ? ent_wording_time (language, time) : NULL;

  ent_fields_set (fields, path, text);
}

static void
add_change (EntFields *fields, EntVisitNotice *notice, const char *language)
{
  EntFields *item = ent_fields_append (fields, "changes");
  g_autofree char *day = ent_wording_weekday_and_day (language, notice->day);
  gboolean is_cancelled = notice->kind == ENT_NOTICE_CANCELLED;
  gboolean is_changed = !ent_notice_kind_ends (notice->kind);

  ent_fields_set (item, "day", day);
  set_time (item, "old_time", language, notice->old_time);
  set_time (item, "time", language, notice->new_time);
  ent_fields_set (item, "old_carer", notice->old_carer);
  ent_fields_set (item, "carer", notice->new_carer);
  ent_fields_set_flag (item, "cancelled", is_cancelled);
  ent_fields_set_flag (item, "no_carer", notice->kind == ENT_NOTICE_NO_CARER);
  ent_fields_set_flag (item, "other_time",
                       is_changed && notice->old_time != ENT_INT_NONE &&
                           notice->old_time != notice->new_time);
  ent_fields_set_flag (item, "other_carer",
                       is_changed && notice->old_carer_id != 0 &&
                           notice->old_carer_id != notice->new_carer_id);
}

static gboolean
fill (EntDb *db, const EntDocumentRequest *request, EntFields *fields, GError **error)
{
  gint32 from = ent_document_request_day (request, "answer.from", request->day);
  gint32 until = ent_document_request_day (request, "answer.until", G_MAXINT32 / 2);
  g_autoptr (GPtrArray) notices = NULL;

  notices = ent_cover_query_notices_of (db, request->subject_id, from, error);
  if (notices == NULL)
    return FALSE;
  for (guint i = 0; i < notices->len; i++)
    if (((EntVisitNotice *) g_ptr_array_index (notices, i))->day <= until)
      add_change (fields, g_ptr_array_index (notices, i), request->language);
  ent_fields_set_flag (fields, "single", ent_fields_n_items (fields, "changes") == 1);
  if (ent_fields_n_items (fields, "changes") > 0)
    return TRUE;
  g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                       _ ("No visit of this person has changed in that period. Choose another "
                          "period."));
  return FALSE;
}

static char *
propose (EntDb *db, gint64 subject_id, gint32 day, gboolean is_last)
{
  g_autoptr (GPtrArray) notices = ent_cover_query_notices_of (db, subject_id, day, NULL);

  if (notices == NULL || notices->len == 0)
    return NULL;
  return ent_day_to_iso (
      ((EntVisitNotice *) g_ptr_array_index (notices, is_last ? notices->len - 1 : 0))->day);
}

static char *
propose_from (EntDb *db, gint64 subject_id, gint32 day, const char *language)
{
  return propose (db, subject_id, day, FALSE);
}

static char *
propose_until (EntDb *db, gint64 subject_id, gint32 day, const char *language)
{
  return propose (db, subject_id, day, TRUE);
}

/* clang-format off */
static const EntChip chips[] = {
  { "single", ENT_CHIP_FLAG, N_("Only one visit changes"), NULL },
  { "changes", ENT_CHIP_LIST, N_("Visits that change"), NULL },
  { "changes.day", ENT_CHIP_TEXT, N_("Day of the visit"), N_("Tuesday 1 December 2026") },
  { "changes.old_time", ENT_CHIP_TEXT, N_("Time before"), "9 h" },
  { "changes.time", ENT_CHIP_TEXT, N_("Time now"), "9 h 30" },
  { "changes.old_carer", ENT_CHIP_TEXT, N_("Carer before"), "Luce Leroy" },
  { "changes.carer", ENT_CHIP_TEXT, N_("Carer now"), "Marc Maes" },
  { "changes.cancelled", ENT_CHIP_FLAG, N_("The visit is cancelled"), NULL },
  { "changes.no_carer", ENT_CHIP_FLAG, N_("Nobody is found yet for the visit"), NULL },
  { "changes.other_time", ENT_CHIP_FLAG, N_("The time is another"), NULL },
  { "changes.other_carer", ENT_CHIP_FLAG, N_("The carer is another"), NULL },
  { NULL, ENT_CHIP_TEXT, NULL, NULL },
};

static const EntQuestion questions[] = {
  { "answer.from", ENT_QUESTION_DAY, N_("Changes from"), TRUE, NULL, propose_from },
  { "answer.until", ENT_QUESTION_DAY, N_("Changes until"), TRUE, NULL, propose_until },
  { NULL, ENT_QUESTION_TEXT, NULL, FALSE, NULL, NULL },
};
/* clang-format on */

const EntDocumentKind ent_cover_letter = {
  .id = "letter-home-care-changes",
  .title = N_ ("Letter about changed visits"),
  .hint = N_ ("Who comes instead and when, which visits are cancelled"),
  .icon_name = "ent-rounds-symbolic",
  .shape = ENT_SHAPE_LETTER,
  .subject = &ent_person_schema,
  .chips = chips,
  .questions = questions,
  .fill = fill,
};

const EntDocumentKind *const ent_cover_documents[] = { &ent_cover_letter, NULL };
