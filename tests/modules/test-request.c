/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The register of requests: numbers without a gap, what may be taken back, steps in their order,
 * clocks from what is noted, the queue, the receipt. */

#include "module-fixture.h"

#include "ent-error.h"
#include "ent-paper-make.h"
#include "ent-pdf-compare.h"
#include "ent-request-documents.h"
#include "ent-request-piece.h"
#include "ent-request-query.h"
#include "ent-request-queue-query.h"
#include "ent-request-rules.h"
#include "record-checks.h"
#include "request-fixture.h"

#include <glib/gstdio.h>

static void
test_numbers_follow (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont");
  g_autoptr (EntRequest) first = NULL;
  g_autoptr (EntRequest) second = NULL;
  g_autoptr (EntRequest) next = NULL;

  first = load (fixture, &ent_request_schema,
                add_request (fixture, person, "integration", "2026-11-20"));
  second = load (fixture, &ent_request_schema, add_request (fixture, person, "aid", "2026-11-02"));
  g_assert_cmpstr (first->number, ==, "2026/00001");
  g_assert_cmpstr (second->number, ==, "2026/00002");
  ent_day_set_today (day ("2027-01-02"));
  next = load (fixture, &ent_request_schema, add_request (fixture, person, "aid", "2026-12-31"));
  g_assert_cmpstr (next->number, ==, "2027/00001");
  g_assert_cmpint (next->registered_on, ==, day ("2027-01-02"));
}

static void
test_refused_draft_takes_no_number (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont");
  g_autoptr (EntRequest) wrong = new_request (person, kind_of (fixture, "aid"), "2026-11-20");
  g_autoptr (EntRequest) right = NULL;

  wrong->asker = ENT_ASKER_MANDATED;
  g_assert_true (is_refused (fixture, wrong, NULL));
  right = load (fixture, &ent_request_schema, add_request (fixture, person, "aid", "2026-11-20"));
  g_assert_cmpint (right->sequence, ==, 1);
}

/* Two programs register at the same time. */
typedef struct
{
  const char *path;
  gint64 person;
  gint64 kind;
} Clerk;

#define N_EACH 40

static gpointer
register_many (gpointer data)
{
  const Clerk *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDb) db = ent_db_open (self->path, NULL, 0, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < N_EACH; i++)
    {
      g_autoptr (EntRequest) request = new_request (self->person, self->kind, "2026-11-20");
      EntApply *apply = ent_apply_begin (db, "Test", "tester", &error);

      g_assert_no_error (error);
      ent_apply_insert (apply, request, &error);
      g_assert_no_error (error);
      ent_apply_commit (apply, &error);
      g_assert_no_error (error);
    }
  return NULL;
}

static void
test_two_clerks_leave_no_gap (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("entraide-request-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "both.entraide", NULL);
  EntRegister *reg = ent_register_create (path, NULL, "Anne", &error);
  Fixture file = { .reg = NULL, .db = NULL };
  Clerk clerk = { path, 0, 0 };
  GThread *threads[2];

  g_assert_no_error (error);
  file.db = ent_register_steal_db (reg);
  clerk.person = add_person (&file, "Dupont");
  clerk.kind = kind_of (&file, "aid");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("clerk", register_many, &clerk);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (count (&file, "SELECT count (*) FROM request"), ==, 2 * N_EACH);
  g_assert_cmpint (count (&file, "SELECT max (sequence) FROM request"), ==, 2 * N_EACH);
  g_assert_cmpint (count (&file, "SELECT count (DISTINCT sequence) FROM request"), ==, 2 * N_EACH);
  /* In the order in which they were written. */
  g_assert_cmpint (count (&file, "SELECT count (*) FROM request a JOIN request b"
                                 " ON b.id > a.id AND b.sequence < a.sequence"),
                   ==, 0);
  ent_db_close (file.db);
  ent_register_close (reg);
}

static gboolean
try_delete (Fixture *fixture, gint64 id, GError **error)
{
  EntApply *apply = ent_apply_begin (fixture->db, "Test", "tester", NULL);

  if (ent_apply_delete (apply, &ent_request_schema, id, error))
    return ent_apply_commit (apply, error);
  ent_apply_abort (apply);
  return FALSE;
}

static void
test_only_the_last_is_taken_back (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont");
  gint64 first = add_request (fixture, person, "aid", "2026-11-20");
  gint64 last = add_request (fixture, person, "aid", "2026-11-20");
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRequest) again = NULL;

  g_assert_false (try_delete (fixture, first, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (try_delete (fixture, last, &error));
  again = load (fixture, &ent_request_schema, add_request (fixture, person, "aid", "2026-11-20"));
  g_assert_cmpint (again->sequence, ==, 2);
}

static gint64
undo (Fixture *fixture, gint64 act, GError **error)
{
  EntApply *apply = ent_apply_begin (fixture->db, "Undo", "tester", NULL);
  gint64 id = ent_apply_get_id (apply);

  if (ent_apply_undo (apply, act, error))
    return ent_apply_commit (apply, error) ? id : 0;
  ent_apply_abort (apply);
  return 0;
}

/* What was taken back comes again only while its number is the next one. */
static void
test_undone_and_redone (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont");
  g_autoptr (GError) error = NULL;
  gint64 registration, undone, redone;

  add_request (fixture, person, "aid", "2026-11-20");
  registration = count (fixture, "SELECT max (id) FROM change_set");
  undone = undo (fixture, registration, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM request"), ==, 0);
  redone = undo (fixture, undone, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture, "SELECT max (sequence) FROM request"), ==, 1);
  undone = undo (fixture, redone, &error);
  g_assert_no_error (error);
  add_request (fixture, person, "aid", "2026-11-20");
  g_assert_cmpint (undo (fixture, undone, &error), ==, 0);
  g_assert_nonnull (error);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM request"), ==, 1);
}

static void
edit (Fixture *fixture, gpointer original, gpointer draft)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Test", "tester", &error);

  ent_apply_update (apply, original, draft, &error);
  g_assert_no_error (error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
}

static void
test_under_way_stays (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_request (fixture, add_person (fixture, "Dupont"), "aid", "2026-11-20");
  g_autoptr (EntRequest) original = load (fixture, &ent_request_schema, id);
  g_autoptr (EntRequest) draft = ent_record_dup (original);
  g_autoptr (GError) error = NULL;

  draft->step = ENT_STEP_ENQUIRY;
  edit (fixture, original, draft);
  g_assert_false (try_delete (fixture, id, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_REFUSED);
}

static void
test_issued_receipt_keeps_it (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_request (fixture, add_person (fixture, "Dupont"), "aid", "2026-11-20");
  g_autoptr (GError) error = NULL;

  ent_db_execute (fixture->db,
                  "INSERT INTO document (number, year, sequence, made_on, title, entry, kind,"
                  " subject_table, subject_id, language, made_at, author, code)"
                  " VALUES ('D2026-000001', 2026, 1, '2026-11-20', 'Receipt', 'issued', $1,"
                  " 'request', $2, 'fr', 1, 'tester', 'x')",
                  ENT_ARGS (ent_text (ent_request_receipt.id), ent_int (id)), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ent_request_query_receipt_day (fixture->db, id), ==, day ("2026-11-20"));
  g_assert_false (try_delete (fixture, id, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_REFUSED);
}

static void
test_number_never_changes (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_request (fixture, add_person (fixture, "Dupont"), "aid", "2026-11-20");
  g_autoptr (EntRequest) original = load (fixture, &ent_request_schema, id);
  g_autoptr (EntRequest) draft = ent_record_dup (original);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntApply) apply = NULL;

  draft->sequence = 7;
  apply = ent_apply_begin (fixture->db, "Test", "tester", NULL);
  g_assert_false (ent_apply_update (apply, original, draft, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_REFUSED);
}

static void
test_annulled_keeps_its_number (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_request (fixture, add_person (fixture, "Dupont"), "aid", "2026-11-20");
  g_autoptr (EntRequest) original = load (fixture, &ent_request_schema, id);
  g_autoptr (EntRequest) draft = ent_record_dup (original);
  g_autoptr (EntRequest) saved = NULL;

  g_assert_true (original->is_open);
  draft->ending = ENT_ENDING_ANNULLED;
  assert_error (draft, "ending_reason");
  assert_error (draft, "ended_on");
  draft->ended_on = day ("2026-11-19");
  put (draft, "ending_reason", ent_text ("Entered twice"));
  assert_error (draft, "ended_on");
  draft->ended_on = day ("2026-11-21");
  edit (fixture, original, draft);
  saved = load (fixture, &ent_request_schema, id);
  g_assert_false (saved->is_open);
  g_assert_cmpstr (saved->number, ==, "2026/00001");
}

static void
test_reception_is_not_after_registration (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntRequest) request = new_request (add_person (fixture, "Dupont"),
                                               kind_of (fixture, "aid"), "2026-11-22");

  g_assert_true (is_refused (fixture, request, NULL));
}

static EntRequestStep *
step_new (gint64 request_id, int step, const char *on)
{
  EntRequestStep *self = ent_record_new (ENT_TYPE_REQUEST_STEP);

  self->request_id = request_id;
  self->step = step;
  self->day = day (on);
  return self;
}

static void
test_steps_keep_their_order (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_request (fixture, add_person (fixture, "Dupont"), "aid", "2026-11-10");
  g_autoptr (EntRequestStep) enquiry = step_new (id, ENT_STEP_ENQUIRY, "2026-11-12");
  g_autoptr (EntRequestStep) twice = step_new (id, ENT_STEP_ENQUIRY, "2026-11-13");
  g_autoptr (EntRequestStep) early = step_new (id, ENT_STEP_PROPOSAL, "2026-11-11");
  g_autoptr (EntRequestStep) late = step_new (id, ENT_STEP_REGISTERED, "2026-11-13");
  g_autoptr (EntRequestStep) same = step_new (id, ENT_STEP_PROPOSAL, "2026-11-12");

  insert (fixture, enquiry);
  g_assert_nonnull (enquiry->author);
  g_assert_true (is_refused (fixture, twice, NULL));
  g_assert_true (is_refused (fixture, early, NULL));
  g_assert_true (is_refused (fixture, late, NULL));
  insert (fixture, same);
}

static void
test_open_until_the_last_step (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntRequest) request = ent_record_new (ENT_TYPE_REQUEST);

  request->step = ENT_STEP_NOTIFICATION;
  g_assert_cmpint (ent_request_next_step (request), ==, ENT_STEP_EXECUTION);
  request->result = ENT_RESULT_REFUSED;
  g_assert_false (ent_request_is_open (request));
  g_assert_cmpint (ent_request_next_step (request), ==, 0);
  request->result = ENT_RESULT_GRANTED;
  request->step = ENT_STEP_EXECUTION;
  g_assert_false (ent_request_is_open (request));
  request->step = ENT_STEP_ENQUIRY;
  g_assert_true (ent_request_is_open (request));
  request->ending = ENT_ENDING_WITHDRAWN;
  g_assert_false (ent_request_is_open (request));
}

static void
test_events_say_why (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntRequestEvent) event = ent_record_new (ENT_TYPE_REQUEST_EVENT);
  g_autoptr (EntRequestPiece) piece = ent_record_new (ENT_TYPE_REQUEST_PIECE);

  event->kind = ENT_HAPPENING_INCOMPETENT;
  event->day = day ("2026-11-20");
  assert_error (event, "reason");
  event->kind = ENT_HAPPENING_TRANSFER;
  assert_error (event, "partner");
  event->kind = ENT_HAPPENING_HEARING;
  event->to_day = day ("2026-11-21");
  assert_error (event, "to_day");
  event->kind = ENT_HAPPENING_SUSPENSION;
  event->to_day = day ("2026-11-19");
  assert_error (event, "to_day");
  piece->asked_on = day ("2026-11-20");
  piece->received_on = day ("2026-11-19");
  assert_error (piece, "received_on");
}

static void
test_queue (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont");
  gint64 receipted = add_request (fixture, person, "integration", "2026-11-02");
  gint64 fresh = add_request (fixture, person, "aid", "2026-11-20");
  gint64 still = add_request (fixture, person, "aid", "2026-11-03");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  const EntQueueLine *line;

  add_event (fixture, receipted, ENT_HAPPENING_RECEIPT, "2026-11-02", NULL);
  add_event (fixture, still, ENT_HAPPENING_RECEIPT, "2026-11-03", NULL);
  add_event (fixture, still, ENT_HAPPENING_SUSPENSION, "2026-11-10", NULL);
  lines = ent_request_queue_read (fixture->db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 3);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpint (line->id, ==, fresh);
  g_assert_cmpint (line->kind, ==, ENT_DEADLINE_RECEIPT);
  g_assert_cmpstr (line->person, ==, "Dupont");
  line = g_ptr_array_index (lines, 1);
  g_assert_cmpint (line->id, ==, receipted);
  g_assert_cmpint (line->kind, ==, ENT_DEADLINE_DECISION);
  g_assert_cmpint (line->due, ==, day ("2026-12-02"));
  line = g_ptr_array_index (lines, 2);
  g_assert_cmpint (line->id, ==, still);
  g_assert_cmpint (line->due, ==, ENT_DAY_NONE);
}

/* The queue and the page of a request say the same. */
static void
test_queue_agrees_with_the_page (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_request (fixture, add_person (fixture, "Dupont"), "integration", "2026-11-02");
  g_autoptr (EntRequest) request = load (fixture, &ent_request_schema, id);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) clocks = NULL;
  const EntQueueLine *line;
  const EntRequestClock *clock;

  add_event (fixture, id, ENT_HAPPENING_RECEIPT, "2026-11-02", NULL);
  add_event (fixture, id, ENT_HAPPENING_SUSPENSION, "2026-11-10", "2026-11-19");
  lines = ent_request_queue_read (fixture->db, NULL);
  clocks = ent_request_clocks_read (fixture->db, request, NULL);
  line = g_ptr_array_index (lines, 0);
  clock = g_ptr_array_index (clocks, 0);
  g_assert_cmpint (clock->kind, ==, ENT_DEADLINE_DECISION);
  g_assert_cmpint (line->due, ==, clock->deadline->due);
  g_assert_cmpint (line->due, ==, day ("2026-12-12"));
}

static void
test_open_requests_of_a_person (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont");
  gint64 first = add_request (fixture, person, "aid", "2026-11-20");
  g_autofree char *numbers = NULL;
  g_autofree char *none = ent_request_query_open_numbers (fixture->db, person, first);

  add_request (fixture, person, "aid", "2026-11-20");
  numbers = ent_request_query_open_numbers (fixture->db, person, 0);
  g_assert_cmpstr (numbers, ==, "2026/00001, 2026/00002");
  g_assert_null (none);
}

static EntFields *
fill_receipt (Fixture *fixture, gint64 id, GError **error)
{
  const EntDocumentRequest request = { id, day ("2026-11-20"), "fr", NULL };
  g_autoptr (EntFields) fields = ent_fields_new ();

  return ent_request_receipt.fill (fixture->db, &request, fields, error) ? g_steal_pointer (&fields)
                                                                         : NULL;
}

static void
test_receipt_says_the_latest_day (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_request (fixture, add_person (fixture, "Dupont"), "integration", "2026-11-20");
  g_autoptr (GError) error = NULL;
  g_autoptr (EntFields) fields = fill_receipt (fixture, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ent_fields_get (fields, "request.number"), ==, "2026/00001");
  g_assert_cmpstr (ent_fields_get (fields, "request.decision_by"), ==, "20 décembre 2026");
  g_assert_cmpstr (ent_fields_get (fields, "request.term"), ==, "30");
  g_assert_false (ent_fields_is_true (fields, "request.term_in_months"));
  g_assert_true (ent_fields_is_true (fields, "request.integration"));
  g_assert_true (ent_fields_is_true (fields, "request.oral"));
}

static void
test_no_receipt_without_a_day (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_request (fixture, add_person (fixture, "Dupont"), "aid", "2026-11-20");
  g_autoptr (GError) error = NULL;

  add_event (fixture, id, ENT_HAPPENING_SUSPENSION, "2026-11-21", NULL);
  g_assert_null (fill_receipt (fixture, id, &error));
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE);
}

/* What the law asks of it stands on the page itself. */
static void
test_receipt_reads_back (Fixture *fixture, gconstpointer unused)
{
  static const char *const mentions[] = { "2026/00001", "20 décembre 2026", "30 jours",
                                          "article 20", "article 22" };
  gint64 id = add_request (fixture, add_person (fixture, "Dupont"), "integration", "2026-11-20");
  g_autoptr (EntPaperRequest)
                request = ent_paper_request_new (&ent_request_receipt, id, day ("2026-11-20"));
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPaperDraft) draft = NULL;
  g_auto (GStrv) pages = NULL;
  g_autofree char *text = NULL;

  request->language = g_strdup ("fr");
  draft = ent_paper_draft (fixture->db, request, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (draft->pdf);
  pages = ent_pdf_page_texts (draft->pdf, &error);
  g_assert_no_error (error);
  text = g_strjoinv (" ", pages);
  g_strdelimit (text, "\n", ' ');
  for (guint i = 0; i < G_N_ELEMENTS (mentions); i++)
    g_assert_nonnull (strstr (text, mentions[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/request/numbers-follow", test_numbers_follow);
  ADD ("/request/refused-draft-takes-no-number", test_refused_draft_takes_no_number);
  ADD ("/request/two-clerks-leave-no-gap", test_two_clerks_leave_no_gap);
  ADD ("/request/only-the-last-is-taken-back", test_only_the_last_is_taken_back);
  ADD ("/request/undone-and-redone", test_undone_and_redone);
  ADD ("/request/under-way-stays", test_under_way_stays);
  ADD ("/request/issued-receipt-keeps-it", test_issued_receipt_keeps_it);
  ADD ("/request/number-never-changes", test_number_never_changes);
  ADD ("/request/annulled-keeps-its-number", test_annulled_keeps_its_number);
  ADD ("/request/reception-not-after-registration", test_reception_is_not_after_registration);
  ADD ("/request/steps-keep-their-order", test_steps_keep_their_order);
  ADD ("/request/open-until-the-last-step", test_open_until_the_last_step);
  ADD ("/request/events-say-why", test_events_say_why);
  ADD ("/request/queue", test_queue);
  ADD ("/request/queue-agrees-with-the-page", test_queue_agrees_with_the_page);
  ADD ("/request/open-requests-of-a-person", test_open_requests_of_a_person);
  ADD ("/request/receipt/latest-day", test_receipt_says_the_latest_day);
  ADD ("/request/receipt/not-without-a-day", test_no_receipt_without_a_day);
  ADD ("/request/receipt/reads-back", test_receipt_reads_back);
  return g_test_run ();
}
