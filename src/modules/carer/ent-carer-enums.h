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

/* As ent_day_weekday() counts. */
typedef enum
{
  ENT_WEEKDAY_MONDAY = 1,
  ENT_WEEKDAY_TUESDAY,
  ENT_WEEKDAY_WEDNESDAY,
  ENT_WEEKDAY_THURSDAY,
  ENT_WEEKDAY_FRIDAY,
  ENT_WEEKDAY_SATURDAY,
  ENT_WEEKDAY_SUNDAY
} EntWeekday;

/* Week A is each week that has an odd number in the calendar (ISO 8601), week B each even one. */
typedef enum
{
  ENT_WEEK_EVERY = 1,
  ENT_WEEK_A,
  ENT_WEEK_B
} EntWeek;

typedef enum
{
  ENT_QUALIFICATION_REGISTRATION = 1, /* as a family aide */
  ENT_QUALIFICATION_FIRST_AID,
  ENT_QUALIFICATION_LIFTING,
  ENT_QUALIFICATION_DEMENTIA,
  ENT_QUALIFICATION_PALLIATIVE,
  ENT_QUALIFICATION_DRIVING,
  ENT_QUALIFICATION_OTHER
} EntQualificationKind;

extern const EntEnum ent_carer_kind_enum;
extern const EntEnum ent_travel_mode_enum;
extern const EntEnum ent_carer_start_enum;
extern const EntEnum ent_carer_end_enum;
extern const EntEnum ent_carer_colour_enum;
extern const EntEnum ent_vehicle_kind_enum;
extern const EntEnum ent_weekday_enum;
extern const EntEnum ent_week_enum;
extern const EntEnum ent_qualification_kind_enum;

G_END_DECLS
