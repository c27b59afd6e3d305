/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Travel times, distances and ways over the roads of a region. Any thread, several at once; what is
 * needed for a mode is read from the file when it is first asked for. No place is ever logged. */
#pragma once

#include <gio/gio.h>

#include "ent-geo.h"
#include "ent-region.h"
#include "ent-travel.h"

G_BEGIN_DECLS

typedef struct _EntRoads EntRoads;

/* Transfer full. Errors: ENT_ROADS_ERROR. */
EntRoads *ent_roads_open (EntRegion *region, GError **error);
EntRoads *ent_roads_ref (EntRoads *self);
void ent_roads_unref (EntRoads *self);

/* Farther from a road than this, in metres, a place wants a look: it may be snapped to another
 * street, as when its own is private. */
#define ENT_ROADS_WARN_METRES 150.0

typedef struct
{
  EntPoint place; /* on the road */
  double metres; /* from the point to it */
} EntRoadPlace;

/* The nearest place where one may stop; never on a motorway or trunk road, nor where one could not
 * get away from. FALSE when there is none within 2 km. */
gboolean ent_roads_snap (EntRoads *self, EntRoadMode mode, EntPoint point, EntRoadPlace *place);

/* Value of a cell whose places are not joined, or not near any road. */
#define ENT_ROADS_NEVER G_MAXUINT32

typedef struct
{
  EntRoadMode mode;
  const EntPoint *from;
  guint n_from;
  const EntPoint *to; /* NULL for the same as from */
  guint n_to;
  const EntTravelFactors *factors; /* NULL for the times of the map */
  EntTravelSlot slot;
  gboolean plain; /* by the plain search, which takes longer: to compare */
} EntTravelQuery;

typedef struct
{
  guint n_from, n_to;
  guint32 *seconds; /* n_from rows of n_to cells, or ENT_ROADS_NEVER */
  guint32 *metres; /* along the way that is the quickest on the map, or ENT_ROADS_NEVER */
} EntTravelTable;

/* Row and column of one new place are two queries, with it alone in one of the lists. Transfer
 * full. Errors: ENT_ROADS_ERROR, G_IO_ERROR_CANCELLED. */
EntTravelTable *ent_roads_table (EntRoads *self,
                                 const EntTravelQuery *query,
                                 GCancellable *cancellable,
                                 GError **error);
void ent_travel_table_free (EntTravelTable *self);

/* The same on a thread of its own; what the query points to is copied. */
void ent_roads_table_async (EntRoads *self,
                            const EntTravelQuery *query,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
EntTravelTable *ent_roads_table_finish (GAsyncResult *result, GError **error);

typedef struct
{
  guint32 seconds; /* ENT_ROADS_NEVER when there is no way; then there are no points */
  guint32 metres;
  EntPoint *points;
  guint n_points;
} EntRoute;

/* From the first place of the query to the first that it goes to; with a query of one list, to the
 * second of that. Transfer full. Errors: ENT_ROADS_ERROR. */
EntRoute *ent_roads_route (EntRoads *self, const EntTravelQuery *query, GError **error);
void ent_route_free (EntRoute *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRoads, ent_roads_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTravelTable, ent_travel_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRoute, ent_route_free)

G_END_DECLS
