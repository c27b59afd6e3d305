/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of streets made comparable: folded, abbreviations written out, Dutch and German compounds
 * cut, and how alike two of them are. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENT_ADDRESS_NAME_WORDS 14
#define ENT_ADDRESS_WORD_BYTES 32

typedef enum
{
  ENT_ADDRESS_WORD_PLAIN, /* says which street it is */
  ENT_ADDRESS_WORD_KIND, /* says that it is a street: rue, straat, weg */
  ENT_ADDRESS_WORD_ARTICLE, /* de la, van den, an der */
  ENT_ADDRESS_WORD_INITIAL /* one letter */
} EntAddressWordKind;

typedef struct
{
  char text[ENT_ADDRESS_WORD_BYTES];
  guint8 length; /* bytes */
  guint8 kind; /* EntAddressWordKind */
  float weight; /* 0 to 1: how much it counts */
} EntAddressWord;

/* A name cut into words; needs no freeing. What goes beyond the room is left out, on both sides of
 * a comparison alike. */
typedef struct
{
  EntAddressWord words[ENT_ADDRESS_NAME_WORDS];
  guint n;
} EntAddressName;

/* From text as people write it, NULL counting as empty. */
void ent_address_name_init (EntAddressName *self, const char *text);

/* From a key made by ent_address_name_key, up to its end, a line break or a NUL. Returns the first
 * byte of the next line, NULL after the last one. */
const char *ent_address_name_init_key (EntAddressName *self, const char *key);

/* The words with blanks between them, as the region file keeps them. Owned by the caller. */
char *ent_address_name_key (const EntAddressName *self);

/* Whether the words are the same in the same order; no word at all equals nothing. */
gboolean ent_address_name_equal (const EntAddressName *a, const EntAddressName *b);

/* Likeness from 0 to 1, 1 for equal ones. Words are compared in any order, articles hardly count,
 * the kind of street a little, an initial as the name that begins with it. */
double ent_address_name_score (const EntAddressName *a, const EntAddressName *b);

/* Whether a folded word says what kind of street it is ("rue", "avenue", "platz"), as it is or
 * abbreviated. */
gboolean ent_address_word_is_kind (const char *folded);

G_END_DECLS
