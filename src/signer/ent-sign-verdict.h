/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one signature is worth, as the helper says it. The helper's only thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From good to bad: of two opinions the greater wins. */
typedef enum
{
  ENT_SIGN_VALID,
  ENT_SIGN_EXPIRED, /* the certificate was not valid at the time that counts */
  ENT_SIGN_UNKNOWN, /* no trust anchor vouches for the certificate */
  ENT_SIGN_APPENDED, /* what was signed is there; later additions are no signatures */
  ENT_SIGN_ALTERED, /* what was signed is not what is there */
  ENT_SIGN_BROKEN /* it cannot be checked, or was made to deceive */
} EntSignVerdict;

/* Lowers an opinion, with the reason that is told when this one is the worst. @note: constant or
 * NULL. */
static inline void
ent_sign_verdict_add (EntSignVerdict *verdict,
                      const char **reason,
                      EntSignVerdict other,
                      const char *note)
{
  if (other <= *verdict)
    return;
  *verdict = other;
  *reason = note;
}

G_END_DECLS
