/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The signature book: whose turn it is, signing, refusing, paper, standing in; and files kept with
 * a person. */

#include "ent-agent-absence.h"
#include "ent-agent.h"
#include "ent-paper-book.h"
#include "ent-paper-issue.h"
#include "ent-paper-kinds.h"
#include "ent-paper-query.h"
#include "ent-paper-verify.h"
#include "ent-pdf-compare.h"
#include "ent-person.h"
#include "module-fixture.h"

#include <string.h>

#define LETTER "letter-free"
#define WHO "Iris Brumaire"

typedef struct
{
  Fixture base;
  gint64 person;
  gint64 director;
  gint64 president;
  EntDocument *document; /* waits for the president, then the director */
  gint64 first; /* their lines */
  gint64 second;
} Desk;

static gint64
add_agent (Fixture *fixture, const char *last, const char *login)
{
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);

  put (agent, "last_name", ent_text (last));
  put (agent, "first_name", ent_text ("Iris"));
  put (agent, "function", ent_text ("secretary"));
  put (agent, "login", ent_text (login));
  return insert (fixture, agent);
}

static void
add_signatory (Fixture *fixture, const char *role, gint64 agent)
{
  g_autoptr (EntSignatory) signatory = ent_record_new (ENT_TYPE_SIGNATORY);

  put (signatory, "role", ent_text (role));
  put (signatory, "agent_id", ent_int (agent));
  put (signatory, "from_day", iso ("2020-01-01"));
  insert (fixture, signatory);
}

static gint64
add_person (Fixture *fixture, const char *last)
{
  g_autoptr (EntPerson) person = ent_record_new (ENT_TYPE_PERSON);

  put (person, "last_name", ent_text (last));
  put (person, "first_names", ent_text ("Léa"));
  put (person, "sex", ent_text ("female"));
  put (person, "birth_date", iso ("1980-03-01"));
  return insert (fixture, person);
}

static EntApply *
begin (Desk *self)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (self->base.db, "Test", "tester", &error);

  g_assert_no_error (error);
  return apply;
}

/* Ends an act: written when it went well, else taken back as the store does. */
static gboolean
end (EntApply *apply, gboolean done)
{
  g_autoptr (GError) error = NULL;

  if (!done)
    {
      ent_apply_abort (apply);
      return FALSE;
    }
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
  return TRUE;
}

static EntPaperRequest *
letter (Desk *self)
{
  EntPaperRequest *request = ent_paper_request_new (ent_paper_kind (LETTER), self->person,
                                                    day ("2026-11-21"));

  for (const EntQuestion *question = request->kind->questions; question->path != NULL; question++)
    if (question->kind == ENT_QUESTION_TEXT || question->kind == ENT_QUESTION_LONG)
      ent_paper_request_set_answer (request, question->path, "Votre visite de mardi");
  request->recipient = g_strdup ("Léa Essai\nRue des Saules 12\n4999 Sart");
  request->author = g_strdup (WHO);
  request->agent_id = self->director;
  request->signing = ENT_SIGNING_ELECTRONIC;
  return request;
}

static gint64
line_of (Desk *self, gint64 document_id, guint n)
{
  g_autoptr (GPtrArray) lines = ent_paper_query_requests (self->base.db, document_id, NULL);

  g_assert_cmpuint (lines->len, >, n);
  return ent_record_get_id (g_ptr_array_index (lines, n));
}

static void
issue (Desk *self)
{
  g_autoptr (EntPaperRequest) request = letter (self);
  g_autoptr (GError) error = NULL;
  EntApply *apply = begin (self);
  gint64 id;

  ent_apply_set_setting (apply, "centre.name", "CPAS de Sart-lez-Brumes", &error);
  ent_apply_set_setting (apply, "paper.signers." LETTER, "president,director-general", &error);
  id = ent_paper_issue (apply, request, &error);
  g_assert_no_error (error);
  end (apply, TRUE);
  self->document = load (&self->base, &ent_document_schema, id);
  self->first = line_of (self, id, 0);
  self->second = line_of (self, id, 1);
}

/* Letters say where they were written. */
static void
write_centre (Desk *self)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = begin (self);
  g_autoptr (EntCentre) centre = ent_paper_query_centre (self->base.db, &error);
  g_autoptr (EntCentre) draft = NULL;

  g_assert_no_error (error);
  draft = ent_record_dup (centre);
  g_object_set (draft, "locality", "Sart", NULL);
  ent_apply_update (apply, centre, draft, &error);
  g_assert_no_error (error);
  end (apply, TRUE);
}

static void
desk_set_up (Desk *self, gconstpointer unused)
{
  fixture_set_up (&self->base, NULL);
  write_centre (self);
  self->person = add_person (&self->base, "Essai-Dubrouillard");
  self->director = add_agent (&self->base, "Brumaire", "directrice");
  self->president = add_agent (&self->base, "Nivôse", "president");
  add_signatory (&self->base, "director-general", self->director);
  add_signatory (&self->base, "president", self->president);
  issue (self);
}

static void
desk_tear_down (Desk *self, gconstpointer unused)
{
  g_clear_object (&self->document);
  fixture_tear_down (&self->base, NULL);
}

/* What waits for an agent, as ids of lines. */
static GArray *
book_of (Desk *self, gint64 agent, const char *on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = ent_paper_book_for (self->base.db, agent, day (on), &error);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      gint64 id = ent_record_get_id (g_ptr_array_index (lines, i));

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
assert_book (Desk *self, gint64 agent, const char *on, gint64 line)
{
  g_autoptr (GArray) ids = book_of (self, agent, on);

  g_assert_cmpuint (ids->len, ==, line != 0 ? 1 : 0);
  if (line != 0)
    g_assert_cmpint (g_array_index (ids, gint64, 0), ==, line);
}

/* Stands for what the signing program makes: the file, and something behind it. */
static GBytes *
continued (Desk *self, gint64 line, const char *more)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = ent_paper_book_file (self->base.db, line, &error);
  GByteArray *longer = g_byte_array_new ();
  gsize size;
  const guint8 *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (file, &size);
  g_byte_array_append (longer, data, (guint) size);
  g_byte_array_append (longer, (const guint8 *) more, (guint) strlen (more));
  return g_byte_array_free_to_bytes (longer);
}

static gboolean
sign (Desk *self, gint64 line, GBytes *pdf, GError **error)
{
  EntApply *apply = begin (self);

  return end (apply, ent_paper_book_sign (apply, line, pdf, "Iris (essai)", WHO, error));
}

static gboolean
refuse (Desk *self, gint64 line, const char *comment, GError **error)
{
  EntApply *apply = begin (self);

  return end (apply, ent_paper_book_refuse (apply, line, comment, WHO, error));
}

static gboolean
sign_on_paper (Desk *self, gint64 line, GBytes *scan, GError **error)
{
  EntApply *apply = begin (self);

  return end (apply, ent_paper_book_sign_on_paper (apply, line, scan, WHO, error));
}

static void
assert_state (Desk *self, gint64 id, EntRequestState state)
{
  g_autoptr (EntSignatureRequest) line = load (&self->base, &ent_signature_request_schema, id);

  g_assert_cmpint (line->state, ==, (int) state);
}

static void
assert_not_possible (GError **error)
{
  g_assert_error (*error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE);
  g_assert_true (g_str_has_suffix ((*error)->message, "."));
  g_clear_error (error);
}

static void
test_one_signs_after_the_other (Desk *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) once = NULL;
  g_autoptr (GBytes) between = NULL;
  g_autoptr (GBytes) twice = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (EntDocument) after = NULL;
  g_autoptr (EntSignatureRequest) line = NULL;

  assert_book (self, self->president, "2026-11-21", self->first);
  assert_book (self, self->director, "2026-11-21", 0);

  once = continued (self, self->first, "\n% first");
  g_assert_true (sign (self, self->first, once, &error));
  assert_book (self, self->president, "2026-11-21", 0);
  assert_book (self, self->director, "2026-11-21", self->second);
  line = load (&self->base, &ent_signature_request_schema, self->first);
  g_assert_cmpint (line->means, ==, ENT_MEANS_ELECTRONIC);
  g_assert_cmpstr (line->certificate, ==, "Iris (essai)");
  g_assert_cmpstr (line->done_by, ==, WHO);

  between = ent_paper_book_file (self->base.db, self->second, &error);
  g_assert_true (g_bytes_equal (between, once));
  twice = continued (self, self->second, "\n% second");
  g_assert_true (sign (self, self->second, twice, &error));
  assert_book (self, self->director, "2026-11-21", 0);

  after = load (&self->base, &ent_document_schema, ent_record_get_id (self->document));
  g_assert_cmpstr (after->file, ==, self->document->file);
  kept = ent_paper_get_file (self->base.db, after, &error);
  g_assert_true (g_bytes_equal (kept, twice));
}

static void
test_every_revision_is_authentic (Desk *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) issued = ent_paper_get_file (self->base.db, self->document, &error);
  g_autoptr (GBytes) once = continued (self, self->first, "\n% first");
  g_autoptr (GBytes) twice = NULL;
  GBytes *revisions[3];

  g_assert_true (sign (self, self->first, once, &error));
  twice = continued (self, self->second, "\n% second");
  g_assert_true (sign (self, self->second, twice, &error));
  revisions[0] = issued;
  revisions[1] = once;
  revisions[2] = twice;
  for (guint i = 0; i < G_N_ELEMENTS (revisions); i++)
    {
      g_autoptr (EntPaperVerification)
                    found = ent_paper_verify_file (self->base.db, revisions[i], &error);

      g_assert_no_error (error);
      g_assert_cmpint (found->verdict, ==, ENT_PAPER_AUTHENTIC);
    }
}

static void
test_another_file_is_refused (Desk *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) right = continued (self, self->first, "\n% signed");
  g_autoptr (GBytes) other = g_bytes_new_static ("%PDF-1.7 another", 16);
  g_autoptr (GBytes) altered = NULL;
  gsize size;
  guint8 *data = g_bytes_unref_to_data (g_bytes_ref (right), &size);

  data[size / 2] ^= 1;
  altered = g_bytes_new_take (data, size);
  g_assert_false (sign (self, self->first, other, &error));
  assert_not_possible (&error);
  g_assert_false (sign (self, self->first, altered, &error));
  assert_not_possible (&error);
  assert_state (self, self->first, ENT_REQUEST_WAITING);
  assert_book (self, self->president, "2026-11-21", self->first);
}

static void
test_nobody_signs_out_of_turn (Desk *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = continued (self, self->first, "\n% signed");
  g_autoptr (GBytes) file = NULL;

  g_assert_false (sign (self, self->second, pdf, &error));
  assert_not_possible (&error);
  file = ent_paper_book_file (self->base.db, self->second, &error);
  g_assert_null (file);
  assert_not_possible (&error);
  assert_state (self, self->second, ENT_REQUEST_WAITING);

  g_assert_true (sign (self, self->first, pdf, &error));
  g_assert_false (sign (self, self->first, pdf, &error));
  assert_not_possible (&error);
}

static void
test_refusing_ends_it (Desk *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntSignatureRequest) line = NULL;

  g_assert_false (refuse (self, self->first, "", &error));
  assert_not_possible (&error);
  assert_state (self, self->first, ENT_REQUEST_WAITING);

  g_assert_true (refuse (self, self->first, "Le montant est faux", &error));
  line = load (&self->base, &ent_signature_request_schema, self->first);
  g_assert_cmpint (line->state, ==, ENT_REQUEST_REFUSED);
  g_assert_cmpstr (line->comment, ==, "Le montant est faux");
  g_assert_cmpstr (line->done_by, ==, WHO);
  assert_state (self, self->second, ENT_REQUEST_WITHDRAWN);
  assert_book (self, self->president, "2026-11-21", 0);
  assert_book (self, self->director, "2026-11-21", 0);
}

static void
test_refusing_later_keeps_what_was_signed (Desk *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = continued (self, self->first, "\n% signed");

  g_assert_true (sign (self, self->first, pdf, &error));
  g_assert_true (refuse (self, self->second, "Non", &error));
  assert_state (self, self->first, ENT_REQUEST_SIGNED);
  assert_state (self, self->second, ENT_REQUEST_REFUSED);
}

static void
test_paper_keeps_the_scan (Desk *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) scan = g_bytes_new_static ("%PDF-1.4 scanned", 16);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, scan);
  g_autoptr (EntSignatureRequest) line = NULL;
  g_autoptr (EntAttachment) piece = NULL;

  g_assert_true (sign_on_paper (self, self->first, scan, &error));
  line = load (&self->base, &ent_signature_request_schema, self->first);
  g_assert_cmpint (line->state, ==, ENT_REQUEST_SIGNED);
  g_assert_cmpint (line->means, ==, ENT_MEANS_PAPER);
  g_assert_cmpstr (line->file, ==, digest);
  assert_book (self, self->director, "2026-11-21", self->second);

  piece = ent_paper_query_attachment (self->base.db, self->person, digest, &error);
  g_assert_nonnull (piece);
  g_assert_cmpint (piece->origin, ==, ENT_ORIGIN_SCAN);
  g_assert_cmpint (piece->document_id, ==, ent_record_get_id (self->document));
  g_assert_true (g_str_has_prefix (piece->title, self->document->number));
}

static void
add_absence (Desk *self, gint64 agent, gint64 stand_in)
{
  g_autoptr (EntAgentAbsence) absence = ent_record_new (ENT_TYPE_AGENT_ABSENCE);

  put (absence, "agent_id", ent_int (agent));
  put (absence, "from_day", iso ("2026-11-20"));
  put (absence, "to_day", iso ("2026-11-25"));
  put (absence, "kind", ent_text ("leave"));
  put (absence, "stand_in_id", ent_int (stand_in));
  insert (&self->base, absence);
}

static void
test_stand_in_sees_it_while_absent (Desk *self, gconstpointer unused)
{
  gint64 stranger = add_agent (&self->base, "Frimaire", "autre");

  add_absence (self, self->president, self->director);
  assert_book (self, self->director, "2026-11-19", 0);
  assert_book (self, self->director, "2026-11-20", self->first);
  assert_book (self, self->director, "2026-11-25", self->first);
  assert_book (self, self->director, "2026-11-26", 0);
  assert_book (self, stranger, "2026-11-21", 0);
  /* Who is away may still sign. */
  assert_book (self, self->president, "2026-11-21", self->first);
}

static gint64
issue_for_stand_in (Desk *self, gint64 stand_in, GError **error)
{
  EntPaperRequest asker = { .day = day ("2026-11-21"), .author = (char *) WHO };
  EntApply *apply = begin (self);
  gint64 id = ent_paper_issue_for_stand_in (apply, ent_record_get_id (self->document),
                                            self->president, stand_in, &asker, error);

  end (apply, id != 0);
  return id;
}

static void
test_stand_in_signs_a_new_document (Desk *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64 stand_in = add_agent (&self->base, "Frimaire", "autre");
  gint64 id = issue_for_stand_in (self, stand_in, &error);
  g_autoptr (EntDocument) fresh = NULL;
  g_autoptr (EntDocument) before = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) pages = NULL;

  g_assert_no_error (error);
  fresh = load (&self->base, &ent_document_schema, id);
  before = load (&self->base, &ent_document_schema, ent_record_get_id (self->document));
  g_assert_nonnull (before->cancelled_by);
  assert_state (self, self->first, ENT_REQUEST_WITHDRAWN);
  assert_state (self, self->second, ENT_REQUEST_WITHDRAWN);
  assert_book (self, self->president, "2026-11-21", 0);
  assert_book (self, stand_in, "2026-11-21", line_of (self, id, 0));

  pdf = ent_paper_get_file (self->base.db, fresh, &error);
  pages = ent_pdf_page_texts (pdf, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (pages[0], "Frimaire"));
  g_assert_nonnull (strstr (pages[0], "Nivôse"));
}

static void
test_no_stand_in_after_a_signature (Desk *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = continued (self, self->first, "\n% signed");
  gint64 n = count (&self->base, "SELECT count(*) FROM document");

  g_assert_true (sign (self, self->first, pdf, &error));
  g_assert_cmpint (issue_for_stand_in (self, self->director, &error), ==, 0);
  assert_not_possible (&error);
  g_assert_cmpint (count (&self->base, "SELECT count(*) FROM document"), ==, n);
  assert_state (self, self->second, ENT_REQUEST_WAITING);
}

static void
test_cancelled_leaves_the_book (Desk *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = continued (self, self->first, "\n% signed");
  EntApply *apply = begin (self);

  ent_paper_cancel (apply, ent_record_get_id (self->document), "Erreur", day ("2026-11-21"), WHO,
                    &error);
  g_assert_no_error (error);
  end (apply, TRUE);
  assert_book (self, self->president, "2026-11-21", 0);
  g_assert_false (sign (self, self->first, pdf, &error));
  assert_not_possible (&error);
  g_assert_false (refuse (self, self->first, "Non", &error));
  assert_not_possible (&error);
}

static gint64
attach (Desk *self, gint64 person, GBytes *bytes, gboolean *known)
{
  const EntPaperPiece piece = {
    .person_id = person,
    .origin = ENT_ORIGIN_RECEIVED,
    .title = "Fiche de paie",
    .media_type = "text/plain",
    .received_on = day ("2026-11-21"),
    .who = WHO,
  };
  g_autoptr (GError) error = NULL;
  EntApply *apply = begin (self);
  gint64 id = ent_paper_attach (apply, &piece, bytes, known, &error);

  g_assert_no_error (error);
  end (apply, TRUE);
  return id;
}

static void
test_same_file_is_kept_once (Desk *self, gconstpointer unused)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("salaire", 7);
  g_autoptr (GBytes) more = g_bytes_new_static ("salaires", 8);
  gint64 other = add_person (&self->base, "Vent");
  g_autoptr (EntAttachment) piece = NULL;
  gboolean known = TRUE;
  gint64 id = attach (self, self->person, bytes, &known);

  g_assert_false (known);
  piece = load (&self->base, &ent_attachment_schema, id);
  g_assert_cmpint (piece->size, ==, 7);
  g_assert_cmpint (piece->n_pages, ==, ENT_INT_NONE);
  g_assert_cmpint (attach (self, self->person, bytes, &known), ==, id);
  g_assert_true (known);
  g_assert_cmpint (attach (self, self->person, more, &known), !=, id);
  g_assert_false (known);
  g_assert_cmpint (attach (self, other, bytes, &known), !=, id);
  g_assert_false (known);
}

#define ADD_DESK(path, function) \
  g_test_add (path, Desk, NULL, desk_set_up, function, desk_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_DESK ("/paper-book/one-signs-after-the-other", test_one_signs_after_the_other);
  ADD_DESK ("/paper-book/every-revision-is-authentic", test_every_revision_is_authentic);
  ADD_DESK ("/paper-book/another-file-is-refused", test_another_file_is_refused);
  ADD_DESK ("/paper-book/nobody-signs-out-of-turn", test_nobody_signs_out_of_turn);
  ADD_DESK ("/paper-book/refusing-ends-it", test_refusing_ends_it);
  ADD_DESK ("/paper-book/refusing-later-keeps-what-was-signed",
            test_refusing_later_keeps_what_was_signed);
  ADD_DESK ("/paper-book/paper-keeps-the-scan", test_paper_keeps_the_scan);
  ADD_DESK ("/paper-book/stand-in-sees-it-while-absent", test_stand_in_sees_it_while_absent);
  ADD_DESK ("/paper-book/stand-in-signs-a-new-document", test_stand_in_signs_a_new_document);
  ADD_DESK ("/paper-book/no-stand-in-after-a-signature", test_no_stand_in_after_a_signature);
  ADD_DESK ("/paper-book/cancelled-leaves-the-book", test_cancelled_leaves_the_book);
  ADD_DESK ("/paper-book/same-file-is-kept-once", test_same_file_is_kept_once);

  return g_test_run ();
}
