/* SPDX-License-Identifier: GPL-3.0-or-later */

/* On which days a need falls, and how long a visit lasts on the clock. Pure functions, any thread;
 * the day is an argument. */

#pragma once

#include "ent-care-need.h"

G_BEGIN_DECLS

/* Whether the need asks for a visit on that day; its own first and last day count. Weeks A are
 * those with an odd ISO number, as for the carers. */
gboolean ent_care_need_falls_on (const EntCareNeed *self, gint32 day);
/* Its days between two, both included, in order: (element-type gint32), transfer full. */
GArray *ent_care_need_days (const EntCareNeed *self, gint32 from, gint32 to);

/* Minutes that really pass in Belgium between two times on the clock; an end before the beginning
 * is one of the next day. On the night when an hour comes twice the earlier one is meant, unless
 * only the later one lies behind the beginning. */
int ent_care_elapsed_minutes (gint32 day, int began, int ended);
/* What the clock shows so many minutes later, in minutes since the midnight before @day: 1440 and
 * more on the next day. */
int ent_care_end_on_clock (gint32 day, int start, int minutes);

G_END_DECLS
