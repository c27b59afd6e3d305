/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be asked of the helper. Its only thread. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @request: a frame whose first part is a JSON head. @secret: PIN or password, or NULL. The answer
 * is a frame as well, whatever happens. */
GBytes *ent_sign_answer (GBytes *request, const char *secret);
/* The head says that a secret comes with it. */
gboolean ent_sign_wants_secret (GBytes *request);
/* Seconds that the request may take: a person may have to type on a reader of cards. */
guint ent_sign_time_limit (GBytes *request);

G_END_DECLS
