/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Aids named in the language of a document, which need not be that of the window: fr, nl, de, en;
 * any other reads as fr. Borrowed, any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "revenu d’intégration sociale"; NULL when @kind is none. */
const char *ent_aid_words_kind (const char *language, int kind);
/* "personne isolée (catégorie 2)"; NULL when @category is none. */
const char *ent_aid_words_category (const char *language, int category);

G_END_DECLS
