/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where words may be divided, by the dictionaries of libhyphen. Any thread: a dictionary is loaded
 * once and only read afterwards. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text with a soft hyphen (U+00AD) wherever a word may be divided. A language without
 * dictionary gives the same text; so do acronyms and, but in German, words with a capital, which
 * are mostly names. Transfer full. */
char *ent_hyphen_mark (const char *language, const char *text);

G_END_DECLS
