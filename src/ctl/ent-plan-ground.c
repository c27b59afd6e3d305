/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes streets, waters, woods and names for a printed map from the tiles of a region. One thread.
 */
#include "ent-plan-ground.h"

#include "ent-tile-read.h"
#include "ent-tile-writer.h"
#include "ent-tile.h"

#include <locale.h>
#include <math.h>

#define TILE_POINTS 300.0 /* a tile's side on paper, about */
#define LEAST_ZOOM 8
#define MOST_ZOOM 16

typedef struct
{
  EntMapSheet *sheet;
  guint zoom, x, y;
  GArray *spots; /* EntMapSpot, of the feature at hand */
} Filling;

typedef struct
{
  const char *layer;
  const char *kind; /* NULL: any */
  EntMapSheetKind as;
} Look;

/* clang-format off */
static const Look looks[] = {
  { "land",     "wood",      ENT_MAP_SHEET_WOOD },
  { "land",     "park",      ENT_MAP_SHEET_WOOD },
  { "land",     "cemetery",  ENT_MAP_SHEET_WOOD },
  { "land",     "residential", ENT_MAP_SHEET_LAND },
  { "land",     "industrial",  ENT_MAP_SHEET_LAND },
  { "water",    NULL,        ENT_MAP_SHEET_WATER },
  { "waterway", NULL,        ENT_MAP_SHEET_STREAM },
  { "building", NULL,        ENT_MAP_SHEET_HOUSES },
  { "road",     "motorway",  ENT_MAP_SHEET_HIGHWAY },
  { "road",     "trunk",     ENT_MAP_SHEET_HIGHWAY },
  { "road",     "primary",   ENT_MAP_SHEET_ROAD },
  { "road",     "secondary", ENT_MAP_SHEET_ROAD },
  { "road",     "tertiary",  ENT_MAP_SHEET_ROAD },
  { "road",     "link",      ENT_MAP_SHEET_STREET },
  { "road",     "street",    ENT_MAP_SHEET_STREET },
  { "road",     "pedestrian", ENT_MAP_SHEET_STREET },
  { "road",     NULL,        ENT_MAP_SHEET_PATH },
  { "rail",     "rail",      ENT_MAP_SHEET_RAIL },
};
/* clang-format on */

static void
place_points (Filling *self, const EntTileFeature *feature)
{
  double side = (double) (1u << self->zoom);
  guint n = 0;

  for (guint i = 0; i < feature->n_parts; i++)
    n += feature->counts[i];
  g_array_set_size (self->spots, 0);
  for (guint i = 0; i < n; i++)
    {
      EntMapSpot spot = { (self->x + feature->points[i].x / (double) ENT_TILE_EXTENT) / side,
                          (self->y + feature->points[i].y / (double) ENT_TILE_EXTENT) / side };

      g_array_append_val (self->spots, spot);
    }
}

static void
take_name (Filling *self, const EntTileFeature *feature)
{
  const EntMapSpot *spots = (const EntMapSpot *) (gconstpointer) self->spots->data;

  if (feature->name == NULL || feature->name[0] == '\0')
    return;
  if (g_str_equal (feature->layer, "place") && !g_str_equal (feature->kind, "locality"))
    ent_map_sheet_add_place_name (self->sheet, feature->name, spots[0]);
  else if (g_str_equal (feature->layer, "road_name"))
    for (guint i = 0, first = 0; i < feature->n_parts; first += feature->counts[i++])
      ent_map_sheet_add_street_name (self->sheet, feature->name, spots + first, feature->counts[i]);
}

static void
take_feature (const EntTileFeature *feature, gpointer data)
{
  Filling *self = data;
  EntMapShapes shapes = { NULL, feature->counts, feature->n_parts };

  place_points (self, feature);
  shapes.spots = (const EntMapSpot *) (gconstpointer) self->spots->data;
  take_name (self, feature);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_str_equal (looks[i].layer, feature->layer) &&
        (looks[i].kind == NULL || g_str_equal (looks[i].kind, feature->kind)))
      {
        ent_map_sheet_add_shape (self->sheet, looks[i].as, &shapes);
        return;
      }
}

static guint
find_zoom (double span, double width)
{
  double zoom = round (log2 (width / TILE_POINTS / span));

  return (guint) CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
}

static gboolean
fill_tile (Filling *self, EntTileMaker *maker, GError **error)
{
  g_autoptr (GBytes) tile = ent_tile_make (maker, self->zoom, self->x, self->y, error);

  if (tile == NULL)
    return FALSE;
  ent_tile_read (tile, take_feature, self);
  return TRUE;
}

/* Whom the region's data comes from, in one line. */
static void
name_sources (EntMapSheet *sheet, EntRegion *region)
{
  g_auto (GStrv) sources = ent_region_dup_attributions (region);
  g_autofree char *line = g_strjoinv (" · ", sources);

  ent_map_sheet_set_attribution (sheet, line);
}

gboolean
ent_plan_ground_fill (EntMapSheet *sheet,
                      EntRegion *region,
                      double width,
                      double height,
                      GError **error)
{
  g_autoptr (EntTileMaker) maker = ent_tile_maker_new (region, error);
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (EntMapSpot));
  Filling self = { .sheet = sheet, .spots = spots };
  EntMapSpot corners[2];
  double side;

  if (maker == NULL)
    return FALSE;
  name_sources (sheet, region);
  if (!ent_map_sheet_get_frame (sheet, width, height, corners))
    return TRUE;
  ent_tile_maker_set_language (maker, ent_tile_language_of_locale (setlocale (LC_MESSAGES, NULL)));
  self.zoom = find_zoom (corners[1].x - corners[0].x, width);
  side = (double) (1u << self.zoom);
  for (self.x = (guint) (corners[0].x * side); self.x <= (guint) (corners[1].x * side); self.x++)
    for (self.y = (guint) (corners[0].y * side); self.y <= (guint) (corners[1].y * side); self.y++)
      if (!fill_tile (&self, maker, error))
        return FALSE;
  return TRUE;
}
