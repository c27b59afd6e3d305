/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time-stamps with OpenSSL. The helper's only thread. */
#include "ent-sign-stamp.h"

#include <gio/gio.h>
#include <openssl/http.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/ts.h>

#include "ent-sign-fault.h"

#define TIMEOUT 20 /* seconds */
#define MAX_ANSWER (256 * 1024)
#define NONCE_SIZE 16

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TS_REQ, TS_REQ_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TS_RESP, TS_RESP_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TS_MSG_IMPRINT, TS_MSG_IMPRINT_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_ALGOR, X509_ALGOR_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TS_VERIFY_CTX, TS_VERIFY_CTX_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PKCS7, PKCS7_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SSL_CTX, SSL_CTX_free)

static gboolean
set_imprint (TS_REQ *request, GBytes *data)
{
  g_autoptr (TS_MSG_IMPRINT) imprint = TS_MSG_IMPRINT_new ();
  g_autoptr (X509_ALGOR) algorithm = X509_ALGOR_new ();
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  gsize size;
  const void *bytes = g_bytes_get_data (data, &size);

  X509_ALGOR_set_md (algorithm, EVP_sha256 ());
  return EVP_Digest (bytes, size, digest, &length, EVP_sha256 (), NULL) &&
         TS_MSG_IMPRINT_set_algo (imprint, algorithm) &&
         TS_MSG_IMPRINT_set_msg (imprint, digest, (int) length) &&
         TS_REQ_set_msg_imprint (request, imprint);
}

static gboolean
set_nonce (TS_REQ *request)
{
  unsigned char bytes[NONCE_SIZE];
  ASN1_INTEGER *nonce = NULL;
  BIGNUM *number = NULL;
  gboolean done = FALSE;

  if (RAND_bytes (bytes, sizeof bytes) == 1)
    number = BN_bin2bn (bytes, sizeof bytes, NULL);
  if (number != NULL)
    nonce = BN_to_ASN1_INTEGER (number, NULL);
  if (nonce != NULL)
    done = TS_REQ_set_nonce (request, nonce) == 1;
  ASN1_INTEGER_free (nonce);
  BN_free (number);
  return done;
}

static TS_REQ *
make_request (GBytes *data)
{
  g_autoptr (TS_REQ) request = TS_REQ_new ();

  if (request == NULL || !TS_REQ_set_version (request, 1) || !set_imprint (request, data) ||
      !set_nonce (request) || !TS_REQ_set_cert_req (request, 1))
    return NULL;
  return g_steal_pointer (&request);
}

static SSL_CTX *
make_tls (void)
{
  SSL_CTX *tls = SSL_CTX_new (TLS_client_method ());

  if (tls != NULL)
    {
      SSL_CTX_set_default_verify_paths (tls);
      SSL_CTX_set_verify (tls, SSL_VERIFY_PEER, NULL);
      SSL_CTX_set_min_proto_version (tls, TLS1_2_VERSION);
    }
  return tls;
}

/* The address taken apart. */
typedef struct
{
  char *host;
  char *port;
  char *path;
  int secure; /* https */
} Address;

static void
address_clear (Address *self)
{
  OPENSSL_free (self->host);
  OPENSSL_free (self->port);
  OPENSSL_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Address, address_clear)

static gboolean
parse_address (const char *text, Address *address)
{
  /* OpenSSL would take a text without a scheme for the name of a host. */
  return (g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://")) &&
         OSSL_HTTP_parse_url (text, &address->secure, NULL, &address->host, &address->port, NULL,
                              &address->path, NULL, NULL);
}

/* OpenSSL knocks at a closed door until the time is over; GIO does not. */
static GSocketConnection *
connect_to (const Address *address)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();

  g_socket_client_set_timeout (client, TIMEOUT);
  return g_socket_client_connect_to_host (client, address->host,
                                          (guint16) g_ascii_strtoull (address->port, NULL, 10),
                                          NULL, NULL);
}

/* Puts TLS around @line, which is taken, for a certificate in the name of @host. */
static BIO *
secure (BIO *line, SSL_CTX *tls, const char *host)
{
  BIO *secured = BIO_new_ssl (tls, 1);
  SSL *ssl = NULL;

  if (secured == NULL || BIO_get_ssl (secured, &ssl) <= 0 || ssl == NULL ||
      !SSL_set1_host (ssl, host) || !SSL_set_tlsext_host_name (ssl, host))
    {
      BIO_free (secured);
      BIO_free (line);
      return NULL;
    }
  return BIO_push (secured, line);
}

/* Sends the request; the answer in memory, or NULL. OpenSSL takes the line as it is, since it would
 * otherwise want to connect it itself. */
static BIO *
transfer (const Address *address, GSocketConnection *connection, TS_REQ *request)
{
  int fd = g_socket_get_fd (g_socket_connection_get_socket (connection));
  g_autoptr (BIO) body = BIO_new (BIO_s_mem ());
  g_autoptr (SSL_CTX) tls = address->secure ? make_tls () : NULL;
  g_autoptr (BIO) line = BIO_new_socket (fd, BIO_NOCLOSE);

  if (line != NULL && address->secure)
    line = secure (line, tls, address->host);
  if (line == NULL || !i2d_TS_REQ_bio (body, request))
    return NULL;
  return OSSL_HTTP_transfer (NULL, address->host, address->port, address->path, 0, NULL, NULL, line,
                             line, NULL, NULL, 0, NULL, "application/timestamp-query", body,
                             "application/timestamp-reply", 1, MAX_ANSWER, TIMEOUT, 0);
}

static TS_RESP *
post (const char *text, TS_REQ *request, GError **error)
{
  g_auto (Address) address = { 0 };
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (BIO) answer = NULL;
  TS_RESP *response;

  if (!parse_address (text, &address))
    {
      ent_sign_fail (error, "stamp-address");
      return NULL;
    }
  connection = connect_to (&address);
  if (connection != NULL)
    answer = transfer (&address, connection, request);
  response = answer != NULL ? d2i_TS_RESP_bio (answer, NULL) : NULL;
  if (response == NULL)
    ent_sign_fail (error, answer != NULL ? "stamp-refused" : "stamp-unreachable");
  return response;
}

static GBytes *
to_der (PKCS7 *token)
{
  unsigned char *der = NULL;
  int size = i2d_PKCS7 (token, &der);
  GBytes *bytes = size > 0 ? g_bytes_new (der, (gsize) size) : NULL;

  OPENSSL_free (der);
  return bytes;
}

GBytes *
ent_sign_stamp_fetch (const char *address, GBytes *data, GError **error)
{
  g_autoptr (TS_REQ) request = make_request (data);
  g_autoptr (TS_RESP) response = request != NULL ? post (address, request, error) : NULL;
  g_autoptr (TS_VERIFY_CTX) check = NULL;
  PKCS7 *token;

  if (request == NULL)
    ent_sign_fail (error, "failed");
  if (response == NULL)
    return NULL;
  /* The answer must be about our digest and our nonce, and signed by whoever it names; whom to
   * trust is a question for those who verify. */
  check = TS_REQ_to_TS_VERIFY_CTX (request, NULL);
  token = TS_RESP_get_token (response);
  if (check == NULL || !TS_RESP_verify_response (check, response) || token == NULL ||
      !PKCS7_verify (token, NULL, NULL, NULL, NULL, PKCS7_NOVERIFY))
    {
      ent_sign_fail (error, "stamp-refused");
      return NULL;
    }
  return to_der (token);
}

static gboolean
verify_token (PKCS7 *token, GBytes *data, X509_STORE *anchors)
{
  g_autoptr (TS_VERIFY_CTX) check = TS_VERIFY_CTX_new ();
  gsize size;
  const void *bytes = g_bytes_get_data (data, &size);
  int flags = TS_VFY_VERSION | TS_VFY_DATA;

  if (check == NULL)
    return FALSE;
  if (anchors != NULL)
    {
      flags |= TS_VFY_SIGNATURE;
      X509_STORE_up_ref (anchors);
      TS_VERIFY_CTX_set0_store (check, anchors);
    }
  TS_VERIFY_CTX_set_flags (check, flags);
  TS_VERIFY_CTX_set0_data (check, BIO_new_mem_buf (bytes, (int) size));
  return TS_RESP_verify_token (check, token) == 1;
}

static char *
authority_name (PKCS7 *token)
{
  STACK_OF (X509) *signers = PKCS7_get0_signers (token, NULL, 0);
  char *name = NULL;

  if (sk_X509_num (signers) > 0)
    name = ent_sign_name_to_text (X509_get_subject_name (sk_X509_value (signers, 0)));
  sk_X509_free (signers);
  return name;
}

void
ent_sign_stamp_check (GBytes *der, GBytes *data, X509_STORE *anchors, EntSignStamp *stamp)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (der, &size);
  g_autoptr (PKCS7) token = d2i_PKCS7 (NULL, &bytes, (long) size);
  TS_TST_INFO *info = NULL;

  *stamp = (EntSignStamp) { 0 };
  if (token == NULL || !verify_token (token, data, NULL) ||
      !PKCS7_verify (token, NULL, NULL, NULL, NULL, PKCS7_NOVERIFY))
    return;
  info = PKCS7_to_TS_TST_INFO (token);
  if (info == NULL)
    return;
  stamp->at = ent_sign_time_to_unix (TS_TST_INFO_get_time (info));
  stamp->by = authority_name (token);
  stamp->trusted = verify_token (token, data, anchors);
  TS_TST_INFO_free (info);
}
