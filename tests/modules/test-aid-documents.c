/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the attestations of aid say, and when they refuse. */

#include "ent-aid-documents.h"
#include "ent-aid-spans.h"
#include "ent-aid-words.h"
#include "ent-aid.h"
#include "ent-household-member.h"
#include "ent-household.h"
#include "module-fixture.h"

#include <string.h>

#include "document-fixture.h"

static EntAid *
new_aid (gint64 person, const char *kind, const char *from, const char *to)
{
  EntAid *aid = ent_record_new (ENT_TYPE_AID);

  put (aid, "person_id", ent_int (person));
  put (aid, "kind", ent_text (kind));
  put (aid, "from_day", iso (from));
  put (aid, "to_day", iso (to));
  return aid;
}

static void
add_aid (Fixture *fixture, gint64 person, const char *kind, const char *from, const char *to)
{
  g_autoptr (EntAid) aid = new_aid (person, kind, from, to);

  insert (fixture, aid);
}

static void
add_income (Fixture *fixture, gint64 person, EntAid *aid, gint64 cents)
{
  put (aid, "category", ent_text ("single"));
  put (aid, "monthly_amount", ent_int (cents));
  insert (fixture, aid);
}

/* Integration income from @from to @to of so many cents a month. */
static void
add_ris (Fixture *fixture, gint64 person, const char *from, const char *to, gint64 cents)
{
  g_autoptr (EntAid) aid = new_aid (person, "ris", from, to);

  add_income (fixture, person, aid, cents);
}

static void
add_eris (Fixture *fixture, gint64 person, const char *from, const char *to, gint64 cents)
{
  g_autoptr (EntAid) aid = new_aid (person, "eris", from, to);

  add_income (fixture, person, aid, cents);
}

static void
test_income_runs (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntFields) fields = NULL;

  add_ris (fixture, person, "2025-06-01", "2026-02-28", 131420);
  add_ris (fixture, person, "2026-03-01", NULL, 134047);
  fields = filled (fixture, &ent_aid_ris_attestation, person, "2026-11-21", NULL);

  g_assert_true (ent_fields_is_true (fields, "aid.running"));
  g_assert_false (ent_fields_is_true (fields, "aid.equivalent"));
  g_assert_cmpstr (ent_fields_get (fields, "aid.since"), ==, "1er juin 2025");
  g_assert_null (ent_fields_get (fields, "aid.until"));
  g_assert_cmpstr (ent_fields_get (fields, "aid.category"), ==, "personne isolée (catégorie 2)");
  g_assert_cmpstr (ent_fields_get (fields, "aid.amount"), ==, "1\u202f340,47\u00a0€");
}

static void
test_income_without_amount (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntFields) fields = NULL;

  add_ris (fixture, person, "2026-03-01", NULL, 134047);
  fields = filled (fixture, &ent_aid_ris_attestation, person, "2026-11-21",
                   ANSWERS ("answer.amount", "no"));
  g_assert_null (ent_fields_get (fields, "aid.amount"));
}

static void
test_income_ended (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntFields) fields = NULL;

  add_ris (fixture, person, "2024-01-01", "2024-03-31", 128803);
  add_ris (fixture, person, "2025-01-01", "2025-06-30", 128803);
  fields = filled (fixture, &ent_aid_ris_attestation, person, "2026-11-21", NULL);

  g_assert_false (ent_fields_is_true (fields, "aid.running"));
  g_assert_cmpstr (ent_fields_get (fields, "aid.since"), ==, "1er janvier 2025");
  g_assert_cmpstr (ent_fields_get (fields, "aid.until"), ==, "30 juin 2025");
}

static void
test_income_to_come (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");

  add_ris (fixture, person, "2026-12-01", NULL, 134047);
  assert_refused (fixture, &ent_aid_ris_attestation, person, "2026-11-30", NULL);
  ent_fields_unref (filled (fixture, &ent_aid_ris_attestation, person, "2026-12-01", NULL));
}

/* Integration income after its equivalent: attested is the integration income alone. */
static void
test_income_changes_nature (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntFields) fields = NULL;
  g_autoptr (EntFields) before = NULL;

  add_eris (fixture, person, "2026-01-01", "2026-08-31", 134047);
  add_ris (fixture, person, "2026-09-01", NULL, 134047);
  fields = filled (fixture, &ent_aid_ris_attestation, person, "2026-11-21", NULL);
  g_assert_cmpstr (ent_fields_get (fields, "aid.since"), ==, "1er septembre 2026");
  g_assert_false (ent_fields_is_true (fields, "aid.equivalent"));
  before = filled (fixture, &ent_aid_ris_attestation, person, "2026-08-31", NULL);
  g_assert_true (ent_fields_is_true (before, "aid.equivalent"));
  g_assert_cmpstr (ent_fields_get (before, "aid.until"), ==, "31 août 2026");
}

static void
test_three_months (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntFields) fields = NULL;

  add_ris (fixture, person, "2026-08-15", NULL, 134047);
  assert_refused (fixture, &ent_aid_bim_attestation, person, "2026-11-13", NULL);
  fields = filled (fixture, &ent_aid_bim_attestation, person, "2026-11-14", NULL);

  g_assert_cmpstr (ent_fields_get (fields, "aid.months_from"), ==, "15 août 2026");
  g_assert_cmpstr (ent_fields_get (fields, "aid.months_until"), ==, "14 novembre 2026");
  g_assert_false (ent_fields_is_true (fields, "aid.mixed"));
  g_assert_cmpuint (ent_fields_n_items (fields, "household.members"), ==, 0);
}

static void
test_three_months_in_turn (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntFields) fields = NULL;

  add_eris (fixture, person, "2026-08-01", "2026-09-30", 134047);
  add_ris (fixture, person, "2026-10-01", NULL, 134047);
  fields = filled (fixture, &ent_aid_bim_attestation, person, "2026-11-21", NULL);
  g_assert_true (ent_fields_is_true (fields, "aid.mixed"));
  g_assert_false (ent_fields_is_true (fields, "aid.equivalent"));
  g_assert_cmpstr (ent_fields_get (fields, "aid.since"), ==, "1er août 2026");
}

static void
test_three_months_broken (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");

  add_ris (fixture, person, "2026-01-01", "2026-09-29", 134047);
  add_ris (fixture, person, "2026-10-01", NULL, 134047);
  assert_refused (fixture, &ent_aid_bim_attestation, person, "2026-11-21", NULL);
  ent_fields_unref (filled (fixture, &ent_aid_bim_attestation, person, "2026-12-31", NULL));
}

static void
test_three_months_from_the_31st (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntFields) fields = NULL;

  add_ris (fixture, person, "2025-11-30", NULL, 134047);
  assert_refused (fixture, &ent_aid_bim_attestation, person, "2026-02-27", NULL);
  fields = filled (fixture, &ent_aid_bim_attestation, person, "2026-02-28", NULL);
  g_assert_cmpstr (ent_fields_get (fields, "aid.months_until"), ==, "28 février 2026");
}

static void
add_stay (Fixture *fixture,
          gint64 person,
          const char *kind,
          const char *place,
          const char *from,
          const char *to)
{
  g_autoptr (EntAid) aid = new_aid (person, kind, from, to);

  put (aid, "place", ent_text (place));
  insert (fixture, aid);
}

/* Whoever moved without a day between has not lived at the new address all the time. */
static void
test_stay_is_of_one_place (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntFields) stay = NULL;
  g_autoptr (EntFields) reference = NULL;

  add_stay (fixture, person, "accommodation", "Rue des Saules 1", "2026-01-01", "2026-03-31");
  add_stay (fixture, person, "accommodation", "Rue Basse 2", "2026-04-01", "2026-06-30");
  add_stay (fixture, person, "accommodation", "Rue Basse 2", "2026-07-01", NULL);
  stay = filled (fixture, &ent_aid_accommodation_attestation, person, "2026-11-21", NULL);
  g_assert_cmpstr (ent_fields_get (stay, "aid.place"), ==, "Rue Basse 2");
  g_assert_cmpstr (ent_fields_get (stay, "aid.since"), ==, "1er avril 2026");

  add_stay (fixture, person, "reference-address", "Rue Basse 1", "2026-01-01", "2026-03-31");
  add_stay (fixture, person, "reference-address", "Place Haute 3", "2026-04-01", NULL);
  reference = filled (fixture, &ent_aid_reference_address_attestation, person, "2026-11-21", NULL);
  g_assert_cmpstr (ent_fields_get (reference, "aid.since"), ==, "1er avril 2026");
}

/* A decision that nobody closed does not outlive the person. */
static void
test_aid_ends_with_life (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntFields) before = NULL;
  g_autoptr (EntFields) after = NULL;

  add_ris (fixture, person, "2026-01-01", NULL, 134047);
  add_aid (fixture, person, "food", "2026-01-01", NULL);
  note_death (fixture, person, "2026-06-10");

  before = filled (fixture, &ent_aid_ris_attestation, person, "2026-06-10", NULL);
  g_assert_true (ent_fields_is_true (before, "aid.running"));
  after = filled (fixture, &ent_aid_ris_attestation, person, "2026-11-21", NULL);
  g_assert_false (ent_fields_is_true (after, "aid.running"));
  g_assert_cmpstr (ent_fields_get (after, "aid.until"), ==, "10 juin 2026");
  assert_refused (fixture, &ent_aid_bim_attestation, person, "2026-11-21", NULL);
  assert_refused (fixture, &ent_aid_food_card_attestation, person, "2026-11-21", NULL);
  ent_fields_unref (filled (fixture, &ent_aid_no_aid_attestation, person, "2026-11-21",
                            ANSWERS ("answer.from", "2026-07-01", "answer.until", "2026-11-21")));
}

static void
test_three_months_over (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");

  add_ris (fixture, person, "2026-01-01", "2026-10-31", 134047);
  assert_refused (fixture, &ent_aid_bim_attestation, person, "2026-11-21", NULL);
}

static void
test_household_only_when_asked (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntHousehold) household = ent_record_new (ENT_TYPE_HOUSEHOLD);
  g_autoptr (EntHouseholdMember) member = ent_record_new (ENT_TYPE_HOUSEHOLD_MEMBER);
  g_autoptr (EntFields) without = NULL;
  g_autoptr (EntFields) with = NULL;

  put (household, "name", ent_text ("Dupont"));
  put (member, "household_id", ent_int (insert (fixture, household)));
  put (member, "person_id", ent_int (person));
  put (member, "role", ent_text ("reference"));
  put (member, "from_day", iso ("2020-01-01"));
  insert (fixture, member);
  add_ris (fixture, person, "2026-01-01", NULL, 134047);

  without = filled (fixture, &ent_aid_bim_attestation, person, "2026-11-21",
                    ANSWERS ("answer.household", "no"));
  g_assert_cmpuint (ent_fields_n_items (without, "household.members"), ==, 0);
  with = filled (fixture, &ent_aid_bim_attestation, person, "2026-11-21",
                 ANSWERS ("answer.household", "yes"));
  g_assert_cmpuint (ent_fields_n_items (with, "household.members"), ==, 1);
}

static void
assert_item (EntFields *fields, guint position, const char *name, const char *from, const char *to)
{
  EntFields *item = ent_fields_item (fields, "aids", position);

  g_assert_cmpstr (ent_fields_get (item, "name"), ==, name);
  g_assert_cmpstr (ent_fields_get (item, "from"), ==, from);
  g_assert_cmpstr (ent_fields_get (item, "until"), ==, to);
}

/* What was before the period and what is after stay out; amounts too. */
static void
test_aid_in_a_period (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntFields) fields = NULL;

  add_ris (fixture, person, "2025-01-01", "2026-02-28", 131420);
  add_ris (fixture, person, "2026-03-01", NULL, 134047);
  add_aid (fixture, person, "food", "2026-04-01", "2026-06-15");
  add_aid (fixture, person, "meals", "2026-07-01", NULL);
  fields = filled (fixture, &ent_aid_attestation, person, "2026-11-21",
                   ANSWERS ("answer.from", "2026-01-01", "answer.until", "2026-06-30",
                            "answer.scope", "all"));

  g_assert_cmpuint (ent_fields_n_items (fields, "aids"), ==, 2);
  assert_item (fields, 0, "revenu d’intégration sociale", "1er janvier 2026", "30 juin 2026");
  assert_item (fields, 1, "aide alimentaire", "1er avril 2026", "15 juin 2026");
  g_assert_false (ent_fields_is_true (ent_fields_item (fields, "aids", 0), "running"));
  g_assert_null (ent_fields_get (ent_fields_item (fields, "aids", 0), "monthly"));
}

static void
test_aid_with_amounts (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntAid) once = new_aid (person, "financial", "2026-05-04", NULL);
  g_autoptr (EntFields) fields = NULL;

  add_ris (fixture, person, "2025-01-01", "2026-02-28", 131420);
  add_ris (fixture, person, "2026-03-01", NULL, 134047);
  put (once, "one_off_amount", ent_int (25000));
  insert (fixture, once);
  fields = filled (fixture, &ent_aid_attestation, person, "2026-11-21",
                   ANSWERS ("answer.from", "2026-01-01", "answer.amounts", "yes"));

  g_assert_cmpuint (ent_fields_n_items (fields, "aids"), ==, 3);
  assert_item (fields, 0, "revenu d’intégration sociale", "1er janvier 2026", "28 février 2026");
  assert_item (fields, 1, "revenu d’intégration sociale", "1er mars 2026", "21 novembre 2026");
  g_assert_true (ent_fields_is_true (ent_fields_item (fields, "aids", 1), "running"));
  g_assert_cmpstr (ent_fields_get (ent_fields_item (fields, "aids", 1), "monthly"), ==,
                   "1\u202f340,47\u00a0€");
  assert_item (fields, 2, "aide financière", "4 mai 2026", "4 mai 2026");
  g_assert_true (ent_fields_is_true (ent_fields_item (fields, "aids", 2), "single"));
  g_assert_false (ent_fields_is_true (ent_fields_item (fields, "aids", 2), "running"));
  g_assert_cmpstr (ent_fields_get (ent_fields_item (fields, "aids", 2), "one_off"), ==,
                   "250,00\u00a0€");
}

static void
test_aid_of_a_scope (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");

  add_aid (fixture, person, "medical", "2026-04-01", NULL);
  assert_refused (fixture, &ent_aid_attestation, person, "2026-11-21",
                  ANSWERS ("answer.scope", "income"));
  ent_fields_unref (filled (fixture, &ent_aid_no_aid_attestation, person, "2026-11-21",
                            ANSWERS ("answer.scope", "income")));
  assert_refused (fixture, &ent_aid_no_aid_attestation, person, "2026-11-21",
                  ANSWERS ("answer.scope", "all"));
}

static void
test_no_aid (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  const char *const *may = ANSWERS ("answer.from", "2026-05-01", "answer.until", "2026-05-31");

  ent_fields_unref (filled (fixture, &ent_aid_no_aid_attestation, person, "2026-11-21", may));
  assert_refused (fixture, &ent_aid_attestation, person, "2026-11-21", may);
  add_aid (fixture, person, "food", "2026-01-01", "2026-04-30");
  add_aid (fixture, person, "food", "2026-06-01", NULL);
  ent_fields_unref (filled (fixture, &ent_aid_no_aid_attestation, person, "2026-11-21", may));
  add_aid (fixture, person, "meals", "2026-05-31", "2026-05-31");
  assert_refused (fixture, &ent_aid_no_aid_attestation, person, "2026-11-21", may);
}

static void
test_impossible_periods (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");

  assert_refused (fixture, &ent_aid_no_aid_attestation, person, "2026-11-21",
                  ANSWERS ("answer.from", "2026-06-01", "answer.until", "2026-05-31"));
  assert_refused (fixture, &ent_aid_no_aid_attestation, person, "2026-11-21",
                  ANSWERS ("answer.until", "2026-11-22"));
}

static void
test_scope_proposed (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  const EntQuestion *scope = &ent_aid_attestation.questions[2];
  g_autofree char *before = scope->propose (fixture->db, person, day ("2026-11-21"), "fr");
  g_autofree char *after = NULL;

  g_assert_cmpstr (scope->path, ==, "answer.scope");
  g_assert_cmpstr (before, ==, "all");
  add_ris (fixture, person, "2026-03-01", NULL, 134047);
  after = scope->propose (fixture->db, person, day ("2026-11-21"), "fr");
  g_assert_cmpstr (after, ==, "income");
}

static void
test_address (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntAid) aid = new_aid (person, "reference-address", "2026-01-05", "2026-12-31");
  g_autoptr (EntFields) fields = NULL;

  put (aid, "place", ent_text ("rue de l’Exemple 2"));
  insert (fixture, aid);
  fields = filled (fixture, &ent_aid_reference_address_attestation, person, "2026-12-31", NULL);
  g_assert_cmpstr (ent_fields_get (fields, "aid.place"), ==, "rue de l’Exemple 2");
  g_assert_cmpstr (ent_fields_get (fields, "aid.until"), ==, "31 décembre 2026");
  assert_refused (fixture, &ent_aid_reference_address_attestation, person, "2027-01-01", NULL);
  assert_refused (fixture, &ent_aid_accommodation_attestation, person, "2026-12-31", NULL);
}

static void
test_food_card (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntAid) aid = new_aid (person, "food", "2026-01-05", NULL);
  g_autoptr (EntFields) fields = NULL;

  put (aid, "card_number", ent_text ("0042"));
  insert (fixture, aid);
  fields = filled (fixture, &ent_aid_food_card_attestation, person, "2026-11-21", NULL);
  g_assert_cmpstr (ent_fields_get (fields, "aid.card_number"), ==, "0042");
  g_assert_null (ent_fields_get (fields, "household.size"));
  g_assert_cmpuint (ent_fields_n_items (fields, "household.members"), ==, 0);
}

static void
test_employment (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture, "Dupont", "Anne", "female");
  g_autoptr (EntAid) aid = new_aid (person, "article-60", "2025-01-06", "2026-03-31");
  g_autoptr (EntFields) plain = NULL;
  g_autoptr (EntFields) why = NULL;

  put (aid, "place", ent_text ("Cuisine centrale"));
  put (aid, "weekly_hours", ent_text ("38"));
  put (aid, "days_worked", ent_int (312));
  put (aid, "end_reason", ent_text ("fin du contrat"));
  insert (fixture, aid);
  plain = filled (fixture, &ent_aid_article_60_attestation, person, "2026-11-21", NULL);
  g_assert_cmpstr (ent_fields_get (plain, "aid.until"), ==, "31 mars 2026");
  g_assert_cmpstr (ent_fields_get (plain, "aid.weekly_hours"), ==, "38");
  g_assert_cmpstr (ent_fields_get (plain, "aid.days_worked"), ==, "312");
  g_assert_null (ent_fields_get (plain, "aid.end_reason"));
  why = filled (fixture, &ent_aid_article_60_attestation, person, "2026-11-21",
                ANSWERS ("answer.reason", "yes"));
  g_assert_cmpstr (ent_fields_get (why, "aid.end_reason"), ==, "fin du contrat");
}

static void
test_words (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < ent_aid_kind_enum.n_choices; i++)
    {
      int kind = ent_aid_kind_enum.choices[i].value;
      const char *french = ent_aid_words_kind ("fr", kind);

      g_assert_nonnull (french);
      g_assert_true (ent_aid_words_kind ("xx", kind) == french);
      g_assert_cmpstr (ent_aid_words_kind ("nl", kind), !=, french);
      g_assert_cmpstr (ent_aid_words_kind ("de", kind), !=, french);
    }
  g_assert_null (ent_aid_words_kind ("fr", 0));
  g_assert_null (ent_aid_words_category ("fr", 0));
  g_assert_null (ent_aid_words_category ("fr", 4));
  g_assert_cmpstr (ent_aid_words_category ("de", 3), ==, "Person mit Familienlasten (Kategorie 3)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/aid-documents/income/runs", test_income_runs);
  ADD ("/aid-documents/income/without-amount", test_income_without_amount);
  ADD ("/aid-documents/income/ended", test_income_ended);
  ADD ("/aid-documents/income/to-come", test_income_to_come);
  ADD ("/aid-documents/income/changes-nature", test_income_changes_nature);
  ADD ("/aid-documents/bim/three-months", test_three_months);
  ADD ("/aid-documents/bim/in-turn", test_three_months_in_turn);
  ADD ("/aid-documents/bim/broken", test_three_months_broken);
  ADD ("/aid-documents/bim/from-the-31st", test_three_months_from_the_31st);
  ADD ("/aid-documents/stay-is-of-one-place", test_stay_is_of_one_place);
  ADD ("/aid-documents/ends-with-life", test_aid_ends_with_life);
  ADD ("/aid-documents/bim/over", test_three_months_over);
  ADD ("/aid-documents/bim/household-only-when-asked", test_household_only_when_asked);
  ADD ("/aid-documents/period/aid", test_aid_in_a_period);
  ADD ("/aid-documents/period/amounts", test_aid_with_amounts);
  ADD ("/aid-documents/period/scope", test_aid_of_a_scope);
  ADD ("/aid-documents/period/no-aid", test_no_aid);
  ADD ("/aid-documents/period/impossible", test_impossible_periods);
  ADD ("/aid-documents/period/scope-proposed", test_scope_proposed);
  ADD ("/aid-documents/address", test_address);
  ADD ("/aid-documents/food-card", test_food_card);
  ADD ("/aid-documents/employment", test_employment);
  ADD ("/aid-documents/words", test_words);

  return g_test_run ();
}
