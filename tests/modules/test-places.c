/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of places, completion of addresses, streets learnt from them. */

#include "ent-country.h"
#include "ent-municipality.h"
#include "ent-places-names.h"
#include "ent-places-query.h"
#include "module-fixture.h"
#include "record-checks.h"

static gboolean
offers (GPtrArray *localities, const char *postcode, const char *name)
{
  for (guint i = 0; i < localities->len; i++)
    {
      EntLocality *locality = g_ptr_array_index (localities, i);

      if (g_str_equal (locality->postcode, postcode) &&
          (g_strcmp0 (locality->name_fr, name) == 0 || g_strcmp0 (locality->name_nl, name) == 0))
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
complete (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = ent_places_complete_locality (fixture->db, text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, <=, ENT_PLACES_LIMIT);
  return found;
}

static void
test_seed (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM country"), >, 190);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM country WHERE eu = 1"), ==, 27);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM municipality WHERE valid_to IS NULL"), >=,
                   565);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM municipality WHERE region = 'brussels'"),
                   ==, 19);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM municipality WHERE ins_code = '62063'"),
                   ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM locality"), >, 2500);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM locality WHERE municipality_id IS NULL"),
                   ==, 0);
}

static void
test_postcode_form (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (ent_places_is_postcode ("1000"));
  g_assert_true (ent_places_is_postcode ("9992"));
  g_assert_false (ent_places_is_postcode ("0999"));
  g_assert_false (ent_places_is_postcode ("9993"));
  g_assert_false (ent_places_is_postcode ("40000"));
  g_assert_false (ent_places_is_postcode ("400a"));
  g_assert_false (ent_places_is_postcode (NULL));
  g_assert_true (ent_places_postcode_exists (fixture->db, "4000"));
  g_assert_false (ent_places_postcode_exists (fixture->db, "4001"));
}

static void
test_complete_locality (Fixture *fixture, gconstpointer unused)
{
  static const char *const typed[] = { "4000", "400", "liege", "LIÉ", "luik", "40 lie", "4000 l" };
  g_autoptr (GPtrArray) trooz = complete (fixture, "trooz");
  g_autoptr (GPtrArray) nothing = complete (fixture, " ");
  g_autoptr (GPtrArray) none = complete (fixture, "xyzzy");

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GPtrArray) found = complete (fixture, typed[i]);

      g_test_message ("%s", typed[i]);
      g_assert_true (offers (found, "4000", "Liège"));
    }
  g_assert_cmpuint (trooz->len, >, 0);
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_beginning_goes_first (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) found = complete (fixture, "namur");
  EntLocality *first;

  g_assert_cmpuint (found->len, >, 0);
  first = g_ptr_array_index (found, 0);
  g_assert_cmpstr (first->name_fr, ==, "Namur");
}

static void
test_find_locality (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntLocality) french = NULL;
  g_autoptr (EntLocality) dutch = NULL;

  french = ent_places_find_locality (fixture->db, "4000", "LIEGE", NULL);
  dutch = ent_places_find_locality (fixture->db, "4000", "Luik", NULL);
  g_assert_nonnull (french);
  g_assert_nonnull (dutch);
  g_assert_cmpint (ent_record_get_id (french), ==, ent_record_get_id (dutch));
  g_assert_null (ent_places_find_locality (fixture->db, "4000", "Namur", NULL));
}

static gint64
learn (Fixture *fixture, const char *street)
{
  g_autoptr (EntStreet) draft = NULL;

  draft = ent_places_unknown_street (fixture->db, "4000", "Liège", street, NULL);
  return draft != NULL ? insert (fixture, draft) : 0;
}

static void
test_streets_are_learnt_once (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Test");

  g_assert_cmpint (learn (fixture, "Rue des  Érables"), >, 0);
  g_assert_cmpint (learn (fixture, "rue des erables"), ==, 0);
  g_assert_cmpint (learn (fixture, " "), ==, 0);
  g_assert_false (ent_places_street_change (fixture->db, set, "4000", "Liège", "Rue des Érables"));
  g_assert_false (ent_places_street_change (fixture->db, set, "4001", "Nulle part", "Rue Basse"));
  g_assert_cmpuint (ent_change_set_n_changes (set), ==, 0);
  g_assert_true (ent_places_street_change (fixture->db, set, "4000", "Luik", "Rue Basse"));
  g_assert_cmpuint (ent_change_set_n_changes (set), ==, 1);
}

static void
test_complete_street (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) by_word = NULL;
  g_autoptr (GPtrArray) elsewhere = NULL;
  EntStreet *first;

  learn (fixture, "Rue des Érables");
  learn (fixture, "Érables (Les)");
  learn (fixture, "Quai du Canal");
  by_word = ent_places_complete_street (fixture->db, "4000", "ERA", NULL);
  g_assert_cmpuint (by_word->len, ==, 2);
  first = g_ptr_array_index (by_word, 0);
  g_assert_cmpstr (first->name, ==, "Érables (Les)");
  elsewhere = ent_places_complete_street (fixture->db, "5000", "era", NULL);
  g_assert_cmpuint (elsewhere->len, ==, 0);
}

static void
test_search_form (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *all = ent_places_search_form ("Liège", "Luik", "Lüttich");
  g_autofree char *same = ent_places_search_form ("Sart-lez-Spa", "Sart-lez-Spa", NULL);

  g_assert_cmpstr (all, ==, " liege luik luttich");
  g_assert_cmpstr (same, ==, " sart lez spa");
  g_assert_cmpstr (ent_places_first_name (NULL, "Aartselaar", NULL), ==, "Aartselaar");
}

static void
test_place_checks (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntMunicipality) municipality = ent_record_new (ENT_TYPE_MUNICIPALITY);
  g_autoptr (EntLocality) locality = ent_record_new (ENT_TYPE_LOCALITY);

  put (municipality, "ins_code", ent_text ("6206"));
  assert_error (municipality, "ins_code");
  assert_error (municipality, "name_fr");
  put (municipality, "ins_code", ent_text ("62063"));
  put (municipality, "name_nl", ent_text ("Luik"));
  put (municipality, "valid_from", iso ("2020-01-01"));
  put (municipality, "valid_to", iso ("2019-01-01"));
  assert_error (municipality, "valid_to");
  put (municipality, "valid_to", ent_null ());
  assert_clean (municipality);

  put (locality, "postcode", ent_text ("99999"));
  assert_error (locality, "postcode");
  assert_error (locality, "name_fr");
  put (locality, "postcode", ent_text ("4999"));
  put (locality, "name_fr", ent_text ("Sart"));
  assert_clean (locality);
  g_assert_cmpstr (locality->sort_key, ==, "4999 sart");
}

static void
test_country_order (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) found = NULL;
  EntCountry *country;

  found = ent_sql_load (fixture->db, &ent_country_schema, "WHERE code = 'BE'", ENT_NO_ARGS, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  country = g_ptr_array_index (found, 0);
  g_assert_cmpstr (country->name_fr, ==, "Belgique");
  g_assert_cmpstr (country->sort_key, ==, "belgique");
  g_assert_true (country->eu);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/places/seed", test_seed);
  ADD ("/places/postcode-form", test_postcode_form);
  ADD ("/places/complete-locality", test_complete_locality);
  ADD ("/places/beginning-goes-first", test_beginning_goes_first);
  ADD ("/places/find-locality", test_find_locality);
  ADD ("/places/streets-are-learnt-once", test_streets_are_learnt_once);
  ADD ("/places/complete-street", test_complete_street);
  ADD ("/places/search-form", test_search_form);
  ADD ("/places/place-checks", test_place_checks);
  ADD ("/places/country-order", test_country_order);

  return g_test_run ();
}
