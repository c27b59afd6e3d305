/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The register of documents: numbers without a gap, seals, frozen files, cancelling, verifying. */

#include "ent-document.h"
#include "ent-document-template.h"
#include "ent-error.h"
#include "ent-paper-issue.h"
#include "ent-paper-kinds.h"
#include "ent-paper-query.h"
#include "ent-paper-verify.h"
#include "ent-pdf-compare.h"
#include "ent-search.h"
#include "ent-signature-request.h"
#include "module-fixture.h"
#include "paper-fixture.h"

#include <string.h>

static gint64
cancel (Desk *self, gint64 document, const char *reason, GError **error)
{
  EntApply *apply = ent_apply_begin (self->base.db, "Document cancelled", "tester", error);
  gint64 id = ent_paper_cancel (apply, document, reason, day ("2026-11-21"), "tester", error);

  if (id != 0)
    ent_apply_commit (apply, error);
  else
    ent_apply_abort (apply);
  return id;
}

static void
test_numbers_have_no_gap (Desk *self, gconstpointer unused)
{
  g_autoptr (EntPaperRequest) wrong = letter (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDocument) first = issue_letter (self);
  g_autoptr (EntDocument) second = NULL;

  g_hash_table_remove_all (wrong->answers);
  g_assert_null (issue (self, wrong, &error));
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_INCOMPLETE);

  second = issue_letter (self);
  g_assert_cmpstr (first->number, ==, "D2026-000001");
  g_assert_cmpstr (second->number, ==, "D2026-000002");
  g_assert_cmpint (count (&self->base, "SELECT count(*) FROM document"), ==, 2);
}

static void
test_next_year_begins_at_one (Desk *self, gconstpointer unused)
{
  g_autoptr (EntDocument) first = issue_letter (self);
  g_autoptr (EntPaperRequest) request = letter (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDocument) next = NULL;

  request->day = day ("2027-01-02");
  next = issue (self, request, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (next->number, ==, "D2027-000001");
}

static void
test_clock_set_back_is_told (Desk *self, gconstpointer unused)
{
  g_autoptr (EntDocument) first = issue_letter (self);
  g_autoptr (EntPaperRequest) request = letter (self);
  g_autoptr (GError) error = NULL;

  request->day = day ("2026-11-20");
  g_assert_null (issue (self, request, &error));
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE);
}

/* A document of a day that has not come does not stop the register for good. */
static void
test_clock_ahead_can_be_mended (Desk *self, gconstpointer unused)
{
  g_autoptr (EntPaperRequest) ahead = letter (self);
  g_autoptr (EntPaperRequest) request = letter (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDocument) wrong = NULL;
  g_autoptr (EntDocument) right = NULL;

  ahead->day = day ("2027-06-01");
  wrong = issue (self, ahead, &error);
  g_assert_no_error (error);
  g_assert_null (issue (self, request, &error));
  g_assert_nonnull (strstr (error->message, wrong->number));
  g_clear_error (&error);

  g_assert_cmpint (cancel (self, ent_record_get_id (wrong), "Horloge en avance", &error), >, 0);
  right = issue (self, request, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (right->number, ==, "D2026-000002");
}

static void
test_file_is_frozen (Desk *self, gconstpointer unused)
{
  g_autoptr (EntDocument) document = issue_letter (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) once = ent_paper_get_file (self->base.db, document, &error);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (EntApply) apply = NULL;
  g_autoptr (EntDocument) draft = ent_record_dup (document);

  g_assert_no_error (error);
  again = ent_paper_get_file (self->base.db, document, &error);
  g_assert_true (g_bytes_equal (once, again));

  apply = ent_apply_begin (self->base.db, "Test", "tester", &error);
  g_object_set (draft, "title", "Autre chose", NULL);
  g_assert_false (ent_apply_update (apply, document, draft, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (
      ent_apply_delete (apply, &ent_document_schema, ent_record_get_id (document), &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT);
}

static void
test_page_says_who_and_what (Desk *self, gconstpointer unused)
{
  g_autoptr (EntDocument) document = issue_letter (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = ent_paper_get_file (self->base.db, document, &error);
  g_auto (GStrv) pages = ent_pdf_page_texts (file, &error);
  g_autofree char *number = NULL;
  g_autofree char *code = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (strstr (pages[0], "Léa ESSAI-DUBROUILLARD"));
  g_assert_nonnull (strstr (pages[0], "Rue des Saules 12"));
  g_assert_nonnull (strstr (pages[0], "CPAS de Sart-lez-Brumes"));
  g_assert_nonnull (strstr (pages[0], "21 novembre 2026"));
  g_assert_true (ent_pdf_find_seal (pages, &number, &code));
  g_assert_cmpstr (number, ==, document->number);
  g_assert_cmpstr (code, ==, document->code);
}

static void
test_draft_takes_no_number (Desk *self, gconstpointer unused)
{
  g_autoptr (EntPaperRequest) request = letter (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPaperDraft) draft = ent_paper_draft (self->base.db, request, NULL, &error);
  g_auto (GStrv) pages = NULL;

  g_assert_no_error (error);
  pages = ent_pdf_page_texts (draft->pdf, &error);
  g_assert_null (strstr (pages[0], "D2026-"));
  g_assert_nonnull (strstr (pages[0], "Léa ESSAI-DUBROUILLARD"));
  g_assert_cmpint (count (&self->base, "SELECT count(*) FROM document"), ==, 0);
}

/* “…, le 21 novembre” is a draft. */
static void
test_no_place_is_told (Desk *self, gconstpointer unused)
{
  g_autoptr (EntPaperRequest) request = letter (self);
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (self->base.db, "Test", "tester", &error);
  g_autoptr (EntCentre) centre = ent_paper_query_centre (self->base.db, &error);
  g_autoptr (EntCentre) draft = ent_record_dup (centre);

  g_object_set (draft, "locality", NULL, NULL);
  ent_apply_update (apply, centre, draft, &error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
  g_assert_null (issue (self, request, &error));
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_INCOMPLETE);
}

static void
test_no_signatory_is_told (Desk *self, gconstpointer unused)
{
  g_autoptr (EntPaperRequest) request = letter (self);
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (self->base.db, "Test", "tester", &error);

  ent_apply_set_setting (apply, "paper.signers." LETTER, "financial-director", &error);
  ent_apply_commit (apply, &error);
  g_assert_null (issue (self, request, &error));
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_INCOMPLETE);
}

static void
test_cancelling_is_an_entry (Desk *self, gconstpointer unused)
{
  g_autoptr (EntDocument) document = issue_letter (self);
  g_autoptr (GError) error = NULL;
  gint64 id = ent_record_get_id (document);
  g_autoptr (EntDocument) entry = NULL;
  g_autoptr (EntDocument) after = NULL;

  g_assert_cmpint (cancel (self, id, "", &error), ==, 0);
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_INCOMPLETE);
  g_clear_error (&error);

  entry = load (&self->base, &ent_document_schema, cancel (self, id, "Erreur de nom", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (entry->number, ==, "D2026-000002");
  after = load (&self->base, &ent_document_schema, id);
  g_assert_cmpstr (after->cancelled_by, ==, "D2026-000002");
  g_assert_nonnull (after->file);

  g_assert_cmpint (cancel (self, id, "Encore", &error), ==, 0);
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE);
  g_clear_error (&error);
  g_assert_cmpint (cancel (self, ent_record_get_id (entry), "Non", &error), ==, 0);
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE);
}

static EntPaperVerdict
verdict_of_file (Desk *self, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPaperVerification)
                verification = ent_paper_verify_file (self->base.db, bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpint ((int) strlen (verification->why), >, 10);
  return verification->verdict;
}

static void
test_verify_code (Desk *self, gconstpointer unused)
{
  g_autoptr (EntDocument) document = issue_letter (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *spoken = g_ascii_strdown (document->code, -1);
  g_autoptr (EntPaperVerification) good = NULL;
  g_autoptr (EntPaperVerification) bad = NULL;
  g_autoptr (EntPaperVerification) none = NULL;

  good = ent_paper_verify_code (self->base.db, "d 2026-1", spoken, &error);
  g_assert_cmpint (good->verdict, ==, ENT_PAPER_AUTHENTIC);
  bad = ent_paper_verify_code (self->base.db, document->number, "0000-0000-0000", &error);
  g_assert_cmpint (bad->verdict, ==, ENT_PAPER_ALTERED);
  none = ent_paper_verify_code (self->base.db, "D2026-000099", document->code, &error);
  g_assert_cmpint (none->verdict, ==, ENT_PAPER_UNKNOWN);
}

static void
test_verify_file (Desk *self, gconstpointer unused)
{
  g_autoptr (EntDocument) document = issue_letter (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = ent_paper_get_file (self->base.db, document, &error);
  g_autoptr (GByteArray) longer = g_byte_array_new ();
  g_autoptr (GBytes) appended = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);

  g_assert_cmpint (verdict_of_file (self, file), ==, ENT_PAPER_AUTHENTIC);
  g_byte_array_append (longer, data, (guint) size);
  g_byte_array_append (longer, (const guint8 *) "\n% note\n", 8);
  appended = g_byte_array_free_to_bytes (g_steal_pointer (&longer));
  g_assert_cmpint (verdict_of_file (self, appended), ==, ENT_PAPER_ALTERED);

  cancel (self, ent_record_get_id (document), "Erreur", &error);
  g_assert_no_error (error);
  g_assert_cmpint (verdict_of_file (self, file), ==, ENT_PAPER_CANCELLED);
}

static void
test_verify_stranger (Desk *self, gconstpointer unused)
{
  static const char text[] = "not a PDF at all";
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) junk = g_bytes_new_static (text, sizeof text);
  g_autoptr (EntPaperVerification)
                verification = ent_paper_verify_file (self->base.db, junk, &error);

  g_assert_null (verification);
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF);
}

static void
test_electronic_asks_in_order (Desk *self, gconstpointer unused)
{
  g_autoptr (EntPaperRequest) request = letter (self);
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (self->base.db, "Test", "tester", &error);
  g_autoptr (EntDocument) document = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  ent_apply_set_setting (apply, "paper.signers." LETTER, "president,director-general", &error);
  ent_apply_commit (apply, &error);
  request->signing = ENT_SIGNING_ELECTRONIC;
  document = issue (self, request, &error);
  g_assert_no_error (error);
  lines = ent_paper_query_requests (self->base.db, ent_record_get_id (document), &error);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpint (((EntSignatureRequest *) lines->pdata[0])->agent_id, ==, self->president);
  g_assert_cmpint (((EntSignatureRequest *) lines->pdata[1])->agent_id, ==, self->director);
  g_assert_cmpstr (document->waiting_for, ==, "Iris Nivôse, Iris Brumaire");
}

static void
test_own_template_from_its_day (Desk *self, gconstpointer unused)
{
  g_autoptr (EntDocumentTemplate) template = ent_record_new (ENT_TYPE_DOCUMENT_TEMPLATE);
  g_autoptr (GError) error = NULL;
  const char *language = "fr";
  int edition = 0;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  put (template, "kind", ent_text (LETTER));
  put (template, "language", ent_text ("fr"));
  put (template, "edition", ent_int (2));
  put (template, "text", ent_text ("# Objet\n\nNouveau texte"));
  put (template, "valid_from", iso ("2026-12-01"));
  put (template, "written_at", ent_int (1));
  put (template, "author", ent_text ("tester"));
  insert (&self->base, template);

  before = ent_paper_current_template (self->base.db, ent_paper_kind (LETTER), &language,
                                       day ("2026-11-30"), &edition, &error);
  g_assert_cmpint (edition, ==, 1);
  g_assert_null (strstr (before, "Nouveau texte"));
  after = ent_paper_current_template (self->base.db, ent_paper_kind (LETTER), &language,
                                      day ("2026-12-01"), &edition, &error);
  g_assert_cmpint (edition, ==, 2);
  g_assert_nonnull (strstr (after, "Nouveau texte"));
}

static void
test_every_shipped_template_parses (Desk *self, gconstpointer unused)
{
  static const char *const languages[] = { "fr", "nl", "de" };
  g_autoptr (GPtrArray) kinds = ent_paper_kinds ();

  g_assert_cmpuint (kinds->len, >=, 3);
  for (guint i = 0; i < kinds->len; i++)
    for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
      {
        const EntDocumentKind *kind = g_ptr_array_index (kinds, i);
        g_autofree const EntChip **chips = ent_paper_kind_chips (kind);
        g_autofree char *text = ent_paper_shipped_template (kind->id, languages[l]);
        g_autoptr (EntTemplate) template = NULL;

        g_assert_true (text != NULL || l > 0);
        if (text == NULL)
          continue;
        template = ent_template_parse (text, chips);
        for (guint f = 0; f < ent_template_get_faults (template)->len; f++)
          {
            const EntTemplateFault *fault = ent_template_get_faults (template)->pdata[f];

            g_error ("%s/%s line %u: %s", languages[l], kind->id, fault->line, fault->message);
          }
      }
}

static guint
n_found (Desk *self, const EntSchema *schema, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ent_search_ids (self->base.db, schema, text, &error);

  g_assert_no_error (error);
  return ids->len;
}

static void
test_register_is_searched (Desk *self, gconstpointer unused)
{
  g_autoptr (EntDocument) first = issue_letter (self);
  g_autoptr (EntDocument) second = issue_letter (self);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (n_found (self, &ent_document_schema, second->number), ==, 1);
  g_assert_cmpuint (n_found (self, &ent_document_schema, "dubrouillard"), ==, 2);
  g_assert_cmpuint (n_found (self, &ent_document_schema, "D2025-000001"), ==, 0);
  g_assert_cmpint (cancel (self, ent_record_get_id (first), "Wrong", &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (n_found (self, &ent_document_schema, first->number), ==, 1);

  hits = ent_search_everything (self->base.db, second->number, 5, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_true (((EntSearchHit *) g_ptr_array_index (hits, 0))->schema == &ent_document_schema);
}

static void
test_codes (void)
{
  g_autofree char *one = ent_paper_code ("secret", "D2026-000001", "a");
  g_autofree char *same = ent_paper_code ("secret", "D2026-000001", "a");
  g_autofree char *other = ent_paper_code ("secret", "D2026-000002", "a");
  g_autofree char *spoken = ent_paper_normalize_code (" abcd efgh-jkmo");
  g_autofree char *number = ent_paper_normalize_number (" d2026/12 ");
  g_autofree char *too_long = ent_paper_normalize_number ("D2026-0000123");

  g_assert_cmpstr (one, ==, same);
  g_assert_cmpstr (one, !=, other);
  g_assert_cmpuint (strlen (one), ==, 14);
  g_assert_cmpstr (spoken, ==, "ABCD-EFGH-JKM0");
  g_assert_cmpstr (number, ==, "D2026-000012");
  g_assert_cmpstr (too_long, !=, "D2026-000012");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_DESK ("/paper/register-is-searched", test_register_is_searched);
  g_test_add_func ("/paper/codes", test_codes);
  ADD_DESK ("/paper/numbers-have-no-gap", test_numbers_have_no_gap);
  ADD_DESK ("/paper/next-year-begins-at-one", test_next_year_begins_at_one);
  ADD_DESK ("/paper/clock-set-back-is-told", test_clock_set_back_is_told);
  ADD_DESK ("/paper/clock-ahead-can-be-mended", test_clock_ahead_can_be_mended);
  ADD_DESK ("/paper/file-is-frozen", test_file_is_frozen);
  ADD_DESK ("/paper/page-says-who-and-what", test_page_says_who_and_what);
  ADD_DESK ("/paper/draft-takes-no-number", test_draft_takes_no_number);
  ADD_DESK ("/paper/no-place-is-told", test_no_place_is_told);
  ADD_DESK ("/paper/no-signatory-is-told", test_no_signatory_is_told);
  ADD_DESK ("/paper/cancelling-is-an-entry", test_cancelling_is_an_entry);
  ADD_DESK ("/paper/verify-code", test_verify_code);
  ADD_DESK ("/paper/verify-file", test_verify_file);
  ADD_DESK ("/paper/verify-stranger", test_verify_stranger);
  ADD_DESK ("/paper/electronic-asks-in-order", test_electronic_asks_in_order);
  ADD_DESK ("/paper/own-template-from-its-day", test_own_template_from_its_day);
  ADD_DESK ("/paper/every-shipped-template-parses", test_every_shipped_template_parses);
  return g_test_run ();
}
