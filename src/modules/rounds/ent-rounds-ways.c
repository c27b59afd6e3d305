/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ways between the places of a picture, over roads where there are some. Any thread. */

#include "ent-rounds-query.h"
#include "ent-rounds-round.h"

static gboolean
is_used (const EntRoundsWeek *self, EntRoadMode mode)
{
  for (guint i = 0; i < self->carers->len; i++)
    if (g_array_index (self->carers, EntRoundsCarer, i).mode == mode)
      return TRUE;
  return FALSE;
}

static EntTravelTable *
measure (EntRoundsWeek *self,
         EntRoads *roads,
         EntRoadMode mode,
         GCancellable *cancellable,
         GError **error)
{
  EntTravelQuery query = { .mode = mode,
                           .from = (const EntPoint *) (gpointer) self->places->data,
                           .n_from = self->places->len };

  return ent_roads_table (roads, &query, cancellable, error);
}

/* @table NULL: there are no roads. */
static void
fill (EntRoundsWeek *self, EntRoadMode mode, const EntTravelTable *table)
{
  int n = (int) self->places->len;

  self->seconds[mode] = g_new (int, (gsize) n *(gsize) n + 1);
  self->metres[mode] = g_new (int, (gsize) n *(gsize) n + 1);
  for (int from = 0; from < n; from++)
    for (int to = 0; to < n; to++)
      {
        gsize cell = (gsize) from * (gsize) n + (gsize) to;

        if (table != NULL && table->seconds[cell] != ENT_ROADS_NEVER)
          {
            self->seconds[mode][cell] = (int) table->seconds[cell];
            self->metres[mode][cell] = (int) table->metres[cell];
          }
        else
          self->seconds[mode][cell] = ent_rounds_week_estimate (self, mode, from, to,
                                                                &self->metres[mode][cell]);
      }
}

gboolean
ent_rounds_week_set_ways (EntRoundsWeek *self,
                          EntRoads *roads,
                          GCancellable *cancellable,
                          GError **error)
{
  self->is_estimated = roads == NULL;
  for (int mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    {
      g_autoptr (EntTravelTable) table = NULL;

      g_clear_pointer (&self->seconds[mode], g_free);
      g_clear_pointer (&self->metres[mode], g_free);
      if (self->places->len == 0 || !is_used (self, (EntRoadMode) mode))
        continue;
      if (roads != NULL &&
          (table = measure (self, roads, (EntRoadMode) mode, cancellable, error)) == NULL)
        return FALSE;
      fill (self, (EntRoadMode) mode, table);
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
