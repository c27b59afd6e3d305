/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the CMS message with OpenSSL. The helper's only thread. */
#include "ent-sign-cms.h"

#include <openssl/err.h>

#include "ent-sign-fault.h"
#include "ent-sign-stamp.h"

#define ROOM_MESSAGE (6 * 1024)
#define ROOM_STAMP (16 * 1024)
#define FLAGS \
  (CMS_CADES | CMS_NO_SIGNING_TIME | CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP)

gsize
ent_sign_cms_reserve (const EntSignKey *key, gboolean stamped)
{
  gsize room = ROOM_MESSAGE + (stamped ? ROOM_STAMP : 0);

  room += (gsize) MAX (0, i2d_X509 (key->certificate, NULL));
  for (int i = 0; i < sk_X509_num (key->chain); i++)
    room += (gsize) MAX (0, i2d_X509 (sk_X509_value (key->chain, i), NULL));
  return room;
}

/* A curve of 384 bits is paired with the digest of that size. */
static const EVP_MD *
pick_digest (const EntSignKey *key)
{
  int bits = EVP_PKEY_get_bits (key->pkey);

  if (!EVP_PKEY_is_a (key->pkey, "EC") || bits <= 256)
    return EVP_sha256 ();
  return bits <= 384 ? EVP_sha384 () : EVP_sha512 ();
}

static gboolean
add_stamp (CMS_SignerInfo *signer, const char *tsa, GError **error)
{
  ASN1_OCTET_STRING *value = CMS_SignerInfo_get0_signature (signer);
  g_autoptr (GBytes) signature = g_bytes_new (ASN1_STRING_get0_data (value),
                                             (gsize) ASN1_STRING_length (value));
  g_autoptr (GBytes) token = ent_sign_stamp_fetch (tsa, signature, error);
  gsize size;
  const void *data;

  if (token == NULL)
    return FALSE;
  data = g_bytes_get_data (token, &size);
  if (!CMS_unsigned_add1_attr_by_NID (signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, data,
                                      (int) size))
    return ent_sign_fail (error, "failed");
  return TRUE;
}

static GBytes *
to_der (CMS_ContentInfo *cms)
{
  unsigned char *der = NULL;
  int size = i2d_CMS_ContentInfo (cms, &der);
  GBytes *bytes = size > 0 ? g_bytes_new (der, (gsize) size) : NULL;

  OPENSSL_free (der);
  return bytes;
}

GBytes *
ent_sign_cms_make (const EntSignKey *key, GBytes *signed_bytes, const char *tsa, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (signed_bytes, &size);
  g_autoptr (BIO) content = BIO_new_mem_buf (data, (int) size);
  g_autoptr (CMS_ContentInfo) cms = CMS_sign (NULL, NULL, key->chain, NULL, FLAGS);
  CMS_SignerInfo *signer = NULL;

  if (cms != NULL)
    signer = CMS_add1_signer (cms, key->certificate, key->pkey, pick_digest (key), FLAGS);
  if (signer == NULL || !CMS_final (cms, content, NULL, FLAGS))
    {
      ent_sign_fail (error, "key-refused");
      return NULL;
    }
  if (tsa != NULL && !add_stamp (signer, tsa, error))
    return NULL;
  return to_der (cms);
}
