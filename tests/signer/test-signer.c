/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signing with certificate files, time-stamps, and what verification says of honest documents. */

#include "signer-fixture.h"

#include <qpdf/qpdf-c.h>
#include <string.h>

static const EntSignature *
nth (GPtrArray *signatures, guint n)
{
  g_assert_cmpuint (signatures->len, >, n);
  return signatures->pdata[n];
}

static void
test_first_stays_valid (void)
{
  g_autoptr (GBytes) pdf = fixture_pdf ();
  g_autoptr (GBytes) once = fixture_sign ("rsa", pdf);
  g_autoptr (GBytes) twice = fixture_sign ("curve", once);
  g_autoptr (GPtrArray) signatures = fixture_verify (twice);
  const EntSignature *first = nth (signatures, 0);
  const EntSignature *second = nth (signatures, 1);

  g_assert_cmpuint (signatures->len, ==, 2);
  g_assert_cmpint (first->verdict, ==, ENT_VERDICT_VALID);
  g_assert_cmpint (second->verdict, ==, ENT_VERDICT_VALID);
  g_assert_cmpint (ent_signatures_get_worst (signatures), ==, ENT_VERDICT_VALID);
  g_assert_cmpint (first->level, ==, ENT_SIGNATURE_BASIC);
  g_assert_cmpint (second->level, ==, ENT_SIGNATURE_BASIC);
  g_assert_false (first->covers_all);
  g_assert_true (second->covers_all);
  g_assert_cmpstr (first->certificate->subject, ==, "Anouk Exemple");
  g_assert_cmpstr (second->certificate->subject, ==, "Bram Voorbeeld");
  g_assert_cmpstr (first->certificate->issuer, ==, "Autorite ca");
  g_assert_cmpstr (first->reason, ==, "Décision du Bureau permanent");
  g_assert_cmpstr (first->location, ==, "Braine-le-Comte");
  g_assert_cmpint (ABS (first->claimed - g_get_real_time () / G_USEC_PER_SEC), <, 60);
  g_assert_cmpint (first->stamped, ==, 0);
}

static void
test_signing_appends_only (void)
{
  g_autoptr (GBytes) pdf = fixture_pdf ();
  g_autoptr (GBytes) signed_pdf = fixture_sign ("rsa", pdf);
  gsize size = g_bytes_get_size (pdf);

  g_assert_cmpuint (g_bytes_get_size (signed_pdf), >, size);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), size, g_bytes_get_data (signed_pdf, NULL), size);
}

static void
test_pdfsig_agrees (void)
{
  g_autoptr (GBytes) pdf = fixture_pdf ();
  g_autoptr (GBytes) once = fixture_sign ("rsa", pdf);
  g_autoptr (GBytes) twice = fixture_sign ("curve", once);
  g_autofree char *output = NULL;
  g_auto (GStrv) valid = NULL;
  g_auto (GStrv) kind = NULL;

  fixture_write ("twice.pdf", twice);
  output = fixture_output ("mkdir -p nss && pdfsig -nssdir nss twice.pdf");
  valid = g_strsplit (output, "Signature is Valid.", -1);
  kind = g_strsplit (output, "ETSI.CAdES.detached", -1);
  g_assert_cmpuint (g_strv_length (valid), ==, 3);
  g_assert_cmpuint (g_strv_length (kind), ==, 3);
}

static void
test_streamed_tables_are_continued (void)
{
  g_autoptr (GBytes) pdf = fixture_pdf_with_streams ();
  g_autoptr (GBytes) once = fixture_sign ("rsa", pdf);
  g_autoptr (GBytes) twice = fixture_sign ("curve", once);

  g_assert_cmpint (fixture_verdict (twice, 0), ==, ENT_VERDICT_VALID);
  g_assert_cmpint (fixture_verdict (twice, 1), ==, ENT_VERDICT_VALID);
  fixture_write ("streamed.pdf", twice);
  fixture_run ("qpdf --check streamed.pdf");
}

/* What PDF/A-2 and PDF/UA-1 ask of a field that nobody sees. */
static void
test_field_keeps_the_standards (void)
{
  g_autoptr (GBytes) pdf = fixture_pdf ();
  g_autoptr (GBytes) signed_pdf = fixture_sign ("rsa", pdf);
  qpdf_data qpdf = qpdf_init ();
  gsize size;
  const char *data = g_bytes_get_data (signed_pdf, &size);
  qpdf_oh page;
  qpdf_oh field;
  qpdf_oh form;

  g_assert_cmpint (qpdf_read_memory (qpdf, "signed", data, size, NULL), ==, QPDF_SUCCESS);
  page = qpdf_get_page_n (qpdf, 0);
  field = qpdf_oh_get_array_item (qpdf, qpdf_oh_get_key (qpdf, page, "/Annots"), 0);
  form = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/AcroForm");
  g_assert_cmpstr (qpdf_oh_unparse (qpdf, qpdf_oh_get_key (qpdf, page, "/Tabs")), ==, "/S");
  g_assert_cmpstr (qpdf_oh_unparse (qpdf, qpdf_oh_get_key (qpdf, field, "/Rect")), ==,
                   "[ 0 0 0 0 ]");
  /* Printed, not hidden, locked. */
  g_assert_cmpstr (qpdf_oh_unparse (qpdf, qpdf_oh_get_key (qpdf, field, "/F")), ==, "132");
  g_assert_cmpstr (qpdf_oh_get_utf8_value (qpdf, qpdf_oh_get_key (qpdf, field, "/TU")), ==,
                   "Signature électronique");
  g_assert_cmpstr (qpdf_oh_unparse (qpdf, qpdf_oh_get_key (qpdf, form, "/SigFlags")), ==, "3");
  qpdf_cleanup (&qpdf);
}

static void
test_unsigned_has_no_signatures (void)
{
  g_autoptr (GBytes) pdf = fixture_pdf ();
  g_autoptr (GPtrArray) signatures = fixture_verify (pdf);

  g_assert_cmpuint (signatures->len, ==, 0);
}

static void
test_stranger_is_unknown (void)
{
  g_autoptr (GBytes) pdf = fixture_pdf ();
  g_autoptr (GBytes) signed_pdf = fixture_sign ("unknown", pdf);

  g_assert_cmpint (fixture_verdict (signed_pdf, 0), ==, ENT_VERDICT_UNKNOWN_CERTIFICATE);
}

/* The authority in between comes with the signature; only the one above is trusted. */
static void
test_authority_in_between (void)
{
  g_autoptr (GBytes) pdf = fixture_pdf ();
  g_autoptr (GBytes) signed_pdf = NULL;
  g_autoptr (GPtrArray) signatures = NULL;

  fixture_run ("openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes "
               "-keyout middle.key -subj '/C=BE/CN=Autorite middle' -out middle.csr && "
               "printf 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n' "
               "> middle.ext && openssl x509 -req -in middle.csr -CA ca.pem -CAkey ca.key "
               "-extfile middle.ext -days 20 -out middle.pem");
  fixture_add_person ("deep", "Gilles Profond", "EC -pkeyopt ec_paramgen_curve:P-256", "middle",
                      "-days 10");
  signed_pdf = fixture_sign ("deep", pdf);
  signatures = fixture_verify (signed_pdf);
  g_assert_cmpint (nth (signatures, 0)->verdict, ==, ENT_VERDICT_VALID);
  g_assert_cmpstr (nth (signatures, 0)->certificate->issuer, ==, "Autorite middle");
}

static void
test_nobody_trusted_without_anchors (void)
{
  g_autoptr (GBytes) pdf = fixture_pdf ();
  g_autoptr (GBytes) signed_pdf = fixture_sign ("rsa", pdf);
  g_autoptr (GPtrArray) signatures = ent_signer_verify (signed_pdf, NULL, NULL, NULL);

  g_assert_cmpint (nth (signatures, 0)->verdict, ==, ENT_VERDICT_UNKNOWN_CERTIFICATE);
}

static void
assert_sign_fails (const char *name, const char *secret, EntSignerError expected)
{
  g_autoptr (GBytes) pdf = fixture_pdf ();
  EntSignerOrder order = fixture_order (name, pdf);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = ent_signer_sign (&order, secret, NULL, &error);

  g_assert_error (error, ENT_SIGNER_ERROR, (int) expected);
  g_assert_null (files);
  fixture_order_clear (&order);
}

static void
test_refused_certificates (void)
{
  assert_sign_fails ("old", PASSWORD, ENT_SIGNER_ERROR_EXPIRED);
  assert_sign_fails ("early", PASSWORD, ENT_SIGNER_ERROR_NOT_YET_VALID);
  assert_sign_fails ("rsa", "autre chose", ENT_SIGNER_ERROR_BAD_PASSWORD);
  assert_sign_fails ("rsa", NULL, ENT_SIGNER_ERROR_BAD_PASSWORD);
  assert_sign_fails ("nobody", PASSWORD, ENT_SIGNER_ERROR_NO_FILE);
}

static void
test_file_lists_its_certificate (void)
{
  g_autofree char *path = fixture_path ("curve.p12");
  EntSignerKey key = { .file = path };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) certificates = ent_signer_list (&key, PASSWORD, NULL, &error);
  const EntCertificate *certificate;

  g_assert_no_error (error);
  g_assert_cmpuint (certificates->len, ==, 1);
  certificate = certificates->pdata[0];
  g_assert_cmpstr (certificate->subject, ==, "Bram Voorbeeld");
  g_assert_true (certificate->non_repudiation);
  g_assert_cmpint (certificate->not_after, >, g_get_real_time () / G_USEC_PER_SEC);
}

static void
test_one_bad_file_spares_the_others (void)
{
  g_autoptr (GBytes) pdf = fixture_pdf ();
  g_autoptr (GBytes) rubbish = g_bytes_new_static ("%PDF-1.7 rubbish", 16);
  EntSignerOrder order = fixture_order ("curve", pdf);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;
  EntSigned *first;
  EntSigned *second;

  g_ptr_array_insert (order.files, 0, g_bytes_ref (rubbish));
  files = ent_signer_sign (&order, PASSWORD, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 2);
  first = files->pdata[0];
  second = files->pdata[1];
  g_assert_error (first->error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_BAD_PDF);
  g_assert_null (first->pdf);
  g_assert_no_error (second->error);
  g_assert_cmpint (fixture_verdict (second->pdf, 0), ==, ENT_VERDICT_VALID);
  fixture_order_clear (&order);
}

static void
test_stamp_outlives_the_certificate (void)
{
  g_autofree char *server = fixture_start_stamps ();
  g_autofree char *until = NULL;
  g_autoptr (GBytes) pdf = fixture_pdf ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) end = g_date_time_add_seconds (now, 8);
  g_autofree char *day = g_date_time_format (end, "%Y%m%d%H%M%SZ");
  EntSignerOrder order = fixture_order ("short", pdf);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GBytes) stamped = NULL;
  g_autoptr (GPtrArray) signatures = NULL;

  until = g_strdup_printf ("-not_before 20200101000000Z -not_after %s", day);
  fixture_add_person ("short", "Chloé Éphémère", "EC -pkeyopt ec_paramgen_curve:P-256", "ca",
                      until);
  plain = fixture_sign_async (&order, PASSWORD, &error);
  g_assert_no_error (error);
  order.stamp_server = server;
  stamped = fixture_sign_async (&order, PASSWORD, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_verdict (plain, 0), ==, ENT_VERDICT_VALID);
  while (g_get_real_time () / G_USEC_PER_SEC <= g_date_time_to_unix (end))
    g_usleep (G_USEC_PER_SEC / 5);

  g_assert_cmpint (fixture_verdict (plain, 0), ==, ENT_VERDICT_EXPIRED);
  signatures = fixture_verify (stamped);
  g_assert_cmpint (nth (signatures, 0)->verdict, ==, ENT_VERDICT_VALID);
  g_assert_cmpint (nth (signatures, 0)->level, ==, ENT_SIGNATURE_STAMPED);
  g_assert_true (nth (signatures, 0)->stamp_trusted);
  g_assert_cmpstr (nth (signatures, 0)->stamped_by, ==, "Horodateur");
  g_assert_cmpint (nth (signatures, 0)->stamped, <=, g_date_time_to_unix (end));
  fixture_order_clear (&order);
}

static void
test_silent_server_signs_nothing (void)
{
  g_autoptr (GBytes) pdf = fixture_pdf ();
  EntSignerOrder order = fixture_order ("rsa", pdf);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) signed_pdf = NULL;

  /* Port 9 of the loopback has no listener. */
  order.stamp_server = "http://127.0.0.1:9/tsa";
  signed_pdf = fixture_sign_async (&order, PASSWORD, &error);
  g_assert_error (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_STAMP);
  g_assert_null (signed_pdf);
  g_clear_error (&error);
  order.stamp_server = "not an address";
  signed_pdf = fixture_sign_async (&order, PASSWORD, &error);
  g_assert_error (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_STAMP);
  fixture_order_clear (&order);
}

static void
test_cancelled_before_it_ends (void)
{
  g_autoptr (GBytes) pdf = fixture_pdf ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  EntSignerOrder order = fixture_order ("rsa", pdf);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;

  g_cancellable_cancel (cancellable);
  files = ent_signer_sign (&order, PASSWORD, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (files);
  fixture_order_clear (&order);
}

static void
test_missing_program_is_said (void)
{
  g_autofree char *program = g_strdup (g_getenv ("ENTRAIDE_SIGNER"));
  g_autoptr (GBytes) pdf = fixture_pdf ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;

  g_setenv ("ENTRAIDE_SIGNER", "/nonexistent/entraide-signer", TRUE);
  g_assert_null (ent_signer_verify (pdf, NULL, NULL, &error));
  g_assert_error (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_MISSING);
  /* A program that ends at once, having read and said nothing. */
  g_setenv ("ENTRAIDE_SIGNER", "/bin/true", TRUE);
  g_assert_null (ent_signer_verify (pdf, NULL, NULL, &other));
  g_assert_error (other, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_FAILED);
  g_setenv ("ENTRAIDE_SIGNER", program, TRUE);
}

static void
test_anchors_are_described (void)
{
  g_autoptr (GPtrArray) anchors = fixture_anchors ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) certificates = NULL;
  const EntCertificate *second;

  g_ptr_array_add (anchors, fixture_read ("stranger.pem"));
  certificates = ent_signer_inspect (anchors, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (certificates->len, ==, 2);
  second = certificates->pdata[1];
  g_assert_cmpstr (second->subject, ==, "Autorite stranger");
  g_assert_cmpint (second->not_after, >, g_get_real_time () / G_USEC_PER_SEC);
  g_clear_pointer (&certificates, g_ptr_array_unref);
  g_ptr_array_add (anchors, g_bytes_new_static ("no certificate", 14));
  certificates = ent_signer_inspect (anchors, NULL, &error);
  g_assert_error (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_BAD_ANCHOR);
  g_assert_null (certificates);
}

static void
test_too_large_is_not_sent (void)
{
  gsize size = 101u * 1024 * 1024;
  g_autoptr (GBytes) large = g_bytes_new_take (g_malloc0 (size), size);
  EntSignerOrder order = fixture_order ("rsa", large);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (order.files, g_bytes_ref (large));
  g_ptr_array_add (order.files, g_bytes_ref (large));
  g_assert_null (ent_signer_sign (&order, PASSWORD, NULL, &error));
  g_assert_error (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (ent_signer_verify (large, NULL, NULL, &error));
  g_assert_error (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_TOO_LARGE);
  fixture_order_clear (&order);
}

static void
add_people (void)
{
  const char *small = "EC -pkeyopt ec_paramgen_curve:P-256";

  fixture_add_person ("rsa", "Anouk Exemple", "RSA -pkeyopt rsa_keygen_bits:3072", "ca",
                      "-days 20");
  fixture_add_person ("curve", "Bram Voorbeeld", "EC -pkeyopt ec_paramgen_curve:P-384", "ca",
                      "-days 20");
  fixture_add_person ("unknown", "Dries Onbekend", small, "stranger", "-days 20");
  fixture_add_person ("old", "Eloise Ancienne", small, "ca",
                      "-not_before 20200101000000Z -not_after 20210101000000Z");
  fixture_add_person ("early", "Fien Morgen", small, "ca",
                      "-not_before 20980101000000Z -not_after 20990101000000Z");
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture_begin ();
  add_people ();
  g_test_add_func ("/signer/first-stays-valid", test_first_stays_valid);
  g_test_add_func ("/signer/signing-appends-only", test_signing_appends_only);
  g_test_add_func ("/signer/pdfsig-agrees", test_pdfsig_agrees);
  g_test_add_func ("/signer/streamed-tables-are-continued", test_streamed_tables_are_continued);
  g_test_add_func ("/signer/field-keeps-the-standards", test_field_keeps_the_standards);
  g_test_add_func ("/signer/unsigned-has-no-signatures", test_unsigned_has_no_signatures);
  g_test_add_func ("/signer/stranger-is-unknown", test_stranger_is_unknown);
  g_test_add_func ("/signer/authority-in-between", test_authority_in_between);
  g_test_add_func ("/signer/nobody-trusted-without-anchors", test_nobody_trusted_without_anchors);
  g_test_add_func ("/signer/refused-certificates", test_refused_certificates);
  g_test_add_func ("/signer/file-lists-its-certificate", test_file_lists_its_certificate);
  g_test_add_func ("/signer/one-bad-file-spares-the-others", test_one_bad_file_spares_the_others);
  g_test_add_func ("/signer/stamp-outlives-the-certificate", test_stamp_outlives_the_certificate);
  g_test_add_func ("/signer/silent-server-signs-nothing", test_silent_server_signs_nothing);
  g_test_add_func ("/signer/cancelled-before-it-ends", test_cancelled_before_it_ends);
  g_test_add_func ("/signer/anchors-are-described", test_anchors_are_described);
  g_test_add_func ("/signer/too-large-is-not-sent", test_too_large_is_not_sent);
  g_test_add_func ("/signer/missing-program-is-said", test_missing_program_is_said);
  status = g_test_run ();
  fixture_end ();
  return status;
}
