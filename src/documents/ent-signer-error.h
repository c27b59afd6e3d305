/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can go wrong with a signature, each with a sentence. Any thread. */

#pragma once

#include <glib.h>

#include "ent-signature.h"

G_BEGIN_DECLS

#define ENT_SIGNER_ERROR (ent_signer_error_quark ())

typedef enum
{
  ENT_SIGNER_ERROR_FAILED, /* the signing program failed for a reason of its own */
  ENT_SIGNER_ERROR_MISSING, /* it is not there */
  ENT_SIGNER_ERROR_TIMED_OUT,
  ENT_SIGNER_ERROR_NO_MODULE, /* the software of the card */
  ENT_SIGNER_ERROR_NO_TOKEN, /* the card */
  ENT_SIGNER_ERROR_NO_KEY, /* the certificate on it */
  ENT_SIGNER_ERROR_NO_FILE, /* the certificate file */
  ENT_SIGNER_ERROR_BAD_FILE,
  ENT_SIGNER_ERROR_BAD_PASSWORD, /* of the certificate file */
  ENT_SIGNER_ERROR_BAD_PIN,
  ENT_SIGNER_ERROR_PIN_NEEDED,
  ENT_SIGNER_ERROR_PIN_LOCKED,
  ENT_SIGNER_ERROR_CANCELLED, /* on the reader of cards */
  ENT_SIGNER_ERROR_REFUSED, /* by the card */
  ENT_SIGNER_ERROR_EXPIRED, /* the certificate */
  ENT_SIGNER_ERROR_NOT_YET_VALID,
  ENT_SIGNER_ERROR_NOT_FOR_SIGNING,
  ENT_SIGNER_ERROR_STAMP, /* address, reach or answer of the time-stamp server */
  ENT_SIGNER_ERROR_BAD_PDF,
  ENT_SIGNER_ERROR_ENCRYPTED,
  ENT_SIGNER_ERROR_TOO_LARGE,
  ENT_SIGNER_ERROR_ALTERED, /* since it was signed before, or its signature hidden */
  ENT_SIGNER_ERROR_CERTIFIED, /* it forbids further changes */
  ENT_SIGNER_ERROR_BAD_ANCHOR /* a trusted certificate cannot be read */
} EntSignerError;

GQuark ent_signer_error_quark (void);
/* The error for a code of the signing program; @pin: how the PIN stands after it. */
GError *ent_signer_error_from_code (const char *code, EntPinState pin);

G_END_DECLS
