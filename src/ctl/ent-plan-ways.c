/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways between places by the roads of a region. One thread. */
#include "ent-plan-ways.h"

#include <glib/gi18n-lib.h>

#define NO_WAY 10000000 /* seconds and metres: longer than any shift */

gboolean
ent_plan_ways_mode (const char *id, EntRoadMode *mode)
{
  static const char *const ids[ENT_ROAD_N_MODES] = { "car", "bicycle", "foot" };

  for (int i = 0; i < ENT_ROAD_N_MODES; i++)
    if (g_str_equal (ids[i], id))
      {
        *mode = (EntRoadMode) i;
        return TRUE;
      }
  return FALSE;
}

/* Each place has coordinates, with a road near by. */
static gboolean
check_place (EntPlanFile *file, EntRoads *roads, EntRoadMode mode, guint i, GError **error)
{
  const EntPlanFilePlace *place = &g_array_index (file->places, EntPlanFilePlace, i);
  EntRoadPlace near;

  if (!place->has_point)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("places[%u].lat: this is missing, and the ways are to come from the region."),
                 i);
  else if (!ent_roads_snap (roads, mode, place->point, &near))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("places[%u]: the region has no road near “%s”."), i, place->id);
  else
    {
      if (near.metres > ENT_ROADS_WARN_METRES)
        {
          g_printerr (_ ("The place “%s” is %d m from the next road."), place->id,
                      (int) near.metres);
          g_printerr ("\n");
        }
      return TRUE;
    }
  return FALSE;
}

static void
set_ways (EntPlanFile *file, guint mode, const EntTravelTable *table)
{
  gsize n_cells = (gsize) table->n_from * table->n_to;
  g_autofree int *seconds = g_new (int, n_cells);
  g_autofree int *metres = g_new (int, n_cells);

  for (gsize i = 0; i < n_cells; i++)
    {
      seconds[i] = (int) MIN (table->seconds[i], NO_WAY);
      metres[i] = (int) MIN (table->metres[i], NO_WAY);
    }
  ent_plan_problem_set_matrix (file->problem, (int) mode, seconds, metres);
}

static gboolean
fill_mode (EntPlanFile *file, EntRoads *roads, guint index, GError **error)
{
  EntPlanFileMode *mode = &g_array_index (file->modes, EntPlanFileMode, index);
  g_autofree EntPoint *points = g_new (EntPoint, file->places->len);
  EntTravelQuery query = { .from = points, .n_from = file->places->len, .slot = ENT_TRAVEL_DAY };
  g_autoptr (EntTravelTable) table = NULL;

  if (!ent_plan_ways_mode (mode->id, &query.mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("modes[%u].id: a region knows car, bicycle and foot, not “%s”."), index,
                   mode->id);
      return FALSE;
    }
  for (guint i = 0; i < file->places->len; i++)
    {
      if (!check_place (file, roads, query.mode, i, error))
        return FALSE;
      points[i] = g_array_index (file->places, EntPlanFilePlace, i).point;
    }
  table = ent_roads_table (roads, &query, NULL, error);
  if (table == NULL)
    return FALSE;
  set_ways (file, index, table);
  mode->has_ways = TRUE;
  return TRUE;
}

gboolean
ent_plan_ways_fill (EntPlanFile *file, EntRoads *roads, GError **error)
{
  for (guint i = 0; i < file->modes->len; i++)
    {
      const EntPlanFileMode *mode = &g_array_index (file->modes, EntPlanFileMode, i);

      if (mode->has_ways)
        continue;
      if (roads == NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("The file does not tell the ways of the mode “%s”: give its seconds "
                          "and metres between all places, or a region with --region."),
                       mode->id);
          return FALSE;
        }
      if (!fill_mode (file, roads, i, error))
        return FALSE;
    }
  return TRUE;
}
