/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The network of roads as it comes out of the file of a region. What it says is checked once, so
 * that nothing has to be checked while it is used. Any thread. */
#include "ent-graph-build.h"

#include <glib/gi18n-lib.h>

#include "ent-roads-error.h"

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_DAMAGED,
                       _ ("The region is damaged. Import the extract again."));
  return FALSE;
}

static gconstpointer
take (EntGraph *self, EntRegion *region, const char *name, gsize size, guint *n, GError **error)
{
  GBytes *bytes = ent_region_read_blob (region, name, error);

  if (bytes == NULL)
    return NULL;
  g_ptr_array_add (self->blobs, bytes);
  *n = (guint) (g_bytes_get_size (bytes) / size);
  if (g_bytes_get_size (bytes) % size != 0)
    {
      fail_damaged (error);
      return NULL;
    }
  /* An empty table is a table too. */
  return g_bytes_get_size (bytes) > 0 ? g_bytes_get_data (bytes, NULL) : "";
}

static gboolean
take_all (EntGraph *self, EntRegion *region, guint *n_barred, guint *grid_size, GError **error)
{
  return (self->vertices = take (self, region, "vertices", sizeof (EntE7), &self->n_vertices,
                                 error)) != NULL &&
         (self->barred = take (self, region, "barred", 1, n_barred, error)) != NULL &&
         (self->edges = take (self, region, "edges", sizeof (EntEdge), &self->n_edges, error)) !=
             NULL &&
         (self->steps = take (self, region, "steps", sizeof (EntStep), &self->n_steps, error)) !=
             NULL &&
         (self->turns = take (self, region, "turns", sizeof (EntTurn), &self->n_turns, error)) !=
             NULL &&
         (self->touching = take (self, region, "touching", sizeof (guint32), &self->n_touching,
                                 error)) != NULL &&
         (self->grid = take (self, region, "grid", 1, grid_size, error)) != NULL;
}

static gboolean
edges_are_sound (const EntGraph *self)
{
  for (guint i = 0; i < self->n_edges; i++)
    {
      const EntEdge *edge = &self->edges[i];
      guint32 end = i + 1 < self->n_edges ? edge[1].shape : self->n_steps;

      if (edge->ends[0] >= self->n_vertices || edge->ends[1] >= self->n_vertices ||
          edge->shape > end || end > self->n_steps)
        return FALSE;
      for (guint mode = 0; mode < ENT_ROAD_N_MODES; mode++)
        if (edge->ms[mode] > ENT_WEIGHT_MOST_MS)
          return FALSE;
    }
  return TRUE;
}

static gboolean
turns_are_sound (const EntGraph *self)
{
  for (guint i = 0; i < self->n_turns; i++)
    {
      const EntTurn *turn = &self->turns[i];

      if (turn->from >= self->n_edges || turn->to >= self->n_edges ||
          turn->via >= self->n_vertices || (i > 0 && turn->via < turn[-1].via))
        return FALSE;
    }
  return TRUE;
}

static gboolean
grid_is_sound (EntGraph *self, guint size)
{
  const EntGrid *grid = self->grid;
  gsize n;

  if (size < sizeof *grid || grid->height == 0 || grid->width == 0)
    return FALSE;
  n = (gsize) grid->rows * grid->columns;
  if (n == 0 || n > G_MAXUINT32 || size != sizeof *grid + (n + 1) * sizeof (guint32))
    return FALSE;
  self->squares = (const guint32 *) (grid + 1);
  for (gsize i = 0; i < n; i++)
    if (self->squares[i] > self->squares[i + 1])
      return FALSE;
  for (guint i = 0; i < self->n_touching; i++)
    if (self->touching[i] >= self->n_edges)
      return FALSE;
  return self->squares[n] == self->n_touching;
}

static gboolean
places_are_sound (const EntGraph *self)
{
  for (guint i = 0; i < self->n_vertices; i++)
    if (ABS ((gint64) self->vertices[i].latitude) > 900000000 ||
        ABS ((gint64) self->vertices[i].longitude) > 1800000000)
      return FALSE;
  return TRUE;
}

gboolean
ent_graph_load (EntGraph *self, EntRegion *region, GError **error)
{
  guint n_barred = 0, grid_size = 0;

  *self = (EntGraph) { .blobs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref) };
  if (!take_all (self, region, &n_barred, &grid_size, error))
    {
      ent_graph_clear (self);
      return FALSE;
    }
  if (n_barred == self->n_vertices && places_are_sound (self) && edges_are_sound (self) &&
      turns_are_sound (self) && grid_is_sound (self, grid_size))
    return TRUE;
  ent_graph_clear (self);
  return fail_damaged (error);
}

void
ent_graph_clear (EntGraph *self)
{
  g_clear_pointer (&self->blobs, g_ptr_array_unref);
}

static gint64
total_metres (const EntGraph *self)
{
  guint64 decimetres = 0;

  for (guint i = 0; i < self->n_edges; i++)
    decimetres += self->edges[i].length;
  return (gint64) (decimetres / 10);
}

gboolean
ent_graph_save (const EntGraph *self, EntRegionBuild *build, GError **error)
{
  gsize n = (gsize) self->grid->rows * self->grid->columns;
  const struct
  {
    const char *name;
    gconstpointer data;
    gsize size;
  } tables[] = {
    { "vertices", self->vertices, self->n_vertices * sizeof *self->vertices },
    { "barred", self->barred, self->n_vertices },
    { "edges", self->edges, self->n_edges * sizeof *self->edges },
    { "steps", self->steps, self->n_steps * sizeof *self->steps },
    { "turns", self->turns, self->n_turns * sizeof *self->turns },
    { "touching", self->touching, self->n_touching * sizeof *self->touching },
    { "grid", self->grid, sizeof *self->grid + (n + 1) * sizeof *self->squares },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!ent_region_build_put_blob (build, tables[i].name, tables[i].data, tables[i].size, error))
      return FALSE;
  ent_region_build_note_number (build, "n-vertices", self->n_vertices);
  ent_region_build_note_number (build, "n-edges", self->n_edges);
  ent_region_build_note_number (build, "n-road-metres", total_metres (self));
  ent_region_build_note_number (build, "n-turns", self->n_turns);
  return TRUE;
}

void
ent_graph_points (const EntGraph *self, guint32 edge, GArray *points)
{
  guint32 end = edge + 1 < self->n_edges ? self->edges[edge + 1].shape : self->n_steps;
  EntE7 place = self->vertices[self->edges[edge].ends[0]];

  g_array_set_size (points, 0);
  g_array_append_val (points, place);
  for (guint32 i = self->edges[edge].shape; i < end; i++)
    {
      place.latitude += self->steps[i].latitude;
      place.longitude += self->steps[i].longitude;
      g_array_append_val (points, place);
    }
  g_array_append_val (points, self->vertices[self->edges[edge].ends[1]]);
}
