/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages made of samples. Thread of the connection. */

#include "ent-paper-sample.h"

#include "ent-paper-chips.h"
#include "ent-paper-fields.h"
#include "ent-paper-make-private.h"
#include "ent-paper-query.h"
#include "ent-person.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>

static const EntDocumentKind letterhead_kind = {
  .id = "letterhead",
  .title = N_ ("Letterhead"),
  .shape = ENT_SHAPE_LETTER,
  .subject = &ent_person_schema,
};

static void
fill_document (EntFields *fields, const EntPaperSample *sample)
{
  g_autofree char *day = ent_wording_day (sample->language, sample->day);

  ent_fields_set (fields, "document.day", day);
}

static void
fill_template (EntPaperMade *self, EntPaperChips *chips, const char *text)
{
  g_autoptr (EntTemplate) template = ent_template_parse (text, ent_paper_chips_get (chips));
  GPtrArray *faults = ent_template_get_faults (template);

  if (faults->len > 0)
    {
      self->faults = g_ptr_array_ref (faults);
      return;
    }
  self->doc = ent_doc_new (self->language);
  g_ptr_array_unref (self->doc->blocks);
  self->doc->blocks = ent_template_fill (template, self->fields, NULL);
  self->title = ent_template_title (self->doc->blocks);
}

/* The address that a letter to the person of the samples would have. */
static char *
sample_address (EntFields *fields)
{
  const char *street = ent_fields_get (fields, "person.street_line");
  const char *postcode = ent_fields_get (fields, "person.postcode");
  const char *locality = ent_fields_get (fields, "person.locality");

  return g_strdup_printf ("%s\n%s\n%s %s", ent_fields_get (fields, "person.name"), street, postcode,
                          locality);
}

static EntPaperMade *
make (EntDb *db, const EntPaperSample *sample, EntCentre *centre, GError **error)
{
  const EntDocumentKind *kind = sample->kind != NULL ? sample->kind : &letterhead_kind;
  g_autoptr (EntPaperMade) self = g_new0 (EntPaperMade, 1);
  g_autoptr (EntPaperChips) chips = ent_paper_chips_new (kind);
  g_autoptr (EntPaperRequest) request = ent_paper_request_new (kind, 0, sample->day);
  g_autofree char *name = ent_paper_query_setting (db, "centre.name");

  self->language = g_strdup (sample->language);
  self->gaps = g_ptr_array_new_with_free_func (g_free);
  self->fields = ent_paper_chips_fill_samples (chips);
  ent_paper_fill_centre (self->fields, centre, name);
  fill_document (self->fields, sample);
  fill_template (self, chips,
                 sample->text != NULL ? sample->text : _ ("The text of the letter stands here."));
  if (self->doc == NULL)
    return g_steal_pointer (&self);

  request->language = g_strdup (sample->language);
  request->recipient = sample_address (self->fields);
  request->signing = sample->kind != NULL ? ENT_SIGNING_BY_HAND : ENT_SIGNING_NONE;
  if (!ent_paper_make_page (self, db, request, centre, NULL, error))
    return NULL;
  return g_steal_pointer (&self);
}

EntPaperDraft *
ent_paper_sample_draft (EntDb *db,
                        const EntPaperSample *sample,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (EntPaperDraft) self = g_new0 (EntPaperDraft, 1);
  g_autoptr (EntCentre) centre = sample->centre != NULL ? g_object_ref (sample->centre)
                                                       : ent_paper_query_centre (db, error);

  if (centre != NULL)
    self->made = make (db, sample, centre, error);
  if (self->made == NULL)
    return NULL;
  if (self->made->doc == NULL)
    return g_steal_pointer (&self);
  if (sample->logo != NULL)
    {
      g_clear_pointer (&self->made->doc->logo, g_bytes_unref);
      self->made->doc->logo = g_bytes_ref (sample->logo);
    }
  self->made->doc->draft = sample->kind != NULL;
  self->pdf = ent_doc_render (self->made->doc, &self->n_pages, cancellable, error);
  return self->pdf != NULL ? g_steal_pointer (&self) : NULL;
}
