/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A test authority with its people, a token of SoftHSM, PDF files and a time-stamp server, all made
 * on the fly in a folder of their own. Main thread. */

#pragma once

#include "ent-signer.h"

#define PASSWORD "mot de passe"
#define PIN "123456"

/* Makes the folder and the authority; called once. */
void fixture_begin (void);
/* Removes the folder. */
void fixture_end (void);
/* A path in the folder; transfer full. */
char *fixture_path (const char *name);
GBytes *fixture_read (const char *name);
void fixture_write (const char *name, GBytes *bytes);
/* Runs a command of the shell in the folder, which must succeed; the second gives its output. */
void fixture_run (const char *format, ...) G_GNUC_PRINTF (1, 2);
char *fixture_output (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* A person: NAME.key, NAME.pem and NAME.p12. @algorithm: for openssl genpkey, @authority: "ca" or
 * "stranger", @days: such as "-days 30". */
void fixture_add_person (const char *name,
                         const char *subject,
                         const char *algorithm,
                         const char *authority,
                         const char *days);
/* The authority's certificate, alone in a list. */
GPtrArray *fixture_anchors (void);

/* A tagged document of one page with a table such as a signature can follow; or with
 * cross-references in a stream. */
GBytes *fixture_pdf (void);
GBytes *fixture_pdf_with_streams (void);

/* An order to sign @pdf with the file of @name. The strings are static, the list is new. */
EntSignerOrder fixture_order (const char *name, GBytes *pdf);
void fixture_order_clear (EntSignerOrder *order);
/* Signs with the file of @name; must succeed. */
GBytes *fixture_sign (const char *name, GBytes *pdf);
/* The one file of an order, signed by the call that runs the main loop. */
GBytes *fixture_sign_async (const EntSignerOrder *order, const char *secret, GError **error);
/* All signatures by the authority's anchors; must be readable. */
GPtrArray *fixture_verify (GBytes *pdf);
/* The verdict on signature @n. */
EntVerdict fixture_verdict (GBytes *pdf, guint n);

/* The module of SoftHSM with a token "essai" that holds the keys of @names, and points the
 * environment to it; or the same through OpenSC's spy, which writes "spy.log". */
void fixture_make_token (const char *const *names);
const char *fixture_module (void);
const char *fixture_spy (void);

/* Starts a time-stamp server on the loopback and gives its address. */
char *fixture_start_stamps (void);
