/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The roads as a part of a region: keeps what the extract tells about them, then makes the network
 * and its hierarchies. Thread of the import. */
#include "ent-road-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ent-graph-build.h"
#include "ent-hierarchy.h"
#include "ent-roads-error.h"

typedef struct
{
  EntRegionBuild *build;
  EntGraphSource source;
} Part;

static gpointer
road_part_begin (EntRegionBuild *build)
{
  Part *self = g_new0 (Part, 1);

  self->build = build;
  self->source.ways = g_array_new (FALSE, FALSE, sizeof (EntBuildWay));
  self->source.way_nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->source.nodes = g_array_new (FALSE, FALSE, sizeof (EntBuildNode));
  self->source.turns = g_array_new (FALSE, FALSE, sizeof (EntBuildTurn));
  return self;
}

static void
road_part_free (gpointer part)
{
  Part *self = part;

  g_array_unref (self->source.ways);
  g_array_unref (self->source.way_nodes);
  g_array_unref (self->source.nodes);
  g_array_unref (self->source.turns);
  g_free (self);
}

static guint32
bound_modes (const EntPbfTags *tags)
{
  const char *except = ent_pbf_tag (tags, "except");
  guint32 modes = 1 << ENT_ROAD_CAR | 1 << ENT_ROAD_BICYCLE;

  if (except != NULL && strstr (except, "bicycle") != NULL)
    modes &= ~(1u << ENT_ROAD_BICYCLE);
  if (except != NULL &&
      (strstr (except, "motorcar") != NULL || strstr (except, "motor_vehicle") != NULL))
    modes &= ~(1u << ENT_ROAD_CAR);
  return modes;
}

static const char *
restriction_of (const EntPbfTags *tags, guint32 *modes)
{
  const char *kind = ent_pbf_tag (tags, "restriction");

  *modes = bound_modes (tags);
  if (kind != NULL)
    return kind;
  *modes &= 1 << ENT_ROAD_CAR;
  kind = ent_pbf_tag (tags, "restriction:motorcar");
  return kind != NULL ? kind : ent_pbf_tag (tags, "restriction:motor_vehicle");
}

/* One way, one node, one way: what passes through further ways binds too rarely to matter. */
static void
road_part_relation (gpointer part, const EntPbfRelation *relation, const EntPbfTags *tags)
{
  Part *self = part;
  EntBuildTurn turn = { 0 };
  guint n_from = 0, n_via = 0, n_to = 0;
  const char *type = ent_pbf_tag (tags, "type");
  const char *kind = restriction_of (tags, &turn.flags);

  if (kind == NULL || type == NULL || strcmp (type, "restriction") != 0 || turn.flags == 0)
    return;
  for (guint i = 0; i < relation->n_members; i++)
    {
      const EntPbfMember *member = &relation->members[i];

      if (member->kind == ENT_PBF_WAY && strcmp (member->role, "from") == 0)
        turn.from = member->id, n_from++;
      else if (member->kind == ENT_PBF_WAY && strcmp (member->role, "to") == 0)
        turn.to = member->id, n_to++;
      else if (strcmp (member->role, "via") == 0)
        {
          turn.via = member->id;
          n_via += member->kind == ENT_PBF_NODE ? 1 : 2;
        }
    }
  if (g_str_has_prefix (kind, "only_"))
    turn.flags |= ENT_TURN_ONLY;
  else if (!g_str_has_prefix (kind, "no_"))
    return;
  if (n_from == 1 && n_via == 1 && n_to == 1)
    g_array_append_val (self->source.turns, turn);
}

static void
road_part_node (gpointer part, const EntPbfNode *node, const EntPbfTags *tags)
{
  Part *self = part;
  EntBuildNode found = { .id = node->id };

  if (ent_road_node_read (tags, &found.what))
    g_array_append_val (self->source.nodes, found);
}

static void
add_way (Part *self, EntBuildWay *way, const guint32 *nodes, guint n)
{
  if (n < 2)
    return;
  way->first = self->source.way_nodes->len;
  way->n = n;
  g_array_append_vals (self->source.way_nodes, nodes, n);
  g_array_append_val (self->source.ways, *way);
}

/* Nodes beyond the edge of the extract cut a way in two. */
static void
road_part_way (gpointer part, const EntRegionWay *way, const EntPbfTags *tags)
{
  Part *self = part;
  EntBuildWay road = { .id = way->id };
  guint start = 0;

  if (way->n_nodes < 2 || !ent_road_way_read (tags, &road.road))
    return;
  for (guint i = 0; i < way->n_nodes; i++)
    if (way->nodes[i] == ENT_NODE_NONE)
      {
        add_way (self, &road, way->nodes + start, i - start);
        start = i + 1;
      }
  add_way (self, &road, way->nodes + start, way->n_nodes - start);
}

static gboolean
add_mode (Part *self, EntGraph *graph, EntRoadMode mode, GError **error)
{
  EntModeGraph arcs = { 0 };
  g_autofree guint8 *is_main = NULL;
  gboolean fine;

  ent_mode_graph_init (&arcs, graph, mode);
  is_main = ent_mode_graph_find_main (&arcs);
  ent_graph_open_edges (graph, &arcs, is_main);
  fine = ent_hierarchy_build (&arcs, self->build, error);
  ent_mode_graph_clear (&arcs);
  return fine;
}

static gboolean
road_part_finish (gpointer part, EntRegionBuild *build, GError **error)
{
  Part *self = part;
  EntGraph graph = { 0 };
  gboolean fine = ent_region_build_step (build, ENT_REGION_STAGE_ROADS, 0.0, error);

  if (fine && self->source.ways->len == 0)
    {
      g_set_error_literal (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_EMPTY,
                           _ ("The extract holds no road. Choose one that is not reduced to other "
                              "things, such as buildings."));
      return FALSE;
    }
  if (!fine)
    return FALSE;
  ent_graph_build (&graph, &self->source, ent_region_build_get_nodes (build));
  ent_graph_build_grid (&graph);
  for (guint mode = 0; fine && mode < ENT_ROAD_N_MODES; mode++)
    fine = ent_region_build_step (build, ENT_REGION_STAGE_HIERARCHIES,
                                  (double) mode / ENT_ROAD_N_MODES, error) &&
           add_mode (self, &graph, mode, error);
  fine = fine && ent_region_build_step (build, ENT_REGION_STAGE_HIERARCHIES, 1.0, error) &&
         ent_graph_save (&graph, build, error);
  ent_graph_clear (&graph);
  return fine;
}

const EntRegionPart ent_road_part = {
  .begin = road_part_begin,
  .relation = road_part_relation,
  .node = road_part_node,
  .way = road_part_way,
  .finish = road_part_finish,
  .free = road_part_free,
};
