/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What carers do, in words. Any thread. */

#pragma once

#include "ent-carer-rules.h"

G_BEGIN_DECLS

/* "Monday 08:00–12:00, every week", "Friday 21:00 to Saturday 07:00, week A (odd numbers)".
 * Transfer full. */
char *ent_carer_shift_to_text (const EntCarerShift *self);
/* "19 h 30 a week for a contract of 19 h 30". Transfer full, NULL when there is nothing to say. */
char *ent_carer_hours_to_text (const EntCarer *carer, GPtrArray *shifts, gint32 day);

G_END_DECLS
