/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Features of the map as a region file keeps them. Any thread.
 *
 * A chunk: the origin's x and y; then each feature as layer, kind, zoom, flags (a byte each), the
 * size of what follows, and that: the box's west and north from the origin; its width and height,
 * unless it is a point; the names; unless it is a point, the number of parts, and for each part the
 * number of its points and their steps, the first from the corner of the box. */
#include "ent-map-chunk.h"

#include <string.h>

/* Flags: four bits that tell which names there are, the bridge, the tunnel, the shape. */
#define FLAG_BRIDGE 4
#define FLAG_SHAPE 6

void
ent_map_put_varint (GByteArray *bytes, guint64 value)
{
  guint8 buffer[10];
  guint n = 0;

  while (value >= 0x80)
    {
      buffer[n++] = (guint8) (value | 0x80);
      value >>= 7;
    }
  buffer[n++] = (guint8) value;
  g_byte_array_append (bytes, buffer, n);
}

static void
put_signed (GByteArray *bytes, gint64 value)
{
  ent_map_put_varint (bytes, (guint64) value << 1 ^ (guint64) (value >> 63));
}

/* Room for the most that a point takes is made once, so that each number is a few stores. */
static guint8 *
put_step (guint8 *at, gint32 value)
{
  guint32 bits = (guint32) value << 1 ^ (guint32) (value >> 31);

  while (bits >= 0x80)
    {
      *at++ = (guint8) (bits | 0x80);
      bits >>= 7;
    }
  *at++ = (guint8) bits;
  return at;
}

static void
put_parts (GByteArray *bytes, const EntMapFeature *feature, EntMapPoint last)
{
  const EntMapPoint *point = feature->points;

  ent_map_put_varint (bytes, feature->n_parts);
  for (guint part = 0; part < feature->n_parts; part++)
    {
      guint start;
      guint8 *at;

      ent_map_put_varint (bytes, feature->counts[part]);
      start = bytes->len;
      g_byte_array_set_size (bytes, start + feature->counts[part] * 10);
      at = bytes->data + start;
      for (guint i = 0; i < feature->counts[part]; i++, point++)
        {
          at = put_step (at, point->x - last.x);
          at = put_step (at, point->y - last.y);
          last = *point;
        }
      g_byte_array_set_size (bytes, (guint) (at - bytes->data));
    }
}

void
ent_map_chunk_begin (GByteArray *chunk, EntMapPoint origin)
{
  ent_map_put_varint (chunk, (guint32) origin.x);
  ent_map_put_varint (chunk, (guint32) origin.y);
}

static guint8
flags_of (const EntMapFeature *feature)
{
  guint8 flags = (guint8) (feature->flags << FLAG_BRIDGE | feature->shape << FLAG_SHAPE);

  for (guint i = 0; i < ENT_MAP_N_NAMES; i++)
    if (feature->names[i] != NULL)
      flags |= 1 << i;
  return flags;
}

/* Puts the size before what was appended since @start. */
static void
insert_size (GByteArray *chunk, guint start)
{
  guint size = chunk->len - start, n = 1;

  for (guint rest = size; rest >= 0x80; rest >>= 7)
    n++;
  g_byte_array_set_size (chunk, chunk->len + n);
  memmove (chunk->data + start + n, chunk->data + start, size);
  for (guint i = 0; i < n; i++, size >>= 7)
    chunk->data[start + i] = (guint8) (i + 1 < n ? size | 0x80 : size);
}

void
ent_map_chunk_append (GByteArray *chunk, EntMapPoint origin, const EntMapFeature *feature)
{
  guint8 head[4] = { feature->layer, feature->kind, feature->zoom, flags_of (feature) };
  guint n_points = 0, start;
  EntMapBox box;

  for (guint i = 0; i < feature->n_parts; i++)
    n_points += feature->counts[i];
  g_return_if_fail (n_points > 0);
  box = ent_map_box_of (feature->points, n_points);

  g_byte_array_append (chunk, head, sizeof head);
  start = chunk->len;
  put_signed (chunk, (gint64) box.west - origin.x);
  put_signed (chunk, (gint64) box.north - origin.y);
  if (feature->shape != ENT_MAP_POINT)
    {
      ent_map_put_varint (chunk, (guint32) (box.east - box.west));
      ent_map_put_varint (chunk, (guint32) (box.south - box.north));
    }
  for (guint i = 0; i < ENT_MAP_N_NAMES; i++)
    if (feature->names[i] != NULL)
      {
        gsize size = strlen (feature->names[i]);

        ent_map_put_varint (chunk, size);
        g_byte_array_append (chunk, (const guint8 *) feature->names[i], (guint) size);
      }
  if (feature->shape != ENT_MAP_POINT)
    put_parts (chunk, feature, (EntMapPoint) { box.west, box.north });
  insert_size (chunk, start);
}

/* A number that a damaged file may have made too large for the world. */
static gint32
world_number (EntWire *wire, gint64 value)
{
  if (value < -(G_GINT64_CONSTANT (1) << ENT_MAP_BITS) || value > G_GINT64_CONSTANT (1)
                                                                      << ENT_MAP_BITS)
    return (gint32) ent_wire_fail (wire);
  return (gint32) value;
}

void
ent_map_chunk_open (EntMapChunk *chunk, const guint8 *data, gsize size)
{
  chunk->wire = ent_wire_over (data, size);
  chunk->origin.x = world_number (&chunk->wire, (gint64) ent_wire_varint (&chunk->wire));
  chunk->origin.y = world_number (&chunk->wire, (gint64) ent_wire_varint (&chunk->wire));
}

static void
read_head (EntMapRecord *record, const guint8 *head)
{
  record->layer = head[0];
  record->kind = head[1];
  record->zoom = head[2];
  record->flags = head[3] >> FLAG_BRIDGE & 3;
  record->shape = head[3] >> FLAG_SHAPE;
}

static void
read_names (EntMapRecord *record, guint8 present)
{
  for (guint i = 0; i < ENT_MAP_N_NAMES; i++)
    {
      EntWire name = { 0 };

      if ((present >> i & 1) != 0)
        name = ent_wire_bytes (&record->rest);
      record->names[i] = (EntMapName) { (const char *) name.at, (guint) (name.end - name.at) };
    }
}

static void
read_box (EntMapRecord *record, EntMapPoint origin)
{
  EntWire *wire = &record->rest;
  gint64 width = 0, height = 0;

  record->box.west = world_number (wire, origin.x + ent_wire_signed (wire) % (1 << 30));
  record->box.north = world_number (wire, origin.y + ent_wire_signed (wire) % (1 << 30));
  if (record->shape != ENT_MAP_POINT)
    {
      width = world_number (wire, (gint64) ent_wire_varint (wire));
      height = world_number (wire, (gint64) ent_wire_varint (wire));
    }
  record->box.east = world_number (wire, record->box.west + width);
  record->box.south = world_number (wire, record->box.north + height);
}

gboolean
ent_map_chunk_next (EntMapChunk *chunk, EntMapRecord *record)
{
  const guint8 *head = chunk->wire.at;

  if (chunk->wire.bad || !ent_wire_more (&chunk->wire))
    return FALSE;
  if (chunk->wire.end - head < 4 || head[0] >= ENT_MAP_N_LAYERS || head[1] >= ENT_MAP_N_KINDS ||
      head[3] >> FLAG_SHAPE == 0)
    {
      ent_wire_fail (&chunk->wire);
      return FALSE;
    }

  chunk->wire.at += 4;
  read_head (record, head);
  record->rest = ent_wire_bytes (&chunk->wire);
  read_box (record, chunk->origin);
  read_names (record, head[3] & 0xf);
  record->last = (EntMapPoint) { record->box.west, record->box.north };
  record->n_parts = 1;
  if (record->shape != ENT_MAP_POINT)
    record->n_parts = ent_wire_number (&record->rest);
  if (record->rest.bad)
    ent_wire_fail (&chunk->wire);
  return !chunk->wire.bad;
}

gboolean
ent_map_record_part (EntMapRecord *record, GArray *points)
{
  EntWire *wire = &record->rest;
  guint64 n_points;
  EntMapPoint *point;

  g_array_set_size (points, 0);
  if (record->n_parts == 0)
    return FALSE;
  record->n_parts--;
  if (record->shape == ENT_MAP_POINT)
    {
      g_array_append_val (points, record->last);
      return TRUE;
    }

  /* Each point takes two bytes or more: a count that promises more is damage. */
  n_points = ent_wire_varint (wire);
  if (n_points > (guint64) (wire->end - wire->at) / 2)
    ent_wire_fail (wire);
  if (wire->bad)
    return FALSE;
  g_array_set_size (points, (guint) n_points);
  point = (EntMapPoint *) (gpointer) points->data;
  for (guint64 i = 0; i < n_points; i++)
    {
      record->last.x = world_number (wire, record->last.x + ent_wire_signed (wire) % (1 << 30));
      record->last.y = world_number (wire, record->last.y + ent_wire_signed (wire) % (1 << 30));
      point[i] = record->last;
      if (record->last.x < record->box.west || record->last.x > record->box.east ||
          record->last.y < record->box.north || record->last.y > record->box.south)
        ent_wire_fail (wire);
    }
  return !wire->bad;
}
