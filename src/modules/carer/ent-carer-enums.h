/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Choices of the carer module. Constant data, any thread. */

#pragma once

#include "ent-column.h"

G_BEGIN_DECLS

/* The three jobs of home help. */
typedef enum
{
  ENT_CARER_FAMILY_AIDE = 1,
  ENT_CARER_HOUSEHOLD_AIDE,
  ENT_CARER_HOME_SITTER
} EntCarerKind;

/* Several kinds at once, as bits. */
#define ENT_CARER_KIND_BIT(kind) (1u << (kind))

typedef enum
{
  ENT_TRAVEL_CAR = 1,
  ENT_TRAVEL_BICYCLE,
  ENT_TRAVEL_FOOT
} EntTravelMode;

/* Where a working day begins. */
typedef enum
{
  ENT_CARER_START_HOME = 1,
  ENT_CARER_START_CENTRE,
  ENT_CARER_START_OTHER
} EntCarerStart;

typedef enum
{
  ENT_CARER_END_AS_START = 1,
  ENT_CARER_END_HOME,
  ENT_CARER_END_CENTRE,
  ENT_CARER_END_OTHER
} EntCarerEnd;

/* How many looks a carer may have on boards and maps: number n is that of ent_map_palette_get()
 * less one, and choice n of ent_carer_colour_enum. */
#define ENT_CARER_COLOURS 12

typedef enum
{
  ENT_VEHICLE_CAR = 1,
  ENT_VEHICLE_BICYCLE,
  ENT_VEHICLE_ELECTRIC_BICYCLE
} EntVehicleKind;

extern const EntEnum ent_carer_kind_enum;
extern const EntEnum ent_travel_mode_enum;
extern const EntEnum ent_carer_start_enum;
extern const EntEnum ent_carer_end_enum;
extern const EntEnum ent_carer_colour_enum;
extern const EntEnum ent_vehicle_kind_enum;

G_END_DECLS
