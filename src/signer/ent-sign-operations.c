/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The operations: list certificates, sign, verify, tell what trusted certificates are. The helper's
 * only thread. */
#include "ent-sign-operations.h"

#include "ent-frame.h"
#include "ent-sign-cms.h"
#include "ent-sign-draft.h"
#include "ent-sign-fault.h"
#include "ent-sign-key.h"
#include "ent-sign-token.h"
#include "ent-sign-verify.h"

#include <openssl/pem.h>

#define SECONDS_SIGN 300
#define SECONDS_EACH 2
#define SECONDS_OTHER 60

/* A request taken apart, and the answer being made. */
typedef struct
{
  JsonObject *head;
  GPtrArray *parts; /* GBytes; the first is the head */
  const char *secret;
  JsonObject *answer;
  GPtrArray *answer_parts; /* GBytes, after the head */
  const char *pin_state; /* how the PIN stands after a failure, or NULL */
} Job;

static JsonObject *
read_head (GPtrArray *parts)
{
  return parts != NULL && parts->len > 0 ? ent_sign_json_parse (parts->pdata[0]) : NULL;
}

static void
list_token_certificate (JsonArray *list,
                        EntSignModule *module,
                        const EntSignTokenCertificate *listed)
{
  g_autoptr (X509) certificate = ent_sign_certificate_parse (listed->der);
  JsonObject *object;

  if (certificate == NULL || !ent_sign_certificate_can_sign (certificate))
    return;
  object = ent_sign_certificate_to_json (certificate);
  json_object_set_string_member (object, "uri", listed->uri);
  json_object_set_string_member (object, "token", listed->token);
  json_object_set_boolean_member (object, "asks-itself",
                                  ent_sign_module_asks_itself (module, listed->slot));
  json_object_set_string_member (object, "pin", ent_sign_module_pin_state (module, listed->slot));
  json_array_add_object_element (list, object);
}

static gboolean
list_module (JsonArray *list, const char *path, GError **error)
{
  EntSignModule *module = ent_sign_module_open (path, error);
  g_autoptr (GPtrArray) listed = module != NULL ? ent_sign_module_list (module, error) : NULL;

  if (listed == NULL)
    return FALSE;
  for (guint i = 0; i < listed->len; i++)
    list_token_certificate (list, module, listed->pdata[i]);
  return TRUE;
}

static gboolean
list_file (JsonArray *list, const char *path, const char *secret, GError **error)
{
  g_autoptr (EntSignKey) key = ent_sign_key_open_file (path, secret, error);

  if (key == NULL)
    return FALSE;
  if (ent_sign_certificate_can_sign (key->certificate))
    json_array_add_object_element (list, ent_sign_certificate_to_json (key->certificate));
  return TRUE;
}

static gboolean
do_certificates (Job *job, GError **error)
{
  JsonArray *list = json_array_new ();
  const char *module = ent_sign_json_text (job->head, "module");
  const char *file = ent_sign_json_text (job->head, "file");

  json_object_set_array_member (job->answer, "certificates", list);
  if (module != NULL)
    return list_module (list, module, error);
  if (file != NULL)
    return list_file (list, file, job->secret, error);
  return ent_sign_fail (error, "bad-request");
}

static EntSignKey *
open_key (Job *job, GError **error)
{
  const char *module = ent_sign_json_text (job->head, "module");
  const char *uri = ent_sign_json_text (job->head, "uri");
  const char *file = ent_sign_json_text (job->head, "file");
  g_autoptr (EntSignKey) key = NULL;

  if (module != NULL && uri != NULL)
    key = ent_sign_key_open_token (module, uri, job->secret, &job->pin_state, error);
  else if (file != NULL)
    key = ent_sign_key_open_file (file, job->secret, error);
  else
    ent_sign_fail (error, "bad-request");
  if (key == NULL || !ent_sign_certificate_check_time (key->certificate,
                                                       g_get_real_time () / G_USEC_PER_SEC, error))
    return NULL;
  if (!ent_sign_certificate_can_sign (key->certificate))
    {
      ent_sign_fail (error, "not-for-signing");
      return NULL;
    }
  return g_steal_pointer (&key);
}

static GBytes *
sign_one (Job *job, const EntSignKey *key, GBytes *pdf, GError **error)
{
  const char *tsa = ent_sign_json_text (job->head, "tsa");
  g_autofree char *subject = ent_sign_name_to_text (X509_get_subject_name (key->certificate));
  const char *name = ent_sign_json_text (job->head, "name");
  EntSignWords words = {
    .name = name != NULL ? name : subject,
    .reason = ent_sign_json_text (job->head, "reason"),
    .location = ent_sign_json_text (job->head, "location"),
    .label = ent_sign_json_text (job->head, "label"),
    .at = g_get_real_time () / G_USEC_PER_SEC,
  };
  g_autoptr (EntSignDraft)
                draft = ent_sign_draft_new (pdf, &words, ent_sign_cms_reserve (key, tsa != NULL),
                                            error);
  g_autoptr (GBytes) data = NULL;
  g_autoptr (GBytes) message = NULL;

  if (draft == NULL)
    return NULL;
  if (!ent_sign_verify_untouched (pdf))
    {
      ent_sign_fail (error, "altered");
      return NULL;
    }
  data = ent_sign_draft_get_signed_bytes (draft);
  message = ent_sign_cms_make (key, data, tsa, error);
  return message != NULL ? ent_sign_draft_fill (draft, message, error) : NULL;
}

/* The key and the server of time-stamps are shared by all files: what they refuse once they are not
 * asked again. */
static gboolean
is_common (const GError *error)
{
  return error != NULL && (g_str_has_prefix (error->message, "stamp-") ||
                           g_str_equal (error->message, "key-refused"));
}

static gboolean
do_sign (Job *job, GError **error)
{
  g_autoptr (EntSignKey) key = open_key (job, error);
  g_autoptr (GError) common = NULL;
  JsonArray *files;

  if (key == NULL)
    return FALSE;
  files = json_array_new ();
  json_object_set_array_member (job->answer, "files", files);
  for (guint i = 1; i < job->parts->len; i++)
    {
      g_autoptr (GError) own = NULL;
      GBytes *done = common == NULL ? sign_one (job, key, job->parts->pdata[i], &own) : NULL;
      const GError *reason = common != NULL ? common : own;

      json_array_add_string_element (files, reason != NULL ? reason->message : "");
      g_ptr_array_add (job->answer_parts, done != NULL ? done : g_bytes_new_static ("", 0));
      if (common == NULL && is_common (own))
        common = g_steal_pointer (&own);
    }
  return TRUE;
}

/* Calls @add with each certificate of a PEM file; FALSE when there is none in it. */
static gboolean
read_anchors (GBytes *pem, void (*add) (gpointer list, X509 *anchor), gpointer list)
{
  gsize size;
  const void *data = g_bytes_get_data (pem, &size);
  g_autoptr (BIO) text = BIO_new_mem_buf (data, (int) size);
  guint n_read = 0;

  for (;;)
    {
      g_autoptr (X509) anchor = PEM_read_bio_X509 (text, NULL, NULL, NULL);

      if (anchor == NULL)
        return n_read > 0;
      add (list, anchor);
      n_read++;
    }
}

static void
trust (gpointer anchors, X509 *anchor)
{
  X509_STORE_add_cert (anchors, anchor);
}

static void
describe (gpointer list, X509 *anchor)
{
  json_array_add_object_element (list, ent_sign_certificate_to_json (anchor));
}

static gboolean
do_inspect (Job *job, GError **error)
{
  JsonArray *list = json_array_new ();

  json_object_set_array_member (job->answer, "certificates", list);
  for (guint i = 1; i < job->parts->len; i++)
    if (!read_anchors (job->parts->pdata[i], describe, list))
      return ent_sign_fail (error, "bad-anchor");
  return TRUE;
}

static gboolean
do_verify (Job *job, GError **error)
{
  g_autoptr (X509_STORE) anchors = X509_STORE_new ();
  JsonArray *signatures;

  if (job->parts->len < 2)
    return ent_sign_fail (error, "bad-request");
  for (guint i = 2; i < job->parts->len; i++)
    if (!read_anchors (job->parts->pdata[i], trust, anchors))
      return ent_sign_fail (error, "bad-anchor");
  signatures = ent_sign_verify (job->parts->pdata[1], anchors, error);
  if (signatures == NULL)
    return FALSE;
  json_object_set_array_member (job->answer, "signatures", signatures);
  return TRUE;
}

static gboolean
do_request (Job *job, GError **error)
{
  const char *what = job->head != NULL ? ent_sign_json_text (job->head, "do") : NULL;

  if (g_strcmp0 (what, "certificates") == 0)
    return do_certificates (job, error);
  if (g_strcmp0 (what, "sign") == 0)
    return do_sign (job, error);
  if (g_strcmp0 (what, "inspect") == 0)
    return do_inspect (job, error);
  if (g_strcmp0 (what, "verify") == 0)
    return do_verify (job, error);
  return ent_sign_fail (error, "bad-request");
}

GBytes *
ent_sign_answer (GBytes *request, const char *secret)
{
  g_autoptr (GPtrArray) parts = ent_frame_unpack (request);
  g_autoptr (JsonObject) head = read_head (parts);
  g_autoptr (JsonObject) answer = json_object_new ();
  g_autoptr (GPtrArray)
                answer_parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  Job job = {
    .head = head,
    .parts = parts,
    .secret = secret,
    .answer = answer,
    .answer_parts = answer_parts,
  };

  if (!do_request (&job, &error))
    {
      g_ptr_array_set_size (answer_parts, 0);
      json_object_set_string_member (answer, "error", error->message);
      if (job.pin_state != NULL)
        json_object_set_string_member (answer, "pin", job.pin_state);
    }
  g_ptr_array_insert (answer_parts, 0, ent_sign_json_print (answer));
  return ent_frame_pack (answer_parts);
}

gboolean
ent_sign_wants_secret (GBytes *request)
{
  g_autoptr (GPtrArray) parts = ent_frame_unpack (request);
  g_autoptr (JsonObject) head = read_head (parts);

  return head != NULL && json_object_get_boolean_member_with_default (head, "secret", FALSE);
}

guint
ent_sign_time_limit (GBytes *request)
{
  g_autoptr (GPtrArray) parts = ent_frame_unpack (request);
  g_autoptr (JsonObject) head = read_head (parts);
  const char *what = head != NULL ? ent_sign_json_text (head, "do") : NULL;

  return g_strcmp0 (what, "sign") == 0 ? SECONDS_SIGN + parts->len * SECONDS_EACH : SECONDS_OTHER;
}
