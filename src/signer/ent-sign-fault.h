/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the helper says what went wrong: a code of which the application makes a sentence. Any
 * thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENT_SIGN_FAULT (ent_sign_fault_quark ())

GQuark ent_sign_fault_quark (void);
/* Sets @error, whose message is @code; returns FALSE. */
gboolean ent_sign_fail (GError **error, const char *code);

G_END_DECLS
