/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The visits that nobody makes yet: those without a place on the map first, then by priority. They
 * are dragged to the board, or chosen to be offered to carers. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-rounds-week.h"

G_BEGIN_DECLS

#define ENT_TYPE_ROUNDS_UNPLACED (ent_rounds_unplaced_get_type ())
G_DECLARE_FINAL_TYPE (EntRoundsUnplaced, ent_rounds_unplaced, ENT, ROUNDS_UNPLACED, AdwBin)

/* Signal "visit-activated" (gint64). */

/* NULL for none. Returns how many there are. */
guint ent_rounds_unplaced_set_week (EntRoundsUnplaced *self, EntRoundsWeek *week);

G_END_DECLS
