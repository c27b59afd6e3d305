/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digits of an identifier as people write it. Any thread. */
#pragma once

#include "ent-national-number.h"

G_BEGIN_DECLS

/* Collects the digits of text into a buffer of n + 1 bytes, passing over blanks, dots, hyphens and
 * slashes. ENT_NUMBER_LENGTH unless there are exactly n; ENT_NUMBER_CHARACTERS when anything else
 * stands in it. */
EntNumberStatus ent_digits_collect (const char *text, char *digits, gsize n);

/* Whether text is exactly n ASCII digits; NULL is not. */
gboolean ent_digits_are (const char *text, gsize n);

/* Rest of the number, of any length, divided by 97; letters count as in ISO 7064 (A 10 … Z 35). */
guint ent_digits_mod_97 (const char *text, gsize n);

/* The digits with signs between them: every # of the pattern takes the next digit. */
char *ent_digits_print (const char *digits, const char *pattern);

G_END_DECLS
