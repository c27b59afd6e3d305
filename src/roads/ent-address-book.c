/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collecting streets, houses and places. Thread of the import. */
#include "ent-address-book.h"

#include "ent-address-book-private.h"

#include <string.h>

EntAddressBook *
ent_address_book_new (EntAddressOrigin origin)
{
  EntAddressBook *self = g_new0 (EntAddressBook, 1);

  self->origin = origin;
  self->strings = g_string_chunk_new (64 * 1024);
  self->places = g_array_new (FALSE, FALSE, sizeof (BookPlace));
  self->place_index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->streets = g_array_new (FALSE, FALSE, sizeof (BookStreet));
  self->houses = g_array_new (FALSE, FALSE, sizeof (BookHouse));
  return self;
}

void
ent_address_book_free (EntAddressBook *self)
{
  for (guint i = 0; i < self->streets->len; i++)
    g_free (g_array_index (self->streets, BookStreet, i).keys);
  g_array_unref (self->houses);
  g_array_unref (self->streets);
  g_hash_table_unref (self->place_index);
  g_array_unref (self->places);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static const char *
keep (EntAddressBook *self, const char *text)
{
  return text != NULL && *text != '\0' ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

/* The names of a place and of its municipality repeat; the names of streets hardly do. */
static EntAddressNames
keep_names (EntAddressBook *self, const EntAddressNames *names)
{
  return (EntAddressNames) { keep (self, names->name), keep (self, names->fr),
                             keep (self, names->nl), keep (self, names->de) };
}

static void
span_clear (BookSpan *span)
{
  *span = (BookSpan) { { G_MAXINT32, G_MAXINT32 }, { G_MININT32, G_MININT32 } };
}

static void
span_extend (BookSpan *span, EntE7 point)
{
  span->low.latitude = MIN (span->low.latitude, point.latitude);
  span->low.longitude = MIN (span->low.longitude, point.longitude);
  span->high.latitude = MAX (span->high.latitude, point.latitude);
  span->high.longitude = MAX (span->high.longitude, point.longitude);
}

guint32
ent_address_book_add_place (EntAddressBook *self, const EntAddressPlace *place)
{
  g_autofree char *key = g_strjoin ("\n", place->postcode != NULL ? place->postcode : "",
                                    place->kind, place->names.name, NULL);
  BookPlace kept;
  gpointer known;

  if (g_hash_table_lookup_extended (self->place_index, key, NULL, &known))
    return GPOINTER_TO_UINT (known);

  kept.names = keep_names (self, &place->names);
  kept.municipality = keep (self, place->municipality);
  kept.postcode = keep (self, place->postcode);
  kept.kind = keep (self, place->kind);
  kept.fixed = FALSE;
  span_clear (&kept.span);
  g_array_append_val (self->places, kept);
  g_hash_table_insert (self->place_index, g_steal_pointer (&key),
                       GUINT_TO_POINTER (self->places->len - 1));
  return self->places->len - 1;
}

void
ent_address_book_set_place_point (EntAddressBook *self, guint32 place, EntE7 point)
{
  BookPlace *kept = &g_array_index (self->places, BookPlace, place);

  kept->fixed = TRUE;
  kept->span = (BookSpan) { point, point };
}

guint32
ent_address_book_add_street (EntAddressBook *self, const EntAddressNames *names, guint32 place)
{
  BookStreet street = { .names = keep_names (self, names), .place = place };

  span_clear (&street.span);
  g_array_append_val (self->streets, street);
  return self->streets->len - 1;
}

void
ent_address_book_add_point (EntAddressBook *self, guint32 street, EntE7 point)
{
  BookStreet *kept = &g_array_index (self->streets, BookStreet, street);

  span_extend (&kept->span, point);
  if (kept->place != ENT_ADDRESS_NONE)
    {
      BookPlace *place = &g_array_index (self->places, BookPlace, kept->place);

      if (!place->fixed)
        span_extend (&place->span, point);
    }
}

void
ent_address_book_add_house (EntAddressBook *self, guint32 street, const EntHouse *house)
{
  BookHouse kept = { *house, street };

  ent_address_book_add_point (self, street, house->place);
  g_array_append_val (self->houses, kept);
  g_array_index (self->streets, BookStreet, street).n_houses++;
}
