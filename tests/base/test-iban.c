/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Account numbers and structured communications. All numbers are published examples or made up. */
#include "ent-iban.h"

#include <string.h>

static void
check_good (const char *text, const char *expected)
{
  g_autofree char *iban = NULL;
  EntIbanStatus status = ENT_IBAN_EMPTY;

  if (!ent_iban_parse (text, &iban, &status))
    g_error ("\"%s\" gives %d", text, status);
  g_assert_cmpstr (iban, ==, expected);
  g_assert_cmpint (status, ==, ENT_IBAN_OK);
  g_assert_true (ent_iban_parse (text, NULL, NULL));
}

static void
test_good (void)
{
  check_good ("BE68 5390 0754 7034", "BE68539007547034");
  check_good ("be68-5390-0754-7034", "BE68539007547034");
  check_good (" BE68539007547034 ", "BE68539007547034");
  check_good ("IBAN BE68 5390 0754 7034", "BE68539007547034");
  check_good ("BE68\xc2\xa0"
              "5390\xc2\xa0"
              "0754\xc2\xa0"
              "7034",
              "BE68539007547034");
  check_good ("539-0075470-34", "BE68539007547034");
  check_good ("FR14 2004 1010 0505 0001 3M02 606", "FR1420041010050500013M02606");
  check_good ("FR76 3000 6000 0112 3456 7890 189", "FR7630006000011234567890189");
  check_good ("NL91 ABNA 0417 1643 00", "NL91ABNA0417164300");
  check_good ("DE89 3704 0044 0532 0130 00", "DE89370400440532013000");
  check_good ("LU28 0019 4006 4475 0000", "LU280019400644750000");
  check_good ("GB29 NWBK 6016 1331 9268 19", "GB29NWBK60161331926819");
  check_good ("CH93 0076 2011 6238 5295 7", "CH9300762011623852957");
  check_good ("MT84 MALT 0110 0001 2345 MTLC AST0 01S", "MT84MALT011000012345MTLCAST001S");
  check_good ("NO93 8601 1117 947", "NO9386011117947");
}

static void
check_wrong (const char *text, EntIbanStatus expected)
{
  char *iban = (char *) "untouched";
  EntIbanStatus status = ENT_IBAN_OK;

  if (ent_iban_parse (text, &iban, &status) || status != expected)
    g_error ("\"%s\" gives %d", text, status);
  g_assert_null (iban);
}

static void
test_wrong (void)
{
  check_wrong (NULL, ENT_IBAN_EMPTY);
  check_wrong ("", ENT_IBAN_EMPTY);
  check_wrong (" - ", ENT_IBAN_EMPTY);
  check_wrong ("BE68 5390 0754 703", ENT_IBAN_LENGTH);
  check_wrong ("BE68 5390 0754 70345", ENT_IBAN_LENGTH);
  check_wrong ("B", ENT_IBAN_LENGTH);
  check_wrong ("IBAN", ENT_IBAN_LENGTH);
  check_wrong ("BE681234567890123456789012345678901234567890", ENT_IBAN_LENGTH);
  check_wrong ("BE68 5390 0754 7O34", ENT_IBAN_CHECK);
  check_wrong ("BE68 5390 0754 7035", ENT_IBAN_CHECK);
  check_wrong ("BE68 5390 0754 7043", ENT_IBAN_CHECK);
  check_wrong ("BE86 5390 0754 7034", ENT_IBAN_CHECK);
  check_wrong ("BEXX 5390 0754 7034", ENT_IBAN_CHARACTERS);
  check_wrong ("BE68_5390", ENT_IBAN_CHARACTERS);
  check_wrong ("BÉ68539007547034", ENT_IBAN_CHARACTERS);
  check_wrong ("BE68\xff", ENT_IBAN_CHARACTERS);
  check_wrong ("ZZ68 5390 0754 7034", ENT_IBAN_COUNTRY);
  check_wrong ("6853 9007 5470", ENT_IBAN_NATIONAL);
  check_wrong ("539-0075470-35", ENT_IBAN_NATIONAL);
  /* The division by 97 comes out, the account inside is none. */
  check_wrong ("BE41 5390 0754 7035", ENT_IBAN_NATIONAL);
}

/* The check digits for an account, by the definition: 98 minus the rest. */
static char *
with_check_digits (const char *country, const char *account)
{
  for (int check = 2; check <= 98; check++)
    {
      g_autofree char *iban = g_strdup_printf ("%s%02d%s", country, check, account);
      EntIbanStatus status;

      ent_iban_parse (iban, NULL, &status);
      if (status == ENT_IBAN_OK || status == ENT_IBAN_NATIONAL)
        return g_steal_pointer (&iban);
    }
  g_assert_not_reached ();
}

static void
test_form_of_the_country (void)
{
  g_autofree char *dutch_without_bank = with_check_digits ("NL", "12340417164300");
  g_autofree char *german_with_letter = with_check_digits ("DE", "37040044053201300A");
  g_autofree char *belgian_97 = with_check_digits ("BE", "000000000097");
  g_autofree char *belgian_00 = with_check_digits ("BE", "000000000000");

  check_wrong (dutch_without_bank, ENT_IBAN_NATIONAL);
  check_wrong (german_with_letter, ENT_IBAN_NATIONAL);
  check_good (belgian_97, belgian_97);
  check_wrong (belgian_00, ENT_IBAN_NATIONAL);
}

static void
test_format_and_bank (void)
{
  g_autofree char *shown = ent_iban_format ("BE68539007547034");
  g_autofree char *again = ent_iban_format (shown);
  g_autofree char *french = ent_iban_format ("FR1420041010050500013M02606");
  g_autofree char *empty = ent_iban_format (NULL);
  g_autofree char *bank = ent_iban_bank_code ("BE68 5390 0754 7034");

  g_assert_cmpstr (shown, ==, "BE68 5390 0754 7034");
  g_assert_cmpstr (again, ==, shown);
  g_assert_cmpstr (french, ==, "FR14 2004 1010 0505 0001 3M02 606");
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (bank, ==, "539");
  g_assert_null (ent_iban_bank_code ("FR1420041010050500013M02606"));
  g_assert_null (ent_iban_bank_code ("BE68539007547035"));
  g_assert_null (ent_iban_bank_code (NULL));
}

static void
test_messages (void)
{
  g_assert_cmpstr (ent_iban_status_message (ENT_IBAN_OK), ==, "");
  for (int i = ENT_IBAN_EMPTY; i <= ENT_IBAN_NATIONAL; i++)
    g_assert_cmpuint (strlen (ent_iban_status_message ((EntIbanStatus) i)), >, 20);
}

static void
check_communication (guint64 base, const char *expected)
{
  g_autofree char *digits = ent_structured_communication_from_base (base);
  g_autofree char *shown = ent_structured_communication_format (digits);
  g_autofree char *back = ent_structured_communication_parse (shown);

  g_assert_cmpstr (shown, ==, expected);
  g_assert_cmpstr (back, ==, digits);
}

static void
test_communication (void)
{
  check_communication (0, "+++000/0000/00097+++");
  check_communication (1234567890, "+++123/4567/89002+++");
  check_communication (97, "+++000/0000/09797+++");
  check_communication (1, "+++000/0000/00101+++");
  check_communication (G_GUINT64_CONSTANT (9999999999), "+++999/9999/99948+++");
  g_assert_null (ent_structured_communication_from_base (G_GUINT64_CONSTANT (10000000000)));
  g_assert_null (ent_structured_communication_from_base (G_MAXUINT64));
}

static void
test_communication_writings (void)
{
  const char *good[] = { "123456789002", "***123/4567/89002***", "123/4567/89002",
                         " +++ 123/4567/89002 +++ " };
  const char *wrong[] = { "",
                          "+++",
                          "123456789003",
                          "123456789020",
                          "12345678900",
                          "1234567890022",
                          "000000000000",
                          "12345678900x",
                          "\xff" };
  g_autofree char *other = ent_structured_communication_format ("12");

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *digits = ent_structured_communication_parse (good[i]);

      g_assert_cmpstr (digits, ==, "123456789002");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (ent_structured_communication_parse (wrong[i]));
  g_assert_null (ent_structured_communication_parse (NULL));
  g_assert_cmpstr (other, ==, "12");
}

static void
test_fuzz (void)
{
  const char *seeds[] = { "BE68539007547034", "NL91ABNA0417164300", "539007547034", "IBAN" };
  g_autoptr(GRand) random = g_rand_new_with_seed (12);

  for (int i = 0; i < 200000; i++)
    {
      char text[48] = "";
      gsize length;
      g_autofree char *iban = NULL;
      g_autofree char *digits = NULL;

      g_strlcpy (text, seeds[i % 4], sizeof text);
      length = strlen (text);
      for (int j = g_rand_int_range (random, 0, 4); j > 0; j--)
        text[g_rand_int_range (random, 0, (int) length + 1)] = (char) g_rand_int_range (random, 1,
                                                                                        128);
      text[length + 1] = '\0';
      if (ent_iban_parse (text, &iban, NULL))
        {
          g_autofree char *shown = ent_iban_format (iban);

          check_good (shown, iban);
        }
      digits = ent_structured_communication_parse (text);
      g_assert_true (digits == NULL || strlen (digits) == 12);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/iban/good", test_good);
  g_test_add_func ("/iban/wrong", test_wrong);
  g_test_add_func ("/iban/form-of-the-country", test_form_of_the_country);
  g_test_add_func ("/iban/format-and-bank", test_format_and_bank);
  g_test_add_func ("/iban/messages", test_messages);
  g_test_add_func ("/iban/communication", test_communication);
  g_test_add_func ("/iban/communication-writings", test_communication_writings);
  g_test_add_func ("/iban/fuzz", test_fuzz);
  return g_test_run ();
}
