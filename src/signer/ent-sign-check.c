/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checking CMS messages with OpenSSL. The helper's only thread. */
#include "ent-sign-check.h"

#include <openssl/ess.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_STORE_CTX, X509_STORE_CTX_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free)

static void
worsen (EntSignCheck *check, EntSignVerdict verdict, const char *note)
{
  ent_sign_verdict_add (&check->verdict, &check->note, verdict, note);
}

void
ent_sign_check_clear (EntSignCheck *check)
{
  g_clear_pointer (&check->certificate, X509_free);
  g_clear_pointer (&check->stamp.by, g_free);
}

/* The one signer, whose content lies outside; else NULL. */
static CMS_SignerInfo *
get_signer (CMS_ContentInfo *cms)
{
  STACK_OF (CMS_SignerInfo) * signers;

  if (cms == NULL || OBJ_obj2nid (CMS_get0_type (cms)) != NID_pkcs7_signed ||
      CMS_is_detached (cms) != 1)
    return NULL;
  signers = CMS_get0_SignerInfos (cms);
  if (sk_CMS_SignerInfo_num (signers) != 1)
    return NULL;
  return sk_CMS_SignerInfo_value (signers, 0);
}

static gboolean
is_weak (CMS_SignerInfo *signer)
{
  X509_ALGOR *digest = NULL;
  int kind;

  CMS_SignerInfo_get0_algs (signer, NULL, NULL, &digest, NULL);
  kind = digest != NULL ? OBJ_obj2nid (digest->algorithm) : NID_undef;
  return kind == NID_md5 || kind == NID_sha1 || kind == NID_undef;
}

/* The signature is checked before the digest, so that a changed text can be told from a changed
 * signature. */
static void
check_integrity (EntSignCheck *check,
                 CMS_ContentInfo *cms,
                 CMS_SignerInfo *signer,
                 GBytes *signed_bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (signed_bytes, &size);
  g_autoptr (BIO) content = BIO_new_mem_buf (data, (int) size);

  if (CMS_signed_get_attr_count (signer) <= 0)
    worsen (check, ENT_SIGN_BROKEN, "unsupported");
  else if (is_weak (signer))
    worsen (check, ENT_SIGN_BROKEN, "weak");
  else if (CMS_verify (cms, NULL, NULL, content, NULL,
                       CMS_BINARY | CMS_DETACHED | CMS_NO_SIGNER_CERT_VERIFY) != 1)
    worsen (check, CMS_SignerInfo_verify (signer) == 1 ? ENT_SIGN_ALTERED : ENT_SIGN_BROKEN, NULL);
}

/* Without this attribute another certificate over the same key could be put in place. */
static void
check_named_certificate (EntSignCheck *check, CMS_SignerInfo *signer)
{
  ASN1_STRING *value = CMS_signed_get0_data_by_OBJ (
      signer, OBJ_nid2obj (NID_id_smime_aa_signingCertificateV2), -3, V_ASN1_SEQUENCE);
  g_autoptr (ESS_SIGNING_CERT_V2) named = NULL;
  STACK_OF (X509) * own;
  const unsigned char *data;

  if (value == NULL)
    return;
  data = ASN1_STRING_get0_data (value);
  named = d2i_ESS_SIGNING_CERT_V2 (NULL, &data, ASN1_STRING_length (value));
  own = sk_X509_new_null ();
  sk_X509_push (own, check->certificate);
  if (named == NULL || OSSL_ESS_check_signing_certs (NULL, named, own, 1) != 1)
    worsen (check, ENT_SIGN_BROKEN, NULL);
  else
    check->names_certificate = CMS_signed_get_attr_by_NID (signer, NID_pkcs9_signingTime, -1) < 0;
  sk_X509_free (own);
}

static void
check_stamp (EntSignCheck *check, CMS_SignerInfo *signer, X509_STORE *anchors)
{
  ASN1_STRING *value = CMS_unsigned_get0_data_by_OBJ (signer,
                                                      OBJ_nid2obj (NID_id_smime_aa_timeStampToken),
                                                      -3, V_ASN1_SEQUENCE);
  ASN1_OCTET_STRING *signature = CMS_SignerInfo_get0_signature (signer);
  g_autoptr (GBytes) token = NULL;
  g_autoptr (GBytes) data = NULL;

  if (value == NULL)
    return;
  token = g_bytes_new (ASN1_STRING_get0_data (value), (gsize) ASN1_STRING_length (value));
  data = g_bytes_new (ASN1_STRING_get0_data (signature), (gsize) ASN1_STRING_length (signature));
  ent_sign_stamp_check (token, data, anchors, &check->stamp);
  if (check->stamp.at == 0)
    worsen (check, ENT_SIGN_BROKEN, "bad-stamp");
}

static gboolean
chain_valid_at (STACK_OF (X509) * chain, gint64 at)
{
  for (int i = 0; i < sk_X509_num (chain); i++)
    if (!ent_sign_certificate_check_time (sk_X509_value (chain, i), at, NULL))
      return FALSE;
  return TRUE;
}

/* Trust and time are two questions: the chain is built whatever the time, then each certificate in
 * it must have been valid when it counts. */
static void
check_trust (EntSignCheck *check, CMS_ContentInfo *cms, X509_STORE *anchors)
{
  g_autoptr (X509_STORE_CTX) context = X509_STORE_CTX_new ();
  STACK_OF (X509) *others = CMS_get1_certs (cms);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 at = check->stamp.trusted ? check->stamp.at : now;

  X509_STORE_CTX_init (context, anchors, check->certificate, others);
  X509_VERIFY_PARAM_set_flags (X509_STORE_CTX_get0_param (context),
                               X509_V_FLAG_NO_CHECK_TIME | X509_V_FLAG_PARTIAL_CHAIN);
  if (X509_verify_cert (context) != 1)
    worsen (check, ENT_SIGN_UNKNOWN, NULL);
  else if (!ent_sign_certificate_can_sign (check->certificate))
    worsen (check, ENT_SIGN_UNKNOWN, "not-for-signing");
  else if (!chain_valid_at (X509_STORE_CTX_get0_chain (context), at))
    worsen (check, ENT_SIGN_EXPIRED, check->stamp.trusted ? NULL : "not-stamped");
  sk_X509_pop_free (others, X509_free);
}

/* Nobody signs what fills the room behind the message: it must say nothing. */
static gboolean
is_padding (const guint8 *data, const guint8 *end)
{
  while (data < end && *data == 0)
    data++;
  return data == end;
}

void
ent_sign_check_message (GBytes *message,
                        GBytes *signed_bytes,
                        X509_STORE *anchors,
                        EntSignCheck *check)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (message, &size);
  const guint8 *end = data + size;
  g_autoptr (CMS_ContentInfo) cms = d2i_CMS_ContentInfo (NULL, &data, (long) size);
  CMS_SignerInfo *signer = get_signer (cms);

  *check = (EntSignCheck) { 0 };
  if (signer == NULL)
    {
      worsen (check, ENT_SIGN_BROKEN, "unsupported");
      return;
    }
  if (!is_padding (data, end))
    worsen (check, ENT_SIGN_BROKEN, "range");
  check_integrity (check, cms, signer, signed_bytes);
  CMS_SignerInfo_get0_algs (signer, NULL, &check->certificate, NULL, NULL);
  if (check->certificate == NULL)
    {
      worsen (check, ENT_SIGN_BROKEN, "unsupported");
      return;
    }
  X509_up_ref (check->certificate);
  check_named_certificate (check, signer);
  check_stamp (check, signer, anchors);
  check_trust (check, cms, anchors);
}

void
ent_sign_check_document_stamp (GBytes *token,
                               GBytes *signed_bytes,
                               X509_STORE *anchors,
                               EntSignCheck *check)
{
  *check = (EntSignCheck) { 0 };
  ent_sign_stamp_check (token, signed_bytes, anchors, &check->stamp);
  if (check->stamp.at == 0)
    worsen (check, ENT_SIGN_ALTERED, NULL);
  else if (!check->stamp.trusted)
    worsen (check, ENT_SIGN_UNKNOWN, NULL);
}
