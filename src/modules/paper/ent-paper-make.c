/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a request to a document: records, fields, template, what is missing. Thread of the
 * connection. */

#include "ent-paper-make-private.h"

#include "ent-date.h"
#include "ent-paper-fields.h"
#include "ent-paper-kinds.h"
#include "ent-paper-query.h"
#include "ent-person-enums.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static EntPaperMade *
made_new (void)
{
  EntPaperMade *self = g_new0 (EntPaperMade, 1);

  self->fields = ent_fields_new ();
  self->gaps = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
ent_paper_made_free (EntPaperMade *self)
{
  g_clear_pointer (&self->doc, ent_doc_free);
  ent_fields_unref (self->fields);
  g_free (self->title);
  g_free (self->language);
  g_free (self->template_hash);
  g_free (self->recipient);
  g_ptr_array_unref (self->gaps);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_pointer (&self->signers, g_ptr_array_unref);
  g_free (self->problem);
  g_free (self);
}

/* The person whom a record is about: herself, or who owns it. */
static EntPerson *
person_of (EntDb *db, const EntPaperRequest *request, GError **error)
{
  const EntSchema *schema = request->kind->subject;
  const EntColumn *owner;
  g_autoptr (EntRecord) subject = NULL;
  gint64 id;

  subject = ent_paper_query_record (db, schema, request->subject_id, error);
  if (subject == NULL || schema == &ent_person_schema)
    return (EntPerson *) g_steal_pointer (&subject);
  owner = ent_schema_owner (schema);
  if (owner == NULL || owner->type () != ENT_TYPE_PERSON)
    return NULL;
  g_object_get (subject, owner->name, &id, NULL);
  return ent_paper_query_record (db, &ent_person_schema, id, error);
}

static char *
choose_language (const EntPaperRequest *request, EntPerson *person, EntCentre *centre)
{
  const EntChoice *choice = NULL;

  if (request->language != NULL)
    return g_strdup (request->language);
  if (person != NULL)
    choice = ent_enum_by_value (&ent_language_enum, person->language);
  if (choice != NULL && ent_enum_by_nick (&ent_paper_language_enum, choice->nick) != NULL)
    return g_strdup (choice->nick);
  choice = ent_enum_by_value (&ent_paper_language_enum, centre->language);
  return g_strdup (choice != NULL ? choice->nick : "fr");
}

static void
set_lines (EntFields *fields, const char *path, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  ent_fields_set_empty_list (fields, path);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      ent_fields_set (ent_fields_append (fields, path), "text", lines[i]);
}

static void
set_time (EntFields *fields, const EntPaperMade *self, const char *path, const char *text)
{
  int hours = 0, minutes = 0;
  g_autofree char *words = NULL;

  if (sscanf (text, "%2d:%2d", &hours, &minutes) == 2)
    words = ent_wording_time (self->language, hours * 60 + minutes);
  ent_fields_set (fields, path, words);
}

static void
set_choice (EntFields *fields, const EntQuestion *question, const char *answer)
{
  for (guint i = 0; question->choices != NULL && i < question->choices->n_choices; i++)
    {
      const EntChoice *choice = &question->choices->choices[i];
      g_autofree char *flag = g_strdup_printf ("%s.%s", question->path, choice->nick);
      gboolean chosen = g_strcmp0 (answer, choice->nick) == 0;

      ent_fields_set_flag (fields, flag, chosen);
      if (chosen)
        ent_fields_set (fields, question->path, ent_enum_label (question->choices, choice->value));
    }
}

static void
set_answer (EntPaperMade *self, const EntQuestion *question, const char *answer)
{
  g_autofree char *words = NULL;

  switch (question->kind)
    {
    case ENT_QUESTION_LINES:
      set_lines (self->fields, question->path, answer);
      break;
    case ENT_QUESTION_DAY:
      words = ent_wording_day (self->language, ent_day_parse_iso (answer));
      ent_fields_set (self->fields, question->path, words);
      break;
    case ENT_QUESTION_TIME:
      set_time (self->fields, self, question->path, answer);
      break;
    case ENT_QUESTION_CHOICE:
      set_choice (self->fields, question, answer);
      break;
    case ENT_QUESTION_TEXT:
    case ENT_QUESTION_LONG:
    default:
      ent_fields_set (self->fields, question->path, answer);
    }
}

static void
add_gap (EntPaperMade *self, const char *label)
{
  if (!g_ptr_array_find_with_equal_func (self->gaps, label, g_str_equal, NULL))
    g_ptr_array_add (self->gaps, g_strdup (label));
}

static void
set_answers (EntPaperMade *self, const EntPaperRequest *request)
{
  const EntQuestion *question = request->kind->questions;

  for (; question != NULL && question->path != NULL; question++)
    {
      const char *answer = ent_paper_request_get_answer (request, question->path);

      if (answer != NULL)
        set_answer (self, question, answer);
      else if (question->kind == ENT_QUESTION_LINES)
        ent_fields_set_empty_list (self->fields, question->path);
      else
        ent_fields_set (self->fields, question->path, NULL);
      if (answer == NULL && question->kind == ENT_QUESTION_CHOICE)
        set_choice (self->fields, question, NULL);
      if (answer == NULL && question->required)
        add_gap (self, _ (question->label));
    }
}

static void
set_document_fields (EntPaperMade *self, const EntPaperRequest *request)
{
  g_autofree char *day = ent_wording_day (self->language, request->day);

  ent_fields_set (self->fields, "document.day", day);
  ent_fields_set (self->fields, "document.purpose", request->purpose);
  ent_fields_set (self->fields, "document.number", NULL);
  if (request->recipient != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (request->recipient, "\n", 2);

      ent_fields_set (self->fields, "recipient.name", lines[0]);
    }
  else
    ent_fields_set (self->fields, "recipient.name", NULL);
}

static gboolean
fill_kind (EntPaperMade *self, EntDb *db, const EntPaperRequest *request, GError **error)
{
  const EntDocumentRequest asked = { request->subject_id, request->day, self->language,
                                     request->answers };
  g_autoptr (GError) local_error = NULL;

  if (request->kind->fill == NULL || request->kind->fill (db, &asked, self->fields, &local_error))
    return TRUE;
  if (!g_error_matches (local_error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE) &&
      !g_error_matches (local_error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_INCOMPLETE))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  self->problem = g_strdup (local_error->message);
  return TRUE;
}

static const char *
label_of (const EntDocumentKind *kind, const char *path)
{
  g_autofree const EntChip **arrays = ent_paper_kind_chips (kind);
  const EntQuestion *question = kind->questions;

  for (guint i = 0; arrays[i] != NULL; i++)
    for (const EntChip *chip = arrays[i]; chip->path != NULL; chip++)
      if (g_str_equal (chip->path, path))
        return _ (chip->label);
  for (; question != NULL && question->path != NULL; question++)
    if (g_str_equal (question->path, path))
      return _ (question->label);
  return path;
}

/* A gap bears the name of its field: whoever reads the draft knows no path. */
static void
name_gaps (GPtrArray *blocks, const EntDocumentKind *kind, GPtrArray *paths)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      EntBlock *block = g_ptr_array_index (blocks, i);

      for (guint j = 0; j < block->spans->len; j++)
        {
          EntSpan *span = g_ptr_array_index (block->spans, j);

          if (span->flags & ENT_SPAN_GAP &&
              g_ptr_array_find_with_equal_func (paths, span->text, g_str_equal, NULL))
            g_set_str (&span->text, label_of (kind, span->text));
        }
      name_gaps (block->children, kind, paths);
    }
}

/* Fills the template; the names of fields are checked where it is written, not here. */
static void
fill_template (EntPaperMade *self, const EntPaperRequest *request, const char *text)
{
  g_autoptr (EntTemplate) template = ent_template_parse (text, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *faults = ent_template_get_faults (template);

  if (faults->len > 0)
    {
      self->faults = g_ptr_array_ref (faults);
      return;
    }
  self->doc = ent_doc_new (self->language);
  g_ptr_array_unref (self->doc->blocks);
  self->doc->blocks = ent_template_fill (template, self->fields, paths);
  if (paths->len > 0)
    name_gaps (self->doc->blocks, request->kind, paths);
  self->title = ent_template_title (self->doc->blocks);
  if (*self->title == '\0')
    {
      g_free (self->title);
      self->title = g_strdup (_ (request->kind->title));
    }
  for (guint i = 0; i < paths->len; i++)
    add_gap (self, label_of (request->kind, g_ptr_array_index (paths, i)));
}

static gboolean
read_template (EntPaperMade *self, EntDb *db, const EntPaperRequest *request, GError **error)
{
  const char *language = self->language;
  g_autofree char *text = NULL;
  g_autoptr (GError) local_error = NULL;

  if (request->template_text != NULL)
    text = g_strdup (request->template_text);
  else
    text = ent_paper_current_template (db, request->kind, &language, request->day, &self->edition,
                                       &local_error);
  if (text == NULL &&
      !g_error_matches (local_error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_TEMPLATE))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (text == NULL)
    {
      self->problem = g_strdup (local_error->message);
      return TRUE;
    }
  self->template_hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  fill_template (self, request, text);
  return TRUE;
}

/* A kind that has no template in the language of the person is written in French. */
static gboolean
settle_language (EntPaperMade *self, EntDb *db, const EntPaperRequest *request, GError **error)
{
  const char *language = self->language;
  g_autofree char *text = NULL;
  g_autoptr (GError) local_error = NULL;
  int edition;

  if (request->template_text != NULL)
    return TRUE;
  text = ent_paper_current_template (db, request->kind, &language, request->day, &edition,
                                     &local_error);
  if (text != NULL && language != self->language)
    {
      g_free (self->language);
      self->language = g_strdup (language);
    }
  return TRUE;
}

static gboolean
make (EntPaperMade *self, EntDb *db, const EntPaperRequest *request, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntCentre) centre = ent_paper_query_centre (db, error);
  g_autoptr (EntPerson) person = person_of (db, request, &local_error);
  g_autoptr (EntAgent) agent = NULL;
  g_autofree char *name = ent_paper_query_setting (db, "centre.name");

  if (centre == NULL)
    return FALSE;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (person == NULL && request->kind->subject == &ent_person_schema)
    {
      self->problem = g_strdup (_ ("This person is not in the register any more."));
      return TRUE;
    }
  self->language = choose_language (request, person, centre);
  if (!settle_language (self, db, request, error))
    return FALSE;
  agent = ent_paper_query_record (db, &ent_agent_schema, request->agent_id, NULL);
  ent_paper_fill_centre (self->fields, centre, name);
  ent_paper_fill_agent (self->fields, agent, request->author, self->language);
  set_document_fields (self, request);
  if (person != NULL)
    {
      self->person_id = ent_record_get_id (person);
      self->case_file_id = ent_paper_query_open_file (db, self->person_id, NULL);
      if (!ent_paper_fill_person (self->fields, db, person, request->day, self->language, error))
        return FALSE;
    }
  set_answers (self, request);
  if (!fill_kind (self, db, request, error))
    return FALSE;
  if (self->problem == NULL && !read_template (self, db, request, error))
    return FALSE;
  if (self->doc == NULL)
    return TRUE;
  return ent_paper_make_page (self, db, request, centre, person, error);
}

EntPaperMade *
ent_paper_make (EntDb *db, const EntPaperRequest *request, GError **error)
{
  g_autoptr (EntPaperMade) self = made_new ();

  if (!make (self, db, request, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
ent_paper_made_check (EntPaperMade *self, GError **error)
{
  g_autofree char *list = NULL;

  if (self->problem != NULL)
    {
      g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                           self->problem);
      return FALSE;
    }
  if (self->faults != NULL)
    {
      const EntTemplateFault *fault = g_ptr_array_index (self->faults, 0);

      g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_TEMPLATE,
                   _ ("The template has a fault in line %u: %s"), fault->line, fault->message);
      return FALSE;
    }
  if (self->gaps->len == 0)
    return TRUE;
  g_ptr_array_add (self->gaps, NULL);
  list = g_strjoinv (", ", (char **) self->gaps->pdata);
  g_ptr_array_remove_index (self->gaps, self->gaps->len - 1);
  /* Translators: a list of what is missing, "date of birth, address" */
  g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_INCOMPLETE,
               _ ("This document is not complete. Missing: %s."), list);
  return FALSE;
}

void
ent_paper_propose (EntDb *db, EntPaperRequest *request)
{
  const EntQuestion *question = request->kind->questions;

  for (; question != NULL && question->path != NULL; question++)
    {
      g_autofree char *proposal = NULL;

      if (question->propose == NULL ||
          ent_paper_request_get_answer (request, question->path) != NULL)
        continue;
      proposal = question->propose (db, request->subject_id, request->day,
                                    request->language != NULL ? request->language : "fr");
      ent_paper_request_set_answer (request, question->path, proposal);
    }
}

EntPaperDraft *
ent_paper_draft (EntDb *db,
                 const EntPaperRequest *request,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (EntPaperDraft) self = g_new0 (EntPaperDraft, 1);

  self->made = ent_paper_make (db, request, error);
  if (self->made == NULL)
    return NULL;
  if (self->made->doc == NULL)
    return g_steal_pointer (&self);
  self->made->doc->draft = TRUE;
  self->pdf = ent_doc_render (self->made->doc, &self->n_pages, cancellable, error);
  return self->pdf != NULL ? g_steal_pointer (&self) : NULL;
}

void
ent_paper_draft_free (EntPaperDraft *self)
{
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->made, ent_paper_made_free);
  g_free (self);
}
