/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The duplicate shield: exchanged names, accents, slips of the keyboard, numbers, phones. */

#include "ent-contact-point.h"
#include "ent-person-duplicates.h"
#include "ent-person-number.h"
#include "ent-person.h"
#include "module-fixture.h"

static gint64
add_person (Fixture *fixture,
            const char *last,
            const char *first,
            const char *birth,
            const char *number)
{
  g_autoptr (EntPerson) person = ent_record_new (ENT_TYPE_PERSON);

  put (person, "last_name", ent_text (last));
  put (person, "first_names", first != NULL ? ent_text (first) : ent_null ());
  put (person, "birth_date", iso (birth));
  put (person, "national_number", number != NULL ? ent_text (number) : ent_null ());
  return insert (fixture, person);
}

static EntPersonClue
clue (const char *last, const char *first, const char *birth)
{
  EntPersonClue self = ENT_PERSON_CLUE_INIT;

  self.last_name = last;
  self.first_names = first;
  self.birth_date = birth != NULL ? day (birth) : ENT_DAY_NONE;
  return self;
}

static GPtrArray *
find (Fixture *fixture, EntPersonClue self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = ent_person_find_duplicates (fixture->db, &self, 10, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static void
assert_finds (Fixture *fixture, EntPersonClue self, gint64 id, EntLikeness reason)
{
  g_autoptr (GPtrArray) found = find (fixture, self);
  EntPersonCandidate *first;

  g_test_message ("%s %s", self.last_name != NULL ? self.last_name : "",
                  self.first_names != NULL ? self.first_names : "");
  g_assert_cmpuint (found->len, ==, 1);
  first = g_ptr_array_index (found, 0);
  g_assert_cmpint (first->id, ==, id);
  g_assert_cmpint (first->reasons & reason, ==, reason);
}

static void
assert_finds_nobody (Fixture *fixture, EntPersonClue self)
{
  g_autoptr (GPtrArray) found = find (fixture, self);

  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_names (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_person (fixture, "Éloy-Dupont", "Françoise Marie", "1950-02-03", NULL);

  add_person (fixture, "Vandenbroucke", "Koen", "1971-05-06", NULL);
  assert_finds (fixture, clue ("ELOY DUPONT", "francoise", NULL), id, ENT_LIKENESS_SAME_NAME);
  assert_finds (fixture, clue ("Françoise", "Eloy-Dupont", NULL), id, ENT_LIKENESS_INVERTED_NAME);
  assert_finds (fixture, clue ("Dupont", "Françoise", "1950-02-03"), id,
                ENT_LIKENESS_SIMILAR_NAME | ENT_LIKENESS_BIRTH);
  assert_finds (fixture, clue ("Eloy-Dupond", "Fransoise", NULL), id, ENT_LIKENESS_SIMILAR_NAME);
  /* All of it typed where the last name goes. */
  assert_finds (fixture, clue ("dupont francoise", NULL, NULL), id, ENT_LIKENESS_SIMILAR_NAME);
  assert_finds (fixture, clue ("Vandenbrouke", "Koen", NULL), id + 1, ENT_LIKENESS_SIMILAR_NAME);
  assert_finds (fixture, clue ("Vandenbroucke", "Keon", NULL), id + 1, ENT_LIKENESS_SIMILAR_NAME);
  assert_finds_nobody (fixture, clue ("Vandenbroucke", "Françoise", NULL));
  assert_finds_nobody (fixture, clue ("Eloy", "Koen", NULL));
}

static void
test_first_letter_wrong (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_person (fixture, "Kowalski", "Piotr", "1980-10-11", NULL);

  /* No word begins as typed, but the day of birth leads there. */
  assert_finds (fixture, clue ("Covalski", "Piotr", "1980-10-11"), id,
                ENT_LIKENESS_SIMILAR_NAME | ENT_LIKENESS_BIRTH);
}

static void
test_births (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_person (fixture, "Leroy", "Anne", "1950-02-03", NULL);

  assert_finds (fixture, clue ("Leroy", "Anne", "1950-02-03"), id,
                ENT_LIKENESS_SAME_NAME | ENT_LIKENESS_BIRTH);
  assert_finds (fixture, clue ("Leroy", "Anne", "1950-03-02"), id,
                ENT_LIKENESS_SAME_NAME | ENT_LIKENESS_SIMILAR_BIRTH);
  assert_finds (fixture, clue ("Leroy", "Anne", "1951-02-03"), id, ENT_LIKENESS_SIMILAR_BIRTH);
  /* A namesake of another age is somebody else; so is a twin. */
  assert_finds_nobody (fixture, clue ("Leroy", "Anne", "1984-11-30"));
  assert_finds_nobody (fixture, clue ("Leroy", "Pierre", "1950-02-03"));
}

static void
test_reception_writes_a_name_only (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_person (fixture, "Kowalski", NULL, NULL, NULL);

  assert_finds (fixture, clue ("Kowalski", NULL, NULL), id, ENT_LIKENESS_SAME_NAME);
  assert_finds (fixture, clue ("Kowalski", "Piotr", NULL), id, ENT_LIKENESS_SAME_NAME);
  assert_finds_nobody (fixture, clue (NULL, NULL, NULL));
}

static void
test_numbers (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_person (fixture, "Leroy", "Anne", NULL, "88022999990");
  g_autoptr (EntPersonNumber) former = ent_record_new (ENT_TYPE_PERSON_NUMBER);
  EntPersonClue typed = clue ("Autre", "Nom", NULL);
  EntPersonClue bis = typed;
  EntPersonClue another = clue ("Leroy", "Anne", NULL);
  g_autoptr (GPtrArray) weak = NULL;

  put (former, "person_id", ent_int (id));
  put (former, "number", ent_text ("88222999936"));
  insert (fixture, former);

  typed.national_number = "88.02.29-999.90";
  assert_finds (fixture, typed, id, ENT_LIKENESS_NUMBER);
  bis.national_number = "88.22.29-999.36";
  assert_finds (fixture, bis, id, ENT_LIKENESS_FORMER_NUMBER);
  /* The same name with another number is most often another person. */
  another.national_number = "93.05.18-223.61";
  weak = find (fixture, another);
  g_assert_cmpuint (weak->len, ==, 0);
}

static void
test_phone (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_person (fixture, "Leroy", "Anne", "1950-02-03", NULL);
  g_autoptr (EntContactPoint) phone = ent_record_new (ENT_TYPE_CONTACT_POINT);
  EntPersonClue married = clue ("Martin", "Anne", "1950-02-03");
  EntPersonClue family = clue ("Martin", "Luc", NULL);

  put (phone, "person_id", ent_int (id));
  put (phone, "value", ent_text ("0470 12 34 56"));
  insert (fixture, phone);

  married.phone = "+32 470 12.34.56";
  assert_finds (fixture, married, id, ENT_LIKENESS_PHONE | ENT_LIKENESS_BIRTH);
  family.phone = married.phone;
  assert_finds_nobody (fixture, family);
}

static void
test_order_limit_and_self (Fixture *fixture, gconstpointer unused)
{
  gint64 exact = add_person (fixture, "Lemaire", "Sophie", "1950-02-03", NULL);
  gint64 similar = add_person (fixture, "Lemaitre", "Sophie", NULL, NULL);
  EntPersonClue typed = clue ("Lemaire", "Sophie", "1950-02-03");
  g_autoptr (GPtrArray) found = find (fixture, typed);
  g_autoptr (GPtrArray) limited = NULL;

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (((EntPersonCandidate *) g_ptr_array_index (found, 0))->id, ==, exact);
  g_assert_cmpstr (((EntPersonCandidate *) g_ptr_array_index (found, 1))->name, ==,
                   "Lemaitre Sophie");
  limited = ent_person_find_duplicates (fixture->db, &typed, 1, NULL, NULL);
  g_assert_cmpuint (limited->len, ==, 1);
  typed.exclude_id = exact;
  assert_finds (fixture, typed, similar, ENT_LIKENESS_SIMILAR_NAME);
}

static void
test_short_names_need_care (Fixture *fixture, gconstpointer unused)
{
  EntPersonClue ali = clue ("Aydin", "Ali", NULL);
  EntPersonClue eli = clue ("Aydin", "Eli", NULL);
  EntLikeness reasons = 0;

  g_assert_cmpint (ent_person_compare_clues (&ali, &eli, &reasons), ==, 0);
  g_assert_cmpint (reasons, ==, 0);
}

static void
test_usual_name (Fixture *fixture, gconstpointer unused)
{
  EntPersonClue birth = clue ("Leroy", "Anne", NULL);
  EntPersonClue married = clue ("Martin", "Anne", NULL);
  EntLikeness reasons = 0;

  g_assert_cmpint (ent_person_compare_clues (&birth, &married, &reasons), ==, 0);
  birth.usual_name = "Martin";
  g_assert_cmpint (ent_person_compare_clues (&birth, &married, &reasons), >=,
                   ENT_DUPLICATE_THRESHOLD);
  g_assert_cmpint (reasons, ==, ENT_LIKENESS_SAME_NAME);
}

static void
test_reasons_as_text (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *text = ent_likeness_to_text (ENT_LIKENESS_SAME_NAME | ENT_LIKENESS_PHONE);
  g_autofree char *none = ent_likeness_to_text (0);

  g_assert_cmpstr (text, ==, "same name · same phone");
  g_assert_cmpstr (none, ==, "");
}

static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  EntPersonClue typed = clue ("Leroy", "Anne", "1950-02-03");

  g_cancellable_cancel (cancellable);
  g_assert_null (ent_person_find_duplicates (fixture->db, &typed, 5, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/duplicates/names", test_names);
  ADD ("/duplicates/first-letter-wrong", test_first_letter_wrong);
  ADD ("/duplicates/births", test_births);
  ADD ("/duplicates/reception-writes-a-name-only", test_reception_writes_a_name_only);
  ADD ("/duplicates/numbers", test_numbers);
  ADD ("/duplicates/phone", test_phone);
  ADD ("/duplicates/order-limit-and-self", test_order_limit_and_self);
  ADD ("/duplicates/short-names-need-care", test_short_names_need_care);
  ADD ("/duplicates/usual-name", test_usual_name);
  ADD ("/duplicates/reasons-as-text", test_reasons_as_text);
  ADD ("/duplicates/cancelled", test_cancelled);

  return g_test_run ();
}
