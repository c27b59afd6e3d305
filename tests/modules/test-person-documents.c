/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The household in a document, and what the letters of a person propose. */

#include "ent-household-member.h"
#include "ent-household.h"
#include "ent-person-documents.h"
#include "module-fixture.h"

#include <string.h>

#include "document-fixture.h"

static gint64
add_household (Fixture *fixture)
{
  g_autoptr (EntHousehold) household = ent_record_new (ENT_TYPE_HOUSEHOLD);

  put (household, "name", ent_text ("Dupont"));
  return insert (fixture, household);
}

static EntHouseholdMember *
new_member (gint64 household, gint64 person, const char *role, const char *from)
{
  EntHouseholdMember *member = ent_record_new (ENT_TYPE_HOUSEHOLD_MEMBER);

  put (member, "household_id", ent_int (household));
  put (member, "person_id", ent_int (person));
  put (member, "role", ent_text (role));
  put (member, "from_day", iso (from));
  return member;
}

static void
add_member (Fixture *fixture, gint64 household, gint64 person, const char *role, const char *from)
{
  g_autoptr (EntHouseholdMember) member = new_member (household, person, role, from);

  insert (fixture, member);
}

static void
test_household (Fixture *fixture, gconstpointer unused)
{
  gint64 anne = add_person (fixture, "Dupont", "Anne", "female");
  gint64 zoe = add_person (fixture, "de Smet", "Zoé", "female");
  gint64 home = add_household (fixture);
  g_autoptr (EntHouseholdMember) child = new_member (home, zoe, "child", "2021-01-01");
  g_autoptr (EntFields) fields = NULL;
  EntFields *first;
  EntFields *second;

  put (child, "custody_percent", ent_int (50));
  insert (fixture, child);
  add_member (fixture, home, anne, "reference", "2010-01-01");
  fields = filled (fixture, &ent_person_household_attestation, anne, "2026-11-21", NULL);

  g_assert_cmpstr (ent_fields_get (fields, "household.size"), ==, "2");
  g_assert_false (ent_fields_is_true (fields, "household.alone"));
  first = ent_fields_item (fields, "household.members", 0);
  second = ent_fields_item (fields, "household.members", 1);
  g_assert_cmpstr (ent_fields_get (first, "name"), ==, "Anne DUPONT");
  g_assert_cmpstr (ent_fields_get (first, "birth_date"), ==, "3 mars 1960");
  g_assert_true (ent_fields_is_true (first, "reference"));
  g_assert_true (ent_fields_is_true (first, "woman"));
  g_assert_false (ent_fields_is_true (first, "shared"));
  g_assert_cmpstr (ent_fields_get (second, "name"), ==, "Zoé DE SMET");
  g_assert_true (ent_fields_is_true (second, "child"));
  g_assert_true (ent_fields_is_true (second, "shared"));
}

static void
test_household_on_its_day (Fixture *fixture, gconstpointer unused)
{
  gint64 anne = add_person (fixture, "Dupont", "Anne", "female");
  gint64 zoe = add_person (fixture, "Dupont", "Zoé", "female");
  gint64 home = add_household (fixture);
  g_autoptr (EntFields) alone = NULL;

  add_member (fixture, home, anne, "reference", "2010-01-01");
  add_member (fixture, home, zoe, "child", "2021-01-01");
  alone = filled (fixture, &ent_person_household_attestation, anne, "2020-12-31", NULL);
  g_assert_true (ent_fields_is_true (alone, "household.alone"));
  g_assert_cmpstr (ent_fields_get (alone, "household.size"), ==, "1");
  assert_refused (fixture, &ent_person_household_attestation, anne, "2009-12-31", NULL);
}

static void
test_household_without_the_dead (Fixture *fixture, gconstpointer unused)
{
  gint64 anne = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntPerson) luc = ent_record_new (ENT_TYPE_PERSON);
  gint64 home = add_household (fixture);
  g_autoptr (EntFields) before = NULL;
  g_autoptr (EntFields) after = NULL;

  put (luc, "last_name", ent_text ("Dupont"));
  put (luc, "deceased_on", iso ("2026-05-01"));
  add_member (fixture, home, anne, "reference", "2010-01-01");
  add_member (fixture, home, insert (fixture, luc), "partner", "2010-01-01");
  before = filled (fixture, &ent_person_household_attestation, anne, "2026-05-01", NULL);
  g_assert_cmpstr (ent_fields_get (before, "household.size"), ==, "2");
  after = filled (fixture, &ent_person_household_attestation, anne, "2026-05-02", NULL);
  g_assert_cmpstr (ent_fields_get (after, "household.size"), ==, "1");
}

/* Who is left would otherwise pass for the household of the one who died. */
static void
test_deceased_has_no_household (Fixture *fixture, gconstpointer unused)
{
  gint64 anne = add_person (fixture, "Dupont", "Anne", "female");
  gint64 luc = add_person (fixture, "Dupont", "Luc", "male");
  gint64 home = add_household (fixture);

  add_member (fixture, home, anne, "reference", "2010-01-01");
  add_member (fixture, home, luc, "partner", "2010-01-01");
  note_death (fixture, luc, "2026-05-01");
  assert_refused (fixture, &ent_person_household_attestation, luc, "2026-11-21", NULL);
}

static void
test_days_for_documents (Fixture *fixture, gconstpointer unused)
{
  gint64 anne = add_person (fixture, "Dupont", "Anne", "female");
  const EntQuestion *until = &ent_person_documents_letter.questions[2];
  g_autofree char *limit = until->propose (fixture->db, anne, day ("2026-12-11"), "fr");

  /* Two weeks later is Christmas, a Friday. */
  g_assert_cmpstr (until->path, ==, "answer.until");
  g_assert_cmpstr (limit, ==, "2026-12-28");
}

static void
test_answers (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  EntDocumentRequest none = { .day = day ("2026-11-21") };
  EntDocumentRequest some = { .day = day ("2026-11-21"), .answers = answers };

  g_hash_table_insert (answers, (gpointer) "answer.from", (gpointer) "2026-01-01");
  g_hash_table_insert (answers, (gpointer) "answer.until", (gpointer) "soon");
  g_hash_table_insert (answers, (gpointer) "answer.empty", (gpointer) "");
  g_assert_null (ent_document_request_answer (&none, "answer.from"));
  g_assert_null (ent_document_request_answer (&some, "answer.empty"));
  g_assert_cmpint (ent_document_request_day (&some, "answer.from", 7), ==, day ("2026-01-01"));
  g_assert_cmpint (ent_document_request_day (&some, "answer.until", 7), ==, 7);
  g_assert_cmpint (ent_document_request_day (&none, "answer.from", 7), ==, 7);
  g_assert_true (ent_document_request_chose (&some, "answer.until", "soon"));
  g_assert_false (ent_document_request_chose (&some, "answer.other", "soon"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/person-documents/household", test_household);
  ADD ("/person-documents/household/on-its-day", test_household_on_its_day);
  ADD ("/person-documents/household/without-the-dead", test_household_without_the_dead);
  ADD ("/person-documents/deceased-has-no-household", test_deceased_has_no_household);
  ADD ("/person-documents/days-for-documents", test_days_for_documents);
  ADD ("/person-documents/answers", test_answers);

  return g_test_run ();
}
