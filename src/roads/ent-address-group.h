/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes streets out of what OpenStreetMap tells: pieces of road with a name, and houses that name
 * their street. A name recurs from village to village, so pieces and houses near each other belong
 * together. Thread of the import. */
#pragma once

#include "ent-address-book.h"

G_BEGIN_DECLS

typedef struct _EntAddressGroups EntAddressGroups;

/* A piece of road or a house. Strings are copied. */
typedef struct
{
  EntAddressNames names; /* of the street */
  const char *postcode; /* or NULL */
  const char *town; /* or NULL */
  EntHouse house; /* number 0 for a piece of road */
} EntAddressPiece;

EntAddressGroups *ent_address_groups_new (void);
void ent_address_groups_free (EntAddressGroups *self);

void ent_address_groups_add (EntAddressGroups *self, const EntAddressPiece *piece);

/* A place on the map, whose name is the town of streets near it that name none. Also goes into the
 * book when the streets do. */
void ent_address_groups_add_place (EntAddressGroups *self,
                                   const EntAddressPlace *place,
                                   EntE7 point);

/* Puts the streets into the book; to be called once. */
void ent_address_groups_finish (EntAddressGroups *self, EntAddressBook *book);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntAddressGroups, ent_address_groups_free)

G_END_DECLS
