/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the steps of taking an address apart share. Any thread. */
#pragma once

#include "ent-address-parse.h"
#include "ent-address-token.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *tokens;
  EntAddressParts *parts;
  const char *known_postcode; /* from a field of its own; "": none, and none is looked for but one
                               * before a town; NULL: anywhere */
} EntAddressParser;

/* Where the house number stands among the tokens. */
typedef struct
{
  guint at; /* tokens->len: nowhere */
  guint n; /* tokens */
  EntHouseNumber number;
  char *box; /* owned until it is taken */
} EntAddressFound;

/* "n", "nr", "numéro", folded. */
gboolean ent_address_parser_is_marker (const char *folded);

/* Whether a token before this one begins with a digit. */
gboolean ent_address_parser_has_number_before (EntAddressParser *self, guint i);

/* Takes the box ("bte 3", "bus3") and drops what says the floor. */
void ent_address_parser_take_box (EntAddressParser *self);

/* Takes the house number, and the box that is written on to it. */
void ent_address_parser_take_number (EntAddressParser *self, EntAddressFound *found);

G_END_DECLS
