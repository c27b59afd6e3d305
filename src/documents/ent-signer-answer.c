/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers of the signing program: read with distrust, since the software of a card runs inside
 * it. Any thread. */
#include "ent-signer-private.h"

#include <json-glib/json-glib.h>

#include "ent-frame.h"
#include "ent-signer.h"

typedef struct
{
  JsonParser *parser;
  JsonObject *head; /* borrowed */
  GPtrArray *parts;
} Answer;

static void
answer_clear (Answer *self)
{
  g_clear_object (&self->parser);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

/* Borrowed, or NULL. */
static const char *
get_text (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gint64
get_number (JsonObject *object, const char *member)
{
  return json_object_get_int_member_with_default (object, member, 0);
}

static gboolean
get_flag (JsonObject *object, const char *member)
{
  return json_object_get_boolean_member_with_default (object, member, FALSE);
}

/* The place of @text in @names, or @otherwise. */
static guint
find_name (const char *const *names, const char *text, guint otherwise)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (names[i], text) == 0)
      return i;
  return otherwise;
}

static EntPinState
read_pin (JsonObject *object)
{
  static const char *const names[] = { "good", "low", "final", "locked", NULL };

  return find_name (names, get_text (object, "pin"), ENT_PIN_GOOD);
}

static gboolean
open_answer (Answer *self, GBytes *bytes, GError **error)
{
  gsize size = 0;
  const char *data = NULL;
  JsonNode *root = NULL;
  const char *code = NULL;

  self->parser = json_parser_new ();
  self->parts = ent_frame_unpack (bytes);
  if (self->parts != NULL && self->parts->len > 0)
    data = g_bytes_get_data (self->parts->pdata[0], &size);
  if (data != NULL && json_parser_load_from_data (self->parser, data, (gssize) size, NULL))
    root = json_parser_get_root (self->parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    {
      self->head = json_node_get_object (root);
      code = get_text (self->head, "error");
      if (code == NULL)
        return TRUE;
    }
  g_propagate_error (error,
                     ent_signer_error_from_code (code, self->head != NULL ? read_pin (self->head)
                                                                          : ENT_PIN_GOOD));
  return FALSE;
}

/* The objects of the array @member. */
static GPtrArray *
list_objects (JsonObject *head, const char *member)
{
  GPtrArray *objects = g_ptr_array_new ();
  JsonNode *node = json_object_get_member (head, member);
  JsonArray *array = NULL;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    array = json_node_get_array (node);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      g_ptr_array_add (objects, json_array_get_object_element (array, i));
  return objects;
}

static EntCertificate *
read_certificate (JsonObject *object)
{
  EntCertificate *self = g_new0 (EntCertificate, 1);

  self->subject = g_strdup (get_text (object, "subject"));
  self->issuer = g_strdup (get_text (object, "issuer"));
  self->serial = g_strdup (get_text (object, "serial"));
  self->uri = g_strdup (get_text (object, "uri"));
  self->token = g_strdup (get_text (object, "token"));
  self->not_before = get_number (object, "not-before");
  self->not_after = get_number (object, "not-after");
  self->non_repudiation = get_flag (object, "non-repudiation");
  self->asks_itself = get_flag (object, "asks-itself");
  self->pin = read_pin (object);
  return self;
}

static int
compare_certificates (gconstpointer a, gconstpointer b)
{
  const EntCertificate *left = *(const EntCertificate *const *) a;
  const EntCertificate *right = *(const EntCertificate *const *) b;

  if (left->non_repudiation != right->non_repudiation)
    return left->non_repudiation ? -1 : 1;
  return g_strcmp0 (left->subject, right->subject);
}

GPtrArray *
ent_signer_read_listed (GBytes *bytes, GError **error)
{
  g_auto (Answer) answer = { 0 };
  g_autoptr (GPtrArray) objects = NULL;
  GPtrArray *certificates;

  if (!open_answer (&answer, bytes, error))
    return NULL;
  objects = list_objects (answer.head, "certificates");
  certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_certificate_free);
  for (guint i = 0; i < objects->len; i++)
    g_ptr_array_add (certificates, read_certificate (objects->pdata[i]));
  return certificates;
}

GPtrArray *
ent_signer_read_certificates (GBytes *bytes, GError **error)
{
  GPtrArray *certificates = ent_signer_read_listed (bytes, error);

  if (certificates != NULL)
    g_ptr_array_sort (certificates, compare_certificates);
  return certificates;
}

void
ent_signed_free (EntSigned *self)
{
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_error (&self->error);
  g_free (self);
}

/* Each file has a code, empty when it was signed, and a part after the head. */
GPtrArray *
ent_signer_read_signed (GBytes *bytes, GError **error)
{
  g_auto (Answer) answer = { 0 };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_signed_free);
  JsonNode *node;
  JsonArray *codes;

  if (!open_answer (&answer, bytes, error))
    return NULL;
  node = json_object_get_member (answer.head, "files");
  codes = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  if (codes == NULL || json_array_get_length (codes) + 1 != answer.parts->len)
    {
      g_propagate_error (error, ent_signer_error_from_code (NULL, ENT_PIN_GOOD));
      return NULL;
    }
  for (guint i = 0; i + 1 < answer.parts->len; i++)
    {
      EntSigned *file = g_new0 (EntSigned, 1);
      const char *code = json_node_get_string (json_array_get_element (codes, i));

      if (code != NULL && *code == '\0')
        file->pdf = g_bytes_ref (answer.parts->pdata[i + 1]);
      else
        file->error = ent_signer_error_from_code (code, ENT_PIN_GOOD);
      g_ptr_array_add (files, file);
    }
  return g_steal_pointer (&files);
}

static EntSignature *
read_signature (JsonObject *object)
{
  static const char *const verdicts[] = {
    "valid", "expired", "unknown-certificate", "appended", "altered", "broken", NULL,
  };
  static const char *const levels[] = { "B-B", "B-T", "stamp", "other", NULL };
  EntSignature *self = g_new0 (EntSignature, 1);
  JsonNode *certificate = json_object_get_member (object, "certificate");

  self->field = g_strdup (get_text (object, "field"));
  self->name = g_strdup (get_text (object, "name"));
  self->reason = g_strdup (get_text (object, "reason"));
  self->location = g_strdup (get_text (object, "location"));
  self->note = g_strdup (get_text (object, "note"));
  self->stamped_by = g_strdup (get_text (object, "stamp-by"));
  self->claimed = get_number (object, "claimed");
  self->stamped = get_number (object, "stamped");
  self->stamp_trusted = get_flag (object, "stamp-trusted");
  self->covers_all = get_flag (object, "whole");
  self->verdict = find_name (verdicts, get_text (object, "verdict"), ENT_VERDICT_BROKEN);
  self->level = find_name (levels, get_text (object, "level"), ENT_SIGNATURE_OTHER);
  if (certificate != NULL && JSON_NODE_HOLDS_OBJECT (certificate))
    self->certificate = read_certificate (json_node_get_object (certificate));
  return self;
}

GPtrArray *
ent_signer_read_signatures (GBytes *bytes, GError **error)
{
  g_auto (Answer) answer = { 0 };
  g_autoptr (GPtrArray) objects = NULL;
  GPtrArray *signatures;

  if (!open_answer (&answer, bytes, error))
    return NULL;
  objects = list_objects (answer.head, "signatures");
  signatures = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_signature_free);
  for (guint i = 0; i < objects->len; i++)
    g_ptr_array_add (signatures, read_signature (objects->pdata[i]));
  return signatures;
}
