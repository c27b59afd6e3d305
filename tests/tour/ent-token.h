/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card that the tour signs with: a token of SoftHSM with the key of one invented person, made
 * on the fly by a test authority. Main thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes it, and points the environment to it: before the program starts. */
void ent_token_make (void);
void ent_token_remove (void);
/* The software of the card, and its PIN. */
const char *ent_token_software (void);
const char *ent_token_pin (void);

G_END_DECLS
