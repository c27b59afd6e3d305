/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking addresses apart, in the forms in which offices write them; house numbers; names of streets
 * made comparable. */
#include <string.h>

#include "ent-address-name.h"
#include "ent-address-parse.h"

typedef struct
{
  const char *text;
  const char *street, *number, *box, *postcode, *town, *hint;
} Form;

/* clang-format off */
static const Form forms[] = {
  { "Rue de l'Église 12, 4870 Trooz", "Rue de l'Église", "12", NULL, "4870", "Trooz", NULL },
  { "Rue de l'Église, 12 - 4870 TROOZ", "Rue de l'Église", "12", NULL, "4870", "TROOZ", NULL },
  { "RUE DE L'EGLISE 12 4870 TROOZ", "RUE DE L'EGLISE", "12", NULL, "4870", "TROOZ", NULL },
  { "Rue Haute 12\n4870 Trooz", "Rue Haute", "12", NULL, "4870", "Trooz", NULL },
  { "Rue Haute, 12; 4870 Trooz; Belgique", "Rue Haute", "12", NULL, "4870", "Trooz", NULL },
  { "Rue Haute 12 bte 3, 4870 Trooz", "Rue Haute", "12", "3", "4870", "Trooz", NULL },
  { "Rue Haute 12 boîte 3 4870 Trooz", "Rue Haute", "12", "3", "4870", "Trooz", NULL },
  { "Rue Haute, 12 bte. 3, 4870 Trooz", "Rue Haute", "12", "3", "4870", "Trooz", NULL },
  { "Rue Haute, 12, bte 3, 4870 Trooz", "Rue Haute", "12", "3", "4870", "Trooz", NULL },
  { "Rue Haute 12 bte3, 4870 Trooz", "Rue Haute", "12", "3", "4870", "Trooz", NULL },
  { "Rue Haute 12/3, 4870 Trooz", "Rue Haute", "12", "3", "4870", "Trooz", NULL },
  { "Rue Haute 12 / 3, 4870 Trooz", "Rue Haute", "12", "3", "4870", "Trooz", NULL },
  { "Rue Haute 12/0301 B-4870 Trooz", "Rue Haute", "12", "0301", "4870", "Trooz", NULL },
  { "Rue Haute 12 b 3, 4870 Trooz", "Rue Haute", "12", "3", "4870", "Trooz", NULL },
  { "Rue Haute 12B3, 4870 Trooz", "Rue Haute", "12", "3", "4870", "Trooz", NULL },
  { "Rue Haute 12 boîte A, 4870 Trooz", "Rue Haute", "12", "A", "4870", "Trooz", NULL },
  { "Rue Haute 12 (bte 3), 4870 Trooz", "Rue Haute", "12", "3", "4870", "Trooz", NULL },
  { "Rue Haute 12 bte 0/1", "Rue Haute", "12", "0/1", NULL, NULL, NULL },
  { "Rue Haute 12 app. 4, 4870 Trooz", "Rue Haute", "12", "4", "4870", "Trooz", NULL },
  { "Rue Haute 12, 2e étage, 4870 Trooz", "Rue Haute", "12", NULL, "4870", "Trooz", NULL },
  { "Rue Haute 12 rez-de-chaussée, 4870 Trooz", "Rue Haute", "12", NULL, "4870", "Trooz", NULL },
  { "Rue Haute 12 B, 4870 Trooz", "Rue Haute", "12B", NULL, "4870", "Trooz", NULL },
  { "Rue Haute 12 B - 4870 Trooz", "Rue Haute", "12B", NULL, "4870", "Trooz", NULL },
  { "Rue Haute 12, B - 4870 Trooz", "Rue Haute", "12", NULL, "4870", "Trooz", NULL },
  { "Rue Haute 12bis, 4870 Trooz", "Rue Haute", "12 bis", NULL, "4870", "Trooz", NULL },
  { "Rue Haute 12 ter 4870 Trooz", "Rue Haute", "12 ter", NULL, "4870", "Trooz", NULL },
  { "Rue Haute 12A bte 2, BE-4870 Trooz", "Rue Haute", "12A", "2", "4870", "Trooz", NULL },
  { "Rue Haute 12a/2 4870 Trooz", "Rue Haute", "12A", "2", "4870", "Trooz", NULL },
  { "Rue Haute 259/B, 4870 Trooz", "Rue Haute", "259B", NULL, "4870", "Trooz", NULL },
  { "Rue Haute 19-21, 4870 Trooz", "Rue Haute", "19-21", NULL, "4870", "Trooz", NULL },
  { "Rue Haute 19 - 21, 4870 Trooz", "Rue Haute", "19-21", NULL, "4870", "Trooz", NULL },
  { "Rue Haute 19 à 21, 4870 Trooz", "Rue Haute", "19-21", NULL, "4870", "Trooz", NULL },
  { "Bd de la Sauvenière 25-27 bte 11, 4000 Liège",
    "Bd de la Sauvenière", "25-27", "11", "4000", "Liège", NULL },
  { "Rue Haute n° 12, 4870 Trooz", "Rue Haute", "12", NULL, "4870", "Trooz", NULL },
  { "Rue Haute n°12 4870 Trooz", "Rue Haute", "12", NULL, "4870", "Trooz", NULL },
  { "Rue Haute, nr 12, 4870 Trooz", "Rue Haute", "12", NULL, "4870", "Trooz", NULL },
  { "12, rue de l'Église, 4870 Trooz", "rue de l'Église", "12", NULL, "4870", "Trooz", NULL },
  { "12 bis rue Haute, 4870 Trooz", "rue Haute", "12 bis", NULL, "4870", "Trooz", NULL },
  { "12A rue Haute 4870 Trooz", "rue Haute", "12A", NULL, "4870", "Trooz", NULL },
  { "4870 Trooz, Rue Haute 12", "Rue Haute", "12", NULL, "4870", "Trooz", NULL },
  { "4870 rue Haute 12", "rue Haute", "12", NULL, "4870", NULL, NULL },
  { "Rue Haute 12, Trooz 4870", "Rue Haute", "12", NULL, "4870", "Trooz", NULL },
  { "Rue Haute 12 à 4870 Trooz", "Rue Haute", "12", NULL, "4870", "Trooz", NULL },
  { "Rue Haute 12 Trooz", "Rue Haute", "12", NULL, NULL, "Trooz", NULL },
  { "Rue Haute 12, Trooz", "Rue Haute", "12", NULL, NULL, "Trooz", NULL },
  { "4870 Trooz", NULL, "", NULL, "4870", "Trooz", NULL },
  { "rue haute", "rue haute", "", NULL, NULL, NULL, NULL },
  { "Rue Haute s/n, 4870 Trooz", "Rue Haute", "", NULL, "4870", "Trooz", NULL },
  { "Rue Haute (Prayon) 12, 4870 Trooz", "Rue Haute", "12", NULL, "4870", "Trooz", "Prayon" },
  { "Rue Haute 12 (Fraipont), 4870 Trooz", "Rue Haute", "12", NULL, "4870", "Trooz", "Fraipont" },
  { "Rue Haute, Tong. 12, 4600 Visé", "Rue Haute", "12", NULL, "4600", "Visé", "Tong" },
  { "Rue Haute 12, Prayon, 4870 Trooz", "Rue Haute", "12", NULL, "4870", "Trooz", "Prayon" },
  { "Résidence Les Tilleuls, Rue Haute 5, 4870 Trooz",
    "Rue Haute", "5", NULL, "4870", "Trooz", "Résidence Les Tilleuls" },
  { "c/o Martin, Rue Haute 5, 4870 Trooz", "Rue Haute", "5", NULL, "4870", "Trooz", NULL },
  { "Église (Rue de l') 12, 4870 Trooz", "Rue de l'Église", "12", NULL, "4870", "Trooz", NULL },
  { "Rue du 4 août 12, 4870 Trooz", "Rue du 4 août", "12", NULL, "4870", "Trooz", NULL },
  { "Rue du 4 août, 4870 Trooz", "Rue du 4 août", "", NULL, "4870", "Trooz", NULL },
  { "Rue du 11 Novembre 5 bte 2 4870 Trooz",
    "Rue du 11 Novembre", "5", "2", "4870", "Trooz", NULL },
  { "Avenue des 600 Franchimontois 4 4910 Theux",
    "Avenue des 600 Franchimontois", "4", NULL, "4910", "Theux", NULL },
  { "Allée du 1er Mai 3, 4870 Trooz", "Allée du 1er Mai", "3", NULL, "4870", "Trooz", NULL },
  { "Chaussée de Bruxelles 1120, 6042 Lodelinsart",
    "Chaussée de Bruxelles", "1120", NULL, "6042", "Lodelinsart", NULL },
  { "Stationsstraat 5 bus 12, 2275 Wechelderzande",
    "Stationsstraat", "5", "12", "2275", "Wechelderzande", NULL },
  { "Stationsstraat 5 bus12 2275 Lille", "Stationsstraat", "5", "12", "2275", "Lille", NULL },
  { "Hauptstraße 5 B, 4700 Eupen", "Hauptstraße", "5B", NULL, "4700", "Eupen", NULL },
  { "Neustr. 12, 69115 Heidelberg", "Neustr", "12", NULL, "69115", "Heidelberg", NULL },
  { "Rue Neuve - Nieuwstraat 12, 1000 Bruxelles",
    "Rue Neuve - Nieuwstraat", "12", NULL, "1000", "Bruxelles", NULL },
  { "Quai Saint-Léonard, 20A b0021, 4000 LIÈGE",
    "Quai Saint-Léonard", "20A", "0021", "4000", "LIÈGE", NULL },
};
/* clang-format on */

static void
check_parts (const EntAddressParts *parts, const Form *form)
{
  g_autofree char *number = ent_house_number_format (&parts->number);

  g_test_message ("%s", form->text);
  g_assert_cmpstr (parts->street, ==, form->street);
  g_assert_cmpstr (number, ==, form->number);
  g_assert_cmpstr (parts->box, ==, form->box);
  g_assert_cmpstr (parts->postcode, ==, form->postcode);
  g_assert_cmpstr (parts->town, ==, form->town);
  g_assert_cmpstr (parts->hint, ==, form->hint);
}

static void
test_forms (void)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (forms) >= 55);

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const EntAddressQuery query = { .text = forms[i].text };
      g_auto(EntAddressParts) parts = { NULL };

      ent_address_parse (&query, &parts);
      check_parts (&parts, &forms[i]);
    }
}

static void
check_fields (const EntAddressQuery *query, const Form *form)
{
  g_auto(EntAddressParts) parts = { NULL };

  ent_address_parse (query, &parts);
  check_parts (&parts, form);
}

/* What stands in a field of its own counts, and a number in the street's field is a number unless
 * the number's field says another. */
static void
test_fields (void)
{
  check_fields (&(EntAddressQuery) { .street = "Rue Haute",
                                     .number = "12 bis",
                                     .box = "3",
                                     .postcode = "4870",
                                     .town = "Trooz" },
                &(Form) { "plain", "Rue Haute", "12 bis", "3", "4870", "Trooz", NULL });
  check_fields (&(EntAddressQuery) { .street = "Rue Haute 12 bte 3", .postcode = "B-4870" },
                &(Form) { "in the street", "Rue Haute", "12", "3", "4870", NULL, NULL });
  check_fields (&(EntAddressQuery) { .street = "Rue Haute", .number = "12 bte 3" },
                &(Form) { "in the number", "Rue Haute", "12", "3", NULL, NULL, NULL });
  check_fields (&(EntAddressQuery) { .street = "Rue du 4 août", .number = "7/2" },
                &(Form) { "in the name", "Rue du 4 août", "7", "2", NULL, NULL, NULL });
  check_fields (&(EntAddressQuery) { .street = "Square 1914", .number = "7" },
                &(Form) { "at the end of the name", "Square 1914", "7", NULL, NULL, NULL, NULL });
  check_fields (&(EntAddressQuery) { .street = "Rue Haute 12", .number = "12" },
                &(Form) { "said twice", "Rue Haute", "12", NULL, NULL, NULL, NULL });
  check_fields (&(EntAddressQuery) { .street = "Chaussée de Liège 1120", .postcode = "4870" },
                &(Form) { "large", "Chaussée de Liège", "1120", NULL, "4870", NULL, NULL });
  check_fields (&(EntAddressQuery) { .street = "Rue Haute 1", .town = "4870 Trooz (Prayon)" },
                &(Form) { "in the town", "Rue Haute", "1", NULL, "4870", "Trooz", "Prayon" });
  check_fields (&(EntAddressQuery) { .text = NULL },
                &(Form) { "nothing", NULL, "", NULL, NULL, NULL, NULL });
}

/* Whatever is thrown at it, it ends, and what it gives is text. */
static void
test_nonsense (void)
{
  static const char *const bits[] = { "12", "4870",  "bte", "(",    ")",  ",",  " - ",   "/",
                                      "b",  "rue",   "B-",  "\xff", "é",  "n°", "étage", " ",
                                      "1-", "19-21", "à",   ".",    "2e", "\"", "c/o" };
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      EntAddressQuery asked = { .text = NULL };
      g_auto(EntAddressParts) parts = { NULL };

      for (gint n = g_rand_int_range (rand, 0, 14); n > 0; n--)
        {
          g_string_append (text, bits[g_rand_int_range (rand, 0, G_N_ELEMENTS (bits))]);
          if (g_rand_boolean (rand))
            g_string_append_c (text, ' ');
        }
      asked.text = text->str;
      asked.number = i % 3 == 0 ? text->str : NULL;
      ent_address_parse (&asked, &parts);
      g_assert_true (parts.street == NULL || g_utf8_validate (parts.street, -1, NULL));
      g_assert_true (parts.town == NULL || g_utf8_validate (parts.town, -1, NULL));
      g_assert_cmpint (parts.number.number, <=, 9999);
    }
}

static void
check_key (const char *text, const char *expected)
{
  g_autofree char *key = NULL;
  EntAddressName name;

  ent_address_name_init (&name, text);
  key = ent_address_name_key (&name);
  g_assert_cmpstr (key, ==, expected);
}

static void
test_expands (void)
{
  check_key ("Av. du Gén. Leman", "avenue du general leman");
  check_key ("Bld St-Michel", "boulevard saint michel");
  check_key ("R. Ste-Marie", "rue sainte marie");
  check_key ("Rue R. Schuman", "rue r schuman");
  check_key ("Rue Albert Ier", "rue albert 1");
  check_key ("Rue Léopold II", "rue leopold 2");
  check_key ("Rue du Quatre Août", "rue du 4 aout");
  check_key ("Fonsnyln", "fonsny laan");
  check_key ("Kerkstr.", "kerk str");
  check_key ("Kerkstraat", "kerk straat");
  check_key ("Leuvense Stwg", "leuvense steenweg");
  check_key ("Leuvensesteenweg", "leuvense steenweg");
  check_key ("Neustraße", "neu strasse");
  check_key ("Sankt-Vither Str.", "saint vither str");
  check_key ("Bgm. Maxlaan", "bourgmestre max laan");
  check_key ("", "");
}

static double
score (const char *a, const char *b)
{
  EntAddressName left, right;

  ent_address_name_init (&left, a);
  ent_address_name_init (&right, b);
  g_assert_cmpfloat_with_epsilon (ent_address_name_score (&left, &right),
                                  ent_address_name_score (&right, &left), 1e-9);
  return ent_address_name_score (&left, &right);
}

static void
test_scores (void)
{
  g_assert_cmpfloat (score ("Rue de l'Église", "R. DE L'EGLISE"), ==, 1.0);
  g_assert_cmpfloat (score ("Ch. de Liège", "Chaussée de Liège"), ==, 1.0);
  g_assert_cmpfloat (score ("Ch. de Liège", "Chemin de Liège"), ==, 1.0);
  g_assert_cmpfloat (score ("Kerkstr.", "Kerkstraat"), ==, 1.0);
  g_assert_cmpfloat (score ("Kirchstr.", "Kirchstraße"), ==, 1.0);
  g_assert_cmpfloat (score ("Rue Église", "Rue de l'Église"), >, 0.9);
  g_assert_cmpfloat (score ("Rue Église", "Rue de l'Église"), <, 1.0);
  g_assert_cmpfloat (score ("Rue J. Wauters", "Rue Joseph Wauters"), >, 0.95);
  g_assert_cmpfloat (score ("Rue de l'Eglse", "Rue de l'Église"), >, 0.85);
  g_assert_cmpfloat (score ("Rue del'Eglise", "Rue de l'Église"), >, 0.9);
  g_assert_cmpfloat (score ("Stationstraat", "Stationsstraat"), >, 0.85);
  g_assert_cmpfloat (score ("Place Neuve", "Rue Neuve"), <, 0.85);
  g_assert_cmpfloat (score ("Rue Haute", "Rue Basse"), <, 0.5);
  g_assert_cmpfloat (score ("Rue du 4 Août", "Rue du 5 Août"), <, 0.8);
  g_assert_cmpfloat (score ("", ""), ==, 0.0);
}

static void
check_number (const char *text, const char *formatted, const char *expected_box)
{
  g_autofree char *again = NULL;
  g_autofree char *box = NULL;
  EntHouseNumber number;

  g_test_message ("%s", text);
  g_assert_true (ent_house_number_parse (text, &number, &box));
  again = ent_house_number_format (&number);
  g_assert_cmpstr (again, ==, formatted);
  g_assert_cmpstr (box, ==, expected_box);
}

static void
test_numbers (void)
{
  static const char *const wrong[] = { "",    "A",      "0",  "12345",
                                       "1er", "12 rue", "-3", "12/////////////////" };

  check_number ("7", "7", NULL);
  check_number (" 7 ", "7", NULL);
  check_number ("7a", "7A", NULL);
  check_number ("7 Bis", "7 bis", NULL);
  check_number ("7bis/3", "7 bis", "3");
  check_number ("7-9", "7-9", NULL);
  check_number ("7a-9b", "7A-9", NULL);
  check_number ("9-7", "9", "7");
  check_number ("7_3", "7", "3");
  check_number ("7/B/2", "7B", "2");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      EntHouseNumber number;

      g_test_message ("%s", wrong[i]);
      g_assert_false (ent_house_number_parse (wrong[i], &number, NULL));
    }
}

static EntHouse
house (const char *number, gint32 latitude)
{
  EntHouse self;

  g_assert_true (ent_house_number_parse (number, &self.number, NULL));
  self.place = (EntE7) { 505000000 + latitude, 56000000 };
  return self;
}

static void
check_found (const char *wanted, EntHouseMatch expected, gint32 latitude)
{
  const EntHouse houses[] = { house ("1", 100),    house ("2", 5000),   house ("9", 900),
                              house ("10", 9000),  house ("12A", 9400), house ("19-23", 2000),
                              house ("31", 50000), house ("201", 60000) };
  EntHouseNumber number;
  EntHouse found;

  g_test_message ("%s", wanted);
  g_assert_true (ent_house_number_parse (wanted, &number, NULL));
  g_assert_cmpint (ent_house_find (houses, G_N_ELEMENTS (houses), &number, &found), ==, expected);
  if (expected != ENT_HOUSE_MATCH_NONE)
    g_assert_cmpint (found.place.latitude - 505000000, ==, latitude);
}

static void
test_finds_house (void)
{
  check_found ("9", ENT_HOUSE_MATCH_EXACT, 900);
  check_found ("12A", ENT_HOUSE_MATCH_EXACT, 9400);
  check_found ("12", ENT_HOUSE_MATCH_NUMBER, 9400);
  check_found ("9C", ENT_HOUSE_MATCH_NUMBER, 900);
  check_found ("21", ENT_HOUSE_MATCH_EXACT, 2000);
  check_found ("19", ENT_HOUSE_MATCH_EXACT, 2000);
  check_found ("21-23", ENT_HOUSE_MATCH_EXACT, 2000);
  check_found ("5", ENT_HOUSE_MATCH_BETWEEN, 500);
  check_found ("6", ENT_HOUSE_MATCH_BETWEEN, 7000);
  check_found ("20", ENT_HOUSE_MATCH_NONE, 0);
  check_found ("101", ENT_HOUSE_MATCH_NONE, 0);
  check_found ("14", ENT_HOUSE_MATCH_NONE, 0);
  check_found ("999", ENT_HOUSE_MATCH_NONE, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/forms", test_forms);
  g_test_add_func ("/address/fields", test_fields);
  g_test_add_func ("/address/nonsense", test_nonsense);
  g_test_add_func ("/address/expands", test_expands);
  g_test_add_func ("/address/scores", test_scores);
  g_test_add_func ("/house/numbers", test_numbers);
  g_test_add_func ("/house/finds", test_finds_house);
  return g_test_run ();
}
