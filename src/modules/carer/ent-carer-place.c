/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the working day of a carer begins and ends. Any thread that owns the record. */

#include "ent-carer-place.h"

#include "ent-carer-enums.h"
#include "ent-text.h"

#include <math.h>

#define UNITS_PER_DEGREE 1e7

/* One of the two places of a carer. */
typedef struct
{
  const char *address;
  int *latitude, *longitude;
  char **placed_for;
} Place;

static Place
start_of (const EntCarer *carer)
{
  EntCarer *self = (EntCarer *) carer;

  return (Place) { ent_carer_start_has_address (self) ? self->start_address : NULL,
                   &self->start_latitude, &self->start_longitude, &self->start_placed_for };
}

static Place
end_of (const EntCarer *carer)
{
  EntCarer *self = (EntCarer *) carer;

  return (Place) { ent_carer_end_has_address (self) ? self->end_address : NULL, &self->end_latitude,
                   &self->end_longitude, &self->end_placed_for };
}

static gboolean
get_point (Place place, EntPoint *point)
{
  if (place.address == NULL || *place.latitude == ENT_INT_NONE || *place.longitude == ENT_INT_NONE)
    return FALSE;
  *point = (EntPoint) { *place.latitude / UNITS_PER_DEGREE, *place.longitude / UNITS_PER_DEGREE };
  return TRUE;
}

static gboolean
set_point (Place place, EntPoint point)
{
  if (place.address == NULL || !ent_point_is_valid (point))
    return FALSE;
  *place.latitude = (int) lround (point.latitude * UNITS_PER_DEGREE);
  *place.longitude = (int) lround (point.longitude * UNITS_PER_DEGREE);
  g_free (*place.placed_for);
  *place.placed_for = ent_text_fold (place.address);
  return TRUE;
}

static void
drop_outdated (Place place)
{
  g_autofree char *key = place.address != NULL ? ent_text_fold (place.address) : NULL;

  if (key != NULL && g_strcmp0 (key, *place.placed_for) == 0 && *place.latitude != ENT_INT_NONE &&
      *place.longitude != ENT_INT_NONE)
    return;
  *place.latitude = ENT_INT_NONE;
  *place.longitude = ENT_INT_NONE;
  g_clear_pointer (place.placed_for, g_free);
}

gboolean
ent_carer_start_has_address (const EntCarer *self)
{
  return self->start_kind != ENT_CARER_START_CENTRE;
}

gboolean
ent_carer_end_has_address (const EntCarer *self)
{
  return self->end_kind == ENT_CARER_END_HOME || self->end_kind == ENT_CARER_END_OTHER;
}

gboolean
ent_carer_get_start (const EntCarer *self, EntPoint *point)
{
  return get_point (start_of (self), point);
}

gboolean
ent_carer_get_end (const EntCarer *self, EntPoint *point)
{
  /* Home is one place: an end at home is where a start at home is. */
  if (self->end_kind == ENT_CARER_END_AS_START || self->end_kind == 0 ||
      (self->end_kind == ENT_CARER_END_HOME && self->end_address == NULL &&
       self->start_kind == ENT_CARER_START_HOME))
    return ent_carer_get_start (self, point);
  return get_point (end_of (self), point);
}

gboolean
ent_carer_set_start (EntCarer *draft, EntPoint point)
{
  return set_point (start_of (draft), point);
}

gboolean
ent_carer_set_end (EntCarer *draft, EntPoint point)
{
  return set_point (end_of (draft), point);
}

void
ent_carer_drop_outdated (EntCarer *draft)
{
  drop_outdated (start_of (draft));
  drop_outdated (end_of (draft));
}
