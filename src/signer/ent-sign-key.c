/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening private keys. On a token we log in ourselves, once; OpenSSL's provider comes after and
 * finds the door open. The helper's only thread. */
#include "ent-sign-key.h"

#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/store.h>
#include <openssl/ui.h>
#include <string.h>

#include "ent-sign-fault.h"
#include "ent-sign-token.h"

#define MAX_CHAIN 8

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PKCS12, PKCS12_free)

void
ent_sign_key_free (EntSignKey *self)
{
  EVP_PKEY_free (self->pkey);
  X509_free (self->certificate);
  sk_X509_pop_free (self->chain, X509_free);
  g_free (self);
}

static PKCS12 *
read_file (const char *path, GError **error)
{
  g_autoptr (BIO) file = BIO_new_file (path, "rb");
  PKCS12 *p12;

  if (file == NULL)
    {
      ent_sign_fail (error, "no-file");
      return NULL;
    }
  p12 = d2i_PKCS12_bio (file, NULL);
  if (p12 == NULL)
    ent_sign_fail (error, "bad-file");
  return p12;
}

EntSignKey *
ent_sign_key_open_file (const char *path, const char *secret, GError **error)
{
  g_autoptr (PKCS12) p12 = NULL;
  g_autoptr (EntSignKey) self = g_new0 (EntSignKey, 1);
  const char *password = secret != NULL ? secret : "";

  /* Files of older systems need the ciphers of the one; the other is not loaded any more once a
   * provider is named. */
  OSSL_PROVIDER_try_load (NULL, "legacy", 1);
  OSSL_PROVIDER_load (NULL, "default");
  p12 = read_file (path, error);
  if (p12 == NULL)
    return NULL;
  if (PKCS12_mac_present (p12) && !PKCS12_verify_mac (p12, password, -1))
    {
      ent_sign_fail (error, "bad-password");
      return NULL;
    }
  if (!PKCS12_parse (p12, password, &self->pkey, &self->certificate, &self->chain) ||
      self->pkey == NULL || self->certificate == NULL)
    {
      ent_sign_fail (error, PKCS12_mac_present (p12) ? "bad-file" : "bad-password");
      return NULL;
    }
  return g_steal_pointer (&self);
}

/* The certificates of the token that lead upwards from @certificate. */
static STACK_OF (X509) * collect_chain (GPtrArray *listed, X509 *certificate)
{
  STACK_OF (X509) *chain = sk_X509_new_null ();
  X509 *at = certificate;

  while (sk_X509_num (chain) < MAX_CHAIN && X509_check_issued (at, at) != X509_V_OK)
    {
      X509 *issuer = NULL;

      for (guint i = 0; i < listed->len && issuer == NULL; i++)
        {
          EntSignTokenCertificate *other = listed->pdata[i];

          issuer = ent_sign_certificate_parse (other->der);
          if (issuer != NULL && X509_check_issued (issuer, at) != X509_V_OK)
            g_clear_pointer (&issuer, X509_free);
        }
      if (issuer == NULL)
        break;
      sk_X509_push (chain, issuer);
      at = issuer;
    }
  return chain;
}

static int
pin_asked_cb (char *buffer, int size, int unused, void *secret)
{
  gsize length = secret != NULL ? strlen (secret) : 0;

  if (length == 0 || length >= (gsize) size)
    return -1;
  memcpy (buffer, secret, length + 1);
  return (int) length;
}

static EVP_PKEY *
load_private_key (const char *module, const char *uri, const char *secret)
{
  UI_METHOD *method = UI_UTIL_wrap_read_pem_callback (pin_asked_cb, 0);
  OSSL_STORE_CTX *store;
  EVP_PKEY *pkey = NULL;

  g_setenv ("PKCS11_PROVIDER_MODULE", module, TRUE);
  OSSL_PROVIDER_load (NULL, "default");
  if (OSSL_PROVIDER_load (NULL, "pkcs11") == NULL)
    return NULL;
  store = OSSL_STORE_open_ex (uri, NULL, "provider=pkcs11", method, (void *) secret, NULL, NULL,
                              NULL);
  while (store != NULL && pkey == NULL && !OSSL_STORE_eof (store))
    {
      OSSL_STORE_INFO *info = OSSL_STORE_load (store);

      if (info == NULL)
        break;
      if (OSSL_STORE_INFO_get_type (info) == OSSL_STORE_INFO_PKEY)
        pkey = OSSL_STORE_INFO_get1_PKEY (info);
      OSSL_STORE_INFO_free (info);
    }
  /* The method and the store are asked again when the key signs: they stay until the end. */
  return pkey;
}

static EntSignTokenCertificate *
find_listed (GPtrArray *listed, const char *uri)
{
  for (guint i = 0; i < listed->len; i++)
    {
      EntSignTokenCertificate *certificate = listed->pdata[i];

      if (g_str_equal (certificate->uri, uri))
        return certificate;
    }
  return NULL;
}

EntSignKey *
ent_sign_key_open_token (const char *module,
                         const char *uri,
                         const char *secret,
                         const char **pin_state,
                         GError **error)
{
  g_autoptr (EntSignKey) self = g_new0 (EntSignKey, 1);
  EntSignModule *tokens = ent_sign_module_open (module, error);
  g_autoptr (GPtrArray) listed = tokens != NULL ? ent_sign_module_list (tokens, error) : NULL;
  EntSignTokenCertificate *wanted = listed != NULL ? find_listed (listed, uri) : NULL;

  if (listed == NULL)
    return NULL;
  if (wanted != NULL)
    self->certificate = ent_sign_certificate_parse (wanted->der);
  if (self->certificate == NULL)
    {
      ent_sign_fail (error, "no-key");
      return NULL;
    }
  /* A certificate that is of no use must not cost an attempt. */
  if (!ent_sign_certificate_check_time (self->certificate, g_get_real_time () / G_USEC_PER_SEC,
                                        error))
    return NULL;
  if (!ent_sign_module_login (tokens, wanted->slot, secret, error))
    {
      *pin_state = ent_sign_module_pin_state (tokens, wanted->slot);
      return NULL;
    }
  if (ent_sign_module_asks_itself (tokens, wanted->slot))
    secret = NULL;
  self->chain = collect_chain (listed, self->certificate);
  self->pkey = load_private_key (module, uri, secret);
  if (self->pkey == NULL)
    {
      ent_sign_fail (error, "no-key");
      return NULL;
    }
  return g_steal_pointer (&self);
}
