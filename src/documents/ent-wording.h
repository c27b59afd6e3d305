/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days, amounts and fixed words in the language of a document, which need not be that of the
 * window. Languages: fr, nl, de, en; any other reads as fr. Transfer full unless told. Any thread.
 */

#pragma once

#include "ent-doc.h"

G_BEGIN_DECLS

/* "21 novembre 2026", "1er mars 2026"; "" for ENT_DAY_NONE. */
char *ent_wording_day (const char *language, gint32 day);
/* "samedi 21 novembre 2026". */
char *ent_wording_weekday_and_day (const char *language, gint32 day);
/* "1.314,20 €" (nl, de), "1 314,20 €" (fr, with narrow no-break spaces), "€1,314.20" (en). */
char *ent_wording_money (const char *language, gint64 cents);
/* "14 h 05", "14.05 uur", "14.05 Uhr", "14:05"; full hours "14 h", "14 uur", "14 Uhr"; with
 * no-break spaces. Minutes of the day; "" outside of it. */
char *ent_wording_time (const char *language, int minutes);
/* "1er", "2e"; "2de"; "2."; "2nd": for counting. */
char *ent_wording_ordinal (const char *language, int number);

typedef enum
{
  ENT_WORD_PAGE, /* "Page %u/%u" */
  ENT_WORD_DRAFT, /* "PROJET" */
  ENT_WORD_OUR_REFERENCE,
  ENT_WORD_YOUR_REFERENCE,
  ENT_WORD_HANDLED_BY, /* "Dossier suivi par" */
  ENT_WORD_PHONE,
  ENT_WORD_E_MAIL,
  ENT_WORD_PLACE_AND_DAY, /* "%s, le %s" */
  ENT_WORD_SEAL_ALT, /* "Code de vérification du document %s" */
  ENT_WORD_SIGNED_ELECTRONICALLY, /* "Signé électroniquement par %s" */
  ENT_WORD_ANNEX, /* "Annexe" */
  ENT_WORD_FOR_ABSENT, /* "pour %s, absent(e)" */
  ENT_N_WORDS
} EntWord;

/* Borrowed. */
const char *ent_wording_word (const char *language, EntWord word);
/* Whether documents can be written in it. */
gboolean ent_wording_knows (const char *language);

G_END_DECLS
