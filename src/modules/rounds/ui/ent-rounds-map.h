/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rounds of a day on the map, of one carer, some or all: the same picture as on the board. Main
 * thread. */

#pragma once

#include <adwaita.h>

#include "ent-rounds-judge.h"

G_BEGIN_DECLS

#define ENT_TYPE_ROUNDS_MAP (ent_rounds_map_get_type ())
G_DECLARE_FINAL_TYPE (EntRoundsMap, ent_rounds_map, ENT, ROUNDS_MAP, AdwBin)

/* Property "selected" (gint64): the visit that is chosen, 0 for none; one of another day, or of a
 * carer who is not shown, brings these in sight. Signal "visit-activated" (gint64): one that is to
 * be placed was opened. */

void ent_rounds_map_set_week (EntRoundsMap *self, EntRoundsWeek *week);
void ent_rounds_map_select (EntRoundsMap *self, gint64 visit_id);
gint64 ent_rounds_map_get_selected (EntRoundsMap *self);

G_END_DECLS
