/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as people write it: folding for search and order, cleaning, likeness. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For all: text is UTF-8 (bad bytes count as blanks), NULL counts as empty, results are owned by
 * the caller. */

/* Lower case without accents; œ oe, æ ae, ß ss, ø o, ł l, đ d, þ th, ı i; every run of blanks and
 * punctuation becomes one blank, none at the ends. Latin letters come out as ASCII, other scripts
 * in lower case without vowel points. Never NULL. */
char *ent_text_fold (const char *text);

/* Key whose byte order is the alphabetical order. */
char *ent_text_sort_key (const char *text);

/* Words of the folded text, NULL-terminated, free with g_strfreev. */
char **ent_text_tokens (const char *text);

/* Text fit for keeping on one line: composed (NFC), blanks collapsed and trimmed, control and
 * invisible direction characters dropped. NULL when nothing remains. */
char *ent_text_clean (const char *text);

/* First letters of at most three words, upper case: "Jean-Pierre Dupont" gives "JPD". Never NULL.
 */
char *ent_text_initials (const char *text);

/* A file name that every file system accepts, accents kept, at most 120 bytes, "_" when nothing
 * remains. The text is a name, not a path: slashes become hyphens. */
char *ent_text_safe_file_name (const char *text);

/* Number of letters to insert, drop, change or swap with their neighbour to go from a to b; limit +
 * 1 as soon as it is known to be above limit. Compares as given: fold first. */
guint ent_text_distance (const char *a, const char *b, guint limit);

G_END_DECLS
