/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The addresses that hold today or later, of those who live, by whether their place on the map is
 * known. Thread of the connection. */

#pragma once

#include "ent-address.h"
#include "ent-db.h"

G_BEGIN_DECLS

typedef struct
{
  EntAddress *address; /* a private copy */
  char *name; /* of the person */
} EntLocated;

/* Transfer full; the address is shared. */
EntLocated *ent_located_copy (const EntLocated *self);
void ent_located_free (EntLocated *self);

/* Those without a place, and those whose pin is doubtful for the address has changed since; by
 * locality and street. Abroad there is nothing to place. (element-type EntLocated), transfer full.
 */
GPtrArray *ent_location_query_waiting (EntDb *db, GError **error);
/* Those with a place, letter boxes left out. (element-type EntLocated), transfer full. */
GPtrArray *ent_location_query_placed (EntDb *db, GError **error);
/* One address with its person; transfer full, NULL with ENT_STORE_ERROR_NOT_FOUND. */
EntLocated *ent_location_query_address (EntDb *db, gint64 address_id, GError **error);

/* The same address, then those of the house that read as it does and lie at the same place, so that
 * whoever corrects one corrects the household. (element-type EntLocated), transfer full; NULL with
 * ENT_STORE_ERROR_NOT_FOUND. */
GPtrArray *ent_location_query_home (EntDb *db, gint64 address_id, GError **error);

typedef struct
{
  gint64 n_placed; /* as ent_location_query_placed() */
  gint64 n_waiting; /* without a place */
  gint64 n_doubtful; /* with a pin that was set before the address changed */
} EntLocationCounts;

void ent_location_query_counts (EntDb *db, EntLocationCounts *counts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLocated, ent_located_free)

G_END_DECLS
