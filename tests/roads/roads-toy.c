/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes extracts of a few nodes. One thread. */
#include "roads-toy.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "ent-pbf-wire.h"
#include "ent-region-build.h"

struct _Toy
{
  GPtrArray *strings;
  GByteArray *nodes, *ways, *relations; /* fields of a group */
  GArray *dense; /* DenseNode */
  GPtrArray *features;
};

typedef struct
{
  gint64 id, latitude, longitude;
  GArray *tags; /* guint32 */
} DenseNode;

static void
dense_node_clear_cb (gpointer data)
{
  g_array_unref (((DenseNode *) data)->tags);
}

Toy *
toy_new (void)
{
  Toy *self = g_new0 (Toy, 1);

  self->strings = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->strings, g_strdup (""));
  self->nodes = g_byte_array_new ();
  self->ways = g_byte_array_new ();
  self->relations = g_byte_array_new ();
  self->dense = g_array_new (FALSE, FALSE, sizeof (DenseNode));
  g_array_set_clear_func (self->dense, dense_node_clear_cb);
  self->features = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
toy_free (Toy *self)
{
  g_ptr_array_unref (self->strings);
  g_byte_array_unref (self->nodes);
  g_byte_array_unref (self->ways);
  g_byte_array_unref (self->relations);
  g_array_unref (self->dense);
  g_ptr_array_unref (self->features);
  g_free (self);
}

static void
put_varint (GByteArray *to, guint64 value)
{
  do
    {
      guint8 byte = (guint8) ((value & 0x7f) | (value > 0x7f ? 0x80 : 0));

      g_byte_array_append (to, &byte, 1);
      value >>= 7;
    }
  while (value > 0);
}

static void
put_signed (GByteArray *to, gint64 value)
{
  put_varint (to, (guint64) value << 1 ^ (guint64) (value >> 63));
}

static void
put_number (GByteArray *to, guint field, guint64 value)
{
  put_varint (to, ENT_WIRE_VARINT (field));
  put_varint (to, value);
}

static void
put_bytes (GByteArray *to, guint field, const guint8 *data, gsize size)
{
  put_varint (to, ENT_WIRE_BYTES (field));
  put_varint (to, size);
  g_byte_array_append (to, data, (guint) size);
}

static void
put_message (GByteArray *to, guint field, GByteArray *message)
{
  put_bytes (to, field, message->data, message->len);
}

static guint32
string_number (Toy *self, const char *text)
{
  guint number;

  if (!g_ptr_array_find_with_equal_func (self->strings, text, g_str_equal, &number))
    {
      number = self->strings->len;
      g_ptr_array_add (self->strings, g_strdup (text));
    }
  return number;
}

static GArray *
tag_numbers (Toy *self, const char *tags)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_auto (GStrv) words = g_strsplit (tags, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *equals = strchr (words[i], '=');
      guint32 number;

      if (equals == NULL)
        continue;
      *equals = '\0';
      number = string_number (self, words[i]);
      g_array_append_val (numbers, number);
      number = string_number (self, equals + 1);
      g_array_append_val (numbers, number);
    }
  return numbers;
}

static void
put_tags (GByteArray *to, GArray *numbers)
{
  for (guint part = 0; part < 2; part++)
    {
      g_autoptr (GByteArray) packed = g_byte_array_new ();

      for (guint i = part; i < numbers->len; i += 2)
        put_varint (packed, g_array_index (numbers, guint32, i));
      put_message (to, 2 + part, packed);
    }
}

EntPoint
toy_point (double north, double east)
{
  return (EntPoint) { 50.6 + north / 111195.08, 5.6 + east / ent_geo_metres_per_degree (50.6) };
}

void
toy_node (Toy *self, gint64 id, double north, double east, const char *tags)
{
  EntE7 place = ent_e7_from_point (toy_point (north, east));
  DenseNode node = { id, place.latitude, place.longitude, tag_numbers (self, tags) };
  g_autoptr (GByteArray) message = g_byte_array_new ();

  put_varint (message, ENT_WIRE_VARINT (1));
  put_signed (message, id);
  put_tags (message, node.tags);
  put_varint (message, ENT_WIRE_VARINT (8));
  put_signed (message, node.latitude);
  put_varint (message, ENT_WIRE_VARINT (9));
  put_signed (message, node.longitude);
  put_message (self->nodes, 1, message);
  g_array_append_val (self->dense, node);
}

void
toy_way (Toy *self, gint64 id, const char *nodes, const char *tags)
{
  g_autoptr (GByteArray) message = g_byte_array_new ();
  g_autoptr (GByteArray) refs = g_byte_array_new ();
  g_autoptr (GArray) numbers = tag_numbers (self, tags);
  g_auto (GStrv) words = g_strsplit (nodes, " ", -1);
  gint64 last = 0;

  put_number (message, 1, (guint64) id);
  put_tags (message, numbers);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 ref = g_ascii_strtoll (words[i], NULL, 10);

      put_signed (refs, ref - last);
      last = ref;
    }
  put_message (message, 8, refs);
  put_message (self->ways, 3, message);
}

void
toy_relation (Toy *self, gint64 id, const char *members, const char *tags)
{
  g_autoptr (GByteArray) message = g_byte_array_new ();
  g_autoptr (GByteArray) roles = g_byte_array_new ();
  g_autoptr (GByteArray) ids = g_byte_array_new ();
  g_autoptr (GByteArray) kinds = g_byte_array_new ();
  g_autoptr (GArray) numbers = tag_numbers (self, tags);
  g_auto (GStrv) words = g_strsplit (members, " ", -1);
  gint64 last = 0;

  put_number (message, 1, (guint64) id);
  put_tags (message, numbers);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *role;
      gint64 ref = g_ascii_strtoll (words[i] + 1, &role, 10);

      put_signed (ids, ref - last);
      last = ref;
      put_varint (roles, string_number (self, role + 1));
      put_varint (kinds, words[i][0] == 'n' ? 0 : words[i][0] == 'w' ? 1 : 2);
    }
  put_message (message, 8, roles);
  put_message (message, 9, ids);
  put_message (message, 10, kinds);
  put_message (self->relations, 4, message);
}

void
toy_require (Toy *self, const char *feature)
{
  g_ptr_array_add (self->features, g_strdup (feature));
}

static void
append_frame (GByteArray *file, const char *type, GByteArray *blob)
{
  g_autoptr (GByteArray) header = g_byte_array_new ();
  guint32 size;

  put_bytes (header, 1, (const guint8 *) type, strlen (type));
  put_number (header, 3, blob->len);
  size = GUINT32_TO_BE (header->len);
  g_byte_array_append (file, (const guint8 *) &size, 4);
  g_byte_array_append (file, header->data, header->len);
  g_byte_array_append (file, blob->data, blob->len);
}

void
toy_append_blob (GByteArray *file, const char *type, guint field, GByteArray *content)
{
  g_autoptr (GByteArray) blob = g_byte_array_new ();
  uLongf size = compressBound (content->len);
  g_autofree guint8 *packed = g_malloc (size);

  if (field == 3)
    {
      g_assert_cmpint (compress (packed, &size, content->data, content->len), ==, Z_OK);
      put_number (blob, 2, content->len);
      put_bytes (blob, 3, packed, size);
    }
  else
    put_message (blob, field, content);
  append_frame (file, type, blob);
}

static GByteArray *
make_dense (Toy *self)
{
  GByteArray *message = g_byte_array_new ();
  g_autoptr (GByteArray) ids = g_byte_array_new ();
  g_autoptr (GByteArray) latitudes = g_byte_array_new ();
  g_autoptr (GByteArray) longitudes = g_byte_array_new ();
  g_autoptr (GByteArray) texts = g_byte_array_new ();
  DenseNode last = { 0 };

  for (guint i = 0; i < self->dense->len; i++)
    {
      const DenseNode *node = &g_array_index (self->dense, DenseNode, i);

      put_signed (ids, node->id - last.id);
      put_signed (latitudes, node->latitude - last.latitude);
      put_signed (longitudes, node->longitude - last.longitude);
      for (guint j = 0; j < node->tags->len; j++)
        put_varint (texts, g_array_index (node->tags, guint32, j));
      put_varint (texts, 0);
      last = *node;
    }
  put_message (message, 1, ids);
  put_message (message, 8, latitudes);
  put_message (message, 9, longitudes);
  put_message (message, 10, texts);
  return message;
}

static void
put_nodes (Toy *self, ToyForm form, GByteArray *group)
{
  g_autoptr (GByteArray) dense = make_dense (self);

  if ((form & TOY_SPARSE) != 0)
    g_byte_array_append (group, self->nodes->data, self->nodes->len);
  else
    put_message (group, 2, dense);
}

/* A block of the groups that are not empty. */
static void
append_block (Toy *self, ToyForm form, GByteArray *file, GByteArray **groups, guint n)
{
  g_autoptr (GByteArray) strings = g_byte_array_new ();
  g_autoptr (GByteArray) block = g_byte_array_new ();

  for (guint i = 0; i < self->strings->len; i++)
    {
      const char *text = g_ptr_array_index (self->strings, i);

      put_bytes (strings, 1, (const guint8 *) text, strlen (text));
    }
  put_message (block, 1, strings);
  for (guint i = 0; i < n; i++)
    put_message (block, 2, groups[i]);
  toy_append_blob (file, "OSMData", (form & TOY_RAW) != 0 ? 1 : 3, block);
}

static void
append_header (Toy *self, ToyForm form, GByteArray *file)
{
  g_autoptr (GByteArray) header = g_byte_array_new ();
  g_autoptr (GByteArray) box = g_byte_array_new ();
  const gint64 sides[] = { 5500000000, 5700000000, 50700000000, 50500000000 };

  for (guint i = 0; i < 4; i++)
    {
      put_varint (box, ENT_WIRE_VARINT (i + 1));
      put_signed (box, sides[i]);
    }
  put_message (header, 1, box);
  put_bytes (header, 4, (const guint8 *) "OsmSchema-V0.6", 14);
  put_bytes (header, 4, (const guint8 *) "DenseNodes", 10);
  for (guint i = 0; i < self->features->len; i++)
    {
      const char *feature = g_ptr_array_index (self->features, i);

      put_bytes (header, 4, (const guint8 *) feature, strlen (feature));
    }
  if ((form & TOY_BACKWARDS) == 0)
    put_bytes (header, 5, (const guint8 *) "Sort.Type_then_ID", 17);
  put_number (header, 32, 1474070400);
  toy_append_blob (file, "OSMHeader", (form & TOY_RAW) != 0 ? 1 : 3, header);
}

GBytes *
toy_write (Toy *self, ToyForm form)
{
  GByteArray *file = g_byte_array_new ();
  g_autoptr (GByteArray) nodes = g_byte_array_new ();
  GByteArray *forwards[] = { nodes, self->ways, self->relations };
  GByteArray *backwards[] = { self->relations, self->ways, nodes };

  put_nodes (self, form, nodes);
  append_header (self, form, file);
  if ((form & TOY_BACKWARDS) != 0)
    append_block (self, form, file, backwards, 3);
  else
    for (guint i = 0; i < 3; i++)
      append_block (self, form, file, &forwards[i], 1);
  return g_byte_array_free_to_bytes (file);
}

char *
toy_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("roads-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
toy_remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

static char *kept_folder;

static void
remove_kept_cb (void)
{
  toy_remove_folder (kept_folder);
}

EntRegion *
toy_import (Toy *self)
{
  static guint n_made;
  g_autofree char *extract = NULL, *target = NULL;
  g_autoptr (GBytes) bytes = toy_write (self, TOY_PLAIN);
  g_autoptr (GError) error = NULL;
  EntRegionSources sources = { .name = "Toy" };
  EntRegion *region;

  if (kept_folder == NULL)
    {
      kept_folder = toy_folder ();
      atexit (remove_kept_cb);
    }
  extract = g_strdup_printf ("%s/%u.osm.pbf", kept_folder, ++n_made);
  target = g_strdup_printf ("%s/%u.region", kept_folder, n_made);
  sources.osm_path = extract;
  g_file_set_contents (extract, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  ent_region_build (&sources, target, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  region = ent_region_open (target, &error);
  g_assert_no_error (error);
  return region;
}

EntRoads *
toy_roads (Toy *self)
{
  g_autoptr (EntRegion) region = toy_import (self);
  g_autoptr (GError) error = NULL;
  EntRoads *roads = ent_roads_open (region, &error);

  g_assert_no_error (error);
  return roads;
}

guint32
toy_seconds (EntRoads *roads, EntRoadMode mode, EntPoint from, EntPoint to)
{
  EntTravelQuery query = { .mode = mode, .from = &from, .n_from = 1, .to = &to, .n_to = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntTravelTable) fast = ent_roads_table (roads, &query, NULL, &error);
  g_autoptr (EntTravelTable) slow = NULL;
  g_autoptr (EntRoute) route = NULL;

  g_assert_no_error (error);
  query.plain = TRUE;
  slow = ent_roads_table (roads, &query, NULL, &error);
  g_assert_no_error (error);
  route = ent_roads_route (roads, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fast->seconds[0], ==, slow->seconds[0]);
  g_assert_cmpuint (fast->metres[0], ==, slow->metres[0]);
  g_assert_cmpuint (route->seconds, ==, slow->seconds[0]);
  g_assert_cmpuint (route->metres, ==, slow->metres[0]);
  return fast->seconds[0];
}

/* Reads the frame of a file whose form is known to be right. */
GBytes *
toy_unpack (GBytes *extract)
{
  EntWire file = ent_wire_over (g_bytes_get_data (extract, NULL), g_bytes_get_size (extract));
  GByteArray *plain = g_byte_array_new ();

  while (ent_wire_more (&file))
    {
      guint32 size;
      EntWire header, blob, packed = { 0 };
      g_autoptr (GByteArray) content = g_byte_array_new ();
      guint64 field, blob_size = 0, raw_size = 0;
      uLongf found;
      g_autofree char *type = NULL;

      memcpy (&size, file.at, 4);
      file.at += 4;
      header = ent_wire_over (file.at, GUINT32_FROM_BE (size));
      file.at += GUINT32_FROM_BE (size);
      while ((field = ent_wire_next (&header)) != 0)
        if (field == ENT_WIRE_BYTES (1))
          {
            EntWire text = ent_wire_bytes (&header);

            type = g_strndup ((const char *) text.at, (gsize) (text.end - text.at));
          }
        else
          blob_size = ent_wire_varint (&header);
      blob = ent_wire_over (file.at, blob_size);
      file.at += blob_size;
      while ((field = ent_wire_next (&blob)) != 0)
        if (field == ENT_WIRE_VARINT (2))
          raw_size = ent_wire_varint (&blob);
        else
          packed = ent_wire_bytes (&blob);
      g_byte_array_set_size (content, (guint) raw_size);
      found = raw_size;
      g_assert_cmpint (uncompress (content->data, &found, packed.at,
                                   (uLong) (packed.end - packed.at)),
                       ==, Z_OK);
      toy_append_blob (plain, type, 1, content);
    }
  return g_byte_array_free_to_bytes (plain);
}

char *
toy_village_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "demo", "wechelderzande-be.osm.pbf",
                                NULL);
}

GBytes *
toy_village (void)
{
  g_autofree char *path = toy_village_path ();
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size = 0;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}
