/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes vector tiles (Mapbox Vector Tile 2.1). One thread at a time. */
#include "ent-tile-writer.h"

#include "ent-map-chunk.h"

#include <string.h>

/* Field numbers of the format. */
#define TILE_LAYERS ENT_WIRE_BYTES (3)
#define LAYER_NAME ENT_WIRE_BYTES (1)
#define LAYER_FEATURES ENT_WIRE_BYTES (2)
#define LAYER_KEYS ENT_WIRE_BYTES (3)
#define LAYER_VALUES ENT_WIRE_BYTES (4)
#define LAYER_EXTENT ENT_WIRE_VARINT (5)
#define LAYER_VERSION ENT_WIRE_VARINT (15)
#define FEATURE_TAGS ENT_WIRE_BYTES (2)
#define FEATURE_TYPE ENT_WIRE_VARINT (3)
#define FEATURE_GEOMETRY ENT_WIRE_BYTES (4)
#define VALUE_STRING ENT_WIRE_BYTES (1)

/* Drawing commands. */
#define MOVE_TO 1
#define LINE_TO 2
#define CLOSE_PATH 7

typedef enum
{
  KEY_KIND,
  KEY_NAME,
  KEY_STRUCTURE,
  N_KEYS
} Key;

static const char *const key_names[N_KEYS] = { "kind", "name", "structure" };

typedef struct
{
  GByteArray *features;
  GByteArray *values;
  GHashTable *value_numbers; /* text → its number + 1 */
  guint n_values;
} Layer;

struct _EntTileWriter
{
  Layer layers[ENT_MAP_N_LAYERS];
  GByteArray *geometry;
  GByteArray *feature;
  EntMapShape shape;
  EntMapPoint cursor;
};

EntTileWriter *
ent_tile_writer_new (void)
{
  EntTileWriter *self = g_new0 (EntTileWriter, 1);

  self->geometry = g_byte_array_new ();
  self->feature = g_byte_array_new ();
  for (guint i = 0; i < ENT_MAP_N_LAYERS; i++)
    {
      self->layers[i].features = g_byte_array_new ();
      self->layers[i].values = g_byte_array_new ();
      self->layers[i].value_numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  return self;
}

void
ent_tile_writer_free (EntTileWriter *self)
{
  g_byte_array_unref (self->geometry);
  g_byte_array_unref (self->feature);
  for (guint i = 0; i < ENT_MAP_N_LAYERS; i++)
    {
      g_byte_array_unref (self->layers[i].features);
      g_byte_array_unref (self->layers[i].values);
      g_hash_table_unref (self->layers[i].value_numbers);
    }
  g_free (self);
}

static void
put_bytes (GByteArray *bytes, guint64 field, const void *data, gsize size)
{
  ent_map_put_varint (bytes, field);
  ent_map_put_varint (bytes, size);
  g_byte_array_append (bytes, data, (guint) size);
}

static guint32
zigzag (gint32 value)
{
  return (guint32) value << 1 ^ (guint32) (value >> 31);
}

void
ent_tile_writer_begin (EntTileWriter *self, EntMapShape shape)
{
  g_byte_array_set_size (self->geometry, 0);
  self->shape = shape;
  self->cursor = (EntMapPoint) { 0, 0 };
}

static void
step_to (EntTileWriter *self, EntMapPoint point)
{
  ent_map_put_varint (self->geometry, zigzag (point.x - self->cursor.x));
  ent_map_put_varint (self->geometry, zigzag (point.y - self->cursor.y));
  self->cursor = point;
}

void
ent_tile_writer_add_part (EntTileWriter *self, const EntMapPoint *points, guint n_points)
{
  g_return_if_fail (n_points >= (guint) self->shape);

  ent_map_put_varint (self->geometry, 1 << 3 | MOVE_TO);
  step_to (self, points[0]);
  if (n_points == 1)
    return;
  ent_map_put_varint (self->geometry, (n_points - 1) << 3 | LINE_TO);
  for (guint i = 1; i < n_points; i++)
    step_to (self, points[i]);
  if (self->shape == ENT_MAP_AREA)
    ent_map_put_varint (self->geometry, 1 << 3 | CLOSE_PATH);
}

/* The number of a text among the values of the layer; it is added when it is new. */
static guint
value_number (Layer *layer, const char *text, gsize size)
{
  g_autofree char *key = g_strndup (text, size);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (layer->value_numbers, key));

  if (number == 0)
    {
      g_autoptr(GByteArray) value = g_byte_array_new ();

      put_bytes (value, VALUE_STRING, text, size);
      put_bytes (layer->values, LAYER_VALUES, value->data, value->len);
      number = ++layer->n_values;
      g_hash_table_insert (layer->value_numbers, g_steal_pointer (&key), GUINT_TO_POINTER (number));
    }
  return number - 1;
}

static void
put_tag (GByteArray *tags, Layer *layer, Key key, const char *text, gsize size)
{
  if (text == NULL)
    return;
  ent_map_put_varint (tags, key);
  ent_map_put_varint (tags, value_number (layer, text, size));
}

void
ent_tile_writer_end (EntTileWriter *self, EntMapLayer layer_number, const EntTileTags *tags)
{
  Layer *layer = &self->layers[layer_number];
  g_autoptr(GByteArray) numbers = NULL;

  if (self->geometry->len == 0)
    return;

  numbers = g_byte_array_sized_new (16);
  put_tag (numbers, layer, KEY_KIND, tags->kind, strlen (tags->kind));
  put_tag (numbers, layer, KEY_NAME, tags->name, tags->name_size);
  put_tag (numbers, layer, KEY_STRUCTURE, tags->structure,
           tags->structure != NULL ? strlen (tags->structure) : 0);
  g_byte_array_set_size (self->feature, 0);
  put_bytes (self->feature, FEATURE_TAGS, numbers->data, numbers->len);
  ent_map_put_varint (self->feature, FEATURE_TYPE);
  ent_map_put_varint (self->feature, self->shape);
  put_bytes (self->feature, FEATURE_GEOMETRY, self->geometry->data, self->geometry->len);
  put_bytes (layer->features, LAYER_FEATURES, self->feature->data, self->feature->len);
}

static void
put_layer (GByteArray *tile, Layer *layer, const char *name)
{
  g_autoptr(GByteArray) body = g_byte_array_sized_new (layer->features->len + 128);

  ent_map_put_varint (body, LAYER_VERSION);
  ent_map_put_varint (body, 2);
  put_bytes (body, LAYER_NAME, name, strlen (name));
  g_byte_array_append (body, layer->features->data, layer->features->len);
  for (guint i = 0; i < N_KEYS; i++)
    put_bytes (body, LAYER_KEYS, key_names[i], strlen (key_names[i]));
  g_byte_array_append (body, layer->values->data, layer->values->len);
  ent_map_put_varint (body, LAYER_EXTENT);
  ent_map_put_varint (body, ENT_TILE_EXTENT);
  put_bytes (tile, TILE_LAYERS, body->data, body->len);

  g_byte_array_set_size (layer->features, 0);
  g_byte_array_set_size (layer->values, 0);
  g_hash_table_remove_all (layer->value_numbers);
  layer->n_values = 0;
}

GBytes *
ent_tile_writer_finish (EntTileWriter *self)
{
  GByteArray *tile = g_byte_array_new ();

  for (guint i = 0; i < ENT_MAP_N_LAYERS; i++)
    if (self->layers[i].features->len > 0)
      put_layer (tile, &self->layers[i], ent_map_layer_name (i));
  return g_byte_array_free_to_bytes (tile);
}
