/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes addresses, streets and places out of an extract and of official files. Thread of the
 * import. */
#include "ent-address-part.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ent-address-csv.h"
#include "ent-address-group.h"

/* Nobody writes more numbers on one house. */
#define NUMBERS_IN_ONE 20

/* A house that a relation speaks of, by kind and id. */
typedef struct
{
  char *street;
  EntAddressPiece piece; /* of a building in several outlines; its number's text is below */
  char *number;
} Told;

typedef struct
{
  EntRegionBuild *build;
  EntAddressGroups *groups;
  GHashTable *told; /* kind and id -> Told */
} Part;

static void
free_told (gpointer data)
{
  Told *told = data;

  g_free (told->street);
  g_free (told->number);
  g_free ((char *) told->piece.names.name);
  g_free ((char *) told->piece.postcode);
  g_free ((char *) told->piece.town);
  g_free (told);
}

static gint64
key_of (EntPbfKind kind, gint64 id)
{
  return (gint64) ((guint64) id << 2) | (gint64) kind;
}

static gpointer
begin (EntRegionBuild *build)
{
  Part *self = g_new0 (Part, 1);

  self->build = build;
  self->groups = ent_address_groups_new ();
  self->told = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_told);
  return self;
}

static void
free_part (gpointer part)
{
  Part *self = part;

  g_hash_table_unref (self->told);
  ent_address_groups_free (self->groups);
  g_free (self);
}

static EntAddressNames
names_of (const EntPbfTags *tags)
{
  return (EntAddressNames) { ent_pbf_tag (tags, "name"), ent_pbf_tag (tags, "name:fr"),
                             ent_pbf_tag (tags, "name:nl"), ent_pbf_tag (tags, "name:de") };
}

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

static Told *
tell (Part *self, const EntPbfMember *member)
{
  gint64 key = key_of (member->kind, member->id);
  Told *told = g_hash_table_lookup (self->told, &key);

  if (told == NULL)
    {
      told = g_new0 (Told, 1);
      g_hash_table_insert (self->told, g_memdup2 (&key, sizeof key), told);
    }
  return told;
}

/* "associatedStreet": its houses do not say their street themselves. */
static void
take_street_relation (Part *self, const EntPbfRelation *relation, const EntPbfTags *tags)
{
  const char *name = ent_pbf_tag (tags, "name");

  if (!is_given (name))
    name = ent_pbf_tag (tags, "addr:street");
  for (guint i = 0; is_given (name) && i < relation->n_members; i++)
    {
      const EntPbfMember *member = &relation->members[i];

      if (g_str_equal (member->role, "house") || g_str_equal (member->role, "address"))
        g_set_str (&tell (self, member)->street, name);
    }
}

/* A building in several outlines has its number here, and its place with the first outer one. */
static void
take_building_relation (Part *self, const EntPbfRelation *relation, const EntPbfTags *tags)
{
  const char *street = ent_pbf_tag (tags, "addr:street");
  const char *number = ent_pbf_tag (tags, "addr:housenumber");

  for (guint i = 0; is_given (street) && is_given (number) && i < relation->n_members; i++)
    {
      const EntPbfMember *member = &relation->members[i];
      Told *told;

      if (member->kind != ENT_PBF_WAY || !g_str_equal (member->role, "outer"))
        continue;
      told = tell (self, member);
      if (told->number == NULL)
        {
          told->number = g_strdup (number);
          told->piece.names.name = g_strdup (street);
          told->piece.postcode = g_strdup (ent_pbf_tag (tags, "addr:postcode"));
          told->piece.town = g_strdup (ent_pbf_tag (tags, "addr:city"));
        }
      return;
    }
}

static void
relation (gpointer part, const EntPbfRelation *relation, const EntPbfTags *tags)
{
  const char *type = ent_pbf_tag (tags, "type");

  if (type == NULL)
    return;
  if (g_str_equal (type, "associatedStreet") || g_str_equal (type, "street"))
    take_street_relation (part, relation, tags);
  else if (g_str_equal (type, "multipolygon"))
    take_building_relation (part, relation, tags);
}

/* "12", "12;14", "12,14-16": one piece for each number that can be read. */
static void
add_houses (Part *self, EntAddressPiece *piece, const char *numbers)
{
  g_auto(GStrv) parts = NULL;

  if (strpbrk (numbers, ";,") == NULL)
    {
      if (ent_house_number_parse (numbers, &piece->house.number, NULL))
        ent_address_groups_add (self->groups, piece);
      return;
    }
  parts = g_strsplit_set (numbers, ";,", NUMBERS_IN_ONE);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (ent_house_number_parse (g_strstrip (parts[i]), &piece->house.number, NULL))
        ent_address_groups_add (self->groups, piece);
    }
}

static const Told *
told_of (Part *self, EntPbfKind kind, gint64 id)
{
  gint64 key = key_of (kind, id);

  return g_hash_table_size (self->told) > 0 ? g_hash_table_lookup (self->told, &key) : NULL;
}

static void
add_address (Part *self, const EntPbfTags *tags, const Told *told, EntE7 place)
{
  const char *numbers = ent_pbf_tag (tags, "addr:housenumber");
  EntAddressPiece piece = { .names.name = ent_pbf_tag (tags, "addr:street") };

  if (told != NULL && told->number != NULL)
    {
      EntAddressPiece building = told->piece;

      building.house.place = place;
      add_houses (self, &building, told->number);
    }
  if (!is_given (numbers))
    return;

  piece.names.fr = ent_pbf_tag (tags, "addr:street:fr");
  piece.names.nl = ent_pbf_tag (tags, "addr:street:nl");
  piece.names.de = ent_pbf_tag (tags, "addr:street:de");
  if (!is_given (piece.names.name))
    piece.names.name = told != NULL ? told->street : NULL;
  if (!is_given (piece.names.name))
    piece.names.name = ent_pbf_tag (tags, "addr:place");
  if (!is_given (piece.names.name))
    return;
  piece.postcode = ent_pbf_tag (tags, "addr:postcode");
  piece.town = ent_pbf_tag (tags, "addr:city");
  piece.house.place = place;
  add_houses (self, &piece, numbers);
}

/* Hamlets and quarters too: people say them when the postcode's name is another. */
static void
add_place (Part *self, const EntPbfTags *tags, const char *kind, EntE7 point)
{
  static const char *const kinds[] = { "city",          "town",     "village",
                                       "hamlet",        "suburb",   "quarter",
                                       "neighbourhood", "locality", "isolated_dwelling" };
  EntAddressPlace place = { names_of (tags), NULL, ent_pbf_tag (tags, "addr:postcode"), kind };

  if (!is_given (place.names.name))
    return;
  if (place.postcode == NULL)
    place.postcode = ent_pbf_tag (tags, "postal_code");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kind, kinds[i]))
        ent_address_groups_add_place (self->groups, &place, point);
    }
}

static void
node (gpointer part, const EntPbfNode *node, const EntPbfTags *tags)
{
  Part *self = part;
  const char *kind = ent_pbf_tag (tags, "place");

  add_address (self, tags, told_of (self, ENT_PBF_NODE, node->id), node->place);
  if (kind != NULL)
    add_place (self, tags, kind, node->place);
}

/* Middle of the box of a way's nodes; FALSE when none of them is in the extract. */
static gboolean
middle_of_way (Part *self, const EntRegionWay *way, EntE7 *middle)
{
  const EntRegionNodes *nodes = ent_region_build_get_nodes (self->build);
  EntE7 low = { G_MAXINT32, G_MAXINT32 }, high = { G_MININT32, G_MININT32 };

  for (guint i = 0; i < way->n_nodes; i++)
    {
      EntE7 place;

      if (way->nodes[i] == ENT_NODE_NONE)
        continue;
      place = ent_region_nodes_place (nodes, way->nodes[i]);
      low = (EntE7) { MIN (low.latitude, place.latitude), MIN (low.longitude, place.longitude) };
      high = (EntE7) { MAX (high.latitude, place.latitude), MAX (high.longitude, place.longitude) };
    }
  *middle = (EntE7) { low.latitude + (high.latitude - low.latitude) / 2,
                      low.longitude + (high.longitude - low.longitude) / 2 };
  return low.latitude <= high.latitude;
}

/* Both ends of a road and its middle: enough to know where it lies. */
static void
add_road (Part *self, const EntRegionWay *way, const EntPbfTags *tags)
{
  const EntRegionNodes *nodes = ent_region_build_get_nodes (self->build);
  const guint picked[] = { 0, way->n_nodes / 2, way->n_nodes - 1 };
  EntAddressPiece piece = { .names = names_of (tags) };

  if (!is_given (piece.names.name))
    return;
  piece.postcode = ent_pbf_tag (tags, "postal_code");
  for (guint i = 0; i < G_N_ELEMENTS (picked); i++)
    {
      guint32 number = way->nodes[picked[i]];

      if (number == ENT_NODE_NONE || (i > 0 && picked[i] == picked[i - 1]))
        continue;
      piece.house.place = ent_region_nodes_place (nodes, number);
      ent_address_groups_add (self->groups, &piece);
    }
}

static void
way (gpointer part, const EntRegionWay *way, const EntPbfTags *tags)
{
  Part *self = part;
  const Told *told = told_of (self, ENT_PBF_WAY, way->id);
  EntE7 middle;

  if (way->n_nodes == 0)
    return;
  if (ent_pbf_tag (tags, "highway") != NULL)
    add_road (self, way, tags);
  if ((told != NULL || ent_pbf_tag (tags, "addr:housenumber") != NULL) &&
      middle_of_way (self, way, &middle))
    add_address (self, tags, told, middle);
}

static gboolean
step_cb (double fraction, gpointer data, GError **error)
{
  return ent_region_build_step (data, ENT_REGION_STAGE_ADDRESSES, fraction * 0.5, error);
}

static void
note_bad (GString *lines, const char *name, const EntAddressCsvReport *report)
{
  for (guint i = 0; i < report->n_kept; i++)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, report->kept[i].line);

      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      /* Translators: a file name, the number of a line in it, and a sentence that says why. */
      g_string_append_printf (lines, _ ("%s, line %s: %s"), name, number,
                              ent_address_csv_reason_text (report->kept[i].reason));
    }
}

static gboolean
read_official_file (Part *self,
                    const char *path,
                    EntAddressBook *book,
                    EntAddressCsvReport *report,
                    GError **error)
{
  g_autoptr(GMappedFile) mapped = g_mapped_file_new (path, FALSE, error);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  EntAddressCsvFile file = { NULL, name, step_cb, self->build };

  if (mapped == NULL)
    return FALSE;
  bytes = g_mapped_file_get_bytes (mapped);
  file.bytes = bytes;
  return ent_address_csv_read (&file, book, report, error);
}

static gboolean
read_official (Part *self, const char *const *paths, EntAddressBook *book, GError **error)
{
  g_autoptr(GString) bad = g_string_new (NULL);
  guint64 n_lines = 0, n_bad = 0;
  gint64 newest = 0;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *name = g_filename_display_basename (paths[i]);
      EntAddressCsvReport report = { 0 };
      GStatBuf about;

      if (!read_official_file (self, paths[i], book, &report, error))
        return FALSE;
      if (g_stat (paths[i], &about) == 0)
        newest = MAX (newest, about.st_mtime);
      n_lines += report.n_lines;
      n_bad += report.n_bad;
      note_bad (bad, name, &report);
    }

  ent_region_build_note (self->build, "from-best", "1");
  ent_region_build_note_number (self->build, "address-time", newest);
  ent_region_build_note_number (self->build, "address-lines", (gint64) n_lines);
  ent_region_build_note_number (self->build, "address-bad-lines", (gint64) n_bad);
  ent_region_build_note (self->build, "address-bad", bad->str);
  return TRUE;
}

static gboolean
finish (gpointer part, EntRegionBuild *build, GError **error)
{
  Part *self = part;
  const char *const *paths = ent_region_build_get_sources (build)->address_paths;
  g_autoptr(EntAddressBook) osm = ent_address_book_new (ENT_ADDRESS_ORIGIN_OSM);
  g_autoptr(EntAddressBook) best = NULL;

  if (!ent_region_build_step (build, ENT_REGION_STAGE_ADDRESSES, 0.0, error))
    return FALSE;
  /* The official ones first, which searches then find first. */
  if (paths != NULL && paths[0] != NULL)
    {
      best = ent_address_book_new (ENT_ADDRESS_ORIGIN_BEST);
      if (!read_official (self, paths, best, error) || !ent_address_book_write (best, build, error))
        return FALSE;
    }
  ent_address_groups_finish (self->groups, osm);
  if (!ent_address_book_write (osm, build, error))
    return FALSE;
  return ent_address_book_finish (build, error);
}

const EntRegionPart ent_address_part = {
  .schema = ent_address_book_schema,
  .begin = begin,
  .relation = relation,
  .node = node,
  .way = way,
  .finish = finish,
  .free = free_part,
};
