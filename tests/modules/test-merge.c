/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging two records of one person: a choice for each field, nothing lost, undone as one act. */

#include "ent-address.h"
#include "ent-agent.h"
#include "ent-alert-ack.h"
#include "ent-alert.h"
#include "ent-attachment.h"
#include "ent-case-file.h"
#include "ent-civil-status.h"
#include "ent-contact-point.h"
#include "ent-error.h"
#include "ent-person-number.h"
#include "ent-person-query.h"
#include "ent-person-silence.h"
#include "ent-person.h"
#include "ent-relation.h"
#include "ent-search.h"
#include "merge-fixture.h"

static void
undo (Fixture *fixture, gint64 act)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Undone", "tester", &error);

  ent_apply_undo (apply, act, &error);
  g_assert_no_error (error);
  g_assert_true (ent_apply_commit (apply, &error));
}

static void
dump_table (Fixture *fixture, const EntSchema *schema, GString *text)
{
  g_autoptr (GPtrArray) records = NULL;

  records = ent_sql_load (fixture->db, schema, "ORDER BY id", ENT_NO_ARGS, NULL);
  g_assert_nonnull (records);
  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT, schema->table,
                              ent_record_get_id (record));
      for (guint j = 0; j < schema->n_columns; j++)
        {
          EntValue value;

          ent_record_get_value (record, j, &value);
          if (value.type == ENT_VALUE_TEXT)
            g_string_append_printf (text, "|\"%s\"", value.s);
          else if (value.type == ENT_VALUE_INT)
            g_string_append_printf (text, "|%" G_GINT64_FORMAT, value.i);
          else
            g_string_append (text, "|-");
          ent_value_clear (&value);
        }
      g_string_append_c (text, '\n');
    }
}

/* Every row of the tables that can refer to a person. */
static char *
dump (Fixture *fixture)
{
  const EntSchema *const *schemas = ent_registry_schemas ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; schemas[i] != NULL; i++)
    if (schemas[i]->number >= 10)
      dump_table (fixture, schemas[i], text);

  return g_string_free (text, FALSE);
}

static void
test_fields (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  g_autoptr (EntPersonMerge) plan = new_plan (fixture, two);
  int last_name = ent_schema_find (&ent_person_schema, "last_name");
  int first_names = ent_schema_find (&ent_person_schema, "first_names");
  g_autoptr (EntPerson) kept = NULL;
  g_autoptr (EntPerson) taken = NULL;

  g_assert_true (ent_person_merge_differs (plan, last_name));
  g_assert_false (ent_person_merge_differs (plan, first_names));
  g_assert_cmpint (ent_person_merge_get_choice (plan, last_name), ==, ENT_MERGE_KEEP);

  kept = ent_person_merge_get_result (plan);
  g_assert_cmpstr (kept->last_name, ==, "Dupont");
  ent_person_merge_set_choice (plan, last_name, ENT_MERGE_TAKE);
  taken = ent_person_merge_get_result (plan);
  g_assert_cmpstr (taken->last_name, ==, "Dupond");
  g_assert_cmpstr (taken->first_names, ==, "Anne");
  g_assert_true (g_str_has_prefix (taken->sort_key, "dupond"));
}

static void
edit (Fixture *fixture, gint64 id, const char *column, EntValue value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPerson) original = load (fixture, &ent_person_schema, id);
  g_autoptr (EntPerson) draft = ent_record_dup (original);
  EntApply *apply = ent_apply_begin (fixture->db, "Test", "tester", &error);

  put (draft, column, value);
  ent_apply_update (apply, original, draft, &error);
  g_assert_no_error (error);
  g_assert_true (ent_apply_commit (apply, &error));
}

static void
test_empty_fields_are_filled (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  g_autoptr (EntPerson) result = NULL;

  edit (fixture, two.b, "birth_place", ent_text ("Sart"));
  edit (fixture, two.b, "interpreter_needed", ent_int (1));
  edit (fixture, two.a, "remark", ent_text ("Deaf on the left side"));
  edit (fixture, two.b, "remark", ent_text ("Comes on Mondays"));
  merge_two (fixture, two);

  result = load (fixture, &ent_person_schema, two.a);
  g_assert_cmpstr (result->last_name, ==, "Dupont");
  g_assert_cmpstr (result->birth_place, ==, "Sart");
  g_assert_true (result->interpreter_needed);
  g_assert_cmpstr (result->remark, ==, "Deaf on the left side\n\nComes on Mondays");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person"), ==, 2);
}

static void
test_number_given_up (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  g_autoptr (EntPersonMerge) plan = new_plan (fixture, two);
  g_autoptr (EntPerson) result = NULL;
  g_autoptr (GPtrArray) former = NULL;
  g_autoptr (GArray) found = NULL;
  EntPersonNumber *line;

  ent_person_merge_set_choice (plan, ent_schema_find (&ent_person_schema, "national_number"),
                               ENT_MERGE_TAKE);
  merge (fixture, plan);

  result = load (fixture, &ent_person_schema, two.a);
  g_assert_cmpstr (result->national_number, ==, "88022999990");
  former = ent_person_query_owned (fixture->db, &ent_person_number_schema, two.a, NULL);
  g_assert_cmpuint (former->len, ==, 1);
  line = g_ptr_array_index (former, 0);
  g_assert_cmpstr (line->number, ==, "88222999936");
  g_assert_cmpint (line->valid_to, ==, day ("2026-11-20"));
  found = ent_search_ids (fixture->db, &ent_person_schema, "88222999936", NULL);
  g_assert_cmpuint (found->len, ==, 1);
}

static void
test_everything_moves (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  g_autoptr (EntCaseFile) file = owned (ENT_TYPE_CASE_FILE, two.b);
  g_autoptr (EntAddress) address = owned (ENT_TYPE_ADDRESS, two.b);
  g_autoptr (EntRelation) relation = owned (ENT_TYPE_RELATION, two.third);
  g_autoptr (EntRelation) read = NULL;

  put (file, "number", ent_text ("2026-00001"));
  put (file, "opened_on", iso ("2026-01-01"));
  insert (fixture, file);
  put (address, "kind", ent_text ("domicile"));
  put (address, "locality", ent_text ("Sart"));
  insert (fixture, address);
  put (relation, "role", ent_text ("contact"));
  put (relation, "other_id", ent_int (two.b));
  insert (fixture, relation);

  merge_two (fixture, two);
  g_assert_cmpint (ent_db_number (fixture->db,
                                  "SELECT (SELECT count(*) FROM case_file WHERE person_id = $1) + "
                                  "(SELECT count(*) FROM address WHERE person_id = $1)",
                                  ENT_ARGS (ent_int (two.a)), 0),
                   ==, 2);
  read = load (fixture, &ent_relation_schema, ent_record_get_id (relation));
  g_assert_cmpint (read->other_id, ==, two.a);
  g_assert_cmpint (read->person_id, ==, two.third);
}

static void
test_same_phone_is_kept_once (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  g_autoptr (GPtrArray) phones = NULL;
  gint64 first = add_phone (fixture, two.a, "0470 12 34 56", NULL);
  EntContactPoint *kept;

  add_phone (fixture, two.b, "+32 470 12 34 56", "Her daughter");
  add_phone (fixture, two.b, "010 43 60 00", NULL);
  merge_two (fixture, two);

  phones = ent_person_query_owned (fixture->db, &ent_contact_point_schema, two.a, NULL);
  g_assert_cmpuint (phones->len, ==, 2);
  kept = g_ptr_array_index (phones, 0);
  g_assert_cmpint (ent_record_get_id (kept), ==, first);
  g_assert_cmpstr (kept->label, ==, "Her daughter");
}

static void
add_piece (Fixture *fixture, gint64 person, const char *file)
{
  g_autoptr (EntAttachment) piece = owned (ENT_TYPE_ATTACHMENT, person);

  put (piece, "title", ent_text ("Carte d’identité"));
  put (piece, "origin", ent_text ("received"));
  put (piece, "file", ent_text (file));
  put (piece, "media_type", ent_text ("application/pdf"));
  put (piece, "size", ent_int (9));
  put (piece, "received_on", iso ("2026-11-20"));
  put (piece, "added_at", ent_int (1));
  put (piece, "author", ent_text ("tester"));
  insert (fixture, piece);
}

/* What they hold is not seen in a list, and is all that matters. */
static void
test_different_files_stay (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);

  add_piece (fixture, two.a, "aa");
  add_piece (fixture, two.b, "bb");
  add_piece (fixture, two.b, "aa");
  merge_two (fixture, two);
  g_assert_cmpint (count (fixture, "SELECT count(DISTINCT file) FROM attachment"), ==, 2);
}

static void
test_different_labels_stay (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);

  add_phone (fixture, two.a, "0470 12 34 56", "Her son");
  add_phone (fixture, two.b, "0470 12 34 56", "Her daughter");
  merge_two (fixture, two);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM contact_point"), ==, 2);
}

static void
test_open_and_closed_periods_stay (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  const gint64 ids[] = { two.a, two.b };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (EntAddress) address = owned (ENT_TYPE_ADDRESS, ids[i]);

      put (address, "kind", ent_text ("domicile"));
      put (address, "locality", ent_text ("Sart"));
      if (i == 1)
        put (address, "to_day", iso ("2020-01-01"));
      insert (fixture, address);
    }
  merge_two (fixture, two);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM address"), ==, 2);
}

static void
test_alerts_keep_their_readers (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);
  g_autoptr (EntAlertAck) ack = ent_record_new (ENT_TYPE_ALERT_ACK);
  const gint64 ids[] = { two.a, two.b };
  gint64 alert_id = 0;

  put (agent, "last_name", ent_text ("Lambert"));
  put (agent, "function", ent_text ("social-worker"));
  insert (fixture, agent);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (EntAlert) alert = owned (ENT_TYPE_ALERT, ids[i]);

      put (alert, "kind", ent_text ("dog"));
      put (alert, "text", ent_text ("Large dog"));
      put (alert, "until_day", iso ("2027-01-01"));
      alert_id = insert (fixture, alert);
    }
  put (ack, "alert_id", ent_int (alert_id));
  put (ack, "agent_id", ent_int (ent_record_get_id (agent)));
  put (ack, "acknowledged_at", ent_int (1));
  insert (fixture, ack);

  merge_two (fixture, two);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM alert_ack"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM alert"), ==, 2);
}

static void
test_undo_brings_both_back (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  gint64 household = add_household (fixture);
  g_autoptr (EntRelation) relation = owned (ENT_TYPE_RELATION, two.a);
  g_autoptr (EntRelation) self = owned (ENT_TYPE_RELATION, two.third);
  g_autofree char *before = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GArray) found = NULL;
  gint64 act;

  add_phone (fixture, two.a, "0470 12 34 56", NULL);
  add_phone (fixture, two.b, "0470 12 34 56", "Her daughter");
  add_phone (fixture, two.b, "010 43 60 00", NULL);
  add_member (fixture, household, two.a, "2015-01-01", NULL);
  add_member (fixture, household, two.b, "2014-01-01", "2015-06-30");
  put (relation, "role", ent_text ("contact"));
  put (relation, "other_id", ent_int (two.b));
  insert (fixture, relation);
  put (self, "role", ent_text ("trusted"));
  put (self, "other_id", ent_int (two.b));
  insert (fixture, self);

  before = dump (fixture);
  act = merge_two (fixture, two);
  merged = dump (fixture);
  g_assert_cmpstr (before, !=, merged);
  undo (fixture, act);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);

  found = ent_search_ids (fixture->db, &ent_person_schema, "dupond 010436000", NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (g_array_index (found, gint64, 0), ==, two.b);
}

static void
assert_merge_fails (Fixture *fixture, EntPersonMerge *plan, EntStoreError code)
{
  g_autofree char *before = dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Persons merged", "tester", NULL);

  g_assert_false (ent_person_merge_apply (apply, plan, NULL, &error));
  g_assert_error (error, ENT_STORE_ERROR, code);
  ent_apply_abort (apply);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_changed_meanwhile (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  g_autoptr (EntPersonMerge) plan = new_plan (fixture, two);

  edit (fixture, two.b, "birth_place", ent_text ("Sart"));
  assert_merge_fails (fixture, plan, ENT_STORE_ERROR_CONFLICT);
}

static void
test_gone_meanwhile (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  g_autoptr (EntPersonMerge) plan = new_plan (fixture, two);
  EntApply *apply = ent_apply_begin (fixture->db, "Test", "tester", NULL);

  g_assert_true (ent_apply_delete (apply, &ent_person_schema, two.b, NULL));
  g_assert_true (ent_apply_commit (apply, NULL));
  assert_merge_fails (fixture, plan, ENT_STORE_ERROR_NOT_FOUND);
}

static void
test_silence_is_kept (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  g_autoptr (EntPerson) result = NULL;

  edit (fixture, two.b, "silences", ent_text ("birth_date:refused"));
  merge_two (fixture, two);
  result = load (fixture, &ent_person_schema, two.a);
  g_assert_cmpint (ent_person_get_silence (result, "birth_date"), ==, ENT_SILENCE_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/merge/fields", test_fields);
  ADD ("/merge/empty-fields-are-filled", test_empty_fields_are_filled);
  ADD ("/merge/number-given-up", test_number_given_up);
  ADD ("/merge/everything-moves", test_everything_moves);
  ADD ("/merge/same-phone-is-kept-once", test_same_phone_is_kept_once);
  ADD ("/merge/different-files-stay", test_different_files_stay);
  ADD ("/merge/different-labels-stay", test_different_labels_stay);
  ADD ("/merge/open-and-closed-periods-stay", test_open_and_closed_periods_stay);
  ADD ("/merge/alerts-keep-their-readers", test_alerts_keep_their_readers);
  ADD ("/merge/undo-brings-both-back", test_undo_brings_both_back);
  ADD ("/merge/changed-meanwhile", test_changed_meanwhile);
  ADD ("/merge/gone-meanwhile", test_gone_meanwhile);
  ADD ("/merge/silence-is-kept", test_silence_is_kept);

  return g_test_run ();
}
