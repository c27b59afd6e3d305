/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents on their way to be signed: asked, refused, made again for somebody else, signed on
 * paper; and what verification says of them meanwhile. */

#include "ent-attachment.h"
#include "ent-error.h"
#include "ent-paper-book.h"
#include "ent-paper-verify.h"
#include "ent-pdf-compare.h"
#include "ent-pdf-pages.h"
#include "ent-signature-request.h"
#include "ent-vault.h"
#include "module-fixture.h"
#include "paper-fixture.h"

#include <string.h>

#define TODAY "2026-11-21"

static void
set_signers (Desk *self, const char *roles)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (self->base.db, "Test", "tester", &error);

  ent_apply_set_setting (apply, "paper.signers." LETTER, roles, &error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
}

/* A letter that the director and the president sign electronically, in that order. */
static EntDocument *
issue_for_both (Desk *self)
{
  g_autoptr (EntPaperRequest) request = letter (self);
  g_autoptr (GError) error = NULL;
  EntDocument *document;

  set_signers (self, "director-general,president");
  request->signing = ENT_SIGNING_ELECTRONIC;
  document = issue (self, request, &error);
  g_assert_no_error (error);
  return document;
}

/* The line of a place in the order of signing. */
static EntSignatureRequest *
line_at (Desk *self, EntDocument *document, guint place)
{
  g_autoptr (GPtrArray) lines = ent_paper_query_requests (self->base.db,
                                                         ent_record_get_id (document), NULL);

  g_assert_cmpuint (lines->len, >, place);
  return g_object_ref (g_ptr_array_index (lines, place));
}

static gint64
refuse (Desk *self, EntDocument *document)
{
  g_autoptr (EntSignatureRequest) line = line_at (self, document, 0);
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (self->base.db, "Refused", "tester", &error);
  gint64 act = ent_apply_get_id (apply);

  ent_paper_book_refuse (apply, ent_record_get_id (line), "Montant faux", "tester", &error);
  g_assert_no_error (error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
  return act;
}

static gint64
reissue (Desk *self, gint64 document, gint64 for_agent, gint64 by_agent, GError **error)
{
  EntPaperRequest asker = { .day = day (TODAY), .author = (char *) "tester" };
  EntApply *apply = ent_apply_begin (self->base.db, "Again", "tester", NULL);
  gint64 id = ent_paper_issue_for_stand_in (apply, document, for_agent, by_agent, &asker, error);

  if (id != 0)
    ent_apply_commit (apply, NULL);
  else
    ent_apply_abort (apply);
  return id;
}

static GBytes *
with_tail (GBytes *file, const char *tail)
{
  g_autoptr (GByteArray) longer = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);

  g_byte_array_append (longer, data, (guint) size);
  g_byte_array_append (longer, (const guint8 *) tail, (guint) strlen (tail));
  return g_byte_array_free_to_bytes (g_steal_pointer (&longer));
}

/* As the helper that signs would hand it back: the file, and something after it. */
static GBytes *
sign (Desk *self, EntDocument *document, guint place)
{
  g_autoptr (EntSignatureRequest) line = line_at (self, document, place);
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (self->base.db, "Signed", "tester", &error);
  g_autoptr (GBytes) file = ent_paper_book_file (self->base.db, ent_record_get_id (line), &error);
  GBytes *longer = with_tail (file, "\n% signature\n");

  ent_paper_book_sign (apply, ent_record_get_id (line), longer, "Iris", "tester", &error);
  g_assert_no_error (error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
  return longer;
}

/* Somebody who cannot be asked is found before the number is given: in a series the act goes on
 * after a failure. */
static void
test_unasked_takes_no_number (Desk *self, gconstpointer unused)
{
  g_autoptr (EntPaperRequest) request = letter (self);
  g_autoptr (GError) error = NULL;
  EntApply *apply = NULL;

  set_signers (self, "author");
  request->signing = ENT_SIGNING_ELECTRONIC;
  request->agent_id = 0;
  apply = ent_apply_begin (self->base.db, "Series", "tester", &error);
  g_assert_cmpint (ent_paper_issue (apply, request, &error), ==, 0);
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE);
  g_clear_error (&error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (&self->base, "SELECT count(*) FROM document"), ==, 0);
}

static void
test_missing_document_is_told (Desk *self, gconstpointer unused)
{
  g_autoptr (GError) again = NULL;
  g_autoptr (GError) cancelled = NULL;
  EntApply *apply = NULL;

  g_assert_cmpint (reissue (self, 999, self->director, self->president, &again), ==, 0);
  g_assert_error (again, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE);

  apply = ent_apply_begin (self->base.db, "Test", "tester", NULL);
  g_assert_cmpint (ent_paper_cancel (apply, 999, "Faux", day (TODAY), "tester", &cancelled), ==, 0);
  g_assert_error (cancelled, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE);
  ent_apply_abort (apply);
}

/* Who refused is not absent: a stand-in does not get round it. */
static void
test_refused_is_not_made_again (Desk *self, gconstpointer unused)
{
  g_autoptr (EntDocument) document = issue_for_both (self);
  g_autoptr (GError) error = NULL;
  gint64 id = ent_record_get_id (document);

  refuse (self, document);
  g_assert_cmpint (reissue (self, id, self->director, self->president, &error), ==, 0);
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE);
  g_assert_cmpint (count (&self->base, "SELECT count(*) FROM document"), ==, 1);
}

/* Letters are signed by who makes them; she may be ill as well. */
static void
test_stand_in_of_the_author (Desk *self, gconstpointer unused)
{
  g_autoptr (EntPaperRequest) request = letter (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDocument) document = NULL;
  g_autoptr (EntDocument) again = NULL;
  g_autoptr (EntSignatureRequest) line = NULL;
  g_autoptr (GBytes) file = NULL;
  g_auto (GStrv) pages = NULL;
  gint64 id;

  set_signers (self, "author");
  request->signing = ENT_SIGNING_ELECTRONIC;
  document = issue (self, request, &error);
  g_assert_no_error (error);

  id = reissue (self, ent_record_get_id (document), self->director, self->president, &error);
  g_assert_no_error (error);
  again = load (&self->base, &ent_document_schema, id);
  line = line_at (self, again, 0);
  g_assert_cmpint (line->agent_id, ==, self->president);
  file = ent_paper_get_file (self->base.db, again, &error);
  pages = ent_pdf_page_texts (file, &error);
  g_assert_nonnull (strstr (pages[0], "Signé électroniquement par Iris Nivôse"));
  g_assert_nonnull (strstr (pages[0], "Iris Brumaire, absent"));
}

/* The second stand-in is not the director's: the document would go back to the director, who was
 * asked for nothing. */
static void
test_stand_in_is_asked_or_nobody (Desk *self, gconstpointer unused)
{
  g_autoptr (EntDocument) document = issue_for_both (self);
  g_autoptr (GError) error = NULL;
  gint64 third = add_agent (&self->base, "Pluviôse", "troisieme");
  gint64 again = reissue (self, ent_record_get_id (document), self->director, third, &error);

  g_assert_no_error (error);
  g_assert_cmpint (reissue (self, again, third, self->president, &error), ==, 0);
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE);
  g_assert_cmpint (count (&self->base, "SELECT count(*) FROM document"), ==, 3);
}

/* A letter to somebody else, in large type, stays one when it is made again. */
static void
test_made_again_goes_to_the_same (Desk *self, gconstpointer unused)
{
  g_autoptr (EntPaperRequest) request = letter (self);
  g_autoptr (EntPaperRequest) again = NULL;
  g_autoptr (EntDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  request->recipient = g_strdup ("Office des Brumes");
  request->large_type = TRUE;
  document = issue (self, request, &error);
  g_assert_no_error (error);
  again = ent_paper_request_of (document);
  g_assert_cmpstr (again->recipient, ==, "Office des Brumes");
  g_assert_true (again->large_type);
  g_assert_cmpuint (g_hash_table_size (again->answers), ==, g_hash_table_size (request->answers));
}

static void
test_made_again_goes_to_the_person (Desk *self, gconstpointer unused)
{
  g_autoptr (EntDocument) document = issue_letter (self);
  g_autoptr (EntPaperRequest) again = ent_paper_request_of (document);

  g_assert_null (again->recipient);
  g_assert_false (again->large_type);
}

/* Two records of one person became one: the document speaks of the one that is left. */
static void
test_made_again_after_a_merge (Desk *self, gconstpointer unused)
{
  g_autoptr (EntDocument) document = issue_letter (self);
  g_autoptr (EntPerson) other = ent_record_new (ENT_TYPE_PERSON);
  g_autoptr (EntDocument) moved = ent_record_dup (document);
  g_autoptr (EntPaperRequest) again = NULL;
  g_autoptr (GError) error = NULL;
  EntApply *apply = NULL;
  gint64 survivor;

  put (other, "last_name", ent_text ("Essai"));
  put (other, "sex", ent_text ("female"));
  survivor = insert (&self->base, other);
  apply = ent_apply_begin (self->base.db, "Merge", "tester", &error);
  put (moved, "person_id", ent_int (survivor));
  ent_apply_update (apply, document, moved, &error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);

  again = ent_paper_request_of (moved);
  g_assert_cmpint (again->subject_id, ==, survivor);
}

/* A line that could go would let the next one sign without the first. */
static void
test_book_is_kept (Desk *self, gconstpointer unused)
{
  g_autoptr (EntDocument) document = issue_for_both (self);
  g_autoptr (EntSignatureRequest) line = line_at (self, document, 0);
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (self->base.db, "Test", "tester", NULL);
  gint64 act;

  g_assert_false (
      ent_apply_delete (apply, &ent_signature_request_schema, ent_record_get_id (line), &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  ent_apply_abort (apply);

  act = refuse (self, document);
  apply = ent_apply_begin (self->base.db, "Undo", "tester", NULL);
  g_assert_false (ent_apply_undo (apply, act, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT);
  ent_apply_abort (apply);
}

/* Pieces can be deleted; what was signed by hand must stay. */
static void
test_scan_stays_with_its_line (Desk *self, gconstpointer unused)
{
  static const char text[] = "%PDF-1.7 scanned";
  g_autoptr (EntDocument) document = issue_for_both (self);
  g_autoptr (EntSignatureRequest) line = line_at (self, document, 0);
  g_autoptr (EntSignatureRequest) after = NULL;
  g_autoptr (GBytes) scan = g_bytes_new_static (text, sizeof text);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (EntDocument) found = NULL;
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (self->base.db, "Signed", "tester", NULL);

  ent_paper_book_sign_on_paper (apply, ent_record_get_id (line), scan, "tester", &error);
  g_assert_no_error (error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
  after = line_at (self, document, 0);
  g_assert_nonnull (after->file);
  kept = ent_vault_get (self->base.db, after->file, &error);
  g_assert_true (g_bytes_equal (kept, scan));

  /* The scan is proof of the signature, and not the file that was issued. */
  found = ent_paper_query_by_digest (self->base.db, after->file, &error);
  g_assert_no_error (error);
  g_assert_null (found);
}

static char *
why_file (Desk *self, GBytes *file)
{
  g_autoptr (EntPaperVerification) found = ent_paper_verify_file (self->base.db, file, NULL);

  g_assert_cmpint (found->verdict, ==, ENT_PAPER_AUTHENTIC);
  return g_strdup (found->why);
}

static char *
why_code (Desk *self, EntDocument *document)
{
  g_autoptr (EntPaperVerification) found = ent_paper_verify_code (self->base.db, document->number,
                                                                 document->code, NULL);

  g_assert_cmpint (found->verdict, ==, ENT_PAPER_AUTHENTIC);
  return g_strdup (found->why);
}

/* What only some have signed passes for nothing more. */
static void
test_verify_tells_who_is_missing (Desk *self, gconstpointer unused)
{
  g_autoptr (EntDocument) document = issue_for_both (self);
  g_autoptr (GBytes) first = ent_paper_get_file (self->base.db, document, NULL);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) third = NULL;
  g_autofree char *unsigned_why = why_file (self, first);
  g_autofree char *code_why = why_code (self, document);
  g_autofree char *half_why = NULL;
  g_autofree char *early_why = NULL;
  g_autofree char *whole_why = NULL;

  g_assert_nonnull (strstr (unsigned_why, "Iris Brumaire, Iris Nivôse"));
  g_assert_nonnull (strstr (code_why, "Iris Brumaire, Iris Nivôse"));

  second = sign (self, document, 0);
  half_why = why_file (self, second);
  g_assert_nonnull (strstr (half_why, "Iris Nivôse"));
  g_assert_null (strstr (half_why, "Iris Brumaire"));

  third = sign (self, document, 1);
  whole_why = why_file (self, third);
  early_why = why_file (self, second);
  g_assert_null (strstr (whole_why, "Iris"));
  g_assert_cmpstr (early_why, !=, whole_why);
}

static void
test_verify_tells_a_refusal (Desk *self, gconstpointer unused)
{
  g_autoptr (EntDocument) document = issue_for_both (self);
  g_autoptr (GBytes) file = ent_paper_get_file (self->base.db, document, NULL);
  g_autofree char *of_file = NULL;
  g_autofree char *of_code = NULL;

  refuse (self, document);
  of_file = why_file (self, file);
  of_code = why_code (self, document);
  g_assert_nonnull (strstr (of_file, "Iris Brumaire"));
  g_assert_nonnull (strstr (of_code, "Iris Brumaire"));
}

/* Every centre has a number 1: the code tells whose. Nothing of our own is shown for it. */
static void
test_verify_another_centre (Desk *self, gconstpointer unused)
{
  Desk elsewhere = { 0 };
  g_autoptr (EntDocument) ours = issue_letter (self);
  g_autoptr (EntDocument) theirs = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autoptr (EntPaperVerification) found = NULL;
  g_autoptr (GError) error = NULL;

  desk_set_up (&elsewhere, NULL);
  theirs = issue_letter (&elsewhere);
  file = ent_paper_get_file (elsewhere.base.db, theirs, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (theirs->number, ==, ours->number);

  found = ent_paper_verify_file (self->base.db, file, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->verdict, ==, ENT_PAPER_UNKNOWN);
  g_assert_null (found->document);
  g_assert_nonnull (strstr (found->why, ours->number));
  desk_tear_down (&elsewhere, NULL);
}

/* Too many to compare is not too many to count. */
static void
test_long_piece_has_its_pages (Desk *self, gconstpointer unused)
{
  enum
  {
    N_PAGES = 600
  };
  g_autofree EntPdfPick *picks = g_new0 (EntPdfPick, N_PAGES);
  g_autoptr (EntDocument) document = issue_letter (self);
  g_autoptr (GBytes) file = ent_paper_get_file (self->base.db, document, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) many = ent_pdf_take (file, picks, N_PAGES, &error);
  const EntPaperPiece piece = {
    self->person, 0, ENT_ORIGIN_RECEIVED, "Dossier", "application/pdf", day (TODAY), "tester",
  };
  g_autoptr (EntAttachment) attachment = NULL;
  EntApply *apply = NULL;
  gint64 id;

  g_assert_no_error (error);
  apply = ent_apply_begin (self->base.db, "Kept", "tester", &error);
  id = ent_paper_attach (apply, &piece, many, NULL, &error);
  g_assert_no_error (error);
  ent_apply_commit (apply, &error);
  attachment = load (&self->base, &ent_attachment_schema, id);
  g_assert_cmpint (attachment->n_pages, ==, N_PAGES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_DESK ("/paper-signing/unasked-takes-no-number", test_unasked_takes_no_number);
  ADD_DESK ("/paper-signing/missing-document-is-told", test_missing_document_is_told);
  ADD_DESK ("/paper-signing/refused-is-not-made-again", test_refused_is_not_made_again);
  ADD_DESK ("/paper-signing/stand-in-of-the-author", test_stand_in_of_the_author);
  ADD_DESK ("/paper-signing/stand-in-is-asked-or-nobody", test_stand_in_is_asked_or_nobody);
  ADD_DESK ("/paper-signing/made-again/same-recipient", test_made_again_goes_to_the_same);
  ADD_DESK ("/paper-signing/made-again/person", test_made_again_goes_to_the_person);
  ADD_DESK ("/paper-signing/made-again/merged", test_made_again_after_a_merge);
  ADD_DESK ("/paper-signing/book-is-kept", test_book_is_kept);
  ADD_DESK ("/paper-signing/scan-stays-with-its-line", test_scan_stays_with_its_line);
  ADD_DESK ("/paper-signing/verify/who-is-missing", test_verify_tells_who_is_missing);
  ADD_DESK ("/paper-signing/verify/refusal", test_verify_tells_a_refusal);
  ADD_DESK ("/paper-signing/verify/another-centre", test_verify_another_centre);
  ADD_DESK ("/paper-signing/long-piece-has-its-pages", test_long_piece_has_its_pages);
  return g_test_run ();
}
