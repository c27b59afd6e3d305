/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening the addresses of a region, and what is near a point. Any thread: connections are lent to
 * one thread at a time and kept for the next one. */
#include "ent-addresses-private.h"

#include <sqlcipher/sqlite3.h>
#include <string.h>

/* The same street in two sources lies no farther apart than this. */
#define TWIN_METRES 3000.0

/* A house of the official register goes before one of the map that is so much nearer. */
#define SAME_METRES 15.0

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)

static void
clear_cb (gpointer data)
{
  EntAddresses *self = data;
  EntAddressIndex *index;

  while ((index = g_queue_pop_head (&self->idle)) != NULL)
    ent_address_index_free (index);
  g_mutex_clear (&self->lock);
  g_clear_pointer (&self->places, ent_address_places_free);
  g_clear_pointer (&self->region, ent_region_unref);
}

EntAddresses *
ent_addresses_open (EntRegion *region, GError **error)
{
  g_autoptr(EntAddresses) self = g_atomic_rc_box_new0 (EntAddresses);
  g_autoptr(sqlite3) db = NULL;
  EntAddressIndex *index;

  g_mutex_init (&self->lock);
  g_queue_init (&self->idle);
  self->region = ent_region_ref (region);
  db = ent_region_connect (region, error);
  if (db == NULL)
    return NULL;
  self->places = ent_address_places_read (db, error);
  if (self->places == NULL)
    return NULL;

  /* Now, so that a region without addresses is told at once. */
  index = ent_addresses_take_index (self, error);
  if (index == NULL)
    return NULL;
  ent_addresses_put_index (self, index);
  return g_steal_pointer (&self);
}

EntAddresses *
ent_addresses_ref (EntAddresses *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ent_addresses_unref (EntAddresses *self)
{
  g_atomic_rc_box_release_full (self, clear_cb);
}

EntAddressIndex *
ent_addresses_take_index (EntAddresses *self, GError **error)
{
  EntAddressIndex *index;

  g_mutex_lock (&self->lock);
  index = g_queue_pop_head (&self->idle);
  g_mutex_unlock (&self->lock);
  return index != NULL ? index : ent_address_index_new (self->region, error);
}

void
ent_addresses_put_index (EntAddresses *self, EntAddressIndex *index)
{
  g_mutex_lock (&self->lock);
  g_queue_push_head (&self->idle, index);
  g_mutex_unlock (&self->lock);
}

static EntAddressPrecision
precision_of (EntHouseMatch match)
{
  switch (match)
    {
    case ENT_HOUSE_MATCH_EXACT:
      return ENT_ADDRESS_PRECISION_ADDRESS;
    case ENT_HOUSE_MATCH_NUMBER:
      return ENT_ADDRESS_PRECISION_NUMBER;
    case ENT_HOUSE_MATCH_BETWEEN:
      return ENT_ADDRESS_PRECISION_INTERPOLATED;
    case ENT_HOUSE_MATCH_NONE:
    default:
      return ENT_ADDRESS_PRECISION_STREET;
    }
}

/* Takes over what one source knows of the number when that is better. */
static gboolean
look_for_house (EntAddressIndex *index,
                gint64 street,
                const EntHouseNumber *wanted,
                EntAddressMatch *match,
                GError **error)
{
  g_autoptr(GArray) houses = ent_address_index_read_houses (index, street, error);
  EntAddressPrecision precision;
  EntHouse found;

  if (houses == NULL)
    return FALSE;
  precision = precision_of (
      ent_house_find ((const EntHouse *) (gpointer) houses->data, houses->len, wanted, &found));
  if (precision <= match->precision)
    return TRUE;
  match->precision = precision;
  match->point = ent_e7_to_point (found.place);
  g_free (match->number);
  match->number = ent_house_number_format (&found.number);
  return TRUE;
}

static EntAddressOrigin
other_origin (EntAddressOrigin origin)
{
  return origin == ENT_ADDRESS_ORIGIN_BEST ? ENT_ADDRESS_ORIGIN_OSM : ENT_ADDRESS_ORIGIN_BEST;
}

EntAddressMatch *
ent_addresses_match (EntAddresses *self,
                     EntAddressIndex *index,
                     const EntAddressCandidate *candidate,
                     const EntHouseNumber *number,
                     GError **error)
{
  g_autoptr(EntAddressMatch) match = g_new0 (EntAddressMatch, 1);
  const EntAddressPlaceRow *place = ent_address_places_get (self->places, candidate->place);
  EntAddressPrecision before;

  match->precision = ENT_ADDRESS_PRECISION_STREET;
  match->confidence = candidate->likeness;
  match->point = ent_e7_to_point (candidate->point);
  match->origin = candidate->origin;
  match->street = g_strdup (candidate->name);
  match->number = ent_house_number_format (number);
  match->postcode = g_strdup (candidate->postcode);
  if (place != NULL && g_strcmp0 (place->name, place->postcode) != 0)
    match->town = g_strdup (place->name);

  if (number->number != 0)
    {
      if (!look_for_house (index, candidate->id, number, match, error))
        return NULL;
      before = match->precision;
      if (candidate->twin != 0 && !look_for_house (index, candidate->twin, number, match, error))
        return NULL;
      if (match->precision > before)
        match->origin = other_origin (candidate->origin);
    }
  return g_steal_pointer (&match);
}

static gboolean
are_twins (const EntAddressCandidate *a, const EntAddressCandidate *b)
{
  if (a->origin == b->origin || a->twin != 0 || b->twin != 0 || !g_str_equal (a->keys, b->keys))
    return FALSE;
  if (a->postcode != NULL && b->postcode != NULL && !g_str_equal (a->postcode, b->postcode))
    return FALSE;
  return ent_geo_distance (ent_e7_to_point (a->point), ent_e7_to_point (b->point)) < TWIN_METRES;
}

void
ent_addresses_join_twins (GPtrArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      EntAddressCandidate *a = g_ptr_array_index (candidates, i);

      for (guint j = i + 1; a->origin == ENT_ADDRESS_ORIGIN_BEST && j < candidates->len; j++)
        {
          EntAddressCandidate *b = g_ptr_array_index (candidates, j);

          if (!are_twins (a, b))
            continue;
          a->twin = b->id;
          g_ptr_array_remove_index (candidates, j--);
        }
      for (guint j = i + 1; a->origin == ENT_ADDRESS_ORIGIN_OSM && j < candidates->len; j++)
        {
          EntAddressCandidate *b = g_ptr_array_index (candidates, j);

          if (!are_twins (a, b))
            continue;
          b->twin = a->id;
          g_ptr_array_remove_index (candidates, i--);
          break;
        }
    }
}

typedef struct
{
  const EntAddressCandidate *street;
  EntHouse house;
  double metres;
} Nearest;

static gboolean
look_near (EntAddressIndex *index,
           const EntAddressCandidate *street,
           EntPoint point,
           Nearest *nearest,
           GError **error)
{
  g_autoptr(GArray) houses = ent_address_index_read_houses (index, street->id, error);

  if (houses == NULL)
    return FALSE;
  for (guint i = 0; i < houses->len; i++)
    {
      EntHouse *house = &g_array_index (houses, EntHouse, i);
      double metres = ent_geo_distance (point, ent_e7_to_point (house->place));
      double handicap = street->origin == ENT_ADDRESS_ORIGIN_BEST ? 0.0 : SAME_METRES;

      if (metres + handicap < nearest->metres)
        {
          nearest->street = street;
          nearest->house = *house;
          nearest->metres = metres + handicap;
        }
    }
  return TRUE;
}

/* The nearest house within nearest->metres; nearest->street stays NULL when there is none. */
static gboolean
find_near (EntAddressIndex *index,
           EntPoint point,
           GPtrArray *streets,
           Nearest *nearest,
           GError **error)
{
  EntBox box = ent_box_around (point, nearest->metres);

  if (!ent_address_index_find_box (index, box, streets, error))
    return FALSE;
  for (guint i = 0; i < streets->len; i++)
    {
      if (!look_near (index, g_ptr_array_index (streets, i), point, nearest, error))
        return FALSE;
    }
  return TRUE;
}

EntAddressMatch *
ent_addresses_near (EntAddresses *self, EntPoint point, double *metres, GError **error)
{
  /* Most points lie on a street with houses, so the first round nearly always answers. */
  static const double radii[] = { 60.0, 300.0, 1000.0, 3000.0 };
  EntAddressIndex *index;
  EntAddressMatch *match = NULL;
  Nearest nearest = { NULL };
  gboolean fine = TRUE;

  g_return_val_if_fail (ent_point_is_valid (point), NULL);

  index = ent_addresses_take_index (self, error);
  if (index == NULL)
    return NULL;
  for (guint i = 0; fine && match == NULL && i < G_N_ELEMENTS (radii); i++)
    {
      g_autoptr(GPtrArray) streets = ent_address_candidates_new ();

      nearest = (Nearest) { NULL, .metres = radii[i] };
      fine = find_near (index, point, streets, &nearest, error);
      if (fine && nearest.street != NULL)
        {
          match = ent_addresses_match (self, index, nearest.street, &nearest.house.number, error);
          fine = match != NULL;
        }
    }
  ent_addresses_put_index (self, index);
  if (match != NULL && metres != NULL)
    *metres = ent_geo_distance (point, match->point);
  return match;
}
