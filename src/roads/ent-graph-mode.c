/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arcs of one mode, with the vertices split where turns are restricted, and its main part. Any
 * thread. */
#include "ent-graph.h"

#include <string.h>

#include "ent-road-way.h"

static gboolean
may_go (const EntGraph *graph, EntRoadMode mode, guint32 arc)
{
  const EntEdge *edge = &graph->edges[arc / 2];
  guint needed = (arc & 1) == 0 ? ENT_ROAD_FORWARD (mode) : ENT_ROAD_BACKWARD (mode);

  return (edge->flags & needed) != 0;
}

static guint32
head_of (const EntGraph *graph, guint32 arc)
{
  return graph->edges[arc / 2].ends[1 - (arc & 1)];
}

static guint32
tail_of (const EntGraph *graph, guint32 arc)
{
  return graph->edges[arc / 2].ends[arc & 1];
}

/* A group of turns: same mode, same vertex, same edge that they come from. */
typedef struct
{
  guint first, end; /* in the turns of the graph */
  guint32 via;
} Group;

static gboolean
binds (const EntTurn *turn, EntRoadMode mode)
{
  return (turn->flags >> mode & 1) != 0;
}

/* The turns stand in order of vertex, then of edge. */
static GArray *
find_groups (const EntGraph *graph, EntRoadMode mode)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  for (guint i = 0, end; i < graph->n_turns; i = end)
    {
      const EntTurn *turn = &graph->turns[i];
      Group group = { i, i, turn->via };
      gboolean bound = FALSE;

      for (end = i; end < graph->n_turns && graph->turns[end].via == turn->via &&
                    graph->turns[end].from == turn->from;
           end++)
        bound |= binds (&graph->turns[end], mode);
      group.end = end;
      if (bound)
        g_array_append_val (groups, group);
    }
  return groups;
}

static gboolean
is_exit (const EntGraph *graph, EntRoadMode mode, const Group *group, guint32 arc)
{
  gboolean only = FALSE, named = FALSE;

  for (guint i = group->first; i < group->end; i++)
    {
      const EntTurn *turn = &graph->turns[i];

      if (!binds (turn, mode))
        continue;
      if ((turn->flags & ENT_TURN_ONLY) == 0)
        {
          if (turn->to == arc / 2)
            return FALSE;
          continue;
        }
      only = TRUE;
      named |= turn->to == arc / 2;
    }
  return !only || named;
}

/* The arcs by which the restricted edge arrives end at the copy. */
static void
turn_heads (EntModeGraph *self, const EntGraph *graph, const Group *group, guint32 copy)
{
  guint32 edge = graph->turns[group->first].from;

  for (guint32 arc = 2 * edge; arc < 2 * edge + 2; arc++)
    if (self->heads[arc] == group->via)
      self->heads[arc] = copy;
}

static void
find_heads (EntModeGraph *self, const EntGraph *graph)
{
  self->heads = g_new (guint32, 2 * (gsize) graph->n_edges + 1);
  for (guint32 arc = 0; arc < 2 * graph->n_edges; arc++)
    self->heads[arc] = may_go (graph, self->mode, arc) ? head_of (graph, arc) : ENT_ROAD_NONE;
}

/* Whether an arc joins two vertices for the mode; those at a barred vertex lead to it, not on. */
static gboolean
passes (const EntModeGraph *self, const EntGraph *graph, guint32 arc)
{
  return self->heads[arc] != ENT_ROAD_NONE &&
         (graph->barred[tail_of (graph, arc)] >> self->mode & 1) == 0 &&
         (graph->barred[head_of (graph, arc)] >> self->mode & 1) == 0;
}

static void
fill_copies (EntModeGraph *self, const EntGraph *graph, GArray *groups)
{
  guint32 at = self->first[self->n_vertices];

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      for (guint32 j = self->first[group->via]; j < self->first[group->via + 1]; j++)
        if (is_exit (graph, self->mode, group, self->arcs[j].arc))
          self->arcs[at++] = self->arcs[j];
      self->first[self->n_vertices + i + 1] = at;
    }
}

static guint
count_copied_arcs (const EntModeGraph *self, GArray *groups)
{
  guint n = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      guint32 via = g_array_index (groups, Group, i).via;

      n += self->first[via + 1] - self->first[via];
    }
  return n;
}

static void
fill_arcs (EntModeGraph *self, const EntGraph *graph, GArray *groups)
{
  guint32 *at = self->first + 1;
  guint32 n_arcs = 0;

  for (guint32 arc = 0; arc < 2 * graph->n_edges; arc++)
    if (passes (self, graph, arc))
      self->first[tail_of (graph, arc)]++;
  for (guint32 i = 0; i <= self->n_vertices; i++)
    {
      guint32 n = self->first[i];

      self->first[i] = n_arcs;
      n_arcs += n;
    }
  self->arcs = g_new (EntArc, n_arcs + count_copied_arcs (self, groups) + 1);

  /* Each place moves to the end of its own arcs, which is where the next begin. */
  memmove (at, self->first, self->n_vertices * sizeof *at);
  self->first[0] = 0;
  for (guint32 arc = 0; arc < 2 * graph->n_edges; arc++)
    if (passes (self, graph, arc))
      self->arcs[at[tail_of (graph, arc)]++] = (EntArc) {
        ent_edge_weight (&graph->edges[arc / 2], self->mode),
        self->heads[arc],
        arc,
      };
}

void
ent_mode_graph_init (EntModeGraph *self, const EntGraph *graph, EntRoadMode mode)
{
  g_autoptr (GArray) groups = find_groups (graph, mode);

  self->mode = mode;
  self->n_vertices = graph->n_vertices;
  self->n = graph->n_vertices + groups->len;
  self->first = g_new0 (guint32, (gsize) self->n + 2);
  self->copied = g_new (guint32, groups->len + 1);
  find_heads (self, graph);
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      self->copied[i] = group->via;
      turn_heads (self, graph, group, self->n_vertices + i);
    }
  fill_arcs (self, graph, groups);
  fill_copies (self, graph, groups);
}

void
ent_mode_graph_clear (EntModeGraph *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->arcs, g_free);
  g_clear_pointer (&self->heads, g_free);
  g_clear_pointer (&self->copied, g_free);
}

/* Tarjan's search, with a stack of its own: a network is deeper than a thread's. */
typedef struct
{
  const EntModeGraph *graph;
  guint32 *number, *low; /* 0: not seen yet */
  guint32 *part;
  guint32 *path, *open; /* the way down; what has no part yet */
  guint32 *next; /* the next arc to look at */
  guint32 n_path, n_open, n_seen;
} Search;

static void
enter (Search *self, guint32 vertex)
{
  self->number[vertex] = self->low[vertex] = ++self->n_seen;
  self->next[vertex] = self->graph->first[vertex];
  self->path[self->n_path++] = vertex;
  self->open[self->n_open++] = vertex;
}

static guint32
close_part (Search *self, guint32 vertex)
{
  guint32 n = 0, member;

  do
    {
      member = self->open[--self->n_open];
      self->part[member] = vertex;
      n++;
    }
  while (member != vertex);
  return n;
}

/* Goes on where the path ends; returns the size of the part that was closed, and 0 for none. */
static guint32
advance (Search *self)
{
  guint32 vertex = self->path[self->n_path - 1];

  while (self->next[vertex] < self->graph->first[vertex + 1])
    {
      guint32 head = self->graph->arcs[self->next[vertex]++].head;

      if (self->number[head] == 0)
        {
          enter (self, head);
          return 0;
        }
      if (self->part[head] == ENT_ROAD_NONE)
        self->low[vertex] = MIN (self->low[vertex], self->number[head]);
    }
  self->n_path--;
  if (self->n_path > 0)
    {
      guint32 above = self->path[self->n_path - 1];

      self->low[above] = MIN (self->low[above], self->low[vertex]);
    }
  return self->low[vertex] == self->number[vertex] ? close_part (self, vertex) : 0;
}

guint8 *
ent_mode_graph_find_main (const EntModeGraph *graph)
{
  gsize n = graph->n;
  g_autofree guint32 *memory = g_new0 (guint32, 6 * n + 1);
  guint8 *is_main = g_new0 (guint8, n + 1);
  guint32 largest = 0, root = ENT_ROAD_NONE;
  Search self = { graph,          memory,         memory + n,    memory + 2 * n,
                  memory + 3 * n, memory + 4 * n, memory + 5 * n };

  memset (self.part, 0xff, n * sizeof *self.part);
  for (guint32 start = 0; start < n; start++)
    {
      if (self.number[start] != 0)
        continue;
      enter (&self, start);
      while (self.n_path > 0)
        {
          guint32 vertex = self.path[self.n_path - 1];
          guint32 size = advance (&self);

          if (size > largest)
            {
              largest = size;
              root = vertex;
            }
        }
    }
  for (guint32 i = 0; i < n; i++)
    is_main[i] = largest > 1 && self.part[i] == root;
  return is_main;
}
