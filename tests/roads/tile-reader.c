/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads vector tiles as strictly as the format is written down. One thread. */
#include "tile-reader.h"

#include "ent-pbf-wire.h"

typedef struct
{
  char *name;
  GPtrArray *keys;
  GPtrArray *values;
  guint version;
  guint extent;
  GPtrArray *features;
} Layer;

static void
free_feature (gpointer data)
{
  TileFeature *feature = data;

  g_free (feature->layer);
  g_free (feature->kind);
  g_free (feature->name);
  g_free (feature->structure);
  g_ptr_array_unref (feature->parts);
  g_free (feature);
}

static char *
text_of (EntWire wire)
{
  char *text = g_strndup ((const char *) wire.at, (gsize) (wire.end - wire.at));

  g_assert_true (g_utf8_validate (text, -1, NULL));
  return text;
}

static gint32
step (EntWire *wire)
{
  guint64 value = ent_wire_varint (wire);

  g_assert_false (wire->bad);
  return (gint32) (value >> 1) ^ -(gint32) (value & 1);
}

static void
check_part (const TileFeature *feature, GArray *part)
{
  const EntMapPoint *points = (const EntMapPoint *) (gconstpointer) part->data;

  g_assert_cmpuint (part->len, >=, feature->shape);
  for (guint i = 1; i < part->len; i++)
    g_assert_true (points[i].x != points[i - 1].x || points[i].y != points[i - 1].y);
}

/* Rings: the first turns clockwise, no area is empty. */
static void
check_rings (const TileFeature *feature)
{
  for (guint i = 0; i < feature->parts->len; i++)
    {
      GArray *ring = feature->parts->pdata[i];
      gint64 area = ent_map_ring_area ((const EntMapPoint *) (gconstpointer) ring->data, ring->len);

      g_assert_cmpint (area, !=, 0);
      if (i == 0)
        g_assert_cmpint (area, >, 0);
    }
}

static void
read_geometry (EntWire wire, TileFeature *feature)
{
  EntMapPoint cursor = { 0, 0 };

  while (ent_wire_more (&wire))
    {
      guint64 command = ent_wire_varint (&wire);
      GArray *part = g_array_new (FALSE, FALSE, sizeof (EntMapPoint));

      g_assert_cmpuint (command, ==, 1 << 3 | 1);
      g_ptr_array_add (feature->parts, part);
      cursor.x += step (&wire);
      cursor.y += step (&wire);
      g_array_append_val (part, cursor);
      if (feature->shape != ENT_MAP_POINT)
        {
          command = ent_wire_varint (&wire);
          g_assert_cmpuint (command & 7, ==, 2);
          g_assert_cmpuint (command >> 3, >, 0);
          for (guint64 i = 0; i < command >> 3; i++)
            {
              cursor.x += step (&wire);
              cursor.y += step (&wire);
              g_array_append_val (part, cursor);
            }
        }
      if (feature->shape == ENT_MAP_AREA)
        g_assert_cmpuint (ent_wire_varint (&wire), ==, 1 << 3 | 7);
      check_part (feature, part);
    }
  g_assert_false (wire.bad);
  g_assert_cmpuint (feature->parts->len, >, 0);
  if (feature->shape == ENT_MAP_AREA)
    check_rings (feature);
}

static void
read_tags (EntWire wire, Layer *layer, TileFeature *feature)
{
  while (ent_wire_more (&wire))
    {
      guint64 key = ent_wire_varint (&wire), value = ent_wire_varint (&wire);
      const char *name;

      g_assert_cmpuint (key, <, layer->keys->len);
      g_assert_cmpuint (value, <, layer->values->len);
      name = layer->keys->pdata[key];
      if (g_str_equal (name, "kind"))
        g_set_str (&feature->kind, layer->values->pdata[value]);
      else if (g_str_equal (name, "name"))
        g_set_str (&feature->name, layer->values->pdata[value]);
      else if (g_str_equal (name, "structure"))
        g_set_str (&feature->structure, layer->values->pdata[value]);
      else
        g_assert_not_reached ();
    }
  g_assert_false (wire.bad);
}

static void
read_feature (EntWire wire, Layer *layer, GPtrArray *features)
{
  TileFeature *feature = g_new0 (TileFeature, 1);
  EntWire geometry = { 0 }, tags = { 0 };

  feature->layer = g_strdup (layer->name);
  feature->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  while (ent_wire_more (&wire))
    switch (ent_wire_varint (&wire))
      {
      case ENT_WIRE_BYTES (2):
        tags = ent_wire_bytes (&wire);
        break;
      case ENT_WIRE_VARINT (3):
        feature->shape = (EntMapShape) ent_wire_varint (&wire);
        break;
      case ENT_WIRE_BYTES (4):
        geometry = ent_wire_bytes (&wire);
        break;
      default:
        g_assert_not_reached ();
      }
  g_assert_false (wire.bad);
  g_assert_cmpuint (feature->shape, >=, ENT_MAP_POINT);
  g_assert_cmpuint (feature->shape, <=, ENT_MAP_AREA);
  read_tags (tags, layer, feature);
  g_assert_nonnull (feature->kind);
  read_geometry (geometry, feature);
  g_ptr_array_add (features, feature);
}

static char *
read_value (EntWire wire)
{
  g_assert_cmpuint (ent_wire_varint (&wire), ==, ENT_WIRE_BYTES (1));
  return text_of (ent_wire_bytes (&wire));
}

/* What is not a feature, which is read once the texts are known. */
static void
read_field (guint64 field, EntWire *wire, Layer *layer, GArray *features)
{
  EntWire bytes;

  switch (field)
    {
    case ENT_WIRE_VARINT (15):
      layer->version = (guint) ent_wire_varint (wire);
      break;
    case ENT_WIRE_VARINT (5):
      layer->extent = (guint) ent_wire_varint (wire);
      break;
    case ENT_WIRE_BYTES (1):
      layer->name = text_of (ent_wire_bytes (wire));
      break;
    case ENT_WIRE_BYTES (2):
      bytes = ent_wire_bytes (wire);
      g_array_append_val (features, bytes);
      break;
    case ENT_WIRE_BYTES (3):
      g_ptr_array_add (layer->keys, text_of (ent_wire_bytes (wire)));
      break;
    case ENT_WIRE_BYTES (4):
      g_ptr_array_add (layer->values, read_value (ent_wire_bytes (wire)));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
read_layer (EntWire wire, GPtrArray *all)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (EntWire));
  Layer layer = { .keys = keys, .values = values };

  while (ent_wire_more (&wire))
    read_field (ent_wire_varint (&wire), &wire, &layer, features);
  g_assert_false (wire.bad);
  g_assert_cmpuint (layer.version, ==, 2);
  g_assert_cmpuint (layer.extent, ==, 4096);
  g_assert_cmpuint (features->len, >, 0);
  for (guint i = 0; i < features->len; i++)
    read_feature (g_array_index (features, EntWire, i), &layer, all);
  g_free (layer.name);
}

GPtrArray *
tile_read (GBytes *tile)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (tile, &size);
  EntWire wire = ent_wire_over (data, size);
  GPtrArray *features = g_ptr_array_new_with_free_func (free_feature);

  while (ent_wire_more (&wire))
    {
      g_assert_cmpuint (ent_wire_varint (&wire), ==, ENT_WIRE_BYTES (3));
      read_layer (ent_wire_bytes (&wire), features);
    }
  g_assert_false (wire.bad);
  return features;
}

TileFeature *
tile_find (GPtrArray *features, const char *layer, const char *kind, const char *name)
{
  for (guint i = 0; i < features->len; i++)
    {
      TileFeature *feature = features->pdata[i];

      if (g_str_equal (feature->layer, layer) &&
          (kind == NULL || g_str_equal (feature->kind, kind)) &&
          (name == NULL || g_strcmp0 (feature->name, name) == 0))
        return feature;
    }
  return NULL;
}

guint
tile_count (GPtrArray *features, const char *layer, const char *kind)
{
  guint n = 0;

  for (guint i = 0; i < features->len; i++)
    {
      TileFeature *feature = features->pdata[i];

      n += g_str_equal (feature->layer, layer) && g_str_equal (feature->kind, kind) ? 1 : 0;
    }
  return n;
}
