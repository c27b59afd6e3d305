/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of the visits of a day. Any thread; transfer full. */

#pragma once

#include "ent-day-picture.h"

G_BEGIN_DECLS

/* "08:00–09:00": as planned, or as it was once that is known; without a time its length. */
char *ent_day_describe_times (const EntDayVisit *visit);
/* "Late by 20 min", "Done, 55 min · entered on 25/11/2026". */
char *ent_day_describe_state (const EntDayVisit *visit,
                              EntDayMoment now,
                              const EntDayPatience *patience);
/* "12 done", by standing; NULL for what is not counted. */
char *ent_day_describe_figure (EntDayStanding standing, guint n);
/* "In time: 26 h before, 24 h asked for"; @hours ENT_INT_NONE: no rule is in force. */
char *ent_day_describe_notice (int minutes, int hours);

G_END_DECLS
