/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where an address is from. Any thread. */
#pragma once

/* The two are never mixed in one row of a region, because their licences differ. */
typedef enum
{
  ENT_ADDRESS_ORIGIN_OSM = 1, /* OpenStreetMap, ODbL */
  ENT_ADDRESS_ORIGIN_BEST = 2 /* the official registers of the three regions */
} EntAddressOrigin;
