/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a contraction hierarchy. What counts is the time it takes: whether a shortcut is needed is
 * looked for by two steps from one side and one from the other, without a queue, which finds nearly
 * all that a search would find. A shortcut too many costs a little memory and no correctness.
 * Thread of the import. */
#include "ent-hierarchy.h"

#include <string.h>

/* To and from a neighbour. */
typedef struct
{
  EntWeight out, in;
  guint32 other;
  guint32 hops; /* arcs of the road network that it stands for */
} Link;

typedef struct
{
  Link *links;
  guint32 n, capacity;
  guint32 level; /* shortcuts that one climbs through from here down */
} Vertex;

typedef struct
{
  double priority;
  guint32 vertex;
} Item;

typedef struct
{
  guint32 a, b;
  guint32 hops;
  EntWeight there, back; /* from a to b, from b to a */
} Shortcut;

typedef struct
{
  EntWeight out, in; /* the way to it, and from it */
} Near;

typedef struct
{
  Vertex *vertices;
  guint n;
  GArray *blocks; /* gpointer: memory of links */
  guint8 *block;
  gsize block_left;
  Near *near; /* of each vertex, as seen from the vertex at hand */
  guint32 *touched;
  guint n_touched;
  GArray *shortcuts; /* Shortcut, of the contraction at hand */
  guint32 *ranks; /* in the order of contraction */
  GArray *up, *down; /* Emitted */
} Build;

/* An arc of the hierarchy, in the order of contraction. */
typedef struct
{
  EntWeight weight;
  guint32 tail, head;
} Emitted;

#define BLOCK_SIZE (1 << 18)

/* With more neighbours than this, how many shortcuts a vertex needs is guessed, as trying takes the
 * square of them. */
#define MOST_TRIED 5

static Link *
take_links (Build *self, gsize n)
{
  gsize size = n * sizeof (Link);
  Link *links;

  if (size > self->block_left)
    {
      self->block_left = MAX (BLOCK_SIZE, size);
      self->block = g_malloc (self->block_left);
      g_array_append_val (self->blocks, self->block);
    }
  links = (Link *) (gpointer) self->block;
  self->block += size;
  self->block_left -= size;
  return links;
}

static Link *
find_link (const Vertex *vertex, guint32 other)
{
  for (guint i = 0; i < vertex->n; i++)
    if (vertex->links[i].other == other)
      return &vertex->links[i];
  return NULL;
}

static void
add_link (Build *self, guint32 from, Link link)
{
  Vertex *vertex = &self->vertices[from];
  Link *known = find_link (vertex, link.other);

  if (known != NULL)
    {
      if (link.out < known->out || link.in < known->in)
        known->hops = link.hops;
      known->out = MIN (known->out, link.out);
      known->in = MIN (known->in, link.in);
      return;
    }
  if (vertex->n == vertex->capacity)
    {
      Link *links = take_links (self, vertex->capacity = MAX (4, 2 * vertex->capacity));

      if (vertex->n > 0)
        memcpy (links, vertex->links, vertex->n * sizeof *links);
      vertex->links = links;
    }
  vertex->links[vertex->n++] = link;
}

static void
remove_link (Build *self, guint32 from, guint32 other)
{
  Vertex *vertex = &self->vertices[from];
  Link *link = find_link (vertex, other);

  *link = vertex->links[--vertex->n];
}

static inline void
mark (Build *self, guint32 vertex, EntWeight out, EntWeight in)
{
  Near *near = &self->near[vertex];

  if ((near->out & near->in) == ENT_WEIGHT_NEVER)
    self->touched[self->n_touched++] = vertex;
  near->out = MIN (near->out, out);
  near->in = MIN (near->in, in);
}

static void
unmark (Build *self)
{
  for (guint i = 0; i < self->n_touched; i++)
    self->near[self->touched[i]] = (Near) { ENT_WEIGHT_NEVER, ENT_WEIGHT_NEVER };
  self->n_touched = 0;
}

static inline EntWeight
sum (EntWeight a, EntWeight b)
{
  return MIN (a + b, ENT_WEIGHT_NEVER);
}

/* Marks what lies within two steps of a vertex, without going through another, nor beyond a weight
 * that no shortcut of it reaches. */
static void
mark_near (Build *self, guint32 start, guint32 except, EntWeight limit)
{
  const Vertex *vertex = &self->vertices[start];

  for (guint i = 0; i < vertex->n; i++)
    {
      const Link *step = &vertex->links[i];
      const Vertex *next = &self->vertices[step->other];

      if (step->other == except)
        continue;
      mark (self, step->other, step->out, step->in);
      if (MIN (step->out, step->in) > limit)
        continue;
      for (guint j = 0; j < next->n; j++)
        {
          EntWeight out = sum (step->out, next->links[j].out);
          EntWeight in = sum (step->in, next->links[j].in);

          if (MIN (out, in) <= limit && next->links[j].other != start &&
              next->links[j].other != except)
            mark (self, next->links[j].other, out, in);
        }
    }
}

/* Whether the marked vertex reaches another, and is reached from it, at no more than the weights
 * given: by the marks, or by one step more. */
static void
look (const Build *self, guint32 goal, guint32 except, EntWeight *there, EntWeight *back)
{
  const Vertex *vertex = &self->vertices[goal];
  gboolean has_there = *there == ENT_WEIGHT_NEVER || self->near[goal].out <= *there;
  gboolean has_back = *back == ENT_WEIGHT_NEVER || self->near[goal].in <= *back;

  for (guint i = 0; i < vertex->n && !(has_there && has_back); i++)
    {
      const Link *link = &vertex->links[i];

      if (link->other == except)
        continue;
      has_there = has_there || sum (self->near[link->other].out, link->in) <= *there;
      has_back = has_back || sum (self->near[link->other].in, link->out) <= *back;
    }
  if (has_there)
    *there = ENT_WEIGHT_NEVER;
  if (has_back)
    *back = ENT_WEIGHT_NEVER;
}

/* The most that a shortcut between one neighbour and those behind it can weigh. */
static EntWeight
limit_of (const Vertex *vertex, guint first)
{
  const Link *a = &vertex->links[first];
  EntWeight limit = 0;

  for (guint i = first + 1; i < vertex->n; i++)
    {
      EntWeight there = sum (a->in, vertex->links[i].out);
      EntWeight back = sum (vertex->links[i].in, a->out);

      limit = MAX (limit, there != ENT_WEIGHT_NEVER ? there : 0);
      limit = MAX (limit, back != ENT_WEIGHT_NEVER ? back : 0);
    }
  return limit;
}

/* Which shortcuts the contraction of a vertex needs. */
static void
find_shortcuts (Build *self, guint32 middle)
{
  const Vertex *vertex = &self->vertices[middle];

  g_array_set_size (self->shortcuts, 0);
  for (guint i = 0; i + 1 < vertex->n; i++)
    {
      const Link *a = &vertex->links[i];
      gboolean marked = FALSE;

      for (guint j = i + 1; j < vertex->n; j++)
        {
          const Link *b = &vertex->links[j];
          Shortcut found = { a->other, b->other, a->hops + b->hops, sum (a->in, b->out),
                             sum (b->in, a->out) };

          if (vertex->n > 2 || find_link (&self->vertices[a->other], b->other) != NULL)
            {
              if (!marked)
                mark_near (self, a->other, middle, limit_of (vertex, i));
              marked = TRUE;
              look (self, b->other, middle, &found.there, &found.back);
            }
          if (found.there != ENT_WEIGHT_NEVER || found.back != ENT_WEIGHT_NEVER)
            g_array_append_val (self->shortcuts, found);
        }
      unmark (self);
    }
}

/* About what priority_of() finds without its level. */
static double
guess (const Vertex *vertex)
{
  return vertex->n <= 1 ? 0.0 : vertex->n - 1.0;
}

/* The less it adds, and the lower it lies, the sooner it goes. */
static double
priority_of (Build *self, guint32 number)
{
  const Vertex *vertex = &self->vertices[number];
  double removed = 0, removed_hops = 0, added = 0, added_hops = 0;

  if (vertex->n > MOST_TRIED)
    return vertex->level + guess (vertex);
  find_shortcuts (self, number);
  if (vertex->n <= 1)
    return 0.0;
  for (guint i = 0; i < vertex->n; i++)
    {
      guint arcs = (vertex->links[i].out != ENT_WEIGHT_NEVER) +
                   (vertex->links[i].in != ENT_WEIGHT_NEVER);

      removed += arcs;
      removed_hops += arcs * vertex->links[i].hops;
    }
  for (guint i = 0; i < self->shortcuts->len; i++)
    {
      const Shortcut *found = &g_array_index (self->shortcuts, Shortcut, i);
      guint arcs = (found->there != ENT_WEIGHT_NEVER) + (found->back != ENT_WEIGHT_NEVER);

      added += arcs;
      added_hops += arcs * found->hops;
    }
  return vertex->level + added / removed + added_hops / removed_hops;
}

static void
emit (Build *self, guint32 number)
{
  const Vertex *vertex = &self->vertices[number];

  for (guint i = 0; i < vertex->n; i++)
    {
      const Link *link = &vertex->links[i];
      Emitted arc = { link->out, number, link->other };

      if (link->out != ENT_WEIGHT_NEVER)
        g_array_append_val (self->up, arc);
      arc.weight = link->in;
      if (link->in != ENT_WEIGHT_NEVER)
        g_array_append_val (self->down, arc);
    }
}

/* Right after its priority was looked at, which found the shortcuts. */
static void
contract (Build *self, guint32 number)
{
  const Vertex *vertex = &self->vertices[number];

  if (vertex->n > MOST_TRIED)
    find_shortcuts (self, number);
  emit (self, number);
  for (guint i = 0; i < vertex->n; i++)
    {
      Vertex *other = &self->vertices[vertex->links[i].other];

      remove_link (self, vertex->links[i].other, number);
      other->level = MAX (other->level, vertex->level + 1);
    }
  for (guint i = 0; i < self->shortcuts->len; i++)
    {
      const Shortcut *found = &g_array_index (self->shortcuts, Shortcut, i);

      add_link (self, found->a, (Link) { found->there, found->back, found->b, found->hops });
      add_link (self, found->b, (Link) { found->back, found->there, found->a, found->hops });
    }
}

static void
sink (Item *items, guint n, guint at)
{
  Item item = items[at];

  for (guint child = 2 * at + 1; child < n; child = 2 * at + 1)
    {
      if (child + 1 < n && items[child + 1].priority < items[child].priority)
        child++;
      if (items[child].priority >= item.priority)
        break;
      items[at] = items[child];
      at = child;
    }
  items[at] = item;
}

/* The priority of the first is looked at again before it goes: if another is now ahead, it waits.
 */
static gboolean
contract_all (Build *self, EntRoadMode mode, EntRegionBuild *build, GError **error)
{
  g_autofree Item *items = g_new (Item, self->n + 1);
  guint n = self->n;

  for (guint32 i = 0; i < n; i++)
    items[i] = (Item) { guess (&self->vertices[i]), i };
  for (guint i = n / 2; i-- > 0;)
    sink (items, n, i);
  for (guint done = 0; n > 0;)
    {
      double priority = priority_of (self, items[0].vertex);
      double next = MIN (n > 1 ? items[1].priority : G_MAXDOUBLE,
                         n > 2 ? items[2].priority : G_MAXDOUBLE);

      if (priority > next)
        items[0].priority = priority;
      else
        {
          self->ranks[items[0].vertex] = done++;
          contract (self, items[0].vertex);
          items[0] = items[--n];
          if (done % 1024 == 0 &&
              !ent_region_build_step (build, ENT_REGION_STAGE_HIERARCHIES,
                                      (mode + (double) done / self->n) / ENT_ROAD_N_MODES, error))
            return FALSE;
        }
      sink (items, n, 0);
    }
  return TRUE;
}

static void
add_arcs (Build *self, const EntModeGraph *graph, const guint32 *numbers)
{
  for (guint32 i = 0; i < graph->n; i++)
    for (guint32 j = graph->first[i]; j < graph->first[i + 1]; j++)
      {
        const EntArc *arc = &graph->arcs[j];

        if (arc->head == i)
          continue;
        add_link (self, numbers[i],
                  (Link) { arc->weight, ENT_WEIGHT_NEVER, numbers[arc->head], 1 });
        add_link (self, numbers[arc->head],
                  (Link) { ENT_WEIGHT_NEVER, arc->weight, numbers[i], 1 });
      }
}

/* The vertices that any arc touches, in their order. */
static guint32 *
number_vertices (const EntModeGraph *graph, guint *n)
{
  guint32 *numbers = g_new0 (guint32, graph->n + 1);

  for (guint32 i = 0; i < graph->n; i++)
    for (guint32 j = graph->first[i]; j < graph->first[i + 1]; j++)
      numbers[i] = numbers[graph->arcs[j].head] = 1;
  *n = 0;
  for (guint32 i = 0; i < graph->n; i++)
    numbers[i] = numbers[i] != 0 ? (*n)++ : ENT_ROAD_NONE;
  return numbers;
}

/* The arcs in the order of the final numbers of their tails, behind the places where each begins.
 * They were emitted in the opposite order. */
static void
append_arcs (const Build *self, GArray *emitted, GArray *file)
{
  guint32 last = self->n - 1;
  guint32 place = 0;
  guint at = emitted->len;

  for (guint32 tail = 0; tail <= self->n; tail++)
    {
      g_array_append_val (file, place);
      while (at > 0 && last - self->ranks[g_array_index (emitted, Emitted, at - 1).tail] == tail)
        {
          place++;
          at--;
        }
    }
  for (guint i = emitted->len; i-- > 0;)
    {
      const Emitted *arc = &g_array_index (emitted, Emitted, i);
      guint32 words[3] = { last - self->ranks[arc->head], ENT_WEIGHT_MS (arc->weight),
                           ENT_WEIGHT_DM (arc->weight) };

      g_array_append_vals (file, words, G_N_ELEMENTS (words));
    }
}

static gboolean
is_symmetric (const Build *self)
{
  if (self->up->len == 0)
    return self->down->len == 0;
  return self->up->len == self->down->len &&
         memcmp (self->up->data, self->down->data, self->up->len * sizeof (Emitted)) == 0;
}

static gboolean
save (const Build *self,
      const EntModeGraph *graph,
      guint32 *numbers,
      EntRegionBuild *build,
      GError **error)
{
  g_autoptr (GArray) file = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean symmetric = is_symmetric (self);
  guint32 head[4] = { self->n, graph->n, self->up->len,
                      symmetric ? ENT_ROAD_NONE : self->down->len };

  for (guint32 i = 0; i < graph->n; i++)
    if (numbers[i] != ENT_ROAD_NONE)
      numbers[i] = self->n - 1 - self->ranks[numbers[i]];
  g_array_append_vals (file, head, G_N_ELEMENTS (head));
  if (graph->n > 0)
    g_array_append_vals (file, numbers, graph->n);
  append_arcs (self, self->up, file);
  if (!symmetric)
    append_arcs (self, self->down, file);
  return ent_region_build_put_blob (build, ent_hierarchy_name (graph->mode), file->data,
                                    (gsize) file->len * sizeof (guint32), error);
}

static void
build_init (Build *self, guint n)
{
  *self = (Build) { .n = n };
  self->vertices = g_new0 (Vertex, n + 1);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (gpointer));
  self->near = g_new (Near, n + 1);
  memset (self->near, ENT_WEIGHT_NEVER_BYTE, n * sizeof *self->near);
  self->touched = g_new (guint32, n + 1);
  self->ranks = g_new (guint32, n + 1);
  self->shortcuts = g_array_new (FALSE, FALSE, sizeof (Shortcut));
  self->up = g_array_new (FALSE, FALSE, sizeof (Emitted));
  self->down = g_array_new (FALSE, FALSE, sizeof (Emitted));
}

static void
build_clear (Build *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    g_free (g_array_index (self->blocks, gpointer, i));
  g_array_unref (self->blocks);
  g_free (self->vertices);
  g_free (self->near);
  g_free (self->touched);
  g_free (self->ranks);
  g_array_unref (self->shortcuts);
  g_array_unref (self->up);
  g_array_unref (self->down);
}

gboolean
ent_hierarchy_build (const EntModeGraph *graph, EntRegionBuild *build, GError **error)
{
  Build self;
  guint n = 0;
  g_autofree guint32 *numbers = number_vertices (graph, &n);
  gboolean fine;

  build_init (&self, n);
  add_arcs (&self, graph, numbers);
  fine = contract_all (&self, graph->mode, build, error) &&
         save (&self, graph, numbers, build, error);
  build_clear (&self);
  return fine;
}
