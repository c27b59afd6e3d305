/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Features of the map as a region file keeps them: some dozens that lie near each other in one row.
 * What is read is taken for damaged: nothing is read beyond its end. Any thread. */
#pragma once

#include "ent-map-geometry.h"
#include "ent-map-kind.h"
#include "ent-pbf-wire.h"

G_BEGIN_DECLS

/* The name as it is on the spot, then in French, Dutch and German. */
#define ENT_MAP_N_NAMES 4

typedef enum
{
  ENT_MAP_BRIDGE = 1 << 0,
  ENT_MAP_TUNNEL = 1 << 1
} EntMapFlags;

/* A feature to write. Everything is borrowed. */
typedef struct
{
  guint8 layer; /* EntMapLayer */
  guint8 kind; /* EntMapKind */
  guint8 shape; /* EntMapShape */
  guint8 zoom; /* tiles from this zoom on hold it */
  guint8 flags; /* EntMapFlags */
  const char *names[ENT_MAP_N_NAMES]; /* NULL: none */
  const EntMapPoint *points; /* of all parts */
  const guint32 *counts; /* points in each part */
  guint n_parts; /* an area's parts are its rings, without their last point */
} EntMapFeature;

typedef struct
{
  const char *text; /* not ended by a zero; NULL: none */
  guint size;
} EntMapName;

/* A feature that is read; lives as long as the chunk. */
typedef struct
{
  guint8 layer, kind, shape, zoom, flags;
  EntMapName names[ENT_MAP_N_NAMES];
  EntMapBox box;
  guint n_parts;
  EntWire rest; /* the parts that ent_map_record_part() has still to read */
  EntMapPoint last;
} EntMapRecord;

typedef struct
{
  EntWire wire;
  EntMapPoint origin;
} EntMapChunk;

/* Writing: the origin is any point near the features. */
void ent_map_chunk_begin (GByteArray *chunk, EntMapPoint origin);
void ent_map_chunk_append (GByteArray *chunk, EntMapPoint origin, const EntMapFeature *feature);

/* Reading. FALSE at the end; then @chunk->wire.bad tells whether it was damaged. */
void ent_map_chunk_open (EntMapChunk *chunk, const guint8 *data, gsize size);
gboolean ent_map_chunk_next (EntMapChunk *chunk, EntMapRecord *record);
/* Puts the points of the next part into @points (EntMapPoint, emptied first). FALSE after the last
 * and at damage. */
gboolean ent_map_record_part (EntMapRecord *record, GArray *points);

/* Appends the variable length number of protocol buffers. */
void ent_map_put_varint (GByteArray *bytes, guint64 value);

G_END_DECLS
