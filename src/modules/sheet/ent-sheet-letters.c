/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letters of a week for all who are visited. Thread of the connection. */

#include "ent-sheet-letters.h"

#include "ent-date.h"
#include "ent-paper-make.h"
#include "ent-paper-query.h"
#include "ent-person.h"
#include "ent-sheet-doc.h"
#include "ent-sheet-letter.h"
#include "ent-sheet-query.h"
#include "ent-sheet-words.h"
#include "ent-staff-query.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  EntDb *db;
  const EntSheetWish *wish;
  EntPaperRequest *model;
  GPtrArray *docs;
  GPtrArray *missing; /* (element-type utf8): who gets none, and why */
} Letters;

static EntPaperRequest *
model_new (EntDb *db, const EntSheetWish *wish)
{
  EntPaperRequest *model = ent_paper_request_new (&ent_sheet_week_letter, 0, ent_day_today ());
  g_autoptr (EntAgent) agent = ent_staff_query_by_login (db, g_get_user_name (), NULL);
  g_autofree char *week = ent_day_to_iso (wish->first_day);

  model->signing = ENT_SIGNING_NONE;
  model->author = g_strdup (g_get_user_name ());
  model->agent_id = agent != NULL ? ent_record_get_id (agent) : 0;
  ent_paper_request_set_answer (model, ENT_SHEET_LETTER_WEEK, week);
  return model;
}

static void
note_missing (Letters *self, gint64 person_id, const char *reason)
{
  g_autoptr (EntPerson)
                person = ent_paper_query_record (self->db, &ent_person_schema, person_id, NULL);
  g_autofree char *name = person != NULL ? ent_person_get_name (person) : g_strdup ("");

  g_ptr_array_add (self->missing, g_strdup_printf ("%s · %s", name, reason));
}

static gboolean
make_one (Letters *self, gint64 person_id, GError **error)
{
  g_autoptr (EntPaperMade) made = NULL;
  g_autoptr (GError) reason = NULL;

  self->model->subject_id = person_id;
  made = ent_paper_make (self->db, self->model, error);
  if (made == NULL)
    return FALSE;
  if (ent_paper_made_check (made, &reason))
    g_ptr_array_add (self->docs, g_steal_pointer (&made->doc));
  else
    note_missing (self, person_id, reason->message);
  return TRUE;
}

static EntDoc *
missing_doc (const Letters *self)
{
  g_autofree char *language = ent_sheet_doc_language ();
  g_autofree char *days = ent_sheet_words_days (self->wish->first_day, self->wish->n_days);
  EntDoc *doc = ent_doc_new (language);
  EntBlock *list = ent_block_new (ENT_BLOCK_LIST);

  doc->day = self->wish->first_day;
  doc->title = g_strdup (_ ("Letters that are missing"));
  doc->page_words = g_strdup (ent_wording_word (language, ENT_WORD_PAGE));
  ent_sheet_doc_add (doc, ENT_BLOCK_HEADING, 1, doc->title);
  ent_sheet_doc_add (doc, ENT_BLOCK_PARAGRAPH, 0, days);
  g_ptr_array_add (doc->blocks, list);
  for (guint i = 0; i < self->missing->len; i++)
    ent_block_add_text (ent_block_add (list, ent_block_new (ENT_BLOCK_ITEM)),
                        g_ptr_array_index (self->missing, i), 0, NULL);
  return doc;
}

static gboolean
make_all (Letters *self, GArray *ids, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !make_one (self, g_array_index (ids, gint64, i), error))
      return FALSE;
  if (ids->len == 0)
    {
      g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                           _ ("Nobody is visited in this week, so there is no letter to print."));
      return FALSE;
    }
  if (self->missing->len > 0)
    g_ptr_array_add (self->docs, missing_doc (self));
  return TRUE;
}

GPtrArray *
ent_sheet_letters_make (EntDb *db,
                        const EntSheetWish *wish,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (EntPaperRequest) model = model_new (db, wish);
  g_autoptr (GPtrArray) docs = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_doc_free);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = NULL;
  Letters self = { db, wish, model, docs, missing };

  if (wish->person_id == 0)
    ids = ent_sheet_query_persons (db, wish->first_day, wish->n_days, error);
  else
    {
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (ids, wish->person_id);
    }
  if (ids == NULL || !make_all (&self, ids, cancellable, error))
    return NULL;
  return g_steal_pointer (&docs);
}
