/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What surrounds the text of a document: letterhead, address in the window, references, place and
 * day, who signs. Thread of the connection. */

#include "ent-agent.h"
#include "ent-paper-fields.h"
#include "ent-paper-make-private.h"
#include "ent-paper-query.h"
#include "ent-paper-words.h"
#include "ent-person-documents.h"
#include "ent-staff-query.h"
#include "ent-vault.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TEXT_SIZE 12 /* what a beneficiary reads is never smaller */
#define LARGE_TYPE 16
#define ROOM_TO_SIGN_MM 18

static void
signer_free (EntPaperSigner *self)
{
  g_free (self->title);
  g_free (self->name);
  g_free (self->instead_of);
  g_free (self);
}

char *
ent_paper_signers_setting (const EntDocumentKind *kind)
{
  return g_strdup_printf ("paper.signers.%s", kind->id);
}

/* The organic law has the president and the director general sign together; letters about the
 * progress of a file are usually delegated. The centre says otherwise where it does otherwise. */
const char *
ent_paper_default_signers (const EntDocumentKind *kind)
{
  return kind->shape == ENT_SHAPE_LETTER ? "author" : "director-general,president";
}

static const char *
signatory_title (EntSignatory *signatory, const char *language)
{
  if (g_str_equal (language, "nl") && signatory->title_nl != NULL)
    return signatory->title_nl;
  if (g_str_equal (language, "de") && signatory->title_de != NULL)
    return signatory->title_de;
  return signatory->title_fr;
}

/* The one who holds the role on that day, or, while absent, whoever stands in. */
static EntPaperSigner *
holder_of (EntPaperMade *self, EntDb *db, const EntPaperRequest *request, int role, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntSignatory) signatory = NULL;
  g_autoptr (EntAgent) agent = NULL;
  g_autoptr (EntAgent) stand_in = NULL;
  EntPaperSigner *signer;
  gint64 present;

  signatory = ent_paper_query_signatory (db, role, request->day, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (signatory == NULL)
    return NULL;
  present = ent_staff_query_stand_in (db, signatory->agent_id, request->day, NULL);
  if (request->signer_for == signatory->agent_id && request->signer_id != 0)
    present = request->signer_id;
  agent = ent_paper_query_record (db, &ent_agent_schema, signatory->agent_id, NULL);
  if (present != 0 && present != signatory->agent_id)
    stand_in = ent_paper_query_record (db, &ent_agent_schema, present, NULL);
  if (agent == NULL)
    return NULL;

  signer = g_new0 (EntPaperSigner, 1);
  signer->role = role;
  signer->agent_id = stand_in != NULL ? present : signatory->agent_id;
  signer->name = ent_paper_agent_name (stand_in != NULL ? stand_in : agent);
  signer->instead_of = stand_in != NULL ? ent_paper_agent_name (agent) : NULL;
  signer->title = g_strdup (signatory_title (signatory, self->language));
  if (signer->title == NULL)
    signer->title = g_strdup (ent_paper_words_role (self->language, role));
  return signer;
}

/* Whoever makes the document, or, while she is away, whoever was asked to stand in. */
/* "service social" as it begins a line. */
static char *
capitalized (const char *text)
{
  g_autofree char *first = text != NULL
                               ? g_utf8_substring (text, 0, MIN (1, g_utf8_strlen (text, -1)))
                               : NULL;
  g_autofree char *upper = first != NULL ? g_utf8_strup (first, -1) : NULL;

  return upper != NULL ? g_strconcat (upper, text + strlen (first), NULL) : NULL;
}

static EntPaperSigner *
author_as_signer (EntPaperMade *self, EntDb *db, const EntPaperRequest *request)
{
  EntPaperSigner *signer = g_new0 (EntPaperSigner, 1);
  const char *name = ent_fields_get (self->fields, "agent.name");
  g_autoptr (EntAgent) stand_in = NULL;

  if (request->agent_id != 0 && request->signer_for == request->agent_id)
    stand_in = ent_paper_query_record (db, &ent_agent_schema, request->signer_id, NULL);
  signer->role = ENT_ROLE_AUTHOR;
  signer->agent_id = stand_in != NULL ? request->signer_id : request->agent_id;
  signer->name = stand_in != NULL ? ent_paper_agent_name (stand_in)
                                  : g_strdup (name != NULL ? name : "");
  signer->instead_of = stand_in != NULL ? g_strdup (name) : NULL;
  signer->title = capitalized (ent_fields_get (self->fields, "agent.function"));
  return signer;
}

static gboolean
find_signers (EntPaperMade *self, EntDb *db, const EntPaperRequest *request, GError **error)
{
  g_autofree char *setting = ent_paper_signers_setting (request->kind);
  g_autofree char *own = ent_paper_query_setting (db, setting);
  g_auto (GStrv) roles = g_strsplit (
      own != NULL && *own != '\0' ? own : ent_paper_default_signers (request->kind), ",", -1);

  self->signers = g_ptr_array_new_with_free_func ((GDestroyNotify) signer_free);
  for (guint i = 0; roles[i] != NULL; i++)
    {
      const EntChoice *role = ent_enum_by_nick (&ent_signatory_role_enum, g_strstrip (roles[i]));
      g_autoptr (GError) local_error = NULL;
      EntPaperSigner *signer;

      if (role == NULL)
        continue;
      signer = role->value == ENT_ROLE_AUTHOR
                   ? author_as_signer (self, db, request)
                   : holder_of (self, db, request, role->value, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (signer != NULL)
        g_ptr_array_add (self->signers, signer);
      else
        /* Translators: a role that nobody is noted for, in a list of what is missing */
        g_ptr_array_add (self->gaps,
                         g_strdup_printf (_ ("signatory “%s” (noted under Signatories)"),
                                          ent_enum_label (&ent_signatory_role_enum, role->value)));
    }
  return TRUE;
}

static void
add_line (EntBlock *block, const char *text, EntSpanFlags flags)
{
  if (block->spans->len > 0)
    ((EntSpan *) g_ptr_array_index (block->spans, block->spans->len - 1))->flags |= ENT_SPAN_BREAK;
  ent_block_add_text (block, text, flags, NULL);
}

static EntBlock *
signature_block (EntPaperMade *self,
                 EntDb *db,
                 const EntPaperRequest *request,
                 const EntPaperSigner *signer)
{
  EntBlock *block = ent_block_new (ENT_BLOCK_SIGNATURE);
  g_autofree char *image = NULL;
  g_autofree char *title = signer->title != NULL ? g_strdup_printf ("%s,", signer->title) : NULL;

  if (title != NULL)
    add_line (block, title, 0);
  if (signer->instead_of != NULL)
    {
      g_autofree char *absent = g_strdup_printf (ent_wording_word (self->language,
                                                                   ENT_WORD_FOR_ABSENT),
                                                 signer->instead_of);

      add_line (block, absent, ENT_SPAN_ITALIC);
    }
  if (request->signing == ENT_SIGNING_ELECTRONIC)
    {
      g_autofree char *signed_by = g_strdup_printf (
          ent_wording_word (self->language, ENT_WORD_SIGNED_ELECTRONICALLY), signer->name);

      add_line (block, signed_by, ENT_SPAN_ITALIC);
    }
  else
    {
      if (request->own_signature && signer->agent_id != 0 && signer->agent_id == request->agent_id)
        image = ent_paper_query_signature_image (db, signer->agent_id);
      if (image != NULL)
        block->image = ent_vault_get (db, image, NULL);
      if (block->image != NULL)
        block->alt = g_strdup (signer->name);
      block->width = request->signing == ENT_SIGNING_BY_HAND ? ROOM_TO_SIGN_MM : 0;
      add_line (block, signer->name, ENT_SPAN_BOLD);
    }
  return block;
}

static EntBlock *
find_signatures (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      EntBlock *block = g_ptr_array_index (blocks, i);
      EntBlock *inner;

      if (block->kind == ENT_BLOCK_SIGNATURES)
        return block;
      inner = find_signatures (block->children);
      if (inner != NULL)
        return inner;
    }
  return NULL;
}

static char *
place_and_day (EntPaperMade *self)
{
  const char *place = ent_fields_get (self->fields, "document.place");
  const char *day = ent_fields_get (self->fields, "document.day");

  if (place == NULL)
    g_ptr_array_add (self->gaps, g_strdup (_ ("locality of the centre")));
  return g_strdup_printf (ent_wording_word (self->language, ENT_WORD_PLACE_AND_DAY),
                          place != NULL ? place : "…", day);
}

/* An attestation ends with where and when; a letter begins with it, on the right. */
static void
insert_place_and_day (EntPaperMade *self, EntBlock *signatures, EntDocumentShape shape)
{
  EntBlock *line = ent_block_new (ENT_BLOCK_PARAGRAPH);
  g_autofree char *text = place_and_day (self);
  guint position;

  line->align = shape == ENT_SHAPE_LETTER ? ENT_ALIGN_END : ENT_ALIGN_START;
  ent_block_add_text (line, text, 0, NULL);
  if (shape == ENT_SHAPE_LETTER)
    g_ptr_array_insert (self->doc->blocks, 0, line);
  else if (g_ptr_array_find (self->doc->blocks, signatures, &position))
    g_ptr_array_insert (self->doc->blocks, (int) position, line);
  else
    g_ptr_array_add (self->doc->blocks, line);
}

static void
write_signatures (EntPaperMade *self, EntDb *db, const EntPaperRequest *request)
{
  EntBlock *signatures = find_signatures (self->doc->blocks);

  insert_place_and_day (self, signatures, request->kind->shape);
  if (request->signing == ENT_SIGNING_NONE)
    {
      g_ptr_array_remove (self->doc->blocks, signatures);
      return;
    }
  if (signatures == NULL)
    {
      signatures = ent_block_new (ENT_BLOCK_SIGNATURES);
      g_ptr_array_add (self->doc->blocks, signatures);
    }
  for (guint i = 0; i < self->signers->len; i++)
    ent_block_add (signatures,
                   signature_block (self, db, request, g_ptr_array_index (self->signers, i)));
}

static void
write_letterhead (EntPaperMade *self, EntDb *db, EntCentre *centre)
{
  EntDoc *doc = self->doc;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) address = ent_paper_centre_lines (centre);
  static const char *const contact[] = { "centre.phone", "centre.e_mail", "centre.website" };
  static const char *const foot[] = { "centre.name", "centre.enterprise_number", "centre.iban" };
  GString *footer = g_string_new (NULL);

  doc->sender_name = g_strdup (ent_fields_get (self->fields, "centre.name"));
  doc->author = g_strdup (doc->sender_name);
  g_strv_builder_addv (builder, (const char **) address);
  for (guint i = 0; i < G_N_ELEMENTS (contact); i++)
    if (ent_fields_get (self->fields, contact[i]) != NULL)
      g_strv_builder_add (builder, ent_fields_get (self->fields, contact[i]));
  doc->sender_lines = g_strv_builder_end (builder);
  if (centre->logo != NULL)
    doc->logo = ent_vault_get (db, centre->logo, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (foot); i++)
    if (ent_fields_get (self->fields, foot[i]) != NULL)
      g_string_append_printf (footer, "%s%s", footer->len > 0 ? " · " : "",
                              ent_fields_get (self->fields, foot[i]));
  doc->footer = g_string_free (footer, FALSE);
}

static void
write_address (EntPaperMade *self,
               EntDb *db,
               const EntPaperRequest *request,
               EntCentre *centre,
               EntPerson *person)
{
  EntDoc *doc = self->doc;
  const char *name = ent_fields_get (self->fields, "centre.name");
  const char *address = ent_fields_get (self->fields, "centre.address");

  if (request->recipient != NULL && *request->recipient != '\0')
    doc->recipient = g_strsplit (request->recipient, "\n", -1);
  else if (person != NULL)
    doc->recipient = ent_paper_person_lines (db, person, request->day, self->language);
  if (doc->recipient == NULL)
    g_ptr_array_add (self->gaps, g_strdup (_ ("address of the addressee")));
  else
    self->recipient = g_strdup (doc->recipient[0]);
  doc->window = centre->window_side == ENT_SIDE_LEFT ? ENT_WINDOW_LEFT : ENT_WINDOW_RIGHT;
  if (name != NULL && address != NULL)
    doc->return_line = g_strdup_printf ("%s, %s", name, address);
}

static void
write_references (EntPaperMade *self)
{
  static const struct
  {
    EntWord word;
    const char *path;
  } lines[] = {
    { ENT_WORD_OUR_REFERENCE, "file.number" },
    { ENT_WORD_HANDLED_BY, "agent.name" },
    { ENT_WORD_PHONE, "agent.phone" },
    { ENT_WORD_E_MAIL, "agent.e_mail" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (ent_fields_get (self->fields, lines[i].path) != NULL)
      ent_doc_add_reference (self->doc, ent_wording_word (self->language, lines[i].word),
                             ent_fields_get (self->fields, lines[i].path));
}

gboolean
ent_paper_make_page (EntPaperMade *self,
                     EntDb *db,
                     const EntPaperRequest *request,
                     EntCentre *centre,
                     EntPerson *person,
                     GError **error)
{
  EntDoc *doc = self->doc;

  doc->title = g_strdup (self->title);
  doc->day = request->day;
  doc->paper = ent_paper_a4;
  doc->text_size = request->large_type ? LARGE_TYPE : TEXT_SIZE;
  doc->draft_word = g_strdup (ent_wording_word (self->language, ENT_WORD_DRAFT));
  doc->page_words = g_strdup (ent_wording_word (self->language, ENT_WORD_PAGE));
  write_letterhead (self, db, centre);
  if (request->kind->shape == ENT_SHAPE_LETTER)
    {
      write_address (self, db, request, centre, person);
      write_references (self);
    }
  else if (person != NULL)
    self->recipient = ent_person_get_document_name (person);
  if (request->signing != ENT_SIGNING_NONE && !find_signers (self, db, request, error))
    return FALSE;
  write_signatures (self, db, request);
  return TRUE;
}
