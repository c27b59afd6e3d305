/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The localities of a region, held in memory. Never change once read; any thread. */
#pragma once

#include "ent-address-name.h"
#include "ent-address-origin.h"
#include "ent-road-position.h"

G_BEGIN_DECLS

struct sqlite3;

typedef struct
{
  EntAddressOrigin origin;
  gboolean post; /* what stands behind a postcode; else a place on the map */
  char *postcode; /* or NULL */
  char *name;
  char *keys; /* see ent_address_name_init_key () */
  gboolean has_point;
  EntE7 point;
} EntAddressPlaceRow;

typedef struct
{
  GPtrArray *rows; /* EntAddressPlaceRow; id 1 is the first */
  GHashTable *by_key; /* a line of keys -> GArray of guint, the rows */
} EntAddressPlaces;

EntAddressPlaces *ent_address_places_read (struct sqlite3 *db, GError **error);
void ent_address_places_free (EntAddressPlaces *self);

/* The row of an id, or NULL: for a street's place. */
const EntAddressPlaceRow *ent_address_places_get (const EntAddressPlaces *self, gint64 id);

/* The rows whose name this is, else those whose name is most like it; *exact tells which. May be
 * empty. Transfer full, elements are borrowed rows. */
GPtrArray *ent_address_places_find (const EntAddressPlaces *self,
                                    const char *text,
                                    gboolean *exact);

/* How well a row goes by this name, 0 to 1. */
double ent_address_place_likeness (const EntAddressPlaceRow *row, const EntAddressName *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntAddressPlaces, ent_address_places_free)

G_END_DECLS
