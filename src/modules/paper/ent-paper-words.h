/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Functions and capacities in the language of a document, which need not be that of the window.
 * Languages: fr, nl, de; any other reads as fr. Borrowed; any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "service social"; NULL for no function and for others. @function: EntFunction. */
const char *ent_paper_words_function (const char *language, int function);
/* "La Direction générale"; NULL for whoever makes the document. @role: EntSignatoryRole. */
const char *ent_paper_words_role (const char *language, int role);
/* "Madame", "mevrouw", "Frau"; for any sex "Madame, Monsieur". @sex: EntSex. */
const char *ent_paper_words_civility (const char *language, int sex);

G_END_DECLS
