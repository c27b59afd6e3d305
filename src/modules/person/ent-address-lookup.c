/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Between an address of the register and the addresses of a region. Any thread. */

#include "ent-address-lookup.h"

EntAddressQuery
ent_address_lookup_query (EntAddress *address)
{
  return (EntAddressQuery) {
    .street = address->street,
    .number = address->number,
    .box = address->box,
    .postcode = address->postcode,
    .town = address->locality,
  };
}

static EntPlacedAt
placed_at (EntAddressPrecision precision)
{
  switch (precision)
    {
    case ENT_ADDRESS_PRECISION_ADDRESS:
    case ENT_ADDRESS_PRECISION_NUMBER:
      return ENT_PLACED_AT_NUMBER;
    case ENT_ADDRESS_PRECISION_INTERPOLATED:
      return ENT_PLACED_BETWEEN_NUMBERS;
    case ENT_ADDRESS_PRECISION_STREET:
      return ENT_PLACED_IN_STREET;
    case ENT_ADDRESS_PRECISION_LOCALITY:
      return ENT_PLACED_IN_LOCALITY;
    default:
      return 0;
    }
}

gboolean
ent_address_lookup_position (const EntAddressMatch *match, EntAddressPosition *position)
{
  *position = (EntAddressPosition) {
    .point = match->point,
    .placed_at = placed_at (match->precision),
    .source = match->origin == ENT_ADDRESS_ORIGIN_BEST ? ENT_PLACE_SOURCE_BEST
                                                       : ENT_PLACE_SOURCE_OSM,
  };
  return position->placed_at != 0 && ent_point_is_valid (match->point);
}
