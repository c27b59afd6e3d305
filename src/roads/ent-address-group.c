/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From pieces to streets. Thread of the import. */
#include "ent-address-group.h"

#include <stdlib.h>
#include <string.h>

/* Pieces whose cells touch belong together: a little over one kilometre each way in Belgium. */
#define CELL_LATITUDE 100000
#define CELL_LONGITUDE 150000

/* How many cells away a street looks for a house that tells its postcode, and how far a town may
 * lie. */
#define POSTCODE_CELLS 3
#define TOWN_METRES 6000.0

typedef struct
{
  EntAddressNames names; /* names.name is interned, equal names are the same pointer */
  const char *postcode;
  const char *town;
  EntHouse house;
  guint32 name; /* number of the name, in the order of appearance */
  gint32 row, column; /* of its cell */
  guint32 group; /* of touching cells, then the street in the book */
} Piece;

typedef struct
{
  EntAddressPlace place;
  EntE7 point;
} Town;

/* What the houses of a cell say of their postcode: the one that prevails. */
typedef struct
{
  const char *postcode;
  const char *town;
  guint votes;
} Vote;

struct _EntAddressGroups
{
  GStringChunk *strings;
  GHashTable *names; /* interned -> number + 1 */
  GArray *pieces;
  GArray *towns;
  GHashTable *votes; /* cell -> Vote */
};

EntAddressGroups *
ent_address_groups_new (void)
{
  EntAddressGroups *self = g_new0 (EntAddressGroups, 1);

  self->strings = g_string_chunk_new (64 * 1024);
  self->names = g_hash_table_new (NULL, NULL);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  self->towns = g_array_new (FALSE, FALSE, sizeof (Town));
  self->votes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
ent_address_groups_free (EntAddressGroups *self)
{
  g_hash_table_unref (self->votes);
  g_array_unref (self->towns);
  g_array_unref (self->pieces);
  g_hash_table_unref (self->names);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static const char *
keep (EntAddressGroups *self, const char *text)
{
  return text != NULL && *text != '\0' ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

static EntAddressNames
keep_names (EntAddressGroups *self, const EntAddressNames *names)
{
  return (EntAddressNames) { keep (self, names->name), keep (self, names->fr),
                             keep (self, names->nl), keep (self, names->de) };
}

static guint32
number_of_name (EntAddressGroups *self, const char *name)
{
  guint32 known = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, name));

  if (known == 0)
    {
      known = g_hash_table_size (self->names) + 1;
      g_hash_table_insert (self->names, (gpointer) name, GUINT_TO_POINTER (known));
    }
  return known - 1;
}

/* Rounds down, also below zero. */
static gint32
cell_of (gint32 units, gint32 size)
{
  return units >= 0 ? units / size : -((-(units + 1)) / size) - 1;
}

static gint64
cell_key (gint32 row, gint32 column)
{
  return ((gint64) row << 32) | (guint32) column;
}

/* The postcode that more than half of the houses tell wins for sure; any other may. */
static void
vote (EntAddressGroups *self, const Piece *piece)
{
  gint64 key = cell_key (piece->row, piece->column);
  Vote *cell = g_hash_table_lookup (self->votes, &key);

  if (cell == NULL)
    {
      cell = g_new0 (Vote, 1);
      g_hash_table_insert (self->votes, g_memdup2 (&key, sizeof key), cell);
    }
  if (cell->votes == 0)
    {
      cell->postcode = piece->postcode;
      cell->town = piece->town;
    }
  if (cell->postcode != piece->postcode)
    cell->votes--;
  else
    cell->votes++;
  if (cell->town == NULL && cell->postcode == piece->postcode)
    cell->town = piece->town;
}

void
ent_address_groups_add (EntAddressGroups *self, const EntAddressPiece *piece)
{
  Piece kept;

  kept.names = keep_names (self, &piece->names);
  kept.postcode = keep (self, piece->postcode);
  kept.town = keep (self, piece->town);
  kept.house = piece->house;
  kept.name = number_of_name (self, kept.names.name);
  kept.row = cell_of (piece->house.place.latitude, CELL_LATITUDE);
  kept.column = cell_of (piece->house.place.longitude, CELL_LONGITUDE);
  kept.group = 0;
  g_array_append_val (self->pieces, kept);
  if (kept.postcode != NULL)
    vote (self, &kept);
}

void
ent_address_groups_add_place (EntAddressGroups *self, const EntAddressPlace *place, EntE7 point)
{
  Town town = { *place, point };

  town.place.names = keep_names (self, &place->names);
  town.place.municipality = keep (self, place->municipality);
  town.place.postcode = keep (self, place->postcode);
  town.place.kind = keep (self, place->kind);
  g_array_append_val (self->towns, town);
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const Piece *left = a, *right = b;

  if (left->name != right->name)
    return left->name < right->name ? -1 : 1;
  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;
  if (left->house.place.latitude != right->house.place.latitude)
    return left->house.place.latitude < right->house.place.latitude ? -1 : 1;
  return (left->house.place.longitude > right->house.place.longitude) -
         (left->house.place.longitude < right->house.place.longitude);
}

static guint32
root_of (guint32 *parents, guint32 i)
{
  while (parents[i] != i)
    i = parents[i] = parents[parents[i]];
  return i;
}

/* Joins the cells of one name, pieces[0..n-1] in order of cells, that touch: row by row, looking
 * only at the row itself and the next one. */
static void
join_cells (Piece *pieces, guint n)
{
  g_autofree guint32 *parents = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    parents[i] = i;
  for (guint i = 0; i < n; i++)
    {
      gboolean new_cell = i == 0 || pieces[i].row != pieces[i - 1].row ||
                          pieces[i].column != pieces[i - 1].column;

      if (!new_cell)
        {
          parents[i] = i - 1;
          continue;
        }
      for (guint j = i + 1; j < n && pieces[j].row <= pieces[i].row + 1; j++)
        {
          if (ABS (pieces[j].column - pieces[i].column) <= 1)
            parents[root_of (parents, j)] = root_of (parents, i);
        }
    }
  for (guint i = 0; i < n; i++)
    pieces[i].group = root_of (parents, i);
}

static double
distance (EntE7 a, EntE7 b)
{
  return ent_geo_distance (ent_e7_to_point (a), ent_e7_to_point (b));
}

/* What the houses of the cells around say, nearest ring first. */
static const Vote *
find_vote (EntAddressGroups *self, gint32 row, gint32 column)
{
  for (gint32 ring = 0; ring <= POSTCODE_CELLS; ring++)
    {
      const Vote *best = NULL;

      for (gint32 i = -ring; i <= ring; i++)
        {
          for (gint32 j = -ring; j <= ring; j++)
            {
              gint64 key = cell_key (row + i, column + j);
              const Vote *cell;

              if (MAX (ABS (i), ABS (j)) != ring)
                continue;
              cell = g_hash_table_lookup (self->votes, &key);
              if (cell != NULL && (best == NULL || cell->votes > best->votes))
                best = cell;
            }
        }
      if (best != NULL)
        return best;
    }
  return NULL;
}

static gboolean
is_town_kind (const char *kind)
{
  return g_str_equal (kind, "city") || g_str_equal (kind, "town") || g_str_equal (kind, "village");
}

static const Town *
find_town (EntAddressGroups *self, EntE7 point)
{
  const Town *best = NULL;
  double nearest = TOWN_METRES;

  for (guint i = 0; i < self->towns->len; i++)
    {
      const Town *town = &g_array_index (self->towns, Town, i);
      double metres;

      /* A degree of latitude is 111 km, so this passes over most of them. */
      if (!is_town_kind (town->place.kind) ||
          ABS ((gint64) town->point.latitude - point.latitude) > (gint64) (TOWN_METRES * 91))
        continue;
      metres = distance (town->point, point);
      if (metres < nearest)
        {
          best = town;
          nearest = metres;
        }
    }
  return best;
}

/* The names of a town in the languages that the map knows. */
static const Town *
find_town_by_name (EntAddressGroups *self, const char *name)
{
  for (guint i = 0; i < self->towns->len; i++)
    {
      const Town *town = &g_array_index (self->towns, Town, i);

      if (town->place.names.name == name && is_town_kind (town->place.kind))
        return town;
    }
  return NULL;
}

static guint32
add_post_place (EntAddressGroups *self, EntAddressBook *book, const Piece *piece)
{
  const char *postcode = piece->postcode, *name = piece->town;
  EntAddressPlace place = { { NULL, NULL, NULL, NULL }, NULL, NULL, ENT_ADDRESS_KIND_POST };
  const Town *town = NULL;

  if (postcode == NULL)
    {
      const Vote *cell = find_vote (self, piece->row, piece->column);

      postcode = cell != NULL ? cell->postcode : NULL;
      name = name != NULL || cell == NULL ? name : cell->town;
    }
  town = name != NULL ? find_town_by_name (self, name) : find_town (self, piece->house.place);
  if (town != NULL)
    place.names = town->place.names;
  else
    place.names.name = name != NULL ? name : postcode;
  if (postcode == NULL && town != NULL)
    postcode = town->place.postcode;
  place.postcode = postcode;
  return place.names.name != NULL ? ent_address_book_add_place (book, &place) : ENT_ADDRESS_NONE;
}

/* Good enough to compare near places with each other, which is done very often: squared, in units
 * of latitude. */
static double
rough_distance (EntE7 a, EntE7 b)
{
  double north = (double) a.latitude - b.latitude;
  double east = ((double) a.longitude - b.longitude) * 0.64;

  return north * north + east * east;
}

/* Of the pieces that say their postcode, the nearest; NULL when none does. */
static const Piece *
nearest_with_postcode (const Piece *pieces, guint n, const Piece *to)
{
  const Piece *best = NULL;
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    {
      double away;

      if (pieces[i].group != to->group || pieces[i].postcode == NULL)
        continue;
      away = rough_distance (pieces[i].house.place, to->house.place);
      if (away < nearest)
        {
          best = &pieces[i];
          nearest = away;
        }
    }
  return best;
}

typedef struct
{
  guint32 group;
  const char *postcode;
  guint32 street;
} Made;

static guint32
street_for (EntAddressGroups *self, EntAddressBook *book, GArray *made, const Piece *piece)
{
  Made street = { piece->group, piece->postcode, 0 };

  for (guint i = 0; i < made->len; i++)
    {
      const Made *known = &g_array_index (made, Made, i);

      if (known->group == street.group && known->postcode == street.postcode)
        return known->street;
    }
  street.street = ent_address_book_add_street (book, &piece->names,
                                               add_post_place (self, book, piece));
  g_array_append_val (made, street);
  return street.street;
}

/* Houses that tell no more than the name of the street know it in one language only. */
static void
share_names (Piece *pieces, guint n)
{
  const EntAddressNames *fullest = NULL;

  for (guint i = 0; i < n; i++)
    {
      const EntAddressNames *names = &pieces[i].names;

      if (names->fr != NULL || names->nl != NULL || names->de != NULL)
        fullest = names;
    }
  for (guint i = 0; i < n && fullest != NULL; i++)
    pieces[i].names = *fullest;
}

static void
share_town (Piece *piece, const Piece *from)
{
  if (from == NULL)
    return;
  piece->postcode = from->postcode;
  if (piece->town == NULL)
    piece->town = from->town;
}

/* One name: its pieces, in the order of their cells. */
static void
make_streets (EntAddressGroups *self, EntAddressBook *book, Piece *pieces, guint n)
{
  g_autoptr(GArray) made = g_array_new (FALSE, FALSE, sizeof (Made));
  g_autofree const Piece **donors = g_new0 (const Piece *, n);

  join_cells (pieces, n);
  share_names (pieces, n);
  for (guint i = 0; i < n; i++)
    {
      if (pieces[i].postcode == NULL)
        donors[i] = nearest_with_postcode (pieces, n, &pieces[i]);
    }
  for (guint i = 0; i < n; i++)
    share_town (&pieces[i], donors[i]);

  for (guint i = 0; i < n; i++)
    {
      guint32 street = street_for (self, book, made, &pieces[i]);

      if (pieces[i].house.number.number > 0)
        ent_address_book_add_house (book, street, &pieces[i].house);
      else
        ent_address_book_add_point (book, street, pieces[i].house.place);
    }
}

void
ent_address_groups_finish (EntAddressGroups *self, EntAddressBook *book)
{
  Piece *pieces = (Piece *) (gpointer) self->pieces->data;
  guint n = self->pieces->len;

  for (guint i = 0; i < self->towns->len; i++)
    {
      const Town *town = &g_array_index (self->towns, Town, i);

      ent_address_book_set_place_point (book, ent_address_book_add_place (book, &town->place),
                                        town->point);
    }

  if (n > 0)
    qsort (pieces, n, sizeof *pieces, compare_pieces);
  for (guint start = 0, end; start < n; start = end)
    {
      for (end = start; end < n && pieces[end].name == pieces[start].name;)
        end++;
      make_streets (self, book, pieces + start, end - start);
    }
}
