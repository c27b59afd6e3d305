/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paper that came back: read, sorted by the register, kept with the person. */

#include "ent-address.h"
#include "ent-agent.h"
#include "ent-attachment.h"
#include "ent-document.h"
#include "ent-paper-filing.h"
#include "ent-paper-issue.h"
#include "ent-paper-kinds.h"
#include "ent-paper-query.h"
#include "ent-pdf-compare.h"
#include "ent-person.h"
#include "ent-scan.h"
#include "ent-signatory.h"
#include "ent-signature-request.h"
#include "ent-vault.h"
#include "module-fixture.h"

#include <string.h>

typedef struct
{
  Fixture base;
  gint64 person;
  gint64 agent;
  EntDocument *letter; /* of more than one page */
  EntDocument *other;
} Desk;

static void
write_people (Desk *self)
{
  g_autoptr (EntPerson) person = ent_record_new (ENT_TYPE_PERSON);
  g_autoptr (EntAddress) address = ent_record_new (ENT_TYPE_ADDRESS);
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);
  g_autoptr (EntSignatory) signatory = ent_record_new (ENT_TYPE_SIGNATORY);

  put (person, "last_name", ent_text ("Essai-Dubrouillard"));
  put (person, "first_names", ent_text ("Léa"));
  self->person = insert (&self->base, person);
  put (address, "person_id", ent_int (self->person));
  put (address, "kind", ent_text ("domicile"));
  put (address, "street", ent_text ("Rue des Saules"));
  put (address, "number", ent_text ("12"));
  put (address, "postcode", ent_text ("4999"));
  put (address, "locality", ent_text ("Sart"));
  insert (&self->base, address);
  put (agent, "last_name", ent_text ("Brumaire"));
  put (agent, "function", ent_text ("secretary"));
  put (signatory, "role", ent_text ("director-general"));
  self->agent = insert (&self->base, agent);
  put (signatory, "agent_id", ent_int (self->agent));
  put (signatory, "title_fr", ent_text ("La Directrice générale"));
  put (signatory, "from_day", iso ("2020-01-01"));
  insert (&self->base, signatory);
}

static void
write_centre (Desk *self)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (self->base.db, "Test", "tester", &error);
  g_autoptr (EntCentre) centre = ent_paper_query_centre (self->base.db, &error);
  g_autoptr (EntCentre) draft = ent_record_dup (centre);

  g_object_set (draft, "name", "CPAS de Sart-lez-Brumes", "street", "Place des Brumes", "number",
                "1", "postcode", "4999", "locality", "Sart", NULL);
  ent_apply_update (apply, centre, draft, &error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
}

static EntDocument *
issue (Desk *self, guint n_paragraphs, int signing)
{
  g_autoptr (EntPaperRequest) request = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (self->base.db, "Test", "tester", &error);
  gint64 id;

  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append (text, "Comme convenu, vous pouvez passer au guichet chaque mardi, sans "
                           "rendez-vous, avec les documents dont nous avons parlé.\n\n");
  request = ent_paper_request_new (ent_paper_kind ("letter-free"), self->person,
                                   day ("2026-11-21"));
  ent_paper_request_set_answer (request, "answer.subject", "Votre visite");
  ent_paper_request_set_answer (request, "answer.text", text->str);
  request->author = g_strdup ("tester");
  request->agent_id = self->agent;
  request->signing = signing;
  id = ent_paper_issue (apply, request, &error);
  g_assert_no_error (error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
  return load (&self->base, &ent_document_schema, id);
}

static void
desk_set_up (Desk *self, gconstpointer unused)
{
  fixture_set_up (&self->base, NULL);
  write_people (self);
  write_centre (self);
  self->letter = issue (self, 40, ENT_SIGNING_ELECTRONIC);
  self->other = issue (self, 2, ENT_SIGNING_BY_HAND);
  g_assert_cmpint (self->letter->n_pages, >=, 2);
  g_assert_cmpint (self->other->n_pages, ==, 1);
}

static void
desk_tear_down (Desk *self, gconstpointer unused)
{
  g_clear_object (&self->letter);
  g_clear_object (&self->other);
  fixture_tear_down (&self->base, NULL);
}

/* The last page of the letter upside down, the other document, a sheet of nobody's, and the first
 * page of the letter on its side. */
static GBytes *
make_stack (Desk *self)
{
  const EntPdfPick last = { (guint) self->letter->n_pages - 1, 180 };
  const EntPdfPick first = { 0, 90 };
  const EntPdfPick blank = { 1, 0 };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) two = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) letter = ent_paper_get_file (self->base.db, self->letter, &error);
  g_autoptr (GBytes) other = ent_paper_get_file (self->base.db, self->other, &error);
  g_autoptr (GBytes) padded = NULL;

  g_assert_no_error (error);
  g_ptr_array_add (two, other);
  g_ptr_array_add (two, other);
  padded = ent_pdf_join (two, TRUE, &error);
  g_ptr_array_add (files, ent_pdf_take (letter, &last, 1, &error));
  g_ptr_array_add (files, g_bytes_ref (other));
  g_ptr_array_add (files, ent_pdf_take (padded, &blank, 1, &error));
  g_ptr_array_add (files, ent_pdf_take (letter, &first, 1, &error));
  g_assert_no_error (error);
  return ent_pdf_join (files, FALSE, &error);
}

static EntFilingPlan *
sort (Desk *self, GBytes *stack)
{
  g_autoptr (EntScan) scan = ent_scan_new (stack);
  g_autoptr (GError) error = NULL;
  EntFilingPlan *plan;

  g_assert_true (ent_scan_read (scan, NULL, &error));
  plan = ent_filing_plan_new (ent_scan_get_pages (scan));
  g_assert_true (ent_paper_filing_sort (plan, self->base.db, &error));
  g_assert_no_error (error);
  return plan;
}

static EntFilingGroup *
group_of (EntFilingPlan *plan, guint position)
{
  g_assert_cmpuint (position, <, plan->groups->len);
  return g_ptr_array_index (plan->groups, position);
}

static EntFilingPage *
page_of (EntFilingPlan *plan, guint position)
{
  return g_ptr_array_index (plan->pages, position);
}

static void
test_pages_find_their_document (Desk *self, gconstpointer unused)
{
  g_autoptr (GBytes) stack = make_stack (self);
  g_autoptr (EntFilingPlan) plan = sort (self, stack);
  EntFilingGroup *group = group_of (plan, 0);

  g_assert_cmpuint (plan->groups->len, ==, 2);
  g_assert_cmpstr (group->number, ==, self->letter->number);
  g_assert_cmpint (group->person_id, ==, self->person);
  g_assert_cmpuint (group->picks->len, ==, 2);
  g_assert_cmpuint (g_array_index (group->picks, EntPdfPick, 0).page, ==, 3);
  g_assert_cmpint (g_array_index (group->picks, EntPdfPick, 0).turn, ==, 270);
  g_assert_cmpuint (g_array_index (group->picks, EntPdfPick, 1).page, ==, 0);
  g_assert_cmpint (g_array_index (group->picks, EntPdfPick, 1).turn, ==, 180);
  g_assert_cmpuint (group->missing->len, ==, (guint) self->letter->n_pages - 2);

  group = group_of (plan, 1);
  g_assert_cmpstr (group->number, ==, self->other->number);
  g_assert_cmpuint (group->missing->len, ==, 0);
  g_assert_cmpuint (ent_filing_plan_n_rest (plan), ==, 1);
  g_assert_nonnull (page_of (plan, 2)->problem);
}

static void
file (Desk *self, EntFilingPlan *plan, GBytes *stack, EntFilingRun *run)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (self->base.db, "Test", "tester", &error);

  run->who = "tester";
  g_assert_true (ent_paper_filing_file (apply, plan, stack, run, &error));
  g_assert_no_error (error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
}

static void
test_filed_upright_and_in_order (Desk *self, gconstpointer unused)
{
  g_autoptr (GBytes) stack = make_stack (self);
  g_autoptr (EntFilingPlan) plan = sort (self, stack);
  EntFilingRun run = { NULL };
  g_autoptr (GPtrArray) pieces = NULL;
  g_autoptr (GError) error = NULL;
  EntAttachment *piece;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (EntScan) scan = NULL;

  file (self, plan, stack, &run);
  g_assert_cmpuint (run.n_filed, ==, 2);
  pieces = ent_sql_load (self->base.db, &ent_attachment_schema, "ORDER BY id", ENT_NO_ARGS, &error);
  g_assert_cmpuint (pieces->len, ==, 2);
  piece = g_ptr_array_index (pieces, 0);
  g_assert_cmpint (piece->person_id, ==, self->person);
  g_assert_cmpint (piece->document_id, ==, ent_record_get_id (self->letter));
  g_assert_cmpint (piece->origin, ==, ENT_ORIGIN_SCAN);
  g_assert_cmpint (piece->n_pages, ==, 2);
  g_assert_true (g_str_has_prefix (piece->title, self->letter->number));

  pdf = ent_vault_get (self->base.db, piece->file, &error);
  scan = ent_scan_new (pdf);
  g_assert_true (ent_scan_read (scan, NULL, &error));
  for (guint i = 0; i < 2; i++)
    {
      EntScanPage *page = g_ptr_array_index (ent_scan_get_pages (scan), i);

      g_assert_cmpuint (page->page, ==, i == 0 ? 1 : (guint) self->letter->n_pages);
      g_assert_cmpint (page->turn, ==, 0);
    }
}

static void
test_filed_twice_is_kept_once (Desk *self, gconstpointer unused)
{
  g_autoptr (GBytes) stack = make_stack (self);
  g_autoptr (EntFilingPlan) plan = sort (self, stack);
  EntFilingRun first = { NULL };
  EntFilingRun second = { NULL };

  file (self, plan, stack, &first);
  file (self, plan, stack, &second);
  g_assert_cmpuint (second.n_filed, ==, 0);
  g_assert_cmpuint (second.n_known, ==, 2);
  g_assert_cmpint (count (&self->base, "SELECT count(*) FROM attachment"), ==, 2);
}

static void
test_wrong_code_is_told (Desk *self, gconstpointer unused)
{
  g_autoptr (GBytes) stack = make_stack (self);
  g_autoptr (EntFilingPlan) plan = sort (self, stack);
  g_autoptr (GError) error = NULL;

  g_set_str (&page_of (plan, 1)->code, "0000-0000-0000");
  g_set_str (&page_of (plan, 0)->number, "D2026-000999");
  g_assert_true (ent_paper_filing_sort (plan, self->base.db, &error));
  g_assert_cmpuint (plan->groups->len, ==, 1);
  g_assert_nonnull (strstr (page_of (plan, 1)->problem, self->other->number));
  g_assert_nonnull (strstr (page_of (plan, 0)->problem, "D2026-000999"));
  g_assert_cmpuint (ent_filing_plan_n_rest (plan), ==, 3);
}

static void
test_assigned_by_hand (Desk *self, gconstpointer unused)
{
  g_autoptr (GBytes) stack = make_stack (self);
  g_autoptr (EntFilingPlan) plan = sort (self, stack);
  g_autoptr (EntFilingPlan) copy = NULL;
  g_autoptr (GError) error = NULL;

  ent_filing_plan_assign (plan, 2, " d2026-2 ");
  copy = ent_filing_plan_copy (plan);
  g_assert_true (ent_paper_filing_sort (copy, self->base.db, &error));
  g_assert_cmpuint (ent_filing_plan_n_rest (copy), ==, 0);
  g_assert_cmpuint (group_of (copy, 1)->picks->len, ==, 2);
  g_assert_cmpuint (g_array_index (group_of (copy, 1)->picks, EntPdfPick, 0).page, ==, 1);
  g_assert_cmpuint (g_array_index (group_of (copy, 1)->picks, EntPdfPick, 1).page, ==, 2);
}

static void
test_rest_is_not_lost (Desk *self, gconstpointer unused)
{
  g_autoptr (GBytes) stack = make_stack (self);
  g_autoptr (EntFilingPlan) plan = sort (self, stack);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) rest = ent_filing_plan_take_rest (plan, stack, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ent_pdf_count_pages (rest, &error), ==, 1);
}

/* That somebody signed is proposed, and entered only when it is said. */
static void
test_signature_is_proposed (Desk *self, gconstpointer unused)
{
  g_autoptr (GBytes) stack = make_stack (self);
  g_autoptr (EntFilingPlan) plan = sort (self, stack);
  EntFilingRun run = { NULL };
  g_autoptr (EntSignatureRequest) request = NULL;
  EntFilingGroup *group = group_of (plan, 0);

  g_assert_cmpint (group->request_id, !=, 0);
  g_assert_cmpstr (group->signer, ==, "Brumaire");
  g_assert_cmpint (group_of (plan, 1)->request_id, ==, 0);
  file (self, plan, stack, &run);
  g_assert_cmpuint (run.n_signed, ==, 0);
  request = load (&self->base, &ent_signature_request_schema, group->request_id);
  g_assert_cmpint (request->state, ==, ENT_REQUEST_WAITING);

  group->is_signed = TRUE;
  file (self, plan, stack, &run);
  g_clear_object (&request);
  request = load (&self->base, &ent_signature_request_schema, group->request_id);
  g_assert_cmpint (request->state, ==, ENT_REQUEST_SIGNED);
  g_assert_cmpint (request->means, ==, ENT_MEANS_PAPER);
  g_assert_cmpuint (run.n_signed, ==, 1);
  g_assert_cmpint (count (&self->base, "SELECT count(*) FROM attachment"), ==, 2);
}

static void
test_cancelled_is_told (Desk *self, gconstpointer unused)
{
  g_autoptr (GBytes) stack = make_stack (self);
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (self->base.db, "Test", "tester", &error);
  g_autoptr (EntFilingPlan) plan = NULL;

  g_assert_cmpint (ent_paper_cancel (apply, ent_record_get_id (self->other), "Erreur",
                                     day ("2026-11-21"), "tester", &error),
                   !=, 0);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
  plan = sort (self, stack);
  g_assert_false (group_of (plan, 0)->is_cancelled);
  g_assert_true (group_of (plan, 1)->is_cancelled);
}

#undef ADD
#define ADD(path, function) g_test_add (path, Desk, NULL, desk_set_up, function, desk_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/paper-filing/sort", test_pages_find_their_document);
  ADD ("/paper-filing/file", test_filed_upright_and_in_order);
  ADD ("/paper-filing/twice", test_filed_twice_is_kept_once);
  ADD ("/paper-filing/wrong-code", test_wrong_code_is_told);
  ADD ("/paper-filing/by-hand", test_assigned_by_hand);
  ADD ("/paper-filing/rest", test_rest_is_not_lost);
  ADD ("/paper-filing/signature", test_signature_is_proposed);
  ADD ("/paper-filing/cancelled", test_cancelled_is_told);
  return g_test_run ();
}
