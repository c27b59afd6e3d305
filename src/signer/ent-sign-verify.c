/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judging signatures by three means, of which the most pessimistic wins: OpenSSL on the message,
 * Poppler on the whole, and our own look at the byte ranges and the revisions, without which a file
 * with a page pasted over passes for valid. The helper's only thread. */
#include "ent-sign-verify.h"

#include "ent-sign-check.h"
#include "ent-sign-fault.h"
#include "ent-sign-field.h"
#include "ent-sign-poppler.h"
#include "ent-sign-revision.h"

#include <string.h>

#define DOCUMENT_STAMP "/ETSI.RFC3161"

static const char *const verdict_names[] = {
  "valid", "expired", "unknown-certificate", "appended", "altered", "broken",
};

typedef struct
{
  GBytes *pdf;
  X509_STORE *anchors;
  GHashTable *second; /* what Poppler says, or NULL */
  gboolean damaged; /* the file had to be repaired to be read */
  gsize harmed_from; /* signatures that end at or before this are followed by changes */
} Verification;

static gboolean
is_detached (const EntSignField *field)
{
  return g_strcmp0 (field->sub_filter, "/ETSI.CAdES.detached") == 0 ||
         g_strcmp0 (field->sub_filter, "/adbe.pkcs7.detached") == 0;
}

static void
judge_message (Verification *self, const EntSignField *field, EntSignCheck *check)
{
  g_autoptr (GBytes) data = ent_sign_field_get_signed_bytes (field, self->pdf);

  *check = (EntSignCheck) { 0 };
  if (data == NULL || field->message == NULL)
    ent_sign_verdict_add (&check->verdict, &check->note, ENT_SIGN_BROKEN, "cut");
  else if (is_detached (field))
    ent_sign_check_message (field->message, data, self->anchors, check);
  else if (g_strcmp0 (field->sub_filter, DOCUMENT_STAMP) == 0)
    ent_sign_check_document_stamp (field->message, data, self->anchors, check);
  else
    ent_sign_verdict_add (&check->verdict, &check->note, ENT_SIGN_BROKEN, "unsupported");
}

static void
judge_place (Verification *self, const EntSignField *field, EntSignCheck *check)
{
  if (self->damaged)
    ent_sign_verdict_add (&check->verdict, &check->note, ENT_SIGN_ALTERED, "damaged");
  if (check->verdict == ENT_SIGN_BROKEN)
    return;
  if (!ent_sign_field_has_proper_hole (field, self->pdf))
    ent_sign_verdict_add (&check->verdict, &check->note, ENT_SIGN_BROKEN, "range");
  else if (!self->damaged && !ent_sign_field_is_in_own_revision (field, self->pdf))
    ent_sign_verdict_add (&check->verdict, &check->note, ENT_SIGN_BROKEN, "range");
  else if (ent_sign_field_get_end (field) <= self->harmed_from)
    ent_sign_verdict_add (&check->verdict, &check->note, ENT_SIGN_APPENDED, NULL);
}

static void
judge_again (Verification *self, const EntSignField *field, EntSignCheck *check)
{
  gpointer verdict = GUINT_TO_POINTER (ENT_SIGN_BROKEN);

  if (g_strcmp0 (field->sub_filter, DOCUMENT_STAMP) == 0)
    return;
  if (self->second != NULL)
    g_hash_table_lookup_extended (self->second, field->name, NULL, &verdict);
  ent_sign_verdict_add (&check->verdict, &check->note, GPOINTER_TO_UINT (verdict), NULL);
}

static const char *
level_name (const EntSignField *field, const EntSignCheck *check)
{
  if (g_strcmp0 (field->sub_filter, DOCUMENT_STAMP) == 0)
    return "stamp";
  if (g_strcmp0 (field->sub_filter, "/ETSI.CAdES.detached") != 0 || !check->names_certificate)
    return "other";
  return check->stamp.trusted ? "B-T" : "B-B";
}

static void
add_text (JsonObject *object, const char *member, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
}

static JsonObject *
describe (Verification *self, const EntSignField *field, const EntSignCheck *check)
{
  JsonObject *object = json_object_new ();

  add_text (object, "field", field->name);
  add_text (object, "verdict", verdict_names[check->verdict]);
  add_text (object, "note", check->note);
  add_text (object, "level", level_name (field, check));
  add_text (object, "reason", field->reason);
  add_text (object, "location", field->location);
  add_text (object, "name", field->signer);
  add_text (object, "stamp-by", check->stamp.by);
  json_object_set_int_member (object, "claimed", ent_sign_field_get_claimed_time (field));
  json_object_set_int_member (object, "stamped", check->stamp.at);
  json_object_set_boolean_member (object, "stamp-trusted", check->stamp.trusted);
  json_object_set_boolean_member (object, "whole",
                                  ent_sign_field_get_end (field) == g_bytes_get_size (self->pdf));
  if (check->certificate != NULL)
    json_object_set_object_member (object, "certificate",
                                   ent_sign_certificate_to_json (check->certificate));
  return object;
}

static JsonObject *
judge (Verification *self, const EntSignField *field)
{
  EntSignCheck check;
  JsonObject *object;

  judge_message (self, field, &check);
  judge_place (self, field, &check);
  judge_again (self, field, &check);
  object = describe (self, field, &check);
  ent_sign_check_clear (&check);
  return object;
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  gsize left = ent_sign_field_get_end (*(const EntSignField *const *) a);
  gsize right = ent_sign_field_get_end (*(const EntSignField *const *) b);

  return (left > right) - (left < right);
}

/* The end of the last signature that something else than signatures follows, or 0. @fields: by
 * their ends. */
static gsize
find_harm (GPtrArray *fields, GBytes *pdf)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (pdf, &size);
  gsize after = size;

  for (guint i = fields->len; i > 0; i--)
    {
      const EntSignField *field = fields->pdata[i - 1];
      gsize end = ent_sign_field_get_end (field);

      if (!ent_sign_field_has_proper_hole (field, pdf) || end == after)
        continue;
      if (!ent_sign_revision_only_signs (data, end, after))
        return end;
      after = end;
    }
  return 0;
}

/* No signature was found. A file that was cut off may have had one; one whose bytes still hold a
 * range has. */
static gboolean
looks_unsigned (const guint8 *data, gsize size, gboolean damaged, GError **error)
{
  if (memmem (data, size, "/ByteRange", strlen ("/ByteRange")) != NULL)
    return ent_sign_fail (error, "hidden");
  return (!damaged && ent_sign_qpdf_ends_well (data, size)) || ent_sign_fail (error, "bad-pdf");
}

/* Reads the fields, of a damaged file as well as it can be read. */
static GPtrArray *
read_fields (GBytes *pdf, gboolean *damaged, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (pdf, &size);
  g_auto (qpdf_data) qpdf = ent_sign_qpdf_open (data, size, FALSE, NULL);
  GPtrArray *fields;

  *damaged = qpdf == NULL;
  if (qpdf == NULL)
    qpdf = ent_sign_qpdf_open (data, size, TRUE, error);
  if (qpdf == NULL)
    return NULL;
  fields = ent_sign_field_list (qpdf);
  if (fields->len == 0 && !looks_unsigned (data, size, *damaged, error))
    {
      g_ptr_array_unref (fields);
      return NULL;
    }
  g_ptr_array_sort (fields, compare_ends);
  return fields;
}

JsonArray *
ent_sign_verify (GBytes *pdf, X509_STORE *anchors, GError **error)
{
  Verification self = { .pdf = pdf, .anchors = anchors };
  g_autoptr (GPtrArray) fields = read_fields (pdf, &self.damaged, error);
  g_autoptr (GHashTable) second = NULL;
  JsonArray *verdicts;

  if (fields == NULL)
    return NULL;
  if (fields->len > 0)
    second = ent_sign_poppler_judge (pdf);
  self.second = second;
  self.harmed_from = find_harm (fields, pdf);
  verdicts = json_array_new ();
  for (guint i = 0; i < fields->len; i++)
    json_array_add_object_element (verdicts, judge (&self, fields->pdata[i]));
  return verdicts;
}

gboolean
ent_sign_verify_untouched (GBytes *pdf)
{
  g_autoptr (X509_STORE) anchors = X509_STORE_new ();
  Verification self = { .pdf = pdf, .anchors = anchors };
  g_autoptr (GPtrArray) fields = read_fields (pdf, &self.damaged, NULL);

  if (fields == NULL)
    return FALSE;
  self.harmed_from = find_harm (fields, pdf);
  for (guint i = 0; i < fields->len; i++)
    {
      EntSignCheck check;

      judge_message (&self, fields->pdata[i], &check);
      judge_place (&self, fields->pdata[i], &check);
      ent_sign_check_clear (&check);
      if (check.verdict >= ENT_SIGN_APPENDED)
        return FALSE;
    }
  return TRUE;
}
