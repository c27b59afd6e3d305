/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of money: what is read, what is refused, what is shown. */
#include "ent-money.h"

static void
test_reads (void)
{
  const struct
  {
    const char *text;
    gint64 cents;
  } good[] = {
    { "1 234,56", 123456 },
    { "1.234,56", 123456 },
    { "1234.5", 123450 },
    { "1234,5 €", 123450 },
    { "1\xe2\x80\xaf"
      "234,56\xc2\xa0€",
      123456 },
    { "€ 12", 1200 },
    { "12€", 1200 },
    { "12 EUR", 1200 },
    { "12 euros", 1200 },
    { "EUR 12,50", 1250 },
    { "0", 0 },
    { "0,00", 0 },
    { ",5", 50 },
    { ".05", 5 },
    { "0,05", 5 },
    { "-5", -500 },
    { "- 5,25 €", -525 },
    { "€ -5", -500 },
    { "−12,00", -1200 },
    { "+3", 300 },
    { "1.234", 123400 },
    { "12.345", 1234500 },
    { "1.234.567", 123456700 },
    { "1 234 567,8", 123456780 },
    { "1,234.56", 123456 },
    { "1'234.50", 123450 },
    { "1’234,50", 123450 },
    { "007", 700 },
    { "0.5", 50 },
    { "1 234.56", 123456 },
    { "9999999999999,99", 999999999999999 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      gint64 cents;

      if (!ent_money_parse (good[i].text, &cents) || cents != good[i].cents)
        g_error ("\"%s\" read as %" G_GINT64_FORMAT, good[i].text, cents);
    }
}

static void
test_refuses (void)
{
  const char *wrong[] = { "",          " ",
                          "€",         "-",
                          "+",         "- €",
                          ",",         ".",
                          "abc",       "12,345",
                          "1,234",     "1.2345",
                          "12.",       "12,",
                          "1,2,3",     "1,234,567",
                          "1.23.456",  "12 34",
                          "1 2345",    "1.234 567",
                          "1 234.567", "--5",
                          "5-",        "-€-5",
                          "€ 5 €",     "5 e 5",
                          "1e3",       "0x10",
                          "1/2",       "0.123",
                          "012.345",   " 1  234",
                          "1 .5",      "99999999999999",
                          "12 $",      "٣",
                          "\xff",      "1,234,56",
                          "1.234.56",  ",,5",
                          "1..234",    "- -5",
                          "€",         "1.,5" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gint64 cents = 1;

      if (ent_money_parse (wrong[i], &cents))
        g_error ("\"%s\" read as %" G_GINT64_FORMAT, wrong[i], cents);
      g_assert_cmpint (cents, ==, ENT_MONEY_NONE);
    }
  {
    gint64 cents = 1;

    g_assert_false (ent_money_parse (NULL, &cents));
    g_assert_cmpint (cents, ==, ENT_MONEY_NONE);
  }
}

static void
check_format (gint64 cents, const char *shown, const char *plain)
{
  g_autofree char *text = ent_money_format (cents);
  g_autofree char *edited = ent_money_format_plain (cents);

  g_assert_cmpstr (text, ==, shown);
  g_assert_cmpstr (edited, ==, plain);
}

static void
test_format (void)
{
  check_format (0, "0,00\xc2\xa0€", "0,00");
  check_format (5, "0,05\xc2\xa0€", "0,05");
  check_format (-5, "-0,05\xc2\xa0€", "-0,05");
  check_format (99999, "999,99\xc2\xa0€", "999,99");
  check_format (123456,
                "1\xe2\x80\xaf"
                "234,56\xc2\xa0€",
                "1234,56");
  check_format (-123456700,
                "-1\xe2\x80\xaf"
                "234\xe2\x80\xaf"
                "567,00\xc2\xa0€",
                "-1234567,00");
  check_format (ENT_MONEY_NONE, "", "");
  check_format (G_MININT64 + 1,
                "-92\xe2\x80\xaf"
                "233\xe2\x80\xaf"
                "720\xe2\x80\xaf"
                "368\xe2\x80\xaf"
                "547\xe2\x80\xaf"
                "758,07\xc2\xa0€",
                "-92233720368547758,07");
}

static void
test_round_trip (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  for (int i = 0; i < 20000; i++)
    {
      gint64 cents = (gint64) g_rand_int (random) * g_rand_int_range (random, -200000, 200000);
      g_autofree char *shown = ent_money_format (cents);
      g_autofree char *plain = ent_money_format_plain (cents);
      gint64 again;

      g_assert_true (ent_money_parse (shown, &again));
      g_assert_cmpint (again, ==, cents);
      g_assert_true (ent_money_parse (plain, &again));
      g_assert_cmpint (again, ==, cents);
    }
}

static void
test_fuzz (void)
{
  const char signs[] = "0123456789.,, -+eur'E";
  g_autoptr(GRand) random = g_rand_new_with_seed (8);

  for (int i = 0; i < 200000; i++)
    {
      char text[20] = "";
      int length = g_rand_int_range (random, 0, 18);
      gint64 cents;

      for (int j = 0; j < length; j++)
        text[j] = signs[g_rand_int_range (random, 0, (int) sizeof signs - 1)];
      if (ent_money_parse (text, &cents))
        {
          g_autofree char *shown = ent_money_format (cents);
          gint64 again;

          g_assert_true (ent_money_parse (shown, &again));
          g_assert_cmpint (again, ==, cents);
        }
      else
        g_assert_cmpint (cents, ==, ENT_MONEY_NONE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/reads", test_reads);
  g_test_add_func ("/money/refuses", test_refuses);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/round-trip", test_round_trip);
  g_test_add_func ("/money/fuzz", test_fuzz);
  return g_test_run ();
}
