/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Areas that an extract describes by a relation. Thread of the import. */
#include "ent-map-rings.h"

#include <string.h>

#include "ent-map-join.h"
#include "ent-map-label.h"

/* A relation of more members than this is a country or a sea, which no map of a commune draws. */
#define MAX_MEMBERS 4000

typedef struct
{
  guint8 kind; /* EntMapKind; none until an outer way tells it */
  gboolean is_told;
  guint32 names[ENT_MAP_N_NAMES];
} Area;

/* A way's part in an area; a way may have several, which follow one another. */
typedef struct
{
  gint64 way;
  guint32 area;
  gboolean is_inner;
} Member;

/* A way that was kept, as a piece of a ring. */
typedef struct
{
  guint32 area;
  gboolean is_inner;
  guint32 first_point;
  guint32 n_points;
} Edge;

/* A closed ring, in the points of the rings. */
typedef struct
{
  guint32 area;
  gboolean is_inner;
  guint32 first_point;
  guint32 n_points;
} Ring;

struct _EntMapRings
{
  EntMapDraft *draft;
  GArray *areas;
  GArray *members; /* sorted by way when the first way comes */
  GHashTable *frontiers; /* way → EntMapKind, the greatest */
  gboolean sorted;
  GArray *edges;
  GArray *edge_points;
  GArray *rings;
  GArray *ring_points;
};

EntMapRings *
ent_map_rings_new (EntMapDraft *draft)
{
  EntMapRings *self = g_new0 (EntMapRings, 1);

  self->draft = draft;
  self->areas = g_array_new (FALSE, TRUE, sizeof (Area));
  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  self->frontiers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  self->edge_points = g_array_new (FALSE, FALSE, sizeof (EntMapPoint));
  self->rings = g_array_new (FALSE, FALSE, sizeof (Ring));
  self->ring_points = g_array_new (FALSE, FALSE, sizeof (EntMapPoint));
  return self;
}

void
ent_map_rings_free (EntMapRings *self)
{
  g_array_unref (self->areas);
  g_array_unref (self->members);
  g_hash_table_unref (self->frontiers);
  g_array_unref (self->edges);
  g_array_unref (self->edge_points);
  g_array_unref (self->rings);
  g_array_unref (self->ring_points);
  g_free (self);
}

static void
take_frontier (EntMapRings *self, const EntPbfRelation *relation, EntMapKind kind)
{
  for (guint i = 0; i < relation->n_members; i++)
    {
      const EntPbfMember *member = &relation->members[i];
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->frontiers, &member->id));

      if (member->kind == ENT_PBF_WAY && (known == 0 || kind < known))
        g_hash_table_insert (self->frontiers, g_memdup2 (&member->id, sizeof member->id),
                             GUINT_TO_POINTER (kind));
    }
}

void
ent_map_rings_take_relation (EntMapRings *self,
                             const EntPbfRelation *relation,
                             const EntPbfTags *tags)
{
  const char *type = ent_pbf_tag (tags, "type");
  EntMapKind frontier;
  Area area = { 0 };

  if (type == NULL || relation->n_members > MAX_MEMBERS)
    return;
  frontier = ent_map_kind_of_boundary (tags);
  if (frontier != ENT_MAP_KIND_NONE)
    take_frontier (self, relation, frontier);
  if (strcmp (type, "multipolygon") != 0)
    return;

  area.kind = ent_map_kind_of_area (tags);
  area.is_told = area.kind != ENT_MAP_KIND_NONE;
  ent_map_label_names (self->draft, tags, area.names);
  for (guint i = 0; i < relation->n_members; i++)
    {
      const EntPbfMember *member = &relation->members[i];
      Member added = { member->id, self->areas->len, strcmp (member->role, "inner") == 0 };

      if (member->kind == ENT_PBF_WAY)
        g_array_append_val (self->members, added);
    }
  g_array_append_val (self->areas, area);
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const Member *x = a, *y = b;

  return x->way != y->way ? (x->way > y->way) - (x->way < y->way)
                          : (x->area > y->area) - (x->area < y->area);
}

static guint
first_member (EntMapRings *self, gint64 way)
{
  guint low = 0, high = self->members->len;

  if (!self->sorted)
    g_array_sort (self->members, compare_members);
  self->sorted = TRUE;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->members, Member, middle).way < way)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
draw_frontier (EntMapRings *self, EntMapKind kind, const EntMapPoint *points, guint32 n_points)
{
  EntMapDraftFeature feature = { .kind = (guint8) kind };

  feature.first_point = self->draft->points->len;
  feature.first_count = self->draft->counts->len;
  g_array_append_vals (self->draft->points, points, n_points);
  g_array_append_val (self->draft->counts, n_points);
  ent_map_draft_add (self->draft, &feature);
}

gboolean
ent_map_rings_take_way (EntMapRings *self,
                        gint64 id,
                        const EntMapPoint *points,
                        guint n_points,
                        const EntPbfTags *tags)
{
  guint frontier = GPOINTER_TO_UINT (g_hash_table_lookup (self->frontiers, &id));
  gboolean is_drawn = FALSE;

  if (frontier != 0 && n_points >= 2)
    draw_frontier (self, frontier, points, n_points);
  for (guint i = first_member (self, id);
       i < self->members->len && g_array_index (self->members, Member, i).way == id; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);
      Area *area = &g_array_index (self->areas, Area, member->area);
      Edge edge = { member->area, member->is_inner, self->edge_points->len, n_points };
      EntMapKind kind = ent_map_kind_of_area (tags);

      if (n_points < 2)
        continue;
      /* Relations of an older make leave it to their outer ways to tell what they are. */
      if (!area->is_told && !member->is_inner && kind != ENT_MAP_KIND_NONE)
        {
          area->kind = (guint8) kind;
          ent_map_label_names (self->draft, tags, area->names);
        }
      is_drawn |= !member->is_inner && kind != ENT_MAP_KIND_NONE && kind == area->kind;
      g_array_append_vals (self->edge_points, points, n_points);
      g_array_append_val (self->edges, edge);
    }
  return is_drawn;
}

static void
joined_cb (guint first, const EntMapPoint *points, guint n_points, gpointer data)
{
  EntMapRings *self = data;
  const Edge *edge = &g_array_index (self->edges, Edge, first);
  Ring ring = { edge->area, edge->is_inner, self->ring_points->len, n_points - 1 };

  if (n_points < 4 || memcmp (&points[0], &points[n_points - 1], sizeof *points) != 0)
    return;
  g_array_append_vals (self->ring_points, points, n_points - 1);
  g_array_append_val (self->rings, ring);
}

/* By area, outer rings first. */
static int
compare_rings (gconstpointer a, gconstpointer b)
{
  const Ring *x = a, *y = b;

  if (x->area != y->area)
    return x->area < y->area ? -1 : 1;
  if (x->is_inner != y->is_inner)
    return x->is_inner ? 1 : -1;
  return (x->first_point > y->first_point) - (x->first_point < y->first_point);
}

static const EntMapPoint *
points_of (EntMapRings *self, const Ring *ring)
{
  return &g_array_index (self->ring_points, EntMapPoint, ring->first_point);
}

static gboolean
is_inside (const EntMapPoint *ring, guint n_points, EntMapPoint point)
{
  gboolean inside = FALSE;

  for (guint i = 0; i < n_points; i++)
    {
      EntMapPoint a = ring[i], b = ring[(i + 1) % n_points];

      if ((a.y > point.y) != (b.y > point.y) &&
          point.x < a.x + ((double) point.y - a.y) * ((double) b.x - a.x) / ((double) b.y - a.y))
        inside = !inside;
    }
  return inside;
}

static void
add_outer (EntMapRings *self, const Ring *outer, const Ring *inners, guint n_inners)
{
  const Area *area = &g_array_index (self->areas, Area, outer->area);
  EntMapDraftFeature feature = { .kind = area->kind };

  feature.first_point = self->draft->points->len;
  feature.first_count = self->draft->counts->len;
  ent_map_label_add_ring (self->draft, points_of (self, outer), outer->n_points, FALSE);
  for (guint i = 0; i < n_inners; i++)
    if (is_inside (points_of (self, outer), outer->n_points, points_of (self, &inners[i])[0]))
      ent_map_label_add_ring (self->draft, points_of (self, &inners[i]), inners[i].n_points, TRUE);
  ent_map_draft_add (self->draft, &feature);
  ent_map_label_area (self->draft, area->kind, area->names, points_of (self, outer),
                      outer->n_points);
}

void
ent_map_rings_finish (EntMapRings *self)
{
  g_autofree EntMapPiece *pieces = g_new0 (EntMapPiece, MAX (self->edges->len, 1));
  const Ring *rings;

  for (guint i = 0; i < self->edges->len; i++)
    {
      const Edge *edge = &g_array_index (self->edges, Edge, i);

      pieces[i].group = edge->area * 2 + (edge->is_inner ? 1 : 0);
      pieces[i].n_points = edge->n_points;
      pieces[i].points = &g_array_index (self->edge_points, EntMapPoint, edge->first_point);
    }
  ent_map_join (pieces, self->edges->len, joined_cb, self);
  g_array_sort (self->rings, compare_rings);

  rings = (const Ring *) (gconstpointer) self->rings->data;
  for (guint first = 0, last; first < self->rings->len; first = last)
    {
      guint n_outer = 0;

      for (last = first; last < self->rings->len && rings[last].area == rings[first].area; last++)
        n_outer += rings[last].is_inner ? 0 : 1;
      if (g_array_index (self->areas, Area, rings[first].area).kind == ENT_MAP_KIND_NONE)
        continue;
      for (guint i = first; i < first + n_outer; i++)
        add_outer (self, &rings[i], &rings[first + n_outer], last - first - n_outer);
    }
}
