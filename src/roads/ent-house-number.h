/* SPDX-License-Identifier: GPL-3.0-or-later */
/* House numbers as Belgians write them, and finding one among those of a street. Any thread. */
#pragma once

#include "ent-road-position.h"

G_BEGIN_DECLS

#define ENT_HOUSE_SUFFIX_BYTES 12

typedef struct
{
  int number; /* 1 to 9999; 0: none */
  int last; /* of a range such as 19-21; else as number */
  char suffix[ENT_HOUSE_SUFFIX_BYTES]; /* folded: "", "a", "bis" */
} EntHouseNumber;

/* One house of a street. */
typedef struct
{
  EntHouseNumber number;
  EntE7 place;
} EntHouse;

typedef enum
{
  ENT_HOUSE_MATCH_NONE,
  ENT_HOUSE_MATCH_BETWEEN, /* interpolated between neighbours on the same side */
  ENT_HOUSE_MATCH_NUMBER, /* the number, with another suffix */
  ENT_HOUSE_MATCH_EXACT
} EntHouseMatch;

/* Reads "12", "12A", "12 bis", "19-21", "259/B", "12/3". What says the box ("3" of the last one)
 * goes to *box, owned by the caller, unless it is NULL; *box is NULL when there is none. FALSE when
 * the text is no house number. */
gboolean ent_house_number_parse (const char *text, EntHouseNumber *number, char **box);

/* As one writes it: "12A", "12 bis", "19-21". Owned by the caller, "" without a number. */
char *ent_house_number_format (const EntHouseNumber *number);

/* By number, then suffix, for sorting. */
int ent_house_number_compare (const EntHouseNumber *a, const EntHouseNumber *b);

/* The place of a number among the houses of a street, in any order; *found is set unless NONE. */
EntHouseMatch ent_house_find (const EntHouse *houses,
                              gsize n,
                              const EntHouseNumber *wanted,
                              EntHouse *found);

G_END_DECLS
