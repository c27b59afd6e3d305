/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the centre lends its carers to drive or ride. Record: see ent-record.h for threads. */

#include "ent-vehicle.h"

#include "ent-carer-enums.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntVehicle *self = ENT_VEHICLE (record);

  if (self->plate == NULL)
    return g_strdup (self->name != NULL ? self->name : "");
  return g_strdup_printf ("%s (%s)", self->name != NULL ? self->name : "", self->plate);
}

static void
prepare (EntRecord *record)
{
  EntVehicle *self = ENT_VEHICLE (record);

  ent_staff_clean_text (&self->name);
  ent_staff_clean_text (&self->plate);
  ent_staff_clean_text (&self->stands_at);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  EntVehicle *self = ENT_VEHICLE (record);

  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_TEXT (EntVehicle, name, N_("Name"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT |
            ENT_COLUMN_WIDE),
  ENT_ENUM (EntVehicle, kind, N_("Kind"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_vehicle_kind_enum),
  ENT_TEXT (EntVehicle, plate, N_("Number plate"),
            ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST | ENT_COLUMN_SHORT),
  ENT_DATE (EntVehicle, from_day, N_("In use from"), 0),
  ENT_DATE (EntVehicle, to_day, N_("In use until"), ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_TEXT (EntVehicle, stands_at, N_("Where it stands"), ENT_COLUMN_IN_LIST),
  ENT_TEXT (EntVehicle, note, N_("Note"), ENT_COLUMN_LONG),
};

const EntSchema ent_vehicle_schema = {
  .table = "vehicle",
  .number = 35,
  .title = N_("Vehicle"),
  .plural = N_("Vehicles"),
  .icon_name = "ent-car-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "name, id",
  .type = ent_vehicle_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntVehicle, ent_vehicle, ENT_TYPE_RECORD)

static void
ent_vehicle_class_init (EntVehicleClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_vehicle_schema);
}

static void
ent_vehicle_init (EntVehicle *self)
{
}
