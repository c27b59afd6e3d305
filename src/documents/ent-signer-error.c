/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences for the codes of the signing program. Any thread. */
#include "ent-signer-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (ent-signer-error-quark, ent_signer_error)

static const struct
{
  const char *code;
  EntSignerError error;
  const char *sentence;
} faults[] = {
  { "no-program", ENT_SIGNER_ERROR_MISSING,
    N_ ("The program that signs is not installed with Entraide.") },
  { "timed-out", ENT_SIGNER_ERROR_TIMED_OUT, N_ ("The signing took too long and was stopped.") },
  { "no-module", ENT_SIGNER_ERROR_NO_MODULE,
    N_ ("The software of the card was not found: check its path in the preferences.") },
  { "no-token", ENT_SIGNER_ERROR_NO_TOKEN, N_ ("There is no card in the reader.") },
  { "no-key", ENT_SIGNER_ERROR_NO_KEY,
    N_ ("The chosen certificate is not on the card that is in the reader.") },
  { "no-file", ENT_SIGNER_ERROR_NO_FILE, N_ ("The certificate file cannot be opened.") },
  { "bad-file", ENT_SIGNER_ERROR_BAD_FILE,
    N_ ("The certificate file is damaged or holds no key to sign with.") },
  { "bad-password", ENT_SIGNER_ERROR_BAD_PASSWORD,
    N_ ("The password of the certificate file is wrong.") },
  { "bad-pin", ENT_SIGNER_ERROR_BAD_PIN, N_ ("The PIN is wrong.") },
  { "pin-needed", ENT_SIGNER_ERROR_PIN_NEEDED, N_ ("The card wants its PIN.") },
  { "pin-locked", ENT_SIGNER_ERROR_PIN_LOCKED,
    N_ ("The card is blocked after too many wrong PINs.") },
  { "cancelled", ENT_SIGNER_ERROR_CANCELLED, N_ ("The signing was cancelled on the card reader.") },
  { "token-refused", ENT_SIGNER_ERROR_REFUSED, N_ ("The card refused the PIN.") },
  { "key-refused", ENT_SIGNER_ERROR_REFUSED, N_ ("The card refused to sign.") },
  { "expired", ENT_SIGNER_ERROR_EXPIRED, N_ ("The certificate has expired.") },
  { "not-yet-valid", ENT_SIGNER_ERROR_NOT_YET_VALID, N_ ("The certificate is not valid yet.") },
  { "not-for-signing", ENT_SIGNER_ERROR_NOT_FOR_SIGNING,
    N_ ("The certificate is not made for signing.") },
  { "stamp-address", ENT_SIGNER_ERROR_STAMP,
    N_ ("The address of the time-stamp server is not valid.") },
  { "stamp-unreachable", ENT_SIGNER_ERROR_STAMP,
    N_ ("The time-stamp server does not answer: nothing was signed.") },
  { "stamp-refused", ENT_SIGNER_ERROR_STAMP,
    N_ ("The time-stamp server gave no valid time-stamp: nothing was signed.") },
  { "bad-pdf", ENT_SIGNER_ERROR_BAD_PDF, N_ ("The file is damaged or is not a PDF document.") },
  { "encrypted", ENT_SIGNER_ERROR_ENCRYPTED, N_ ("The document is protected by a password.") },
  { "too-large", ENT_SIGNER_ERROR_TOO_LARGE, N_ ("The document is too large.") },
  { "altered", ENT_SIGNER_ERROR_ALTERED,
    N_ ("The document was changed after an earlier signature and cannot be signed any more.") },
  { "hidden", ENT_SIGNER_ERROR_ALTERED,
    N_ ("The document was signed, but its signature was made unreadable.") },
  { "certified", ENT_SIGNER_ERROR_CERTIFIED,
    N_ ("The document was closed by its author: nothing may be added, not even a signature.") },
  { "bad-anchor", ENT_SIGNER_ERROR_BAD_ANCHOR,
    N_ ("One of the trusted certificates cannot be read.") },
};

static const char *
bad_pin_sentence (EntPinState pin)
{
  switch (pin)
    {
    case ENT_PIN_LOCKED:
      return _ ("The PIN is wrong, and the card is now blocked.");
    case ENT_PIN_FINAL:
      return _ ("The PIN is wrong. One attempt is left before the card is blocked.");
    case ENT_PIN_LOW:
      return _ ("The PIN is wrong. Few attempts are left before the card is blocked.");
    case ENT_PIN_GOOD:
    default:
      return _ ("The PIN is wrong.");
    }
}

GError *
ent_signer_error_from_code (const char *code, EntPinState pin)
{
  if (g_strcmp0 (code, "bad-pin") == 0)
    return g_error_new_literal (ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_BAD_PIN, bad_pin_sentence (pin));
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (g_strcmp0 (code, faults[i].code) == 0)
      return g_error_new_literal (ENT_SIGNER_ERROR, (int) faults[i].error, _ (faults[i].sentence));
  return g_error_new_literal (ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_FAILED,
                              _ ("The program that signs stopped unexpectedly."));
}
