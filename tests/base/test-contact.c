/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phone numbers and e-mail addresses. The numbers are examples of a form, or public ones. */
#include "ent-contact.h"

#include <string.h>

static void
check_phone (const char *text, const char *prefix, const char *expected, const char *shown)
{
  EntPhoneStatus status;
  g_autofree char *phone = ent_phone_normalize (text, prefix, &status);
  g_autofree char *format = NULL;
  g_autofree char *again = NULL;

  if (g_strcmp0 (phone, expected) != 0)
    g_error ("\"%s\" gives %s, %d", text, phone, status);
  g_assert_cmpint (status, ==, ENT_PHONE_OK);
  format = ent_phone_format (phone);
  g_assert_cmpstr (format, ==, shown);
  again = ent_phone_normalize (format, "32", NULL);
  g_assert_cmpstr (again, ==, expected);
}

static void
test_belgian (void)
{
  check_phone ("010 43 60 00", "32", "+3210436000", "010 43 60 00");
  check_phone ("+32 10 43 60 00", "32", "+3210436000", "010 43 60 00");
  check_phone ("0032 10 43 60 00", "32", "+3210436000", "010 43 60 00");
  check_phone ("010/43.60.00", "32", "+3210436000", "010 43 60 00");
  check_phone ("010-43-60-00", NULL, "+3210436000", "010 43 60 00");
  check_phone ("(010) 43 60 00", "32", "+3210436000", "010 43 60 00");
  check_phone ("+32 (0)10 43 60 00", "32", "+3210436000", "010 43 60 00");
  check_phone ("0032 (0) 10 43 60 00", "32", "+3210436000", "010 43 60 00");
  check_phone ("+32 010 43 60 00", "32", "+3210436000", "010 43 60 00");
  check_phone ("02 123 45 67", "32", "+3221234567", "02 123 45 67");
  check_phone ("04/222.22.22", "32", "+3242222222", "04 222 22 22");
  check_phone ("09 222 22 22", "32", "+3292222222", "09 222 22 22");
  check_phone ("0470 12 34 56", "32", "+32470123456", "0470 12 34 56");
  check_phone ("0455/12.34.56", "32", "+32455123456", "0455 12 34 56");
  check_phone ("0499123456", "32", "+32499123456", "0499 12 34 56");
  check_phone ("+32470123456", "33", "+32470123456", "0470 12 34 56");
  check_phone ("0800 12 345", "32", "+3280012345", "0800 12 345");
  check_phone ("0903 12 345", "32", "+3290312345", "0903 12 345");
  check_phone ("078 15 15 15", "32", "+3278151515", "078 15 15 15");
  check_phone ("087 12 34 56", "32", "+3287123456", "087 12 34 56");
  check_phone ("\xe2\x80\xaa+32 470 12 34 56\xe2\x80\xac", "32", "+32470123456", "0470 12 34 56");
}

static void
test_foreign (void)
{
  check_phone ("+33 1 23 45 67 89", "32", "+33123456789", "+33 1 23 45 67 89");
  check_phone ("0033 (0)1 23 45 67 89", "32", "+33123456789", "+33 1 23 45 67 89");
  check_phone ("01 23 45 67 89", "33", "+33123456789", "+33 1 23 45 67 89");
  check_phone ("+352 26 12 34", "32", "+352261234", "+352 26 12 34");
  check_phone ("26 12 34", "352", "+352261234", "+352 26 12 34");
  check_phone ("+49 30 1234567", "32", "+49301234567", "+49 3 01 23 45 67");
  check_phone ("+31 6 12345678", "32", "+31612345678", "+31 6 12 34 56 78");
  check_phone ("+39 06 1234 5678", "32", "+390612345678", "+39 06 12 34 56 78");
  check_phone ("+1 202 555 0123", "32", "+12025550123", "+1 20 25 55 01 23");
}

static void
check_refused (const char *text, EntPhoneStatus expected)
{
  EntPhoneStatus status = ENT_PHONE_OK;
  g_autofree char *phone = ent_phone_normalize (text, "32", &status);

  if (phone != NULL || status != expected)
    g_error ("\"%s\" gives %s, %d", text, phone, status);
}

static void
test_refused (void)
{
  check_refused (NULL, ENT_PHONE_EMPTY);
  check_refused ("", ENT_PHONE_EMPTY);
  check_refused (" - ", ENT_PHONE_EMPTY);
  check_refused ("+", ENT_PHONE_LENGTH);
  check_refused ("010 43 60 0", ENT_PHONE_LENGTH);
  check_refused ("010 43 60 000", ENT_PHONE_PREFIX);
  check_refused ("0470 12 34 5", ENT_PHONE_LENGTH);
  check_refused ("0470 12 34 567", ENT_PHONE_LENGTH);
  check_refused ("0440 12 34 56", ENT_PHONE_PREFIX);
  check_refused ("470 12 34 56", ENT_PHONE_PREFIX);
  check_refused ("112", ENT_PHONE_PREFIX);
  check_refused ("010 43 60 00 ext 5", ENT_PHONE_CHARACTERS);
  check_refused ("010+436000", ENT_PHONE_CHARACTERS);
  check_refused ("++3210436000", ENT_PHONE_CHARACTERS);
  check_refused ("+1234567890123456", ENT_PHONE_LENGTH);
  check_refused ("+33 1 23 45 67", ENT_PHONE_LENGTH);
  check_refused ("+0 123 456 789", ENT_PHONE_PREFIX);
  check_refused ("+352 12", ENT_PHONE_LENGTH);
  check_refused ("0", ENT_PHONE_LENGTH);
  check_refused ("00", ENT_PHONE_LENGTH);
  check_refused ("010\xff", ENT_PHONE_CHARACTERS);
}

static void
test_other_forms (void)
{
  g_autofree char *abroad = ent_phone_format_international ("+3210436000");
  g_autofree char *mobile = ent_phone_format_international ("+32470123456");
  g_autofree char *brussels = ent_phone_format_international ("+3221234567");
  g_autofree char *french = ent_phone_format_international ("+33123456789");
  g_autofree char *remark = ent_phone_format ("ask the neighbour");
  g_autofree char *none = ent_phone_format (NULL);

  g_assert_cmpstr (abroad, ==, "+32 10 43 60 00");
  g_assert_cmpstr (mobile, ==, "+32 470 12 34 56");
  g_assert_cmpstr (brussels, ==, "+32 2 123 45 67");
  g_assert_cmpstr (french, ==, "+33 1 23 45 67 89");
  g_assert_cmpstr (remark, ==, "ask the neighbour");
  g_assert_cmpstr (none, ==, "");
  g_assert_true (ent_phone_is_mobile ("+32470123456"));
  g_assert_false (ent_phone_is_mobile ("+3210436000"));
  g_assert_false (ent_phone_is_mobile ("+33612345678"));
  g_assert_false (ent_phone_is_mobile (NULL));
  g_assert_cmpstr (ent_phone_status_message (ENT_PHONE_OK), ==, "");
  for (int i = ENT_PHONE_EMPTY; i <= ENT_PHONE_PREFIX; i++)
    g_assert_cmpuint (strlen (ent_phone_status_message ((EntPhoneStatus) i)), >, 20);
}

static void
test_phone_fuzz (void)
{
  const char signs[] = "00000032123456789012345678904+ ()/.-x";
  g_autoptr(GRand) random = g_rand_new_with_seed (14);
  guint n_good = 0;

  for (int i = 0; i < 200000; i++)
    {
      char text[24] = "";
      int length = g_rand_int_range (random, 0, 20);
      g_autofree char *phone = NULL;

      for (int j = 0; j < length; j++)
        text[j] = signs[g_rand_int_range (random, 0, (int) sizeof signs - 1)];
      phone = ent_phone_normalize (text, "32", NULL);
      if (phone != NULL)
        {
          g_autofree char *shown = ent_phone_format (phone);
          g_autofree char *again = ent_phone_normalize (shown, "32", NULL);
          g_autofree char *same = ent_phone_normalize (phone, "33", NULL);

          g_assert_cmpstr (again, ==, phone);
          g_assert_cmpstr (same, ==, phone);
          n_good++;
        }
    }
  g_assert_cmpuint (n_good, >, 1000);
}

static void
test_email (void)
{
  const char *good[] = {
    "anne@example.be",    "a@b.co",           "anne.dupont+cpas@mail.example.org",
    "o'hara@example.com", "élise@exämple.be", "x_y-z@sub.domain.example",
    " anne@example.be ",  "1@1.be",           "a@xn--exmple-cua.be"
  };
  const char *wrong[] = { "",
                          "anne",
                          "anne@",
                          "@example.be",
                          "anne@example",
                          "anne@@example.be",
                          "an ne@example.be",
                          ".anne@example.be",
                          "anne.@example.be",
                          "an..ne@example.be",
                          "anne@-example.be",
                          "anne@example-.be",
                          "anne@example..be",
                          "anne@.be",
                          "anne@example.b",
                          "anne@192.168.0.1",
                          "anne@example.be.",
                          "anne@exam_ple.be",
                          "anne,b@example.be",
                          "\"anne\"@example.be",
                          "anne@example.be, b@example.be",
                          "<anne@example.be>",
                          "anne@exa mple.be",
                          "a\xff@example.be" };
  g_autofree char *local = g_strnfill (64, 'a');
  g_autofree char *longest = g_strconcat (local, "@example.be", NULL);
  g_autofree char *too_long = g_strconcat ("a", local, "@example.be", NULL);
  g_autofree char *label = g_strconcat ("a@", local, ".be", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      if (!ent_email_is_valid (good[i]))
        g_error ("refused: \"%s\"", good[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      if (ent_email_is_valid (wrong[i]))
        g_error ("accepted: \"%s\"", wrong[i]);
    }
  g_assert_false (ent_email_is_valid (NULL));
  g_assert_true (ent_email_is_valid (longest));
  g_assert_false (ent_email_is_valid (too_long));
  g_assert_false (ent_email_is_valid (label));
}

static void
test_email_normalize (void)
{
  g_autofree char *address = ent_email_normalize (" Anne.Dupont@Example.BE\n");

  g_assert_cmpstr (address, ==, "Anne.Dupont@example.be");
  g_assert_null (ent_email_normalize ("anne"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contact/phone/belgian", test_belgian);
  g_test_add_func ("/contact/phone/foreign", test_foreign);
  g_test_add_func ("/contact/phone/refused", test_refused);
  g_test_add_func ("/contact/phone/other-forms", test_other_forms);
  g_test_add_func ("/contact/phone/fuzz", test_phone_fuzz);
  g_test_add_func ("/contact/email", test_email);
  g_test_add_func ("/contact/email-normalize", test_email_normalize);
  return g_test_run ();
}
