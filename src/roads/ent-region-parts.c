/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a region. Thread of the import. */
#include "ent-region-part.h"

#include "ent-address-part.h"
#include "ent-map-part.h"
#include "ent-road-part.h"

const EntRegionPart *const ent_region_parts[] = {
  &ent_road_part,
  &ent_address_part,
  &ent_map_part,
  NULL,
};
