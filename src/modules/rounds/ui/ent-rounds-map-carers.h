/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A button that asks whose rounds are to be seen: all, some, or one. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-rounds-week.h"

G_BEGIN_DECLS

#define ENT_TYPE_ROUNDS_MAP_CARERS (ent_rounds_map_carers_get_type ())
G_DECLARE_FINAL_TYPE (EntRoundsMapCarers, ent_rounds_map_carers, ENT, ROUNDS_MAP_CARERS, AdwBin)

/* Signal "changed": somebody chose. */

/* Who there is; whoever was left out stays so. */
void ent_rounds_map_carers_set (EntRoundsMapCarers *self, const EntRoundsWeek *week);
gboolean ent_rounds_map_carers_shows (EntRoundsMapCarers *self, gint64 carer_id);
/* That one too, from now on; nobody is told. */
void ent_rounds_map_carers_show (EntRoundsMapCarers *self, gint64 carer_id);

G_END_DECLS
