/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The signature book. What writes runs inside an act, on the writing thread. */

#include "ent-paper-book.h"

#include "ent-agent-absence.h"
#include "ent-date.h"
#include "ent-document-kind.h"
#include "ent-paper-enums.h"
#include "ent-paper-issue.h"
#include "ent-paper-query.h"
#include "ent-pdf-compare.h"
#include "ent-pdf-pages.h"
#include "ent-staff-query.h"
#include "ent-staff-rules.h"
#include "ent-vault.h"

#include <glib/gi18n-lib.h>

/* The agent, and everybody absent whose work she does. */
static GArray *
agents_of (EntDb *db, gint64 agent_id, gint32 day, GError **error)
{
  g_autoptr (GPtrArray) absences = ent_staff_query_absences (db, day, error);
  GArray *agents;

  if (absences == NULL)
    return NULL;
  agents = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (agents, agent_id);
  for (guint i = 0; i < absences->len; i++)
    {
      EntAgentAbsence *absence = g_ptr_array_index (absences, i);

      if (absence->agent_id != agent_id &&
          ent_staff_who_stands_in (absences, absence->agent_id, day) == agent_id)
        g_array_append_val (agents, absence->agent_id);
    }
  return agents;
}

GPtrArray *
ent_paper_book_for (EntDb *db, gint64 agent_id, gint32 day, GError **error)
{
  g_autoptr (GArray) agents = agents_of (db, agent_id, day, error);

  return agents != NULL ? ent_paper_query_turn (db, agents, error) : NULL;
}

static gboolean
refuse_because (GError **error, const char *sentence)
{
  g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE, sentence);
  return FALSE;
}

typedef struct
{
  EntSignatureRequest *line;
  EntDocument *document;
  GPtrArray *lines; /* all of the document */
} Turn;

static void
turn_clear (Turn *self)
{
  g_clear_object (&self->line);
  g_clear_object (&self->document);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Turn, turn_clear)

static gboolean
load_turn (EntDb *db, gint64 request_id, Turn *turn, GError **error)
{
  g_autoptr (EntDocument) cancellation = NULL;

  turn->line = ent_paper_query_record (db, &ent_signature_request_schema, request_id, error);
  if (turn->line == NULL)
    return error != NULL && *error != NULL
               ? FALSE
               : refuse_because (error,
                                 _ ("This line of the signature book is not there any more."));
  turn->document = ent_paper_query_record (db, &ent_document_schema, turn->line->document_id,
                                           error);
  turn->lines = ent_paper_query_requests (db, turn->line->document_id, error);
  if (turn->document == NULL || turn->lines == NULL)
    return FALSE;
  cancellation = ent_paper_query_cancellation (db, turn->line->document_id, NULL);
  if (cancellation != NULL)
    return refuse_because (error, _ ("This document was cancelled meanwhile."));
  if (turn->line->state != ENT_REQUEST_WAITING)
    return refuse_because (error, _ ("This line of the signature book was settled meanwhile."));
  for (guint i = 0; i < turn->lines->len; i++)
    {
      EntSignatureRequest *other = g_ptr_array_index (turn->lines, i);

      if (other->position < turn->line->position && other->state != ENT_REQUEST_SIGNED)
        return refuse_because (error, _ ("Somebody else signs this document first."));
    }
  return TRUE;
}

GBytes *
ent_paper_book_file (EntDb *db, gint64 request_id, GError **error)
{
  g_auto (Turn) turn = { NULL, NULL, NULL };

  if (!load_turn (db, request_id, &turn, error))
    return NULL;
  return ent_paper_get_file (db, turn.document, error);
}

static gboolean
settle (EntApply *apply,
        EntSignatureRequest *line,
        EntRequestState state,
        const char *who,
        GError **error)
{
  g_autoptr (EntSignatureRequest) draft = ent_record_dup (line);

  g_object_set (draft, "state", state, "done-at", ent_stamp_now (), "done-by", who, NULL);
  return ent_apply_update (apply, line, draft, error);
}

gboolean
ent_paper_book_sign (EntApply *apply,
                     gint64 request_id,
                     GBytes *pdf,
                     const char *certificate,
                     const char *who,
                     GError **error)
{
  EntDb *db = ent_apply_get_db (apply);
  g_auto (Turn) turn = { NULL, NULL, NULL };
  g_autoptr (EntSignatureRequest) draft = NULL;
  g_autoptr (EntDocument) signed_document = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autofree char *digest = NULL;

  if (!load_turn (db, request_id, &turn, error))
    return FALSE;
  before = ent_paper_get_file (db, turn.document, error);
  if (before == NULL)
    return FALSE;
  if (!ent_pdf_is_continued (before, pdf))
    return refuse_because (error, _ ("What was signed is not the document of the register."));
  if (!ent_vault_put (db, pdf, &digest, error))
    return FALSE;
  draft = ent_record_dup (turn.line);
  g_object_set (draft, "state", ENT_REQUEST_SIGNED, "means", ENT_MEANS_ELECTRONIC, "done-at",
                ent_stamp_now (), "done-by", who, "certificate", certificate, "file", digest, NULL);
  signed_document = ent_record_dup (turn.document);
  g_object_set (signed_document, "signed-file", digest, NULL);
  return ent_apply_update (apply, turn.line, draft, error) &&
         ent_apply_update (apply, turn.document, signed_document, error);
}

gboolean
ent_paper_book_refuse (EntApply *apply,
                       gint64 request_id,
                       const char *comment,
                       const char *who,
                       GError **error)
{
  g_auto (Turn) turn = { NULL, NULL, NULL };
  g_autoptr (EntSignatureRequest) draft = NULL;

  if (comment == NULL || *comment == '\0')
    return refuse_because (error, _ ("Say why you do not sign."));
  if (!load_turn (ent_apply_get_db (apply), request_id, &turn, error))
    return FALSE;
  draft = ent_record_dup (turn.line);
  g_object_set (draft, "state", ENT_REQUEST_REFUSED, "comment", comment, "done-at",
                ent_stamp_now (), "done-by", who, NULL);
  if (!ent_apply_update (apply, turn.line, draft, error))
    return FALSE;
  for (guint i = 0; i < turn.lines->len; i++)
    {
      EntSignatureRequest *other = g_ptr_array_index (turn.lines, i);

      if (other->position > turn.line->position && other->state == ENT_REQUEST_WAITING &&
          !settle (apply, other, ENT_REQUEST_WITHDRAWN, who, error))
        return FALSE;
    }
  return TRUE;
}

/* Unknown for what is no PDF, or one that cannot be read. */
static int
count_pages (const EntPaperPiece *piece, GBytes *bytes)
{
  guint n_pages = 0;

  if (g_str_equal (piece->media_type, "application/pdf"))
    n_pages = ent_pdf_count_pages (bytes, NULL);
  return n_pages > 0 ? (int) n_pages : ENT_INT_NONE;
}

gint64
ent_paper_attach (EntApply *apply,
                  const EntPaperPiece *piece,
                  GBytes *bytes,
                  gboolean *known,
                  GError **error)
{
  EntDb *db = ent_apply_get_db (apply);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (EntAttachment) same = NULL;
  g_autoptr (EntAttachment) draft = NULL;

  same = ent_paper_query_attachment (db, piece->person_id, digest, NULL);
  if (known != NULL)
    *known = same != NULL;
  if (same != NULL)
    return ent_record_get_id (same);

  draft = ent_record_new (ENT_TYPE_ATTACHMENT);
  if (!ent_vault_put (db, bytes, &draft->file, error))
    return 0;
  draft->person_id = piece->person_id;
  draft->document_id = piece->document_id;
  draft->case_file_id = ent_paper_query_open_file (db, piece->person_id, NULL);
  draft->origin = piece->origin;
  draft->title = g_strdup (piece->title);
  draft->media_type = g_strdup (piece->media_type);
  draft->size = (int) g_bytes_get_size (bytes);
  draft->received_on = piece->received_on;
  draft->added_at = piece->at != 0 ? piece->at : ent_stamp_now ();
  draft->author = g_strdup (piece->who);
  draft->n_pages = count_pages (piece, bytes);
  return ent_apply_insert (apply, draft, error) ? ent_record_get_id (draft) : 0;
}

gboolean
ent_paper_book_sign_on_paper (EntApply *apply,
                              gint64 request_id,
                              GBytes *scan,
                              const char *who,
                              GError **error)
{
  g_auto (Turn) turn = { NULL, NULL, NULL };
  g_autoptr (EntSignatureRequest) draft = NULL;
  g_autofree char *title = NULL;
  g_autofree char *digest = NULL;
  gboolean known;

  if (!load_turn (ent_apply_get_db (apply), request_id, &turn, error))
    return FALSE;
  title = g_strdup_printf ("%s – %s", turn.document->number, turn.document->title);
  if (turn.document->person_id != 0)
    {
      const EntPaperPiece piece = {
        turn.document->person_id,
        ent_record_get_id (turn.document),
        ENT_ORIGIN_SCAN,
        title,
        "application/pdf",
        ent_day_today (),
        who,
      };

      if (ent_paper_attach (apply, &piece, scan, &known, error) == 0)
        return FALSE;
    }
  /* The piece may be deleted one day, or there is no person to keep it with. */
  if (!ent_vault_put (ent_apply_get_db (apply), scan, &digest, error))
    return FALSE;
  draft = ent_record_dup (turn.line);
  g_object_set (draft, "state", ENT_REQUEST_SIGNED, "means", ENT_MEANS_PAPER, "done-at",
                ent_stamp_now (), "done-by", who, "file", digest, NULL);
  return ent_apply_update (apply, turn.line, draft, error);
}
