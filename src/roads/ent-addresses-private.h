/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the searches for addresses share. Any thread. */
#pragma once

#include "ent-address-index.h"
#include "ent-address-places.h"
#include "ent-addresses.h"

G_BEGIN_DECLS

struct _EntAddresses
{
  EntRegion *region;
  EntAddressPlaces *places;
  GMutex lock; /* for what follows */
  GQueue idle; /* EntAddressIndex: one for each thread that asked at the same time */
};

/* A connection for this thread until it is put back. */
EntAddressIndex *ent_addresses_take_index (EntAddresses *self, GError **error);
void ent_addresses_put_index (EntAddresses *self, EntAddressIndex *index);

/* The match that a candidate makes with a number (0: none), its houses looked up, those of its twin
 * as well. NULL on error. */
EntAddressMatch *ent_addresses_match (EntAddresses *self,
                                      EntAddressIndex *index,
                                      const EntAddressCandidate *candidate,
                                      const EntHouseNumber *number,
                                      GError **error);

/* Makes one candidate of the same street in both sources. */
void ent_addresses_join_twins (GPtrArray *candidates);

/* The same as ent_addresses_resolve () over a connection that the caller has. */
gboolean ent_addresses_resolve_with (EntAddresses *self,
                                     EntAddressIndex *index,
                                     const EntAddressQuery *query,
                                     EntAddressAnswer *answer,
                                     GError **error);

G_END_DECLS
