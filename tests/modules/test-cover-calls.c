/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom to call after an absence was covered: the list, what it says, the list on paper read back,
 * and the letter. */

#include "cover-fixture.h"

#include "ent-contact-point.h"
#include "ent-cover-call.h"
#include "ent-cover-documents.h"
#include "ent-cover-sheet.h"
#include "ent-pdf-compare.h"
#include "ent-template.h"

#include <locale.h>
#include <string.h>

#define NISS "85073003328"

static void
add_phone (Fixture *fixture, gint64 person, const char *number, gboolean is_preferred)
{
  g_autoptr (EntContactPoint) contact = ent_record_new (ENT_TYPE_CONTACT_POINT);

  contact->person_id = person;
  contact->preferred = is_preferred;
  put (contact, "value", ent_text (number));
  insert (fixture, contact);
}

/* The number of the cover: one visit given to Marc, one left, one cancelled. */
static gint64
set_up_cover (Fixture *fixture, Day *self)
{
  g_autoptr (EntCoverPlan) plan = NULL;
  gint64 cover = 0;

  *self = set_up_day (fixture);
  plan = decide (fixture, self);
  g_assert_cmpint (write_plan (fixture, plan, &cover), !=, 0);
  return cover;
}

static GPtrArray *
read_calls (Fixture *fixture, gint64 cover)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *calls = ent_cover_query_calls (fixture->db, cover, &error);

  g_assert_no_error (error);
  return calls;
}

static void
answer_all (Fixture *fixture, const EntCoverCall *call, EntNoticeOutcome outcome)
{
  EntNoticeAnswer said = { outcome, ENT_NOTICE_BY_PHONE, 0, 1795000000000000 };
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Told", "tester", &error);

  for (guint i = 0; i < call->messages->len; i++)
    {
      gint64 id = ((EntCoverMessage *) g_ptr_array_index (call->messages, i))->notice_id;

      g_assert_true (ent_cover_apply_answer (apply, &id, 1, &said, &error));
    }
  g_assert_true (ent_apply_commit (apply, &error));
}

static void
test_one_call_a_person (Fixture *fixture, gconstpointer unused)
{
  Day self;
  g_autoptr (GPtrArray) calls = read_calls (fixture, set_up_cover (fixture, &self));
  const EntCoverCall *person, *carer;

  g_assert_cmpuint (calls->len, ==, 2);
  person = g_ptr_array_index (calls, 0);
  carer = g_ptr_array_index (calls, 1);
  g_assert_false (person->is_carer);
  g_assert_cmpint (person->id, ==, self.person);
  g_assert_cmpstr (person->name, ==, "Dupont Anne");
  g_assert_cmpuint (person->messages->len, ==, 3);
  g_assert_true (carer->is_carer);
  g_assert_cmpint (carer->id, ==, self.marc);
  g_assert_cmpstr (carer->name, ==, "Marc Maes");
  g_assert_cmpuint (carer->messages->len, ==, 1);
}

/* The number of the plan first, then the preferred one; no number twice. */
static void
test_phones (Fixture *fixture, gconstpointer unused)
{
  Day self;
  gint64 cover = set_up_cover (fixture, &self);
  gint64 plan = add_plan (fixture, self.person, "2026-01-05", NULL);
  g_autoptr (GPtrArray) calls = NULL;
  const EntCoverCall *call;

  change (fixture, &ent_care_plan_schema, plan, "phone", ent_text ("010436000"));
  add_phone (fixture, self.person, "0450991122", FALSE);
  add_phone (fixture, self.person, "0450993344", TRUE);
  add_phone (fixture, self.person, "010436000", FALSE);
  add_phone (fixture, self.person, "anne@example.be", TRUE);
  calls = read_calls (fixture, cover);
  call = g_ptr_array_index (calls, 0);
  g_assert_cmpuint (g_strv_length (call->phones), ==, 3);
  g_assert_cmpstr (call->phones[0], ==, "010 43 60 00");
  g_assert_cmpstr (call->phones[1], ==, "0450 99 33 44");
  g_assert_cmpstr (call->phones[2], ==, "0450 99 11 22");
}

static void
test_answers (Fixture *fixture, gconstpointer unused)
{
  Day self;
  gint64 cover = set_up_cover (fixture, &self);
  g_autoptr (GPtrArray) before = read_calls (fixture, cover);
  g_autoptr (GPtrArray) missed = NULL;
  g_autoptr (GPtrArray) told = NULL;
  g_autofree char *none = ent_cover_call_describe_answer (g_ptr_array_index (before, 0));
  g_autofree char *first = NULL;

  g_assert_null (none);
  g_assert_false (ent_cover_call_is_done (g_ptr_array_index (before, 0)));
  answer_all (fixture, g_ptr_array_index (before, 0), ENT_NOTICE_NOT_REACHED);
  missed = read_calls (fixture, cover);
  first = ent_cover_call_describe_answer (g_ptr_array_index (missed, 0));
  g_assert_cmpstr (first, ==, ent_enum_label (&ent_notice_outcome_enum, ENT_NOTICE_NOT_REACHED));
  g_assert_false (ent_cover_call_is_done (g_ptr_array_index (missed, 0)));
  answer_all (fixture, g_ptr_array_index (missed, 0), ENT_NOTICE_AGREED);
  told = read_calls (fixture, cover);
  g_assert_true (ent_cover_call_is_done (g_ptr_array_index (told, 0)));
  g_assert_false (ent_cover_call_is_done (g_ptr_array_index (told, 1)));
}

/* Vital visits are called first, whatever came first. */
static void
test_priority (Fixture *fixture, gconstpointer unused)
{
  Day self = set_up_day (fixture);
  EntCoverAway away = away_on_monday (&self, ENT_INT_NONE);
  g_autoptr (EntPerson) other = ent_record_new (ENT_TYPE_PERSON);
  g_autoptr (EntCoverPlan) plan = NULL;
  g_autoptr (GPtrArray) calls = NULL;
  gint64 cover = 0;

  put (other, "last_name", ent_text ("Exemple"));
  self.person = insert (fixture, other);
  change (fixture, &ent_visit_schema, self.visits[2], "person_id", ent_int (self.person));
  change (fixture, &ent_visit_schema, self.visits[2], "activity_id",
          ent_int (activity (fixture, "GAD")));
  change (fixture, &ent_care_activity_schema, activity (fixture, "GAD"), "priority",
          ent_text ("vital"));
  change (fixture, &ent_care_activity_schema, activity (fixture, "GAD"), "carer_kind",
          ent_text ("family-aide"));
  plan = read_plan (fixture, &away);
  ent_cover_plan_accept_all (plan);
  while (ent_cover_plan_step (plan))
    ;
  g_assert_cmpint (write_plan (fixture, plan, &cover), !=, 0);
  calls = read_calls (fixture, cover);
  g_assert_cmpstr (((EntCoverCall *) g_ptr_array_index (calls, 0))->name, ==, "Exemple");
}

static void
give_visit_to (Fixture *fixture, gint64 visit, const char *last_name)
{
  g_autoptr (EntPerson) other = ent_record_new (ENT_TYPE_PERSON);

  put (other, "last_name", ent_text (last_name));
  change (fixture, &ent_visit_schema, visit, "person_id", ent_int (insert (fixture, other)));
}

static const char *
name_of (GPtrArray *calls, guint position)
{
  return ((EntCoverCall *) g_ptr_array_index (calls, position))->name;
}

/* All visits are vital or all important; the first goes to Marc, the others have nobody yet, the
 * third on purpose. */
static GPtrArray *
calls_of (Fixture *fixture, const char *priority)
{
  Day self = set_up_day (fixture);
  EntCoverAway away = away_on_monday (&self, ENT_INT_NONE);
  g_autoptr (EntCoverPlan) plan = NULL;
  gint64 cover = 0;

  give_visit_to (fixture, self.visits[1], "Exemple");
  give_visit_to (fixture, self.visits[2], "Modèle");
  change (fixture, &ent_care_activity_schema, activity (fixture, "AVQ"), "priority",
          ent_text (priority));
  plan = read_plan (fixture, &away);
  g_assert_true (ent_cover_plan_give (plan, 0, &ent_cover_plan_get (plan, 0)->offers[0]));
  ent_cover_plan_leave (plan, 2);
  g_assert_cmpint (write_plan (fixture, plan, &cover), !=, 0);
  return read_calls (fixture, cover);
}

/* To whom nobody comes yet for a vital visit is called before who gets another carer. */
static void
test_stranded_first (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) calls = calls_of (fixture, "vital");

  g_assert_cmpuint (calls->len, ==, 4);
  g_assert_cmpstr (name_of (calls, 0), ==, "Exemple");
  g_assert_cmpstr (name_of (calls, 1), ==, "Modèle");
  g_assert_cmpstr (name_of (calls, 2), ==, "Dupont Anne");
  g_assert_cmpstr (name_of (calls, 3), ==, "Marc Maes");
}

static void
test_what_can_wait_is_not_first (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) calls = calls_of (fixture, "important");

  g_assert_cmpuint (calls->len, ==, 4);
  g_assert_cmpstr (name_of (calls, 0), ==, "Dupont Anne");
  g_assert_cmpstr (name_of (calls, 1), ==, "Exemple");
  g_assert_cmpstr (name_of (calls, 2), ==, "Modèle");
}

static void
test_words (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) calls = calls_of (fixture, "vital");
  const EntCoverCall *call = g_ptr_array_index (calls, 0);
  EntCoverMessage *message = g_ptr_array_index (call->messages, 0);
  g_autofree char *words = ent_cover_message_describe (message);
  g_autofree char *without_time = NULL;

  g_assert_true (g_str_has_suffix (
      words, "23/11/2026: Luce Leroy will not come at 11:00; another carer or time follows"));
  message->old_time = ENT_INT_NONE;
  without_time = ent_cover_message_describe (message);
  g_assert_true (
      g_str_has_suffix (without_time,
                        "23/11/2026: Luce Leroy will not come; another carer or time follows"));
}

static char *
print (Fixture *fixture, gint64 cover)
{
  g_autoptr (GPtrArray) calls = read_calls (fixture, cover);
  g_autoptr (EntAbsenceCover) record = load (fixture, &ent_absence_cover_schema, cover);
  g_autoptr (EntDoc) doc = ent_cover_sheet_new (record, calls, day ("2026-11-22"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = ent_doc_render (doc, NULL, NULL, &error);
  g_auto (GStrv) pages = NULL;

  g_assert_no_error (error);
  pages = ent_pdf_page_texts (pdf, &error);
  g_assert_no_error (error);
  return g_strjoinv ("\n", pages);
}

/* Names, phones and times are there; numbers of the national register and reasons are not. */
static void
test_sheet (Fixture *fixture, gconstpointer unused)
{
  Day self;
  gint64 cover = set_up_cover (fixture, &self);
  g_autofree char *text = NULL;

  change (fixture, &ent_person_schema, self.person, "national_number", ent_text (NISS));
  add_phone (fixture, self.person, "0450991122", FALSE);
  text = print (fixture, cover);
  g_assert_nonnull (strstr (text, "Luce Leroy"));
  g_assert_nonnull (strstr (text, "Dupont Anne"));
  g_assert_nonnull (strstr (text, "0450 99 11 22"));
  g_assert_nonnull (strstr (text, "Marc Maes"));
  g_assert_nonnull (strstr (text, "09:00"));
  g_assert_nonnull (strstr (text, "15:00"));
  g_assert_nonnull (strstr (text, "____"));
  g_assert_nonnull (strstr (text, "11:00"));
  g_assert_null (strstr (text, NISS));
  g_assert_null (strstr (text, "85.07.30"));
  g_assert_null (strstr (text, "Reporté"));
  g_assert_null (strstr (text, ent_enum_label (&ent_absence_kind_enum, ENT_ABSENCE_SICKNESS)));
}

static EntFields *
fill_letter (Fixture *fixture, gint64 person, const char *from, GError **error)
{
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  EntDocumentRequest request = { person, day ("2026-11-22"), "fr", answers };
  g_autoptr (EntFields) fields = ent_fields_new ();

  if (from != NULL)
    g_hash_table_insert (answers, (gpointer) "answer.from", (gpointer) from);
  return ent_cover_letter.fill (fixture->db, &request, fields, error) ? g_steal_pointer (&fields)
                                                                      : NULL;
}

static void
test_letter (Fixture *fixture, gconstpointer unused)
{
  Day self;
  g_autoptr (EntFields) fields = NULL;
  g_autoptr (GError) error = NULL;
  EntFields *given, *left, *cancelled;

  set_up_cover (fixture, &self);
  fields = fill_letter (fixture, self.person, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ent_fields_n_items (fields, "changes"), ==, 3);
  g_assert_false (ent_fields_is_true (fields, "single"));
  given = ent_fields_item (fields, "changes", 0);
  left = ent_fields_item (fields, "changes", 1);
  cancelled = ent_fields_item (fields, "changes", 2);
  g_assert_cmpstr (ent_fields_get (given, "day"), ==, "lundi 23 novembre 2026");
  g_assert_cmpstr (ent_fields_get (given, "carer"), ==, "Marc Maes");
  g_assert_true (ent_fields_is_true (given, "other_carer"));
  g_assert_false (ent_fields_is_true (given, "other_time"));
  g_assert_false (ent_fields_is_true (given, "cancelled"));
  g_assert_false (ent_fields_is_true (given, "no_carer"));
  g_assert_true (ent_fields_is_true (left, "no_carer"));
  g_assert_false (ent_fields_is_true (left, "cancelled"));
  g_assert_false (ent_fields_is_true (left, "other_carer"));
  g_assert_false (ent_fields_is_true (left, "other_time"));
  g_assert_cmpstr (ent_fields_get (left, "old_carer"), ==, "Luce Leroy");
  g_assert_cmpstr (ent_fields_get (left, "old_time"), ==, "11\u00a0h");
  g_assert_null (ent_fields_get (left, "carer"));
  g_assert_false (ent_fields_is_true (cancelled, "no_carer"));
  g_assert_true (ent_fields_is_true (cancelled, "cancelled"));
  g_assert_null (ent_fields_get (cancelled, "carer"));
}

/* All lines of the French letter, as the engine fills it. */
static char *
write_letter (const EntFields *fields)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "templates", "fr",
                                                 "letter-home-care-changes.md", NULL);
  g_autofree char *source = NULL;
  g_autoptr (EntTemplate) template = NULL;
  g_autoptr (GPtrArray) gaps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) blocks = NULL;
  GString *text = g_string_new (NULL);

  g_assert_true (g_file_get_contents (path, &source, NULL, NULL));
  template = ent_template_parse (source, NULL);
  blocks = ent_template_fill (template, fields, gaps);
  for (guint i = 0; i < blocks->len; i++)
    {
      g_autofree char *line = ent_block_get_text (g_ptr_array_index (blocks, i));

      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (text, FALSE);
}

/* Each change says what it is, and nothing of the others. */
static void
test_letter_words (Fixture *fixture, gconstpointer unused)
{
  Day self;
  g_autoptr (EntFields) fields = NULL;
  g_autofree char *text = NULL;

  set_up_cover (fixture, &self);
  fields = fill_letter (fixture, self.person, NULL, NULL);
  text = write_letter (fields);
  g_assert_nonnull (strstr (text, "Luce Leroy ne pourra pas venir chez vous à 11\u00a0h. Nous "
                                  "cherchons une autre aide ou un autre moment"));
  g_assert_nonnull (strstr (text, "Marc Maes viendra chez vous à la place de Luce Leroy."));
  g_assert_nonnull (strstr (text, "à 15\u00a0h avec Luce Leroy est annulée."));
  g_assert_null (strstr (text, "  "));
}

static void
test_letter_refused (Fixture *fixture, gconstpointer unused)
{
  Day self;
  g_autoptr (EntFields) fields = NULL;
  g_autoptr (GError) error = NULL;

  set_up_cover (fixture, &self);
  fields = fill_letter (fixture, self.person, "2026-11-24", &error);
  g_assert_null (fields);
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE);
}

static void
test_letter_proposes_the_period (Fixture *fixture, gconstpointer unused)
{
  Day self;
  const EntQuestion *questions = ent_cover_letter.questions;
  g_autofree char *none = NULL;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  set_up_cover (fixture, &self);
  none = questions[0].propose (fixture->db, self.person, day ("2026-11-24"), "fr");
  from = questions[0].propose (fixture->db, self.person, day ("2026-11-22"), "fr");
  until = questions[1].propose (fixture->db, self.person, day ("2026-11-22"), "fr");
  g_assert_null (none);
  g_assert_cmpstr (from, ==, MONDAY);
  g_assert_cmpstr (until, ==, MONDAY);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("/cover/calls/one-call-a-person", test_one_call_a_person);
  ADD ("/cover/calls/phones", test_phones);
  ADD ("/cover/calls/answers", test_answers);
  ADD ("/cover/calls/priority", test_priority);
  ADD ("/cover/calls/stranded-first", test_stranded_first);
  ADD ("/cover/calls/what-can-wait-is-not-first", test_what_can_wait_is_not_first);
  ADD ("/cover/calls/words", test_words);
  ADD ("/cover/calls/sheet", test_sheet);
  ADD ("/cover/letter/changes", test_letter);
  ADD ("/cover/letter/words", test_letter_words);
  ADD ("/cover/letter/refused", test_letter_refused);
  ADD ("/cover/letter/proposes-the-period", test_letter_proposes_the_period);
  return g_test_run ();
}
