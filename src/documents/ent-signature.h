/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the signing program tells: certificates one can sign with, and signatures found in a file.
 * Values, any thread. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How the PIN of a token stands. */
typedef enum
{
  ENT_PIN_GOOD,
  ENT_PIN_LOW, /* somebody was wrong before */
  ENT_PIN_FINAL, /* one attempt is left */
  ENT_PIN_LOCKED
} EntPinState;

typedef struct
{
  char *subject; /* name of the person */
  char *issuer; /* name of the authority */
  char *serial; /* hexadecimal */
  gint64 not_before; /* seconds since 1970 */
  gint64 not_after;
  gboolean non_repudiation; /* made for signing, such as "Signature" on an identity card */
  char *uri; /* names the key for EntSignerKey; NULL in a file */
  char *token; /* label of the card; NULL in a file */
  gboolean asks_itself; /* the PIN is typed on the reader or in a window of the maker */
  EntPinState pin;
} EntCertificate;

#define ENT_TYPE_CERTIFICATE (ent_certificate_get_type ())
GType ent_certificate_get_type (void);
EntCertificate *ent_certificate_copy (const EntCertificate *self);
void ent_certificate_free (EntCertificate *self);

/* From good to bad. */
typedef enum
{
  ENT_VERDICT_VALID,
  ENT_VERDICT_EXPIRED, /* the certificate was not valid at the time of the time-stamp, or is not
                          now when there is none */
  ENT_VERDICT_UNKNOWN_CERTIFICATE, /* no authority that we trust vouches for it */
  ENT_VERDICT_APPENDED, /* something else than signatures was added later */
  ENT_VERDICT_ALTERED, /* what was signed has changed */
  ENT_VERDICT_BROKEN
} EntVerdict;

typedef enum
{
  ENT_SIGNATURE_BASIC, /* PAdES-B-B */
  ENT_SIGNATURE_STAMPED, /* PAdES-B-T */
  ENT_SIGNATURE_STAMP, /* no signature, but a time-stamp of the whole document */
  ENT_SIGNATURE_OTHER /* of another kind than PAdES */
} EntSignatureLevel;

typedef struct
{
  char *field;
  char *name; /* whom the file says; the certificate's subject is what counts */
  char *reason; /* or NULL */
  char *location; /* or NULL */
  EntCertificate *certificate; /* or NULL when it cannot be read */
  EntVerdict verdict;
  EntSignatureLevel level;
  gint64 claimed; /* seconds since 1970 by the signer's own clock; 0: none */
  gint64 stamped; /* the same by a time-stamp authority; 0: none */
  char *stamped_by; /* name of that authority, or NULL */
  gboolean stamp_trusted;
  gboolean covers_all; /* nothing follows it in the file, not even a signature */
  char *note; /* code that says more about the verdict, or NULL; see ent_signature_explain() */
} EntSignature;

#define ENT_TYPE_SIGNATURE (ent_signature_get_type ())
GType ent_signature_get_type (void);
EntSignature *ent_signature_copy (const EntSignature *self);
void ent_signature_free (EntSignature *self);

/* The verdict as one translated sentence, constant. */
const char *ent_signature_explain (const EntSignature *self);
/* The worst verdict; @signatures: (element-type EntSignature), at least one. */
EntVerdict ent_signatures_get_worst (GPtrArray *signatures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntCertificate, ent_certificate_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSignature, ent_signature_free)

G_END_DECLS
