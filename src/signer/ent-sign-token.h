/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cards and other tokens behind a PKCS#11 module: what they hold, in what state their PIN is, and
 * the one attempt to log in. The helper's only thread; a module stays loaded until the end. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EntSignModule EntSignModule;

typedef struct
{
  GBytes *der;
  char *uri; /* of the private key that goes with it, without a PIN */
  char *token; /* label */
  gulong slot;
} EntSignTokenCertificate;

EntSignModule *ent_sign_module_open (const char *path, GError **error);
/* All certificates of all tokens, without a PIN: (element-type EntSignTokenCertificate), transfer
 * full. */
GPtrArray *ent_sign_module_list (EntSignModule *self, GError **error);
/* Logs in with one attempt, and stays so. A token that asks itself is left to ask. @pin may be NULL
 * then. */
gboolean ent_sign_module_login (EntSignModule *self, gulong slot, const char *pin, GError **error);
gboolean ent_sign_module_asks_itself (EntSignModule *self, gulong slot);
/* "good", "low", "final" or "locked"; constant. */
const char *ent_sign_module_pin_state (EntSignModule *self, gulong slot);

G_END_DECLS
