/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing streets, houses and places, each table in the order of its key, and the indexes over
 * them at the end: so every page is written once. Thread of the import. */
#include "ent-address-book-private.h"

#include <sqlcipher/sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "ent-address-name.h"
#include "ent-text.h"

/* Rows between two looks at whether the import goes on. */
#define STEP_ROWS 4096

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/* The words of a street's index are its own, its postcode and its place's. No positions are kept,
 * since nobody asks for phrases. */
const char ent_address_book_schema[] =
    "CREATE TABLE place ("
    "  id INTEGER PRIMARY KEY, origin INTEGER NOT NULL, kind TEXT NOT NULL, postcode TEXT,"
    "  name TEXT NOT NULL, name_fr TEXT, name_nl TEXT, name_de TEXT, keys TEXT NOT NULL,"
    "  lat INTEGER, lon INTEGER);"
    "CREATE TABLE street ("
    "  id INTEGER PRIMARY KEY, origin INTEGER NOT NULL, place INTEGER, postcode TEXT,"
    "  name TEXT NOT NULL, name_fr TEXT, name_nl TEXT, name_de TEXT, keys TEXT NOT NULL,"
    "  lat INTEGER NOT NULL, lon INTEGER NOT NULL);"
    "CREATE TABLE house ("
    "  street INTEGER NOT NULL, number INTEGER NOT NULL, suffix TEXT NOT NULL,"
    "  last INTEGER NOT NULL, lat INTEGER NOT NULL, lon INTEGER NOT NULL,"
    "  PRIMARY KEY (street, number, suffix)) WITHOUT ROWID;"
    "CREATE VIRTUAL TABLE street_fts USING fts5 ("
    "  words, content='', columnsize=0, detail=none, prefix='1 2 3', tokenize='ascii');"
    "CREATE VIRTUAL TABLE street_tri USING fts5 ("
    "  words, content='', columnsize=0, detail=none, tokenize='trigram');"
    "CREATE VIRTUAL TABLE street_box USING rtree_i32 (id, south, north, west, east);";

typedef struct
{
  EntAddressBook *book;
  EntRegionBuild *build;
  guint32 *order; /* streets as they are written */
  gint64 first_place, first_street; /* ids of the book's first ones */
} Writer;

static void
bind_text (sqlite3_stmt *statement, int at, const char *text)
{
  sqlite3_bind_text (statement, at, text, -1, SQLITE_STATIC);
}

static void
bind_names (sqlite3_stmt *statement, int at, const EntAddressNames *names)
{
  bind_text (statement, at, names->name);
  bind_text (statement, at + 1, names->fr);
  bind_text (statement, at + 2, names->nl);
  bind_text (statement, at + 3, names->de);
}

static gboolean
run (Writer *self, sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  sqlite3_reset (statement);
  return code == SQLITE_DONE || ent_region_build_fail (self->build, error);
}

static gboolean
go_on (Writer *self, guint done, guint all, GError **error)
{
  return done % STEP_ROWS != 0 || ent_region_build_step (self->build, ENT_REGION_STAGE_ADDRESSES,
                                                         (double) done / MAX (all, 1), error);
}

/* Adds a line unless it is there already. */
static void
add_key (GString *keys, const char *name, gsize length)
{
  g_autofree char *text = g_strndup (name, length);
  g_autofree char *key = NULL;
  EntAddressName words;
  gsize n;

  ent_address_name_init (&words, text);
  key = ent_address_name_key (&words);
  n = strlen (key);
  if (n == 0)
    return;
  for (const char *p = strstr (keys->str, key); p != NULL; p = strstr (p + 1, key))
    {
      if ((p == keys->str || p[-1] == '\n') && (p[n] == '\0' || p[n] == '\n'))
        return;
    }
  if (keys->len > 0)
    g_string_append_c (keys, '\n');
  g_string_append (keys, key);
}

/* "Rue Neuve - Nieuwstraat" is known by either half as well, "Rue Haute (Prayon)" without what
 * tells it from another one. */
static void
add_keys (GString *keys, const char *name)
{
  const char *half = name != NULL ? strstr (name, " - ") : NULL;
  const char *bracket = name != NULL ? strchr (name, '(') : NULL;

  if (name == NULL)
    return;
  add_key (keys, name, strlen (name));
  if (bracket != NULL)
    add_key (keys, name, (gsize) (bracket - name));
  if (half == NULL)
    return;
  add_key (keys, name, (gsize) (half - name));
  add_key (keys, half + 3, strlen (half + 3));
}

static char *
make_keys (const EntAddressNames *names, const char *others)
{
  GString *keys = g_string_new (NULL);
  g_auto(GStrv) lines = g_strsplit (others != NULL ? others : "", "\n", -1);

  add_keys (keys, names->name);
  add_keys (keys, names->fr);
  add_keys (keys, names->nl);
  add_keys (keys, names->de);
  for (guint i = 0; lines[i] != NULL; i++)
    add_keys (keys, lines[i]);
  return g_string_free_and_steal (keys);
}

static EntE7
middle_of (const BookSpan *span)
{
  return (EntE7) { span->low.latitude + (span->high.latitude - span->low.latitude) / 2,
                   span->low.longitude + (span->high.longitude - span->low.longitude) / 2 };
}

static gboolean
is_nowhere (const BookSpan *span)
{
  return span->low.latitude > span->high.latitude;
}

static gboolean
write_places (Writer *self, GError **error)
{
  GArray *places = self->book->places;
  g_autoptr(sqlite3_stmt) insert = ent_region_build_prepare (
      self->build, "INSERT INTO place VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
      error);

  for (guint i = 0; insert != NULL && i < places->len; i++)
    {
      const BookPlace *place = &g_array_index (places, BookPlace, i);
      g_autofree char *keys = make_keys (&place->names, place->municipality);
      EntE7 middle = middle_of (&place->span);

      sqlite3_bind_int64 (insert, 1, self->first_place + i);
      sqlite3_bind_int (insert, 2, (int) self->book->origin);
      bind_text (insert, 3, place->kind);
      bind_text (insert, 4, place->postcode);
      bind_names (insert, 5, &place->names);
      bind_text (insert, 9, keys);
      sqlite3_bind_int (insert, 10, middle.latitude);
      sqlite3_bind_int (insert, 11, middle.longitude);
      if (is_nowhere (&place->span))
        {
          sqlite3_bind_null (insert, 10);
          sqlite3_bind_null (insert, 11);
        }
      if (!run (self, insert, error))
        return FALSE;
    }
  return insert != NULL;
}

static const char *
postcode_of (const EntAddressBook *book, const BookStreet *street)
{
  return street->place != ENT_ADDRESS_NONE
             ? g_array_index (book->places, BookPlace, street->place).postcode
             : NULL;
}

/* By name, so that the first matches of a search are in the order of the alphabet. */
static int
compare_streets (gconstpointer a, gconstpointer b, gpointer data)
{
  const EntAddressBook *book = data;
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;
  int order = strcmp (g_array_index (book->streets, BookStreet, i).keys,
                      g_array_index (book->streets, BookStreet, j).keys);

  return order != 0 ? order : (i > j) - (i < j);
}

static void
order_streets (Writer *self)
{
  GArray *streets = self->book->streets;

  self->order = g_new (guint32, streets->len + 1);
  for (guint i = 0; i < streets->len; i++)
    {
      BookStreet *street = &g_array_index (streets, BookStreet, i);

      street->keys = make_keys (&street->names, NULL);
      self->order[i] = i;
    }
  g_sort_array (self->order, streets->len, sizeof *self->order, compare_streets, self->book);
}

static gboolean
insert_street (Writer *self, sqlite3_stmt *insert, gint64 id, guint32 number, GError **error)
{
  const BookStreet *street = &g_array_index (self->book->streets, BookStreet, number);
  EntE7 middle = middle_of (&street->span);

  sqlite3_bind_int64 (insert, 1, id);
  sqlite3_bind_int (insert, 2, (int) self->book->origin);
  if (street->place != ENT_ADDRESS_NONE)
    sqlite3_bind_int64 (insert, 3, self->first_place + street->place);
  else
    sqlite3_bind_null (insert, 3);
  bind_text (insert, 4, postcode_of (self->book, street));
  bind_names (insert, 5, &street->names);
  bind_text (insert, 9, street->keys);
  sqlite3_bind_int (insert, 10, middle.latitude);
  sqlite3_bind_int (insert, 11, middle.longitude);
  return run (self, insert, error);
}

static gboolean
insert_box (Writer *self, sqlite3_stmt *insert, gint64 id, guint32 number, GError **error)
{
  const BookSpan *span = &g_array_index (self->book->streets, BookStreet, number).span;

  sqlite3_bind_int64 (insert, 1, id);
  sqlite3_bind_int (insert, 2, span->low.latitude);
  sqlite3_bind_int (insert, 3, span->high.latitude);
  sqlite3_bind_int (insert, 4, span->low.longitude);
  sqlite3_bind_int (insert, 5, span->high.longitude);
  return run (self, insert, error);
}

static void
append_folded (GString *words, const char *text)
{
  g_autofree char *folded = ent_text_fold (text);

  g_string_append_c (words, ' ');
  g_string_append (words, folded);
}

static void
append_names (GString *words, const EntAddressNames *names)
{
  append_folded (words, names->name);
  append_folded (words, names->fr);
  append_folded (words, names->nl);
  append_folded (words, names->de);
}

/* The words by which a street is found while one types: its own, whole and cut, its postcode and
 * those of its place. */
static gboolean
insert_words (Writer *self, sqlite3_stmt *insert, gint64 id, guint32 number, GError **error)
{
  const BookStreet *street = &g_array_index (self->book->streets, BookStreet, number);
  g_autoptr(GString) words = g_string_new (street->keys);

  append_names (words, &street->names);
  if (street->place != ENT_ADDRESS_NONE)
    {
      const BookPlace *place = &g_array_index (self->book->places, BookPlace, street->place);

      append_folded (words, place->postcode);
      append_names (words, &place->names);
      append_folded (words, place->municipality);
    }
  sqlite3_bind_int64 (insert, 1, id);
  sqlite3_bind_text (insert, 2, words->str, (int) words->len, SQLITE_STATIC);
  return run (self, insert, error);
}

/* Groups of three letters, the blanks around words among them. */
static gboolean
insert_letters (Writer *self, sqlite3_stmt *insert, gint64 id, guint32 number, GError **error)
{
  const BookStreet *street = &g_array_index (self->book->streets, BookStreet, number);
  g_autofree char *letters = g_strconcat (" ", street->keys, " ", NULL);

  g_strdelimit (letters, "\n", ' ');
  sqlite3_bind_int64 (insert, 1, id);
  bind_text (insert, 2, letters);
  return run (self, insert, error);
}

typedef gboolean (*InsertStreet) (Writer *, sqlite3_stmt *, gint64, guint32, GError **);

/* One table after the other, in the order of the ids. */
static gboolean
write_streets (Writer *self, GError **error)
{
  static const struct
  {
    const char *sql;
    InsertStreet insert;
  } tables[] = {
    { "INSERT INTO street VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", insert_street },
    { "INSERT INTO street_box VALUES ($1, $2, $3, $4, $5)", insert_box },
    { "INSERT INTO street_fts (rowid, words) VALUES ($1, $2)", insert_words },
    { "INSERT INTO street_tri (rowid, words) VALUES ($1, $2)", insert_letters },
  };
  guint n = self->book->streets->len;
  guint all = n * (guint) G_N_ELEMENTS (tables);

  for (guint table = 0; table < G_N_ELEMENTS (tables); table++)
    {
      g_autoptr(sqlite3_stmt)
                    insert = ent_region_build_prepare (self->build, tables[table].sql, error);

      if (insert == NULL)
        return FALSE;
      for (guint i = 0; i < n; i++)
        {
          if (!go_on (self, table * n + i, all, error) ||
              !tables[table].insert (self, insert, self->first_street + i, self->order[i], error))
            return FALSE;
        }
    }
  return TRUE;
}

static int
compare_houses (gconstpointer a, gconstpointer b)
{
  const BookHouse *left = a, *right = b;

  return ent_house_number_compare (&left->house.number, &right->house.number);
}

/* The houses street by street, in the order in which the streets are written. */
static BookHouse *
sort_houses (Writer *self)
{
  const BookHouse *houses = (const BookHouse *) (gpointer) self->book->houses->data;
  guint n = self->book->houses->len, n_streets = self->book->streets->len;
  g_autofree guint32 *at = g_new (guint32, n_streets + 1);
  BookHouse *sorted = g_new (BookHouse, n + 1);
  guint32 next = 0;

  for (guint i = 0; i < n_streets; i++)
    {
      at[self->order[i]] = next;
      next += g_array_index (self->book->streets, BookStreet, self->order[i]).n_houses;
    }
  for (guint i = 0; i < n; i++)
    sorted[at[houses[i].street]++] = houses[i];
  for (guint i = 0, start = 0; i < n_streets; i++)
    {
      guint count = g_array_index (self->book->streets, BookStreet, self->order[i]).n_houses;

      qsort (sorted + start, count, sizeof *sorted, compare_houses);
      for (guint j = start; j < start + count; j++)
        sorted[j].street = i;
      start += count;
    }
  return sorted;
}

static gboolean
write_houses (Writer *self, GError **error)
{
  g_autofree BookHouse *houses = sort_houses (self);
  guint n = self->book->houses->len;
  g_autoptr(sqlite3_stmt) insert = ent_region_build_prepare (
      self->build, "INSERT INTO house VALUES ($1, $2, $3, $4, $5, $6)", error);

  if (insert == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const EntHouse *house = &houses[i].house;

      if (i > 0 && houses[i].street == houses[i - 1].street &&
          ent_house_number_compare (&house->number, &houses[i - 1].house.number) == 0)
        continue;
      sqlite3_bind_int64 (insert, 1, self->first_street + houses[i].street);
      sqlite3_bind_int (insert, 2, house->number.number);
      bind_text (insert, 3, house->number.suffix);
      sqlite3_bind_int (insert, 4, house->number.last);
      sqlite3_bind_int (insert, 5, house->place.latitude);
      sqlite3_bind_int (insert, 6, house->place.longitude);
      if (!go_on (self, i, n, error) || !run (self, insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_number (EntRegionBuild *build, const char *sql, gint64 *number, GError **error)
{
  g_autoptr(sqlite3_stmt) statement = ent_region_build_prepare (build, sql, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return ent_region_build_fail (build, error);
  *number = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

gboolean
ent_address_book_write (EntAddressBook *self, EntRegionBuild *build, GError **error)
{
  Writer writer = { self, build, NULL, 0, 0 };
  gboolean fine = read_number (build, "SELECT coalesce (max (id), 0) + 1 FROM place",
                               &writer.first_place, error) &&
                  read_number (build, "SELECT coalesce (max (id), 0) + 1 FROM street",
                               &writer.first_street, error);

  if (!fine)
    return FALSE;
  order_streets (&writer);
  fine = write_places (&writer, error) && write_streets (&writer, error) &&
         write_houses (&writer, error);
  g_free (writer.order);
  return fine;
}

static gboolean
note_count (EntRegionBuild *build, const char *key, const char *sql, GError **error)
{
  gint64 number = 0;

  if (!read_number (build, sql, &number, error))
    return FALSE;
  ent_region_build_note_number (build, key, number);
  return TRUE;
}

gboolean
ent_address_book_finish (EntRegionBuild *build, GError **error)
{
  return ent_region_build_run (build, "CREATE INDEX street_by_postcode ON street (postcode, id)",
                               error) &&
         ent_region_build_step (build, ENT_REGION_STAGE_ADDRESSES, 1.0, error) &&
         note_count (build, "n-streets", "SELECT count (*) FROM street", error) &&
         note_count (build, "n-houses", "SELECT count (*) FROM house", error) &&
         note_count (build, "n-places", "SELECT count (*) FROM place", error);
}
