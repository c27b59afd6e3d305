/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking an address apart: free text, or the fields of a form. Any thread. */
#pragma once

#include "ent-house-number.h"

G_BEGIN_DECLS

/* An address as a person gave it. Any of them may be NULL or empty; text may hold the whole
 * address, and what stands in a field of its own goes before what the text says. Borrowed. */
typedef struct
{
  const char *text;
  const char *street; /* may hold the number and the box too */
  const char *number; /* may hold the box too */
  const char *box;
  const char *postcode;
  const char *town;
} EntAddressQuery;

/* What was understood; each string is NULL when there is none. */
typedef struct
{
  char *street; /* as written, without number, box, brackets */
  EntHouseNumber number;
  char *box;
  char *postcode; /* four or five digits */
  char *town;
  char *hint; /* a former municipality, a hamlet, a residence: said, and not needed */
} EntAddressParts;

/* Fills *parts, which need not be initialised, from the query. Never fails: what is not understood
 * stays in the street. Only the first 400 bytes of each text are read. */
void ent_address_parse (const EntAddressQuery *query, EntAddressParts *parts);
void ent_address_parts_clear (EntAddressParts *parts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntAddressParts, ent_address_parts_clear)

G_END_DECLS
