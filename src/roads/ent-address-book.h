/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Streets, houses and places as they are collected during an import, and how they come into the
 * region. Thread of the import. */
#pragma once

#include "ent-address-origin.h"
#include "ent-house-number.h"
#include "ent-region-part.h"

G_BEGIN_DECLS

/* A name in the languages that are known; any may be NULL but for the first. */
typedef struct
{
  const char *name; /* as people read it there */
  const char *fr;
  const char *nl;
  const char *de;
} EntAddressNames;

/* A locality: what stands behind a postcode, or a place on the map. */
typedef struct
{
  EntAddressNames names;
  const char *municipality; /* other names of the whole, with line breaks between them, or NULL */
  const char *postcode; /* or NULL */
  const char *kind; /* "post" for what stands behind a postcode; else as in OpenStreetMap */
} EntAddressPlace;

#define ENT_ADDRESS_KIND_POST "post"

/* No place, no street. */
#define ENT_ADDRESS_NONE G_MAXUINT32

typedef struct _EntAddressBook EntAddressBook;

EntAddressBook *ent_address_book_new (EntAddressOrigin origin);
void ent_address_book_free (EntAddressBook *self);

/* The number of a place, which is made the first time that its postcode, kind and name are told.
 * Strings are copied here and below. */
guint32 ent_address_book_add_place (EntAddressBook *self, const EntAddressPlace *place);

/* Says where a place lies; otherwise it lies in the middle of its streets. */
void ent_address_book_set_place_point (EntAddressBook *self, guint32 place, EntE7 point);

/* A new street in a place, or in none; two streets of the same name stay two. */
guint32 ent_address_book_add_street (EntAddressBook *self,
                                     const EntAddressNames *names,
                                     guint32 place);

/* A point on the street, which grows its box; the point nearest its middle is where it is shown. */
void ent_address_book_add_point (EntAddressBook *self, guint32 street, EntE7 point);

/* A house, whose place is a point of the street too. Of a number told twice the first counts. */
void ent_address_book_add_house (EntAddressBook *self, guint32 street, const EntHouse *house);

/* Writes the three tables; to be called once. */
gboolean ent_address_book_write (EntAddressBook *self, EntRegionBuild *build, GError **error);

/* Builds the indexes over all books that were written, and notes the counts. */
gboolean ent_address_book_finish (EntRegionBuild *build, GError **error);

/* The SQL of the tables. */
extern const char ent_address_book_schema[];

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntAddressBook, ent_address_book_free)

G_END_DECLS
