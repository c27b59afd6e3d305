/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Issuing and cancelling. Inside an act, on the writing thread. */

#include "ent-paper-issue.h"

#include "ent-date.h"
#include "ent-error.h"
#include "ent-paper-kinds.h"
#include "ent-paper-query.h"
#include "ent-person.h"
#include "ent-signature-request.h"
#include "ent-vault.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>

#define MAX_IN_A_YEAR 999999

static int
language_value (const char *language)
{
  const EntChoice *choice = ent_enum_by_nick (&ent_paper_language_enum, language);

  return choice != NULL ? choice->value : ENT_PAPER_FR;
}

/* The register is chronological: a clock that went back is told, not obeyed. One that had run ahead
 * leaves a document behind that must be cancelled, after which it no longer counts. */
static gboolean
check_day (EntDb *db, gint32 day, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntDocument) latest = ent_paper_query_latest (db, &local_error);
  g_autofree char *latest_day = NULL;
  g_autofree char *day_text = NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (latest == NULL || day >= latest->made_on)
    return TRUE;
  latest_day = ent_day_format (latest->made_on, ENT_DAY_NUMERIC);
  day_text = ent_day_format (day, ENT_DAY_NUMERIC);
  /* Translators: number of a document, its day, the day asked for */
  g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
               _ ("The document %s is of %s, later than %s: check the date of this computer. If it "
                  "is right, the other was wrong then: cancel that document first."),
               latest->number, latest_day, day_text);
  return FALSE;
}

/* The next line of the register, with its number. */
static EntDocument *
new_entry (EntDb *db, gint32 day, GError **error)
{
  EntDocument *document;
  int year = 0, sequence;

  ent_day_to_ymd (day, &year, NULL, NULL);
  sequence = ent_paper_query_last_sequence (db, year) + 1;
  if (sequence > MAX_IN_A_YEAR)
    {
      g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_FAILED,
                   _ ("The register of %d is full."), year);
      return NULL;
    }
  document = ent_record_new (ENT_TYPE_DOCUMENT);
  document->year = year;
  document->sequence = sequence;
  document->number = ent_paper_number (year, sequence);
  document->made_on = day;
  document->made_at = ent_stamp_now ();
  return document;
}

static char *
seal_content (EntPaperMade *made, const EntPaperRequest *request)
{
  g_autofree char *fields = ent_fields_to_json (made->fields);
  g_autofree char *day = ent_day_to_iso (request->day);

  return g_strjoin ("\n", request->kind->id, made->language, day, made->template_hash, fields,
                    NULL);
}

static gboolean
seal (EntPaperMade *made,
      EntDb *db,
      const EntPaperRequest *request,
      EntDocument *document,
      GError **error)
{
  g_autofree char *secret = ent_paper_query_setting (db, "paper.secret");
  g_autofree char *content = NULL;

  if (secret == NULL)
    {
      g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_FAILED,
                   _ ("The register has no seal: it is damaged."));
      return FALSE;
    }
  content = seal_content (made, request);
  document->code = ent_paper_code (secret, document->number, content);
  made->doc->seal_text = g_strdup_printf ("%s · %s", document->number, document->code);
  made->doc->seal_payload = g_strdup_printf ("ENT1:%s:%s", document->number, document->code);
  made->doc->seal_alt = g_strdup_printf (ent_wording_word (made->language, ENT_WORD_SEAL_ALT),
                                         document->number);
  ent_fields_set (made->fields, "document.number", document->number);
  return TRUE;
}

static void
describe (EntDocument *document, EntPaperMade *made, const EntPaperRequest *request)
{
  document->entry = ENT_ENTRY_ISSUED;
  document->kind = g_strdup (request->kind->id);
  document->title = g_strdup (made->title);
  document->person_id = made->person_id;
  document->case_file_id = made->case_file_id;
  document->subject_table = g_strdup (request->kind->subject->table);
  document->subject_id = (int) request->subject_id;
  document->language = language_value (made->language);
  document->purpose = g_strdup (request->purpose);
  document->recipient = g_strdup (request->recipient != NULL ? request->recipient
                                                             : made->recipient);
  document->author = g_strdup (request->author != NULL ? request->author : g_get_user_name ());
  document->agent_id = request->agent_id;
  document->edition = made->edition;
  document->template_hash = g_strdup (made->template_hash);
  document->answers = ent_paper_request_answers_to_json (request);
  document->signing = request->signing;
}

static gboolean
ask_signatures (EntApply *apply, EntPaperMade *made, EntDocument *document, GError **error)
{
  for (guint i = 0; i < made->signers->len; i++)
    {
      const EntPaperSigner *signer = g_ptr_array_index (made->signers, i);
      g_autoptr (EntSignatureRequest) line = ent_record_new (ENT_TYPE_SIGNATURE_REQUEST);

      line->document_id = ent_record_get_id (document);
      line->position = (int) i + 1;
      line->role = signer->role;
      line->agent_id = signer->agent_id;
      line->state = ENT_REQUEST_WAITING;
      line->asked_at = document->made_at;
      line->asked_by = g_strdup (document->author);
      if (!ent_apply_insert (apply, line, error))
        return FALSE;
    }
  return TRUE;
}

/* Whatever stands in the way of signing is found before a number is given. */
static gboolean
check_signing (EntPaperMade *made, const EntPaperRequest *request, GError **error)
{
  if (request->signing != ENT_SIGNING_ELECTRONIC)
    return TRUE;
  if (made->signers->len == 0)
    {
      g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                   _ ("Nobody is noted as signing this document."));
      return FALSE;
    }
  for (guint i = 0; i < made->signers->len; i++)
    if (((const EntPaperSigner *) g_ptr_array_index (made->signers, i))->agent_id == 0)
      {
        g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                     _ ("Who signs this document is not among the agents, and cannot be asked for "
                        "an electronic signature."));
        return FALSE;
      }
  return TRUE;
}

gint64
ent_paper_issue (EntApply *apply, const EntPaperRequest *request, GError **error)
{
  EntDb *db = ent_apply_get_db (apply);
  g_autoptr (EntPaperMade) made = ent_paper_make (db, request, error);
  g_autoptr (EntDocument) document = NULL;
  g_autoptr (GBytes) pdf = NULL;
  guint n_pages = 0;

  if (made == NULL || !ent_paper_made_check (made, error) || !check_signing (made, request, error))
    return 0;
  if (!check_day (db, request->day, error))
    return 0;
  document = new_entry (db, request->day, error);
  if (document == NULL || !seal (made, db, request, document, error))
    return 0;
  pdf = ent_doc_render (made->doc, &n_pages, NULL, error);
  if (pdf == NULL || !ent_vault_put (db, pdf, &document->file, error))
    return 0;
  if (request->at != 0)
    document->made_at = request->at;
  describe (document, made, request);
  document->n_pages = (int) n_pages;
  if (!ent_apply_insert (apply, document, error))
    return 0;
  if (request->signing == ENT_SIGNING_ELECTRONIC && !ask_signatures (apply, made, document, error))
    return 0;
  return ent_record_get_id (document);
}

static gboolean
withdraw_requests (EntApply *apply, gint64 document_id, const char *author, GError **error)
{
  g_autoptr (GPtrArray)
                lines = ent_paper_query_requests (ent_apply_get_db (apply), document_id, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      EntSignatureRequest *line = g_ptr_array_index (lines, i);
      g_autoptr (EntSignatureRequest) draft = NULL;

      if (line->state != ENT_REQUEST_WAITING)
        continue;
      draft = ent_record_dup (line);
      g_object_set (draft, "state", ENT_REQUEST_WITHDRAWN, "done-at", ent_stamp_now (), "done-by",
                    author, NULL);
      if (!ent_apply_update (apply, line, draft, error))
        return FALSE;
    }
  return lines != NULL;
}

static EntDocument *
load_document (EntDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  EntDocument *document = ent_paper_query_record (db, &ent_document_schema, id, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (document == NULL)
    g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                 _ ("This document is not in the register."));
  return document;
}

static EntDocument *
load_to_cancel (EntDb *db, gint64 document_id, const char *reason, GError **error)
{
  g_autoptr (EntDocument) document = load_document (db, document_id, error);
  g_autoptr (EntDocument) earlier = NULL;

  if (document == NULL)
    return NULL;
  earlier = ent_paper_query_cancellation (db, document_id, NULL);
  if (document->entry == ENT_ENTRY_CANCELLED)
    g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                 _ ("A cancellation cannot be cancelled: issue the document again."));
  else if (earlier != NULL)
    g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                 _ ("This document was cancelled before, by entry %s."), earlier->number);
  else if (reason == NULL || *reason == '\0')
    g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_INCOMPLETE,
                 _ ("Say why the document is cancelled."));
  else
    return g_steal_pointer (&document);
  return NULL;
}

gint64
ent_paper_cancel (EntApply *apply,
                  gint64 document_id,
                  const char *reason,
                  gint32 day,
                  const char *author,
                  GError **error)
{
  EntDb *db = ent_apply_get_db (apply);
  g_autofree char *secret = ent_paper_query_setting (db, "paper.secret");
  g_autoptr (EntDocument) document = load_to_cancel (db, document_id, reason, error);
  g_autoptr (EntDocument) entry = NULL;

  if (document == NULL)
    return 0;
  entry = new_entry (db, day, error);
  if (entry == NULL)
    return 0;
  entry->entry = ENT_ENTRY_CANCELLED;
  entry->cancels_id = document_id;
  entry->kind = g_strdup (document->kind);
  /* Translators: title of the entry that cancels a document: its title */
  entry->title = g_strdup_printf (_ ("Cancellation: %s"), document->title);
  entry->person_id = document->person_id;
  entry->case_file_id = document->case_file_id;
  entry->language = document->language;
  entry->author = g_strdup (author);
  entry->reason = g_strdup (reason);
  entry->code = ent_paper_code (secret != NULL ? secret : "", entry->number, document->number);
  if (!ent_apply_insert (apply, entry, error) ||
      !withdraw_requests (apply, document_id, author, error))
    return 0;
  return ent_record_get_id (entry);
}

/* When two records of a person became one, the document went to the one that is left. */
static gint64
subject_of (EntDocument *document, const EntDocumentKind *kind)
{
  return kind->subject == &ent_person_schema && document->person_id != 0 ? document->person_id
                                                                         : document->subject_id;
}

EntPaperRequest *
ent_paper_request_of (EntDocument *document)
{
  const EntDocumentKind *kind = ent_paper_kind (document->kind);
  const EntChoice *language = ent_enum_by_value (&ent_paper_language_enum, document->language);
  EntPaperRequest *request;

  if (kind == NULL || document->entry != ENT_ENTRY_ISSUED)
    return NULL;
  request = ent_paper_request_new (kind, subject_of (document, kind), document->made_on);
  request->language = g_strdup (language != NULL ? language->nick : NULL);
  request->purpose = g_strdup (document->purpose);
  request->signing = document->signing;
  request->author = g_strdup (document->author);
  request->agent_id = document->agent_id;
  ent_paper_request_set_answers_from_json (request, document->answers);
  return request;
}

/* Only for somebody whose turn is still to come may somebody else sign: who refused is not absent.
 */
static gboolean
check_stand_in (EntDb *db, gint64 document_id, gint64 signer_for, GError **error)
{
  g_autoptr (GPtrArray) lines = ent_paper_query_requests (db, document_id, error);
  gboolean waits = FALSE;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      EntSignatureRequest *line = g_ptr_array_index (lines, i);

      if (line->state == ENT_REQUEST_SIGNED)
        {
          g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                       _ ("Somebody has signed this document already: it cannot be made again for "
                          "another signatory. Cancel it and issue it anew."));
          return FALSE;
        }
      waits = waits || (line->state == ENT_REQUEST_WAITING && line->agent_id == signer_for);
    }
  if (lines != NULL && !waits)
    g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                 _ ("This document does not wait for that signature: nobody can stand in for it."));
  return waits;
}

static guint
count_lines (EntDb *db, gint64 document_id, gint64 agent_id)
{
  g_autoptr (GPtrArray) lines = ent_paper_query_requests (db, document_id, NULL);
  guint n = 0;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    n += ((EntSignatureRequest *) g_ptr_array_index (lines, i))->agent_id == agent_id;
  return n;
}

/* By now somebody else may hold the role, or be back: then nobody was replaced. */
static gboolean
check_replaced (EntDb *db, gint64 first, gint64 again, gint64 signer_id, GError **error)
{
  if (count_lines (db, again, signer_id) > count_lines (db, first, signer_id))
    return TRUE;
  g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
               _ ("Today somebody else signs this document: cancel it and issue it anew."));
  return FALSE;
}

static EntPaperRequest *
load_request (EntDb *db, gint64 document_id, GError **error)
{
  g_autoptr (EntDocument) document = load_document (db, document_id, error);
  EntPaperRequest *request = document != NULL ? ent_paper_request_of (document) : NULL;

  if (document != NULL && request == NULL)
    g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                 _ ("This version of Entraide does not know how to make this document again."));
  return request;
}

gint64
ent_paper_issue_for_stand_in (EntApply *apply,
                              gint64 document_id,
                              gint64 signer_for,
                              gint64 signer_id,
                              const EntPaperRequest *asker,
                              GError **error)
{
  EntDb *db = ent_apply_get_db (apply);
  g_autoptr (EntPaperRequest) request = load_request (db, document_id, error);
  const char *reason = _ ("The signatory is absent: issued again for the stand-in.");
  gint64 again;

  if (request == NULL || !check_stand_in (db, document_id, signer_for, error) ||
      ent_paper_cancel (apply, document_id, reason, asker->day, asker->author, error) == 0)
    return 0;
  request->day = asker->day;
  request->signer_for = signer_for;
  request->signer_id = signer_id;
  again = ent_paper_issue (apply, request, error);
  return again != 0 && check_replaced (db, document_id, again, signer_id, error) ? again : 0;
}

GBytes *
ent_paper_get_file (EntDb *db, EntDocument *document, GError **error)
{
  const char *digest = document->signed_file != NULL ? document->signed_file : document->file;

  if (digest == NULL)
    {
      g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                   _ ("This entry of the register has no file."));
      return NULL;
    }
  return ent_vault_get (db, digest, error);
}
