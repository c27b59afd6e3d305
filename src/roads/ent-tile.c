/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vector tiles of the map of a region, made when they are asked for. One thread at a time. */
#include "ent-tile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ent-map-chunk.h"
#include "ent-map-draft.h"
#include "ent-region-private.h"
#include "ent-roads-error.h"
#include "ent-tile-writer.h"

/* What is drawn beyond the edge of a tile, so that wide lines meet: a thirty-second of its side, 16
 * pixels. */
#define MARGIN_BITS 5
/* A tile unit is a world unit at this zoom. */
#define UNIT_ZOOM (ENT_MAP_BITS - 12)

struct _EntTileMaker
{
  sqlite3 *db;
  sqlite3_stmt *find;
  EntTileWriter *writer;
  EntTileLanguage language;
  GArray *part, *cut, *scratch; /* EntMapPoint */
  GArray *counts; /* guint32 */
  /* of the tile at hand, in world units */
  guint zoom;
  EntMapPoint corner;
  EntMapBox tile;
  EntMapBox margin;
};

static const char find_sql[] = "SELECT features FROM map_index JOIN map_chunk USING (id)"
                               " WHERE east >= $1 AND west <= $2 AND south >= $3 AND north <= $4"
                               " AND first_zoom <= $5 AND last_zoom >= $5";

EntTileMaker *
ent_tile_maker_new (EntRegion *region, GError **error)
{
  g_autoptr(EntTileMaker) self = g_new0 (EntTileMaker, 1);

  self->writer = ent_tile_writer_new ();
  self->part = g_array_new (FALSE, FALSE, sizeof (EntMapPoint));
  self->cut = g_array_new (FALSE, FALSE, sizeof (EntMapPoint));
  self->scratch = g_array_new (FALSE, FALSE, sizeof (EntMapPoint));
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->db = ent_region_connect (region, error);
  if (self->db == NULL)
    return NULL;
  if (sqlite3_prepare_v2 (self->db, find_sql, -1, &self->find, NULL) != SQLITE_OK)
    {
      ent_region_fail (self->db, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
ent_tile_maker_free (EntTileMaker *self)
{
  sqlite3_finalize (self->find);
  sqlite3_close_v2 (self->db);
  ent_tile_writer_free (self->writer);
  g_array_unref (self->part);
  g_array_unref (self->cut);
  g_array_unref (self->scratch);
  g_array_unref (self->counts);
  g_free (self);
}

void
ent_tile_maker_set_language (EntTileMaker *self, EntTileLanguage language)
{
  self->language = language;
}

EntTileLanguage
ent_tile_language_of_locale (const char *locale)
{
  static const char *const codes[] = { "fr", "nl", "de" };

  for (guint i = 0; locale != NULL && i < G_N_ELEMENTS (codes); i++)
    if (g_str_has_prefix (locale, codes[i]) && !g_ascii_isalpha (locale[2]))
      return ENT_TILE_FRENCH + i;
  return ENT_TILE_LOCAL;
}

static gint32
fact (EntRegion *region, const char *key)
{
  const char *value = ent_region_get_fact (region, key);
  gint64 number = value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;

  return (gint32) CLAMP (number, 0, 1 << ENT_MAP_BITS);
}

static EntBox
box_of_corners (EntMapPoint low, EntMapPoint high)
{
  EntPoint south_west = ent_map_to_earth (low), north_east = ent_map_to_earth (high);

  if (high.x == 0)
    return ent_box_empty ();
  return (EntBox) { south_west.latitude, south_west.longitude, north_east.latitude,
                    north_east.longitude };
}

EntBox
ent_tile_get_box (EntRegion *region)
{
  return box_of_corners ((EntMapPoint) { fact (region, ENT_MAP_DRAFT_WEST),
                                         fact (region, ENT_MAP_DRAFT_SOUTH) },
                         (EntMapPoint) { fact (region, ENT_MAP_DRAFT_EAST),
                                         fact (region, ENT_MAP_DRAFT_NORTH) });
}

EntBox
ent_tile_get_core (EntRegion *region)
{
  return box_of_corners ((EntMapPoint) { fact (region, ENT_MAP_DRAFT_CORE ENT_MAP_DRAFT_WEST),
                                         fact (region, ENT_MAP_DRAFT_CORE ENT_MAP_DRAFT_SOUTH) },
                         (EntMapPoint) { fact (region, ENT_MAP_DRAFT_CORE ENT_MAP_DRAFT_EAST),
                                         fact (region, ENT_MAP_DRAFT_CORE ENT_MAP_DRAFT_NORTH) });
}

static gint32
to_tile (gint32 value, gint32 corner, guint zoom)
{
  gint64 offset = (gint64) value - corner;

  if (zoom >= UNIT_ZOOM)
    return (gint32) (offset * (1 << (zoom - UNIT_ZOOM)));
  return (gint32) ((offset + (1 << (UNIT_ZOOM - zoom - 1))) >> (UNIT_ZOOM - zoom));
}

/* Brings points from the world into the tile, in place, and drops those that fall on the one
 * before. */
static guint
scale_points (EntTileMaker *self, EntMapPoint *points, guint n_points)
{
  guint n = 0;

  for (guint i = 0; i < n_points; i++)
    {
      EntMapPoint point = { to_tile (points[i].x, self->corner.x, self->zoom),
                            to_tile (points[i].y, self->corner.y, self->zoom) };

      if (n == 0 || point.x != points[n - 1].x || point.y != points[n - 1].y)
        points[n++] = point;
    }
  return n;
}

/* Half a pixel. */
static int
tolerance (EntTileMaker *self)
{
  guint bits = ENT_MAP_BITS - 10;

  return self->zoom > bits ? 0 : 1 << (bits - self->zoom);
}

static void
add_line (EntTileMaker *self, const EntMapPoint *points, guint n_points)
{
  EntMapPoint *cut;

  g_array_set_size (self->scratch, 0);
  g_array_append_vals (self->scratch, points, n_points);
  cut = (EntMapPoint *) (gpointer) self->scratch->data;
  n_points = scale_points (self, cut, ent_map_simplify (cut, n_points, tolerance (self)));
  if (n_points >= 2)
    ent_tile_writer_add_part (self->writer, cut, n_points);
}

static void
add_lines (EntTileMaker *self, EntMapRecord *record)
{
  while (ent_map_record_part (record, self->part))
    {
      const EntMapPoint *points = (const EntMapPoint *) (gconstpointer) self->part->data;

      if (ent_map_box_holds (self->margin, record->box))
        {
          add_line (self, points, self->part->len);
          continue;
        }
      ent_map_clip_line (points, self->part->len, &self->margin, self->cut, self->counts);
      points = (const EntMapPoint *) (gconstpointer) self->cut->data;
      for (guint i = 0; i < self->counts->len; i++)
        {
          guint32 n = g_array_index (self->counts, guint32, i);

          add_line (self, points, n);
          points += n;
        }
    }
}

/* A ring that vanishes takes its holes with it. */
static void
add_rings (EntTileMaker *self, EntMapRecord *record)
{
  gboolean has_outer = FALSE;

  while (ent_map_record_part (record, self->part))
    {
      GArray *ring = self->part;
      gint64 area = ent_map_ring_area ((const EntMapPoint *) (gconstpointer) ring->data, ring->len);
      EntMapPoint *points;
      guint n_points;
      gint64 left;

      if (area < 0 && !has_outer)
        continue;
      if (!ent_map_box_holds (self->margin, record->box))
        {
          ent_map_clip_ring ((const EntMapPoint *) (gconstpointer) ring->data, ring->len,
                             &self->margin, self->cut, self->scratch);
          ring = self->cut;
        }
      points = (EntMapPoint *) (gpointer) ring->data;
      n_points = scale_points (self, points,
                               ent_map_simplify (points, ring->len, tolerance (self)));
      if (n_points > 1 && memcmp (&points[0], &points[n_points - 1], sizeof *points) == 0)
        n_points--;
      left = n_points < 3 ? 0 : ent_map_ring_area (points, n_points);
      if (area > 0)
        has_outer = left > 0;
      if ((area > 0 && left > 0) || (area < 0 && left < 0))
        ent_tile_writer_add_part (self->writer, points, n_points);
    }
}

static void
add_mark (EntTileMaker *self, EntMapRecord *record)
{
  EntMapPoint point = { record->box.west, record->box.north };

  /* Only within the tile itself, so that no two tiles have the same mark. */
  if (point.x >= self->tile.west && point.x < self->tile.east && point.y >= self->tile.north &&
      point.y < self->tile.south && scale_points (self, &point, 1) == 1)
    ent_tile_writer_add_part (self->writer, &point, 1);
  record->n_parts = 0;
}

static void
add_record (EntTileMaker *self, EntMapRecord *record)
{
  EntTileTags tags = { .kind = ent_map_kind_name (record->kind) };
  EntMapName name = record->names[self->language];

  if (name.text == NULL)
    name = record->names[ENT_TILE_LOCAL];
  tags.name = name.text;
  tags.name_size = name.size;
  if ((record->flags & ENT_MAP_TUNNEL) != 0)
    tags.structure = "tunnel";
  else if ((record->flags & ENT_MAP_BRIDGE) != 0)
    tags.structure = "bridge";

  ent_tile_writer_begin (self->writer, record->shape);
  if (record->shape == ENT_MAP_POINT)
    add_mark (self, record);
  else if (record->shape == ENT_MAP_LINE)
    add_lines (self, record);
  else
    add_rings (self, record);
  ent_tile_writer_end (self->writer, record->layer, &tags);
}

static gboolean
is_wanted (EntTileMaker *self, const EntMapRecord *record)
{
  int side = MAX (record->box.east - record->box.west, record->box.south - record->box.north);

  return record->zoom <= self->zoom && ent_map_box_intersects (self->margin, record->box) &&
         (record->shape != ENT_MAP_AREA || side > tolerance (self));
}

static gboolean
add_chunk (EntTileMaker *self, const guint8 *data, gsize size)
{
  EntMapChunk chunk;
  EntMapRecord record;

  ent_map_chunk_open (&chunk, data, size);
  while (ent_map_chunk_next (&chunk, &record))
    if (is_wanted (self, &record))
      {
        add_record (self, &record);
        if (record.rest.bad)
          return FALSE;
      }
  return !chunk.wire.bad;
}

/* Sets the places of the tile; the margins may lie beyond the edge of the world. */
static void
set_tile (EntTileMaker *self, guint zoom, guint x, guint y)
{
  gint32 side = 1 << (ENT_MAP_BITS - zoom), margin = side >> MARGIN_BITS;

  self->zoom = zoom;
  self->corner = (EntMapPoint) { (gint32) x * side, (gint32) y * side };
  self->tile = (EntMapBox) { self->corner.x, self->corner.y, self->corner.x + side,
                             self->corner.y + side };
  self->margin = (EntMapBox) { self->tile.west - margin, self->tile.north - margin,
                               self->tile.east + margin, self->tile.south + margin };
}

static void
bind_tile (EntTileMaker *self)
{
  sqlite3_bind_int (self->find, 1, self->margin.west);
  sqlite3_bind_int (self->find, 2, self->margin.east);
  sqlite3_bind_int (self->find, 3, self->margin.north);
  sqlite3_bind_int (self->find, 4, self->margin.south);
  sqlite3_bind_int (self->find, 5, (int) self->zoom);
}

GBytes *
ent_tile_make (EntTileMaker *self, guint zoom, guint x, guint y, GError **error)
{
  g_autoptr(GBytes) tile = NULL;
  gboolean fine = TRUE;
  int step;

  g_return_val_if_fail (zoom <= ENT_TILE_MAX_ZOOM && x < 1u << zoom && y < 1u << zoom, NULL);

  set_tile (self, zoom, x, y);
  bind_tile (self);
  while (fine && (step = sqlite3_step (self->find)) == SQLITE_ROW)
    fine = add_chunk (self, sqlite3_column_blob (self->find, 0),
                      (gsize) sqlite3_column_bytes (self->find, 0));
  tile = ent_tile_writer_finish (self->writer);
  if (!fine)
    g_set_error_literal (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_DAMAGED,
                         _ ("The map in the region file is damaged. Make the region again."));
  else if (step != SQLITE_DONE)
    fine = ent_region_fail (self->db, error);
  sqlite3_reset (self->find);
  return fine ? g_steal_pointer (&tile) : NULL;
}
