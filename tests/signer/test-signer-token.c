/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signing with a token: SoftHSM, listened to by OpenSC's spy where attempts are counted. */

#include "signer-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static GPtrArray *
list_token (void)
{
  EntSignerKey key = { .module = fixture_module () };
  g_autoptr (GError) error = NULL;
  GPtrArray *certificates = ent_signer_list (&key, NULL, NULL, &error);

  g_assert_no_error (error);
  return certificates;
}

static const EntCertificate *
find_subject (GPtrArray *certificates, const char *subject)
{
  for (guint i = 0; i < certificates->len; i++)
    {
      const EntCertificate *certificate = certificates->pdata[i];

      if (g_str_equal (certificate->subject, subject))
        return certificate;
    }
  g_error ("%s is not on the token", subject);
}

static EntPinState
pin_state (void)
{
  g_autoptr (GPtrArray) certificates = list_token ();

  return find_subject (certificates, "Anouk Exemple")->pin;
}

static GPtrArray *
sign_with_token (const char *module,
                 const char *subject,
                 const char *pin,
                 guint n_files,
                 GError **error)
{
  g_autoptr (GPtrArray) certificates = list_token ();
  g_autoptr (GBytes) pdf = fixture_pdf ();
  EntSignerOrder order = fixture_order ("none", pdf);
  GPtrArray *files;

  while (order.files->len < n_files)
    g_ptr_array_add (order.files, g_bytes_ref (pdf));
  order.key = (EntSignerKey) {
    .module = module,
    .uri = find_subject (certificates, subject)->uri,
  };
  files = ent_signer_sign (&order, pin, NULL, error);
  fixture_order_clear (&order);
  return files;
}

/* How often the spy heard @call since it was last asked. */
static guint
count_calls (const char *call)
{
  g_autofree char *path = fixture_path ("spy.log");
  g_autofree char *log = NULL;
  g_autofree char *marked = g_strconcat (": ", call, NULL);
  guint n_calls = 0;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &log, NULL, NULL));
  g_remove (path);
  lines = g_strsplit (log, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    n_calls += g_str_has_suffix (g_strchomp (lines[i]), marked) ? 1 : 0;
  return n_calls;
}

static void
test_token_is_listed_without_pin (void)
{
  g_autoptr (GPtrArray) certificates = list_token ();
  const EntCertificate *certificate = find_subject (certificates, "Anouk Exemple");

  /* The authority's own certificate is on the token as well, yet not to sign with. */
  g_assert_cmpuint (certificates->len, ==, 3);
  g_assert_cmpstr (certificate->token, ==, "essai");
  g_assert_true (certificate->non_repudiation);
  g_assert_false (certificate->asks_itself);
  g_assert_cmpint (certificate->pin, ==, ENT_PIN_GOOD);
  g_assert_true (g_str_has_prefix (certificate->uri, "pkcs11:"));
}

static void
assert_signs (const char *subject)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = sign_with_token (fixture_module (), subject, PIN, 1, &error);
  g_autoptr (GPtrArray) signatures = NULL;
  const EntSigned *file;
  const EntSignature *signature;

  g_assert_no_error (error);
  file = files->pdata[0];
  g_assert_no_error (file->error);
  signatures = fixture_verify (file->pdf);
  signature = signatures->pdata[0];
  g_assert_cmpint (signature->verdict, ==, ENT_VERDICT_VALID);
  g_assert_cmpint (signature->level, ==, ENT_SIGNATURE_BASIC);
  g_assert_cmpstr (signature->certificate->subject, ==, subject);
}

static void
test_token_signs (void)
{
  assert_signs ("Anouk Exemple");
  assert_signs ("Bram Voorbeeld");
}

static void
test_several_with_one_pin (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = sign_with_token (fixture_spy (), "Bram Voorbeeld", PIN, 5, &error);
  guint n_logins;

  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 5);
  for (guint i = 0; i < files->len; i++)
    {
      const EntSigned *file = files->pdata[i];

      g_assert_no_error (file->error);
      g_assert_cmpint (fixture_verdict (file->pdf, 0), ==, ENT_VERDICT_VALID);
    }
  n_logins = count_calls ("C_Login");
  g_test_message ("%u logins", n_logins);
  /* Ours, and that of OpenSSL's provider, which finds the door open. */
  g_assert_cmpuint (n_logins, >=, 1);
  g_assert_cmpuint (n_logins, <=, 2);
}

static void
test_wrong_pin_is_one_attempt (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
                files = sign_with_token (fixture_spy (), "Anouk Exemple", "654321", 3, &error);
  g_autoptr (GError) other = NULL;

  g_assert_error (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_BAD_PIN);
  g_assert_null (files);
  g_assert_cmpuint (count_calls ("C_Login"), ==, 1);
  g_assert_cmpint (pin_state (), ==, ENT_PIN_LOW);

  /* The right one makes good. */
  files = sign_with_token (fixture_module (), "Anouk Exemple", PIN, 1, &other);
  g_assert_no_error (other);
  g_assert_cmpint (pin_state (), ==, ENT_PIN_GOOD);
}

static void
test_no_pin_is_no_attempt (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = sign_with_token (fixture_spy (), "Anouk Exemple", NULL, 1, &error);

  g_assert_error (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_PIN_NEEDED);
  g_assert_null (files);
  g_assert_cmpuint (count_calls ("C_Login"), ==, 0);
}

static void
test_expired_is_no_attempt (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = sign_with_token (fixture_spy (), "Eloise Ancienne", PIN, 1, &error);

  g_assert_error (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_EXPIRED);
  g_assert_null (files);
  g_assert_cmpuint (count_calls ("C_Login"), ==, 0);
}

/* The token, behaving as told. */
static const char *
strange_token (const char *way, const char *typed)
{
  g_setenv ("ENT_TEST_MODULE", fixture_module (), TRUE);
  g_setenv ("ENT_TEST_TOKEN", way, TRUE);
  if (typed != NULL)
    g_setenv ("ENT_TEST_PIN", typed, TRUE);
  else
    g_unsetenv ("ENT_TEST_PIN");
  return g_getenv ("ENT_TEST_SHIM");
}

static void
test_reader_asks_itself (void)
{
  static const char *const pins[] = { NULL, "999999" };
  EntSignerKey key = { .module = strange_token ("asks", PIN) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) certificates = ent_signer_list (&key, NULL, NULL, &error);
  g_autoptr (GPtrArray) files = NULL;
  const EntSigned *file;

  g_assert_no_error (error);
  g_assert_true (find_subject (certificates, "Anouk Exemple")->asks_itself);
  /* No PIN of ours; and one that is given all the same is not passed on. */
  for (guint i = 0; i < G_N_ELEMENTS (pins); i++)
    {
      g_clear_pointer (&files, g_ptr_array_unref);
      files = sign_with_token (key.module, "Anouk Exemple", pins[i], 1, &error);
      g_assert_no_error (error);
      file = files->pdata[0];
      g_assert_no_error (file->error);
      g_assert_cmpint (fixture_verdict (file->pdf, 0), ==, ENT_VERDICT_VALID);
    }
}

static void
test_cancelled_on_the_reader (void)
{
  g_autoptr (GError) error = NULL;
  const char *module = strange_token ("asks", NULL);
  g_autoptr (GPtrArray) files = sign_with_token (module, "Anouk Exemple", NULL, 1, &error);

  g_assert_error (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_CANCELLED);
  g_assert_null (files);
}

static void
test_last_attempt_is_announced (void)
{
  EntSignerKey key = { .module = strange_token ("final", NULL) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) mild = ent_signer_error_from_code ("bad-pin", ENT_PIN_GOOD);
  g_autoptr (GPtrArray) certificates = ent_signer_list (&key, NULL, NULL, NULL);
  g_autoptr (GPtrArray) files = NULL;

  g_assert_cmpint (find_subject (certificates, "Anouk Exemple")->pin, ==, ENT_PIN_FINAL);
  files = sign_with_token (key.module, "Anouk Exemple", "654321", 1, &error);
  g_assert_error (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_BAD_PIN);
  g_assert_cmpstr (error->message, !=, mild->message);
}

static void
test_locked_token_is_not_tried (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = sign_with_token (strange_token ("locked", NULL), "Anouk Exemple",
                                                PIN, 1, &error);

  g_assert_error (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_PIN_LOCKED);
  g_assert_null (files);
}

static void
test_wrong_modules_are_said (void)
{
  EntSignerKey none = { .module = "/nonexistent/module.so" };
  EntSignerKey other = { .module = "libm.so.6" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) second = NULL;

  g_assert_null (ent_signer_list (&none, NULL, NULL, &error));
  g_assert_error (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_NO_MODULE);
  g_assert_null (ent_signer_list (&other, NULL, NULL, &second));
  g_assert_error (second, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_NO_MODULE);
}

static void
test_missing_card_is_said (void)
{
  g_autoptr (GBytes) pdf = fixture_pdf ();
  EntSignerOrder order = fixture_order ("none", pdf);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;

  order.key = (EntSignerKey) {
    .module = fixture_module (),
    .uri = "pkcs11:token=another;id=%01;type=private",
  };
  files = ent_signer_sign (&order, PIN, NULL, &error);
  g_assert_error (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_NO_KEY);
  g_assert_null (files);
  fixture_order_clear (&order);
}

int
main (int argc, char *argv[])
{
  static const char *const names[] = { "rsa", "curve", "old", NULL };
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture_begin ();
  fixture_add_person ("rsa", "Anouk Exemple", "RSA -pkeyopt rsa_keygen_bits:3072", "ca",
                      "-days 20");
  fixture_add_person ("curve", "Bram Voorbeeld", "EC -pkeyopt ec_paramgen_curve:P-384", "ca",
                      "-days 20");
  fixture_add_person ("old", "Eloise Ancienne", "EC -pkeyopt ec_paramgen_curve:P-256", "ca",
                      "-not_before 20200101000000Z -not_after 20210101000000Z");
  fixture_make_token (names);
  g_test_add_func ("/token/is-listed-without-pin", test_token_is_listed_without_pin);
  g_test_add_func ("/token/signs", test_token_signs);
  g_test_add_func ("/token/several-with-one-pin", test_several_with_one_pin);
  g_test_add_func ("/token/wrong-pin-is-one-attempt", test_wrong_pin_is_one_attempt);
  g_test_add_func ("/token/no-pin-is-no-attempt", test_no_pin_is_no_attempt);
  g_test_add_func ("/token/expired-is-no-attempt", test_expired_is_no_attempt);
  g_test_add_func ("/token/reader-asks-itself", test_reader_asks_itself);
  g_test_add_func ("/token/cancelled-on-the-reader", test_cancelled_on_the_reader);
  g_test_add_func ("/token/last-attempt-is-announced", test_last_attempt_is_announced);
  g_test_add_func ("/token/locked-is-not-tried", test_locked_token_is_not_tried);
  g_test_add_func ("/token/wrong-modules-are-said", test_wrong_modules_are_said);
  g_test_add_func ("/token/missing-card-is-said", test_missing_card_is_said);
  status = g_test_run ();
  fixture_end ();
  return status;
}
