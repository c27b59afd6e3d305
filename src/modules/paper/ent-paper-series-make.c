/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks, issues and gathers the documents of a series. Thread of the connection. */

#include "ent-paper-series-make.h"

#include "ent-document.h"
#include "ent-paper-fields.h"
#include "ent-paper-issue.h"
#include "ent-paper-make.h"
#include "ent-paper-query.h"

#include <glib/gi18n-lib.h>

EntPaperRequest *
ent_paper_series_request (EntDb *db, const EntPaperRequest *model, gint64 subject_id)
{
  EntPaperRequest *request = ent_paper_request_copy (model);

  request->subject_id = subject_id;
  ent_paper_propose (db, request);
  return request;
}

static gboolean
check_line (EntDb *db, const EntPaperRequest *model, EntSeriesLine *line, GError **error)
{
  g_autoptr (EntPaperRequest) request = ent_paper_series_request (db, model, line->subject_id);
  g_autoptr (EntPaperMade) made = ent_paper_make (db, request, error);
  g_autoptr (GError) reason = NULL;

  if (made == NULL)
    return FALSE;
  g_clear_pointer (&line->problem, g_free);
  if (!ent_paper_made_check (made, &reason))
    line->problem = g_strdup (reason->message);
  line->is_left_out = line->is_dead || line->problem != NULL;
  return TRUE;
}

gboolean
ent_paper_series_check (EntDb *db,
                        const EntPaperRequest *model,
                        GPtrArray *lines,
                        int *permille,
                        GCancellable *cancellable,
                        GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !check_line (db, model, g_ptr_array_index (lines, i), error))
        return FALSE;
      if (permille != NULL)
        g_atomic_int_set (permille, (int) ((i + 1) * 1000 / lines->len));
    }
  return TRUE;
}

gboolean
ent_paper_series_issue_in (EntApply *apply,
                           const EntPaperRequest *model,
                           EntSeriesLine *line,
                           GError **error)
{
  EntDb *db = ent_apply_get_db (apply);
  g_autoptr (EntPaperRequest) request = ent_paper_series_request (db, model, line->subject_id);
  g_autoptr (EntDocument) document = NULL;

  line->document_id = ent_paper_issue (apply, request, error);
  if (line->document_id != 0)
    document = ent_paper_query_record (db, &ent_document_schema, line->document_id, error);
  if (document == NULL)
    {
      line->document_id = 0;
      return FALSE;
    }
  g_set_str (&line->number, document->number);
  return TRUE;
}

gboolean
ent_paper_series_issue (EntDb *db, const EntPaperRequest *model, EntSeriesLine *line)
{
  g_autoptr (GError) error = NULL;
  const char *author = model->author != NULL ? model->author : g_get_user_name ();
  g_autoptr (EntApply) apply = ent_apply_begin (db, _ ("Document issued"), author, &error);

  g_clear_pointer (&line->problem, g_free);
  if (apply != NULL && ent_paper_series_issue_in (apply, model, line, &error) &&
      ent_apply_commit (g_steal_pointer (&apply), &error))
    return TRUE;
  line->document_id = 0;
  g_clear_pointer (&line->number, g_free);
  line->problem = g_strdup (error->message);
  return FALSE;
}

GPtrArray *
ent_paper_series_files (EntDb *db, GPtrArray *lines, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < lines->len; i++)
    {
      const EntSeriesLine *line = g_ptr_array_index (lines, i);
      g_autoptr (EntDocument) document = NULL;
      GBytes *file;

      if (line->document_id == 0)
        continue;
      document = ent_paper_query_record (db, &ent_document_schema, line->document_id, error);
      file = document != NULL ? ent_paper_get_file (db, document, error) : NULL;
      if (file == NULL)
        return NULL;
      g_ptr_array_add (files, file);
    }
  return g_steal_pointer (&files);
}

GPtrArray *
ent_paper_series_labels (EntDb *db,
                         GPtrArray *lines,
                         gint32 day,
                         const char *language,
                         GError **error)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < lines->len; i++)
    {
      const EntSeriesLine *line = g_ptr_array_index (lines, i);
      g_autoptr (EntPerson) person = NULL;
      char **address;

      if (line->is_left_out)
        continue;
      person = ent_paper_query_record (db, &ent_person_schema, line->subject_id, error);
      if (person == NULL)
        return NULL;
      address = ent_paper_person_lines (db, person, day, language);
      if (address != NULL)
        g_ptr_array_add (labels, address);
    }
  return g_steal_pointer (&labels);
}
