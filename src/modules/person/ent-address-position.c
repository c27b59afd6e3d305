/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Positions are kept as whole numbers of 1e-7 degrees, about a centimetre, beside the folded text
 * of the address that they were found for. Any thread that owns the record. */

#include "ent-address-position.h"

#include "ent-text.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define UNITS_PER_DEGREE 1e7

/* clang-format off */
static const EntChoice placed_at_choices[] = {
  { ENT_PLACED_AT_NUMBER, "number", N_("At the house number") },
  { ENT_PLACED_BETWEEN_NUMBERS, "interpolated", N_("Between two house numbers") },
  { ENT_PLACED_IN_STREET, "street", N_("In the street") },
  { ENT_PLACED_IN_LOCALITY, "locality", N_("In the locality") },
  { ENT_PLACED_BY_HAND, "manual", N_("By hand") },
};

const EntEnum ent_placed_at_enum = {
  "placed-at", placed_at_choices, G_N_ELEMENTS (placed_at_choices)
};

static const EntChoice source_choices[] = {
  { ENT_PLACE_SOURCE_OSM, "osm", "OpenStreetMap" },
  { ENT_PLACE_SOURCE_BEST, "best", "BeSt Address" },
};

const EntEnum ent_place_source_enum = {
  "place-source", source_choices, G_N_ELEMENTS (source_choices)
};
/* clang-format on */

/* What the place depends on: not the box, nor how the words are written. Transfer full. */
static char *
place_key (EntAddress *self)
{
  const char *parts[] = { self->street, self->number, self->postcode, self->locality };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (text, "%s ", parts[i] != NULL ? parts[i] : "-");
  folded = ent_text_fold (text->str);
  return g_strdup_printf ("%s|%" G_GINT64_FORMAT, folded, self->country_id);
}

gboolean
ent_address_has_position (EntAddress *self)
{
  return self->latitude != ENT_INT_NONE && self->longitude != ENT_INT_NONE && self->placed_at != 0;
}

EntPoint
ent_address_get_position (EntAddress *self)
{
  return (EntPoint) { self->latitude / UNITS_PER_DEGREE, self->longitude / UNITS_PER_DEGREE };
}

gboolean
ent_address_set_position (EntAddress *draft, const EntAddressPosition *position)
{
  if (!ent_point_is_valid (position->point))
    return FALSE;

  draft->latitude = (int) lround (position->point.latitude * UNITS_PER_DEGREE);
  draft->longitude = (int) lround (position->point.longitude * UNITS_PER_DEGREE);
  draft->placed_at = position->placed_at;
  draft->place_source = position->source;
  g_set_str (&draft->checked_by, position->checked_by);
  draft->checked_at = position->checked_at;
  g_free (draft->placed_for);
  draft->placed_for = place_key (draft);
  return TRUE;
}

void
ent_address_clear_position (EntAddress *draft)
{
  draft->latitude = ENT_INT_NONE;
  draft->longitude = ENT_INT_NONE;
  draft->placed_at = 0;
  draft->place_source = 0;
  g_clear_pointer (&draft->checked_by, g_free);
  draft->checked_at = 0;
  g_clear_pointer (&draft->placed_for, g_free);
}

void
ent_address_copy_position (EntAddress *draft, EntAddress *from)
{
  draft->latitude = from->latitude;
  draft->longitude = from->longitude;
  draft->placed_at = from->placed_at;
  draft->place_source = from->place_source;
  g_set_str (&draft->checked_by, from->checked_by);
  draft->checked_at = from->checked_at;
  g_set_str (&draft->placed_for, from->placed_for);
}

gboolean
ent_address_reads_as (EntAddress *a, EntAddress *b)
{
  g_autofree char *first = place_key (a);
  g_autofree char *second = place_key (b);

  return g_str_equal (first, second);
}

static gboolean
reads_as_placed (EntAddress *self)
{
  g_autofree char *key = place_key (self);

  return g_strcmp0 (key, self->placed_for) == 0;
}

void
ent_address_drop_outdated (EntAddress *draft)
{
  if (!ent_address_has_position (draft) ||
      (draft->placed_at != ENT_PLACED_BY_HAND && !reads_as_placed (draft)))
    ent_address_clear_position (draft);
}

gboolean
ent_address_pin_is_doubtful (EntAddress *self)
{
  return ent_address_has_position (self) && self->placed_at == ENT_PLACED_BY_HAND &&
         !reads_as_placed (self);
}

gboolean
ent_address_can_be_placed (EntAddress *self)
{
  return self->country_id == 0 &&
         (self->street != NULL || self->locality != NULL || self->postcode != NULL);
}
