/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads some days of home care from the register. Thread of the connection. */

#pragma once

#include "ent-db.h"
#include "ent-roads.h"
#include "ent-rounds-week.h"

G_BEGIN_DECLS

/* 1 to 62 days. Transfer full; NULL with @error. Ways are not known yet. */
EntRoundsWeek *ent_rounds_query_week (EntDb *db, gint32 first_day, int n_days, GError **error);

/* Fills the ways, before the picture is handed on: over the roads of the region, or, without
 * (@roads NULL) and between places that no road joins, as the crow flies with a detour of 1.3 at
 * 30, 14 and 4.5 km/h. Any thread; takes some ten milliseconds for 300 places. */
gboolean ent_rounds_week_set_ways (EntRoundsWeek *self,
                                   EntRoads *roads,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
