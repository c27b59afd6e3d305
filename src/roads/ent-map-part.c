/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map's part in the import of a region: what is drawn is picked from the extract. Thread of the
 * import. */
#include "ent-map-part.h"

#include <string.h>

#include "ent-map-join.h"
#include "ent-map-label.h"
#include "ent-map-rings.h"

typedef struct
{
  guint32 names[ENT_MAP_N_NAMES];
  guint8 kind;
  guint32 first_point; /* in the draft */
  guint32 n_points;
} Named;

typedef struct
{
  EntMapDraft *draft;
  EntMapRings *rings;
  const EntRegionNodes *nodes;
  GArray *way; /* EntMapPoint: of the way at hand */
  GArray *named; /* Named: lines whose names are joined at the end */
} MapPart;

static gpointer
map_begin (EntRegionBuild *build)
{
  MapPart *self = g_new0 (MapPart, 1);

  self->draft = ent_map_draft_new ();
  self->rings = ent_map_rings_new (self->draft);
  self->nodes = ent_region_build_get_nodes (build);
  self->way = g_array_new (FALSE, FALSE, sizeof (EntMapPoint));
  self->named = g_array_new (FALSE, FALSE, sizeof (Named));
  return self;
}

static void
map_free (gpointer part)
{
  MapPart *self = part;

  ent_map_draft_free (self->draft);
  ent_map_rings_free (self->rings);
  g_array_unref (self->way);
  g_array_unref (self->named);
  g_free (self);
}

static void
map_relation (gpointer part, const EntPbfRelation *relation, const EntPbfTags *tags)
{
  MapPart *self = part;

  ent_map_rings_take_relation (self->rings, relation, tags);
}

static void
add_house (MapPart *self, const EntPbfTags *tags, EntMapPoint point)
{
  guint32 names[ENT_MAP_N_NAMES] = { 0 };

  names[0] = ent_map_draft_text (self->draft, ent_pbf_tag (tags, "addr:housenumber"));
  if (names[0] != 0)
    ent_map_label_mark (self->draft, ENT_MAP_HOUSE, names, point);
}

static void
add_mark (MapPart *self, const EntPbfTags *tags, EntMapPoint point)
{
  EntMapKind kind = ent_map_kind_of_mark (tags);
  guint32 names[ENT_MAP_N_NAMES];

  if (kind == ENT_MAP_KIND_NONE)
    return;
  ent_map_label_names (self->draft, tags, names);
  /* A place without a name is nothing to draw; a school without one is still a school. */
  if (names[0] != 0 || ent_map_kind_layer (kind) == ENT_MAP_LAYER_POI)
    ent_map_label_mark (self->draft, kind, names, point);
}

static void
map_node (gpointer part, const EntPbfNode *node, const EntPbfTags *tags)
{
  MapPart *self = part;
  EntMapPoint point = ent_map_point (node->place.latitude, node->place.longitude);

  add_house (self, tags, point);
  add_mark (self, tags, point);
}

/* The points of the way; nodes beyond the edge of the extract are left out. */
static void
find_points (MapPart *self, const EntRegionWay *way)
{
  EntMapPoint *points;
  guint n = 0;

  g_array_set_size (self->way, way->n_nodes);
  points = (EntMapPoint *) (gpointer) self->way->data;
  for (guint i = 0; i < way->n_nodes; i++)
    if (way->nodes[i] != ENT_NODE_NONE)
      {
        EntE7 place = ent_region_nodes_place (self->nodes, way->nodes[i]);

        points[n++] = ent_map_point (place.latitude, place.longitude);
      }
  g_array_set_size (self->way, n);
}

static guint8
structure_of (const EntPbfTags *tags)
{
  const char *bridge = ent_pbf_tag (tags, "bridge");
  const char *tunnel = ent_pbf_tag (tags, "tunnel");

  if (tunnel != NULL && strcmp (tunnel, "no") != 0)
    return ENT_MAP_TUNNEL;
  return bridge != NULL && strcmp (bridge, "no") != 0 ? ENT_MAP_BRIDGE : 0;
}

static void
add_line (MapPart *self, EntMapKind kind, const EntPbfTags *tags)
{
  EntMapDraftFeature feature = { .kind = (guint8) kind, .flags = structure_of (tags) };
  guint32 n_points = self->way->len;
  Named named = { .kind = (guint8) kind };

  feature.first_point = self->draft->points->len;
  feature.first_count = self->draft->counts->len;
  g_array_append_vals (self->draft->points, self->way->data, n_points);
  g_array_append_val (self->draft->counts, n_points);
  ent_map_draft_add (self->draft, &feature);

  ent_map_label_names (self->draft, tags, named.names);
  if (named.names[0] == 0 || ent_map_kind_layer (kind) == ENT_MAP_LAYER_RAIL)
    return;
  named.first_point = feature.first_point;
  named.n_points = n_points;
  g_array_append_val (self->named, named);
}

static void
add_area (MapPart *self, EntMapKind kind, const EntPbfTags *tags, gboolean is_drawn)
{
  const EntMapPoint *points = (const EntMapPoint *) (gconstpointer) self->way->data;
  guint n_points = self->way->len - 1;
  EntMapDraftFeature feature = { .kind = (guint8) kind };
  guint32 names[ENT_MAP_N_NAMES];

  if (kind != ENT_MAP_KIND_NONE && !is_drawn)
    {
      feature.first_point = self->draft->points->len;
      feature.first_count = self->draft->counts->len;
      ent_map_label_add_ring (self->draft, points, n_points, FALSE);
      ent_map_draft_add (self->draft, &feature);
      ent_map_label_names (self->draft, tags, names);
      ent_map_label_area (self->draft, kind, names, points, n_points);
    }
}

/* What stands at a place inside the area: its number, its use. */
static void
add_inside (MapPart *self, const EntPbfTags *tags)
{
  const EntMapPoint *points = (const EntMapPoint *) (gconstpointer) self->way->data;
  EntMapBox box;

  if (ent_pbf_tag (tags, "addr:housenumber") != NULL)
    {
      box = ent_map_box_of (points, self->way->len);
      add_house (self, tags,
                 (EntMapPoint) { box.west / 2 + box.east / 2, box.north / 2 + box.south / 2 });
    }
  if (ent_map_kind_of_mark (tags) != ENT_MAP_KIND_NONE)
    add_mark (self, tags, ent_map_ring_inside (points, self->way->len - 1));
}

static void
map_way (gpointer part, const EntRegionWay *way, const EntPbfTags *tags)
{
  MapPart *self = part;
  gboolean is_closed = way->n_nodes >= 4 && way->nodes[0] == way->nodes[way->n_nodes - 1];
  EntMapKind line;
  gboolean is_drawn;

  find_points (self, way);
  is_drawn = ent_map_rings_take_way (self->rings, way->id,
                                     (const EntMapPoint *) (gconstpointer) self->way->data,
                                     self->way->len, tags);
  if (tags->n == 0 || self->way->len < 2)
    return;

  if (is_closed && self->way->len == way->n_nodes && ent_map_tags_are_area (tags))
    {
      add_area (self, ent_map_kind_of_area (tags), tags, is_drawn);
      add_inside (self, tags);
      return;
    }
  line = ent_map_kind_of_line (tags);
  if (line != ENT_MAP_KIND_NONE)
    add_line (self, line, tags);
}

/* From which zoom a name along a line of the kind has room. */
static guint8
name_zoom (EntMapKind kind)
{
  switch (kind)
    {
    case ENT_MAP_MOTORWAY:
    case ENT_MAP_TRUNK:
    case ENT_MAP_PRIMARY:
    case ENT_MAP_RIVER:
      return 12;
    case ENT_MAP_SECONDARY:
    case ENT_MAP_TERTIARY:
      return 13;
    case ENT_MAP_STREET:
    case ENT_MAP_PEDESTRIAN:
    case ENT_MAP_LINK:
      return 14;
    default:
      return 15;
    }
}

static void
name_joined_cb (guint first, const EntMapPoint *points, guint n_points, gpointer data)
{
  MapPart *self = data;
  const Named *named = &g_array_index (self->named, Named, first);
  EntMapDraftFeature feature = { .layer = ENT_MAP_LAYER_ROAD_NAME,
                                 .kind = named->kind,
                                 .shape = ENT_MAP_LINE,
                                 .zoom = name_zoom (named->kind) };
  guint start = self->draft->points->len;
  guint32 n;

  memcpy (feature.names, named->names, sizeof feature.names);
  feature.first_point = start;
  feature.first_count = self->draft->counts->len;
  g_array_append_vals (self->draft->points, points, n_points);
  /* A name follows the bends, not each node: within 1.5 m will do. */
  n = ent_map_simplify (&g_array_index (self->draft->points, EntMapPoint, start), n_points, 16);
  g_array_set_size (self->draft->points, start + n);
  g_array_append_val (self->draft->counts, n);
  ent_map_draft_add (self->draft, &feature);
}

static void
join_names (MapPart *self)
{
  g_autofree EntMapPiece *pieces = g_new0 (EntMapPiece, MAX (self->named->len, 1));
  g_autoptr(GArray) points = NULL;

  /* A copy, for the draft's own points move as the joined lines are added. */
  points = g_array_copy (self->draft->points);
  for (guint i = 0; i < self->named->len; i++)
    {
      const Named *named = &g_array_index (self->named, Named, i);

      /* Texts are the same when their numbers are. */
      pieces[i].group = named->names[0] * 64 + named->kind;
      pieces[i].n_points = named->n_points;
      pieces[i].points = &g_array_index (points, EntMapPoint, named->first_point);
    }
  ent_map_join (pieces, self->named->len, name_joined_cb, self);
}

static gboolean
map_finish (gpointer part, EntRegionBuild *build, GError **error)
{
  MapPart *self = part;

  if (!ent_region_build_step (build, ENT_REGION_STAGE_MAP, 0.0, error))
    return FALSE;
  ent_map_rings_finish (self->rings);
  join_names (self);
  return ent_map_draft_write (self->draft, build, error);
}

const EntRegionPart ent_map_part = {
  .schema = ENT_MAP_DRAFT_SCHEMA,
  .begin = map_begin,
  .relation = map_relation,
  .node = map_node,
  .way = map_way,
  .finish = map_finish,
  .free = map_free,
};
