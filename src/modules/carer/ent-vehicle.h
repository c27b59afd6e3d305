/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the centre lends its carers to drive or ride. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_VEHICLE (ent_vehicle_get_type ())
G_DECLARE_FINAL_TYPE (EntVehicle, ent_vehicle, ENT, VEHICLE, EntRecord)

struct _EntVehicle
{
  EntRecord parent_instance;

  char *name;
  int kind;
  char *plate;
  gint32 from_day;
  gint32 to_day; /* last day */
  char *stands_at;
  char *note;
};

ENT_DECLARE_SCHEMA (ent_vehicle_schema)

G_END_DECLS
