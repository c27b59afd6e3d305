/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the features out of a vector tile (Mapbox Vector Tile 2.1). Any thread. */
#include "ent-tile-read.h"

#include "ent-pbf-wire.h"

enum
{
  TILE_LAYER = 3,
  LAYER_NAME = 1,
  LAYER_FEATURE = 2,
  LAYER_KEY = 3,
  LAYER_VALUE = 4,
  VALUE_TEXT = 1,
  FEATURE_TAGS = 2,
  FEATURE_SHAPE = 3,
  FEATURE_GEOMETRY = 4,
};

enum
{
  MOVE_TO = 1,
  LINE_TO = 2,
  CLOSE_PATH = 7,
};

typedef struct
{
  char *name;
  GPtrArray *keys, *values; /* texts; values that are none are "" */
  GArray *points, *counts;
  EntTileFeatureFunc func;
  gpointer data;
} Layer;

static char *
text_of (EntWire wire)
{
  return g_utf8_make_valid ((const char *) wire.at, wire.end - wire.at);
}

static char *
read_value (EntWire wire)
{
  guint64 field;
  char *text = NULL;

  while ((field = ent_wire_next (&wire)) != 0)
    if (field == ENT_WIRE_BYTES (VALUE_TEXT) && text == NULL)
      text = text_of (ent_wire_bytes (&wire));
    else
      ent_wire_skip (&wire, field);
  return text != NULL ? text : g_strdup ("");
}

/* Keys and values may stand behind the features that use them. */
static gboolean
read_words (Layer *self, EntWire wire)
{
  guint64 field;

  while ((field = ent_wire_next (&wire)) != 0)
    if (field == ENT_WIRE_BYTES (LAYER_NAME) && self->name == NULL)
      self->name = text_of (ent_wire_bytes (&wire));
    else if (field == ENT_WIRE_BYTES (LAYER_KEY))
      g_ptr_array_add (self->keys, text_of (ent_wire_bytes (&wire)));
    else if (field == ENT_WIRE_BYTES (LAYER_VALUE))
      g_ptr_array_add (self->values, read_value (ent_wire_bytes (&wire)));
    else
      ent_wire_skip (&wire, field);
  return !wire.bad;
}

static void
read_tags (Layer *self, EntWire wire, EntTileFeature *feature)
{
  while (ent_wire_more (&wire))
    {
      guint32 key = ent_wire_number (&wire);
      guint32 value = ent_wire_number (&wire);

      if (wire.bad || key >= self->keys->len || value >= self->values->len)
        return;
      if (g_str_equal (g_ptr_array_index (self->keys, key), "kind"))
        feature->kind = g_ptr_array_index (self->values, value);
      else if (g_str_equal (g_ptr_array_index (self->keys, key), "name"))
        feature->name = g_ptr_array_index (self->values, value);
    }
}

/* Begins a part, or lengthens the one that was begun. */
static void
add_points (Layer *self, EntWire *wire, guint32 command, EntMapPoint *cursor)
{
  guint one = 1;

  for (guint32 n = command >> 3; n > 0 && ent_wire_more (wire); n--)
    {
      cursor->x = (gint32) (cursor->x + (guint64) ent_wire_signed (wire));
      cursor->y = (gint32) (cursor->y + (guint64) ent_wire_signed (wire));
      if (wire->bad)
        return;
      g_array_append_val (self->points, *cursor);
      if ((command & 7) == MOVE_TO || self->counts->len == 0)
        g_array_append_val (self->counts, one);
      else
        g_array_index (self->counts, guint, self->counts->len - 1)++;
    }
}

static void
read_geometry (Layer *self, EntWire wire)
{
  EntMapPoint cursor = { 0, 0 };

  g_array_set_size (self->points, 0);
  g_array_set_size (self->counts, 0);
  while (ent_wire_more (&wire))
    {
      guint32 command = ent_wire_number (&wire);

      if ((command & 7) == MOVE_TO || (command & 7) == LINE_TO)
        add_points (self, &wire, command, &cursor);
      else if ((command & 7) != CLOSE_PATH)
        return;
    }
}

static gboolean
read_feature (Layer *self, EntWire wire)
{
  EntTileFeature feature = { .layer = self->name != NULL ? self->name : "", .kind = "" };
  guint64 field;

  g_array_set_size (self->points, 0);
  g_array_set_size (self->counts, 0);
  while ((field = ent_wire_next (&wire)) != 0)
    if (field == ENT_WIRE_BYTES (FEATURE_TAGS))
      read_tags (self, ent_wire_bytes (&wire), &feature);
    else if (field == ENT_WIRE_VARINT (FEATURE_SHAPE))
      feature.shape = (EntMapShape) ent_wire_number (&wire);
    else if (field == ENT_WIRE_BYTES (FEATURE_GEOMETRY))
      read_geometry (self, ent_wire_bytes (&wire));
    else
      ent_wire_skip (&wire, field);
  feature.points = (const EntMapPoint *) (gconstpointer) self->points->data;
  feature.counts = (const guint *) (gconstpointer) self->counts->data;
  feature.n_parts = self->counts->len;
  if (!wire.bad && feature.n_parts > 0)
    self->func (&feature, self->data);
  return !wire.bad;
}

static gboolean
read_features (Layer *self, EntWire wire)
{
  guint64 field;

  while ((field = ent_wire_next (&wire)) != 0)
    if (field != ENT_WIRE_BYTES (LAYER_FEATURE))
      ent_wire_skip (&wire, field);
    else if (!read_feature (self, ent_wire_bytes (&wire)))
      return FALSE;
  return !wire.bad;
}

static gboolean
read_layer (EntWire wire, EntTileFeatureFunc func, gpointer data)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (EntMapPoint));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  Layer layer = { NULL, keys, values, points, counts, func, data };
  gboolean whole = read_words (&layer, wire) && read_features (&layer, wire);

  g_free (layer.name);
  return whole;
}

gboolean
ent_tile_read (GBytes *tile, EntTileFeatureFunc func, gpointer data)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (tile, &size);
  EntWire wire = ent_wire_over (bytes, size);
  guint64 field;

  while ((field = ent_wire_next (&wire)) != 0)
    if (field != ENT_WIRE_BYTES (TILE_LAYER))
      ent_wire_skip (&wire, field);
    else if (!read_layer (ent_wire_bytes (&wire), func, data))
      return FALSE;
  return !wire.bad;
}
