/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading certificates with OpenSSL. The helper's only thread. */
#include "ent-sign-certificate.h"

#include <openssl/x509v3.h>
#include <time.h>

#include "ent-sign-fault.h"

X509 *
ent_sign_certificate_parse (GBytes *der)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (der, &size);

  return d2i_X509 (NULL, &data, (long) size);
}

gboolean
ent_sign_certificate_can_sign (X509 *certificate)
{
  guint32 usage = X509_get_key_usage (certificate);
  gboolean may_sign = (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;

  /* Without the extension OpenSSL reports every usage. */
  return may_sign && X509_check_ca (certificate) == 0;
}

gboolean
ent_sign_certificate_is_non_repudiation (X509 *certificate)
{
  guint32 usage = X509_get_key_usage (certificate);

  return usage != G_MAXUINT32 && (usage & KU_NON_REPUDIATION) != 0;
}

gint64
ent_sign_time_to_unix (const ASN1_TIME *time)
{
  struct tm parts = { 0 };

  return time != NULL && ASN1_TIME_to_tm (time, &parts) == 1 ? (gint64) timegm (&parts) : 0;
}

gboolean
ent_sign_certificate_check_time (X509 *certificate, gint64 at, GError **error)
{
  if (at < ent_sign_time_to_unix (X509_get0_notBefore (certificate)))
    return ent_sign_fail (error, "not-yet-valid");
  if (at > ent_sign_time_to_unix (X509_get0_notAfter (certificate)))
    return ent_sign_fail (error, "expired");
  return TRUE;
}

static char *
entry_to_text (const X509_NAME *name, int index)
{
  const ASN1_STRING *value = X509_NAME_ENTRY_get_data (X509_NAME_get_entry (name, index));
  unsigned char *utf8 = NULL;
  int size = ASN1_STRING_to_UTF8 (&utf8, value);
  char *text = size >= 0 ? g_utf8_make_valid ((const char *) utf8, size) : g_strdup ("");

  OPENSSL_free (utf8);
  return text;
}

char *
ent_sign_name_to_text (const X509_NAME *name)
{
  int index = X509_NAME_get_index_by_NID (name, NID_commonName, -1);

  if (index < 0 && X509_NAME_entry_count (name) > 0)
    index = X509_NAME_entry_count (name) - 1;
  return index >= 0 ? entry_to_text (name, index) : g_strdup ("");
}

static char *
serial_to_text (X509 *certificate)
{
  BIGNUM *number = ASN1_INTEGER_to_BN (X509_get0_serialNumber (certificate), NULL);
  char *hex = number != NULL ? BN_bn2hex (number) : NULL;
  char *text = g_strdup (hex != NULL ? hex : "");

  OPENSSL_free (hex);
  BN_free (number);
  return text;
}

JsonObject *
ent_sign_certificate_to_json (X509 *certificate)
{
  JsonObject *object = json_object_new ();
  g_autofree char *subject = ent_sign_name_to_text (X509_get_subject_name (certificate));
  g_autofree char *issuer = ent_sign_name_to_text (X509_get_issuer_name (certificate));
  g_autofree char *serial = serial_to_text (certificate);

  json_object_set_string_member (object, "subject", subject);
  json_object_set_string_member (object, "issuer", issuer);
  json_object_set_string_member (object, "serial", serial);
  json_object_set_int_member (object, "not-before",
                              ent_sign_time_to_unix (X509_get0_notBefore (certificate)));
  json_object_set_int_member (object, "not-after",
                              ent_sign_time_to_unix (X509_get0_notAfter (certificate)));
  json_object_set_boolean_member (object, "non-repudiation",
                                  ent_sign_certificate_is_non_repudiation (certificate));
  return object;
}
