/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The roads of the extract that everybody may use both ways, that hang together and have houses
 * beside them, are cut into six parts of one length, a village each. One thread. */

#include "ent-demo-ground.h"

#include "ent-demo-extract.h"
#include "ent-pbf.h"
#include "ent-region-nodes.h"
#include "ent-road-way.h"

#include <math.h>

#define METRES_PER_DEGREE 111195.0
#define NEAR_HOUSE 60.0 /* metres */
#define BESIDE 12.0 /* metres from the middle of the road to a house */
#define BANDS 3 /* from south to north, each two villages wide */

/* A straight piece of road. */
typedef struct
{
  EntPoint from, to;
  guint32 first_node;
  guint way, position; /* in the extract; in the way */
  double length; /* metres */
  double begins; /* metres of the village's roads before it */
  double run_begins, run_ends; /* of the unbroken piece of one way that it belongs to */
} Segment;

struct _EntDemoGround
{
  GArray *villages[ENT_DEMO_VILLAGES]; /* Segment */
  double lengths[ENT_DEMO_VILLAGES]; /* metres */
};

/* While the extract is read. */
typedef struct
{
  EntRegionNodes nodes;
  GArray *houses; /* EntPoint */
  GArray *segments; /* Segment */
  guint32 *groups; /* of nodes that roads join: another of the group, or itself */
  guint32 hint;
  guint n_ways;
} Reading;

static double
span (EntPoint a, EntPoint b)
{
  double north = (b.latitude - a.latitude) * METRES_PER_DEGREE;
  double east = (b.longitude - a.longitude) * ent_geo_metres_per_degree (a.latitude);

  return hypot (north, east);
}

static EntPoint
between (EntPoint a, EntPoint b, double share)
{
  return (EntPoint) { a.latitude + (b.latitude - a.latitude) * share,
                      a.longitude + (b.longitude - a.longitude) * share };
}

static guint32
group_of (Reading *self, guint32 node)
{
  while (self->groups[node] != node)
    node = self->groups[node] = self->groups[self->groups[node]];
  return node;
}

static void
node_cb (const EntPbfNode *node, const EntPbfTags *tags, gpointer data)
{
  Reading *self = data;
  EntPoint place = ent_e7_to_point (node->place);

  ent_region_nodes_add (&self->nodes, node->id, node->place);
  if (ent_pbf_tag (tags, "addr:housenumber") != NULL)
    g_array_append_val (self->houses, place);
}

static gboolean
is_street (const EntPbfTags *tags)
{
  EntRoadWay way;

  if (!ent_road_way_read (tags, &way) || way.kind < ENT_ROAD_TERTIARY ||
      way.kind > ENT_ROAD_LIVING_STREET)
    return FALSE;
  for (int mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    if ((way.access & ENT_ROAD_BOTH (mode)) != ENT_ROAD_BOTH (mode))
      return FALSE;
  return TRUE;
}

static void
add_segment (Reading *self, guint32 a, guint32 b, guint position)
{
  Segment segment = { ent_e7_to_point (ent_region_nodes_place (&self->nodes, a)),
                      ent_e7_to_point (ent_region_nodes_place (&self->nodes, b)), a, self->n_ways,
                      position };

  segment.length = span (segment.from, segment.to);
  self->groups[group_of (self, a)] = group_of (self, b);
  g_array_append_val (self->segments, segment);
}

static void
way_cb (const EntPbfWay *way, const EntPbfTags *tags, gpointer data)
{
  Reading *self = data;
  guint32 before = ENT_NODE_NONE;

  if (way->n_refs > 0 && ent_pbf_tag (tags, "addr:housenumber") != NULL)
    {
      before = ent_region_nodes_find (&self->nodes, way->refs[0], &self->hint);
      if (before != ENT_NODE_NONE)
        {
          EntPoint place = ent_e7_to_point (ent_region_nodes_place (&self->nodes, before));

          g_array_append_val (self->houses, place);
        }
    }
  if (!is_street (tags))
    return;
  before = ENT_NODE_NONE;
  for (guint i = 0; i < way->n_refs; i++)
    {
      guint32 node = ent_region_nodes_find (&self->nodes, way->refs[i], &self->hint);

      if (before != ENT_NODE_NONE && node != ENT_NODE_NONE)
        add_segment (self, before, node, i);
      before = node;
    }
  self->n_ways++;
}

static gboolean
read_extract (Reading *self, GError **error)
{
  const EntPbfHandler nodes = { .node = node_cb };
  const EntPbfHandler ways = { .way = way_cb };
  g_autoptr (GBytes) bytes = ent_demo_extract_read (error);
  g_autoptr (EntPbf) pbf = bytes != NULL ? ent_pbf_new (bytes, error) : NULL;

  if (pbf == NULL || !ent_pbf_read (pbf, &nodes, self, NULL, error))
    return FALSE;
  ent_region_nodes_sort (&self->nodes);
  self->groups = g_new (guint32, ent_region_nodes_count (&self->nodes));
  for (guint i = 0; i < ent_region_nodes_count (&self->nodes); i++)
    self->groups[i] = i;
  return ent_pbf_read (pbf, &ways, self, NULL, error);
}

/* The group whose roads are longest. */
static guint32
find_network (Reading *self)
{
  g_autofree double *lengths = g_new0 (double, ent_region_nodes_count (&self->nodes));
  guint32 best = 0;

  for (guint i = 0; i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);
      guint32 group = group_of (self, segment->first_node);

      lengths[group] += segment->length;
      if (lengths[group] > lengths[best])
        best = group;
    }
  return best;
}

static gboolean
is_lived_in (const Reading *self, const Segment *segment)
{
  EntPoint middle = between (segment->from, segment->to, 0.5);

  for (guint i = 0; i < self->houses->len; i++)
    if (span (middle, g_array_index (self->houses, EntPoint, i)) < NEAR_HOUSE + segment->length / 2)
      return TRUE;
  return FALSE;
}

static void
drop_others (Reading *self)
{
  guint32 network = find_network (self);
  guint kept = 0;

  for (guint i = 0; i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);

      if (segment->length > 0 && group_of (self, segment->first_node) == network &&
          is_lived_in (self, segment))
        g_array_index (self->segments, Segment, kept++) = *segment;
    }
  g_array_set_size (self->segments, kept);
}

/* The order of the extract, where all else is the same. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Segment *one = a, *other = b;

  if (one->way != other->way)
    return one->way < other->way ? -1 : 1;
  return one->position < other->position ? -1 : one->position > other->position;
}

static int
compare_latitudes (gconstpointer a, gconstpointer b)
{
  const Segment *one = a, *other = b;

  if (one->from.latitude != other->from.latitude)
    return one->from.latitude < other->from.latitude ? -1 : 1;
  return compare_places (a, b);
}

static int
compare_longitudes (gconstpointer a, gconstpointer b)
{
  const Segment *one = a, *other = b;

  if (one->from.longitude != other->from.longitude)
    return one->from.longitude < other->from.longitude ? -1 : 1;
  return compare_places (a, b);
}

/* Shares the segments out, in the order that @compare gives, so that all parts are as long. */
static void
share_out (GArray *segments, GCompareFunc compare, GArray **parts, guint n_parts)
{
  double total = 0, before = 0;

  g_array_sort (segments, compare);
  for (guint i = 0; i < segments->len; i++)
    total += g_array_index (segments, Segment, i).length;
  for (guint i = 0; i < segments->len; i++)
    {
      const Segment *segment = &g_array_index (segments, Segment, i);
      guint part = (guint) (before / total * n_parts);

      g_array_append_vals (parts[MIN (part, n_parts - 1)], segment, 1);
      before += segment->length;
    }
}

static gboolean
goes_on (const Segment *before, const Segment *segment)
{
  return before->way == segment->way && before->position + 1 == segment->position;
}

/* Measures the roads of a village one behind the other; metres of all of them. */
static double
measure (GArray *segments)
{
  double total = 0;

  g_array_sort (segments, compare_places);
  for (guint i = 0; i < segments->len; i++)
    {
      Segment *segment = &g_array_index (segments, Segment, i);

      segment->begins = segment->run_begins = total;
      if (i > 0 && goes_on (segment - 1, segment))
        segment->run_begins = (segment - 1)->run_begins;
      total += segment->length;
    }
  for (guint i = segments->len; i-- > 0;)
    {
      Segment *segment = &g_array_index (segments, Segment, i);

      segment->run_ends = segment->begins + segment->length;
      if (i + 1 < segments->len && goes_on (segment, segment + 1))
        segment->run_ends = (segment + 1)->run_ends;
    }
  return total;
}

static void
make_villages (EntDemoGround *self, GArray *segments)
{
  GArray *bands[BANDS];

  for (guint i = 0; i < BANDS; i++)
    bands[i] = g_array_new (FALSE, FALSE, sizeof (Segment));
  share_out (segments, compare_latitudes, bands, BANDS);
  for (guint i = 0; i < BANDS; i++)
    {
      share_out (bands[i], compare_longitudes, self->villages + i * ENT_DEMO_VILLAGES / BANDS,
                 ENT_DEMO_VILLAGES / BANDS);
      g_array_unref (bands[i]);
    }
  for (guint i = 0; i < ENT_DEMO_VILLAGES; i++)
    self->lengths[i] = measure (self->villages[i]);
}

EntDemoGround *
ent_demo_ground_new (GError **error)
{
  g_autoptr (EntDemoGround) self = g_new0 (EntDemoGround, 1);
  Reading reading = { .houses = g_array_new (FALSE, FALSE, sizeof (EntPoint)),
                      .segments = g_array_new (FALSE, FALSE, sizeof (Segment)) };
  gboolean read;

  for (guint i = 0; i < ENT_DEMO_VILLAGES; i++)
    self->villages[i] = g_array_new (FALSE, FALSE, sizeof (Segment));
  ent_region_nodes_init (&reading.nodes);
  read = read_extract (&reading, error);
  if (read)
    {
      drop_others (&reading);
      make_villages (self, reading.segments);
    }
  ent_region_nodes_clear (&reading.nodes);
  g_array_unref (reading.houses);
  g_array_unref (reading.segments);
  g_free (reading.groups);
  return read ? g_steal_pointer (&self) : NULL;
}

void
ent_demo_ground_free (EntDemoGround *self)
{
  for (guint i = 0; i < ENT_DEMO_VILLAGES; i++)
    g_array_unref (self->villages[i]);
  g_free (self);
}

/* The segment that so many metres lie in. */
static const Segment *
find_segment (GArray *segments, double metres)
{
  guint low = 0, high = segments->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (segments, Segment, middle).begins <= metres)
        low = middle;
      else
        high = middle;
    }
  return &g_array_index (segments, Segment, low);
}

static EntPoint
beside (const Segment *segment, double metres, gboolean left)
{
  double east = ent_geo_metres_per_degree (segment->from.latitude);
  double x = (segment->to.longitude - segment->from.longitude) * east / segment->length;
  double y = (segment->to.latitude - segment->from.latitude) * METRES_PER_DEGREE / segment->length;
  double share = CLAMP ((metres - segment->begins) / segment->length, 0, 1);
  EntPoint middle = between (segment->from, segment->to, share);
  double side = left ? BESIDE : -BESIDE;

  return (EntPoint) { middle.latitude + x * side / METRES_PER_DEGREE,
                      middle.longitude - y * side / east };
}

EntPoint
ent_demo_ground_place (const EntDemoGround *self, const EntDemoHouse *house)
{
  GArray *segments = self->villages[house->village];
  double each = self->lengths[house->village] / house->n_streets;
  const Segment *middle = find_segment (segments, (house->street + 0.5) * each);
  /* A street ends where its road ends, though there were metres left. */
  double from = MAX (house->street * each, middle->run_begins);
  double to = MIN ((house->street + 1) * each, middle->run_ends);
  double metres = from + (to - from) * (house->number - 0.5) / house->n_houses;

  return beside (find_segment (segments, metres), metres, house->number % 2 == 1);
}
