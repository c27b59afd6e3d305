/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One document for many persons: the order, what cannot be made, stopping, printing, labels. */

#include "ent-address.h"
#include "ent-agent.h"
#include "ent-document-kind.h"
#include "ent-document.h"
#include "ent-paper-issue.h"
#include "ent-paper-kinds.h"
#include "ent-paper-query.h"
#include "ent-paper-series-make.h"
#include "ent-paper-series.h"
#include "ent-person.h"
#include "ent-signatory.h"
#include "module-fixture.h"

#include <string.h>

#define LETTER "letter-free"
#define DAY "2026-11-21"

typedef struct
{
  Fixture base;
  GArray *ids; /* gint64 */
} Crowd;

static gint64
add (EntApply *apply, gpointer draft)
{
  g_autoptr (GError) error = NULL;

  ent_apply_insert (apply, draft, &error);
  g_assert_no_error (error);
  return ent_record_get_id (draft);
}

static gint64
add_person (EntApply *apply, const char *last)
{
  g_autoptr (EntPerson) person = ent_record_new (ENT_TYPE_PERSON);

  put (person, "last_name", ent_text (last));
  put (person, "first_names", ent_text ("Iris"));
  put (person, "sex", ent_text ("female"));
  return add (apply, person);
}

static void
add_address (EntApply *apply, gint64 person, const char *kind, const char *postcode)
{
  g_autoptr (EntAddress) address = ent_record_new (ENT_TYPE_ADDRESS);

  put (address, "person_id", ent_int (person));
  put (address, "kind", ent_text (kind));
  put (address, "street", ent_text ("Rue des Saules"));
  put (address, "number", ent_text ("12"));
  put (address, "postcode", ent_text (postcode));
  put (address, "locality", ent_text ("Sart"));
  add (apply, address);
}

static void
add_signatory (EntApply *apply)
{
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);
  g_autoptr (EntSignatory) signatory = ent_record_new (ENT_TYPE_SIGNATORY);

  put (agent, "last_name", ent_text ("Brumaire"));
  put (agent, "function", ent_text ("secretary"));
  put (signatory, "role", ent_text ("director-general"));
  put (signatory, "agent_id", ent_int (add (apply, agent)));
  put (signatory, "title_fr", ent_text ("La Directrice générale"));
  put (signatory, "from_day", iso ("2020-01-01"));
  add (apply, signatory);
}

static void
write_centre (EntApply *apply)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntCentre) centre = ent_paper_query_centre (ent_apply_get_db (apply), &error);
  g_autoptr (EntCentre) draft = ent_record_dup (centre);

  g_object_set (draft, "name", "CPAS de Sart-lez-Brumes", "street", "Place des Brumes", "number",
                "1", "postcode", "4999", "locality", "Sart", NULL);
  ent_apply_update (apply, centre, draft, &error);
  g_assert_no_error (error);
}

/* Five persons: Dubois 4999, Colson 4998, Abel without address, Baudet who gets her post at 4000,
 * Évrard 4998. An EntStoreWriteFunc. */
static gboolean
fill (EntApply *apply, gpointer ids, GCancellable *cancellable, GError **error)
{
  static const char *const names[] = { "Dubois", "Colson", "Abel", "Baudet", "Évrard" };
  static const char *const postcodes[] = { "4999", "4998", NULL, "4999", "4998" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint64 id = add_person (apply, names[i]);

      if (postcodes[i] != NULL)
        add_address (apply, id, "domicile", postcodes[i]);
      if (i == 3)
        add_address (apply, id, "postal", "4000");
      g_array_append_val ((GArray *) ids, id);
    }
  add_signatory (apply);
  write_centre (apply);
  return TRUE;
}

static void
crowd_set_up (Crowd *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply;

  fixture_set_up (&self->base, NULL);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  apply = ent_apply_begin (self->base.db, "Test", "tester", &error);
  fill (apply, self->ids, NULL, &error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
}

static void
crowd_tear_down (Crowd *self, gconstpointer unused)
{
  g_array_unref (self->ids);
  fixture_tear_down (&self->base, NULL);
}

static EntPaperRequest *
letter (void)
{
  EntPaperRequest *request = ent_paper_request_new (ent_paper_kind (LETTER), 0, day (DAY));
  const EntQuestion *question = request->kind->questions;

  for (; question->path != NULL; question++)
    if (question->kind == ENT_QUESTION_TEXT || question->kind == ENT_QUESTION_LONG)
      ent_paper_request_set_answer (request, question->path, "Votre visite de mardi");
  request->author = g_strdup ("Iris Brumaire");
  return request;
}

static GPtrArray *
lines_of (Crowd *self, EntSeriesOrder order)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = ent_paper_series_query (self->base.db, self->ids, order, day (DAY), &error);

  g_assert_no_error (error);
  return lines;
}

static EntSeriesLine *
nth (GPtrArray *lines, guint position)
{
  return g_ptr_array_index (lines, position);
}

static void
assert_names (GPtrArray *lines, const char *const *names)
{
  g_assert_cmpuint (lines->len, ==, g_strv_length ((char **) names));
  for (guint i = 0; i < lines->len; i++)
    g_assert_true (g_str_has_prefix (nth (lines, i)->name, names[i]));
}

static void
test_by_postcode (Crowd *self, gconstpointer unused)
{
  static const char *const names[] = { "Baudet", "Colson", "Évrard", "Dubois", "Abel", NULL };
  g_autoptr (GPtrArray) lines = lines_of (self, ENT_SERIES_BY_POSTCODE);

  assert_names (lines, names);
  g_assert_cmpstr (nth (lines, 0)->postcode, ==, "4000");
  g_assert_null (nth (lines, 4)->postcode);
}

static void
test_by_name (Crowd *self, gconstpointer unused)
{
  static const char *const names[] = { "Abel", "Baudet", "Colson", "Dubois", "Évrard", NULL };
  g_autoptr (GPtrArray) lines = lines_of (self, ENT_SERIES_BY_NAME);

  assert_names (lines, names);
}

/* The order of the envelopes is that of the addresses in their windows. */
static void
test_postcode_is_that_of_the_letter (Crowd *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) lines = lines_of (self, ENT_SERIES_BY_POSTCODE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
                labels = ent_paper_series_labels (self->base.db, lines, day (DAY), "fr", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (labels->len, ==, 4);
  for (guint i = 0; i < labels->len; i++)
    {
      g_autofree char *whole = g_strjoinv ("\n", g_ptr_array_index (labels, i));

      g_assert_nonnull (strstr (whole, nth (lines, i)->postcode));
    }
}

static void
test_who_is_gone_is_passed_over (Crowd *self, gconstpointer unused)
{
  const gint64 nobody = 987654;
  g_autoptr (GPtrArray) lines = NULL;

  g_array_prepend_val (self->ids, nobody);
  lines = lines_of (self, ENT_SERIES_BY_NAME);
  g_assert_cmpuint (lines->len, ==, 5);
}

static void
mark_dead (Crowd *self, guint position)
{
  gint64 id = g_array_index (self->ids, gint64, position);
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (self->base.db, "Test", "tester", &error);
  g_autoptr (EntPerson) person = load (&self->base, &ent_person_schema, id);
  g_autoptr (EntPerson) draft = ent_record_dup (person);

  put (draft, "deceased_on", iso ("2026-01-31"));
  ent_apply_update (apply, person, draft, &error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
}

static void
test_check_tells_what_cannot_be_made (Crowd *self, gconstpointer unused)
{
  g_autoptr (EntPaperRequest) model = letter ();
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  int permille = 0;

  mark_dead (self, 0);
  lines = lines_of (self, ENT_SERIES_BY_POSTCODE);
  g_assert_true (ent_paper_series_check (self->base.db, model, lines, &permille, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (permille, ==, 1000);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_null (nth (lines, i)->problem);
      g_assert_false (nth (lines, i)->is_left_out);
    }
  /* She is dead: nothing is missing, and nobody writes to her unasked. */
  g_assert_null (nth (lines, 3)->problem);
  g_assert_true (nth (lines, 3)->is_dead);
  g_assert_true (nth (lines, 3)->is_left_out);
  /* No address for the window. */
  g_assert_nonnull (nth (lines, 4)->problem);
  g_assert_true (nth (lines, 4)->is_left_out);
  g_assert_cmpint (count (&self->base, "SELECT count(*) FROM document"), ==, 0);
}

static void
test_a_failure_does_not_stop_the_rest (Crowd *self, gconstpointer unused)
{
  g_autoptr (EntPaperRequest) model = letter ();
  g_autoptr (GPtrArray) lines = lines_of (self, ENT_SERIES_BY_NAME);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpint (ent_paper_series_issue (self->base.db, model, nth (lines, i)), ==, i != 0);
  g_assert_nonnull (nth (lines, 0)->problem);
  g_assert_null (nth (lines, 0)->number);
  g_assert_cmpstr (nth (lines, 1)->number, ==, "D2026-000001");
  g_assert_cmpstr (nth (lines, 4)->number, ==, "D2026-000004");
  g_assert_cmpint (count (&self->base, "SELECT count(*) FROM document"), ==, 4);

  files = ent_paper_series_files (self->base.db, lines, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 4);
}

/* A letter of a series is the letter that is made alone. */
static void
test_same_as_one (Crowd *self, gconstpointer unused)
{
  g_autoptr (EntPaperRequest) model = letter ();
  gint64 person = g_array_index (self->ids, gint64, 0);
  g_autoptr (EntPaperRequest) request = ent_paper_series_request (self->base.db, model, person);
  EntSeriesLine line = { .subject_id = person };
  g_autoptr (EntDocument) document = NULL;

  g_assert_true (ent_paper_series_issue (self->base.db, model, &line));
  document = load (&self->base, &ent_document_schema, line.document_id);
  g_assert_cmpstr (document->kind, ==, LETTER);
  g_assert_cmpint (document->person_id, ==, person);
  g_assert_cmpstr (document->author, ==, "Iris Brumaire");
  {
    g_autofree char *answers = ent_paper_request_answers_to_json (request);

    g_assert_cmpstr (document->answers, ==, answers);
  }
  g_free (line.number);
}

/* With a store, as the window runs it. */

typedef struct
{
  EntStore *store;
  EntPaperSeries *series;
  guint n_progress;
  guint stop_after;
  gboolean done;
} Run;

static void
checked_cb (Run *self, gboolean good)
{
  g_assert_true (good);
  self->done = TRUE;
}

static void
progress_cb (Run *self)
{
  if (++self->n_progress == self->stop_after)
    ent_paper_series_stop (self->series);
}

static void
finished_cb (Run *self)
{
  self->done = TRUE;
}

static void
wait_for (Run *self)
{
  self->done = FALSE;
  while (!self->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
filled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_cmpint (ent_store_write_finish (ENT_STORE (source), result, NULL), !=, 0);
  ((Run *) user_data)->done = TRUE;
}

static void
run_set_up (Run *self, GArray *ids)
{
  g_autoptr (EntPaperRequest) model = NULL;
  g_autoptr (GError) error = NULL;
  EntRegister *reg;

  ent_registry_set_modules (all_modules, G_N_ELEMENTS (all_modules));
  reg = ent_register_new_in_memory (&error);
  g_assert_no_error (error);
  self->store = ent_store_new (reg, &error);
  g_assert_no_error (error);
  ent_store_write_async (self->store, "Test", fill, ids, NULL, NULL, filled_cb, self);
  wait_for (self);
  model = letter ();
  self->series = ent_paper_series_new (self->store, model, ids, ENT_SERIES_BY_NAME);
  g_signal_connect_swapped (self->series, "checked", G_CALLBACK (checked_cb), self);
  g_signal_connect_swapped (self->series, "progress", G_CALLBACK (progress_cb), self);
  g_signal_connect_swapped (self->series, "finished", G_CALLBACK (finished_cb), self);
  ent_paper_series_prepare (self->series);
  wait_for (self);
}

static void
run_tear_down (Run *self)
{
  g_clear_object (&self->series);
  ent_store_close (self->store);
  g_clear_object (&self->store);
}

static void
test_run_to_the_end (void)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Run run = { NULL };

  run_set_up (&run, ids);
  g_assert_cmpuint (ent_paper_series_get_total (run.series), ==, 4);
  g_assert_cmpfloat (ent_paper_series_get_fraction (run.series), ==, 1);
  /* Asked for in spite of what is missing: it is told, and the others are made. */
  ent_paper_series_leave_out (run.series, 0, FALSE);
  ent_paper_series_leave_out (run.series, 4, TRUE);
  ent_paper_series_start (run.series);
  wait_for (&run);
  g_assert_cmpuint (run.n_progress, ==, 4);
  g_assert_cmpuint (ent_paper_series_get_n_done (run.series), ==, 3);
  g_assert_cmpuint (ent_paper_series_get_n_failed (run.series), ==, 1);
  g_assert_nonnull (nth (ent_paper_series_get_lines (run.series), 0)->problem);
  g_assert_cmpint (nth (ent_paper_series_get_lines (run.series), 4)->document_id, ==, 0);
  g_assert_false (ent_paper_series_is_stopped (run.series));
  run_tear_down (&run);
}

static void
test_stop_keeps_what_was_issued (void)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Run run = { .stop_after = 2 };
  GPtrArray *lines;

  run_set_up (&run, ids);
  ent_paper_series_start (run.series);
  wait_for (&run);
  lines = ent_paper_series_get_lines (run.series);
  g_assert_true (ent_paper_series_is_stopped (run.series));
  g_assert_cmpuint (ent_paper_series_get_n_done (run.series), ==, 2);
  g_assert_cmpstr (nth (lines, 2)->number, ==, "D2026-000002");
  g_assert_null (nth (lines, 3)->number);

  /* Beginning again goes on where it was left. */
  run.stop_after = 0;
  ent_paper_series_start (run.series);
  wait_for (&run);
  g_assert_cmpuint (ent_paper_series_get_n_done (run.series), ==, 4);
  g_assert_cmpstr (nth (lines, 2)->number, ==, "D2026-000002");
  g_assert_cmpstr (nth (lines, 3)->number, ==, "D2026-000003");
  run_tear_down (&run);
}

/* A list of what belongs to persons is one of persons too, each of them once. */
static void
test_persons_of_another_list (Crowd *self, gconstpointer unused)
{
  g_autoptr (EntQuery) query = ent_query_new (&ent_address_schema);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) persons = ent_paper_series_persons (self->base.db, query, NULL, &error);
  gint64 abel = g_array_index (self->ids, gint64, 2);

  g_assert_no_error (error);
  g_assert_cmpuint (persons->len, ==, 4);
  for (guint i = 0; i < persons->len; i++)
    g_assert_cmpint (g_array_index (persons, gint64, i), !=, abel);
  g_assert_true (ent_paper_series_serves (&ent_person_schema));
  g_assert_false (ent_paper_series_serves (&ent_signatory_schema));
}

#undef ADD
#define ADD(path, function) g_test_add (path, Crowd, NULL, crowd_set_up, function, crowd_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/paper-series/by-postcode", test_by_postcode);
  ADD ("/paper-series/by-name", test_by_name);
  ADD ("/paper-series/other-list", test_persons_of_another_list);
  ADD ("/paper-series/labels", test_postcode_is_that_of_the_letter);
  ADD ("/paper-series/gone", test_who_is_gone_is_passed_over);
  ADD ("/paper-series/check", test_check_tells_what_cannot_be_made);
  ADD ("/paper-series/failure", test_a_failure_does_not_stop_the_rest);
  ADD ("/paper-series/same", test_same_as_one);
  g_test_add_func ("/paper-series/run", test_run_to_the_end);
  g_test_add_func ("/paper-series/stop", test_stop_keeps_what_was_issued);
  return g_test_run ();
}
