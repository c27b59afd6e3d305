/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an address lies on the map: how exactly that is known, who said so, and when it no longer
 * holds. Any thread that owns the record. */

#pragma once

#include "ent-address.h"
#include "ent-column.h"
#include "ent-geo.h"

G_BEGIN_DECLS

/* How exactly the place is known, the most exact first; by hand goes before all others. */
typedef enum
{
  ENT_PLACED_AT_NUMBER = 1,
  ENT_PLACED_BETWEEN_NUMBERS,
  ENT_PLACED_IN_STREET,
  ENT_PLACED_IN_LOCALITY,
  ENT_PLACED_BY_HAND
} EntPlacedAt;

typedef enum
{
  ENT_PLACE_SOURCE_OSM = 1, /* OpenStreetMap */
  ENT_PLACE_SOURCE_BEST /* BeSt Address */
} EntPlaceSource;

extern const EntEnum ent_placed_at_enum;
extern const EntEnum ent_place_source_enum;

typedef struct
{
  EntPoint point; /* degrees */
  EntPlacedAt placed_at;
  EntPlaceSource source; /* 0: by hand */
  const char *checked_by; /* who chose it; NULL: the program was sure. Copied */
  gint64 checked_at; /* microseconds UTC; 0 when nobody did */
} EntAddressPosition;

gboolean ent_address_has_position (EntAddress *self);
/* Degrees; meaningless without a position. */
EntPoint ent_address_get_position (EntAddress *self);
/* Places the draft where it now reads. FALSE: the point is not on earth, nothing was changed. */
gboolean ent_address_set_position (EntAddress *draft, const EntAddressPosition *position);
void ent_address_clear_position (EntAddress *draft);
/* Places the draft as another address is that reads the same. */
void ent_address_copy_position (EntAddress *draft, EntAddress *from);
/* Whether both name the same house; boxes and spelling in capitals do not matter. */
gboolean ent_address_reads_as (EntAddress *a, EntAddress *b);
/* Drops a position that was found for another street, number or locality. A pin set by hand stays:
 * see ent_address_pin_is_doubtful(). */
void ent_address_drop_outdated (EntAddress *draft);
/* The pin was set by hand, and the address has changed since. */
gboolean ent_address_pin_is_doubtful (EntAddress *self);
/* Says something that could be looked up: in Belgium, with a street or a locality. */
gboolean ent_address_can_be_placed (EntAddress *self);

G_END_DECLS
