/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates and signatures as values, and the sentences about them. Any thread. */
#include "ent-signature.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (EntCertificate, ent_certificate, ent_certificate_copy, ent_certificate_free)
G_DEFINE_BOXED_TYPE (EntSignature, ent_signature, ent_signature_copy, ent_signature_free)

/* Notes of the signing program that say more than the verdict. */
static const struct
{
  const char *note;
  const char *sentence;
} notes[] = {
  { "cut", N_ ("The file was cut off: part of what was signed is missing.") },
  { "damaged", N_ ("The file is damaged since it was signed.") },
  { "range", N_ ("The signature does not cover the document as it should: do not trust it.") },
  { "weak", N_ ("The signature was made by a method that is no longer safe.") },
  { "unsupported", N_ ("The signature is of a kind that cannot be checked here.") },
  { "bad-stamp", N_ ("The time-stamp of the signature belongs to something else.") },
  { "not-for-signing", N_ ("The signature was made with a certificate that is not for signing.") },
  { "not-stamped", N_ ("The certificate is not valid today, and no time-stamp proves that it was "
                       "when the document was signed.") },
};

static const char *const sentences[] = {
  [ENT_VERDICT_VALID] = N_ ("The signature is valid and the document has not changed since."),
  [ENT_VERDICT_EXPIRED] = N_ ("The certificate was not valid when the document was signed."),
  [ENT_VERDICT_UNKNOWN_CERTIFICATE] = N_ (
      "The document has not changed, but nobody whom this office trusts vouches for the "
      "certificate."),
  [ENT_VERDICT_APPENDED] = N_ ("Something was added to the document after it was signed."),
  [ENT_VERDICT_ALTERED] = N_ ("The document was altered after it was signed."),
  [ENT_VERDICT_BROKEN] = N_ ("The signature is broken."),
};

EntCertificate *
ent_certificate_copy (const EntCertificate *self)
{
  EntCertificate *copy = g_memdup2 (self, sizeof *self);

  copy->subject = g_strdup (self->subject);
  copy->issuer = g_strdup (self->issuer);
  copy->serial = g_strdup (self->serial);
  copy->uri = g_strdup (self->uri);
  copy->token = g_strdup (self->token);
  return copy;
}

void
ent_certificate_free (EntCertificate *self)
{
  g_free (self->subject);
  g_free (self->issuer);
  g_free (self->serial);
  g_free (self->uri);
  g_free (self->token);
  g_free (self);
}

EntSignature *
ent_signature_copy (const EntSignature *self)
{
  EntSignature *copy = g_memdup2 (self, sizeof *self);

  copy->field = g_strdup (self->field);
  copy->name = g_strdup (self->name);
  copy->reason = g_strdup (self->reason);
  copy->location = g_strdup (self->location);
  copy->stamped_by = g_strdup (self->stamped_by);
  copy->note = g_strdup (self->note);
  if (self->certificate != NULL)
    copy->certificate = ent_certificate_copy (self->certificate);
  return copy;
}

void
ent_signature_free (EntSignature *self)
{
  g_free (self->field);
  g_free (self->name);
  g_free (self->reason);
  g_free (self->location);
  g_free (self->stamped_by);
  g_free (self->note);
  g_clear_pointer (&self->certificate, ent_certificate_free);
  g_free (self);
}

const char *
ent_signature_explain (const EntSignature *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    if (g_strcmp0 (self->note, notes[i].note) == 0)
      return _ (notes[i].sentence);
  return _ (sentences[self->verdict]);
}

EntVerdict
ent_signatures_get_worst (GPtrArray *signatures)
{
  EntVerdict worst = ENT_VERDICT_VALID;

  for (guint i = 0; i < signatures->len; i++)
    {
      const EntSignature *signature = signatures->pdata[i];

      worst = MAX (worst, signature->verdict);
    }
  return worst;
}
