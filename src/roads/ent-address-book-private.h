/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the collecting and the writing of addresses share. Thread of the import. */
#pragma once

#include "ent-address-book.h"

G_BEGIN_DECLS

/* A box in whole units, without the empty case: low is above high then. */
typedef struct
{
  EntE7 low, high;
} BookSpan;

typedef struct
{
  EntAddressNames names;
  const char *municipality;
  const char *postcode;
  const char *kind;
  gboolean fixed; /* its point was told */
  BookSpan span;
} BookPlace;

typedef struct
{
  EntAddressNames names;
  guint32 place;
  guint32 n_houses;
  BookSpan span;
  char *keys; /* made when it is written */
} BookStreet;

typedef struct
{
  EntHouse house;
  guint32 street;
} BookHouse;

struct _EntAddressBook
{
  EntAddressOrigin origin;
  GStringChunk *strings;
  GArray *places;
  GHashTable *place_index;
  GArray *streets;
  GArray *houses;
};

G_END_DECLS
