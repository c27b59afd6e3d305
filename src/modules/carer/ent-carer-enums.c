/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Choices of the carer module. Constant data, any thread. */

#include "ent-carer-enums.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice kinds[] = {
  { ENT_CARER_FAMILY_AIDE, "family-aide", N_("Family aide") },
  { ENT_CARER_HOUSEHOLD_AIDE, "household-aide", N_("Household aide") },
  { ENT_CARER_HOME_SITTER, "home-sitter", N_("Home sitter") },
};

static const EntChoice travel_modes[] = {
  { ENT_TRAVEL_CAR, "car", N_("By car") },
  { ENT_TRAVEL_BICYCLE, "bicycle", N_("By bicycle") },
  { ENT_TRAVEL_FOOT, "foot", N_("On foot") },
};

static const EntChoice starts[] = {
  { ENT_CARER_START_HOME, "home", N_("At home") },
  { ENT_CARER_START_CENTRE, "centre", N_("At the centre") },
  { ENT_CARER_START_OTHER, "other", N_("At another address") },
};

static const EntChoice ends[] = {
  { ENT_CARER_END_AS_START, "as-start", N_("Where it begins") },
  { ENT_CARER_END_HOME, "home", N_("At home") },
  { ENT_CARER_END_CENTRE, "centre", N_("At the centre") },
  { ENT_CARER_END_OTHER, "other", N_("At another address") },
};

static const EntChoice colours[ENT_CARER_COLOURS] = {
  { 1, "1", N_("Blue circle") },
  { 2, "2", N_("Orange-red square") },
  { 3, "3", N_("Green diamond") },
  { 4, "4", N_("Pink hexagon") },
  { 5, "5", N_("Amber pentagon") },
  { 6, "6", N_("Sky blue circle") },
  { 7, "7", N_("Violet square") },
  { 8, "8", N_("Brown diamond") },
  { 9, "9", N_("Blue hexagon") },
  { 10, "10", N_("Orange-red pentagon") },
  { 11, "11", N_("Green circle") },
  { 12, "12", N_("Pink square") },
};

static const EntChoice vehicle_kinds[] = {
  { ENT_VEHICLE_CAR, "car", N_("Car") },
  { ENT_VEHICLE_BICYCLE, "bicycle", N_("Bicycle") },
  { ENT_VEHICLE_ELECTRIC_BICYCLE, "electric-bicycle", N_("Electric bicycle") },
};

static const EntChoice weekdays[] = {
  { ENT_WEEKDAY_MONDAY, "monday", N_("Monday") },
  { ENT_WEEKDAY_TUESDAY, "tuesday", N_("Tuesday") },
  { ENT_WEEKDAY_WEDNESDAY, "wednesday", N_("Wednesday") },
  { ENT_WEEKDAY_THURSDAY, "thursday", N_("Thursday") },
  { ENT_WEEKDAY_FRIDAY, "friday", N_("Friday") },
  { ENT_WEEKDAY_SATURDAY, "saturday", N_("Saturday") },
  { ENT_WEEKDAY_SUNDAY, "sunday", N_("Sunday") },
};

static const EntChoice weeks[] = {
  { ENT_WEEK_EVERY, "every", N_("Every week") },
  { ENT_WEEK_A, "a", N_("Week A (odd numbers)") },
  { ENT_WEEK_B, "b", N_("Week B (even numbers)") },
};

static const EntChoice qualifications[] = {
  { ENT_QUALIFICATION_REGISTRATION, "registration", N_("Registration as family aide") },
  { ENT_QUALIFICATION_FIRST_AID, "first-aid", N_("First aid") },
  { ENT_QUALIFICATION_LIFTING, "lifting", N_("Lifting and moving") },
  { ENT_QUALIFICATION_DEMENTIA, "dementia", N_("Dementia") },
  { ENT_QUALIFICATION_PALLIATIVE, "palliative", N_("Palliative care") },
  { ENT_QUALIFICATION_DRIVING, "driving", N_("Driving aptitude") },
  { ENT_QUALIFICATION_OTHER, "other", N_("Other qualification") },
};

const EntEnum ent_carer_kind_enum = { "carer-kind", kinds, G_N_ELEMENTS (kinds) };
const EntEnum ent_travel_mode_enum = {
  "travel-mode", travel_modes, G_N_ELEMENTS (travel_modes)
};
const EntEnum ent_carer_start_enum = { "carer-start", starts, G_N_ELEMENTS (starts) };
const EntEnum ent_carer_end_enum = { "carer-end", ends, G_N_ELEMENTS (ends) };
const EntEnum ent_carer_colour_enum = { "carer-colour", colours, G_N_ELEMENTS (colours) };
const EntEnum ent_vehicle_kind_enum = {
  "vehicle-kind", vehicle_kinds, G_N_ELEMENTS (vehicle_kinds)
};
const EntEnum ent_weekday_enum = { "weekday", weekdays, G_N_ELEMENTS (weekdays) };
const EntEnum ent_week_enum = { "week", weeks, G_N_ELEMENTS (weeks) };
const EntEnum ent_qualification_kind_enum = {
  "qualification-kind", qualifications, G_N_ELEMENTS (qualifications)
};
/* clang-format on */
