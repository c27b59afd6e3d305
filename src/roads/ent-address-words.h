/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that recur in Belgian street names, in French, Dutch and German, folded. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The full form of an abbreviated kind of street ("av" gives "avenue"), which one finds first or
 * last in a name; NULL for another word. */
const char *ent_address_words_expand_kind (const char *word);

/* The full form of another abbreviation or spelling, wherever it stands ("ste" gives "sainte", "iv"
 * gives "4"); NULL for another word. */
const char *ent_address_words_expand (const char *word);

/* The kind of street at the end of a compound ("fonsnyln" gives "laan", and *stem 6); NULL when
 * there is none or hardly anything before it. */
const char *ent_address_words_cut (const char *word, gsize *stem);

gboolean ent_address_words_is_kind (const char *word);
gboolean ent_address_words_is_article (const char *word);

G_END_DECLS
