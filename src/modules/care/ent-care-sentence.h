/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A need as a person tells it. Any thread. */

#pragma once

#include "ent-care-need.h"

G_BEGIN_DECLS

/* "Monday, Wednesday and Friday"; "The first Tuesday of the month"; "21/11/2026". Transfer full. */
char *ent_care_need_when (const EntCareNeed *self);
/* The same with times, length and carers: "Monday and Friday, 08:00–10:00, 60 min, two carers".
 * Transfer full. */
char *ent_care_need_sentence (const EntCareNeed *self);

G_END_DECLS
