/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a person lives, lived or wants mail. Record: see ent-record.h for
 * threads. */

#include "ent-address.h"

#include "ent-address-lines.h"
#include "ent-address-position.h"
#include "ent-country.h"
#include "ent-date.h"
#include "ent-person.h"
#include "ent-person-enums.h"
#include "ent-person-rules.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  return ent_address_one_line (ENT_ADDRESS (record));
}

static void
prepare (EntRecord *record)
{
  EntAddress *self = ENT_ADDRESS (record);

  ent_staff_clean_text (&self->street);
  ent_staff_clean_text (&self->number);
  ent_staff_clean_text (&self->box);
  ent_staff_clean_text (&self->postcode);
  ent_staff_clean_text (&self->locality);
  ent_staff_clean_text (&self->care_of);
  ent_person_clean_long (&self->access_note);
  ent_address_drop_outdated (self);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_address_check (ENT_ADDRESS (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntAddress, person_id, N_("Person"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_FILTER, ent_person_get_type),
  ENT_ENUM (EntAddress, kind, N_("Kind"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_address_kind_enum),
  ENT_TEXT (EntAddress, street, N_("Street"), ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST),
  ENT_TEXT (EntAddress, number, N_("Number"), ENT_COLUMN_IN_LIST),
  ENT_TEXT (EntAddress, box, N_("Box"), ENT_COLUMN_IN_LIST),
  ENT_TEXT (EntAddress, postcode, N_("Postcode"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_TEXT (EntAddress, locality, N_("Locality"),
            ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_REF (EntAddress, country_id, N_("Country, unless Belgium"),
           ENT_COLUMN_FILTER, ent_country_get_type),
  ENT_TEXT (EntAddress, care_of, N_("Care of"), 0),
  ENT_TEXT (EntAddress, access_note, N_("How to get in"), ENT_COLUMN_LONG | ENT_COLUMN_PRIVATE),
  ENT_DATE (EntAddress, from_day, N_("From"), ENT_COLUMN_IN_LIST),
  ENT_DATE (EntAddress, to_day, N_("Until"), ENT_COLUMN_IN_LIST),
  ENT_INT (EntAddress, latitude, N_("Latitude"),
           ENT_COLUMN_HIDDEN | ENT_COLUMN_PRIVATE | ENT_COLUMN_READ_ONLY),
  ENT_INT (EntAddress, longitude, N_("Longitude"),
           ENT_COLUMN_HIDDEN | ENT_COLUMN_PRIVATE | ENT_COLUMN_READ_ONLY),
  ENT_ENUM (EntAddress, placed_at, N_("Place on the map"),
            ENT_COLUMN_READ_ONLY | ENT_COLUMN_FILTER | ENT_COLUMN_NAMED, &ent_placed_at_enum),
  ENT_ENUM (EntAddress, place_source, N_("Source of the place"),
            ENT_COLUMN_READ_ONLY, &ent_place_source_enum),
  ENT_TEXT (EntAddress, checked_by, N_("Place checked by"), ENT_COLUMN_READ_ONLY),
  ENT_STAMP (EntAddress, checked_at, N_("Place checked"), ENT_COLUMN_READ_ONLY),
  ENT_TEXT (EntAddress, placed_for, N_("Address placed"),
            ENT_COLUMN_HIDDEN | ENT_COLUMN_READ_ONLY),
};

const EntSchema ent_address_schema = {
  .table = "address",
  .number = 12,
  .title = N_("Address"),
  .plural = N_("Addresses"),
  .icon_name = "ent-home-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "to_day IS NOT NULL, from_day DESC, id",
  .type = ent_address_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntAddress, ent_address, ENT_TYPE_RECORD)

static void
ent_address_class_init (EntAddressClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_address_schema);
}

static void
ent_address_init (EntAddress *self)
{
}

gboolean
ent_address_is_current (EntAddress *self, gint32 day)
{
  return (self->from_day == ENT_DAY_NONE || self->from_day <= day) &&
         (self->to_day == ENT_DAY_NONE || day <= self->to_day);
}
